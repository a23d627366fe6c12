from __future__ import annotations

from typing import TYPE_CHECKING

from ui.conversation import Conversation, OpenSource, Turn

if TYPE_CHECKING:
    from tests.ui.conftest import AnswerMaker


def test_an_answer_comes_with_its_best_citation_open(make: AnswerMaker) -> None:
    answer = make.answer(make.citation("3", "Gamma"), make.citation("1", "Alpha"))
    found = Conversation().answered("What ends?", answer)
    assert found.turns == (Turn("What ends?", answer),)
    assert found.source == OpenSource(0, "A/TEST/1", "3", chosen=False)


def test_a_question_without_answer_closes_the_source(make: AnswerMaker) -> None:
    first = Conversation().answered("One?", make.answer(make.citation("1", "Alpha")))
    assert first.answered("Two?", make.answer(nearest=("1",))).source is None
    assert first.failed("Two?", "No.").source is None


def test_the_history_is_the_questions_that_were_answered(make: AnswerMaker) -> None:
    found = (
        Conversation()
        .answered("One?", make.answer(make.citation("1", "Alpha")))
        .failed("Two?", "It broke.")
        .answered("Three?", make.answer(nearest=("1",)))
    )
    assert found.history == ("One?", "Three?")


def test_a_source_is_opened_for_the_turn_it_belongs_to(make: AnswerMaker) -> None:
    before = Conversation().answered("One?", make.answer(make.citation("1", "Alpha")))
    after = before.opened(0, "A/TEST/1", "2")
    assert after.source == OpenSource(0, "A/TEST/1", "2", chosen=True)
    assert after.closed().source is None
    assert after.turns == before.turns


def test_another_page_of_the_file_is_turned_to(make: AnswerMaker) -> None:
    before = Conversation().answered("One?", make.answer(make.citation("1", "Alpha")))
    after = before.turned_to(7)
    assert after.source == OpenSource(0, "A/TEST/1", "1", chosen=True, page=7)
    # Another source begins at its own page.
    assert after.opened(0, "A/TEST/1", "2").source == OpenSource(0, "A/TEST/1", "2", chosen=True)
    assert Conversation().turned_to(7).source is None


def test_a_turn_keeps_which_documents_it_was_asked_of(make: AnswerMaker) -> None:
    answer = make.answer(make.citation("1", "Alpha"))
    found = Conversation().answered("One?", answer, "A/TEST/1").failed("Two?", "No.", "2024")
    assert [turn.within for turn in found.turns] == ["A/TEST/1", "2024"]
