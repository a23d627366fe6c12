"""What the assistant owns: hits, citations and answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from corpus.types import Located, Unit


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
class SignalPart:
    """What one signal brings to a unit's score.

    Attributes:
        name: One of `assistant.retrieval.SIGNALS`, or ``document``.
        value: The signal, about 0 to 1.
        weight: Its fitted weight, 0 to 1.
        contribution: Value times weight.
        lead: The contribution less that of the unit compared with: the runner-up for the first
            unit, the first for all others; 0 where there is no other.
    """

    name: str
    value: float
    weight: float
    contribution: float
    lead: float


@dataclass(frozen=True, slots=True)
class UnitReasons:
    """Why a unit stands where it stands.

    Attributes:
        document: Symbol of the document.
        label: Label of the unit.
        rank: From 1.
        score: Fused score, the sum of the signals' contributions.
        signals: One for each signal, in the order of `assistant.retrieval.SIGNALS`; last, where
            the question's words name documents, what speaks for the unit's document.
        models: Name of each model and its own cosine (-1 to 1) of the question with the unit's best
            passage, where several models encode; otherwise empty.
        own_words: The question's words, as typed, that stand in the unit's own words (the same
            stem counts), most telling first; neighbours that stand there side by side are one.
        context_words: Those that stand in its headings or its lead-in only.
    """

    document: str
    label: str
    rank: int
    score: float
    signals: tuple[SignalPart, ...]
    models: tuple[tuple[str, float], ...] = ()
    own_words: tuple[str, ...] = ()
    context_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FeaturePart:
    """What one feature brings to the confidence.

    Attributes:
        name: One of `assistant.confidence.FEATURES`.
        value: As `assistant.confidence.features` gives it.
        weight: Its fitted weight, of any size.
        contribution: Value times weight, in log-odds: above 0 it speaks for an answer.
    """

    name: str
    value: float
    weight: float
    contribution: float


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure it is that the library answers, and why.

    Attributes:
        probability: The answer's confidence, 0 to 1.
        threshold: Confidence below which it abstains, 0 to 1.
        words: From ``very sure`` to ``hardly sure``; with the first three it answers.
        log_odds: `bias` and the contributions of all features together.
        bias: The constant.
        features: One for each feature.
    """

    probability: float
    threshold: float
    words: str
    log_odds: float
    bias: float
    features: tuple[FeaturePart, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why these units, and why this confidence.

    Attributes:
        named: True if the question named paragraphs: they were looked up, and nothing was
            weighed; then there is nothing below.
        units: The first three, and each cited one, by rank.
        sureness: None where nothing was estimated.
    """

    named: bool = False
    units: tuple[UnitReasons, ...] = ()
    sureness: Sureness | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reference names.

    Attributes:
        units: Each followed by the units inside it; of ten documents at most.
        also_in: Symbols of the other documents that have what it names.
    """

    units: tuple[Located, ...]
    also_in: tuple[str, ...] = ()


ScopeBy = Literal["", "limits", "symbol", "words", "nothing"]
"""What sets the documents that a question is asked of: limits that the person set, a symbol in the
question, words that name a document, or nothing, since what words name does not answer."""


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
        timings_ms: Milliseconds for ``encode``, ``search``, ``rerank`` (about 0 where nothing is
            read), ``compose`` and ``total``.
        named: True if the question named paragraphs itself, so that nothing was estimated.
        explanation: Why these units and this confidence.
        scope: Symbols of the documents that it was asked of, or that were looked in first because
            its words name them; empty for the whole library.
        scope_by: What set that scope.
        scope_note: How that was read, in a sentence; empty where there is nothing to say.
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
    explanation: Explanation = Explanation()
    scope: tuple[str, ...] = ()
    scope_by: ScopeBy = ""
    scope_note: str = ""
