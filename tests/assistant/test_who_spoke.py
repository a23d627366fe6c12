"""Questions about who spoke."""

from __future__ import annotations

import pytest

from assistant.who_spoke import asks_who_spoke, tells_of_those


@pytest.mark.parametrize(
    "question",
    [
        "Who spoke on water?",
        "which countries took the floor about boats",
        "Did Chad speak on the pumps?",
        "Was Mali among those who made a statement?",
        "names of the panellists",
        "List the organizations that intervened in the debate.",
        "How many delegations made statements on wells?",
        "States shall mend pumps. Which governments had taken part in the debate behind that?",
        "Who chaired the meeting?",
        "Where do I find the speakers, and which delegations were they from?",
    ],
)
def test_it_is_asked_who_spoke(question: str) -> None:
    assert asks_who_spoke(question)


@pytest.mark.parametrize(
    "question",
    [
        "What did the speakers say about wells?",
        "What did Chad say in the debate?",
        "Did delegations speak of hunger?",
        "How did the panellist from Mali explain the drought?",
        "What was said about boats?",
        "Who should mend the pumps?",
        "Which States have deep wells?",
        "Where can victims speak freely?",
    ],
)
def test_what_was_said_and_who_should_act_is_another_question(question: str) -> None:
    assert not asks_who_spoke(question)


@pytest.mark.parametrize(
    "words", ["what states were led the ", "list delegations heard a ", "who ", "before "]
)
def test_a_question_of_any_length_is_read(words: str) -> None:
    assert not asks_who_spoke(words * 20_000)
    assert not tells_of_those(words * 20_000, "Ann spoke.")


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("Which States spoke?", "Statements were made by the representatives of Chad.", True),
        ("Which States spoke?", "The observer for Mali made a statement.", False),
        ("did mali speak", "The observers for Chad and Mali spoke.", True),
        ("Did Niger speak?", "The observers for Chad and Mali spoke.", False),
        ("Who spoke besides Mali?", "The observers for Chad and Mali spoke.", False),
        ("Who spoke on water?", "The meeting of the Panel on Water was chaired by Ann.", False),
        ("Who chaired it?", "The meeting was chaired by Ann.", True),
    ],
)
def test_words_tell_of_those_who_are_asked_after(question: str, text: str, told: bool) -> None:
    assert tells_of_those(question, text, "Report on Water") == told
