"""The page in the visitor's language, in a real Chromium: the browser's, and one chosen here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from ui.language import LANGUAGES, say, speaking

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.ui.conftest import Visit

pytestmark = pytest.mark.browser

NAMED = "What does para. 51 (j) (iii) say?"
REFERENCE = "para. 51 (j) (iii)"
WORDS = "Lost income and wages due according to national law and regulations regarding wages;"

HEIGHT = 1000
"""High enough for the foot of the sidebar: scrolling closes an open list."""


def said(language: str, message: str) -> str:
    with speaking(language):
        return say(message)


def expect_language(page: Page, language: str) -> None:
    """Expect the page to be in a language: what is told to a machine, and what a person reads."""
    expect(page.locator("html")).to_have_attribute("lang", language)
    box = page.get_by_test_id("stChatInputTextArea")
    expect(box).to_have_attribute("placeholder", said(language, "ask"))
    expect(page.get_by_role("button", name=said(language, "new-chat"))).to_be_visible()
    expect(page.get_by_role("link", name=said(language, "page-library"))).to_be_visible()


def choice(page: Page) -> Locator:
    return page.locator(".st-key-language").get_by_role("combobox")


def choose(page: Page, language: str) -> None:
    # A list that is opened while the page is still drawn would be closed again.
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    choice(page).click()
    page.get_by_role("option", name=LANGUAGES[language], exact=True).click()


def test_the_words_of_the_languages_differ() -> None:
    # Else the tests below would see nothing.
    for message in ("ask", "new-chat", "page-library", "promise", "close", "copy-reference"):
        assert len({said(language, message) for language in LANGUAGES}) == len(LANGUAGES), message


def test_a_french_browser_reads_answers_and_sources_under_french_words(visit: Visit) -> None:
    visitor = visit(height=HEIGHT, locale="fr-FR")
    page = visitor.page
    expect_language(page, "fr")
    expect(page.get_by_text(said("fr", "promise"))).to_be_visible()
    expect(choice(page)).to_have_value(LANGUAGES["fr"])
    # At the foot of the sidebar, and for the keyboard too.
    last = page.get_by_test_id("stSidebar").locator("button, a, input").last
    assert last.evaluate("(it) => Boolean(it.closest('.st-key-language'))")
    visitor.ask(NAMED)
    # What a document says stays in its own language.
    expect(page.get_by_role("blockquote")).to_have_text(WORDS)
    source = page.locator(".st-key-source")
    page.get_by_role("button", name=said("fr", "close"), exact=True).click()
    expect(source).to_have_count(0)
    page.get_by_role("button", name=REFERENCE, exact=True).click()
    expect(source.locator("mark")).to_have_text(WORDS)
    expect(source.get_by_role("button", name=said("fr", "next"))).to_be_visible()
    expect(source.get_by_role("button", name=said("fr", "copy-reference"))).to_be_visible()
    expect_language(page, "fr")


def test_a_language_that_was_chosen_is_kept(visit: Visit) -> None:
    visitor = visit(height=HEIGHT, locale="fr-FR")
    page = visitor.page
    visitor.ask(NAMED)
    choose(page, "es")
    expect_language(page, "es")
    # The chat goes on, its open source under Spanish words.
    expect(page.get_by_role("blockquote")).to_have_text(WORDS)
    source = page.locator(".st-key-source")
    expect(source.get_by_role("button", name=said("es", "close"))).to_be_visible()
    assert "es" in {cookie.get("value") for cookie in page.context.cookies()}
    page.get_by_role("link", name=said("es", "page-library"), exact=True).click()
    expect(page.get_by_role("heading", level=1, name=said("es", "page-library"))).to_be_visible()
    expect(choice(page)).to_have_value(LANGUAGES["es"])
    page.reload()
    expect(page.get_by_role("heading", level=1, name=said("es", "page-library"))).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "es")


def test_each_visitor_reads_their_own_language(visit: Visit) -> None:
    visitors = {language: visit(height=HEIGHT, locale=language) for language in LANGUAGES}
    for visitor in visitors.values():
        visitor.ask(NAMED)
    for language, visitor in visitors.items():
        expect_language(visitor.page, language)
        source = visitor.page.locator(".st-key-source")
        copying = source.get_by_role("button", name=said(language, "copy-reference"))
        expect(copying).to_be_visible()


def test_a_browser_of_another_language_reads_english(visit: Visit) -> None:
    expect_language(visit(height=HEIGHT, locale="de-DE").page, "en")
