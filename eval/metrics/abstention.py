"""Whether a system abstains when the library does not answer, and only then."""

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

ABSTENTION_MEASURES = (
    "abstention_precision",
    "abstention_recall",
    "abstention_F1",
    "abstention_balanced_accuracy",
    "confidence_AUROC",
)

ABSTENTION_ACCURACY = "abstention_accuracy"
"""Share of questions that were rightly answered or rightly refused: 1 or 0 for one question.

Whether an answer is right plays no part. Range: 0 to 1; refusing always or never gives the share
of unanswerable or answerable questions, which is why the balanced accuracy is also measured.
"""


def abstention_scores(
    answerable: Sequence[bool], abstained: Sequence[bool], confidence: Sequence[float]
) -> dict[str, float | None]:
    """Return how well refusals match the questions that the library does not answer.

    The positive class is "unanswerable", as in SQuAD 2.0's no-answer decision (P. Rajpurkar et
    al., Know What You Don't Know, ACL 2018). Range: each from 0 to 1. With U the unanswerable
    questions, A the answerable ones and R those refused:

    - ``abstention_precision`` = ``|R & U| / |R|``; None without a refusal.
    - ``abstention_recall`` = ``|R & U| / |U|``; None without an unanswerable question.
    - ``abstention_F1`` = ``2 |R & U| / (|R| + |U|)``; None where both are empty.
    - ``abstention_balanced_accuracy`` = mean of ``|R & U| / |U|`` and the share of A that was
      answered (K. H. Brodersen et al., ICPR 2010); 0.5 for always or never refusing; None if
      U or A is empty.
    - ``confidence_AUROC`` = chance that an answerable question gets a higher confidence than
      an unanswerable one, ties half (J. A. Hanley and B. J. McNeil, Radiology 143, 1982); 0.5
      is guessing; None if U or A is empty. It does not depend on the threshold.

    Args:
        answerable: Whether the library answers, one a question.
        abstained: Whether the system refused.
        confidence: How sure it was that the library answers; only the order matters.
    """
    once = np.ones((1, len(answerable)))
    values = _measure(answerable, abstained, confidence, once)
    return {name: None if np.isnan(v[0]) else float(v[0]) for name, v in values.items()}


def abstention_intervals(
    answerable: Sequence[bool],
    abstained: Sequence[bool],
    confidence: Sequence[float],
    *,
    seed: int = SEED,
    resamples: int = RESAMPLES,
) -> dict[str, Interval | None]:
    """Return the 95% bootstrap interval of each measure of `abstention_scores`.

    The questions are resampled and the measures computed anew, since they are no means of
    per-question scores; see `mean_interval` for the source. Resamples that leave a measure
    undefined do not count for it.
    """
    if not answerable:
        return dict.fromkeys(ABSTENTION_MEASURES)
    counts = resample_counts(len(answerable), seed=seed, resamples=resamples)
    values = _measure(answerable, abstained, confidence, counts)
    return {name: percentile_interval(v) for name, v in values.items()}


def auroc(confidence: Sequence[float], answerable: Sequence[bool]) -> float:
    """Return the chance that an answerable question gets the higher confidence, ties half.

    ``confidence_AUROC`` of `abstention_scores` by itself; see there for range and source.

    Raises:
        ValueError: All questions are answerable, or none is.
    """
    never = [False] * len(answerable)
    found = abstention_scores(answerable, never, confidence)["confidence_AUROC"]
    if found is None:
        raise ValueError("AUROC needs answerable and unanswerable questions")
    return found


def _measure(
    answerable: Sequence[bool],
    abstained: Sequence[bool],
    confidence: Sequence[float],
    counts: Floats,
) -> dict[str, Floats]:
    """Return each measure, shape (resamples,), NaN where undefined.

    Args:
        answerable: Shape (n,).
        abstained: Shape (n,).
        confidence: Shape (n,).
        counts: How often each question counts, shape (resamples, n).
    """
    should = ~np.asarray(answerable, dtype=np.bool_)
    did = np.asarray(abstained, dtype=np.bool_)
    sure = np.asarray(confidence, dtype=np.float64)
    unanswerable = counts[:, should].sum(axis=1)
    answered = counts[:, ~should & ~did].sum(axis=1)
    refused = counts[:, did].sum(axis=1)
    right = counts[:, should & did].sum(axis=1)
    recall = _ratio(right, unanswerable)
    specificity = _ratio(answered, counts[:, ~should].sum(axis=1))
    wins = (np.sign(sure[~should][:, None] - sure[should][None, :]) + 1) / 2
    won = ((counts[:, ~should] @ wins) * counts[:, should]).sum(axis=1)
    pairs = counts[:, ~should].sum(axis=1) * unanswerable
    values = (
        _ratio(right, refused),
        recall,
        _ratio(2 * right, refused + unanswerable),
        (recall + specificity) / 2,
        _ratio(won, pairs),
    )
    return dict(zip(ABSTENTION_MEASURES, values, strict=True))


def _ratio(part: Floats, whole: Floats) -> Floats:
    nothing: npt.NDArray[np.float64] = np.full_like(part, np.nan)
    return np.divide(part, whole, out=nothing, where=whole > 0)
