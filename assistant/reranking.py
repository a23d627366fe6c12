"""The best units, read by a language model: how sure an answer is, and which of them is best.

The first ranking compares words and vectors that were made before the question was known. The
reranker reads a unit and tells how likely the question is after it. What the best unit makes
likely, and what it does not, tells whether it answers. That takes nearly a tenth of a second a
unit, so others are read, and ranked anew, only where the second one comes close to the first. It
reads English, which it has been fitted with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from assistant.calibration import Reranking
from assistant.retrieval import Scores, Signals
from corpus.language import language_of_question
from embeddings.library import Library
from embeddings.reranker.opening import Reranker
from embeddings.reranker.texts import short_title, text_to_read

_FARTHEST = 12.0
"""Gains and losses beyond are not told apart, as in `embeddings.reranker.refusing`."""
_KEPT = 512
"""Pairs of question and text whose result is kept: a question may be ranked twice."""


@dataclass(frozen=True, slots=True)
class Read:
    """What the reranker found in the best units of a question.

    Attributes:
        rows: Of the units, best first by the first ranking.
        tokens: Log-probability of each of the question's tokens after each unit, shape
            (n_rows, n_tokens).
        alone: The same after no unit, shape (n_tokens,).
    """

    rows: tuple[int, ...]
    tokens: npt.NDArray[np.float32]
    alone: npt.NDArray[np.float32]

    @property
    def likelihoods(self) -> Scores:
        """Log-probability of the question after each unit, shape (n_rows,)."""
        return np.asarray(self.tokens.sum(axis=1), dtype=np.float32)

    @property
    def explained(self) -> float:
        """How much likelier a token is, mean, after the unit that makes the question likeliest."""
        best = self.tokens[int(self.likelihoods.argmax())]
        return float((best - self.alone).mean())

    @property
    def least(self) -> float:
        """How much likelier the tokens are that gain least, after the unit where they gain most.

        A soft minimum: half of what a token loses counts in the exponent.
        """
        gains = np.clip(self.tokens - self.alone, -_FARTHEST, _FARTHEST)
        return float((-2 * np.log(np.exp(-gains / 2).mean(axis=1))).max())

    def first(self, number: int) -> Read:
        """Return what was found in the best units alone."""
        return Read(self.rows[:number], self.tokens[:number], self.alone)


class UnitReader:
    """Reads the best units of a question.

    Args:
        library: Opened library.
        reranker: Reads them.
        fitted: How many are read, and what that counts.
    """

    def __init__(self, library: Library, reranker: Reranker, fitted: Reranking) -> None:
        self._library = library
        self._reranker = reranker
        self._fitted = fitted
        self._tokens = lru_cache(_KEPT)(self._ask)

    def prepare(self, question: str) -> None:
        """Begin to open what reading needs, beside whatever the caller does next.

        Args:
            question: In the words that are searched.
        """
        if is_readable(question):
            self._reranker.prepare()

    def rank(self, question: str, signals: Signals, *, least: int = 1) -> Signals:
        """Return signals with what reading the best units brings; the same where none is read.

        Args:
            question: In the words that are searched.
            signals: Of the first ranking.
            least: Fewer units than these are not read: a single one tells how sure an answer is,
                and leaves the ranking as it is.
        """
        rows = rows_to_read(signals, self._fitted)
        if len(rows) < least or not is_readable(question):
            return signals
        return reranked(signals, self.read(question, rows), self._fitted.weight)

    def read(self, question: str, rows: Sequence[int]) -> Read:
        """Return what the reranker finds in some units, best first by the first ranking."""
        titles = [short_title(self._title(row)) for row in rows]
        units = [self._library.units[row].unit for row in rows]
        # After a title alone: what the question says by itself, and of which document. It is read
        # first, as what it comes to is kept for the units under the same title.
        alone = self._tokens(question, titles[0], titles[0])
        tokens = [
            self._tokens(question, text_to_read(title, unit), title)
            for title, unit in zip(titles, units, strict=True)
        ]
        return Read(tuple(rows), np.stack(tokens), alone)

    def _title(self, row: int) -> str:
        document = self._library.units[row].document
        return self._library.catalogue.document(document).metadata.title

    def _ask(self, question: str, text: str, title: str) -> npt.NDArray[np.float32]:
        return self._reranker.log_probabilities(question, text, title)


@lru_cache(_KEPT)
def is_readable(question: str) -> bool:
    """Tell whether a question is in the language that the reranker has been fitted with."""
    return language_of_question(question) == "en"


def rows_to_read(signals: Signals, fitted: Reranking) -> list[int]:
    """Return the units to read, best first: that one alone where it stands by itself."""
    order = signals.order()[: fitted.depth]
    behind = signals.fused[order[:1]] - signals.fused[order]
    if len(order) < 2 or behind[1] > fitted.gap:
        return [int(row) for row in order[:1]]
    return [int(row) for row in order[behind <= max(fitted.reach, fitted.gap)]]


def reranked(signals: Signals, read: Read, weight: float) -> Signals:
    """Return signals with what reading the best units has brought.

    The units that are read stay before all others, and the best of them keeps the score that the
    best one had: what changes is their order, and how far they lie apart.

    Args:
        signals: Of the first ranking.
        read: What was found in its best units.
        weight: What one unit of log-probability is worth as a score.
    """
    signals = replace(signals, explained=read.explained, least=read.least)
    rows, order = [*read.rows], signals.order()
    if len(rows) < 2:
        return signals
    before = signals.fused[rows]
    after = before + np.float32(weight) * read.likelihoods
    after += before.max() - after.max()
    if len(order) > len(rows):
        # What has been read stays above what has not.
        after = np.maximum(after, np.nextafter(signals.fused[order[len(rows)]], np.float32(np.inf)))
    fused, moved = signals.fused.copy(), np.zeros_like(signals.fused)
    fused[rows], moved[rows] = after, after - before
    return replace(signals, fused=fused, read=moved)
