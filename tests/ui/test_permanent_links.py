"""Permanent links in Streamlit's own test runner, over the shipped report and the real model."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from assistant.assistant import Assistant
from ui import wording
from ui.addresses import text_digest
from ui.language import say

SYMBOL = "CTOC/COP/WG.4/2011/8"
NAMED = "What does para. 51 (j) (iii) say?"
WORDS = "Lost income and wages due according to national law and regulations regarding wages;"
DIGEST = text_digest(WORDS)
APP = Path(wording.__file__).with_name("app.py")


@pytest.fixture(autouse=True)
def _library(shipped_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("PINCITE_HOME", str(shipped_home))
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def follow(**parameters: str) -> AppTest:
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


def test_a_link_opens_its_paragraph() -> None:
    page = follow(doc=SYMBOL, para="51(j)(iii)", digest=DIGEST)
    assert headings(page) == [f"{SYMBOL}, para. 51 (j) (iii)", "para. 51 (j) (iii)"]
    assert told(page) == []
    assert address(page) == {"doc": SYMBOL, "para": "51(j)(iii)", "digest": DIGEST}


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


@pytest.mark.parametrize(
    "parameters",
    [
        {"doc": "<script>alert(1)</script>", "para": "![](http://192.0.2.1)", "q": "$x$ :smile:"},
        {"doc": SYMBOL, "para": "9" * 3000, "digest": "\x00\x1b[31m"},
        {"q": "?!"},
        {"q": "x" * 5000},
        {"para": "(((", "unknown": "1"},
    ],
)
def test_a_hostile_link_is_explained(parameters: dict[str, str]) -> None:
    page = follow(**parameters)
    assert told(page) or page.error or headings(page)
    assert "<script" not in " ".join(element.proto.body for element in page.get("html"))


def test_every_unit_of_the_report_has_an_address(assistant: Assistant) -> None:
    from assistant.scope import Shelf
    from ui.addresses import address_of, arrive

    shelf = Shelf(assistant.catalogue)
    for place in assistant.catalogue:
        found = arrive(address_of(place), shelf)
        assert (found.place, found.notice) == (place, "")
