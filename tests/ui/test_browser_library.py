"""The library in a real Chromium: adding, asking, looking at the page, removing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.support.pdf_files import Text, make_pdf
from ui.language import say

if TYPE_CHECKING:
    from tests.ui.conftest import Serving, Visit, Visitor

pytestmark = pytest.mark.browser

GARDEN = "A/TEST/5"
QUOTE = "The spade was lent to Ms. Olsen, and no one has seen it since."
PDF = make_pdf(
    [
        [
            Text(500, 50, GARDEN, 8, "bold"),
            Text(100, 100, "Report on the garden", 14, "bold"),
            Text(100, 140, "1. The gardeners planted pears and plums by the wall of the garden in"),
            Text(100, 152, "September, as they had been told to do by the head of the household."),
        ],
        [
            Text(500, 50, GARDEN, 8, "bold"),
            Text(100, 100, "2. The spade was lent to Ms. Olsen, and no one has seen"),
            Text(100, 112, "it since."),
        ],
    ]
)
# A name may hold anything but the mark between folders.
HOSTILE = "<img src=x onerror=window.hacked=1> :smile: \u202e" + "x" * 300


@pytest.fixture(scope="module")
def address(
    serving: Serving, shipped_home: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Serve a library that may be changed."""
    folder = tmp_path_factory.mktemp("library_server")
    home = Path(shutil.copytree(shipped_home, folder / "home", symlinks=True))
    with serving(home, folder) as (_, address):
        yield address


def file(name: str, data: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}


def open_library(visitor: Visitor) -> Page:
    page = visitor.page
    page.get_by_role("link", name=say("page-library"), exact=True).click()
    expect(page.get_by_role("heading", level=1, name=say("page-library"))).to_be_visible()
    return page


def add(page: Page, *files: FilePayload) -> None:
    page.get_by_text(say("library-add-documents")).first.click()
    page.locator("input[type=file]").set_input_files(files)
    page.get_by_role("button", name=say("library-add")).click()
    expect(page.locator(".st-key-library-outcome")).to_be_visible(timeout=90_000)


def test_a_document_is_added_asked_looked_at_and_removed(visit: Visit, address: str) -> None:
    visitor = visit(1400, 900, address=address)
    page = open_library(visitor)
    add(page, file("garden.pdf", PDF), file(f"{HOSTILE}.txt", b"1. One.\n"), file("b.pdf", b"%P"))
    outcome = page.locator(".st-key-library-outcome")
    expect(outcome).to_contain_text(f"{GARDEN} · garden.pdf")
    expect(outcome).to_contain_text("<img src=x onerror=window.hacked=1> :smile: \ufffdxxx")
    expect(outcome).to_contain_text(f"{say('library-refused')} b.pdf")
    table = page.get_by_role("table")
    expect(table.get_by_role("row")).to_have_count(4)  # its head, and three documents
    expect(table).to_contain_text("<img src=x onerror=window.hacked=1> :smile:")
    page.get_by_role("searchbox").fill("garden test/5")
    expect(table.get_by_role("row")).to_have_count(2)
    page.get_by_role("searchbox").fill("")

    page.get_by_role("link", name=say("page-chat"), exact=True).click()
    expect(page.get_by_text(say("all-of", total=3))).to_be_visible()
    visitor.ask(f"What does para. 2 of {GARDEN} say?")
    expect(page.get_by_role("blockquote")).to_have_text(QUOTE)
    source = page.locator(".st-key-source")
    source.get_by_text(say("as-page"), exact=True).click()
    picture = source.get_by_role("img", name=f"Page 2 of {GARDEN} with these words boxed: {QUOTE}")
    expect(picture).to_be_visible()
    # The tint of the box, in the picture itself: the middle of the first line, a little below it.
    drawn = picture.evaluate(
        """async (image) => {
            await image.decode();
            const canvas = document.createElement("canvas");
            [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
            const context = canvas.getContext("2d");
            context.drawImage(image, 0, 0);
            const [x, y] = [130, 102].map((points) => Math.round(points * 110 / 72));
            return [...context.getImageData(x, y, 1, 1).data.slice(0, 3)];
        }"""
    )
    assert drawn == [255, 238, 150]
    expect(source.locator(".pc-boxed")).to_be_in_viewport()
    source.get_by_role("button", name=say("page-before")).click()
    expect(source.get_by_role("img", name=f"Page 1 of {GARDEN}", exact=True)).to_be_visible()
    source.get_by_role("button", name=say("enlarge")).click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("img")).to_be_visible()
    page.keyboard.press("Escape")

    open_library(visitor)
    page.get_by_role("checkbox", name=f"{say('library-choose')} {GARDEN}").check()
    page.get_by_role("button", name=say("library-remove")).click()
    expect(page.get_by_text(say("library-to-get-back"))).to_be_visible()
    page.get_by_role("button", name=say("library-remove")).last.click()
    expect(outcome).to_contain_text(say("library-removed", number=1), timeout=60_000)
    expect(table.get_by_role("row")).to_have_count(3)
    page.get_by_role("link", name=say("page-chat"), exact=True).click()
    expect(page.get_by_text(f"{GARDEN}, para. 2 ({say('gone')})")).to_be_visible()
    assert page.evaluate("window.hacked") is None
    assert {urlsplit(url).hostname for url in visitor.requests} <= {"127.0.0.1", None}


