from __future__ import annotations

from math import log2

import ir_measures
import pytest

from eval.metrics import ranking_scores
from eval.types import UnitKey


def units(*labels: str) -> list[UnitKey]:
    return [UnitKey("A/1", label) for label in labels]


def test_ranking_scores_of_a_hand_worked_question() -> None:
    # Gold 3 and 51(j); ranked 1, 3, 2, 51(j), 9, 10: gold at ranks 2 and 4.
    found = ranking_scores(
        {"q": units("3", "51(j)")}, {"q": units("1", "3", "2", "51(j)", "9", "10")}
    )["q"]
    assert found["success@1"] == 0
    assert found["success@3"] == 1
    assert found["success@5"] == 1
    assert found["recall@5"] == 1
    assert found["recall@10"] == 1
    assert found["MRR@10"] == 1 / 2
    # DCG = 1/log2(3) + 1/log2(5); the best possible is 1/log2(2) + 1/log2(3).
    expected = (1 / log2(3) + 1 / log2(5)) / (1 + 1 / log2(3))
    assert found["nDCG@10"] == pytest.approx(expected)


def test_recall_is_the_share_of_gold_units_and_success_any_of_them() -> None:
    # One of the two gold units is in the first five, the other sixth.
    ranked = units("a", "b", "c", "d", "gold 1", "gold 2")
    found = ranking_scores({"q": units("gold 1", "gold 2")}, {"q": ranked})["q"]
    assert found["recall@5"] == 1 / 2
    assert found["recall@10"] == 1
    assert found["success@3"] == 0
    assert found["success@5"] == 1
    assert found["MRR@10"] == 1 / 5


def test_reciprocal_rank_stops_at_ten() -> None:
    others = units(*(f"o{i}" for i in range(10)))
    at_ten = ranking_scores({"q": units("g")}, {"q": others[:9] + units("g")})["q"]
    at_eleven = ranking_scores({"q": units("g")}, {"q": others + units("g")})["q"]
    assert at_ten["MRR@10"] == 1 / 10
    assert at_eleven["MRR@10"] == 0


def test_a_question_missing_from_the_run_scores_zero() -> None:
    found = ranking_scores({"asked": units("1"), "lost": units("2")}, {"asked": units("1")})
    assert set(found["asked"].values()) == {1.0}
    assert set(found["lost"].values()) == {0.0}


def test_a_question_with_an_empty_ranking_scores_zero() -> None:
    found = ranking_scores({"q": units("1")}, {"q": []})
    assert set(found["q"].values()) == {0.0}


def test_a_question_without_gold_gets_no_ranking_measure() -> None:
    found = ranking_scores({"none": [], "some": units("1")}, {"none": units("1")})
    assert list(found) == ["some"]
    assert ranking_scores({"none": []}, {}) == {}


def test_units_of_two_documents_with_one_label_are_not_the_same() -> None:
    ranked = [UnitKey("B/2", "7"), UnitKey("A/1", "7")]
    assert ranking_scores({"q": units("7")}, {"q": ranked})["q"]["MRR@10"] == 1 / 2


def test_labels_with_white_space_are_told_apart() -> None:
    ranked = units("annex:L.1", "annex:L.1 and Add.1-5")
    found = ranking_scores({"q": units("annex:L.1 and Add.1-5")}, {"q": ranked})
    assert found["q"]["MRR@10"] == 1 / 2


def test_a_ranking_that_names_a_unit_twice_raises() -> None:
    with pytest.raises(ValueError, match="names a unit twice"):
        ranking_scores({"q": units("1")}, {"q": units("1", "1")})


def test_ranking_scores_agree_with_ir_measures_on_its_own_types() -> None:
    # Twelve rankings of twelve units, each a rotation; gold units 0, 3 and 7.
    labels = [str(i) for i in range(12)]
    gold = {f"q{i}": units("0", "3", "7") for i in range(12)}
    ranked = {f"q{i}": units(*labels[i:], *labels[:i]) for i in range(12)}
    ours = ranking_scores(gold, ranked)
    qrels = [ir_measures.Qrel(q, u.label, 1) for q, found in gold.items() for u in found]
    run = [
        ir_measures.ScoredDoc(q, u.label, 100.0 - rank)
        for q, found in ranked.items()
        for rank, u in enumerate(found)
    ]
    measures = {
        "success@1": ir_measures.Success @ 1,
        "success@3": ir_measures.Success @ 3,
        "success@5": ir_measures.Success @ 5,
        "recall@5": ir_measures.R @ 5,
        "recall@10": ir_measures.R @ 10,
        "MRR@10": ir_measures.RR @ 10,
        "nDCG@10": ir_measures.nDCG @ 10,
    }
    for name, measure in measures.items():
        theirs = {m.query_id: m.value for m in ir_measures.iter_calc([measure], qrels, run)}
        assert {q: scores[name] for q, scores in ours.items()} == pytest.approx(theirs)
