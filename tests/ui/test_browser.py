"""A real Chromium on a real server over the shipped report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from ui import wording
from ui.language import say

if TYPE_CHECKING:
    from tests.conftest import Run
    from tests.ui.conftest import Serving, Visit, Visitor

pytestmark = pytest.mark.browser

NAMED = "What does para. 51 (j) (iii) say?"
REFERENCE = "para. 51 (j) (iii)"
WORDS = "Lost income and wages due according to national law and regulations regarding wages;"


def outside(visitor: Visitor) -> list[str]:
    """Return the requests that went anywhere but to this machine's own server."""
    assert visitor.requests
    return [
        url
        for url in visitor.requests
        if urlsplit(url).scheme in ("http", "https", "ws", "wss")
        and urlsplit(url).hostname != "127.0.0.1"
    ]


def test_a_question_is_answered_and_its_source_opened(visit: Visit) -> None:
    visitor = visit()
    page = visitor.page
    expect(page.get_by_role("heading", level=1, name=wording.NAME)).to_be_visible()
    expect(page.get_by_text("CTOC/COP/WG.4/2011/8").first).to_be_visible()
    visitor.ask(NAMED)
    expect(page.get_by_role("blockquote")).to_have_text(WORDS)
    reference = page.get_by_role("button", name=REFERENCE, exact=True)
    expect(reference).to_be_visible()
    expect(page.get_by_role("status").last).to_have_text(say("answered-from", references=REFERENCE))
    source = page.locator(".st-key-source")
    page.get_by_role("button", name=say("close")).click()
    expect(source).to_have_count(0)
    reference.click()
    expect(source.get_by_role("heading", name=REFERENCE)).to_be_visible()
    expect(source.locator("mark")).to_have_text(WORDS)
    expect(source.locator("mark")).to_be_in_viewport()
    expect(source).to_contain_text("B. Recommendations endorsed by the Working Group")
    expect(source).to_contain_text("(j) States should consider")  # the lead-in
    expect(source).to_contain_text("(ii) Costs of physical")  # the neighbour before
    expect(source).to_contain_text("(iv) Legal fees")  # the neighbour after


def test_the_source_is_walked_in_the_panel(visit: Visit) -> None:
    visitor = visit()
    visitor.ask(NAMED)
    source = visitor.page.locator(".st-key-source")
    source.get_by_role("button", name=say("next")).click()
    expect(source.get_by_role("heading", name="para. 51 (j) (iv)")).to_be_visible()
    source.get_by_role("button", name=say("previous")).click()
    expect(source.get_by_role("heading", name=REFERENCE)).to_be_visible()
    source.get_by_role("button", name=say("up")).click()
    expect(source.get_by_role("heading", name="para. 51 (j)", exact=True)).to_be_visible()
    expect(source.locator("mark")).to_have_text(WORDS)  # it is a part of what is shown now


def test_a_reference_is_followed_by_keyboard(visit: Visit) -> None:
    visitor = visit()
    visitor.ask("What does para. 77 say?")
    source = visitor.page.locator(".st-key-source")
    link = source.get_by_role("button", name="paras. 14–22")
    expect(source.get_by_role("button", name="para. 55 (3)")).to_be_visible()
    source.get_by_role("button", name="para. 55 (3)").focus()
    visitor.page.keyboard.press("Tab")
    expect(link).to_be_focused()
    visitor.page.keyboard.press("Enter")
    expect(source.get_by_role("heading", name="para. 14")).to_be_visible()
    back = source.get_by_role("button", name="para. 77", exact=True)
    back.scroll_into_view_if_needed()
    back.click()
    expect(source.get_by_role("heading", name="para. 77")).to_be_visible()


