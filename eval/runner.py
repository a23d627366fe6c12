"""Asks every system every question and scores what comes back."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from corpus.catalogue import Catalogue
from eval.judgements import judge_set
from eval.metrics import RESAMPLES, SEED
from eval.scoring import Scorer
from eval.summary import summarise
from eval.systems import System
from eval.types import Evaluation, Question, QuestionSet

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
    scorer = Scorer(judgements, catalogue)
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
        scored = scorer.score(question_set.questions, answers)
        results.append(summarise(system.name, system.settings, scored, seed, resamples))
    return Evaluation(
        question_set=question_set,
        documents={d.symbol: d.content_hash for d in catalogue.documents},
        systems=tuple(results),
        seed=seed,
        resamples=resamples,
        units=scorer.named_units(results),
    )
