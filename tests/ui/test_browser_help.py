"""The tour, the help and the page about the library in a real Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.ui.test_browser_accessibility import findings, wider_than_the_window
from ui.about_program import program_bibtex
from ui.language import say
from ui.tour import steps

if TYPE_CHECKING:
    from tests.conftest import Run
    from tests.ui.conftest import Serving, Visit

pytestmark = pytest.mark.browser

REPORT = "CTOC/COP/WG.4/2011/8"
GARDEN = "garden"
ASKED = "What does para. 52 say?"


def opener(page: Page) -> Locator:
    return page.locator(".st-key-take-tour").get_by_role("button", name=say("tour-open"))


def on(page: Page) -> Locator:
    """Return the button that goes on, or ends the tour; not the cross that is named alike."""
    return page.locator(".st-key-tour-next").get_by_role("button")


def step(page: Page, number: int) -> Locator:
    """Return the dialog once it shows a step, counted from 0."""
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name=steps()[number].title, exact=True)).to_be_visible()
    expect(dialog).to_contain_text(say("tour-step", number=number + 1, total=len(steps())))
    return dialog


def test_the_tour_is_taken_by_keyboard(visit: Visit) -> None:
    page = visit().page
    assert page.get_by_role("dialog").count() == 0  # it waits to be asked for
    opener(page).focus()
    page.keyboard.press("Enter")
    dialog = step(page, 0)
    page.keyboard.press("Tab")  # the cross
    page.keyboard.press("Tab")
    expect(on(page)).to_be_focused()
    for number in range(1, len(steps())):
        page.keyboard.press("Enter")
        step(page, number)
        expect(on(page)).to_be_focused()
        heard = dialog.get_by_role("status")
        expect(heard).to_have_text(
            f"{number + 1} of {len(steps())}. {steps()[number].title}. {steps()[number].text}"
        )
    expect(on(page)).to_have_text(say("close"))
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    expect(opener(page)).to_be_focused()


def test_the_tour_goes_back_and_ends_wherever_it_is(visit: Visit) -> None:
    page = visit().page
    opener(page).click()
    dialog = step(page, 0)
    back = dialog.get_by_role("button", name=say("tour-back"))
    expect(back).to_be_disabled()
    on(page).click()
    step(page, 1)
    back.focus()
    page.keyboard.press("Enter")
    step(page, 0)
    expect(on(page)).to_be_focused()  # "Back" cannot be pressed here
    page.keyboard.press("Enter")
    step(page, 1)
    page.locator(".st-key-tour-close").get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    expect(opener(page)).to_be_focused()
    page.keyboard.press("Enter")
    step(page, 0)  # it begins anew
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(opener(page)).to_be_focused()


def test_the_help_opens_the_tour_and_copies_the_programs_citation(visit: Visit) -> None:
    visitor = visit()
    page = visitor.page
    visitor.ask(ASKED)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name=say("copy-bibtex")).click()
    expect(dialog.get_by_text(say("copied"))).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == program_bibtex()
    dialog.get_by_role("button", name=say("tour-open")).click()
    step(page, 0)
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(page.locator(".st-key-help").get_by_role("button")).to_be_focused()
    assert all(
        url.startswith(("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:"))
        for url in visitor.requests
    )


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (360, False), (1280, True)])
def test_tour_and_help_are_accessible(visit: Visit, width: int, dark: bool) -> None:
    page = visit(width, 800, dark=dark).page
    opener(page).click()
    found = []
    for number in range(len(steps())):
        step(page, number)
        found += findings(page, f"tour {number + 1}")
        if width == 1280 and not dark:
            found += wider_than_the_window(page, f"tour {number + 1}")
        on(page).click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    page.get_by_role("dialog").get_by_role("button", name=say("copy-bibtex")).wait_for()
    found += findings(page, "help")
    assert found == []


@pytest.fixture(scope="module")
def flagged(
    serving: Serving, shipped_home: Path, tmp_path_factory: pytest.TempPathFactory, run_pincite: Run
) -> Iterator[str]:
    """Serve a library with a text whose numbers have a gap, and whose reference leads nowhere."""
    folder = tmp_path_factory.mktemp("about")
    home = Path(shutil.copytree(shipped_home, folder / "home", symlinks=True))
    text = folder / f"{GARDEN}.txt"
    text.write_text(
        "Notes on the garden\n\n"
        "1. The pears were planted by the wall of the garden in September.\n\n"
        "2. The plums were planted beside them, as they had been the year before.\n\n"
        "5. As paragraph 9 above says, the spade was lent to a neighbour in the spring.\n",
        encoding="utf-8",
    )
    done = run_pincite("index", text, home=home)
    assert done.returncode == 0, done.stderr
    with serving(home, folder) as (_, address):
        yield address


def open_about(page: Page) -> None:
    page.get_by_role("link", name=say("page-library"), exact=True).click()
    page.get_by_role("link", name=say("about-title"), exact=True).click()
    expect(page.get_by_role("heading", level=1, name=say("about-title"))).to_be_visible()
    expect(page.get_by_role("rowheader", name=REPORT)).to_be_visible()


def test_the_page_about_the_library_leads_to_each_report(visit: Visit, flagged: str) -> None:
    page = visit(address=flagged).page
    open_about(page)
    assert page.url == f"{flagged}/about"
    expect(page.get_by_text(say("about-flagged", number=1))).to_be_visible()
    expect(page.get_by_text(say("about-unresolved", number=1, documents=1))).to_be_visible()
    rows = page.get_by_role("row").filter(has=page.get_by_role("button"))
    expect(rows).to_have_count(2)
    # What is flagged comes first, with the reason, its one fault and its one reference.
    expect(rows.first).to_contain_text("Numbers are missing before 5.")
    expect(rows.first.get_by_role("cell")).to_have_text(["1", "1"])
    expect(rows.last.get_by_role("cell")).to_have_text(["0", "0"])
    rows.last.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=REPORT)).to_be_visible()
    expect(page.get_by_role("heading", name=say("library-unit-list"))).to_be_visible()
    page.go_back()
    page.get_by_role("button", name=GARDEN, exact=True).click()
    expect(page.get_by_role("heading", name=GARDEN)).to_be_visible()
    faults = page.get_by_role("table").first.get_by_role("row")
    expect(faults.nth(1)).to_contain_text("gap")
    expect(faults.nth(2)).to_contain_text("reference")


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (360, False), (1280, True)])
def test_the_page_about_the_library_is_accessible(
    visit: Visit, flagged: str, width: int, dark: bool
) -> None:
    page = visit(width, 800, dark=dark, address=flagged).page
    page.goto(f"{flagged}/about")
    expect(page.get_by_role("rowheader", name=REPORT)).to_be_visible()
    assert findings(page, "about") + wider_than_the_window(page, "about") == []
