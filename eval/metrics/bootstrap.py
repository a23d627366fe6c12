"""Intervals for a measure, by resampling the questions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

RESAMPLES = 2000
SEED = 20111010
CONFIDENCE = 0.95

_KEPT = 2_000_000
"""Most cells of drawn counts that are kept for the next measure, 16 MB."""

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
        Whole numbers as floats, shape (resamples, n), not to be written to; each row adds up
        to n.
    """
    if n * resamples > _KEPT:
        return _draw(n, seed, resamples)
    return _draw_once(n, seed, resamples)


def _draw(n: int, seed: int, resamples: int) -> Floats:
    drawn = np.random.default_rng(seed).integers(0, n, size=(resamples, n))
    cells = (drawn + n * np.arange(resamples)[:, None]).ravel()
    counts = np.bincount(cells, minlength=resamples * n).astype(np.float64).reshape(resamples, n)
    # Shared by all measures over as many questions.
    counts.setflags(write=False)
    return counts


_draw_once = lru_cache(maxsize=8)(_draw)


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
