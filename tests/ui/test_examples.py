from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from corpus.types import Document, Heading
from ui.examples import KeptExamples, example_questions
from ui.language import speaking

Make = Callable[..., Document]


def test_examples_are_made_of_headings_and_labels(make_document: Make) -> None:
    # Both headings are short and unique; the first half of two is "Opening". The deepest units
    # are (i) and (ii), the middle of two the second. Paragraphs 1 and 2 share a heading.
    assert example_questions([make_document()], lambda question: True) == (
        "What does the document say about opening?",
        "What does para. 2 (b) (ii) say?",
        "What does the document say about water supply?",
        "What do paras. 1 and 2 say?",
    )


def test_a_question_that_gets_no_answer_gives_way_to_the_next(make_document: Make) -> None:
    unanswered = {"What does para. 2 (b) (ii) say?", "What does the document say about opening?"}
    assert example_questions([make_document()], lambda q: q not in unanswered) == (
        "What does para. 2 (b) (i) say?",
        "What does the document say about water supply?",
        "What do paras. 1 and 2 say?",
    )


def test_a_name_keeps_its_capital(make_document: Make) -> None:
    document = make_document()
    start = len(document.text)
    named = replace(
        document,
        headings=(*document.headings[:1], Heading("II. Vienna meetings", 1, start, start + 19)),
        units=tuple(
            replace(unit, heading_path=("II. Vienna meetings",)) if unit.label == "3" else unit
            for unit in document.units
        ),
        text=document.text + "They met in Vienna. Opening words: an opening.",
    )
    questions = example_questions([named], lambda question: True)
    assert "What does the document say about Vienna meetings?" in questions
    assert "What does the document say about opening?" in questions


def test_each_question_names_its_document_where_there_are_several(make_document: Make) -> None:
    documents = [make_document("A/1"), make_document("A/2")]
    assert example_questions(documents, lambda question: True, number=6) == (
        "What does A/1 say about opening?",
        "What does para. 2 (b) (ii) of A/1 say?",
        "What does A/1 say about water supply?",
        "What do paras. 1 and 2 of A/1 say?",
        "What does A/2 say about opening?",
        "What does para. 2 (b) (ii) of A/2 say?",
    )


def test_the_question_is_in_the_readers_language_and_the_topic_in_the_documents(
    make_document: Make,
) -> None:
    with speaking("fr"):
        alone = example_questions([make_document()], lambda question: True)
        several = example_questions([make_document("A/1"), make_document("A/2")], lambda q: True)
    assert alone == (
        "Que dit le document au sujet de «\u00a0opening\u00a0»\u202f?",
        "Montrez para. 2 (b) (ii).",
        "Que dit le document au sujet de «\u00a0water supply\u00a0»\u202f?",
        "Montrez paras. 1 and 2.",
    )
    assert several[0] == "Que dit A/1 au sujet de «\u00a0opening\u00a0»\u202f?"
    assert several[1] == "Montrez para. 2 (b) (ii) de A/1."


def test_an_empty_library_has_no_examples(make_document: Make) -> None:
    bare = replace(make_document(), headings=(), units=(), text="")
    assert example_questions([bare], lambda question: True) == ()
    assert example_questions([], lambda question: True) == ()


def test_examples_are_chosen_once_for_a_library_and_a_language() -> None:
    kept, chosen = KeptExamples(), []

    def choose(question: str) -> Callable[[], tuple[str, ...]]:
        def chosen_now() -> tuple[str, ...]:
            chosen.append(question)
            return (question,)

        return chosen_now

    assert kept.at_hand(("a",), "en") is None
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: kept.choose(("a",), "en", choose("What?")), range(8)))
    assert found == [("What?",)] * 8
    assert chosen == ["What?"]
    kept.choose(("a",), "fr", choose("Quoi ?"))
    assert kept.at_hand(("a",), "en") == ("What?",)
    assert kept.at_hand(("a",), "fr") == ("Quoi ?",)
    # Another library: those of the one before go.
    kept.choose(("b",), "en", choose("Who?"))
    assert kept.at_hand(("a",), "en") is kept.at_hand(("b",), "fr") is None
    assert kept.at_hand(("b",), "en") == ("Who?",)


def test_a_failed_choice_is_not_kept() -> None:
    kept = KeptExamples()

    def fail() -> tuple[str, ...]:
        raise ValueError

    with pytest.raises(ValueError):
        kept.choose(("a",), "en", fail)
    assert kept.choose(("a",), "en", lambda: ("What?",)) == ("What?",)
