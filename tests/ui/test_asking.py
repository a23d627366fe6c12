from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from assistant.scope import Scope
from assistant.types import Answer
from corpus.errors import EmptyQuestionError
from ui.asking import MOST_AT_ONCE, Asking, Question
from ui.conversation import Turn

if TYPE_CHECKING:
    from tests.ui.conftest import AnswerMaker

QUESTION = Question("What?", scope=Scope(since="2024"), within="from 2024", reading="What now?")


def test_an_answer_becomes_the_turn_of_its_question(make: AnswerMaker) -> None:
    answer = make.answer(make.citation("1", "Alpha"))
    pending = Asking().begin(QUESTION, lambda: answer)
    assert pending.done(10.0)
    assert pending.turn() == Turn(
        "What?", answer, within="from 2024", scope=Scope(since="2024"), reading="What now?"
    )


def test_a_stated_error_becomes_a_turn_too() -> None:
    def work() -> Answer:
        raise EmptyQuestionError("The question is empty.")

    pending = Asking().begin(Question("?"), work)
    assert pending.done(10.0)
    assert pending.turn() == Turn("?", None, "The question is empty.")


def test_a_long_question_is_stopped_and_does_not_keep_others_waiting(make: AnswerMaker) -> None:
    asking, free = Asking(), threading.Event()
    answer = make.answer(nearest=("1",))

    def long() -> Answer:
        assert free.wait(30.0)
        return answer

    slow = asking.begin(QUESTION, long)
    assert not slow.done()
    stopped = slow.stop()
    assert (stopped.answer, stopped.error, stopped.reading) == (None, "", "What now?")
    quick = asking.begin(Question("Quick?"), lambda: answer)
    assert quick.done(10.0)
    free.set()


def test_a_stopped_question_that_waits_its_turn_is_never_worked_on(make: AnswerMaker) -> None:
    asking, free, begun = Asking(), threading.Event(), threading.Event()
    answer = make.answer(nearest=("1",))

    def long() -> Answer:
        assert free.wait(30.0)
        return answer

    def waiting() -> Answer:
        begun.set()
        return answer

    busy = [asking.begin(QUESTION, long) for _ in range(MOST_AT_ONCE)]
    asking.begin(QUESTION, waiting).stop()
    free.set()
    assert all(one.done(10.0) for one in busy)
    last = asking.begin(QUESTION, lambda: answer)
    assert last.done(10.0)
    assert not begun.is_set()
