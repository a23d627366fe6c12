from __future__ import annotations

import itertools

import numpy as np
import pytest

from eval.metrics import (
    Decisions,
    abstention_scores,
    confidence_scores,
    exchange_p_values,
    paired_p_value,
)
from eval.metrics.exchange import group_measures


def test_the_p_value_is_the_share_of_sign_choices_as_far_out() -> None:
    # Three differences of 1: of 8 choices of signs two have a sum of 3 or -3.
    assert paired_p_value([1.0, 1.0, 1.0]) == pytest.approx(2 / 8, abs=0.015)
    # Ten of them: 2 of 1024.
    assert paired_p_value([0.5] * 10) == pytest.approx(2 / 1024, abs=0.0015)


def test_the_p_value_agrees_with_trying_every_choice_of_signs() -> None:
    differences = [0.5, -0.2, 0.3, 0.1, 0.4, -0.1, 0.2, 0.6]
    sums = [
        abs(sum(s * d for s, d in zip(signs, differences, strict=True)))
        for signs in itertools.product((-1, 1), repeat=8)
    ]
    exact = sum(s >= abs(sum(differences)) - 1e-9 for s in sums) / 256
    assert paired_p_value(differences) == pytest.approx(exact, abs=0.015)


def test_questions_without_a_difference_change_nothing() -> None:
    assert paired_p_value([1.0, 0.0, 1.0, 0.0, 1.0]) == paired_p_value([1.0, 1.0, 1.0])
    assert paired_p_value([0.0, 0.0]) == 1
    assert paired_p_value([]) is None


def test_the_direction_does_not_matter_and_the_seed_decides() -> None:
    differences = [0.3, 0.2, -0.1, 0.4, 0.5]
    assert paired_p_value(differences) == paired_p_value([-d for d in differences])
    assert paired_p_value(differences) == paired_p_value(differences)
    # Never 0: the observed choice of signs is one of them.
    assert paired_p_value([1.0] * 60, permutations=99) == 1 / 100


def test_measures_of_many_sets_at_once_are_those_of_one_by_one() -> None:
    random = np.random.default_rng(2)
    answerable = random.random(25) < 0.6
    abstained = (random.random((4, 25)) < 0.4).astype(np.float64)
    # No ties, whose order is left to chance in the one and to the question in the other.
    confidence = np.stack([random.permutation(25) / 25 for _ in range(4)])
    right = (random.random((4, 25)) < 0.5) * answerable
    found = group_measures(
        answerable, Decisions(abstained, confidence, right.astype(np.float64)), confidence
    )
    for row in range(4):
        yes, sure = answerable.tolist(), confidence[row].tolist()
        expected = {
            **abstention_scores(yes, (abstained[row] == 1).tolist(), sure),
            **confidence_scores(sure, yes, right[row].tolist()),
        }
        assert {name: values[row] for name, values in found.items()} == pytest.approx(expected)


def test_exchanging_answers_tells_a_real_difference_from_none() -> None:
    answerable = np.array([True] * 20 + [False] * 20)
    zeros, ones = np.zeros(20), np.ones(20)
    # One system refuses exactly what it should; the other refuses every other question.
    sure = np.linspace(1.0, 0.0, 40)
    knowing = Decisions(np.concatenate([zeros, ones]), sure, np.concatenate([ones, zeros]))
    other = Decisions(np.tile([0.0, 1.0], 20), np.tile([0.9, 0.1], 20), knowing.right)
    found = exchange_p_values(answerable, knowing, other, permutations=500)
    for measure in ("abstention_F1", "abstention_balanced_accuracy", "confidence_AUROC"):
        value = found[measure]
        assert value is not None
        assert value < 0.05
    # A system is no better than itself: every exchange lies as far apart.
    alike = exchange_p_values(answerable, knowing, knowing, permutations=50)
    assert set(alike.values()) == {1.0}


def test_a_measure_that_one_system_lacks_has_no_p_value() -> None:
    answerable = np.array([True, False])
    never = Decisions(np.zeros(2), np.array([0.9, 0.8]), np.zeros(2))
    once = Decisions(np.array([0.0, 1.0]), np.array([9.0, 0.8]), np.zeros(2))
    found = exchange_p_values(answerable, never, once, permutations=20)
    # Without a refusal there is no precision; 9 is no probability.
    assert found["abstention_precision"] is None
    assert found["expected_calibration_error"] is None
    assert found["abstention_recall"] is not None
