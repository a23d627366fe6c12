"""Which units an answer cites, and which of their words it quotes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.retrieval import Signals
from assistant.types import Citation, Hit
from corpus.display import cite
from corpus.sentences import split_sentences
from corpus.types import Located
from embeddings.lexical_index import tokenize
from embeddings.library import Library

_WORD_SHARE = 0.3
"""Weight of shared words beside the cosine when sentences of one unit are compared."""


def choose(hits: Sequence[Hit], margin: float, most: int) -> tuple[Hit, ...]:
    """Return the hits to cite: the best, and those within `margin` of its score.

    A unit without words of its own cannot be quoted and is passed over.
    """
    quotable = [hit for hit in hits if hit.unit.text]
    if not quotable:
        return ()
    floor = quotable[0].score - margin
    return tuple(hit for hit in quotable[:most] if hit.score >= floor)


class Quoter:
    """Finds the sentences of a unit that answer a question.

    Args:
        library: Opened library.
        margin: How far below the best sentence's score a neighbour is still quoted.
    """

    def __init__(self, library: Library, margin: float) -> None:
        self._library = library
        self._margin = margin
        self._passages: dict[tuple[str, str], list[int]] = {}
        for row, passage in enumerate(library.passages):
            if passage.view == "sentence":
                self._passages.setdefault((passage.document, passage.label), []).append(row)

    def span(self, question: str, hit: Hit, signals: Signals) -> tuple[int, int]:
        """Return (start, end) of the quoted words: the best sentence and close neighbours."""
        sentences = split_sentences(hit.unit.text)
        if len(sentences) < 2:
            return sentences[0] if sentences else (0, len(hit.unit.text))
        scores = [self._score(question, hit, span, signals) for span in sentences]
        first = last = int(np.argmax(scores))
        floor = scores[first] - self._margin
        while first > 0 and scores[first - 1] >= floor:
            first -= 1
        while last + 1 < len(scores) and scores[last + 1] >= floor:
            last += 1
        return sentences[first][0], sentences[last][1]

    def _score(self, question: str, hit: Hit, span: tuple[int, int], signals: Signals) -> float:
        rows = self._passages.get((hit.document, hit.label), [])
        inside = [
            float(signals.passages[row])
            for row in rows
            if span[0] <= self._library.passages[row].start < span[1]
        ]
        index = self._library.lexical_own
        asked = set(tokenize(question))
        shared = asked & set(tokenize(hit.unit.text[span[0] : span[1]]))
        weight = sum(index.idf(term) for term in asked)
        share = sum(index.idf(term) for term in shared) / weight if weight else 0.0
        return max(inside, default=0.0) + _WORD_SHARE * share

    def citation(self, question: str, hit: Hit, signals: Signals) -> Citation:
        """Return the citation of a hit with the words that answer."""
        start, end = self.span(question, hit, signals)
        return make_citation(Located(hit.document, hit.unit), start, end, hit.score)


def make_citation(place: Located, start: int, end: int, score: float) -> Citation:
    """Return a citation with its reference written out."""
    return Citation(
        document=place.document,
        unit=place.unit,
        reference=cite(place.document, place.unit.label),
        start=start,
        end=end,
        score=score,
    )
