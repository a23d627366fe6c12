"""Whether two systems differ in measures that are no means over questions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.stats import rankdata

from eval.metrics.abstention import ABSTENTION_MEASURES
from eval.metrics.bootstrap import SEED, Floats
from eval.metrics.confidence import BINS, CONFIDENCE_MEASURES, bin_of
from eval.metrics.permutation import PERMUTATIONS

_TIE = 1e-9
_CELLS = 1_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Decisions:
    """What one system decided on each question; every array has shape (..., n).

    Attributes:
        abstained: 1 where it refused, else 0.
        confidence: How sure it was.
        right: 1 where the first unit that it ranked is gold, else 0.
    """

    abstained: Floats
    confidence: Floats
    right: Floats


def exchange_p_values(
    answerable: npt.NDArray[np.bool_],
    first: Decisions,
    second: Decisions,
    *,
    seed: int = SEED,
    permutations: int = PERMUTATIONS,
) -> dict[str, float | None]:
    """Return the p-value of two systems' difference in each measure of a whole group.

    The same test as `paired_p_value`, for the measures of `abstention_scores` and
    `confidence_scores`: the two systems' answers to random questions are exchanged, and the
    measures computed anew. Confidences are first turned into ranks among the system's own, or
    exchanging them would compare scales; the calibration error keeps them as they are. Equal
    confidences are ordered by question.

    Args:
        answerable: Whether the library answers, shape (n,).
        first: One system's decisions, shape (n,) each.
        second: The other's, on the same questions.
        seed: Of the exchanges.
        permutations: How many exchanges.

    Returns:
        By measure, from 1 / (permutations + 1) to 1; None where a measure is undefined for
        either system.
    """
    sides = (first, second)
    ranks = [rankdata(side.confidence) for side in sides]
    observed = _distance(answerable, sides, ranks, np.zeros((1, len(answerable)), dtype=np.bool_))
    reached = {measure: 0 for measure in observed}
    random = np.random.default_rng(seed)
    left = permutations
    while left:
        rows = min(left, max(1, _CELLS // len(answerable)))
        swap = random.integers(0, 2, size=(rows, len(answerable)), dtype=np.int8) == 1
        for measure, found in _distance(answerable, sides, ranks, swap).items():
            # An exchange that leaves a measure undefined says nothing against chance.
            beyond = np.isnan(found) | (found >= observed[measure][0] - _TIE)
            reached[measure] += int(beyond.sum())
        left -= rows
    return {
        measure: None if np.isnan(observed[measure][0]) else (n + 1) / (permutations + 1)
        for measure, n in reached.items()
    }


def _distance(
    answerable: npt.NDArray[np.bool_],
    sides: tuple[Decisions, Decisions],
    ranks: list[Floats],
    swap: npt.NDArray[np.bool_],
) -> dict[str, Floats]:
    """Return how far the sides lie apart in each measure, shape (rows,)."""
    found = []
    for one, other in ((0, 1), (1, 0)):
        mixed = Decisions(
            np.where(swap, sides[other].abstained, sides[one].abstained),
            np.where(swap, sides[other].confidence, sides[one].confidence),
            np.where(swap, sides[other].right, sides[one].right),
        )
        found.append(group_measures(answerable, mixed, np.where(swap, ranks[other], ranks[one])))
    return {measure: np.abs(values - found[1][measure]) for measure, values in found[0].items()}


def group_measures(
    answerable: npt.NDArray[np.bool_], decisions: Decisions, order: Floats
) -> dict[str, Floats]:
    """Return each measure of many sets of decisions at once, shape (rows,); NaN if undefined.

    Defined in `abstention_scores` and `confidence_scores`.

    Args:
        answerable: Shape (n,).
        decisions: Shape (rows, n) each.
        order: What stands for the confidence where only its order matters, shape (rows, n).
    """
    yes, rows = answerable, len(order)
    n, n_yes = len(yes), int(yes.sum())
    n_no = n - n_yes
    undefined = np.full(rows, np.nan)
    refused = decisions.abstained.sum(axis=1)
    caught = decisions.abstained[:, ~yes].sum(axis=1)
    recall = caught / n_no if n_no else undefined
    answered = 1 - decisions.abstained[:, yes].mean(axis=1) if n_yes else undefined
    precision = np.divide(caught, refused, out=undefined.copy(), where=refused > 0)
    both = refused + n_no
    f1 = np.divide(2 * caught, both, out=undefined.copy(), where=both > 0)
    auroc = error = area = undefined
    if n_yes and n_no:
        won = rankdata(order, axis=1)[:, yes].sum(axis=1) - n_yes * (n_yes + 1) / 2
        auroc = won / (n_yes * n_no)
        if decisions.confidence.min() >= 0 and decisions.confidence.max() <= 1:
            error = _calibration_error(decisions.confidence, yes)
    if n_yes:
        surest = np.argsort(-order, axis=1, kind="stable")
        wrong = np.take_along_axis(1 - decisions.right, surest, axis=1)
        area = (np.cumsum(wrong, axis=1) / np.arange(1, n + 1)).mean(axis=1)
    balanced = (recall + answered) / 2
    values = (precision, recall, f1, balanced, auroc, error, area)
    return dict(zip((*ABSTENTION_MEASURES, *CONFIDENCE_MEASURES), values, strict=True))


def _calibration_error(confidence: Floats, yes: npt.NDArray[np.bool_]) -> Floats:
    rows, n = confidence.shape
    cells = (bin_of(confidence) + BINS * np.arange(rows)[:, None]).ravel()
    apart = np.bincount(cells, weights=(yes - confidence).ravel(), minlength=rows * BINS)
    error: Floats = np.abs(apart.reshape(rows, BINS)).sum(axis=1) / n
    return error
