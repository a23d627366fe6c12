"""The measures that collections are published with, and their intervals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from eval.collections.types import Asked, Query
from eval.metrics import (
    abstention_intervals,
    abstention_scores,
    mean_interval,
    paired_p_value,
)
from eval.trec import docno
from eval.types import Prediction, Score

RANKING = ("success@1", "recall@5", "recall@10", "MAP@10")
SURENESS = ("confidence_AUROC", "support_AUROC")
ALL = "all"


def ranking_scores(
    queries: Sequence[Query], predictions: Sequence[Prediction], measures: Sequence[str]
) -> list[dict[str, float]]:
    """Return each query's ranking measures, computed by ir-measures; none without a right unit.

    ``success@1``: 1 if the first unit is right. ``recall@k``: share of the right units among
    the first k. ``MAP@10``: over queries, the mean of AP@10, the sum of the precision at each
    right unit among the first 10 over the number of right units (trec_eval's ``map_cut``).
    Range: each from 0 to 1. A query whose ranking is empty scores 0.
    """
    import ir_measures

    known: dict[str, Any] = {
        "success@1": ir_measures.Success @ 1,
        "recall@5": ir_measures.R @ 5,
        "recall@10": ir_measures.R @ 10,
        "MAP@10": ir_measures.AP @ 10,
    }
    names = {known[name]: name for name in measures if name in known}
    scores: list[dict[str, float]] = [{} for _ in queries]
    qrels = {str(at): {docno(u): 1 for u in q.gold} for at, q in enumerate(queries) if q.gold}
    if not names or not qrels:
        return scores
    run = {
        # Strictly falling scores: evaluators break ties each in their own way.
        str(at): {docno(f.unit): float(-rank) for rank, f in enumerate(found.hits)}
        for at, found in enumerate(predictions)
        if queries[at].gold and found.hits
    }
    for metric in ir_measures.iter_calc(list(names), qrels, run):
        scores[int(metric.query_id)][names[metric.measure]] = float(metric.value)
    return scores


def group_scores(asked: Sequence[Asked], measures: Sequence[str]) -> dict[str, dict[str, Score]]:
    """Return the measures of each group with 95% bootstrap intervals, of all last if several.

    AUROC is the chance that a query with a right unit (or a supported claim) gets a higher
    confidence than one without, ties half; None where either kind is missing.
    """
    groups: dict[str, list[Asked]] = {}
    for found in asked:
        groups.setdefault(found.query.group, []).append(found)
    if len(groups) > 1:
        groups[ALL] = list(asked)
    return {
        name: {measure: _score(members, measure) for measure in measures}
        for name, members in groups.items()
    }


def differences(
    ours: Sequence[Asked], theirs: Sequence[Asked], measures: Sequence[str]
) -> dict[str, tuple[float, float]]:
    """Return by ranking measure how far our mean lies above theirs, and the paired p-value.

    Over all queries with a right unit; see `paired_p_value` for the test and its source.
    """
    found = {}
    for measure in measures:
        apart = [
            our.scores[measure] - their.scores[measure]
            for our, their in zip(ours, theirs, strict=True)
            if measure in our.scores
        ]
        p = paired_p_value(apart)
        if p is not None:
            found[measure] = (sum(apart) / len(apart), p)
    return found


def _score(asked: Sequence[Asked], measure: str) -> Score:
    if measure in RANKING:
        values = [found.scores[measure] for found in asked if found.scores]
        low, high = mean_interval(values) or (None, None)
        return Score(sum(values) / len(values) if values else None, low, high, len(values))
    answerable = [found.query.answerable for found in asked]
    abstained = [found.prediction.abstained for found in asked]
    sure = [found.prediction.confidence for found in asked]
    value = abstention_scores(answerable, abstained, sure)["confidence_AUROC"]
    if value is None:
        return Score(None, None, None, len(asked))
    interval = abstention_intervals(answerable, abstained, sure)["confidence_AUROC"]
    low, high = interval or (None, None)
    return Score(value, low, high, len(asked))


def counts(asked: Sequence[Asked]) -> Mapping[str, tuple[int, int]]:
    """Return by group the number of queries, and of those with a right unit."""
    groups: dict[str, tuple[int, int]] = {}
    for found in asked:
        n, right = groups.get(found.query.group, (0, 0))
        groups[found.query.group] = (n + 1, right + found.query.answerable)
    if len(groups) > 1:
        groups[ALL] = (sum(n for n, _ in groups.values()), sum(r for _, r in groups.values()))
    return groups
