"""Chats in a real Chromium: the keys, and a chat that is there again after the page is loaded."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from ui import wording
from ui.language import say

if TYPE_CHECKING:
    from tests.ui.conftest import Serving, Visit

pytestmark = pytest.mark.browser

NAMED = "What does para. 51 (j) (iii) say?"
OTHER = "What does para. 6 say?"


def test_a_chat_goes_on_after_the_page_is_loaded_again(
    visit: Visit,
    serving: Serving,
    copied_home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PINCITE_KEEP_CHATS", "1")
    with serving(copied_home, tmp_path) as (_, address):
        visitor = visit(address=address)
        page = visitor.page
        visitor.ask(NAMED)
        visitor.ask(OTHER)
        chats = page.locator('[class*="st-key-chat-open-"] button')
        expect(chats).to_have_text([NAMED])
        page.reload()
        # The address has the last question; the chat that it is in is opened, not begun anew.
        expect(page.get_by_role("heading", level=2, name=NAMED)).to_have_count(1)
        expect(page.get_by_role("heading", level=2, name=OTHER)).to_be_in_viewport()
        expect(chats).to_have_text([NAMED])

        # By another name, in a visit that begins without it.
        another = visit(address=address).page
        expect(another.get_by_role("heading", level=1, name=wording.NAME)).to_be_visible()
        another.get_by_role("button", name=say("chat-menu-of", name="").rstrip()).click()
        another.get_by_role("menuitem", name=say("chat-rename")).click()
        another.get_by_label(say("chat-new-title")).fill("Wages")
        another.keyboard.press("Enter")
        chats = another.locator('[class*="st-key-chat-open-"] button')
        expect(chats).to_have_text(["Wages"])
        chats.click()
        expect(another.get_by_role("heading", level=2, name=OTHER)).to_be_in_viewport()

        # Deleted, brought back, and deleted for good.
        another.get_by_role("button", name=say("chat-menu-of", name="").rstrip()).click()
        another.get_by_role("menuitem", name=say("chat-delete")).click()
        expect(another.get_by_text(say("chat-deleted"))).to_be_visible()
        expect(chats).to_have_count(0)
        another.get_by_role("button", name=say("chat-undo")).click()
        expect(chats).to_have_text(["Wages"])
        assert len(list((copied_home / "chats").glob("*.json"))) == 1


def test_the_keys_go_to_the_question_close_the_source_and_open_the_help(visit: Visit) -> None:
    visitor = visit()
    page = visitor.page
    page.keyboard.press("Escape")  # nothing is open: nothing happens
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    expect(visitor.input).to_be_focused()
    expect(visitor.input).to_have_value("")
    page.keyboard.type("What does para. 51 (j)/(iii) say?")  # a field takes the key as it is
    expect(visitor.input).to_have_value("What does para. 51 (j)/(iii) say?")
    visitor.input.fill(NAMED)
    page.keyboard.press("Enter")
    source = page.locator(".st-key-source")
    expect(source).to_be_visible()
    page.keyboard.press("Escape")
    expect(source).to_have_count(0)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    help_ = page.get_by_role("dialog")
    expect(help_.get_by_role("heading", name=say("chat-keyboard"))).to_be_visible()
    expect(help_.get_by_text(wording.paragraphs("limits-text")[0])).to_be_visible()
    # Switched off, the keys do nothing.
    help_.get_by_text(say("chat-shortcuts-on")).click()
    page.keyboard.press("Escape")
    expect(help_).to_have_count(0)
    page.wait_for_timeout(1500)  # until the page has heard of it
    visitor.rest()
    page.get_by_role("button", name=re.compile("^para. 51")).first.click()
    expect(source).to_be_visible()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.wait_for_timeout(500)
    expect(source).to_be_visible()
    expect(visitor.input).not_to_be_focused()


def test_a_source_that_is_still_being_drawn_closes_when_its_button_is_there(visit: Visit) -> None:
    visitor = visit()
    page = visitor.page
    visitor.ask(NAMED)
    source = page.locator(".st-key-source")
    expect(source).to_be_visible()
    visitor.rest()
    # As the page is before the button has come.
    page.locator(".st-key-close").evaluate(
        "(button) => { window.place = button.parentElement; window.button = button;"
        " button.classList.replace('st-key-close', 'to-come'); }"
    )
    page.keyboard.press("Escape")
    visitor.rest()
    expect(source).to_be_visible()
    page.evaluate(
        "window.button.classList.replace('to-come', 'st-key-close');"
        " window.place.append(document.createComment('drawn'));"
    )
    expect(source).to_have_count(0)
