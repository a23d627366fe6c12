"""The help and the page about the library, in Streamlit's own test runner."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from embeddings.removal import remove_documents
from tests.support.app_page import APP, ran, shown
from ui import about_view, resources
from ui.about_program import program_citation
from ui.language import say

REPORT = "CTOC/COP/WG.4/2011/8"


@pytest.fixture(autouse=True)
def _fresh_cache() -> Iterator[None]:
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def home(copied_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PINCITE_HOME", str(copied_home))
    return copied_home


def opened(page: str = "") -> AppTest:
    app = AppTest.from_file(APP, default_timeout=90)
    if page:
        app.run()
        app.switch_page(page)
    return ran(app)


def links(page: AppTest) -> list[str]:
    return [link.proto.label for link in page.get("page_link")]


def press(page: AppTest, key: str) -> AppTest:
    page.button(key=key).click()
    return ran(page)


# A press inside a dialog draws the dialog alone, which this runner cannot do: test_browser_help.py.


def test_the_tour_waits_until_it_is_asked_for(home: Path) -> None:
    page = opened()
    assert say("tour-ask-text") not in shown(page)
    press(page, "take-tour")
    assert say("tour-step", number=1, total=5) in shown(page)
    assert say("tour-ask-text") in shown(page)
    assert page.button(key="tour-back").disabled
    assert say("tour-ask-text") not in shown(ran(page))


def test_the_help_leads_to_the_tour_and_to_the_library_and_cites_the_program(home: Path) -> None:
    page = press(opened(), "help")
    assert program_citation() in shown(page)
    assert say("about-title") in links(page)
    assert page.button(key="help-tour").label == say("tour-open")


def test_the_page_counts_the_whole_library(home: Path) -> None:
    page = opened("about.py")
    told = shown(page)
    # The shipped report, of which every reference is found.
    assert "Documents 1 Pages 0 Units 146 Tokens" in told
    assert say("about-flagged", number=0) in told
    assert say("about-unresolved", number=0, documents=0) in told
    assert "Index made on 20" in told
    assert "library-back" not in told and say("library-back") in links(page)
    assert say("about-count") not in [button.label for button in page.button]


def test_in_a_large_library_references_are_counted_when_they_are_asked_for(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(about_view, "MOST_AT_ONCE", 10)
    page = opened("about.py")
    words = say("about-unresolved", number=0, documents=0)
    assert words not in shown(page)
    assert page.button(key="about-count").label == say("about-count")
    press(page, "about-count")
    links_of = resources.shared_assistant().catalogue.links(REPORT)
    assert links_of.unresolved == ()
    for _ in range(100):
        if words in shown(ran(page)):
            break
    assert words in shown(page)
    assert say("about-count") not in [button.label for button in page.button]


def test_the_library_page_leads_here(home: Path) -> None:
    assert say("about-title") in links(opened("library.py"))


def test_an_empty_library_and_one_that_is_not_there_say_so(
    home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    remove_documents(home, [REPORT], lambda _stage, _done, _total: None, everything=True)
    page = opened("about.py")
    assert say("no-documents") in shown(page)
    assert links(page) == [say("to-library")]
    assert say("about-title") not in links(opened("library.py"))
    monkeypatch.setenv("PINCITE_HOME", str(tmp_path / "nothing"))
    assert say("no-documents") in shown(opened("about.py"))


def test_a_damaged_library_is_told(home: Path) -> None:
    page = opened("about.py")
    (home / "CURRENT").write_text("nowhere\n")
    ran(page)
    assert "nowhere" in page.error[0].value
