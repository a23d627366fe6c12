"""What each signal and each model brings: fusions without one of them, cross-validated.

Every row fits its own weights on five sixths of the tuning questions and ranks for the others, six
times, so that no question is ranked by weights that have seen it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.retrieval import SIGNALS, VIEWS
from eval.fit import Example, Rows, fit_fusion, folds, fused
from eval.metrics.bootstrap import mean_interval
from eval.types import Score

_DEPTH = 5

SUBSETS: dict[str, tuple[str, ...]] = {
    "all signals": SIGNALS,
    **{f"without {name}": tuple(s for s in SIGNALS if s != name) for name in SIGNALS},
    "encoder alone": VIEWS,
    "sentences alone": ("sentence",),
    "shared words alone": tuple(name for name in SIGNALS if name not in VIEWS),
}
"""Which signals each row keeps."""


@dataclass(frozen=True, slots=True)
class Row:
    """One fusion's figures over the answerable tuning questions.

    Attributes:
        kept: Key of `SUBSETS`.
        success: success@1 with its interval.
        recall: recall@5 with its interval.
        by_kind: success@1 of each kind.
    """

    kept: str
    success: Score
    recall: Score
    by_kind: dict[str, float]


def ablate(examples: Sequence[Example]) -> Iterator[Row]:
    """Yield a row for each of `SUBSETS`."""
    answerable = [example for example in examples if example.gold]
    for kept, signals in SUBSETS.items():
        scored = list(map(_scores, answerable, _rank(answerable, signals)))
        first, found = (np.array(column, dtype=np.float64) for column in zip(*scored, strict=True))
        kinds = np.array([example.question.kind for example in answerable])
        yield Row(
            kept,
            _mean(first.tolist()),
            _mean(found.tolist()),
            {str(kind): float(first[kinds == kind].mean()) for kind in sorted(set(kinds))},
        )


def _rank(examples: Sequence[Example], signals: Sequence[str]) -> list[Rows]:
    """Return for each example the rows of all units, best first, by weights fitted on others."""
    ranked: dict[int, Rows] = {}
    for held, rest in folds(len(examples)):
        weights, _ = fit_fusion([examples[at] for at in rest], signals)
        for at in held:
            ranked[int(at)] = np.argsort(-fused(examples[at], weights), kind="stable")
    return [ranked[at] for at in range(len(examples))]


def _mean(values: Sequence[float]) -> Score:
    low, high = mean_interval(values) or (None, None)
    return Score(float(np.mean(values)), low, high, len(values))


def _scores(example: Example, order: Rows) -> tuple[float, float]:
    gold = set(example.gold)
    found = gold & {int(row) for row in order[:_DEPTH]}
    return float(int(order[0]) in gold), len(found) / len(gold)
