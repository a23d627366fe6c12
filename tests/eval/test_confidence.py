from __future__ import annotations

import numpy as np
import pytest

from eval.metrics import (
    CONFIDENCE_MEASURES,
    confidence_intervals,
    confidence_scores,
    reliability,
    risk_coverage,
)
from eval.types import RiskPoint

YES, NO = True, False


def test_the_bins_of_a_reliability_diagram() -> None:
    # 0.72 and 0.78 in the eighth bin; 0.1 closes the first; 1 closes the last.
    bins = reliability([0.72, 0.78, 0.1, 1.0, 0.0], [YES, NO, NO, YES, NO])
    assert len(bins) == 10
    assert [b.n for b in bins] == [2, 0, 0, 0, 0, 0, 0, 2, 0, 1]
    assert (bins[7].low, bins[7].high) == (0.7, 0.8)
    assert bins[7].confidence == pytest.approx(0.75)
    assert bins[7].answerable == 0.5
    assert bins[0].confidence == pytest.approx(0.05)
    assert bins[0].answerable == 0
    assert (bins[1].confidence, bins[1].answerable) == (None, None)


def test_a_score_is_no_probability() -> None:
    assert reliability([0.2, 7.5], [YES, NO]) == ()
    assert confidence_scores([0.2, 7.5], [YES, NO], [YES, NO])["expected_calibration_error"] is None


def test_the_calibration_error_of_a_hand_worked_set() -> None:
    # Bin (0.7, 0.8]: two, mean 0.75, half answerable: apart by 0.25. Bin (0.9, 1]: one, sure and
    # right: 0. First bin: two, mean 0.05, none answerable: 0.05.
    # (2 * 0.25 + 1 * 0 + 2 * 0.05) / 5 = 0.12.
    found = confidence_scores(
        [0.72, 0.78, 0.1, 1.0, 0.0], [YES, NO, NO, YES, NO], [YES, NO, NO, YES, NO]
    )
    assert found["expected_calibration_error"] == pytest.approx(0.12)


def test_every_decimal_edge_belongs_to_the_bin_below() -> None:
    edges = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]
    assert [b.n for b in reliability(edges, [YES] * 10)] == [1] * 10


def test_the_risk_coverage_curve_of_a_hand_worked_set() -> None:
    # Surest first: right, then two equally sure of which one is right, then wrong.
    points = risk_coverage([0.5, 0.9, 0.5, 0.1], [NO, YES, YES, NO])
    assert points == (
        RiskPoint(0.25, 0.0, 0.9),
        RiskPoint(0.75, 1 / 3, 0.5),
        RiskPoint(1.0, 0.5, 0.1),
    )


def test_the_area_takes_the_mean_over_equal_confidences() -> None:
    # Losses surest first: 0, then 1/2 and 1/2 (one of two is wrong), then 1.
    # Risks: 0, 0.5/2, 1/3, 2/4; their mean.
    found = confidence_scores([0.5, 0.9, 0.5, 0.1], [YES, YES, YES, NO], [NO, YES, YES, NO])
    assert found["risk_coverage_area"] == pytest.approx((0 + 0.25 + 1 / 3 + 0.5) / 4)


def test_the_area_is_smaller_for_a_better_order() -> None:
    def area(confidence: list[float]) -> float | None:
        return confidence_scores(confidence, [YES] * 3, [YES, YES, NO])["risk_coverage_area"]

    # Best: 0, 0, 1/3. Worst: 1, 1/2, 1/3.
    assert area([0.9, 0.8, 0.1]) == pytest.approx(1 / 9)
    assert area([0.2, 0.1, 0.9]) == pytest.approx((1 + 1 / 2 + 1 / 3) / 3)


def test_what_cannot_be_measured_has_no_measure() -> None:
    nothing = dict.fromkeys(CONFIDENCE_MEASURES)
    assert confidence_scores([], [], []) == nothing
    assert confidence_intervals([], [], []) == nothing
    assert confidence_scores([0.5], [NO], [NO]) == nothing
    # Answerable ones alone: an order to measure, but nothing to be calibrated against.
    assert confidence_scores([0.5], [YES], [NO]) == {**nothing, "risk_coverage_area": 1}


def test_intervals_are_those_of_measuring_each_resample_anew() -> None:
    random = np.random.default_rng(1)
    answerable = (random.random(30) < 0.6).tolist()
    right = [a and bool(r) for a, r in zip(answerable, random.random(30) < 0.7, strict=True)]
    # Tenths, so that there are ties.
    confidence = (random.integers(0, 11, 30) / 10).tolist()
    found = confidence_intervals(confidence, answerable, right, seed=5, resamples=200)
    drawn = np.random.default_rng(5).integers(0, 30, size=(200, 30))
    resampled = [
        confidence_scores(
            [confidence[i] for i in rows], [answerable[i] for i in rows], [right[i] for i in rows]
        )
        for rows in drawn
    ]
    for measure in CONFIDENCE_MEASURES:
        values = [v for r in resampled if (v := r[measure]) is not None]
        assert found[measure] == pytest.approx(tuple(np.percentile(values, [2.5, 97.5])))
