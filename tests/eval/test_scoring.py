from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from corpus.catalogue import Catalogue
from eval.runner import evaluate
from eval.systems import LexicalBaseline
from eval.types import Cited, Found, Prediction, QuestionSet, SystemResult, UnitKey

if TYPE_CHECKING:
    from tests.eval.conftest import WrittenDown


def quoting(*quotes: tuple[str, str], confidence: float = 0.5) -> Prediction:
    """Return an answer that cites and quotes; an empty one is a refusal."""
    cited = tuple(Cited(UnitKey("garden", label), quote) for label, quote in quotes)
    hits = tuple(Found(c.unit, 1.0) for c in cited)
    return Prediction(hits, cited, not cited, confidence, is_probability=True)


@pytest.fixture
def result(
    garden: Catalogue, garden_questions: QuestionSet, written_down: WrittenDown
) -> SystemResult:
    """Return what a system that quotes gets; the expected values are worked out in the tests."""
    answers = {
        "g-1": quoting(("1", "planted seventeen oaks along the northern path"), confidence=0.9),
        "g-2": quoting(confidence=0.1),
        "g-3": quoting(
            ("4", "A greenhouse will open near the gate."),
            ("6", "Nobody ever objected"),
            confidence=0.7,
        ),
        "g-4": quoting(confidence=0.0),
        "g-5": quoting(confidence=0.3),
    }
    system = type(written_down)("quoting", answers)
    return evaluate(garden_questions, [system], garden, resamples=20).systems[0]


def scores(result: SystemResult, measure: str) -> dict[str, float | None]:
    return {r.question.id: r.scores[measure] for r in result.questions}


def test_quotes_are_held_against_the_gold_quotes(result: SystemResult) -> None:
    # g-3: of "A greenhouse will open" and "Nobody objected" the first stands in a quote.
    assert scores(result, "answer_containment") == {
        "g-1": 1,
        "g-2": 0,
        "g-3": 1 / 2,
        "g-4": 0,
        "g-5": None,
    }
    # g-3 quoted greenhouse will open near gate, nobody ever objected (8 words); gold has 5 of
    # them: 2 * 5 / (8 + 5).
    assert scores(result, "answer_token_F1")["g-3"] == pytest.approx(10 / 13)


def test_a_quote_that_was_changed_is_found_out(result: SystemResult) -> None:
    # "ever" does not stand in paragraph 6.
    assert scores(result, "quotes_verbatim") == {
        "g-1": 1,
        "g-2": None,
        "g-3": 1 / 2,
        "g-4": None,
        "g-5": None,
    }
    third = result.questions[2]
    assert third.verbatim == (True, False)


def test_only_questions_for_several_units_are_asked_for_all_of_them(result: SystemResult) -> None:
    assert scores(result, "citation_complete") == {
        "g-1": None,
        "g-2": None,
        "g-3": 1,
        "g-4": None,
        "g-5": None,
    }


def test_labels_are_counted_and_decisions_judged(result: SystemResult) -> None:
    assert result.overall.scores["labels_per_answer"].value == pytest.approx((1 + 2) / 2)
    # g-2 and g-4 were refused though answerable.
    assert result.overall.scores["abstention_accuracy"].value == pytest.approx(3 / 5)
    assert {depth: n for depth, n in result.overall.depths.items() if n} == {"exact": 3}


def test_a_system_that_never_quotes_has_no_answer_measure(
    garden: Catalogue, garden_questions: QuestionSet, written_down: WrittenDown
) -> None:
    (found,) = evaluate(garden_questions, [written_down], garden, resamples=20).systems
    assert set(scores(found, "answer_containment").values()) == {None}
    assert found.overall.scores["answer_token_F1"].value is None


def test_a_confidence_that_claims_nothing_is_not_held_to_it(
    garden: Catalogue, garden_questions: QuestionSet
) -> None:
    # The best BM25 score is no probability, be it between 0 and 1 or not.
    baseline = LexicalBaseline(garden)
    (found,) = evaluate(garden_questions, [baseline], garden, resamples=20).systems
    assert found.confidence.reliability == ()
    assert found.overall.scores["expected_calibration_error"].value is None
    assert found.overall.scores["risk_coverage_area"].value is not None


def test_a_probability_is_held_against_what_is_answerable(result: SystemResult) -> None:
    bins = {round(b.high, 1): (b.n, b.answerable) for b in result.confidence.reliability if b.n}
    # g-4's 0 shares the first bin with g-2's 0.1: both are answerable.
    assert bins == {0.1: (2, 1), 0.3: (1, 0), 0.7: (1, 1), 0.9: (1, 1)}
    # Claimed and found lie apart by 2 * 0.95, 0.3, 0.3 and 0.1, over five questions.
    error = result.overall.scores["expected_calibration_error"].value
    assert error == pytest.approx((1.9 + 0.3 + 0.3 + 0.1) / 5)


def test_each_unanswerable_kind_is_held_against_all_answerable_questions(
    result: SystemResult,
) -> None:
    assert list(result.confidence.unanswerable) == ["near"]
    near = result.confidence.unanswerable["near"]
    assert near["abstention_recall"].value == 1
    # 0.9 and 0.7 lie above 0.3; 0.1 and 0 below.
    assert near["confidence_AUROC"].value == 2 / 4


def test_units_that_results_name_come_with_their_words(
    garden: Catalogue, garden_questions: QuestionSet, written_down: WrittenDown
) -> None:
    found = evaluate(garden_questions, [written_down], garden, resamples=20)
    # All six: 1 to 4 and 6 are gold, 5 was cited.
    assert [named.unit.label for named in found.units] == ["1", "2", "3", "4", "5", "6"]
    assert found.units[4].text == "Visitors asked for benches."
    assert {named.level for named in found.units} == {1}
    first = dataclasses.replace(garden_questions, questions=garden_questions.questions[:1])
    alone = evaluate(first, [written_down], garden, resamples=20)
    assert [named.unit.label for named in alone.units] == ["1"]
