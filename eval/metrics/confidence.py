"""What a confidence is worth: as a probability, and for choosing what to answer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from eval.metrics.bootstrap import (
    RESAMPLES,
    SEED,
    Floats,
    Interval,
    percentile_interval,
    resample_counts,
)
from eval.types import Bin, RiskPoint

CONFIDENCE_MEASURES = ("expected_calibration_error", "risk_coverage_area")
BINS = 10


def reliability(confidence: Sequence[float], answerable: Sequence[bool]) -> tuple[Bin, ...]:
    """Return the bins of a reliability diagram: confidence against the share answerable.

    Ten bins of equal width, each without its lower end, 0 in the first. Source: C. Guo et al.,
    On Calibration of Modern Neural Networks, ICML 2017, with "the library answers" in the
    place of "the class is right", since that is what the confidence speaks of.

    Returns:
        Ten bins by rising confidence; none if a confidence lies outside 0 to 1, for then it
        is no probability.
    """
    if not _probable(confidence):
        return ()
    sure, yes = np.asarray(confidence), np.asarray(answerable)
    at = bin_of(sure)
    bins = []
    for number in range(BINS):
        inside = at == number
        n = int(inside.sum())
        mean = (float(sure[inside].mean()), float(yes[inside].mean())) if n else (None, None)
        bins.append(Bin(number / BINS, (number + 1) / BINS, n, *mean))
    return tuple(bins)


def risk_coverage(confidence: Sequence[float], right: Sequence[bool]) -> tuple[RiskPoint, ...]:
    """Return the risk-coverage curve: what share is wrong if only the surest are answered.

    One point for each distinct confidence, by rising coverage: all questions with at least it
    are answered. Source: Y. Geifman and R. El-Yaniv, Selective Classification for Deep Neural
    Networks, NeurIPS 2017.

    Args:
        confidence: Only the order matters.
        right: Whether the system would be right if it answered.
    """
    sure, wrong = np.asarray(confidence), ~np.asarray(right, dtype=np.bool_)
    points = []
    for threshold in sorted(set(confidence), reverse=True):
        answered = sure >= threshold
        points.append(
            RiskPoint(float(answered.mean()), float(wrong[answered].mean()), float(threshold))
        )
    return tuple(points)


def confidence_scores(
    confidence: Sequence[float], answerable: Sequence[bool], right: Sequence[bool]
) -> dict[str, float | None]:
    """Return how good a confidence is; for both measures lower is better. Range: 0 to 1.

    - ``expected_calibration_error``: mean over questions of how far the share answerable of a
      question's bin lies from the bin's mean confidence (`reliability`; Guo et al. 2017).
      None if the confidence is no probability, or all or none of the questions are answerable.
    - ``risk_coverage_area``: area under the risk-coverage curve, the mean over k of the share
      wrong among the k surest (Geifman and El-Yaniv 2017). Among equal confidences the order
      is left to chance and its mean taken. None if no question is answerable.

    Args:
        confidence: How sure the system was that the library answers.
        answerable: Whether it does.
        right: Whether the first unit ranked is gold: whether answering would be right,
            refused or not. False for an unanswerable question.
    """
    values = _measure(confidence, answerable, right, np.ones((1, len(confidence))))
    return {name: None if np.isnan(v[0]) else float(v[0]) for name, v in values.items()}


def confidence_intervals(
    confidence: Sequence[float],
    answerable: Sequence[bool],
    right: Sequence[bool],
    *,
    seed: int = SEED,
    resamples: int = RESAMPLES,
) -> dict[str, Interval | None]:
    """Return the 95% bootstrap interval of each measure of `confidence_scores`.

    Each resample of the questions is measured anew. A resample's bins hold chance on top of
    chance, so that its calibration error is on average above the set's: the interval of a small
    error may lie above the error itself.
    """
    if not len(confidence):
        return dict.fromkeys(CONFIDENCE_MEASURES)
    counts = resample_counts(len(confidence), seed=seed, resamples=resamples)
    values = _measure(confidence, answerable, right, counts)
    return {name: percentile_interval(v) for name, v in values.items()}


def _measure(
    confidence: Sequence[float], answerable: Sequence[bool], right: Sequence[bool], counts: Floats
) -> dict[str, Floats]:
    """Return each measure, shape (resamples,), NaN where undefined.

    Args:
        confidence: Shape (n,).
        answerable: Shape (n,).
        right: Shape (n,).
        counts: How often each question counts, shape (resamples, n); each row adds up to n.
    """
    undefined = np.full(len(counts), np.nan)
    sure = np.asarray(confidence, dtype=np.float64)
    yes = np.asarray(answerable, dtype=np.bool_)
    error = area = undefined
    if _probable(confidence) and yes.any() and not yes.all():
        error = _calibration_error(sure, yes.astype(np.float64), counts)
    if yes.any():
        area = _risk_area(sure, 1.0 - np.asarray(right, dtype=np.float64), counts)
    return dict(zip(CONFIDENCE_MEASURES, (error, area), strict=True))


def _calibration_error(sure: Floats, yes: Floats, counts: Floats) -> Floats:
    member = np.eye(BINS)[bin_of(sure)]
    apart = counts @ (member * (yes - sure)[:, None])
    error: Floats = np.abs(apart).sum(axis=1) / counts.shape[1]
    return error


def _risk_area(sure: Floats, wrong: Floats, counts: Floats) -> Floats:
    n = counts.shape[1]
    # Equal confidences are one step; within it every answer has the step's mean loss.
    levels, step = np.unique(-sure, return_inverse=True)
    order = np.argsort(step, kind="stable")
    starts = np.searchsorted(step[order], np.arange(len(levels)))
    drawn = counts[:, order]
    weight = np.add.reduceat(drawn, starts, axis=1)
    loss = np.add.reduceat(drawn * wrong[order], starts, axis=1)
    mean = np.divide(loss, weight, out=np.zeros_like(loss), where=weight > 0)
    losses = np.repeat(mean.ravel(), weight.ravel().astype(np.intp)).reshape(len(counts), n)
    risks = np.cumsum(losses, axis=1) / np.arange(1, n + 1)
    area: Floats = risks.mean(axis=1)
    return area


def _probable(confidence: Sequence[float]) -> bool:
    return bool(len(confidence)) and min(confidence) >= 0 and max(confidence) <= 1


def bin_of(sure: Floats) -> npt.NDArray[np.intp]:
    """Return the bin of each confidence, 0 to 9; of the same shape."""
    # The first edge at or above a value, not the value times ten, which may round over an edge.
    edges = np.arange(1, BINS) / BINS
    return np.searchsorted(edges, sure, side="left")
