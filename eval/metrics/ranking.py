"""Where the right units stand in a ranking, computed by ir-measures."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from eval.trec import docno
from eval.types import UnitKey

RANKING_MEASURES = (
    "success@1",
    "success@3",
    "success@5",
    "recall@5",
    "recall@10",
    "MRR@10",
    "nDCG@10",
)


def ranking_scores(
    gold: Mapping[str, Collection[UnitKey]], ranked: Mapping[str, Sequence[UnitKey]]
) -> dict[str, dict[str, float]]:
    """Return each question's ranking measures.

    Computed by ir-measures (S. MacAvaney et al., Streamlining Evaluation with ir-measures,
    ECIR 2022) with binary relevance: gold units have relevance 1, all others 0, acceptable
    ones too. Range: each from 0 to 1.

    - ``success@k``: 1 if a gold unit is among the first k, else 0 (TREC's Success@k).
    - ``recall@k``: share of the gold units among the first k.
    - ``MRR@10``: reciprocal of the rank of the first gold unit, 0 if it is not among the first
      10; over questions, the mean reciprocal rank (E. Voorhees, TREC-8 QA track, 1999).
    - ``nDCG@10``: gain of the gold units discounted by log2(rank + 1), over that of the best
      possible ranking (K. Jarvelin and J. Kekalainen, TOIS 20(4), 2002).

    A question that is missing from `ranked` scores 0; one without a gold unit gets no measure.
    Ranks are taken as given: scores and their ties play no part.

    Args:
        gold: Relevant units by question id.
        ranked: Units by question id, best first.

    Raises:
        ValueError: A ranking names a unit twice.
    """
    import ir_measures

    qrels = {q: {docno(unit): 1 for unit in units} for q, units in gold.items() if units}
    run = {}
    for query_id in qrels:
        units = ranked.get(query_id, ())
        if len(set(units)) < len(units):
            raise ValueError(f"the ranking for {query_id!r} names a unit twice")
        if units:
            # Strictly falling scores: trec_eval sorts by score and breaks ties its own way.
            run[query_id] = {docno(u): float(len(units) - i) for i, u in enumerate(units)}
    measures = (
        ir_measures.Success @ 1,
        ir_measures.Success @ 3,
        ir_measures.Success @ 5,
        ir_measures.R @ 5,
        ir_measures.R @ 10,
        ir_measures.RR @ 10,
        ir_measures.nDCG @ 10,
    )
    names = dict(zip(measures, RANKING_MEASURES, strict=True))
    scores: dict[str, dict[str, float]] = {q: {} for q in qrels}
    if not qrels:
        return scores
    for metric in ir_measures.iter_calc(list(names), qrels, run):
        scores[metric.query_id][names[metric.measure]] = float(metric.value)
    return {q: {name: found[name] for name in RANKING_MEASURES} for q, found in scores.items()}
