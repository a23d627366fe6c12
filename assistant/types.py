"""What the assistant owns: hits, citations and answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.types import Unit


@dataclass(frozen=True, slots=True)
class Hit:
    """A unit found for a question.

    Attributes:
        document: Symbol of the document.
        unit: The unit itself.
        score: Fused score; higher is better, comparable within one question only.
        rank: From 1.
    """

    document: str
    unit: Unit
    score: float
    rank: int

    @property
    def label(self) -> str:
        """The unit's label."""
        return self.unit.label


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a unit that support an answer: ``unit.text[start:end] == quote``.

    Attributes:
        document: Symbol of the document.
        unit: The unit the words stand in.
        reference: Display form with symbol, e.g. ``CTOC/COP/WG.4/2011/8, para. 51 (j) (iii)``.
        start: Offset of the quote in ``unit.text``.
        end: Offset behind its last character.
        score: The unit's fused score.

    Raises:
        ValueError: The offsets do not lie in the unit's text or hold no words.
    """

    document: str
    unit: Unit
    reference: str
    start: int
    end: int
    score: float

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= len(self.unit.text):
            raise ValueError(
                f"quote {self.start}:{self.end} lies outside {self.unit.label}, "
                f"which has {len(self.unit.text)} characters"
            )

    @property
    def label(self) -> str:
        """The unit's label."""
        return self.unit.label

    @property
    def quote(self) -> str:
        """The quoted words, verbatim."""
        return self.unit.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Answer:
    """A cited answer, or the statement that there is none.

    Attributes:
        question: As asked.
        read_as: The question as it was searched; differs for a follow-up.
        text: What a person reads; quotes verbatim, each followed by its reference.
        abstained: True if the library does not answer; then `citations` is empty.
        confidence: Calibrated probability (0 to 1) that the library answers the question.
        citations: The smallest set that together supports the answer, best first.
        hits: Ranked units, at least 20 where the library has so many.
        nearest: References of the nearest units, shown as such when it abstains.
        timings_ms: Milliseconds for ``encode``, ``search``, ``compose`` and ``total``.
        named: True if the question named paragraphs itself, so that nothing was estimated.
    """

    question: str
    read_as: str
    text: str
    abstained: bool
    confidence: float
    citations: tuple[Citation, ...]
    hits: tuple[Hit, ...]
    nearest: tuple[Hit, ...] = ()
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    named: bool = False
