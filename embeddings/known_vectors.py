"""Vectors by the digest of their text, wherever they lie: an old index, an archive, a journal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from embeddings.ensemble import first_block
from embeddings.journal import VectorJournal
from embeddings.types import Vectors
from embeddings.vector_index import VectorIndex


@dataclass(frozen=True, slots=True)
class StoredVectors:
    """Vectors computed before.

    Attributes:
        rows: Row of each text's vector, by `embeddings.journal.text_digest`.
        index: Holds them.
    """

    rows: Mapping[bytes, int]
    index: VectorIndex

    def first_block(self, dim: int) -> StoredVectors:
        """Return those of the first model, of length `dim`, where several made them."""
        return StoredVectors(self.rows, VectorIndex.build(first_block(self.index.vectors, dim)))


class KnownVectors:
    """All vectors at hand; new ones are added to the journal.

    Args:
        stored: Of the generation in use and of an archive, all made by one model.
        journal: Of the same model; None where nothing will be added.
    """

    def __init__(
        self, stored: Sequence[StoredVectors], journal: VectorJournal | None = None
    ) -> None:
        self._stored = tuple(stored)
        self._journal = journal

    def __contains__(self, digest: bytes) -> bool:
        return any(digest in stored.rows for stored in self._stored) or (
            self._journal is not None and digest in self._journal
        )

    def vector(self, digest: bytes) -> Vectors:
        """Return a text's vector, shape (dim,).

        Raises:
            KeyError: It is not known.
        """
        for stored in self._stored:
            row = stored.rows.get(digest)
            if row is not None:
                return stored.index.vector(row)
        if self._journal is None:
            raise KeyError(digest)
        return self._journal.vector(digest)

    def add(self, digests: Sequence[bytes], vectors: Vectors) -> None:
        """Keep vectors computed now, shape (n, dim), in the journal."""
        assert self._journal is not None
        self._journal.add(digests, vectors)
