"""Links that choose the documents to ask, in Streamlit's own test runner, over two documents."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import streamlit as st
from streamlit import config
from streamlit.testing.v1 import AppTest

from assistant.scope import Scope
from tests.support.app_page import APP, shown
from ui.chats import FOLDER
from ui.language import say

if TYPE_CHECKING:
    from tests.conftest import Run

REPORT, GARDEN = "CTOC/COP/WG.4/2011/8", "A/TEST/5"
QUESTION = "Who has the spade?"


@pytest.fixture(scope="module")
def home(
    shipped_home: Path, run_pincite: Run, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """Return a library of the report and a garden's, opened once."""
    st.cache_resource.clear()
    folder = tmp_path_factory.mktemp("filter_links")
    home = Path(shutil.copytree(shipped_home, folder / "home", symlinks=True))
    path = folder / "garden.md"
    path.write_text(f"{GARDEN}\n\n# Garden\n\n1. Pears.\n\n2. The spade was lent to Ms. Olsen.\n")
    done = run_pincite("index", path, home=home)
    assert done.returncode == 0, done.stderr
    yield home
    st.cache_resource.clear()


@pytest.fixture(autouse=True)
def _library(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PINCITE_HOME", str(home))
    shutil.rmtree(home / FOLDER, ignore_errors=True)


@pytest.fixture
def _kept() -> Iterator[None]:
    """Serve to this machine alone, as `pincite chat` does, so that chats are kept."""
    before = config.get_option("server.address")
    config.set_option("server.address", "127.0.0.1")
    yield
    config.set_option("server.address", before)


def follow(**parameters: str | list[str]) -> AppTest:
    page = AppTest.from_file(APP, default_timeout=60)
    go(page, **parameters)
    return page


def go(page: AppTest, **parameters: str | list[str]) -> None:
    """Show an address, as the browser does for a link, and for another one of a visit on Back."""
    page.query_params.clear()
    for name, text in parameters.items():
        page.query_params[name] = text
    page.run()
    assert not page.exception


def press(page: AppTest, label: str) -> None:
    labels = [re.sub(r"[\\\u2060]", "", button.label) for button in page.button]
    page.button[labels.index(label)].click().run()
    assert not page.exception


def ask(page: AppTest, question: str) -> None:
    page.chat_input[0].set_value(question).run()
    assert not page.exception


def choose(page: AppTest, *documents: str) -> None:
    """Choose documents in the popover above the question box."""
    page.multiselect[0].set_value(list(documents)).run()
    assert not page.exception


def asked(page: AppTest) -> list[tuple[str, tuple[str, ...]]]:
    """Return the questions of the chat and the documents that each was asked of."""
    turns = page.session_state["conversation"].turns
    return [(turn.question, turn.scope.documents) for turn in turns]


def chosen(page: AppTest) -> list[str]:
    """Return the documents that are chosen above the question box."""
    found: list[str] = page.multiselect[0].value
    assert found == list(page.session_state["scope"].documents)
    return found


def address(page: AppTest) -> dict[str, list[str] | str]:
    return {name: text for name, text in page.query_params.items() if name != "digest"}


def told(page: AppTest) -> list[str]:
    """Return what is said of the link."""
    bodies = " ".join(element.proto.body for element in page.get("html"))
    return [html.unescape(text) for text in re.findall(r"pc-link-notice[^>]*>(.*?)</p>", bodies)]


def test_the_documents_of_a_question_are_in_its_address_and_asked_again() -> None:
    page = follow()
    choose(page, GARDEN)
    ask(page, QUESTION)
    link = address(page)
    assert link == {"doc": GARDEN, "para": "2", "q": QUESTION, "in": GARDEN}
    other = follow(**link)
    assert asked(other) == [(QUESTION, (GARDEN,))]
    assert say("asked-of", documents=GARDEN) in shown(other)
    assert (told(other), address(other)) == ([], link)
    # What is asked next is asked of the same documents, as where the link was made.
    assert chosen(other) == [GARDEN]
    ask(other, "Who lent it?")
    assert asked(other)[1] == ("Who lent it?", (GARDEN,))


def test_sections_and_kinds_of_text_are_in_the_address_too() -> None:
    section, asked_in = "I. Introduction", {"in": REPORT, "section": "I. Introduction"}
    page = follow(q="Who met?", text="paragraphs", **asked_in)
    [turn] = page.session_state["conversation"].turns
    assert turn.scope == Scope((REPORT,), sections=(section,), texts=("paragraphs",))
    assert address(page).items() >= {"text": "paragraphs", **asked_in}.items()


def test_all_documents_are_no_part_of_an_address() -> None:
    page = follow()
    ask(page, QUESTION)
    assert "in" not in address(page)


def test_a_new_chat_forgets_the_documents_of_a_link() -> None:
    page = follow(q=QUESTION, **{"in": GARDEN})
    press(page, say("new-chat"))
    assert (chosen(page), address(page)) == ([], {})
    assert say("all-of", total=2) in shown(page)


def test_what_the_reader_had_chosen_comes_back_in_a_new_chat() -> None:
    page = follow()
    choose(page, REPORT)
    for documents in ([GARDEN], [GARDEN, REPORT]):
        go(page, q=QUESTION, **{"in": documents})
        assert asked(page) == [(QUESTION, tuple(documents))]
        assert chosen(page) == documents
    press(page, say("new-chat"))
    assert chosen(page) == [REPORT]
    press(page, say("clear"))
    press(page, say("new-chat"))
    assert chosen(page) == []  # not once more


def test_what_the_reader_chooses_after_a_link_stays() -> None:
    page = follow(q=QUESTION, **{"in": GARDEN})
    choose(page, REPORT)
    page.run()
    press(page, say("new-chat"))
    assert chosen(page) == [REPORT]


def test_clearing_a_links_documents_asks_all_again() -> None:
    page = follow(q=QUESTION, **{"in": GARDEN})
    press(page, say("clear"))
    page.run()
    assert (chosen(page), asked(page)) == ([], [(QUESTION, (GARDEN,))])
    everything = say("all-of", total=2).casefold()
    press(page, say("chat-ask-again-of", documents=everything))
    assert asked(page) == [(QUESTION, ())]
    assert "in" not in address(page)


def test_going_back_shows_the_question_as_it_was_asked_and_asks_nothing() -> None:
    page = follow(q=QUESTION, **{"in": GARDEN})
    first = address(page)
    press(page, say("clear"))
    ask(page, QUESTION)
    assert asked(page) == [(QUESTION, (GARDEN,)), (QUESTION, ())]
    second = address(page)
    go(page, **first)
    assert page.session_state["conversation"].source.turn == 0
    go(page, **second)
    assert page.session_state["conversation"].source.turn == 1
    assert len(asked(page)) == 2
    assert chosen(page) == []  # nothing was asked, so nothing is chosen


@pytest.mark.usefixtures("_kept")
def test_the_page_that_is_loaded_again_comes_back_to_its_chat_with_its_documents() -> None:
    page = follow(q=QUESTION, **{"in": GARDEN})
    ask(page, "What grows?")
    again = follow(**address(page))
    assert asked(again) == asked(page)
    assert chosen(again) == [GARDEN]


@pytest.mark.usefixtures("_kept")
def test_the_same_question_of_other_documents_is_another_question() -> None:
    follow(q=QUESTION, **{"in": GARDEN})
    other = follow(q=QUESTION, **{"in": REPORT})
    assert asked(other) == [(QUESTION, (REPORT,))]


def test_a_link_of_documents_alone_chooses_them_once() -> None:
    page = follow(**{"in": [GARDEN.lower(), "A/9/9"]})
    notice = say("link-unknown-documents", documents="A/9/9")
    assert (chosen(page), told(page)) == ([GARDEN], [notice])
    choose(page, REPORT)
    page.run()
    assert chosen(page) == [REPORT]
    ask(page, QUESTION)
    assert (asked(page), told(page)) == ([(QUESTION, (REPORT,))], [])


def test_what_the_library_does_not_have_is_left_out_and_said() -> None:
    page = follow(q=QUESTION, kind="poem", since="1900", **{"in": ["A/9/9", GARDEN]})
    gone = say("link-unknown-documents", documents="A/9/9")
    assert told(page) == [f"{gone} {say('link-unknown-limits', limits='kind=poem')}"]
    [turn] = page.session_state["conversation"].turns
    # Only the report has a date, so that a year limits even where it is long ago.
    assert turn.scope == Scope(documents=(GARDEN,), since="2011")
    press(page, say("new-chat"))
    assert told(page) == []


def test_a_question_of_none_of_the_documents_that_are_named_is_asked_of_all() -> None:
    page = follow(q=QUESTION, **{"in": "A/9/9"})
    assert told(page) == [say("link-unknown-documents", documents="A/9/9")]
    assert asked(page) == [(QUESTION, ())]


def test_documents_beside_a_paragraph_count_for_nothing() -> None:
    page = follow(doc=REPORT, para="6", **{"in": GARDEN})
    assert (chosen(page), told(page)) == ([], [])
    assert address(page) == {"doc": REPORT, "para": "6"}


def test_limits_that_no_document_fits_together_can_be_cleared_and_asked_without() -> None:
    page = follow(q=QUESTION, since="2011", **{"in": GARDEN})
    assert say("no-document-fits") in shown(page)
    assert len(page.error) == 1
    press(page, say("clear"))
    press(page, say("chat-ask-again-of", documents=say("all-of", total=2).casefold()))
    assert asked(page) == [(QUESTION, ())]
    assert not page.error


def test_too_many_documents_for_an_address_leave_the_paragraph_in_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ui.link_filters.MOST_VALUES", 1)
    page = follow()
    choose(page, GARDEN, REPORT)
    ask(page, QUESTION)
    assert address(page) == {"doc": GARDEN, "para": "2"}