def test_the_reference_and_the_quote_are_copied(visit: Visit) -> None:
    visitor = visit()
    visitor.ask(NAMED)
    source = visitor.page.locator(".st-key-source")
    for name, text in (
        (say("copy-reference"), f"CTOC/COP/WG.4/2011/8, {REFERENCE}"),
        (say("copy-quote"), f"“{WORDS}” (CTOC/COP/WG.4/2011/8, {REFERENCE})"),
    ):
        source.get_by_role("button", name=name).click()
        expect(source.get_by_role("status")).to_have_text(say("copied"))
        assert visitor.page.evaluate("navigator.clipboard.readText()") == text


def test_what_the_report_does_not_answer_is_said_with_the_nearest_paragraphs(visit: Visit) -> None:
    visitor = visit()
    page = visitor.page
    visitor.ask("How do I bake sourdough bread at home?")
    # It is announced too, to who cannot see it.
    expect(page.locator(".pc-statement")).to_have_text(say("not-answered", documents=1))
    expect(page.get_by_text(say("nearest"))).to_be_visible()
    nearest = page.locator('[class*="st-key-reference-"] button')
    expect(nearest).to_have_count(5)
    nearest.first.click()
    source = page.locator(".st-key-source")
    expect(source.get_by_role("heading")).to_have_text(nearest.first.inner_text())
    expect(source.locator("mark")).to_have_count(0)


def test_a_follow_up_says_how_it_was_read_and_can_be_read_otherwise(visit: Visit) -> None:
    visitor = visit()
    page = visitor.page
    first, second = "What costs may compensation for victims cover?", "And for their children?"
    visitor.ask(first)
    visitor.ask(second)
    reading = page.locator(".pc-note").filter(has_text=say("read-as"))
    expect(reading).to_contain_text("compensation")
    expect(reading).to_contain_text("children")
    page.get_by_role("button", name=say("chat-edit-read-as")).click()
    field = page.get_by_label(say("chat-edit-reading"))
    expect(field).to_be_visible()
    field.fill(NAMED)
    page.locator(".st-key-edit-ask-1 button").click()
    expect(reading).to_contain_text(NAMED)
    expect(page.locator(".st-key-source mark")).to_have_text(WORDS)


def test_the_newest_question_is_in_view_and_the_earlier_ones_stay(visit: Visit) -> None:
    visitor = visit()
    page = visitor.page
    visitor.ask("What do paras. 6-13 say?")
    expect(page.get_by_role("blockquote")).to_have_count(8)
    visitor.ask(NAMED)
    expect(page.get_by_role("heading", name=NAMED)).to_be_in_viewport()
    expect(page.locator(".st-key-source mark")).to_be_in_viewport()
    expect(page.get_by_role("heading", name="What do paras. 6-13 say?")).to_have_count(1)
    expect(page.get_by_role("blockquote")).to_have_count(9)


def test_no_request_leaves_this_machine(visit: Visit) -> None:
    visitor = visit()
    page = visitor.page
    page.locator(".st-key-first button").first.click()
    expect(page.get_by_role("blockquote").first).to_be_visible()
    visitor.ask(NAMED)
    page.get_by_role("button", name=REFERENCE, exact=True).click()
    page.get_by_test_id("stPopoverButton").last.click()
    page.keyboard.press("Escape")
    page.get_by_role("button", name=say("chat-help"), exact=True).click()
    expect(page.get_by_text(wording.paragraphs("limits-text")[0])).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert any(url.startswith("ws://127.0.0.1") for url in visitor.requests)
    assert outside(visitor) == []


def test_on_a_phone_the_source_is_a_sheet_that_opens_when_asked_for(visit: Visit) -> None:
    visitor = visit(390, 844)
    page = visitor.page
    visitor.ask(NAMED)
    source = page.locator(".st-key-source")
    expect(page.get_by_role("blockquote")).to_be_in_viewport()
    expect(source).to_be_hidden()
    page.get_by_role("button", name=REFERENCE, exact=True).click()
    expect(source.locator("mark")).to_be_in_viewport()
    expect(source.get_by_role("heading", name=REFERENCE)).to_be_focused()
    box = source.bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (0, 390)
    assert box["y"] + box["height"] == pytest.approx(844, abs=1)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    source.get_by_role("button", name=say("close")).click()
    expect(source).to_have_count(0)


