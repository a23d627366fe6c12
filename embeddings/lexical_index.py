"""BM25 over texts: bm25s weighs the terms, the weights are read back as they lie.

Reading is a sum over the columns of bm25s' sparse matrix. It is done here with numpy because
importing bm25s (and scipy with it) would be a good part of a cold start; a test holds the
scores against bm25s' own.
"""

from __future__ import annotations

import json
import math
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from corpus.errors import IndexDamagedError, reason_of
from embeddings.terms import tokenize

__all__ = ["LexicalHit", "LexicalIndex", "tokenize"]

K1 = 1.5
B = 0.75
"""Usual BM25 parameters; Robertson and Zaragoza 2009, section 3.2."""

_ARRAYS = ("weights", "rows", "starts", "frequencies")


@dataclass(frozen=True, slots=True)
class LexicalHit:
    """A text found by its words.

    Attributes:
        row: Position of the text in the list the index was built from.
        score: BM25 score, above 0.
        rank: From 1.
    """

    row: int
    score: float
    rank: int


class LexicalIndex:
    """BM25 (Lucene's variant) over a list of texts.

    Args:
        terms: The vocabulary, sorted.
        weights: Score of each (term, text) pair that occurs, term by term, float32.
        rows: Text of each pair.
        starts: Where each term's pairs begin, shape (n_terms + 1,).
        frequencies: Number of texts each term occurs in, shape (n_terms,).
        n_texts: Number of texts.
    """

    def __init__(
        self,
        terms: Sequence[str],
        weights: npt.NDArray[np.float32],
        rows: npt.NDArray[np.int32],
        starts: npt.NDArray[np.int64],
        frequencies: npt.NDArray[np.int32],
        n_texts: int,
    ) -> None:
        self._columns = {term: at for at, term in enumerate(terms)}
        self._weights = weights
        self._rows = rows
        self._starts = starts
        self._frequencies = frequencies
        self._n_texts = n_texts

    @classmethod
    def build(cls, texts: Sequence[str], *, k1: float = K1, b: float = B) -> LexicalIndex:
        """Index texts; a text without terms is kept as a row that nothing finds."""
        counted = [tokenize(text) for text in texts]
        terms = sorted({term for found in counted for term in found})
        if not terms:
            empty = np.empty(0, np.int32)
            starts = np.zeros(1, np.int64)
            return cls([], empty.astype(np.float32), empty, starts, empty, len(texts))
        import bm25s

        columns = {term: at for at, term in enumerate(terms)}
        ids = [[columns[term] for term in found] for found in counted]
        model = bm25s.BM25(method="lucene", k1=k1, b=b, backend="numpy")
        matrix = model.build_index_from_ids(list(columns.values()), ids, show_progress=False)
        starts = np.asarray(matrix["indptr"], np.int64)
        return cls(
            terms,
            np.asarray(matrix["data"], np.float32),
            np.asarray(matrix["indices"], np.int32),
            starts,
            np.diff(starts).astype(np.int32),
            len(texts),
        )

    def __len__(self) -> int:
        """Return the number of texts."""
        return self._n_texts

    @property
    def vocabulary(self) -> Mapping[str, int]:
        """Each term that occurs, as `tokenize` gives it, with the number of texts it is in."""
        counts = {term: int(self._frequencies[at]) for term, at in self._columns.items()}
        return MappingProxyType(counts)

    def idf(self, term: str) -> float:
        """Return a term's inverse document frequency, above 0; an unseen term has the highest.

        Args:
            term: As `tokenize` gives it.

        ``ln(1 + (N - df + 0.5) / (df + 0.5))``, as Lucene computes it.
        """
        at = self._columns.get(term)
        df = 0 if at is None else int(self._frequencies[at])
        return math.log(1 + (self._n_texts - df + 0.5) / (df + 0.5))

    def texts_with(self, term: str) -> npt.NDArray[np.int32]:
        """Return the rows of the texts that a term occurs in; none if it is unseen.

        Args:
            term: As `tokenize` gives it.
        """
        at = self._columns.get(term)
        if at is None:
            return np.empty(0, dtype=np.int32)
        return self._rows[int(self._starts[at]) : int(self._starts[at + 1])]

    def scores(self, query: str) -> npt.NDArray[np.float32]:
        """Return each text's BM25 score for a query, shape (n_texts,), at least 0."""
        scores = np.zeros(self._n_texts, dtype=np.float32)
        for term in tokenize(query):
            at = self._columns.get(term)
            if at is not None:
                span = slice(int(self._starts[at]), int(self._starts[at + 1]))
                # A text stands once in a term's column, so plain indexed addition is right.
                scores[self._rows[span]] += self._weights[span]
        return scores

    def search(self, query: str, top_k: int = 10) -> list[LexicalHit]:
        """Return the texts that share a term with the query, best first, ties by row."""
        scores = self.scores(query)
        order = np.argsort(-scores, kind="stable")[: max(top_k, 0)]
        return [
            LexicalHit(int(row), float(scores[row]), rank)
            for rank, row in enumerate(order, start=1)
            if scores[row] > 0
        ]

    def save(self, path: Path) -> None:
        """Write the index to one ``.npz`` file."""
        header = json.dumps({"n_texts": self._n_texts, "terms": list(self._columns)})
        with path.open("wb") as stream:
            np.savez(
                stream,
                header=np.frombuffer(header.encode(), np.uint8),
                weights=self._weights,
                rows=self._rows,
                starts=self._starts,
                frequencies=self._frequencies,
            )

    @classmethod
    def load(cls, path: Path) -> LexicalIndex:
        """Read an index that `save` wrote.

        Raises:
            IndexDamagedError: The file is missing, cut short or not an index.
        """
        try:
            with path.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
                header = json.loads(stored["header"].tobytes())
                weights, rows, starts, frequencies = (stored[name] for name in _ARRAYS)
            terms, n_texts = header["terms"], header["n_texts"]
        # A zip archive that is cut short gives any of these, by where the cut lies.
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
            raise IndexDamagedError(
                f"Cannot read {path}: {reason_of(error)}. Mend it: pincite index"
            ) from error
        return cls(terms, weights, rows, starts, frequencies, n_texts)
