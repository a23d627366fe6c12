"""Chats and turns in Streamlit's own test runner, over the shipped report and the real model."""

from __future__ import annotations

import html
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import streamlit as st
from streamlit import config
from streamlit.testing.v1 import AppTest

from assistant.types import Answer
from embeddings.generations import POINTER
from tests.support.app_page import APP, shown
from ui import resources, wording
from ui.asking import MOST_AT_ONCE, Question
from ui.language import say

if TYPE_CHECKING:
    from tests.conftest import Run

NAMED = "What does para. 51 (j) (iii) say?"
OTHER = "What does para. 6 say?"


@pytest.fixture(autouse=True)
def _fresh_cache() -> Iterator[None]:
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def home(copied_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PINCITE_HOME", str(copied_home))
    return copied_home


@pytest.fixture
def kept(home: Path) -> Iterator[Path]:
    """Serve to this machine alone, as `pincite chat` does; return where chats are kept."""
    before = config.get_option("server.address")
    config.set_option("server.address", "127.0.0.1")
    yield home / "chats"
    config.set_option("server.address", before)


def open_page() -> AppTest:
    page = AppTest.from_file(APP, default_timeout=60).run()
    assert not page.exception
    return page


def open_page_in(language: str) -> AppTest:
    page = AppTest.from_file(APP, default_timeout=60)
    page.session_state["language"] = language
    page.run()
    assert not page.exception
    return page


def ask(page: AppTest, question: str) -> None:
    page.chat_input[0].set_value(question).run()
    assert not page.exception


def asked(page: AppTest) -> list[str]:
    bodies = " ".join(element.proto.body for element in page.get("html"))
    return [
        html.unescape(one) for one in re.findall(r'<h2 class="pc-question"[^>]*>(.*?)</h2>', bodies)
    ]


def plain(label: str) -> str:
    return re.sub(r"[\\\u2060]", "", label)


def listed(page: AppTest) -> list[str]:
    return [
        plain(button.label) for button in page.button if str(button.key).startswith("chat-open-")
    ]


def open_chat(page: AppTest, name: str) -> None:
    chats = [button for button in page.button if str(button.key).startswith("chat-open-")]
    next(button for button in chats if plain(button.label) == name).click().run()
    assert not page.exception


def press(page: AppTest, label: str) -> None:
    next(button for button in page.button if plain(button.label) == label).click().run()
    assert not page.exception


def test_a_chat_is_kept_and_opened_by_the_next_visit_without_asking_again(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = "Does the immigration status of a victim prevent compensation?"
    page = open_page()
    assert listed(page) == []
    ask(page, question)
    assert len(list(kept.glob("*.json"))) == 1
    # Asked again, it would not be answered.
    monkeypatch.setenv("PINCITE_THRESHOLD", "1.0")
    st.cache_resource.clear()
    another = open_page()
    assert asked(another) == []
    [name] = listed(another)
    open_chat(another, name)
    assert asked(another) == [question]
    assert "does not prevent the payment of compensation" in shown(another)
    assert say("not-answered", documents=1) not in shown(another)
    press(another, say("new-chat"))
    ask(another, question)
    assert say("not-answered", documents=1) in shown(another)


def test_a_chat_on_a_served_address_ends_with_the_visit(home: Path) -> None:
    page = open_page()  # no address: Streamlit listens everywhere
    ask(page, NAMED)
    assert listed(page) == [NAMED]
    assert say("chat-visit-only") in shown(page)
    assert listed(open_page()) == []
    assert not (home / "chats").exists()


def test_two_chats_are_apart_and_a_deleted_one_comes_back(kept: Path) -> None:
    page = open_page()
    ask(page, NAMED)
    press(page, say("new-chat"))
    assert asked(page) == []
    ask(page, OTHER)
    assert listed(page) == [OTHER, NAMED]
    open_chat(page, NAMED)
    assert asked(page) == [NAMED]
    press(page, say("chat-delete-all"))
    assert (asked(page), listed(page)) == ([], [])
    assert list(kept.glob("*.json")) == []
    assert "2 chats deleted." in shown(page)
    press(page, say("chat-undo"))
    assert asked(page) == [NAMED]
    assert sorted(listed(page)) == sorted([OTHER, NAMED])
    assert len(list(kept.glob("*.json"))) == 2


def test_past_chats_are_searched(kept: Path) -> None:
    page = open_page()
    ask(page, NAMED)
    press(page, say("new-chat"))
    ask(page, OTHER)
    [search] = [field for field in page.text_input if field.label == say("chat-search")]
    search.set_value("income wages").run()
    assert listed(page) == [NAMED]
    assert "Lost income and wages due according" in shown(page)
    search.set_value("sourdough").run()
    assert listed(page) == []
    assert say("chat-nothing-found") in shown(page)


def test_a_damaged_chat_is_named_in_one_line_and_left_alone(kept: Path) -> None:
    kept.mkdir()
    damaged = kept / "00000000000000aa.json"
    damaged.write_text("{", encoding="utf-8")
    page = open_page()
    assert f"Cannot read the chat {damaged}" in shown(page)
    ask(page, NAMED)
    assert listed(page) == [NAMED]
    assert damaged.read_text(encoding="utf-8") == "{"


def test_a_question_is_changed_and_the_one_before_stays_as_a_version(home: Path) -> None:
    page = open_page()
    ask(page, NAMED)
    ask(page, OTHER)
    press(page, say("chat-edit"))
    page.text_area[0].set_value("What does para. 7 say?")
    press(page, say("chat-ask-again"))
    assert asked(page) == ["What does para. 7 say?"]
    assert "2 of 2" in shown(page)
    press(page, say("chat-version-before"))
    assert asked(page) == [NAMED, OTHER]
    assert "1 of 2" in shown(page)
    press(page, say("chat-version-after"))
    assert asked(page) == ["What does para. 7 say?"]


def test_a_question_is_asked_again_of_other_documents(home: Path, run_pincite: Run) -> None:
    garden = home.parent / "garden.txt"
    garden.write_text(
        "A/TEST/5\nReport on the garden\n\n1. The gardeners planted pears by the wall.\n"
        "2. The spade was lent to Ms. Olsen.\n3. No meeting was held in the summer.\n"
    )
    assert run_pincite("index", garden, home=home).returncode == 0
    page = open_page()
    ask(page, "Was a meeting held?")
    press(page, say("chat-edit"))
    [documents] = [one for one in page.multiselect if one.label == say("chat-edit-documents")]
    documents.set_value([documents.options[-1].partition(" ")[0]])
    press(page, say("chat-ask-again"))
    assert "Asked of: A/TEST/5" in shown(page)
    assert "2 of 2" in shown(page)
    # Beside the chat all documents are still chosen: the question can be asked of them.
    press(page, "Ask again of: all 2 documents")
    assert "Asked of:" not in shown(page)
    assert "3 of 3" in shown(page)


def test_leaving_the_form_changes_nothing(home: Path) -> None:
    page = open_page()
    ask(page, NAMED)
    press(page, say("chat-edit"))
    assert asked(page) == []
    press(page, say("cancel"))
    assert asked(page) == [NAMED]
    assert say("chat-ask-again") not in [button.label for button in page.button]


def test_how_a_follow_up_was_read_is_changed(home: Path) -> None:
    page = open_page()
    ask(page, "Who should pay compensation to victims?")
    ask(page, "and for children?")
    assert "Read as: Who should pay compensation to victims? and for children?" in shown(page)
    press(page, say("chat-edit-read-as"))
    [field] = [one for one in page.text_input if one.label == say("chat-edit-reading")]
    assert field.value == "Who should pay compensation to victims? and for children?"
    field.set_value("What does para. 50 (j) say?")
    press(page, say("chat-ask-again"))
    assert asked(page) == ["Who should pay compensation to victims?", "and for children?"]
    assert "Read as: What does para. 50 (j) say?" in shown(page)
    assert "Trafficking in children" in shown(page)


def test_a_question_is_deleted_and_brought_back(kept: Path) -> None:
    page = open_page()
    ask(page, NAMED)
    ask(page, OTHER)
    press(page, say("chat-delete"))
    assert asked(page) == [OTHER]
    press(page, say("chat-undo"))
    assert asked(page) == [NAMED, OTHER]
    assert listed(page) == [NAMED]
    press(page, say("chat-delete"))
    press(page, say("chat-delete"))
    assert (asked(page), listed(page)) == ([], [])  # a chat without questions is not kept
    press(page, say("chat-undo"))
    assert (asked(page), listed(page)) == ([OTHER], [OTHER])


def test_a_suggestion_is_asked_by_pressing_it(home: Path) -> None:
    page = open_page()
    ask(page, NAMED)
    press(page, "Next: para. 51 (j) (iv)")
    assert asked(page) == [NAMED, "What does para. 51 (j) (iv) say?"]
    assert "Legal fees" in shown(page)


@pytest.fixture
def busy(home: Path) -> Iterator[threading.Event]:
    """Keep all who work on questions busy until the event is set."""
    free = threading.Event()
    for _ in range(MOST_AT_ONCE):
        resources.shared_asking().begin(Question("?"), lambda: _waiting(free))
    yield free
    free.set()


def test_a_long_question_is_stopped_and_asked_again(
    busy: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page()
    monkeypatch.setattr("ui.state.PATIENCE", 0.1)
    ask(page, NAMED)
    assert asked(page) == [NAMED]
    assert say("chat-looking") in shown(page)
    press(page, say("chat-stop"))
    assert say("chat-stopped") in shown(page)
    busy.set()
    monkeypatch.setattr("ui.state.PATIENCE", 60.0)
    press(page, say("chat-ask-again"))
    assert asked(page) == [NAMED]
    assert say("chat-stopped") not in shown(page)
    assert "Lost income and wages due" in shown(page)


def test_an_answer_that_took_long_is_shown_when_it_is_there(
    busy: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page()
    monkeypatch.setattr("ui.state.PATIENCE", 0.1)
    ask(page, NAMED)
    assert "Lost income and wages due" not in shown(page)
    busy.set()
    for _ in range(200):
        page.run()
        if say("chat-looking") not in shown(page):
            break
    assert "Lost income and wages due" in shown(page)


def test_a_question_that_is_asked_anew_keeps_its_answer_when_it_is_stopped(
    busy: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page()
    busy.set()
    ask(page, NAMED)
    ask(page, OTHER)
    busy.clear()
    for _ in range(MOST_AT_ONCE):
        resources.shared_asking().begin(Question("?"), lambda: _waiting(busy))
    monkeypatch.setattr("ui.state.PATIENCE", 0.1)
    press(page, say("chat-edit"))
    page.text_area[0].set_value("What does para. 7 say?")
    press(page, say("chat-ask-again"))
    assert asked(page) == ["What does para. 7 say?"]
    press(page, say("chat-stop"))
    assert asked(page) == [NAMED, OTHER]


def _waiting(free: threading.Event) -> Answer:
    assert free.wait(120.0)
    return Answer("", "", "", abstained=True, confidence=0.0, citations=(), hits=())


def test_the_help_says_what_the_confidence_means_and_how_to_cite(home: Path) -> None:
    page = open_page()
    press(page, say("chat-help"))
    text = shown(page)
    for part in (
        wording.paragraphs("limits-text")[0],
        say("chat-sure-text"),
        "located with Pincite",
        "Esc",
    ):
        assert part in text


def test_what_goes_wrong_is_said_in_the_language_of_whoever_reads_the_chat(kept: Path) -> None:
    page = open_page_in("fr")
    ask(page, "Que dit le para. 140 ?")
    ask(page, "?")
    french = "para. 140\u202f; on y trouve paras. 1–98 et une annexe avec 8 entrées."
    assert " ".join(french.split()) in shown(page)
    assert [plain(error.value)[:21] for error in page.error] == ["La question est vide."]
    another = open_page_in("es")
    open_chat(another, "Que dit le para. 140 ?")
    assert "contiene paras. 1–98 y un anexo con 8 entradas." in shown(another)
    assert [plain(error.value)[:23] for error in another.error] == ["La pregunta está vacía."]
    assert "it has paras. 1–98" in next(iter(kept.glob("*.json"))).read_text(encoding="utf-8")


def test_how_to_mend_a_damaged_library_is_said_in_the_visitors_language(home: Path) -> None:
    (home / POINTER).write_text("nowhere")
    page = open_page_in("fr")
    [error] = page.error
    assert "la génération" in error.value
    assert "Pour y remédier\u00a0: pincite index" in plain(error.value)
