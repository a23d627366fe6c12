"""The source panel and the read view in a real Chromium, over the shipped report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Locator, Page, expect

from ui.language import say

if TYPE_CHECKING:
    from tests.conftest import Run
    from tests.ui.conftest import Serving, Visit

pytestmark = pytest.mark.browser

SYMBOL = "CTOC/COP/WG.4/2011/8"
NAMED = "What does para. 51 (j) (iii) say?"
REFERENCE = "para. 51 (j) (iii)"
WORDS = "Lost income and wages due according to national law and regulations regarding wages;"


def unit(page: Page, reference: str) -> Locator:
    return page.locator(f'.unit[aria-label="{reference}"]')


def open_reading(page: Page) -> None:
    page.locator(".st-key-source").get_by_role("button", name=say("read-read-on")).click()
    unit(page, "para. 1").wait_for(state="attached")


def test_the_source_is_walked_up_to_its_section_and_back(visit: Visit) -> None:
    visitor = visit()
    page = visitor.page
    visitor.ask("What does para. 86 say?")
    source = page.locator(".st-key-source")
    source.get_by_role("button", name=say("read-section")).click()
    expect(source.get_by_role("heading", level=2)).to_contain_text("C. Victims of trafficking")
    source.get_by_role("button", name="Open para. 78").click()
    expect(source.get_by_role("heading", name="para. 78")).to_be_visible()
    for name in ("C. Victims of trafficking", "para. 86"):
        source.get_by_role("button", name=say("read-back")).click()
        expect(source.get_by_role("heading", level=2)).to_contain_text(name)
    expect(source.get_by_role("button", name=say("read-back"))).to_be_disabled()


def test_sources_stand_side_by_side_where_there_is_room(visit: Visit) -> None:
    visitor = visit(1920, 1000)
    page = visitor.page
    visitor.ask(NAMED)
    source, kept = page.locator(".st-key-source"), page.locator(".st-key-kept")
    source.get_by_role("button", name=say("read-keep-open")).click()
    source.get_by_role("button", name=say("next")).click()
    expect(source.get_by_role("heading", name="para. 51 (j) (iv)")).to_be_visible()
    expect(kept.get_by_role("heading", name=REFERENCE)).to_be_visible()
    one, other = source.bounding_box(), kept.bounding_box()
    assert one is not None
    assert other is not None
    assert one["x"] + one["width"] <= other["x"]
    assert one["y"] == pytest.approx(other["y"], abs=1)
    page.set_viewport_size({"width": 390, "height": 844})
    expect(kept).to_be_hidden()
    source.get_by_role("button", name=REFERENCE).click()  # by its name, in the sheet
    expect(source.get_by_role("heading", name=REFERENCE)).to_be_visible()


def test_closed_with_esc_the_source_gives_the_focus_back(visit: Visit) -> None:
    visitor = visit()
    page = visitor.page
    visitor.ask(NAMED)
    reference = page.locator('[class*="st-key-reference-"] button')
    page.get_by_role("button", name=say("close")).click()
    expect(page.locator(".st-key-source")).to_have_count(0)
    reference.click()
    expect(page.locator(".st-key-source mark")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-source")).to_have_count(0)
    expect(reference).to_be_focused()


def test_the_document_is_read_with_the_citation_in_the_margin(visit: Visit) -> None:
    visitor = visit(1600, 900)
    page = visitor.page
    visitor.ask(NAMED)
    open_reading(page)
    own = unit(page, REFERENCE)
    expect(own).to_be_in_viewport()
    expect(own.locator("mark")).to_have_text(WORDS)
    expect(own.get_by_role("img", name=say("read-cited-for", question=NAMED))).to_be_visible()
    expect(own).to_be_focused()
    # Each unit is one step further for the arrow keys.
    page.keyboard.press("ArrowDown")
    expect(unit(page, "para. 51 (j) (iv)")).to_be_focused()
    actions = page.get_by_role("group", name="para. 51 (j) (iv)").last
    actions.get_by_role("button", name=say("copy-reference")).click()
    expect(actions.get_by_role("status")).to_have_text(say("copied"))
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{SYMBOL}, para. 51 (j) (iv)"


def test_one_goes_by_the_contents_by_a_reference_and_by_words(visit: Visit) -> None:
    visitor = visit(1600, 900)
    page = visitor.page
    page.get_by_role("link", name=say("page-read")).click()
    contents = page.get_by_role("navigation", name=say("read-contents"))
    line = contents.get_by_role("button", name="C. Attendance")
    line.click()
    expect(page.get_by_role("heading", name="C. Attendance")).to_be_in_viewport()
    expect(line).to_have_attribute("aria-current", "location")
    jump = page.get_by_label(say("read-jump"))
    for typed, reference in (("51 (j)", "para. 51 (j)"), ("paragraph 1", "para. 1")):
        jump.fill(typed)
        jump.press("Enter")
        expect(unit(page, reference)).to_be_focused()
        expect(unit(page, reference)).to_be_in_viewport()
    jump.fill("140")
    jump.press("Enter")
    expect(page.get_by_text("No para. 140 in")).to_be_visible()
    find = page.get_by_label(say("read-find"), exact=True)
    find.fill("LOST INCOME")
    expect(page.get_by_text("1 of 1")).to_be_visible()
    expect(page.locator("mark.match")).to_have_text("Lost income")
    expect(page.locator("mark.match")).to_be_in_viewport()
    find.fill("no such words")
    expect(page.get_by_text(say("read-no-match"))).to_be_visible()


def test_a_paragraph_is_asked_about(visit: Visit) -> None:
    visitor = visit(1600, 900)
    page = visitor.page
    page.get_by_role("link", name=say("page-read")).click()
    unit(page, "para. 3").hover()
    page.get_by_role("button", name=say("read-ask"), exact=True).click()
    question = say("what-it-says", number=1, reference=f"{SYMBOL}, para. 3")
    expect(page.get_by_role("heading", name=question)).to_be_visible()
    expect(page.locator(".st-key-source").get_by_role("heading", name="para. 3")).to_be_visible()
    page.get_by_role("link", name=say("page-read")).click()
    unit(page, "para. 5").locator(".words").dblclick()
    page.get_by_role("button", name=say("read-ask-words")).click()
    expect(visitor.input).not_to_have_value("")


def test_on_a_phone_what_can_be_done_lies_at_the_foot(visit: Visit) -> None:
    visitor = visit(360, 740)
    page = visitor.page
    visitor.ask(NAMED)
    page.locator('[class*="st-key-reference-"] button').click()
    open_reading(page)
    expect(unit(page, REFERENCE)).to_be_in_viewport()
    actions = page.get_by_role("button", name=say("copy-quote"))
    expect(actions).to_be_in_viewport()
    box = page.locator(".actions").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] == pytest.approx(740, abs=1)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("it => it.scrollWidth <= it.clientWidth")
    page.get_by_text(say("read-contents"), exact=True).click()
    page.get_by_role("button", name="I. Introduction", exact=True).click()
    expect(page.get_by_role("heading", name="I. Introduction")).to_be_in_viewport()


def test_a_hostile_document_is_read_as_text(
    visit: Visit, run_pincite: Run, serving: Serving, tmp_path: Path
) -> None:
    hostile = "<script>window.hacked=1</script> <img src=x onerror=window.hacked=1> $x$ [b](http://192.0.2.1)"
    folder = tmp_path / "documents"
    folder.mkdir()
    text = f"I. Title\n\n1. {hostile}\n\nII. Danger {hostile[:40]}\n\n2. زرع البستانيون."
    (folder / "hostile.txt").write_text(text, encoding="utf-8")
    home = tmp_path / "home"
    done = run_pincite("index", folder / "hostile.txt", home=home)
    assert done.returncode == 0, done.stderr
    with serving(home, tmp_path) as (_, address):
        visitor = visit(address=address)
        page = visitor.page
        page.get_by_role("link", name=say("page-read")).click()
        expect(unit(page, "para. 1")).to_contain_text(hostile)
        expect(page.get_by_role("button", name="II. Danger <script>")).to_be_visible()
        # Words from right to left begin at the right, whatever language the document is in.
        assert unit(page, "para. 2").locator("p").evaluate("it => it.matches(':dir(rtl)')")
        assert page.evaluate("window.hacked") is None
        assert page.locator("article img").count() == 0
        assert not [url for url in visitor.requests if "192.0.2.1" in url]
