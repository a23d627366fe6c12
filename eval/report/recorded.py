"""What ``results.json`` holds, as values that a report is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from corpus.errors import SettingsError
from eval.record import read_record
from eval.types import Bin, ConfidenceResult, Evidence, Group, RiskPoint, Score, UnitKey

Verdict = Literal["right", "partly", "wrong", "refused", "answered"]
VERDICTS: Mapping[Verdict, str] = {
    "right": "right",
    "partly": "partly right",
    "wrong": "wrong citation",
    "refused": "refused, though answered",
    "answered": "answered, though unanswerable",
}
"""Each verdict in words; all but the first are failures."""


@dataclass(frozen=True, slots=True)
class RecordedQuestion:
    """A question of the set that was run.

    Attributes:
        id: Unique in its set.
        kind: One of `eval.types.KINDS`.
        text: As asked.
        history: Earlier questions of the chat, oldest first.
        gold: Units that together are right; empty if unanswerable.
        acceptable: Units that count neither for nor against.
        evidence: Verbatim words that answer.
        answer: The reference answer; empty if unanswerable.
    """

    id: str
    kind: str
    text: str
    history: tuple[str, ...]
    gold: tuple[UnitKey, ...]
    acceptable: tuple[UnitKey, ...]
    evidence: tuple[Evidence, ...]
    answer: str


@dataclass(frozen=True, slots=True)
class RecordedCitation:
    """A unit that was cited.

    Attributes:
        unit: Which.
        quote: The words quoted; empty for a system that quotes none.
        depth: One of `eval.types.DEPTHS`; None if the question is unanswerable.
    """

    unit: UnitKey
    quote: str
    depth: str | None


@dataclass(frozen=True, slots=True)
class RecordedAnswer:
    """What a system gave for one question.

    Attributes:
        question: Which.
        abstained: True if it refused.
        confidence: That the library answers; a probability where the system has one.
        first_gold_rank: From 1; None if no gold unit was ranked.
        cited: What it cited.
        hits: The first that it ranked, best first.
        scores: By measure; None where the question has no such measure.
    """

    question: RecordedQuestion
    abstained: bool
    confidence: float
    first_gold_rank: int | None
    cited: tuple[RecordedCitation, ...]
    hits: tuple[UnitKey, ...]
    scores: Mapping[str, float | None]

    @property
    def verdict(self) -> Verdict:
        """How the answer turned out, by what was cited."""
        if not self.question.gold:
            return "right" if self.abstained else "answered"
        if self.abstained:
            return "refused"
        f1 = self.scores.get("citation_F1") or 0.0
        if f1 == 1.0:
            return "right"
        return "partly" if f1 else "wrong"


@dataclass(frozen=True, slots=True)
class RecordedSystem:
    """A system's results.

    Attributes:
        name: Unique in its run.
        overall: Over all questions.
        by_kind: Over those of one kind.
        confidence: What its confidence is worth.
        answers: In the order of the questions.
    """

    name: str
    overall: Group
    by_kind: Mapping[str, Group]
    confidence: ConfidenceResult
    answers: tuple[RecordedAnswer, ...]


@dataclass(frozen=True, slots=True)
class RecordedRun:
    """One finished run.

    Attributes:
        folder: Where its files lie.
        created: Time of writing, ISO 8601.
        commit: Short hash of the code, ``+`` behind it if files were changed; empty if unknown.
        set_name: Name of the set.
        set_sha256: Of the set's file.
        documents: Symbols of the documents asked about.
        questions: In the set's order.
        texts: Words of every unit that the run names.
        systems: In the order they ran.
    """

    folder: Path
    created: str
    commit: str
    set_name: str
    set_sha256: str
    documents: tuple[str, ...]
    questions: tuple[RecordedQuestion, ...]
    texts: Mapping[UnitKey, str]
    systems: tuple[RecordedSystem, ...]


def read_run(path: Path) -> RecordedRun:
    """Read a run from its folder, or from its ``results.json``.

    Raises:
        SettingsError: There is none, it is damaged, or another version of Pincite wrote it.
    """
    record = read_record(path)
    try:
        return _run(record, path if path.is_dir() else path.parent)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise SettingsError(
            f"The results in {path} are damaged ({error!r}). Write them anew: python -m eval run"
        ) from error


# Any: what JSON holds is unknown until it is taken apart, and `read_run` catches what is wrong.


def _run(record: Any, folder: Path) -> RecordedRun:  # noqa: ANN401
    questions = tuple(_question(one) for one in record["questions"])
    by_id = {question.id: question for question in questions}
    commit = record["commit"]
    return RecordedRun(
        folder=folder,
        created=str(record["created"]),
        commit=f"{commit['hash'][:9]}{'+' if commit['changed'] else ''}" if commit else "",
        set_name=str(record["set"]["name"]),
        set_sha256=str(record["set"]["sha256"]),
        documents=tuple(record["documents"]),
        questions=questions,
        texts={_unit(one): str(one["text"]) for one in record["units"]},
        systems=tuple(_system(one, by_id, record["timings"]) for one in record["systems"]),
    )


def _question(record: Any) -> RecordedQuestion:  # noqa: ANN401
    return RecordedQuestion(
        id=str(record["id"]),
        kind=str(record["kind"]),
        text=str(record["question"]),
        history=tuple(map(str, record["history"])),
        gold=tuple(map(_unit, record["gold"])),
        acceptable=tuple(map(_unit, record["acceptable"])),
        evidence=tuple(Evidence(str(e["label"]), str(e["quote"])) for e in record["evidence"]),
        answer=str(record["answer"]),
    )


def _system(
    record: Any,  # noqa: ANN401
    questions: Mapping[str, RecordedQuestion],
    timings: Any,  # noqa: ANN401
) -> RecordedSystem:
    name = str(record["name"])
    times = timings.get(name, {})
    kinds = times.get("by_kind", {})
    confidence = record["confidence"]
    return RecordedSystem(
        name=name,
        overall=_group(record["overall"], times),
        by_kind={
            str(kind): _group(group, kinds.get(kind, {}))
            for kind, group in record["by_kind"].items()
        },
        confidence=ConfidenceResult(
            unanswerable={
                str(kind): {str(measure): _score(one) for measure, one in scores.items()}
                for kind, scores in confidence["unanswerable"].items()
            },
            reliability=tuple(Bin(**one) for one in confidence["reliability"]),
            risk_coverage=tuple(RiskPoint(**one) for one in confidence["risk_coverage"]),
        ),
        answers=tuple(_answer(one, questions[one["id"]]) for one in record["answers"]),
    )


def _group(record: Any, times: Any) -> Group:  # noqa: ANN401
    return Group(
        n=int(record["n"]),
        answerable=int(record["answerable"]),
        refused=int(record["refused"]),
        scores={str(measure): _score(one) for measure, one in record["scores"].items()},
        latency_ms={name: float(times[name]) for name in ("p50", "p95") if name in times},
        depths={depth: int(number) for depth, number in record["depths"].items()},
    )


def _answer(record: Any, question: RecordedQuestion) -> RecordedAnswer:  # noqa: ANN401
    return RecordedAnswer(
        question=question,
        abstained=bool(record["abstained"]),
        confidence=float(record["confidence"]),
        first_gold_rank=record["first_gold_rank"],
        cited=tuple(
            RecordedCitation(_unit(one), str(one["quote"]), one["depth"]) for one in record["cited"]
        ),
        hits=tuple(map(_unit, record["hits"])),
        scores=dict(record["scores"]),
    )


def _unit(record: Any) -> UnitKey:  # noqa: ANN401
    return UnitKey(str(record["document"]), str(record["label"]))


def _score(record: Any) -> Score:  # noqa: ANN401
    return Score(record["value"], record["low"], record["high"], int(record["n"]))