@pytest.mark.parametrize("width", [360, 700, 1024, 2560])
def test_nothing_is_cut_off_at_any_width(visit: Visit, width: int) -> None:
    visitor = visit(width, 900)
    visitor.ask(NAMED)
    visitor.page.get_by_role("button", name=REFERENCE, exact=True).click()
    expect(visitor.page.locator(".st-key-source mark")).to_be_in_viewport()
    main = visitor.page.get_by_test_id("stMain")
    assert main.evaluate("it => it.scrollWidth <= it.clientWidth")


def test_light_and_dark_follow_the_system(visit: Visit) -> None:
    def brightness(dark: bool) -> tuple[int, int]:
        page = visit(dark=dark).page
        colours = page.get_by_test_id("stApp").evaluate(
            "it => [getComputedStyle(it).backgroundColor, getComputedStyle(it).color]"
        )
        ground, text = (sum(map(int, c[c.index("(") + 1 : -1].split(",")[:3])) for c in colours)
        return ground, text

    light_ground, light_text = brightness(dark=False)
    dark_ground, dark_text = brightness(dark=True)
    assert light_ground > light_text
    assert dark_ground < dark_text


def test_a_hostile_document_is_shown_as_text(
    visit: Visit, run_pincite: Run, serving: Serving, tmp_path: Path
) -> None:
    hostile = (
        "<script>window.hacked=1</script> <img src=x onerror=window.hacked=1> "
        "![a](http://192.0.2.1/x.png) [b](javascript:window.hacked=1) $\\LaTeX$ :smile: "
        ":material/home: :red[c] ~~d~~ `e` http://192.0.2.1 \u202eevil"
    )
    shown = hostile.replace("\u202e", "[U+202E]")
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "hostile.txt").write_text(
        "\n\n".join(
            (
                f"I. Danger {hostile[:60]}",
                f"1. {hostile}",
                "2. Cats sleep most of the day. A list is in the annex to the present report.",
                "Annex",
                "List of things",
                "Symbol\tTitle",
                "A/1 :smile: -> $y$ [l](http://192.0.2.1)\tFirst thing",
                "A/2 `z` :red[w]\tSecond thing",
            )
        ),
        encoding="utf-8",
    )
    sidecar = {"symbol": "X/<i>1</i>", "title": f"T {hostile}", "renditions": ["hostile.txt"]}
    (folder / "hostile.json").write_text(json.dumps(sidecar), encoding="utf-8")
    home = tmp_path / "home"
    done = run_pincite("index", folder / "hostile.txt", home=home)
    assert done.returncode == 0, done.stderr
    with serving(home, tmp_path) as (_, address):
        visitor = visit(address=address)
        page = visitor.page
        expect(page.locator(".st-key-first")).to_contain_text(shown[:50])  # titles are cut
        visitor.ask("What does para. 1 say? **f** " + hostile.partition(" \u202e")[0])
        page.get_by_role("button", name="para. 1", exact=True).first.click()
        expect(page.locator(".st-key-source")).to_contain_text(shown)
        expect(page.locator(".st-key-source")).to_contain_text("X/<i>1</i>")
        visitor.ask("What does the annex say?")
        rows = page.locator('[class*="st-key-reference-1-"] button')
        expect(rows).to_have_count(2)
        assert [text.replace("\u2060", "") for text in rows.all_inner_texts()] == [
            "annex, A/1 :smile: -> $y$ [l](http://192.0.2.1)",
            "annex, A/2 `z` :red[w]",
        ]
        assert page.evaluate("window.hacked") is None
        main = page.get_by_test_id("stAppViewContainer")
        ours = ":not([href='#stMain'], [data-testid='stSidebarNavLink'])"
        for tag in ("img", "i", "b", "del", "code", ".katex", f"a[href]{ours}"):
            assert main.locator(tag).count() == 0, tag
        assert outside(visitor) == []
