from __future__ import annotations

import math

import numpy as np
import pytest

from eval.metrics import latency_percentiles, mean_interval, throughput
from eval.metrics.bootstrap import percentile_interval, resample_counts


def test_equal_values_have_an_interval_of_no_width() -> None:
    assert mean_interval([0.25] * 8) == (0.25, 0.25)


def test_no_values_have_no_interval() -> None:
    assert mean_interval([]) is None


def test_the_same_seed_gives_the_same_interval_and_another_seed_another() -> None:
    values = np.random.default_rng(3).random(20).tolist()
    assert mean_interval(values, seed=1) == mean_interval(values, seed=1)
    assert mean_interval(values, seed=1) != mean_interval(values, seed=2)


def test_the_interval_of_a_share_is_the_binomial_one() -> None:
    # 100 questions, half right: the standard error is sqrt(0.25 / 100) = 0.05, so 95% of the
    # resamples lie within 1.96 * 0.05 = 0.098 of 0.5. A resample's mean is a whole hundredth.
    interval = mean_interval([0.0, 1.0] * 50)
    assert interval is not None
    assert interval == pytest.approx((0.402, 0.598), abs=0.0151)


def test_each_resample_draws_as_many_questions_as_there_are() -> None:
    counts = resample_counts(7, seed=0, resamples=50)
    assert counts.shape == (50, 7)
    assert counts.sum(axis=1).tolist() == [7.0] * 50


def test_undefined_resamples_do_not_count() -> None:
    # Of 0, 1, …, 100 the 2.5th and 97.5th percentile are 2.5 and 97.5.
    values = np.array([*range(101), math.nan, math.nan], dtype=np.float64)
    assert percentile_interval(values) == pytest.approx((2.5, 97.5))
    assert percentile_interval(np.array([math.nan])) is None


def test_latency_percentiles_interpolate() -> None:
    # Sorted 10, 20, 30, 40: the median lies at position 1.5, the 95th percentile at 2.85.
    found = latency_percentiles([40, 10, 30, 20])
    assert found == {"p50": pytest.approx(25), "p95": pytest.approx(38.5)}
    assert latency_percentiles([]) == {}


def test_throughput_is_answers_over_their_time() -> None:
    # 4 answers in 10 + 40 + 20 + 30 = 100 milliseconds.
    assert throughput([10, 40, 20, 30]) == pytest.approx(40)
    assert throughput([]) is None


def test_counts_are_of_the_questions_drawn_and_cannot_be_changed() -> None:
    counts = resample_counts(3, seed=4, resamples=5)
    drawn = np.random.default_rng(4).integers(0, 3, size=(5, 3))
    assert counts.tolist() == [[float((row == i).sum()) for i in range(3)] for row in drawn]
    with pytest.raises(ValueError, match="read-only"):
        counts[0, 0] = 9
