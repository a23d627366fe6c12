"""Whether two systems differ on the same questions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from eval.metrics.bootstrap import SEED

PERMUTATIONS = 10_000

_TIE = 1e-12
"""Sums that differ by less are equal: the order of adding floats must not decide."""
_CELLS = 4_000_000


def paired_p_value(
    differences: Sequence[float], *, seed: int = SEED, permutations: int = PERMUTATIONS
) -> float | None:
    """Return the p-value of a mean difference between two systems over the same questions.

    The null hypothesis is that the systems could be exchanged on any question: each
    difference then has either sign with equal chance. Definition: of `permutations` random
    choices of signs, plus the one observed, the share whose mean lies at least as far from 0
    (two-sided). Range: from 1 / (permutations + 1) to 1; None for no questions. Source: R. A.
    Fisher's randomisation test, as M. D. Smucker, J. Allan and B. Carterette recommend it for
    retrieval (CIKM 2007); the observed one counts, as B. Phipson and G. K. Smyth show it must
    (2010). The same seed always gives the same value.

    Args:
        differences: One system's score less the other's, one a question.
        seed: Of the signs.
        permutations: How many choices of signs.
    """
    if not differences:
        return None
    # Questions without a difference have no sign to flip.
    moved = np.array([d for d in differences if d], dtype=np.float64)
    if not len(moved):
        return 1.0
    random = np.random.default_rng(seed)
    observed = abs(moved.sum()) - _TIE * len(moved)
    reached, left = 0, permutations
    while left:
        rows = min(left, max(1, _CELLS // len(moved)))
        signs = random.integers(0, 2, size=(rows, len(moved)), dtype=np.int8) * 2.0 - 1.0
        reached += int((np.abs(signs @ moved) >= observed).sum())
        left -= rows
    return (reached + 1) / (permutations + 1)
