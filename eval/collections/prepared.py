"""An encoder and an index that have been asked everything beforehand.

A chat answers one question at a time, and each reads all vectors from memory. A collection has
thousands: asked in blocks, they share that reading, and the answers are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from embeddings.ensemble import leading
from embeddings.types import Encoder, PassageHit, Vectors
from embeddings.vector_index import VectorIndex

BLOCK = 128
"""Queries whose scores are computed together and kept until the next block is asked for."""

_ENCODED = 64

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, steps done and steps in all."""


class PreparedEncoder:
    """Another encoder's vectors of known queries; it hands all else on to that one.

    Args:
        encoder: What encodes.
        known: Its vector, shape (dim,), of each query that will be asked.
    """

    def __init__(self, encoder: Encoder, known: Mapping[str, Vectors]) -> None:
        self._encoder = encoder
        self._known = known
        self.name, self.dim = encoder.name, encoder.dim
        self.weights_sha256, self.max_tokens = encoder.weights_sha256, encoder.max_tokens
        self.encode_passages = encoder.encode_passages
        self.count_tokens = encoder.count_tokens

    @classmethod
    def ask(cls, encoder: Encoder, texts: Sequence[str], progress: Progress) -> PreparedEncoder:
        """Ask an encoder for all queries, and tell of each lot encoded."""
        unique = list(dict.fromkeys(texts))
        known: dict[str, Vectors] = {}
        for at in range(0, len(unique), _ENCODED):
            lot = unique[at : at + _ENCODED]
            known.update(zip(lot, encoder.encode_queries(lot), strict=True))
            progress("embedding queries", len(known), len(unique))
        return cls(encoder, known)

    @cached_property
    def first(self) -> PreparedEncoder:
        """The first model of an ensemble alone, asked the same queries."""
        empty = np.empty((0, self.dim), dtype=np.float32)
        known = np.stack(list(self._known.values())) if self._known else empty
        encoder, vectors = leading(self._encoder, known)
        return PreparedEncoder(encoder, dict(zip(self._known, vectors, strict=True)))

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one vector a question, shape (n_texts, dim)."""
        if all(text in self._known for text in texts):
            return np.stack([self._known[text] for text in texts])
        return self._encoder.encode_queries(texts)


class PreparedIndex(VectorIndex):
    """Exact inner products, computed for a block of known queries at a time.

    Args:
        vectors: Of the passages, shape (n_passages, dim).
        queries: Vectors that will be asked, in the order they will be, shape (n_queries, dim).
    """

    def __init__(self, vectors: Vectors, queries: Vectors) -> None:
        super().__init__(int(vectors.shape[1]))
        self.add(vectors)
        self._rows = vectors
        self._queries = queries
        self._places = {query.tobytes(): at for at, query in enumerate(queries)}
        self._block = -1
        self._scores: npt.NDArray[np.float32] = np.empty((0, len(vectors)), dtype=np.float32)

    def scores(self, queries: Vectors) -> npt.NDArray[np.float32]:
        """Return every inner product, shape (n_queries, n_passages)."""
        if not len(self):
            return super().scores(queries)
        return np.stack([self._of_one(query) for query in queries])

    def search(self, queries: Vectors, top_k: int = 10) -> list[list[PassageHit]]:
        """Return each query's nearest passages, best first, ties by row."""
        return [self._best(scores, top_k) for scores in self.scores(queries)]

    def _of_one(self, query: Vectors) -> npt.NDArray[np.float32]:
        place = self._places.get(query.tobytes())
        if place is None:
            unknown: npt.NDArray[np.float32] = self._rows @ query
            return unknown
        if place // BLOCK != self._block:
            self._block = place // BLOCK
            first = self._block * BLOCK
            self._scores = self._queries[first : first + BLOCK] @ self._rows.T
        return np.asarray(self._scores[place % BLOCK])

    @staticmethod
    def _best(scores: npt.NDArray[np.float32], top_k: int) -> list[PassageHit]:
        order = np.argsort(-scores, kind="stable")[: max(top_k, 0)]
        return [PassageHit(int(row), float(scores[row]), rank) for rank, row in enumerate(order, 1)]
