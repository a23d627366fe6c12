"""The best units, read by a language model and ranked anew where the first places are close.

The first ranking compares words and vectors that were made before the question was known. The
reranker reads each of the best units and tells how likely the question is after it; that takes a
tenth of a second a unit, so it is asked only where the second unit comes close to the first, and
only in English, which it has been fitted with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from assistant.calibration import Reranking
from assistant.retrieval import Scores, Signals
from corpus.language import language_of_question
from embeddings.library import Library
from embeddings.reranker.opening import Reranker
from embeddings.reranker.texts import short_title, text_to_read

_KEPT = 512
"""Pairs of question and text whose result is kept: a question may be ranked twice."""


@dataclass(frozen=True, slots=True)
class Read:
    """What the reranker found in the best units of a question.

    Attributes:
        rows: Of the units, best first by the first ranking.
        likelihoods: Log-probability of the question after each, shape (n_rows,).
        alone: Log-probability of the question after no unit.
    """

    rows: tuple[int, ...]
    likelihoods: Scores
    alone: float


class CloseReader:
    """Ranks the best units anew.

    Args:
        library: Opened library.
        reranker: Reads them.
        fitted: When, how many, and what it counts.
    """

    def __init__(self, library: Library, reranker: Reranker, fitted: Reranking) -> None:
        self._library = library
        self._reranker = reranker
        self._fitted = fitted
        self._likelihood = lru_cache(_KEPT)(self._ask)

    def rank(self, question: str, signals: Signals) -> Signals:
        """Return signals whose best units are ranked anew, or the same where that is not done.

        The units that are read stay before all others, and the best of them keeps the score that
        the best one had: what changes is their order, and how far they lie apart.

        Args:
            question: In the words that are searched.
            signals: Of the first ranking.
        """
        rows = self._to_read(signals)
        if len(rows) < 2 or not is_readable(question):
            return signals
        return reranked(signals, self.read(question, rows), self._fitted.weight)

    def read(self, question: str, rows: Sequence[int]) -> Read:
        """Return what the reranker finds in some units, best first by the first ranking."""
        titles = [self._title(row) for row in rows]
        units = [self._library.units[row].unit for row in rows]
        texts = [text_to_read(title, unit) for title, unit in zip(titles, units, strict=True)]
        found = np.array([self._likelihood(question, text) for text in texts], dtype=np.float32)
        # After a title alone: what the question says by itself, and of which document.
        alone = self._likelihood(question, short_title(titles[int(found.argmax())]))
        return Read(tuple(rows), found, alone)

    def _to_read(self, signals: Signals) -> list[int]:
        order = signals.order()[: self._fitted.depth]
        if len(order) < 2 or signals.fused[order[0]] - signals.fused[order[1]] > self._fitted.gap:
            return []
        return [int(row) for row in order]

    def _title(self, row: int) -> str:
        document = self._library.units[row].document
        return self._library.catalogue.document(document).metadata.title

    def _ask(self, question: str, text: str) -> float:
        (found,) = self._reranker.log_probabilities(question, [text])
        return float(found.sum())


def is_readable(question: str) -> bool:
    """Tell whether a question is in the language that the reranker has been fitted with."""
    return language_of_question(question) == "en"


def reranked(signals: Signals, read: Read, weight: float) -> Signals:
    """Return signals with what reading the best units has brought.

    Args:
        signals: Of the first ranking.
        read: What was found in its best units.
        weight: What one unit of log-probability is worth as a score.
    """
    rows, order = [*read.rows], signals.order()
    before = signals.fused[rows]
    after = before + np.float32(weight) * read.likelihoods
    after += before.max() - after.max()
    if len(order) > len(rows):
        # What has been read stays above what has not.
        after = np.maximum(after, np.nextafter(signals.fused[order[len(rows)]], np.float32(np.inf)))
    fused = signals.fused.copy()
    fused[rows] = after
    explained = float(read.likelihoods.max()) - read.alone
    return replace(signals, fused=fused, read=fused - signals.fused, explained=explained)
