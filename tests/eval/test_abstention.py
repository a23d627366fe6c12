from __future__ import annotations

import itertools

import numpy as np
import pytest

from eval.metrics import ABSTENTION_MEASURES, abstention_intervals, abstention_scores
from eval.metrics.abstention import auroc

YES, NO = True, False


def test_abstention_scores_of_a_hand_worked_set() -> None:
    # Five answerable, three not. Refused: one answerable, two unanswerable.
    found = abstention_scores(
        answerable=[YES, YES, YES, YES, YES, NO, NO, NO],
        abstained=[NO, NO, NO, NO, YES, YES, YES, NO],
        confidence=[0.9, 0.8, 0.7, 0.6, 0.2, 0.1, 0.2, 0.75],
    )
    assert found["abstention_precision"] == pytest.approx(2 / 3)
    assert found["abstention_recall"] == pytest.approx(2 / 3)
    # 2 * 2 / (3 refused + 3 unanswerable).
    assert found["abstention_F1"] == pytest.approx(4 / 6)
    # 2 of 3 refused, 4 of 5 answered.
    assert found["abstention_balanced_accuracy"] == pytest.approx((2 / 3 + 4 / 5) / 2)
    # Pairs won of 15: 0.1 loses to 5; 0.2 loses to 4 and ties with 1; 0.75 loses to 2.
    assert found["confidence_AUROC"] == pytest.approx((5 + 4.5 + 2) / 15)


def test_auroc_is_one_for_perfect_order_and_a_half_for_none() -> None:
    def auroc(confidence: list[float]) -> float | None:
        return abstention_scores([YES, YES, NO], [NO, NO, NO], confidence)["confidence_AUROC"]

    assert auroc([3.0, 2.0, 1.0]) == 1
    assert auroc([1.0, 1.0, 1.0]) == 0.5
    assert auroc([1.0, 2.0, 3.0]) == 0


def test_auroc_by_itself_needs_both_classes() -> None:
    assert auroc([3.0, 1.0, 2.0], [YES, NO, NO]) == 1
    with pytest.raises(ValueError, match="answerable and unanswerable"):
        auroc([3.0, 1.0], [YES, YES])


def test_a_system_that_never_refuses() -> None:
    found = abstention_scores([YES, NO], [NO, NO], [0.5, 0.5])
    assert found["abstention_precision"] is None
    assert found["abstention_recall"] == 0
    assert found["abstention_F1"] == 0
    assert found["abstention_balanced_accuracy"] == 0.5


def test_a_set_without_unanswerable_questions_has_no_recall() -> None:
    found = abstention_scores([YES, YES], [NO, YES], [0.5, 0.5])
    assert found["abstention_precision"] == 0
    assert found["abstention_recall"] is None
    assert found["abstention_F1"] == 0
    assert found["abstention_balanced_accuracy"] is None
    assert found["confidence_AUROC"] is None


def test_nothing_to_measure_gives_no_measure() -> None:
    nothing = dict.fromkeys(ABSTENTION_MEASURES)
    assert abstention_scores([], [], []) == nothing
    assert abstention_scores([YES], [NO], [0.5]) == nothing
    assert abstention_intervals([], [], []) == nothing


def test_auroc_agrees_with_counting_all_pairs() -> None:
    random = np.random.default_rng(0)
    answerable = (random.random(60) < 0.6).tolist()
    confidence = random.integers(0, 10, 60).astype(float).tolist()
    pairs = list(
        itertools.product(
            [c for a, c in zip(answerable, confidence, strict=True) if a],
            [c for a, c in zip(answerable, confidence, strict=True) if not a],
        )
    )
    counted = sum(1.0 if a > b else 0.5 if a == b else 0.0 for a, b in pairs) / len(pairs)
    found = abstention_scores(answerable, [NO] * 60, confidence)["confidence_AUROC"]
    assert found == pytest.approx(counted)


def test_intervals_are_those_of_measuring_each_resample_anew() -> None:
    random = np.random.default_rng(1)
    answerable = (random.random(30) < 0.6).tolist()
    abstained = (random.random(30) < 0.4).tolist()
    confidence = random.random(30).tolist()
    found = abstention_intervals(answerable, abstained, confidence, seed=5, resamples=200)
    drawn = np.random.default_rng(5).integers(0, 30, size=(200, 30))
    resampled = [
        abstention_scores(
            [answerable[i] for i in rows],
            [abstained[i] for i in rows],
            [confidence[i] for i in rows],
        )
        for rows in drawn
    ]
    for measure in ABSTENTION_MEASURES:
        values = [v for r in resampled if (v := r[measure]) is not None]
        assert found[measure] == pytest.approx(tuple(np.percentile(values, [2.5, 97.5])))
