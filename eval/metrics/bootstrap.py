"""Intervals for a measure, by resampling the questions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

RESAMPLES = 2000
SEED = 20111010
CONFIDENCE = 0.95

Floats = npt.NDArray[np.float64]
Interval = tuple[float, float]


def mean_interval(
    values: Sequence[float], *, seed: int = SEED, resamples: int = RESAMPLES
) -> Interval | None:
    """Return the 95% bootstrap interval of a mean over questions.

    Definition: draw as many questions as there are, with replacement, `resamples` times; the
    interval runs from the 2.5th to the 97.5th percentile of the means. Range: within the
    values' own. Source: B. Efron and R. Tibshirani, An Introduction to the Bootstrap (1993),
    chapter 13 (the percentile interval). The same seed always gives the same interval.

    Returns:
        The two ends; None for no values.
    """
    if not values:
        return None
    counts = resample_counts(len(values), seed=seed, resamples=resamples)
    return percentile_interval(counts @ np.asarray(values, dtype=np.float64) / len(values))


def resample_counts(n: int, *, seed: int = SEED, resamples: int = RESAMPLES) -> Floats:
    """Return how often each of n questions was drawn in each resample.

    Returns:
        Whole numbers as floats, shape (resamples, n); each row adds up to n.
    """
    drawn = np.random.default_rng(seed).integers(0, n, size=(resamples, n))
    counts = np.zeros((resamples, n))
    np.add.at(counts, (np.arange(resamples)[:, None], drawn), 1)
    return counts


def percentile_interval(resampled: Floats) -> Interval | None:
    """Return the 2.5th and 97.5th percentile of a measure's resamples.

    Args:
        resampled: Shape (resamples,); NaN where a resample leaves the measure undefined (for
            example without a refusal): those are left out.

    Returns:
        The two ends; None if no resample defines the measure.
    """
    defined = resampled[~np.isnan(resampled)]
    if not len(defined):
        return None
    tail = (1 - CONFIDENCE) / 2 * 100
    low, high = np.percentile(defined, [tail, 100 - tail])
    return float(low), float(high)
