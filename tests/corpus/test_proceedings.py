"""Units that say who spoke, and when a meeting sat."""

from __future__ import annotations

import pytest

from corpus.proceedings import tells_when_it_sat, tells_who_spoke


@pytest.mark.parametrize(
    "text",
    [
        "Statements were made by the representatives of Chad and Mali.",
        "A statement was also made by the observer for the League.",
        "After the adoption, the observer for Chad made a statement.",
        "The discussion on the item was led by Ms. Moussa.",
        "A panel was held on water, moderated by the Chair.",
        "The Board heard presentations by two experts.",
        "The representative of Mali introduced the draft resolution.",
        "Twelve delegations took the floor.",
    ],
)
def test_reports_say_who_spoke(text: str) -> None:
    assert tells_who_spoke(text)


@pytest.mark.parametrize(
    "text",
    [
        "States should make their statements in writing.",
        "The statement of accounts was approved.",
        "Representatives of States should be invited.",
        "Many speakers said that wells were deep.",
        "The road was opened in May.",
    ],
)
def test_other_words_about_statements_and_persons_do_not(text: str) -> None:
    assert not tells_who_spoke(text)


def test_reports_say_at_which_meeting_something_was_done() -> None:
    assert tells_when_it_sat("At its 2nd and 3rd meetings, on 5 May, the Board considered water.")
    assert tells_when_it_sat("The Board considered item 3 at its 10th meeting.")
    assert not tells_when_it_sat("Meetings should be held in May.")
    assert not tells_when_it_sat("The next meeting will consider boats.")
