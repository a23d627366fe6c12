from __future__ import annotations

import dataclasses
import json
from math import log2
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.catalogue import Catalogue
from eval.errors import QuestionSetError
from eval.questions import load_questions
from eval.runner import WARM_UP, evaluate
from eval.systems import LexicalBaseline
from eval.types import QuestionSet

if TYPE_CHECKING:
    from tests.eval.conftest import WrittenDown


def test_scores_of_a_hand_worked_run(
    garden: Catalogue, garden_questions: QuestionSet, written_down: WrittenDown
) -> None:
    evaluation = evaluate(garden_questions, [written_down], garden, resamples=50)
    (result,) = evaluation.systems
    value = {name: score.value for name, score in result.overall.scores.items()}
    # First gold unit at ranks 1, 2, 1, 2.
    assert value["success@1"] == 2 / 4
    assert value["success@5"] == 1
    # g-3 has one of its two gold units in the first five.
    assert value["recall@5"] == pytest.approx((1 + 1 + 1 / 2 + 1) / 4)
    assert value["MRR@10"] == pytest.approx((1 + 1 / 2 + 1 + 1 / 2) / 4)
    # g-3: gold at ranks 1 and 6, at best 1 and 2.
    third = (1 + 1 / log2(7)) / (1 + 1 / log2(3))
    assert value["nDCG@10"] == pytest.approx((1 + 1 / log2(3) + third + 1 / log2(3)) / 4)
    # g-1 right, g-2 right beside an acceptable one, g-3 half and half, g-4 refused.
    assert value["citation_precision"] == pytest.approx((1 + 1 + 1 / 2 + 0) / 4)
    assert value["citation_recall"] == pytest.approx((1 + 1 + 1 / 2 + 0) / 4)
    assert value["citation_F1"] == pytest.approx((1 + 1 + 1 / 2 + 0) / 4)
    # One refusal, of an answerable question; the unanswerable one was answered.
    assert value["abstention_precision"] == 0
    assert value["abstention_recall"] == 0
    assert value["abstention_F1"] == 0
    assert value["abstention_balanced_accuracy"] == pytest.approx((0 + 3 / 4) / 2)
    # 0.9, 0.8 and 0.6 are above 0.4; 0.2 is not.
    assert value["confidence_AUROC"] == 3 / 4
    assert (result.overall.n, result.overall.answerable, result.overall.refused) == (5, 4, 1)


def test_ranking_and_citations_are_measured_on_answerable_questions_only(
    garden: Catalogue, garden_questions: QuestionSet, written_down: WrittenDown
) -> None:
    (result,) = evaluate(garden_questions, [written_down], garden, resamples=50).systems
    assert result.overall.scores["success@1"].n == 4
    assert result.overall.scores["citation_F1"].n == 4
    assert result.overall.scores["abstention_recall"].n == 5
    near = next(r for r in result.questions if r.question.id == "g-5")
    # It was answered with one label, and should not have been.
    defined = {name: value for name, value in near.scores.items() if value is not None}
    assert defined == {"labels_per_answer": 1, "abstention_accuracy": 0}


def test_kinds_are_scored_apart(
    garden: Catalogue, garden_questions: QuestionSet, written_down: WrittenDown
) -> None:
    (result,) = evaluate(garden_questions, [written_down], garden, resamples=50).systems
    assert list(result.by_kind) == ["direct", "multi", "follow-up", "near"]
    direct = result.by_kind["direct"]
    assert direct.n == 2
    assert direct.scores["success@1"].value == 1 / 2
    assert direct.scores["abstention_recall"].value is None
    near = result.by_kind["near"]
    assert near.scores["success@1"].value is None
    assert near.scores["success@1"].low is None
    assert near.scores["abstention_recall"].value == 0


def test_an_interval_surrounds_its_mean(
    garden: Catalogue, garden_questions: QuestionSet, written_down: WrittenDown
) -> None:
    (result,) = evaluate(garden_questions, [written_down], garden).systems
    score = result.overall.scores["success@1"]
    # Two of four: the means of resamples run from 0 to 1 and 95% hold both ends (each has a
    # chance of 1/16).
    assert (score.low, score.value, score.high) == (0, 1 / 2, 1)


def test_every_question_is_asked_once_after_one_warm_up(
    garden: Catalogue, garden_questions: QuestionSet, written_down: WrittenDown
) -> None:
    told: list[tuple[str, int, int]] = []
    evaluate(
        garden_questions,
        [written_down],
        garden,
        progress=lambda name, done, total: told.append((name, done, total)),
        resamples=50,
    )
    assert written_down.asked == [WARM_UP, "g-1", "g-2", "g-3", "g-4", "g-5"]
    assert told == [("middling", done, 5) for done in range(1, 6)]


def test_labels_that_the_library_does_not_have_are_named_at_once(
    garden: Catalogue, garden_file: Path, written_down: WrittenDown
) -> None:
    lines = garden_file.read_text(encoding="utf-8").replace('"2"', '"20"').replace('"6"', '"60"')
    garden_file.write_text(lines, encoding="utf-8")
    with pytest.raises(QuestionSetError) as caught:
        evaluate(load_questions(garden_file), [written_down], garden)
    assert caught.value.problems == (
        "g-2: no unit '20' in garden",
        "g-3: no unit '60' in garden",
    )
    assert written_down.asked == []


def test_with_several_documents_a_question_must_name_its_own(
    garden: Catalogue, garden_questions: QuestionSet, written_down: WrittenDown
) -> None:
    (document,) = garden.documents
    other = dataclasses.replace(
        document, metadata=dataclasses.replace(document.metadata, symbol="orchard")
    )
    two = Catalogue([document, other])
    with pytest.raises(QuestionSetError, match="the library holds 2 documents"):
        evaluate(garden_questions, [written_down], two)
    named = dataclasses.replace(
        garden_questions,
        questions=tuple(
            dataclasses.replace(q, document="garden") for q in garden_questions.questions
        ),
    )
    (result,) = evaluate(named, [written_down], two, resamples=50).systems
    assert result.overall.scores["success@1"].value == 2 / 4


def test_the_lexical_baseline_ranks_by_shared_words_and_cites_the_first(
    garden: Catalogue, garden_questions: QuestionSet
) -> None:
    baseline = LexicalBaseline(garden)
    answers = {q.id: baseline.answer(q) for q in garden_questions.questions}
    # Only paragraph 1 has oaks and planted; 4 and 6 have the greenhouse, 6 is shorter.
    assert [f.unit.label for f in answers["g-1"].hits] == ["1"]
    assert [f.unit.label for f in answers["g-3"].hits] == ["6", "4"]
    assert [c.unit.label for c in answers["g-3"].cited] == ["6"]
    assert not answers["g-5"].abstained
    # "And when next?" shares no word with any paragraph, and the history is not looked at.
    assert answers["g-4"].hits == ()
    assert answers["g-4"].abstained


def test_a_question_set_survives_json(garden_file: Path) -> None:
    # The same lines with other white space are the same questions under another hash.
    before = load_questions(garden_file)
    lines = garden_file.read_text(encoding="utf-8").splitlines()
    spaced = "\n".join(json.dumps(json.loads(x), separators=(" , ", " : ")) for x in lines)
    garden_file.write_text(spaced, encoding="utf-8")
    after = load_questions(garden_file)
    assert after.questions == before.questions
    assert after.sha256 != before.sha256
