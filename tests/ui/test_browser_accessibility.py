"""What axe-core finds on the pages (WCAG 2.2 AA), widths, focus order and motion.

There is no list of findings that are let pass: `findings` must be empty. What axe cannot decide,
and what it does not look at, is in docs/decisions/0005-browser.md.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from ui.evaluation_runs import evaluate_into
from ui.language import say

if TYPE_CHECKING:
    from tests.ui.conftest import Serving, Visit

pytestmark = pytest.mark.browser

NAMED = "What does para. 51 (j) (iii) say?"
REFERENCE = "para. 51 (j) (iii)"
LONELY = "What does para. 52 say?"  # it refers to nothing: its text alone is in the panel
UNANSWERED = "How do I bake sourdough bread at home?"

WIDTHS = (320, 360, 2560)

OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {"target-size": {"enabled": True}},  # of WCAG 2.2; axe leaves it out by itself
    "resultTypes": ["violations"],
}

# Elements of the page, and of the components in it, that would move.
MOVING = """() => {
  const all = (root) => [...root.querySelectorAll("*")].flatMap(
    (one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
  const seconds = (text) => Math.max(...text.split(",").map(parseFloat));
  return all(document).map((one) => [one, getComputedStyle(one)])
    .filter(([, style]) => seconds(style.transitionDuration) > 0.001
      || (style.animationName !== "none" && seconds(style.animationDuration) > 0.001)
      || style.scrollBehavior === "smooth")
    .map(([one]) => one.outerHTML.slice(0, 120));
}"""

# What has the focus, by the names that the tests below look for.
FOCUSED = """() => {
  const one = document.activeElement;
  if (one.matches("[data-testid=stChatInputTextArea]")) return "question box";
  if (one.matches(".pc-source")) return "text";
  const key = one.closest("[class*=st-key-]")?.className.match(/st-key-([a-z]+)/)?.[1];
  return key ?? one.tagName;
}"""


def findings(page: Page, screen: str) -> list[str]:
    """Return what axe finds: the screen, the rule, the element and what is wrong with it."""
    page.wait_for_load_state("networkidle")
    page.evaluate("Promise.allSettled(document.getAnimations().map((one) => one.finished))")
    return [
        f"{screen}: {violation['id']}: {node['target']}: {node['failureSummary']}"
        for violation in Axe().run(page, options=OPTIONS).response["violations"]
        for node in violation["nodes"]
    ]


def wider_than_the_window(page: Page, screen: str) -> list[str]:
    """Return the widths at which the page scrolls sideways, and give it back its own width."""
    before = page.viewport_size
    assert before is not None
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_timeout(300)  # until the components have measured themselves
        fits = page.evaluate(
            "[document.documentElement, document.querySelector('[data-testid=stMain]')]"
            ".every((one) => one.scrollWidth <= one.clientWidth)"
        )
        found += [] if fits else [f"{screen}: {width}"]
    page.set_viewport_size(before)
    return found


@pytest.fixture(scope="module")
def address(
    serving: Serving, shipped_home: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Serve a library with a finished run of one question, which went wrong."""
    folder = tmp_path_factory.mktemp("accessibility")
    home = Path(shutil.copytree(shipped_home, folder / "home"))
    question = {
        "id": "q-1",
        "kind": "reference",
        "question": "What does para. 7 say?",
        "gold": ["51(j)(iii)"],
        "evidence": [{"label": "51(j)(iii)", "quote": "Lost income and wages"}],
        "answer": "Wages.",
    }
    questions = home / "questions.jsonl"
    questions.write_text(json.dumps(question) + "\n", encoding="utf-8")
    run = home / "evaluations" / "run"
    evaluate_into(questions, ["bm25"], home, run, lambda _stage, _done, _total: None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PINCITE_KEEP_CHATS", "1")  # the list of chats is on the page too
        with serving(home, folder) as (_, address):
            yield address


def show_own_run(page: Page) -> None:
    page.get_by_role("link", name=say("page-evaluation")).click()
    page.get_by_role("combobox", name=say("set")).click()
    page.get_by_role("option", name=say("own-set"), exact=True).click()
    page.locator(".st-key-evaluation-plots svg").first.wait_for()


def test_axe_finds_what_is_wrong(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<html lang='en'><title>a</title><button></button><p>b</p></html>")
    (found,) = findings(page, "by hand")
    assert found.startswith("by hand: button-name: ['button']")
    page.close()


def test_every_page_is_accessible_and_fits_its_window(visit: Visit, address: str) -> None:
    visitor = visit(address=address)
    page = visitor.page
    found: list[str] = []

    def look(screen: str) -> None:
        found.extend(findings(page, screen))
        found.extend(wider_than_the_window(page, screen))

    look("first screen")
    visitor.ask(NAMED)
    page.get_by_role("button", name=REFERENCE, exact=True).click()
    page.locator(".st-key-source mark").wait_for()
    look("answer")
    visitor.ask(UNANSWERED)
    page.get_by_text(say("nearest")).wait_for()
    look("refusal")
    page.get_by_role("link", name=say("page-read"), exact=True).click()
    page.locator(".unit").first.click()
    look("reading")
    page.get_by_role("link", name=say("page-library"), exact=True).click()
    page.get_by_role("searchbox").first.wait_for()
    look("library")
    show_own_run(page)
    look("evaluation, figures")
    page.get_by_text(say("questions"), exact=True).click()
    page.locator(".st-key-evaluation-card-q-1").wait_for()
    look("evaluation, questions")
    assert found == []


def test_the_dark_theme_is_accessible(visit: Visit, address: str) -> None:
    visitor = visit(dark=True, address=address)
    page = visitor.page
    found = findings(page, "first screen")
    visitor.ask(NAMED)
    page.get_by_role("button", name=REFERENCE, exact=True).click()
    page.locator(".st-key-source mark").wait_for()
    found += findings(page, "answer")
    page.get_by_test_id("stPopoverButton").first.click()
    page.get_by_test_id("stPopoverBody").wait_for()
    found += findings(page, "popover")
    page.keyboard.press("Escape")
    show_own_run(page)
    found += findings(page, "evaluation")
    assert found == []


def test_the_chat_is_accessible_on_a_phone_and_in_a_low_window(visit: Visit, address: str) -> None:
    visitor = visit(360, 740, address=address)
    page = visitor.page
    found = findings(page, "first screen")
    visitor.ask(NAMED)
    reference = page.get_by_role("button", name=REFERENCE, exact=True)
    reference.wait_for()
    found += findings(page, "answer")
    reference.click()
    page.locator(".st-key-source mark").wait_for()
    found += findings(page, "sheet")
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 1280, "height": 560})
    visitor.ask(LONELY)
    text = page.locator(".pc-source")
    expect(text).to_be_visible()
    found += findings(page, "low window")
    assert found == []
    text.focus()
    page.keyboard.press("End")
    page.wait_for_function(
        "document.querySelector('.st-key-source-body').parentElement.scrollTop > 0"
    )


def test_the_focus_goes_to_the_source_and_back_and_on_to_the_question_box(
    visit: Visit, address: str
) -> None:
    visitor = visit(address=address)
    page = visitor.page
    visitor.ask(NAMED)
    reference = page.get_by_role("button", name=REFERENCE, exact=True)
    source = page.locator(".st-key-source")
    page.get_by_role("button", name=say("close")).click()
    expect(source).to_have_count(0)
    for close in ("Enter", "Escape"):
        reference.focus()
        page.keyboard.press("Enter")
        expect(source.get_by_role("heading", name=REFERENCE)).to_be_focused()
        if close == "Enter":
            page.keyboard.press("Tab")
            expect(page.get_by_role("button", name=say("close"))).to_be_focused()
        page.keyboard.press(close)
        expect(source).to_have_count(0)
        expect(reference).to_be_focused()
    page.keyboard.press("Enter")
    expect(source.get_by_role("heading", name=REFERENCE)).to_be_focused()
    # Who walks on stays on the button; who looks around meets everything in the order it is seen.
    source.get_by_role("button", name=say("next")).focus()
    page.keyboard.press("Enter")
    expect(source.get_by_role("heading", name="para. 51 (j) (iv)")).to_be_visible()
    expect(source.get_by_role("button", name=say("next"))).to_be_focused()
    reference.focus()
    met = [page.evaluate(FOCUSED)]
    while met[-1] != "question box" and len(met) < 60:
        page.keyboard.press("Tab")
        met.append(page.evaluate(FOCUSED))
    wanted = ["reference", "close", "text", "step", "question box"]
    assert [one for one in dict.fromkeys(met) if one in wanted] == wanted, met


def test_nothing_moves_for_who_asked_for_less_motion(visit: Visit, address: str) -> None:
    visitor = visit(address=address)
    page = visitor.page
    assert page.evaluate(MOVING) != []  # Streamlit's own
    page.emulate_media(reduced_motion="reduce")
    visitor.ask(NAMED)
    page.locator(".st-key-source mark").wait_for()
    assert page.evaluate(MOVING) == []
