"""The measures that collections are published with, and their intervals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from eval.collections.types import Asked, Query
from eval.metrics import (
    CITATION_MEASURES,
    abstention_intervals,
    abstention_scores,
    citation_scores,
    mean_interval,
    paired_p_value,
)
from eval.trec import docno
from eval.types import Prediction, Score

RANKING = ("success@1", "success@5", "recall@5", "recall@10", "nDCG@10", "MAP@10")
DOCUMENT = "document@1"
MEANS = (*RANKING, DOCUMENT, *CITATION_MEASURES)
ALL = "all"


def query_scores(
    queries: Sequence[Query], predictions: Sequence[Prediction], measures: Sequence[str]
) -> list[dict[str, float]]:
    """Return each query's ranking and citation measures; none without a right unit.

    See `ranking_scores`, and `eval.metrics.citation_scores` for what is cited. ``document@1``: 1
    if the first unit stands in a document that has a right one.
    """
    scores = ranking_scores(queries, predictions, measures)
    for query, found, own in zip(queries, predictions, scores, strict=True):
        if query.gold:
            cited = citation_scores({c.unit for c in found.cited}, query.gold)
            own |= {name: value for name, value in cited.items() if name in measures}
            if DOCUMENT in measures:
                own[DOCUMENT] = float(
                    any(
                        hit.unit.document == unit.document
                        for hit in found.hits[:1]
                        for unit in query.gold
                    )
                )
    return scores


def ranking_scores(
    queries: Sequence[Query], predictions: Sequence[Prediction], measures: Sequence[str]
) -> list[dict[str, float]]:
    """Return each query's ranking measures, computed by ir-measures; none without a right unit.

    ``success@k``: 1 if one of the first k units is right. ``recall@k``: share of the right units
    among the first k. ``nDCG@10``: their gains discounted by log2(rank + 1), over the best possible
    (see `eval.metrics.ranking`). ``MAP@10``: over queries, the mean of AP@10, the sum of the
    precision at each right unit among the first 10 over the number of right units (trec_eval's
    ``map_cut``).
    Range: each from 0 to 1. A query whose ranking is empty scores 0.
    """
    import ir_measures

    known: dict[str, Any] = {
        "success@1": ir_measures.Success @ 1,
        "success@5": ir_measures.Success @ 5,
        "recall@5": ir_measures.R @ 5,
        "recall@10": ir_measures.R @ 10,
        "nDCG@10": ir_measures.nDCG @ 10,
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
    confidence than one without, ties half; None where either kind is missing. A group of
    queries without a right unit is set against all that have one, as if it were the only such
    group. The precision of refusals is left undefined where all queries are of one kind.
    """
    groups: dict[str, list[Asked]] = {}
    for found in asked:
        groups.setdefault(found.query.group, []).append(found)
    if len(groups) > 1:
        groups[ALL] = list(asked)
    return {
        name: {measure: _score(members, measure, asked) for measure in measures}
        for name, members in groups.items()
    }


def differences(
    ours: Sequence[Asked], theirs: Sequence[Asked], measures: Sequence[str]
) -> dict[str, tuple[float, float]]:
    """Return by mean measure how far our mean lies above theirs, and the paired p-value.

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


def _score(members: Sequence[Asked], measure: str, everybody: Sequence[Asked]) -> Score:
    if measure in MEANS:
        values = [found.scores[measure] for found in members if found.scores]
        low, high = mean_interval(values) or (None, None)
        return Score(sum(values) / len(values) if values else None, low, high, len(values))
    if measure == "abstention_precision" and len({f.query.answerable for f in members}) < 2:
        return Score(None, None, None, len(members))
    if measure != "support_AUROC" and not any(found.query.answerable for found in members):
        members = [*members, *(found for found in everybody if found.query.answerable)]
    name = "confidence_AUROC" if measure == "support_AUROC" else measure
    answerable = [found.query.answerable for found in members]
    abstained = [found.prediction.abstained for found in members]
    sure = [found.prediction.confidence for found in members]
    value = abstention_scores(answerable, abstained, sure)[name]
    if value is None:
        return Score(None, None, None, len(members))
    low, high = abstention_intervals(answerable, abstained, sure)[name] or (None, None)
    return Score(value, low, high, len(members))


def counts(asked: Sequence[Asked]) -> Mapping[str, tuple[int, int]]:
    """Return by group the number of queries, and of those with a right unit."""
    groups: dict[str, tuple[int, int]] = {}
    for found in asked:
        n, right = groups.get(found.query.group, (0, 0))
        groups[found.query.group] = (n + 1, right + found.query.answerable)
    if len(groups) > 1:
        groups[ALL] = (sum(n for n, _ in groups.values()), sum(r for _, r in groups.values()))
    return groups
