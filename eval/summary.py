"""Means, intervals and curves over a system's results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eval.metrics import (
    abstention_intervals,
    abstention_scores,
    confidence_intervals,
    confidence_scores,
    count_depths,
    latency_percentiles,
    mean_interval,
    reliability,
    risk_coverage,
)
from eval.scoring import MEAN_MEASURES
from eval.types import (
    KINDS,
    UNANSWERABLE_KINDS,
    ConfidenceResult,
    Group,
    QuestionResult,
    Score,
    SystemResult,
)


def summarise(
    name: str,
    settings: Mapping[str, object],
    results: tuple[QuestionResult, ...],
    seed: int,
    resamples: int,
) -> SystemResult:
    """Return a system's results over all questions and by kind.

    Args:
        name: The system's name.
        settings: What it ran with.
        results: One a question, in the set's order.
        seed: Of the bootstrap intervals.
        resamples: Of the bootstrap intervals.
    """
    kinds = {r.question.kind for r in results}
    return SystemResult(
        name=name,
        settings=dict(settings),
        questions=results,
        overall=_group(results, seed, resamples),
        by_kind={
            kind: _group([r for r in results if r.question.kind == kind], seed, resamples)
            for kind in KINDS
            if kind in kinds
        },
        confidence=_confidence(results, seed, resamples),
    )


def _group(results: Sequence[QuestionResult], seed: int, resamples: int) -> Group:
    """Return the measures over some questions, each with its interval."""
    scores = {}
    for measure in MEAN_MEASURES:
        values = [v for r in results if (v := r.scores[measure]) is not None]
        interval = mean_interval(values, seed=seed, resamples=resamples)
        mean = sum(values) / len(values) if values else None
        scores[measure] = _score(mean, interval, len(values))
    scores |= _abstention(results, seed, resamples)
    answerable, sure, right = _columns(results)
    found = confidence_scores(sure, answerable, right)
    intervals = confidence_intervals(sure, answerable, right, seed=seed, resamples=resamples)
    if not _probable(results):
        found["expected_calibration_error"] = None
    for measure, value in found.items():
        scores[measure] = _score(value, intervals[measure], len(results))
    return Group(
        n=len(results),
        answerable=sum(answerable),
        refused=sum(r.prediction.abstained for r in results),
        scores=scores,
        latency_ms=latency_percentiles([r.milliseconds for r in results]),
        depths=count_depths([r.depths for r in results]),
    )


def _abstention(results: Sequence[QuestionResult], seed: int, resamples: int) -> dict[str, Score]:
    answerable, sure, _ = _columns(results)
    abstained = [r.prediction.abstained for r in results]
    values = abstention_scores(answerable, abstained, sure)
    intervals = abstention_intervals(answerable, abstained, sure, seed=seed, resamples=resamples)
    return {name: _score(value, intervals[name], len(results)) for name, value in values.items()}


def _confidence(results: Sequence[QuestionResult], seed: int, resamples: int) -> ConfidenceResult:
    answerable, sure, right = _columns(results)
    unanswerable = {}
    for kind in UNANSWERABLE_KINDS:
        # Each kind against all answerable questions, as if it were the only one.
        against = [r for r in results if r.question.answerable or r.question.kind == kind]
        if any(r.question.kind == kind for r in results):
            scores = _abstention(against, seed, resamples)
            unanswerable[kind] = {
                name: scores[name] for name in ("abstention_recall", "confidence_AUROC")
            }
    return ConfidenceResult(
        unanswerable=unanswerable,
        reliability=reliability(sure, answerable) if _probable(results) else (),
        risk_coverage=risk_coverage(sure, right),
    )


def _probable(results: Sequence[QuestionResult]) -> bool:
    return all(r.prediction.is_probability for r in results)


def _columns(
    results: Sequence[QuestionResult],
) -> tuple[list[bool], list[float], list[bool]]:
    """Return whether each is answerable, how sure the system was, and whether it ranked right."""
    return (
        [r.question.answerable for r in results],
        [r.prediction.confidence for r in results],
        [r.scores["success@1"] == 1 for r in results],
    )


def _score(value: float | None, interval: tuple[float, float] | None, n: int) -> Score:
    low, high = interval if interval and value is not None else (None, None)
    return Score(value, low, high, n)
