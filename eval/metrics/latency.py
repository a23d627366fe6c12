"""How long answers take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np


def latency_percentiles(milliseconds: Sequence[float]) -> Mapping[str, float]:
    """Return the median and the 95th percentile of the answers' wall times.

    Definition: ``p50`` and ``p95``, linearly interpolated between the two nearest times (R's
    type 7: R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, 1996). Range:
    milliseconds, from 0. Empty for no times.
    """
    if not milliseconds:
        return {}
    p50, p95 = np.percentile(np.asarray(milliseconds, dtype=np.float64), [50, 95])
    return {"p50": float(p50), "p95": float(p95)}


def throughput(milliseconds: Sequence[float]) -> float | None:
    """Return how many questions were answered a second, one after the other.

    Definition: number of answers over the sum of their wall times. Range: above 0; None for no
    answers or no measurable time.
    """
    seconds = sum(milliseconds) / 1000
    return len(milliseconds) / seconds if seconds else None
