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
