"""Asks every system every question and scores what comes back."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence

from corpus.catalogue import Catalogue
from eval.judgements import judge_set
from eval.metrics import (
    CITATION_MEASURES,
    RANKING_MEASURES,
    RESAMPLES,
    SEED,
    abstention_intervals,
    abstention_scores,
    citation_scores,
    latency_percentiles,
    mean_interval,
    ranking_scores,
)
from eval.systems import System
from eval.types import (
    KINDS,
    Evaluation,
    Group,
    Judgement,
    Prediction,
    Question,
    QuestionResult,
    QuestionSet,
    Score,
    SystemResult,
)

MEAN_MEASURES = RANKING_MEASURES + CITATION_MEASURES
WARM_UP = "warm-up"

Progress = Callable[[str, int, int], None]
"""Called after each answer with the system's name, questions done and questions in all."""


def evaluate(
    question_set: QuestionSet,
    systems: Sequence[System],
    catalogue: Catalogue,
    *,
    progress: Progress | None = None,
    seed: int = SEED,
    resamples: int = RESAMPLES,
) -> Evaluation:
    """Return every system's results over a set, each question asked once.

    Each system first answers one question that is not measured, so that loading and first
    use stay out of the wall times.

    Args:
        question_set: What to ask.
        systems: What to ask it, one after the other.
        catalogue: The library that the gold labels are looked up in.
        progress: Told of each answer.
        seed: Of the bootstrap intervals.
        resamples: Of the bootstrap intervals.

    Raises:
        QuestionSetError: The library does not have what the set's labels name.
    """
    judgements = judge_set(question_set, catalogue)
    results = []
    for system in systems:
        system.answer(Question(id=WARM_UP, kind="far", question=WARM_UP, gold=()))
        answers = []
        for done, question in enumerate(question_set.questions, start=1):
            began = time.perf_counter()
            prediction = system.answer(question)
            answers.append((prediction, (time.perf_counter() - began) * 1000))
            if progress:
                progress(system.name, done, len(question_set.questions))
        scored = _score_questions(question_set.questions, judgements, answers)
        results.append(_summarise(system, scored, seed, resamples))
    return Evaluation(
        question_set=question_set,
        documents={d.symbol: d.content_hash for d in catalogue.documents},
        systems=tuple(results),
        seed=seed,
        resamples=resamples,
    )


def _score_questions(
    questions: Sequence[Question],
    judgements: Mapping[str, Judgement],
    answers: Sequence[tuple[Prediction, float]],
) -> tuple[QuestionResult, ...]:
    ranking = ranking_scores(
        {q.id: judgements[q.id].gold for q in questions},
        {
            q.id: [found.unit for found in prediction.hits]
            for q, (prediction, _) in zip(questions, answers, strict=True)
        },
    )
    results = []
    for question, (prediction, milliseconds) in zip(questions, answers, strict=True):
        judgement = judgements[question.id]
        scores: dict[str, float | None] = dict.fromkeys(MEAN_MEASURES)
        if judgement.gold:
            cited = frozenset(c.unit for c in prediction.cited)
            scores |= ranking[question.id]
            scores |= citation_scores(cited, judgement.gold, judgement.acceptable)
        results.append(QuestionResult(question, judgement, prediction, scores, milliseconds))
    return tuple(results)


def _summarise(
    system: System, results: tuple[QuestionResult, ...], seed: int, resamples: int
) -> SystemResult:
    kinds = {r.question.kind for r in results}
    return SystemResult(
        name=system.name,
        settings=dict(system.settings),
        questions=results,
        overall=_group(results, seed, resamples),
        by_kind={
            kind: _group([r for r in results if r.question.kind == kind], seed, resamples)
            for kind in KINDS
            if kind in kinds
        },
    )


def _group(results: Sequence[QuestionResult], seed: int, resamples: int) -> Group:
    """Return the measures over some questions, each with its interval."""
    scores = {}
    for measure in MEAN_MEASURES:
        values = [v for r in results if (v := r.scores[measure]) is not None]
        interval = mean_interval(values, seed=seed, resamples=resamples)
        mean = sum(values) / len(values) if values else None
        scores[measure] = _score(mean, interval, len(values))
    answerable = [r.question.answerable for r in results]
    abstained = [r.prediction.abstained for r in results]
    confidence = [r.prediction.confidence for r in results]
    intervals = abstention_intervals(
        answerable, abstained, confidence, seed=seed, resamples=resamples
    )
    for measure, value in abstention_scores(answerable, abstained, confidence).items():
        interval = intervals[measure] if value is not None else None
        scores[measure] = _score(value, interval, len(results))
    return Group(
        n=len(results),
        answerable=sum(answerable),
        refused=sum(abstained),
        scores=scores,
        latency_ms=latency_percentiles([r.milliseconds for r in results]),
    )


def _score(value: float | None, interval: tuple[float, float] | None, n: int) -> Score:
    low, high = interval or (None, None)
    return Score(value, low, high, n)
