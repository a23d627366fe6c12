"""Rounds matrices to whole numbers of 8 bits, each row or column by a scale of its own."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

_LEAST = 1e-9
"""Lowest scale, so that zeros are not divided by 0."""


def in_bytes(
    matrix: npt.NDArray[np.float32], highest: int = 127, *, along: int = 1
) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """Return whole numbers, and the scales that they are to be multiplied by.

    Args:
        matrix: Shape (rows, columns).
        highest: Size of the largest whole number of each scale.
        along: 1 for a scale for each row, 0 for one for each column.

    Returns:
        Whole numbers in the matrix's shape; scales, shape (rows,) or (columns,).
    """
    largest = np.abs(matrix).max(axis=along, keepdims=True)
    scales = np.maximum(largest / highest, _LEAST).astype(np.float32)
    return np.rint(matrix / scales).astype(np.int8), scales.squeeze(along)
