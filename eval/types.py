"""What an evaluation owns: questions, judgements, what a system gave, and scores."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

ANSWERABLE_KINDS = (
    "direct",
    "paraphrase",
    "fact",
    "sub-paragraph",
    "multi",
    "cross-reference",
    "keyword",
    "noisy",
    "follow-up",
    "reference",
    "locate",
    "other-language",
)
UNANSWERABLE_KINDS = ("false-premise", "near", "far")
KINDS = ANSWERABLE_KINDS + UNANSWERABLE_KINDS

Severity = Literal["error", "note"]

Depth = Literal[
    "exact", "ancestor", "descendant", "sibling", "next-door", "elsewhere", "acceptable"
]
DEPTHS: tuple[Depth, ...] = get_args(Depth)
"""How a cited unit stands to the gold ones; `eval.metrics.depth` defines them."""


@dataclass(frozen=True, slots=True, order=True)
class UnitKey:
    """One citable unit of a library.

    Attributes:
        document: Symbol of the document.
        label: The unit's label in it.
    """

    document: str
    label: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a unit that answer a question, copied verbatim.

    Attributes:
        label: The unit they stand in.
        quote: The words; white space may differ from the unit's.
    """

    label: str
    quote: str


@dataclass(frozen=True, slots=True)
class Question:
    """One line of a question set.

    Attributes:
        id: Unique in its set; letters, digits, ``.``, ``_`` and ``-``.
        kind: One of `KINDS`.
        question: As a person asks it.
        history: Earlier questions of the chat, oldest first; only for ``follow-up``.
        gold: Labels that together are the right citation; empty if unanswerable.
        acceptable: Labels that a fair judge would not call wrong.
        evidence: Verbatim words that answer.
        answer: Short reference answer; empty if unanswerable.
        document: Symbol of the document that the labels stand in; None where the library
            holds only one.
    """

    id: str
    kind: str
    question: str
    gold: tuple[str, ...]
    history: tuple[str, ...] = ()
    acceptable: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    answer: str = ""
    document: str | None = None

    @property
    def answerable(self) -> bool:
        """True if the document answers it."""
        return bool(self.gold)


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """A set of questions and where it came from.

    Attributes:
        path: The file.
        questions: In the file's order.
        sha256: Of the file's bytes, in hexadecimal.
    """

    path: Path
    questions: tuple[Question, ...]
    sha256: str

    @property
    def name(self) -> str:
        """The file's name without its ending, e.g. ``report``."""
        return self.path.stem


@dataclass(frozen=True, slots=True)
class Judgement:
    """The right citation of one question, located in the library.

    Attributes:
        gold: Units that together are right; empty if unanswerable.
        acceptable: Units that count neither for nor against.
    """

    gold: frozenset[UnitKey]
    acceptable: frozenset[UnitKey]


@dataclass(frozen=True, slots=True)
class Qrel:
    """One line of a TREC qrels file: this unit is relevant to this question."""

    query_id: str
    unit: UnitKey
    relevance: int = 1


@dataclass(frozen=True, slots=True)
class RunEntry:
    """One line of a TREC run file.

    Attributes:
        query_id: The question's id.
        unit: The unit found.
        rank: From 1.
        score: Higher is better.
    """

    query_id: str
    unit: UnitKey
    rank: int
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """A unit that a system ranked; its place in `Prediction.hits` is its rank."""

    unit: UnitKey
    score: float


@dataclass(frozen=True, slots=True)
class Cited:
    """A unit that a system cited, with the words it quoted (empty for a baseline)."""

    unit: UnitKey
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Prediction:
    """What a system under test gave for one question.

    Attributes:
        hits: Ranked units, best first, each at most once.
        cited: What it cited; empty when it abstained.
        abstained: True if it said that the library does not answer.
        confidence: Higher means surer that the library answers; a probability for Pincite,
            the best hit's score for a baseline.
        is_probability: True if the confidence claims to be the probability that the library
            answers; only then is its calibration measured, and else its order alone.
    """

    hits: tuple[Found, ...]
    cited: tuple[Cited, ...]
    abstained: bool
    confidence: float
    is_probability: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """A measure over a group of questions.

    Attributes:
        value: The measure; None where it is undefined for the group.
        low: Lower end of its 95% bootstrap interval; None where there is none.
        high: Upper end.
        n: Number of questions that it is computed over.
    """

    value: float | None
    low: float | None
    high: float | None
    n: int


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """One question, what the system gave, and its scores.

    Attributes:
        question: As in the set.
        judgement: What would have been right.
        prediction: What the system gave.
        scores: By measure; None where the question has no such measure.
        milliseconds: Wall time of the answer.
        depths: How each cited unit stands to the gold ones, in the order cited; None for an
            unanswerable question.
        verbatim: Whether each quote stands in its unit as it is, in the order cited; None
            where nothing was quoted.
    """

    question: Question
    judgement: Judgement
    prediction: Prediction
    scores: Mapping[str, float | None]
    milliseconds: float
    depths: tuple[Depth | None, ...] = ()
    verbatim: tuple[bool | None, ...] = ()

    @property
    def first_gold_rank(self) -> int | None:
        """Rank, from 1, of the first gold unit; None if none was ranked."""
        for rank, found in enumerate(self.prediction.hits, start=1):
            if found.unit in self.judgement.gold:
                return rank
        return None


