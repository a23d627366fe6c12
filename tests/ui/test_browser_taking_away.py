"""Permanent links, copying and downloading, in a real Chromium on a real server."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import WebSocket, expect

from ui.addresses import text_digest
from ui.language import say

if TYPE_CHECKING:
    from tests.ui.conftest import Visit

pytestmark = pytest.mark.browser

SYMBOL = "CTOC/COP/WG.4/2011/8"
REFERENCE = "para. 51 (j) (iii)"
WORDS = "Lost income and wages due according to national law and regulations regarding wages;"
LINK = f"?doc={SYMBOL}&para=51(j)(iii)&digest={text_digest(WORDS)}"


def test_a_permanent_link_opens_its_paragraph_and_the_address_follows(
    visit: Visit, page_address: str
) -> None:
    visitor = visit(address=f"{page_address}/{LINK}")
    page = visitor.page
    source = page.locator(".st-key-source")
    heading = source.get_by_role("heading")
    expect(heading).to_have_text(REFERENCE)
    expect(source.locator("mark")).to_have_text(WORDS)
    assert page.url.endswith(f"/{LINK}")  # as a person would write it
    source.get_by_role("button", name=say("next")).click()
    expect(heading).to_have_text("para. 51 (j) (iv)")
    page.wait_for_url(lambda url: f"/?doc={SYMBOL}&para=51(j)(iv)&digest=" in url)
    page.go_back()
    expect(heading).to_have_text(REFERENCE)
    expect(page.locator(".pc-question")).to_have_count(1)
    page.go_forward()
    expect(heading).to_have_text("para. 51 (j) (iv)")
    page.reload()
    expect(heading).to_have_text("para. 51 (j) (iv)")
    expect(page.locator(".pc-question")).to_have_text(f"{SYMBOL}, {REFERENCE}")


def test_the_address_follows_without_asking_the_server_again(visit: Visit) -> None:
    visitor = visit()
    page = visitor.page
    sent: list[str | bytes] = []
    visitor.ask(f"What does {REFERENCE} say?")
    page.wait_for_url(lambda url: "&q=What%20does" in url)
    page.on("websocket", lambda socket: _record(socket, sent))
    page.reload()
    expect(page.locator(".st-key-source").get_by_role("heading")).to_have_text(REFERENCE)
    page.wait_for_timeout(1500)
    before = len(sent)
    page.wait_for_timeout(1500)
    assert len(sent) == before


def _record(socket: WebSocket, sent: list[str | bytes]) -> None:
    socket.on("framesent", lambda frame: sent.append(frame))


@pytest.mark.parametrize("width", [1280, 360])
def test_a_wrong_link_explains_itself_in_view(visit: Visit, page_address: str, width: int) -> None:
    address = f"{page_address}/?doc={SYMBOL}&para=51(j)(xx)&digest=00000000"
    page = visit(width, 780, address=address).page
    notice = page.locator(".st-key-address-notice")
    expect(notice).to_contain_text("No para. 51 (j) (xx) in CTOC/COP/WG.4/2011/8;")
    expect(notice).to_contain_text(say("nearest-is", reference="para. 51 (j)"))
    expect(notice).to_be_in_viewport()
    expect(page.get_by_role("blockquote")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_citation_is_copied_from_its_menu_by_keyboard(visit: Visit) -> None:
    visitor = visit()
    page = visitor.page
    visitor.ask(f"What does {REFERENCE} say?")
    opener = page.get_by_role("button", name=f"{say('copy')}: {REFERENCE}")

    def copied(name: str) -> str:
        opener.focus()
        page.keyboard.press("Enter")
        item = page.get_by_role("menuitem", name=name, exact=True)
        for _ in range(7):
            if item.evaluate("it => it.matches(':focus')"):
                break
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(opener).to_be_focused()
        expect(page.get_by_role("status").filter(has_text=say("copied"))).to_be_visible()
        text: str = page.evaluate("navigator.clipboard.readText()")
        return text

    full = f"{SYMBOL}, {REFERENCE}"
    assert copied(say("copy-reference")) == full
    assert copied(say("copy-quote")) == f"“{WORDS}” ({full})"
    footnote = copied(say("copy-footnote"))
    assert footnote.startswith("Report on the meeting of the Working Group")
    assert footnote.endswith(f"2011 ({SYMBOL}), {REFERENCE}.")
    assert f"[{full}](<http://127.0.0.1:" in copied(say("copy-markdown"))
    assert copied(say("copy-bibtex")).startswith("@techreport{CTOC-COP-WG-4-2011-8-51-j-iii,")
    assert "SN  - CTOC/COP/WG.4/2011/8" in copied(say("copy-ris"))
    assert copied(say("copy-link")).endswith(f"/{LINK}")
    opener.click()
    menu = page.get_by_role("menu", name=f"{say('copy')}: {REFERENCE}")
    expect(menu).to_be_visible()
    expect(opener).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")  # closes the menu, not the source
    expect(menu).to_be_hidden()
    expect(page.locator(".st-key-source")).to_be_visible()


def test_a_whole_answer_is_copied_with_joined_references(visit: Visit) -> None:
    visitor = visit(360, 780)
    page = visitor.page
    visitor.ask("What do paras. 6, 9 and 51 (a) say?")
    page.get_by_role("button", name=say("copy-all")).click()
    menu = page.get_by_role("menu", name=say("whole-answer"))
    box = menu.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert box["y"] + box["height"] <= 780
    menu.get_by_role("menuitem", name=say("copy-reference")).click()
    expect(page.get_by_role("status").filter(has_text=say("copied"))).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{SYMBOL}, paras. 6, 9 and 51 (a)"


def test_the_chat_is_downloaded_as_a_word_document_with_footnotes(visit: Visit) -> None:
    visitor = visit()
    page = visitor.page
    visitor.ask(f"What does {REFERENCE} say?")
    page.get_by_role("button", name=say("download-chat")).click()
    page.get_by_text(say("in-footnotes"), exact=True).click()
    visitor.rest()
    button = page.get_by_role("button", name=say("download"), exact=True)
    with page.expect_download() as begun:
        button.click()
    assert begun.value.suggested_filename.endswith("-what-does-para-51-j-iii-say.docx")
    with zipfile.ZipFile(begun.value.path()) as package:
        notes = package.read("word/footnotes.xml").decode("utf-8")
    assert f"({SYMBOL}), {REFERENCE}." in notes
