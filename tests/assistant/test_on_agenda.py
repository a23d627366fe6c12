"""Which questions ask what an agenda lists, and which entry an ordinal tells."""

from __future__ import annotations

import pytest

from assistant.on_agenda import asks_what_is_on_agenda, counted_out


@pytest.mark.parametrize(
    "question",
    [
        "Under which number of the adopted agenda were boats listed?",
        "What was the last item on the agenda?",
        "Which agenda item number dealt with water?",
        "was ther a coffee break on the agenda",
        "What did the agenda have as its first item?",
    ],
)
def test_it_is_asked_what_an_agenda_lists(question: str) -> None:
    assert asks_what_is_on_agenda(question)


@pytest.mark.parametrize(
    "question",
    [
        "What was recommended under agenda item 2?",
        "Should boats be put on the agenda of the next meeting?",
        "Which paper was written for which item of the agenda?",
        "What was said on agenda items about water?",
        "Which number of boats was counted?",
        "Was the agenda adopted?",
    ],
)
def test_what_became_of_an_item_and_coming_agendas_are_other_questions(question: str) -> None:
    assert not asks_what_is_on_agenda(question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What came last on the agenda?", ("c",)),
        ("the final item of the agenda", ("c",)),
        ("What was the second item on the agenda?", ("b",)),
        ("What was on the agenda last year?", ()),
        ("What was the ninth item on the agenda?", ()),
        ("What was on the agenda?", ()),
    ],
)
def test_an_ordinal_tells_an_entry(question: str, told: tuple[str, ...]) -> None:
    assert counted_out(question, ["a", "b", "c"]) == told


def test_of_no_entries_none_is_told() -> None:
    assert counted_out("the last item on the agenda", []) == ()
