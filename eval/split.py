"""Splits questions once and for all into those that are fitted on and those that only measure."""

from __future__ import annotations

import random
from collections.abc import Sequence

from eval.types import Question

SEED = 20111012


def deal(
    questions: Sequence[Question], seed: int = SEED
) -> tuple[tuple[Question, ...], tuple[Question, ...]]:
    """Return the questions to fit on and those to report, half and half within each kind.

    The same questions and seed give the same halves, in whatever order they come: each kind's
    questions, sorted by id, are shuffled by one generator, the kinds in alphabetical order; the
    first half (rounded up) is to report. Both halves are sorted by kind and id.
    """
    generator = random.Random(seed)
    tune: list[Question] = []
    report: list[Question] = []
    for kind in sorted({question.kind for question in questions}):
        of_kind = sorted((q for q in questions if q.kind == kind), key=lambda q: q.id)
        generator.shuffle(of_kind)
        half = (len(of_kind) + 1) // 2
        report += sorted(of_kind[:half], key=lambda q: q.id)
        tune += sorted(of_kind[half:], key=lambda q: q.id)
    return tuple(tune), tuple(report)
