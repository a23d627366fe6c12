"""The regression gate: Pincite on the shipped report set, against figures that were committed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import PinciteError
from eval.questions import find_set, load_questions
from eval.runner import evaluate
from eval.systems import PinciteSystem
from eval.types import QuestionResult, QuestionSet, SystemResult

if TYPE_CHECKING:
    from assistant.assistant import Assistant

TOLERANCES: Mapping[str, float] = {
    "success@1": 0.02,
    "citation_F1": 0.02,
    "abstention_accuracy": 0.02,
}
"""How far each mean may fall. Another processor rounds the last bit in another way, which can turn
a question that stands on the edge; 0.02 is about four of 200 questions.
"""

UPDATE = "python -m eval gate --update"

_MOST_NAMED = 40
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Past:
    """What Pincite made of one question when the baseline was taken.

    Attributes:
        success_at_1: Its ``success@1``; None if unanswerable.
        citation_f1: Its ``citation_F1``; None if unanswerable.
        abstained: Whether it was refused.
    """

    success_at_1: float | None
    citation_f1: float | None
    abstained: bool


@dataclass(frozen=True, slots=True)
class Baseline:
    """Figures that must not drop.

    Attributes:
        set_name: The question set's name.
        set_sha256: Of its file.
        means: Of each measure in `TOLERANCES`.
        questions: By id.
    """

    set_name: str
    set_sha256: str
    means: Mapping[str, float]
    questions: Mapping[str, Past]


def baseline_path() -> Path:
    """Return the file of the committed baseline."""
    return Path(str(files("eval").joinpath("data", "baseline.json")))


def measure_shipped(assistant: Assistant) -> tuple[QuestionSet, SystemResult]:
    """Ask the assistant, on the shipped report alone, all questions of the report set."""
    questions = load_questions(find_set("report"))
    # Means alone are compared: no interval is looked at.
    found = evaluate(questions, [PinciteSystem(assistant)], assistant.catalogue, resamples=1)
    return questions, found.systems[0]


def take_baseline(questions: QuestionSet, result: SystemResult) -> Baseline:
    """Return a run's figures as a baseline."""
    return Baseline(
        set_name=questions.name,
        set_sha256=questions.sha256,
        means=_means(result),
        questions={
            r.question.id: Past(
                _rounded(r.scores["success@1"]),
                _rounded(r.scores["citation_F1"]),
                r.prediction.abstained,
            )
            for r in result.questions
        },
    )


def check_baseline(
    baseline: Baseline, questions: QuestionSet, result: SystemResult
) -> tuple[str, ...]:
    """Return what is worse than the baseline allows, a sentence a measure; empty if nothing is.

    Each sentence names every question that the measure lost. If the set is not the one that the
    baseline was taken on, that is the only thing said, for then the means cannot be compared.
    """
    if questions.sha256 != baseline.set_sha256:
        return (
            f"The {questions.name} set has changed since the baseline was taken (sha256 "
            f"{baseline.set_sha256[:12]}, now {questions.sha256[:12]}). Update the baseline: "
            f"{UPDATE}",
        )
    now = _means(result)
    return tuple(
        _drop(measure, baseline, result, now[measure])
        for measure, tolerance in TOLERANCES.items()
        # Both are rounded: a drop of exactly the tolerance is allowed.
        if round(baseline.means[measure] - now[measure], _DIGITS) > tolerance
    )


def read_baseline(path: Path) -> Baseline:
    """Read a baseline.

    Raises:
        PinciteError: The file is missing or holds none.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Baseline(
            set_name=data["set"]["name"],
            set_sha256=data["set"]["sha256"],
            means=data["means"],
            questions={
                key: Past(one["success@1"], one["citation_F1"], one["abstained"])
                for key, one in data["questions"].items()
            },
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise PinciteError(f"{path} holds no baseline ({error!r}). Take one: {UPDATE}") from error


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Write a baseline, a question a line so that a change can be read in a diff.

    Raises:
        PinciteError: The file cannot be written.
    """
    lines = (
        f"  {json.dumps(key)}: "
        + json.dumps(
            {
                "success@1": past.success_at_1,
                "citation_F1": past.citation_f1,
                "abstained": past.abstained,
            }
        )
        for key, past in baseline.questions.items()
    )
    head = {
        "set": {"name": baseline.set_name, "sha256": baseline.set_sha256},
        "tolerances": dict(TOLERANCES),
        "means": dict(baseline.means),
    }
    text = json.dumps(head, indent=1).removesuffix("\n}")
    body = ",\n".join(lines)
    try:
        path.write_text(f'{text},\n "questions": {{\n{body}\n }}\n}}\n', encoding="utf-8")
    except OSError as error:
        raise PinciteError(f"Cannot write {path}: {error.strerror}.") from error


def _means(result: SystemResult) -> dict[str, float]:
    return {m: round(result.overall.scores[m].value or 0.0, _DIGITS) for m in TOLERANCES}


def _drop(measure: str, baseline: Baseline, result: SystemResult, now: float) -> str:
    lost = [
        f"{r.question.id} ({r.question.question})"
        for r in result.questions
        if _score(measure, r) < _past(measure, baseline, r)
    ]
    more = f"; and {len(lost) - _MOST_NAMED} more" if len(lost) > _MOST_NAMED else ""
    return (
        f"{measure} fell from {baseline.means[measure]:.3f} to {now:.3f}, more than "
        f"{TOLERANCES[measure]}. {len(lost)} questions lost: "
        f"{'; '.join(lost[:_MOST_NAMED])}{more}. If that is meant: {UPDATE}"
    )


def _score(measure: str, result: QuestionResult) -> float:
    return _rounded(result.scores[measure]) or 0.0


def _past(measure: str, baseline: Baseline, result: QuestionResult) -> float:
    past = baseline.questions[result.question.id]
    if measure == "abstention_accuracy":
        return float(past.abstained != result.question.answerable)
    return (past.success_at_1 if measure == "success@1" else past.citation_f1) or 0.0


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)
