"""Changes to a model's weights as products of two narrow matrices, in half precision or 8 bits.

A file of changes has for a matrix ``NAME.left``, shape (rows, rank), and ``NAME.right``, shape
(rank, columns), whose product is added to it; for a vector ``NAME``. Where these are whole numbers
of 8 bits, ``NAME.left.scale`` and ``NAME.right.scale``, shape (rank,), say what they are times.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from embeddings.rounding import in_bytes

Floats = npt.NDArray[np.float32]
Stored = Mapping[str, npt.NDArray[Any]]
"""Half precision, single precision or 8 bits."""


def with_changes(tensors: Mapping[str, Floats], stored: Stored) -> dict[str, Floats]:
    """Return weights with stored changes added.

    Args:
        tensors: The weights, by name.
        stored: As a file of changes has them.

    Raises:
        ValueError: A change is to a weight that is not there.
    """
    changed = dict(tensors)
    for part in stored:
        name, _, side = part.rpartition(".")
        if side in {"right", "scale"}:
            continue  # Goes with the left one, or with what it scales.
        if side != "left":
            name = part
        if name not in changed:
            raise ValueError(f"a change is to {name}, which it does not have")
        change = _floats(stored, part)
        if side == "left":
            change = change @ _floats(stored, f"{name}.right")
        changed[name] = changed[name] + change
    return changed


def read_pair(name: str, stored: Stored) -> tuple[Floats, Floats] | None:
    """Return the two matrices whose product is added to a weight; None if none is.

    Args:
        name: Of the weight.
        stored: As a file of changes has them.
    """
    if f"{name}.left" not in stored:
        return None
    return _floats(stored, f"{name}.left"), _floats(stored, f"{name}.right")


def _floats(stored: Stored, name: str) -> Floats:
    found = stored[name].astype(np.float32)
    scale = stored.get(f"{name}.scale")
    if scale is None:
        return found
    factors = scale.astype(np.float32)
    return found * (factors if name.endswith("left") else factors[:, np.newaxis])


def in_8_bits(
    name: str, left: Floats, right: Floats, rank: int | None = None
) -> dict[str, npt.NDArray[Any]]:
    """Return what stores the product of two matrices, to the last digits that 8 bits leave.

    Args:
        name: Of the weight that it is added to.
        left: Shape (rows, rank).
        right: Shape (rank, columns).
        rank: How much of it is kept, the largest parts; all if not given.
    """
    # By singular values, so that both sides share the size of each of the rank's parts.
    outer, first = np.linalg.qr(left)
    inner, second = np.linalg.qr(right.T)
    u, size, v = np.linalg.svd(first @ second.T)
    root = np.sqrt(size[:rank])
    sides = {
        "left": (outer @ u[:, :rank]) * root,
        "right": root[:, np.newaxis] * (v[:rank] @ inner.T),
    }
    kept: dict[str, npt.NDArray[Any]] = {}
    for side, matrix in sides.items():
        levels, scales = in_bytes(matrix, along=0 if side == "left" else 1)
        kept[f"{name}.{side}"], kept[f"{name}.{side}.scale"] = levels, scales
    return kept
