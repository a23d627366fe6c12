from __future__ import annotations

import pytest

from assistant.conversation import leans_on_history, read_question


@pytest.mark.parametrize(
    "question",
    [
        "And for children?",
        "What about the ones that have not paid in?",
        "Who else?",
        "Does it cover hospital costs?",
        "Why?",
        "Which of them are in Africa?",
    ],
)
def test_questions_that_do_not_stand_alone(question: str) -> None:
    assert leans_on_history(question)


@pytest.mark.parametrize(
    "question",
    [
        "Who chaired the meeting?",
        "Should States define the victim of trafficking in domestic law?",
        "What measures should transit States take so that victims of organ removal get help?",
    ],
)
def test_questions_that_stand_alone(question: str) -> None:
    assert not leans_on_history(question)


def test_the_background_goes_back_to_a_question_that_stands_alone() -> None:
    history = [
        "Which States sent experts to the October meeting?",
        "What can compensation for victims pay for?",
        "Does it cover hospital costs?",
    ]
    read = read_question("and  pain too?", history)
    assert (
        read.background
        == "What can compensation for victims pay for? Does it cover hospital costs?"
    )
    assert read.whole == f"{read.background} and pain too?"


def test_a_question_that_names_a_paragraph_stands_alone() -> None:
    assert read_question("And para. 5?", ["Who chaired the meeting?"]).background == ""


def test_without_history_a_question_stands_alone() -> None:
    assert read_question("and pain too?").whole == "and pain too?"
