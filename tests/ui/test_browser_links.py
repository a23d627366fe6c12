"""Links to a whole document, and with the documents to ask, in a real Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from ui.language import say

if TYPE_CHECKING:
    from tests.conftest import Run
    from tests.ui.conftest import Serving, Visit

pytestmark = pytest.mark.browser

REPORT, GARDEN = "CTOC/COP/WG.4/2011/8", "A/TEST/5"
QUESTION = "Who has the spade?"


@pytest.fixture(scope="module")
def address(
    serving: Serving,
    shipped_home: Path,
    run_pincite: Run,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """Serve a library of the report and a garden's."""
    folder = tmp_path_factory.mktemp("links_server")
    home = Path(shutil.copytree(shipped_home, folder / "home", symlinks=True))
    path = folder / "garden.md"
    path.write_text(f"{GARDEN}\n\n# Garden\n\n1. Pears.\n\n2. The spade was lent to Ms. Olsen.\n")
    done = run_pincite("index", path, home=home)
    assert done.returncode == 0, done.stderr
    with serving(home, folder) as (_, address):
        yield address


def test_a_link_to_a_document_opens_it_and_back_leads_to_the_chat(
    visit: Visit, address: str
) -> None:
    visitor = visit(address=address)
    page = visitor.page
    page.goto(f"{address}/?doc={GARDEN}")
    spade = page.locator(".unit", has_text="The spade was lent")
    expect(spade).to_be_visible()
    read = f"{address}/read?doc={GARDEN}"  # as a person would write it
    page.wait_for_url(lambda url: url == read)
    page.go_back()
    visitor.input.wait_for()
    page.wait_for_url(lambda url: url == f"{address}/")
    page.wait_for_timeout(1500)
    assert page.url == f"{address}/"  # and it stays there
    page.go_forward()
    expect(spade).to_be_visible()
    page.reload()
    expect(spade).to_be_visible()
    assert page.url == read
    page.go_back()
    visitor.input.wait_for()
    expect(spade).to_have_count(0)


def test_a_link_asks_its_question_of_its_documents(visit: Visit, address: str) -> None:
    link = f"?q=Who%20has%20the%20spade%3F&in={GARDEN}"
    visitor = visit(address=f"{address}/{link}")
    page = visitor.page
    quote = page.get_by_role("blockquote").first
    expect(quote).to_have_text("The spade was lent to Ms. Olsen.")
    expect(page.get_by_text(say("asked-of", documents=GARDEN))).to_be_visible()
    chosen = page.get_by_text(f"{say('filtered', number=1, total=2)}: {GARDEN}")
    expect(chosen).to_be_visible()
    page.wait_for_url(lambda url: f"/?doc={GARDEN}&para=2&digest=" in url and link[1:] in url)
    page.reload()
    expect(quote).to_have_text("The spade was lent to Ms. Olsen.")
    expect(chosen).to_be_visible()
    page.get_by_role("button", name=say("new-chat")).click()
    expect(page.get_by_text(say("all-of", total=2), exact=True)).to_be_visible()
    page.wait_for_url(lambda url: url == f"{address}/")


@pytest.mark.parametrize("width", [1280, 360])
def test_documents_that_are_not_there_are_said_in_view(
    visit: Visit, address: str, width: int
) -> None:
    link = f"?q=Who%20has%20the%20spade%3F&in=A/9/9&in={GARDEN}&since=2040&body=%3Cb%3ENobody"
    page = visit(width, 780, address=f"{address}/{link}").page
    notice = page.locator(".st-key-address-notice")
    expect(notice).to_contain_text(say("link-unknown-documents", documents="A/9/9"))
    expect(notice).to_contain_text("body=<b>Nobody and since=2040")
    expect(notice).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_link_of_documents_alone_sets_the_choice(visit: Visit, address: str) -> None:
    visitor = visit(address=f"{address}/?in={GARDEN.lower()}")
    page = visitor.page
    expect(page.get_by_text(f"{say('filtered', number=1, total=2)}: {GARDEN}")).to_be_visible()
    page.wait_for_url(lambda url: url == f"{address}/")
    visitor.ask(QUESTION)
    page.wait_for_url(lambda url: url.endswith(f"&in={GARDEN}"))
    page.get_by_role("button", name=say("clear")).click()
    expect(page.get_by_text(say("all-of", total=2), exact=True)).to_be_visible()
