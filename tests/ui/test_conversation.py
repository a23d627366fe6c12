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


# ---- versions of a question


def asked(*questions: str) -> Conversation:
    """Return a conversation of questions that met an error each."""
    found = Conversation()
    for question in questions:
        found = found.failed(question, "No.")
    return found


def questions(conversation: Conversation) -> list[str]:
    return [turn.question for turn in conversation.turns]


def test_a_changed_question_takes_the_place_of_what_came_after_and_can_be_switched_back(
    make: AnswerMaker,
) -> None:
    before = asked("One?", "Two?", "Three?")
    answer = make.answer(make.citation("1", "Alpha"))
    after = before.with_turn(Turn("Two, better?", answer), at=1)
    assert questions(after) == ["One?", "Two, better?"]
    assert (after.turns[1].version, after.turns[1].versions) == (2, 2)
    assert after.source == OpenSource(1, "A/TEST/1", "1", chosen=False)
    back = after.switched(1, 1)
    assert questions(back) == ["One?", "Two?", "Three?"]
    assert (back.turns[1].version, back.turns[1].versions) == (1, 2)
    assert back.source is None
    assert back.switched(1, 2) == after


def test_what_was_asked_after_a_version_stays_with_it() -> None:
    first = asked("One?", "Two?").with_turn(Turn("Uno?", None), at=0)
    second = first.failed("Dos?", "No.").with_turn(Turn("Un ?", None), at=0)
    assert (second.turns[0].version, second.turns[0].versions) == (3, 3)
    assert questions(second.switched(0, 1)) == ["One?", "Two?"]
    assert questions(second.switched(0, 2)) == ["Uno?", "Dos?"]
    # From the middle both neighbours are still there.
    assert questions(second.switched(0, 2).switched(0, 3)) == ["Un ?"]
    assert questions(second.switched(0, 2).switched(0, 1)) == ["One?", "Two?"]


def test_a_version_that_is_not_there_changes_nothing() -> None:
    found = asked("One?", "Two?").with_turn(Turn("Uno?", None), at=0)
    assert found.switched(0, 0) == found.switched(0, 3) == found


def test_a_question_that_never_got_an_answer_is_no_version(make: AnswerMaker) -> None:
    answer = make.answer(make.citation("1", "Alpha"))
    found = asked("One?").with_turn(Turn("One?", answer), at=0)
    assert (questions(found), found.turns[0].versions) == (["One?"], 1)


def test_a_deleted_turn_leaves_those_after_it_as_they_were(make: AnswerMaker) -> None:
    answer = make.answer(make.citation("1", "Alpha"))
    found = asked("One?", "Two?").answered("Three?", answer)
    without = found.without(0)
    assert questions(without) == ["Two?", "Three?"]
    assert without.source == OpenSource(1, "A/TEST/1", "1", chosen=False)
    assert without.turns[1] == found.turns[2]
    assert found.without(2).source is None


def test_a_reading_of_the_persons_own_is_what_a_follow_up_leans_on(make: AnswerMaker) -> None:
    answer = make.answer(make.citation("1", "Alpha"))
    found = Conversation().with_turn(Turn("And they?", answer, reading="Who pays victims?"))
    assert found.history == ("Who pays victims?",)


def test_a_question_is_known_by_its_words_and_by_how_it_was_read(make: AnswerMaker) -> None:
    turn = Turn("And they?", make.answer(make.citation("1", "Alpha"), read_as="Who? And they?"))
    assert turn.has_question(" And  they?")
    assert turn.has_question("Who? And they?")
    assert not turn.has_question("Who?")
    assert Turn("Who?", None).has_question("Who?")


def test_a_kept_conversation_opens_with_the_last_answers_source(make: AnswerMaker) -> None:
    answer = make.answer(make.citation("3", "Gamma"))
    turns = asked("One?").answered("Two?", answer).turns
    assert Conversation.reopened(turns).source == OpenSource(1, "A/TEST/1", "3", chosen=False)
    assert Conversation.reopened(()) == Conversation()
