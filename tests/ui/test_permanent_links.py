"""Permanent links in Streamlit's own test runner, over the shipped report and the real model."""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from assistant.assistant import Assistant
from tests.support.app_page import APP
from ui import wording
from ui.addresses import LONGEST_QUESTION, text_digest
from ui.chats import FOLDER
from ui.language import say
from ui.link_filters import MOST_VALUES
from ui.reading_state import ReadingPlace

SYMBOL = "CTOC/COP/WG.4/2011/8"
NAMED = "What does para. 51 (j) (iii) say?"
WORDS = "Lost income and wages due according to national law and regulations regarding wages;"
DIGEST = text_digest(WORDS)


@pytest.fixture(scope="module")
def home(shipped_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a library of this module's own, opened once: its chats are kept there."""
    st.cache_resource.clear()
    folder = tmp_path_factory.mktemp("links") / "home"
    yield Path(shutil.copytree(shipped_home, folder, symlinks=True))
    st.cache_resource.clear()


@pytest.fixture(autouse=True)
def _library(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PINCITE_HOME", str(home))
    shutil.rmtree(home / FOLDER, ignore_errors=True)


def follow(**parameters: str | list[str]) -> AppTest:
    page = AppTest.from_file(APP, default_timeout=60)
    for name, text in parameters.items():
        page.query_params[name] = text
    page.run()
    assert not page.exception
    return page


def address(page: AppTest) -> dict[str, str]:
    found: dict[str, list[str] | str] = page.query_params
    return {name: text if isinstance(text, str) else text[-1] for name, text in found.items()}


def headings(page: AppTest) -> list[str]:
    """Return the questions of the chat, and the reference of the open source behind them."""
    bodies = " ".join(element.proto.body for element in page.get("html"))
    found = re.findall(r"<h2[^>]*>(.*?)</h2>", bodies)
    return [html.unescape(re.sub(r"<[^>]+>", "", heading)) for heading in found]


def told(page: AppTest) -> list[str]:
    """Return what is said of the link."""
    bodies = " ".join(element.proto.body for element in page.get("html"))
    return [html.unescape(text) for text in re.findall(r"pc-link-notice[^>]*>(.*?)</p>", bodies)]


def press(page: AppTest, label: str) -> None:
    labels = [re.sub(r"[\\\u2060]", "", button.label) for button in page.button]
    page.button[labels.index(label)].click().run()
    assert not page.exception


def read_data(page: AppTest) -> dict[str, Any] | None:
    """Return what the browser draws of the document that is read; None on another page."""
    for element in page.get("bidi_component"):
        if element.proto.component_name == "pincite.reading":
            data: dict[str, Any] = json.loads(element.proto.json)
            return data
    return None


def go_back(page: AppTest, **parameters: str | list[str]) -> None:
    """Show another address of this visit, as the browser does on Back."""
    page.query_params.clear()
    for name, text in parameters.items():
        page.query_params[name] = text
    page.run()
    assert not page.exception


def test_a_link_opens_its_paragraph() -> None:
    page = follow(doc=SYMBOL, para="51(j)(iii)", digest=DIGEST)
    assert headings(page) == [f"{SYMBOL}, para. 51 (j) (iii)", "para. 51 (j) (iii)"]
    assert told(page) == []
    assert address(page) == {"doc": SYMBOL, "para": "51(j)(iii)", "digest": DIGEST}


def test_a_link_to_a_document_opens_it_to_be_read() -> None:
    page = follow(doc=SYMBOL.lower())
    read = read_data(page)
    assert read is not None
    assert (read["document"], read["go"], read["told"]) == (SYMBOL, None, "")
    assert address(page) == {"doc": SYMBOL}
    page.run()
    assert address(page) == {"doc": SYMBOL}


def test_going_back_from_the_document_leads_to_the_chat() -> None:
    page = follow(doc=SYMBOL)
    page.switch_page("chat.py")
    go_back(page, doc=SYMBOL)
    assert [title.value for title in page.title] == [wording.NAME]
    assert address(page) == {}
    page.chat_input[0].set_value(NAMED).run()
    go_back(page, doc=SYMBOL)
    assert headings(page) == [NAMED, "para. 51 (j) (iii)"]
    assert address(page)["q"] == NAMED


def test_the_document_is_read_once_more_in_another_visit() -> None:
    for _ in range(2):
        assert read_data(follow(doc=SYMBOL)) is not None


def test_the_address_of_a_paragraph_that_is_read_says_if_its_words_change() -> None:
    page = follow()
    page.switch_page("read.py")
    go_back(page, doc=SYMBOL, para="51(j)(iii)")
    assert address(page) == {"doc": SYMBOL, "para": "51(j)(iii)", "digest": DIGEST}
    go_back(page, doc=SYMBOL, para="6", digest="00000000")
    read = read_data(page)
    assert read is not None
    assert read["told"] == say("text-has-changed", reference="para. 6")


def test_a_wrong_link_to_a_document_that_is_read_is_explained_until_one_goes_on() -> None:
    page = follow()
    page.switch_page("read.py")
    go_back(page, doc="A/1/9")
    read = read_data(page)
    assert read is not None
    assert read["told"] == wording.no_document("A/1/9", "")
    assert address(page) == {"doc": "A/1/9"}  # it can be mended
    page.session_state["reading-place"] = ReadingPlace(SYMBOL, "6", 1)
    page.run()
    read = read_data(page)
    assert read is not None
    assert (read["told"], read["go"]["place"]) == ("", 5)
    assert (address(page)["doc"], address(page)["para"]) == (SYMBOL, "6")


def test_a_link_asks_its_question_once() -> None:
    page = follow(q=NAMED)
    assert headings(page) == [NAMED, "para. 51 (j) (iii)"]
    expected = {"doc": SYMBOL, "para": "51(j)(iii)", "digest": DIGEST, "q": NAMED}
    assert address(page) == expected
    page.run()
    page.run()
    assert headings(page) == [NAMED, "para. 51 (j) (iii)"]
    assert address(page) == expected


def test_a_link_asks_and_opens_another_paragraph() -> None:
    page = follow(doc=SYMBOL, para="9", q=NAMED)
    assert headings(page) == [NAMED, "para. 9"]


def test_the_address_follows_what_is_on_screen() -> None:
    page = follow()
    assert address(page) == {}
    page.chat_input[0].set_value(NAMED).run()
    assert address(page)["para"] == "51(j)(iii)"
    press(page, say("next"))
    assert (address(page)["para"], address(page)["q"]) == ("51(j)(iv)", NAMED)
    press(page, say("close"))
    assert address(page) == {"q": NAMED}
    press(page, say("new-chat"))
    assert address(page) == {}


def test_going_back_opens_what_was_open_before_without_asking_again() -> None:
    page = follow()
    page.chat_input[0].set_value(NAMED).run()
    before = address(page)
    press(page, say("next"))
    for name, text in before.items():  # as the browser does on "Back"
        page.query_params[name] = text
    page.run()
    assert headings(page) == [NAMED, "para. 51 (j) (iii)"]


def test_going_back_to_a_question_that_was_changed_shows_it_as_it_was() -> None:
    page = follow()
    page.chat_input[0].set_value(NAMED).run()
    before = address(page)
    press(page, say("chat-edit"))
    page.text_area[0].set_value("What does para. 6 say?")
    press(page, say("chat-ask-again"))
    assert headings(page) == ["What does para. 6 say?", "para. 6"]
    go_back(page, **before)
    assert headings(page) == [NAMED, "para. 51 (j) (iii)"]
    assert address(page) == before
    [turn] = page.session_state["conversation"].turns
    assert (turn.version, turn.versions) == (1, 2)


def test_what_the_visitor_does_goes_before_an_address_that_comes_late() -> None:
    page = follow()
    page.chat_input[0].set_value(NAMED).run()
    before = address(page)
    press(page, say("next"))
    for name, text in before.items():
        page.query_params[name] = text
    press(page, say("next"))
    assert headings(page)[-1] == "para. 51 (j) (v)"
    assert address(page)["para"] == "51(j)(v)"


def test_a_follow_ups_address_can_be_asked_by_itself() -> None:
    page = follow()
    page.chat_input[0].set_value("What costs may compensation for victims cover?").run()
    page.chat_input[0].set_value("And for children?").run()
    asked = address(page)["q"]
    assert asked != "And for children?"
    assert "children" in asked
    again = follow(q=asked)
    assert address(again)["q"] == asked


def test_changed_words_are_said_until_something_else_is_opened() -> None:
    page = follow(doc=SYMBOL, para="51(j)(iii)", digest="00000000")
    assert told(page) == [say("text-has-changed", reference="para. 51 (j) (iii)")]
    assert headings(page)[-1] == "para. 51 (j) (iii)"
    assert address(page)["digest"] == DIGEST
    page.run()
    assert len(told(page)) == 1
    press(page, say("next"))
    assert told(page) == []


def test_an_unknown_paragraph_shows_the_nearest() -> None:
    page = follow(doc=SYMBOL, para="51(j)(xx)", digest="nonsense")
    assert headings(page)[-1] == "para. 51 (j)"
    [notice] = told(page)
    assert notice.startswith("No para. 51 (j) (xx)")
    assert notice.endswith("Nearest is para. 51 (j).")


def test_a_wrong_link_is_explained_in_the_visitors_language() -> None:
    page = AppTest.from_file(APP, default_timeout=60)
    page.session_state["language"] = "fr"
    page.query_params["doc"], page.query_params["para"] = SYMBOL, "51(j)(xx)"
    page.run()
    assert not page.exception
    assert told(page) == [
        f"Introuvable dans {SYMBOL}\u00a0: para. 51 (j) (xx)\u202f; para. 51 (j) comporte (i)–(vi)."
        " Le plus proche\u00a0: para. 51 (j)."
    ]


def test_an_unknown_document_is_explained_on_the_first_screen() -> None:
    page = follow(doc="CTOC/COP/WG.4/2011/9", para="3")
    assert [title.value for title in page.title] == [wording.NAME]
    assert told(page) == [wording.no_document("CTOC/COP/WG.4/2011/9", SYMBOL)]
    page.run()
    assert len(told(page)) == 1
    assert address(page) == {"doc": "CTOC/COP/WG.4/2011/9", "para": "3"}  # it can be mended
    page.chat_input[0].set_value(NAMED).run()
    assert told(page) == []
    assert address(page)["doc"] == SYMBOL


LONG = "9" * 3000
HOSTILE = "<script>alert(1)</script>"


@pytest.mark.parametrize(
    "parameters",
    [
        {"doc": HOSTILE, "para": "![](http://192.0.2.1)", "q": "$x$ :smile:"},
        {"doc": SYMBOL, "para": LONG, "digest": "\x00\x1b[31m"},
        {"doc": SYMBOL, "para": "51", "digest": LONG},
        {"doc": LONG},
        {"doc": "\x00\u202e\ud7ff\ufffe"},
        {"doc": [SYMBOL, "", "A/1/9"]},
        {"doc": [f"A/{number}" for number in range(900)]},
        {"q": "?!"},
        {"q": "\x00\x1b[31m \u202etfel ot thgir"},
        {"q": "x" * 5000},
        {"q": ["Who?", "x" * 5000]},
        {"para": "(((", "unknown": "1"},
        {"para": [LONG] * 90},
        {"in": [f"A/{number}" for number in range(900)]},
        {"in": HOSTILE, "body": LONG, "kind": "(", "language": "\\", "since": "0", "until": "-1"},
        {"q": NAMED, "in": [HOSTILE, HOSTILE, "", "\x00"], "superseded": LONG},
        {"q": NAMED, "body": [f"{'x' * 400}{number}" for number in range(MOST_VALUES)]},
        {"q": NAMED, "since": [str(year) for year in range(1900, 2100)], "until": ["x"] * 90},
    ],
)
def test_a_hostile_link_is_explained(parameters: dict[str, str | list[str]]) -> None:
    page = follow(**parameters)
    assert told(page) or page.error or headings(page)
    assert len(" ".join(told(page))) < 600
    shown = " ".join(element.proto.body for element in page.get("html"))
    assert "<script" not in shown
    assert "\x00" not in shown
    page.run()
    assert not page.exception


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"q": "x" * 5000}, say("link-question-too-long", most=LONGEST_QUESTION)),
        (
            {"q": NAMED, "in": [f"A/{number}" for number in range(900)]},
            say("link-filter-too-long", most=MOST_VALUES),
        ),
    ],
)
def test_what_is_too_long_is_said_and_not_asked(
    parameters: dict[str, str | list[str]], message: str
) -> None:
    page = follow(**parameters)
    assert told(page) == [message]
    assert headings(page) == []


def test_more_parameters_than_streamlit_takes_are_no_fault() -> None:
    page = follow(doc=SYMBOL, para="6", other=["1"] * 5000)
    assert [title.value for title in page.title] == [wording.NAME]


def test_every_unit_of_the_report_has_an_address(assistant: Assistant) -> None:
    from assistant.scope import Shelf
    from ui.addresses import address_of, arrive

    shelf = Shelf(assistant.catalogue)
    for place in assistant.catalogue:
        found = arrive(address_of(place), shelf)
        assert (found.place, found.notice) == (place, "")