def test_a_report_is_opened_by_keyboard(visit: Visit, address: str) -> None:
    visitor = visit(address=address)
    page = open_library(visitor)
    page.get_by_role("searchbox").focus()
    symbol = page.get_by_role("table").get_by_role("button", name="CTOC/COP/WG.4/2011/8")
    for _ in range(12):
        page.keyboard.press("Tab")
        if symbol.evaluate("it => it === it.getRootNode().activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="CTOC/COP/WG.4/2011/8")).to_be_visible()
    expect(page.get_by_role("rowheader", name="para. 51 (a)", exact=True)).to_have_count(0)
    expect(page.get_by_role("rowheader", name="para. 1", exact=True)).to_be_visible()
    page.get_by_role("button", name=say("library-back")).click()
    expect(page.get_by_role("searchbox")).to_be_visible()


def test_documents_are_chosen_and_the_choice_is_cleared(visit: Visit, address: str) -> None:
    visitor = visit(address=address)
    page = open_library(visitor)
    add(page, file("garden.pdf", PDF))
    page.get_by_role("checkbox", name=f"{say('library-choose')} {GARDEN}").check()
    page.get_by_role("button", name=say("library-ask-these")).click()
    chosen = page.locator(".pc-chosen-documents")
    clear = page.get_by_role("button", name=say("clear"), exact=True)
    expect(chosen).to_contain_text(GARDEN)
    visitor.ask("Who has the spade?")
    expect(page.get_by_text(say("asked-of", documents=GARDEN))).to_have_count(1)
    clear.click()
    expect(chosen).to_have_count(0)
    # Chosen in the list itself, searched for, and cleared while the list is closed.
    page.get_by_text(say("filter")).click()
    page.get_by_role("combobox", name=say("filter-documents")).fill("garden")
    page.get_by_role("option", name=GARDEN).click()
    expect(chosen).to_contain_text(GARDEN)
    page.get_by_text(say("filter")).click()
    clear.click()
    expect(chosen).to_have_count(0)
    visitor.ask("What was planted by the wall?")
    expect(chosen).to_have_count(0)
    expect(page.get_by_text(say("asked-of", documents=GARDEN))).to_have_count(1)


@pytest.mark.parametrize(("width", "dark"), [(360, False), (1400, True)])
def test_nothing_is_cut_off(visit: Visit, address: str, width: int, dark: bool) -> None:
    visitor = visit(width, 900, dark=dark, address=address)
    page = visitor.page
    main = page.get_by_test_id("stMain")
    page.goto(f"{address}/library")
    table = page.get_by_role("table")
    expect(table.get_by_role("row").last).to_be_visible()
    assert main.evaluate("it => it.scrollWidth <= it.clientWidth")
    page.get_by_text(say("library-add-documents")).first.click()
    expect(page.get_by_role("button", name=say("library-add"))).to_be_visible()
    table.get_by_role("button", name="CTOC/COP/WG.4/2011/8").click()
    expect(page.get_by_role("heading", name="CTOC/COP/WG.4/2011/8")).to_be_visible()
    assert main.evaluate("it => it.scrollWidth <= it.clientWidth")
