from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.types import Citation
from corpus.errors import (
    EmptyQuestionError,
    ReferenceSyntaxError,
    UnknownDocumentError,
    UnknownReferenceError,
)
from tests.support.small_library import GARDEN, garden, open_garden


@pytest.fixture(scope="module")
def gardener(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_garden(tmp_path_factory.mktemp("garden"))


def test_an_answer_quotes_the_sentence_that_answers(gardener: Assistant) -> None:
    answer = gardener.ask("What does a spade cost in crowns?")
    assert not answer.abstained
    assert [c.label for c in answer.citations] == ["3"]
    citation = answer.citations[0]
    assert citation.quote == "A new one costs 40 crowns."
    assert citation.unit.text[citation.start : citation.end] == citation.quote
    assert citation.reference == "G/1, para. 3"
    assert answer.text == "“A new one costs 40 crowns.” (para. 3)"


def test_a_unit_of_one_sentence_is_quoted_whole_however_long(tmp_path: Path) -> None:
    # 85 words, where the model reads 62: its sentence is embedded in two windows.
    sentence = "The spade, " + "as everybody knows, " * 26 + "was lent to Ms. Olsen."
    text = f"Report\n\n1. {sentence}\n\n2. Pears were picked.\n"
    gardener = open_garden(tmp_path, garden(text=text))
    views = [(p.label, p.view) for p in gardener.library.passages]
    assert views.count(("1", "sentence")) == 2
    assert views.count(("2", "sentence")) == 1
    for question, label, quote in (
        ("Who borrowed the shovel?", "1", sentence),
        ("Which pears?", "2", "Pears were picked."),
    ):
        answer = gardener.ask(question)
        assert [(c.label, c.quote) for c in answer.citations] == [(label, quote)]


def test_every_citation_is_among_the_hits_and_hits_are_ranked(gardener: Assistant) -> None:
    answer = gardener.ask("Which pears and plums shall be planted by the wall?")
    found = {(hit.document, hit.label) for hit in answer.hits}
    assert {(c.document, c.label) for c in answer.citations} <= found
    assert [hit.rank for hit in answer.hits] == list(range(1, len(answer.hits) + 1))
    scores = [hit.score for hit in answer.hits]
    assert scores == sorted(scores, reverse=True)
    # Five paragraphs and two sub-paragraphs less than the usual twenty: all of them.
    assert len(answer.hits) == 6


def test_a_sub_paragraph_is_quoted_under_its_parents_words(gardener: Assistant) -> None:
    answer = gardener.ask("plums by the wall")
    assert answer.text.splitlines()[0] == "2. The gardeners shall plant:"
    assert answer.text.splitlines()[1] == "“plums, by the wall.” (para. 2 (b))"


def test_it_says_when_it_does_not_know_and_shows_the_nearest_as_such(gardener: Assistant) -> None:
    answer = gardener.ask("Who conducts the orchestra?")
    assert answer.abstained
    assert answer.citations == ()
    assert answer.text.startswith(
        "G/1 does not seem to answer this. Nearest, without answering it:"
    )
    assert len(answer.nearest) == 5
    assert len(answer.hits) == 6


def test_the_threshold_can_be_set(tmp_path: Path) -> None:
    bold = open_garden(tmp_path, threshold=0.0)
    assert not bold.ask("Who conducts the orchestra?").abstained


def test_a_named_paragraph_is_given_exactly(gardener: Assistant) -> None:
    answer = gardener.ask("What does para. 2 (b) say?")
    assert [(c.label, c.quote) for c in answer.citations] == [("2(b)", "plums, by the wall.")]
    assert answer.confidence == 1.0
    assert answer.hits[0].label == "2(b)"


def test_named_paragraphs_come_in_the_order_named(gardener: Assistant) -> None:
    assert [c.label for c in gardener.ask("paras. 3 and 1").citations] == ["3", "1"]
    assert [c.label for c in gardener.ask("paras 3 to 4").citations] == ["3", "4"]


def test_a_question_about_something_inside_a_paragraph_looks_inside_it(
    gardener: Assistant,
) -> None:
    answer = gardener.ask("Does paragraph 2 speak of plums at the wall?")
    assert [c.label for c in answer.citations] == ["2(b)"]


@pytest.mark.parametrize(
    "question", ["Que dit para. 2 ?", "Montrez para. 2.", "¿Qué dice para. 2?", "Citez le para. 2"]
)
def test_a_paragraph_asked_for_in_french_or_spanish_is_the_whole_answer(
    gardener: Assistant, question: str
) -> None:
    expected = gardener.ask("What does para. 2 say?")
    answer = gardener.ask(question)
    assert answer.named
    assert [c.label for c in answer.citations] == [c.label for c in expected.citations]


def test_a_paragraph_that_is_not_there_is_refused_with_what_there_is(gardener: Assistant) -> None:
    answer = gardener.ask("What does para. 9 say?")
    assert answer.abstained
    assert (answer.confidence, answer.citations) == (0.0, ())
    assert "No para. 9 in G/1" in answer.text
    assert "1–4" in answer.text
    assert answer.hits


def test_a_follow_up_is_read_with_what_was_asked_before(gardener: Assistant) -> None:
    history = ["To whom was the spade lent?"]
    answer = gardener.ask("And the new one?", history=history)
    assert answer.read_as == "To whom was the spade lent? And the new one?"
    assert answer.citations[0].label == "3"
    alone = gardener.ask("When were apples picked?", history=history)
    assert alone.read_as == "When were apples picked?"


def test_an_empty_question_is_an_error(gardener: Assistant) -> None:
    for empty in ("", "  ", "?!"):
        with pytest.raises(EmptyQuestionError, match="pincite ask"):
            gardener.ask(empty)


def test_timings_add_up(gardener: Assistant) -> None:
    spent = gardener.ask("Who borrowed the spade?").timings_ms
    assert set(spent) == {"encode", "search", "rerank", "compose", "total"}
    stages = sum(ms for name, ms in spent.items() if name != "total")
    assert stages <= spent["total"] + 0.01


def test_search_returns_as_many_as_there_are(gardener: Assistant) -> None:
    assert len(gardener.search("spade", 3)) == 3
    assert len(gardener.search("spade", 1000)) == 6
    assert gardener.search("shovel")[0].label == "3"


def test_show_gives_a_unit_and_those_inside_it(gardener: Assistant) -> None:
    assert [p.unit.label for p in gardener.show("2")] == ["2", "2(a)", "2(b)"]
    assert [p.unit.label for p in gardener.show("paras. 1-2")] == ["1", "2", "2(a)", "2(b)"]
    with pytest.raises(UnknownReferenceError, match="1–4"):
        gardener.show("9")
    with pytest.raises(ReferenceSyntaxError):
        gardener.show("spade")


def test_a_filter_keeps_to_one_document(tmp_path: Path) -> None:
    other = garden("G/2", GARDEN.replace("spade", "rake"))
    both = open_garden(tmp_path, garden(), other)
    answer = both.ask("To whom was the rake lent?", document="g/2")
    assert {hit.document for hit in answer.hits} == {"G/2"}
    assert answer.text.endswith("(G/2, para. 3)")
    with pytest.raises(UnknownDocumentError, match="G/1, G/2"):
        both.ask("To whom was the rake lent?", document="G/3")


def test_a_citation_cannot_hold_words_that_are_not_there(gardener: Assistant) -> None:
    place = gardener.show("4")[0]
    with pytest.raises(ValueError, match="lies outside 4"):
        Citation(place.document, place.unit, "G/1, para. 4", 0, 1000, 1.0)


def test_the_same_question_gives_the_same_answer(gardener: Assistant) -> None:
    first, second = (gardener.ask("Who borrowed the spade?") for _ in range(2))
    assert (first.text, first.citations, first.hits) == (second.text, second.citations, second.hits)
