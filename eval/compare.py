"""Compares two systems, or two runs of one, on the same questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from corpus.errors import PinciteError
from eval.metrics import (
    PERMUTATIONS,
    SEED,
    Decisions,
    abstention_scores,
    confidence_scores,
    exchange_p_values,
    paired_p_value,
)
from eval.report.recorded import RecordedAnswer, RecordedSystem
from eval.scoring import MEAN_MEASURES
from eval.types import KINDS

ALL = "all"
BY_KIND = ("success@1", "citation_F1")
"""Measures that are also compared kind by kind."""

CALIBRATION = "expected_calibration_error"
"""Only measured for systems whose confidence claims to be a probability."""

Pairs = Sequence[tuple[RecordedAnswer, RecordedAnswer]]


@dataclass(frozen=True, slots=True)
class Difference:
    """How two systems differ in one measure.

    Attributes:
        measure: Its name.
        kind: Of the questions; ``all`` for all of them.
        n: Questions that have the measure in both.
        first: The first system's figure over these; None where undefined.
        second: The second's.
        p_value: Of a paired permutation test; None where there is nothing to test.
    """

    measure: str
    kind: str
    n: int
    first: float | None
    second: float | None
    p_value: float | None

    @property
    def gain(self) -> float | None:
        """The second figure less the first."""
        if self.first is None or self.second is None:
            return None
        return self.second - self.first


@dataclass(frozen=True, slots=True)
class Change:
    """A question that one system gets more right than the other.

    Attributes:
        first: What the first system gave.
        second: What the second gave.
        before: How right the first was (`rightness`).
        after: How right the second was.
    """

    first: RecordedAnswer
    second: RecordedAnswer
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two systems side by side.

    Attributes:
        n: Questions that both were asked.
        left_out: Questions that only one of them was asked, or with another right citation.
        differences: Of each measure over all questions.
        by_kind: Of the measures in `BY_KIND`, kind by kind.
        won: Questions the second gets more right, the largest gain first.
        lost: Questions it gets less right, the largest loss first.
    """

    n: int
    left_out: int
    differences: tuple[Difference, ...]
    by_kind: tuple[Difference, ...]
    won: tuple[Change, ...]
    lost: tuple[Change, ...]


def rightness(answer: RecordedAnswer) -> float:
    """Return how right an answer is as a whole, 0 to 1.

    Citation F1 if the question is answerable; else 1 if it was refused and 0 if not.
    """
    score = answer.scores["citation_F1"]
    return float(answer.abstained) if score is None else score


def compare(
    first: RecordedSystem,
    second: RecordedSystem,
    *,
    seed: int = SEED,
    permutations: int = PERMUTATIONS,
) -> Comparison:
    """Return how the second system differs from the first on the questions both were asked.

    Args:
        first: What is compared with.
        second: What is compared.
        seed: Of the permutation tests.
        permutations: Of each test.

    Raises:
        PinciteError: They have no question in common.
    """
    theirs = {answer.question.id: answer for answer in second.answers}
    ours = {answer.question.id for answer in first.answers}
    pairs = [
        (answer, other)
        for answer in first.answers
        if (other := theirs.get(answer.question.id)) and _same_question(answer, other)
    ]
    if not pairs:
        raise PinciteError("The two runs have no question in common: run both on one set.")
    kinds = [kind for kind in KINDS if any(a.question.kind == kind for a, _ in pairs)]
    changes = [Change(a, b, rightness(a), rightness(b)) for a, b in pairs]
    return Comparison(
        n=len(pairs),
        left_out=len(ours | theirs.keys()) - len(pairs),
        differences=(
            *(_of_mean(m, ALL, pairs, seed, permutations) for m in MEAN_MEASURES),
            *(
                found
                for found in _of_groups(pairs, seed, permutations)
                if found.measure != CALIBRATION or _probable(first) and _probable(second)
            ),
        ),
        by_kind=tuple(
            found
            for measure in BY_KIND
            for kind in kinds
            if (found := _of_kind(measure, kind, pairs, seed, permutations)).n
        ),
        won=tuple(sorted((c for c in changes if _gain(c) > 0), key=_gain, reverse=True)),
        lost=tuple(sorted((c for c in changes if _gain(c) < 0), key=_gain)),
    )


def _probable(system: RecordedSystem) -> bool:
    return bool(system.confidence.reliability)


def _gain(change: Change) -> float:
    return change.after - change.before


def _same_question(one: RecordedAnswer, other: RecordedAnswer) -> bool:
    ours, theirs = one.question, other.question
    return (ours.text, ours.history, ours.gold, ours.acceptable) == (
        theirs.text,
        theirs.history,
        theirs.gold,
        theirs.acceptable,
    )


def _of_kind(measure: str, kind: str, pairs: Pairs, seed: int, permutations: int) -> Difference:
    of_kind = [pair for pair in pairs if pair[0].question.kind == kind]
    return _of_mean(measure, kind, of_kind, seed, permutations)


def _of_mean(measure: str, kind: str, pairs: Pairs, seed: int, permutations: int) -> Difference:
    values = [
        (ours, theirs)
        for a, b in pairs
        if (ours := a.scores.get(measure)) is not None
        and (theirs := b.scores.get(measure)) is not None
    ]
    if not values:
        return Difference(measure, kind, 0, None, None, None)
    one, other = (sum(column) / len(values) for column in zip(*values, strict=True))
    # Scores are rounded in the file; differences of equal size must stay equal.
    differences = [round(b - a, 6) for a, b in values]
    p_value = paired_p_value(differences, seed=seed, permutations=permutations)
    return Difference(measure, kind, len(values), one, other, p_value)


def _of_groups(pairs: Pairs, seed: int, permutations: int) -> list[Difference]:
    """Return the differences of the measures that are no means over questions."""
    answerable = np.array([bool(a.question.gold) for a, _ in pairs])
    first, second = (_decisions([pair[side] for pair in pairs]) for side in (0, 1))
    one, other = _figures(answerable.tolist(), first), _figures(answerable.tolist(), second)
    p_values = exchange_p_values(answerable, first, second, seed=seed, permutations=permutations)
    return [Difference(m, ALL, len(pairs), one[m], other[m], p_values[m]) for m in one]


def _decisions(answers: Sequence[RecordedAnswer]) -> Decisions:
    return Decisions(
        np.array([float(a.abstained) for a in answers]),
        np.array([a.confidence for a in answers], dtype=np.float64),
        np.array([float(a.scores["success@1"] == 1) for a in answers]),
    )


def _figures(answerable: list[bool], given: Decisions) -> dict[str, float | None]:
    confidence = given.confidence.tolist()
    abstained = [refused == 1 for refused in given.abstained]
    right = [found == 1 for found in given.right]
    return {
        **abstention_scores(answerable, abstained, confidence),
        **confidence_scores(confidence, answerable, right),
    }
