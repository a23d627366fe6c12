"""Several models as one: their vectors side by side, so that one index holds them all.

With weights w that sum to 1, a text's vector is that of each model times the root of its weight,
one behind the other. It has unit length, and the inner product of two such vectors is the
weighted mean of the models' cosines.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from embeddings.types import Encoder, Vectors


class EnsembleEncoder:
    """Encodes with several models at once.

    Args:
        name: Canonical name of the whole.
        parts: The models and their weights, which need not sum to 1.
    """

    def __init__(self, name: str, parts: Sequence[tuple[Encoder, float]]) -> None:
        self.name = name
        self.parts = tuple(encoder for encoder, _ in parts)
        total = sum(weight for _, weight in parts)
        self.weights = tuple(weight / total for _, weight in parts)

    @property
    def dim(self) -> int:
        """Length of a vector."""
        return sum(part.dim for part in self.parts)

    @property
    def weights_sha256(self) -> str:
        """Of the models' weights files, joined with a plus sign."""
        return "+".join(part.weights_sha256 for part in self.parts)

    @property
    def max_tokens(self) -> int:
        """Longest text that every model reads, its special tokens included."""
        return min(part.max_tokens for part in self.parts)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one vector a question, shape (n_texts, dim)."""
        return self._join([part.encode_queries(texts) for part in self.parts])

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return one vector a passage, shape (n_texts, dim)."""
        return self._join([part.encode_passages(texts) for part in self.parts])

    def count_tokens(self, text: str) -> int:
        """Return the most tokens that any of the models makes of a text."""
        return max(part.count_tokens(text) for part in self.parts)

    def split(self, vectors: Vectors) -> tuple[Vectors, ...]:
        """Return each model's own unit-length vectors, one array a part."""
        ends = np.cumsum([part.dim for part in self.parts])[:-1]
        blocks = np.split(vectors, ends, axis=1)
        return tuple(
            np.ascontiguousarray(block / np.float32(np.sqrt(weight)))
            for block, weight in zip(blocks, self.weights, strict=True)
        )

    def _join(self, blocks: Sequence[Vectors]) -> Vectors:
        return np.concatenate(
            [
                np.float32(np.sqrt(weight)) * block
                for block, weight in zip(blocks, self.weights, strict=True)
            ],
            axis=1,
        )


def first_block(vectors: Vectors, dim: int) -> Vectors:
    """Return the first model's own vectors, shape (n, dim), out of those of an ensemble."""
    block = vectors[:, :dim]
    lengths = np.linalg.norm(block, axis=1, keepdims=True)
    return np.ascontiguousarray(block / lengths)


def leading(encoder: Encoder, vectors: Vectors) -> tuple[Encoder, Vectors]:
    """Return the first model of an ensemble and its own vectors; a single model as it is."""
    if not isinstance(encoder, EnsembleEncoder):
        return encoder, vectors
    return first_of(encoder), encoder.split(vectors)[0]


def first_of(encoder: Encoder) -> Encoder:
    """Return the first model of an ensemble; a single model as it is."""
    return encoder.parts[0] if isinstance(encoder, EnsembleEncoder) else encoder
