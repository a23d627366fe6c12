"""Exact nearest neighbours: the only module that imports faiss."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from corpus.errors import IndexDamagedError, IndexMismatchError
from embeddings.types import PassageHit, Vectors

_MANY = 8192
"""Vectors from which on scoring each is faster than a search that returns, and sorts, all."""


class VectorIndex:
    """Inner products of unit-length vectors, compared one by one (`IndexFlatIP`).

    Args:
        dim: Length of a vector.
    """

    def __init__(self, dim: int) -> None:
        import faiss

        self._index: Any = faiss.IndexFlatIP(dim)

    @classmethod
    def build(cls, vectors: Vectors) -> VectorIndex:
        """Index vectors, shape (n_passages, dim); a passage's row is its position."""
        if vectors.ndim != 2:
            raise IndexMismatchError(f"Vectors must have the shape (n, dim), not {vectors.shape}.")
        index = cls(int(vectors.shape[1]))
        index.add(vectors)
        return index

    def __len__(self) -> int:
        """Return the number of vectors."""
        return int(self._index.ntotal)

    @property
    def dim(self) -> int:
        """Length of a vector."""
        return int(self._index.d)

    @property
    def vectors(self) -> Vectors:
        """A copy of all vectors, shape (n_passages, dim)."""
        if not len(self):
            return np.empty((0, self.dim), dtype=np.float32)
        return np.asarray(self._index.reconstruct_n(0, len(self)), dtype=np.float32)

    def vector(self, row: int) -> Vectors:
        """Return a copy of one vector, shape (dim,)."""
        return np.asarray(self._index.reconstruct(row), dtype=np.float32)

    def add(self, vectors: Vectors) -> None:
        """Append vectors, shape (n, dim).

        Raises:
            IndexMismatchError: Their dim is not the index's.
        """
        self._index.add(self._checked(vectors))

    def search(self, queries: Vectors, top_k: int = 10) -> list[list[PassageHit]]:
        """Return each query's nearest passages, best first, ties by row.

        Args:
            queries: Unit-length float32 vectors, shape (n_queries, dim).
            top_k: Most hits per query; a smaller index returns fewer.

        Raises:
            IndexMismatchError: The queries' dim is not the index's.
        """
        checked = self._checked(queries)
        top_k = min(top_k, len(self))
        if top_k < 1:
            return [[] for _ in checked]
        return [self._search_one(query[np.newaxis], top_k) for query in checked]

    def scores(self, queries: Vectors) -> npt.NDArray[np.float32]:
        """Return every inner product, shape (n_queries, n_passages).

        Raises:
            IndexMismatchError: The queries' dim is not the index's.
        """
        checked = self._checked(queries)
        scores = np.empty((len(checked), len(self)), dtype=np.float32)
        if len(self) >= _MANY:
            self._score_each(checked, scores)
        elif scores.size:
            found, rows = self._index.search(checked, len(self))
            np.put_along_axis(scores, rows, found, axis=1)
        return scores

    def save(self, path: Path) -> None:
        """Write the index to a file."""
        import faiss

        faiss.write_index(self._index, str(path))

    @classmethod
    def load(cls, path: Path) -> VectorIndex:
        """Read an index that `save` wrote.

        Raises:
            IndexDamagedError: The file is missing, cut short or not an index.
        """
        import faiss

        try:
            stored = faiss.read_index(str(path))
        except RuntimeError as error:
            raise IndexDamagedError(
                f"Cannot read {path}: it is missing or damaged. Mend it: pincite index"
            ) from error
        index = cls.__new__(cls)
        index._index = stored
        return index

    def _score_each(self, queries: Vectors, scores: npt.NDArray[np.float32]) -> None:
        import faiss

        rows = np.tile(np.arange(len(self), dtype=np.int64), (len(queries), 1))
        pointers = (faiss.swig_ptr(array) for array in (queries, scores, rows))
        of_queries, of_scores, of_rows = pointers
        self._index.compute_distance_subset(len(queries), of_queries, len(self), of_scores, of_rows)

    def _search_one(self, query: Vectors, top_k: int) -> list[PassageHit]:
        # faiss may return any of the passages that tie at the last rank; look past them.
        wanted = top_k
        while True:
            scores, rows = self._index.search(query, wanted)
            if wanted == len(self) or scores[0, -1] < scores[0, top_k - 1]:
                break
            wanted = min(2 * wanted, len(self))
        order = np.lexsort((rows[0], -scores[0]))[:top_k]
        return [
            PassageHit(int(rows[0, at]), float(scores[0, at]), rank)
            for rank, at in enumerate(order, start=1)
        ]

    def _checked(self, vectors: Vectors) -> Vectors:
        if vectors.ndim != 2 or vectors.shape[1] != self.dim:
            raise IndexMismatchError(
                f"The index holds vectors of dim {self.dim}, these have the shape {vectors.shape}. "
                "Build it with the model that encodes the questions: pincite index"
            )
        return np.ascontiguousarray(vectors, dtype=np.float32)