@dataclass(frozen=True, slots=True)
class Group:
    """A system's scores over all questions, or over those of one kind.

    Attributes:
        n: Number of questions.
        answerable: How many of them the library answers.
        refused: How many the system abstained on.
        scores: By measure, in the order they are shown.
        latency_ms: ``p50`` and ``p95`` of the answers' wall times.
        depths: Number of citations at each depth, over answerable questions.
    """

    n: int
    answerable: int
    refused: int
    scores: Mapping[str, Score]
    latency_ms: Mapping[str, float]
    depths: Mapping[Depth, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bin:
    """One bar of a reliability diagram: the questions with a confidence from `low` to `high`.

    Attributes:
        low: Lower end, not included except 0.
        high: Upper end, included.
        n: Number of questions.
        confidence: Their mean confidence; None without a question.
        answerable: Share of them that the library answers; None without a question.
    """

    low: float
    high: float
    n: int
    confidence: float | None
    answerable: float | None


@dataclass(frozen=True, slots=True)
class RiskPoint:
    """One point of a risk-coverage curve: answering all with at least this confidence.

    Attributes:
        coverage: Share of all questions that are answered, above 0 to 1.
        risk: Share of the answered ones that are wrong.
        threshold: The confidence.
    """

    coverage: float
    risk: float
    threshold: float


@dataclass(frozen=True, slots=True)
class ConfidenceResult:
    """What a system's confidence is worth.

    Attributes:
        unanswerable: By kind of unanswerable question: ``abstention_recall`` over that kind,
            and ``confidence_AUROC`` of all answerable questions against it.
        reliability: Ten bins; empty where the confidence is no probability.
        risk_coverage: By rising coverage; one point for each distinct confidence.
    """

    unanswerable: Mapping[str, Mapping[str, Score]]
    reliability: tuple[Bin, ...]
    risk_coverage: tuple[RiskPoint, ...]


@dataclass(frozen=True, slots=True)
class SystemResult:
    """A system's results over a question set.

    Attributes:
        name: The system's name, e.g. ``pincite``.
        settings: What it ran with.
        questions: One result a question, in the set's order.
        overall: Over all questions.
        by_kind: Over the questions of one kind, in the order of `KINDS`.
        confidence: What its confidence is worth.
    """

    name: str
    settings: Mapping[str, object]
    questions: tuple[QuestionResult, ...]
    overall: Group
    by_kind: Mapping[str, Group]
    confidence: ConfidenceResult


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """A unit that results name, so that they can be read without the library.

    Attributes:
        unit: Which.
        level: 1 for a unit that stands in no other, 2 for one inside it, and so on.
        text: Its own words.
    """

    unit: UnitKey
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All systems' results over one question set.

    Attributes:
        question_set: What was asked.
        documents: Content hash by symbol.
        systems: In the order they ran.
        seed: Of the bootstrap.
        resamples: Of the bootstrap.
        units: All that are gold, acceptable, cited, or ranked first, in reading order.
    """

    question_set: QuestionSet
    documents: Mapping[str, str]
    systems: tuple[SystemResult, ...]
    seed: int
    resamples: int
    units: tuple[NamedUnit, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that the checker says about a set.

    Attributes:
        severity: ``error`` makes the set unfit; ``note`` is for a person to judge.
        set: The set's name.
        question: Id of the question, empty if about the set as a whole.
        text: One sentence.
    """

    severity: Severity
    set: str
    question: str
    text: str
