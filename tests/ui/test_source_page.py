"""The source panel and the read view in Streamlit's own test runner, over the shipped report."""

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

from tests.support.app_page import APP, shown
from ui import reading_state
from ui.language import say
from ui.reading import Asked

SYMBOL = "CTOC/COP/WG.4/2011/8"
NAMED = "What does para. 51 (j) (iii) say?"


@pytest.fixture(scope="module")
def home(shipped_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a library of this module's own, opened once: its chats are kept there."""
    st.cache_resource.clear()
    folder = tmp_path_factory.mktemp("source") / "home"
    yield Path(shutil.copytree(shipped_home, folder, symlinks=True))
    st.cache_resource.clear()


@pytest.fixture
def page(home: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("PINCITE_HOME", str(home))
    page = AppTest.from_file(APP, default_timeout=60).run()
    assert not page.exception
    page.chat_input[0].set_value(NAMED).run()
    assert not page.exception
    return page


def heads(page: AppTest) -> list[str]:
    """Return the headings of the sources that are drawn."""
    bodies = " ".join(element.proto.body for element in page.get("html"))
    found = re.findall(r'<h2 class="pc-reference[^>]*>(.*?)</h2>', bodies)
    return [html.unescape(re.sub(r"<[^>]+>", "", head)) for head in found]


def names(page: AppTest) -> list[str]:
    return [re.sub(r"[\\\u2060]", "", button.label) for button in page.button]


def press(page: AppTest, name: str) -> None:
    page.button[names(page).index(name)].click().run()
    assert not page.exception


def disabled(page: AppTest, name: str) -> bool:
    return bool(page.button[names(page).index(name)].disabled)


def read_data(page: AppTest) -> dict[str, Any]:
    """Return what the read view was given to draw."""
    for element in page.get("bidi_component"):
        proto = element.proto
        if proto.component_name == "pincite.reading":
            data: dict[str, Any] = json.loads(proto.json)
            return data
    raise AssertionError("nothing is drawn to be read")


def test_one_walks_up_to_the_section_and_back(page: AppTest) -> None:
    assert heads(page) == ["para. 51 (j) (iii)"]
    assert disabled(page, say("read-back"))
    press(page, say("up"))
    press(page, say("up"))
    assert heads(page) == ["para. 51"]
    press(page, say("read-section"))
    assert heads(page) == ["B. Recommendations endorsed by the Working Group"]
    data = read_data(page)
    assert not data["whole"]
    assert data["blocks"][0]["reference"] == "para. 51"
    press(page, say("up"))
    assert heads(page) == ["II. Recommendations"]
    assert disabled(page, say("up"))
    press(page, say("read-back"))
    press(page, say("read-back"))
    assert heads(page) == ["para. 51"]
    press(page, say("read-forward"))
    assert heads(page) == ["B. Recommendations endorsed by the Working Group"]
    press(page, say("previous"))
    assert heads(page) == ["A. Recommendations adopted by the Working Group"]
    assert disabled(page, say("read-forward"))


def test_a_reference_followed_leads_back(page: AppTest) -> None:
    page.chat_input[0].set_value("What does para. 86 say?").run()
    press(page, "para. 51")
    assert heads(page) == ["para. 51"]
    press(page, say("read-back"))
    assert heads(page) == ["para. 86"]
    press(page, say("read-back"))  # to the source of the question before
    assert heads(page) == ["para. 51 (j) (iii)"]
    assert "<mark>Lost income" in " ".join(e.proto.body for e in page.get("html"))


def test_sources_are_kept_open_side_by_side(page: AppTest) -> None:
    press(page, say("read-keep-open"))
    assert disabled(page, say("read-keep-open"))
    press(page, say("next"))
    assert heads(page) == ["para. 51 (j) (iv)", "para. 51 (j) (iii)"]
    press(page, say("read-keep-open"))
    press(page, say("next"))
    assert len(heads(page)) == 3
    assert [tab.label for tab in page.tabs] == [
        r"para\. 51 \(j\) \(iii\)",
        r"para\. 51 \(j\) \(iv\)",
    ]
    press(page, say("read-let-go"))
    assert heads(page) == ["para. 51 (j) (v)", "para. 51 (j) (iv)"]
    press(page, say("read-open-again"))
    assert heads(page)[0] == "para. 51 (j) (iv)"


def test_another_chat_begins_with_no_way_back_and_nothing_kept(page: AppTest) -> None:
    press(page, say("read-keep-open"))
    press(page, say("new-chat"))
    page.chat_input[0].set_value("What does para. 86 say?").run()
    assert heads(page) == ["para. 86"]
    assert disabled(page, say("read-back"))


def test_the_document_is_read_in_full_at_the_paragraph(page: AppTest) -> None:
    press(page, say("read-read-on"))
    data = read_data(page)
    assert data["whole"]
    units = [block for block in data["blocks"] if block["kind"] != "heading"]
    assert len(units) == 146
    here = units[data["go"]["place"]]
    assert here["reference"] == "para. 51 (j) (iii)"
    assert here["cited"] == [NAMED]
    assert [run for run in here["runs"] if run[1]] == here["runs"]
    assert sorted(block["rank"] for block in units if block["rank"]) == list(range(1, 11))
    assert "Report on the meeting of the Working Group" in shown(page)


@pytest.fixture
def reading(page: AppTest) -> AppTest:
    page.query_params.clear()  # as a browser does on the way to another page
    return page.switch_page("read.py").run()


def test_what_the_chat_shows_is_read_if_nothing_was_chosen(reading: AppTest) -> None:
    assert read_data(reading)["document"] == SYMBOL
    assert read_data(reading)["go"] is None
    assert not reading.main.selectbox  # there is one document


def test_a_place_is_gone_to_once_more(reading: AppTest) -> None:
    places: list[dict[str, int]] = []
    for _ in range(2):
        before = reading.session_state[reading_state._READING] if places else None
        number = before.round if before else 0
        reading.session_state[reading_state._READING] = reading_state.ReadingPlace(
            SYMBOL, "6", number + 1
        )
        reading.run()
        places.append(read_data(reading)["go"])
    assert places[0]["place"] == places[1]["place"] == 5
    assert places[0]["round"] < places[1]["round"]


@pytest.mark.parametrize("selected", ["", "words that are not there"])
def test_asking_about_a_paragraph_asks_for_it_in_the_chat(reading: AppTest, selected: str) -> None:
    reading.session_state["reading-asked"] = Asked(5, selected)
    reading.run()
    assert not reading.exception
    question = say("what-it-says", number=1, reference=f"{SYMBOL}, para. 6")
    assert question in shown(reading)
    assert heads(reading) == ["para. 6"]


def test_selected_words_are_put_into_the_question_box(reading: AppTest) -> None:
    reading.session_state["reading-asked"] = Asked(0, "Trafficking in human beings")
    reading.run()
    assert not reading.exception
    assert reading.chat_input[0].proto.value == "Trafficking in human beings"
    assert NAMED in shown(reading)  # the chat, and nothing asked yet


def test_a_document_that_has_gone_is_said(reading: AppTest) -> None:
    reading.session_state[reading_state._READING] = reading_state.ReadingPlace("A/GONE/1", "6", 1)
    reading.run()
    assert not reading.exception
    assert say("read-no-such-document") in shown(reading)
    assert read_data(reading)["document"] == SYMBOL


def test_a_link_leads_to_a_paragraph_and_the_address_follows(reading: AppTest) -> None:
    reading.query_params["doc"] = SYMBOL.lower()
    reading.query_params["para"] = "paragraph 51 (j)"
    reading.run()
    data = read_data(reading)
    units = [block for block in data["blocks"] if block["kind"] != "heading"]
    assert units[data["go"]["place"]]["reference"] == "para. 51 (j)"
    assert reading.query_params["para"] == "51(j)"
    reading.run()  # followed once
    assert read_data(reading)["go"] == data["go"]
    reading.query_params["para"] = "140"
    reading.run()
    assert "No para. 140" in read_data(reading)["told"]


def test_a_wrong_reference_is_explained_in_the_visitors_language(reading: AppTest) -> None:
    reading.session_state["language"] = "es"
    reading.query_params["doc"], reading.query_params["para"] = SYMBOL, "140"
    reading.run()
    assert not reading.exception
    assert read_data(reading)["told"].startswith(f"No hay para. 140 en {SYMBOL}; contiene")


def test_a_missing_library_says_what_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PINCITE_HOME", str(tmp_path / "nothing"))
    page = AppTest.from_file(APP, default_timeout=60).run().switch_page("read.py").run()
    assert not page.exception
    assert "pincite index" in page.error[0].value
