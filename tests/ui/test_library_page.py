"""The library page, and the chat over several documents, in Streamlit's own test runner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from assistant.scope import Scope
from assistant.types import Answer
from embeddings.listing import list_holdings
from tests.support.app_page import APP, ran, shown
from tests.support.pdf_files import Text, make_pdf
from ui import resources, wording
from ui.language import say
from ui.library_work import removing

REPORT = "CTOC/COP/WG.4/2011/8"
GARDEN = "A/TEST/5"
HOSTILE = "<script>alert(1)<b>.txt"

NOTE = "3 Pears of the kind that keep."
PDF = make_pdf(
    [
        [
            Text(500, 50, GARDEN, 8, "bold"),
            Text(100, 100, "Report on the garden", 14, "bold"),
            Text(100, 140, "1. The gardeners planted pears and plums by the wall of the garden in"),
            Text(100, 152, "September, as they had been told to do by the head of the household."),
            Text(500, 760, "1/2", 8),
        ],
        [
            Text(500, 50, GARDEN, 8, "bold"),
            Text(100, 100, "2. The spade was lent to Ms. Olsen, and no one has seen it since,"),
            Text(100, 112, "although she was asked for it on the last day of October."),
            Text(500, 760, "2/2", 8),
        ],
    ]
)
QUESTION = "What does para. 2 of A/TEST/5 say?"


@pytest.fixture(autouse=True)
def _fresh_cache() -> Iterator[None]:
    st.cache_resource.clear()
    yield
    resources.shared_pages().close()
    st.cache_resource.clear()


@pytest.fixture
def home(copied_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PINCITE_HOME", str(copied_home))
    return copied_home


def opened() -> AppTest:
    return ran(AppTest.from_file(APP, default_timeout=90))


def press(page: AppTest, label: str) -> AppTest:
    labels = [re.sub(r"[\\\u2060]", "", button.label) for button in page.button]
    page.button[labels.index(label)].click()
    return ran(page)


def add(page: AppTest, *files: tuple[str, bytes]) -> AppTest:
    page.file_uploader[0].set_value([(name, data, "") for name, data in files])
    press(ran(page), say("library-add"))
    resources.shared_work().wait(90)
    return ran(page)


def library(page: AppTest) -> AppTest:
    page.switch_page("library.py")
    return ran(page)


def chat(page: AppTest) -> AppTest:
    page.switch_page("chat.py")
    return ran(page)


def test_what_can_be_added_is_said_beforehand(home: Path) -> None:
    page = library(opened())
    assert "1 document, 146 units" in shown(page)
    assert "At most 200 files at once, 100 MB each, 500 MB together." in shown(page)
    assert page.button[0].label == say("library-add")
    assert page.button[0].disabled


def test_a_document_is_added_asked_and_removed(home: Path) -> None:
    page = library(opened())
    add(page, ("garden.pdf", PDF), (HOSTILE, b"No letters\n\n1. One.\n"), ("b.pdf", b"%PDF-1.4"))
    told = shown(page)
    assert "2 read" in told or "1 read, 1 flagged" in told
    assert f"{say('library-refused')} b.pdf is a damaged PDF" in told
    assert HOSTILE in told
    assert {h.symbol for h in list_holdings(home)} == {REPORT, GARDEN, HOSTILE[:-4]}
    press(page, say("library-dismiss"))
    assert say("library-refused") not in shown(page)

    chat(page)  # the library of today, without a restart
    assert say("all-of", total=3) in shown(page)
    page.chat_input[0].set_value(QUESTION)
    ran(page)
    assert "The spade was lent to Ms. Olsen" in shown(page)
    labels = [re.sub(r"[\\\u2060]", "", button.label) for button in page.button]
    assert f"{GARDEN}, para. 2" in labels
    page.button_group[0].set_value(say("as-page"))
    ran(page)
    pictures = re.findall(r'<img src="data:image/png;base64,.*? alt="(.*?)">', bodies(page))
    assert len(pictures) == 1
    assert pictures[0].startswith(f"Page 2 of {GARDEN} with these words boxed: The spade was lent")
    assert "Page 2 of 2" in shown(page)
    press(page, say("page-before"))
    assert wording.page_of_file(1, 2, boxed=False) in shown(page)

    # A removed document stays in the conversation as text; nothing leads to it any more.
    library(page)
    work = resources.shared_work()
    assert work.start(removing(home, [GARDEN]))
    work.wait(60)
    ran(page)
    assert f"{say('library-removed', number=1)} {GARDEN}" in shown(page)
    chat(page)
    assert f"{GARDEN}, para. 2 ({say('gone')})" in shown(page)
    assert say("source-gone") in shown(page)
    assert say("all-of", total=2) in shown(page)


def bodies(page: AppTest) -> str:
    return " ".join(element.proto.body for element in page.get("html"))


def test_documents_are_chosen_above_the_question_box(home: Path) -> None:
    page = library(opened())
    add(page, ("garden.pdf", PDF))
    chat(page)
    page.multiselect[0].set_value([GARDEN])
    ran(page)
    assert f"{say('filtered', number=1, total=2)}: {GARDEN}" in shown(page)
    page.chat_input[0].set_value("Who has the spade?")
    ran(page)
    assert say("asked-of", documents=GARDEN) in shown(page)
    assert all(hit.document == GARDEN for hit in last_answer(page).hits)
    library(page)
    chat(page)  # another page forgets nothing
    assert page.multiselect[0].value == [GARDEN]
    press(page, say("clear"))
    assert say("all-of", total=2) in shown(page)
    assert page.multiselect[0].value == []


def last_answer(page: AppTest) -> Answer:
    answer = page.session_state["conversation"].turns[-1].answer
    assert isinstance(answer, Answer)
    return answer


def test_of_one_document_sections_and_kinds_of_text_can_be_chosen(home: Path) -> None:
    page = opened()
    assert [box.label for box in page.multiselect] == [say("filter-sections"), say("filter-texts")]
    labels = [popover.proto.popover.label for popover in page.get("popover")]
    assert say("filter-within") in labels
    assert say("filter") not in labels
    section = "II. Recommendations"
    page.multiselect[0].set_value([section])
    ran(page)
    page.chat_input[0].set_value("What was agreed?")
    ran(page)
    assert page.session_state["scope"] == Scope(sections=(section,))
    answer = last_answer(page)
    assert answer.hits
    assert all(section in hit.unit.heading_path for hit in answer.hits)


def test_the_report_of_a_document_says_how_it_was_read(home: Path) -> None:
    page = library(opened())
    add(page, ("garden.pdf", PDF))
    page.session_state["library-opened"] = GARDEN
    ran(page)
    assert f"{say('library-files')} garden.pdf (pdf, 2 pages)" in shown(page)
    assert "para. 1 1 The gardeners planted pears" in shown(page)  # label, page, words
    press(page, say("library-read-again"))
    assert "100% of its characters" in shown(page)
    assert f"running header {GARDEN}" in shown(page)
    press(page, say("library-ask-it"))
    assert page.session_state["scope"] == Scope(documents=(GARDEN,))
    page = library(page)
    press(page, say("read-read-on"))
    assert [box.value for box in page.main.selectbox] == [GARDEN]


def test_a_library_that_is_not_there_is_begun_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PINCITE_HOME", str(tmp_path / "nothing"))
    page = opened()
    assert say("to-library") in [link.proto.label for link in page.get("page_link")]
    library(page)
    assert say("library-no-library") in shown(page)
    assert say("library-add-shipped") in [button.label for button in page.button]


def test_an_emptied_library_says_so_in_the_chat(home: Path) -> None:
    page = opened()
    work = resources.shared_work()
    assert work.start(removing(home, [REPORT]))
    work.wait(60)
    ran(page)
    assert say("no-documents") in shown(page)
    assert not page.chat_input
    assert say("library-empty") in shown(library(page))


def test_a_damaged_library_is_told_and_can_be_mended(home: Path) -> None:
    page = library(opened())
    (home / "CURRENT").write_text("nowhere\n")
    ran(page)
    assert "nowhere" in page.error[0].value
    assert say("library-no-library") not in shown(page)
    assert page.file_uploader
