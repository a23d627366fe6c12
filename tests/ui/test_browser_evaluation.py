"""The evaluation page and judging in a real Chromium, on a library that may be changed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from eval.library import own_home
from ui.language import say

if TYPE_CHECKING:
    from tests.ui.conftest import Serving, Visit, Visitor

pytestmark = pytest.mark.browser

NAMED = "What does para. 51 (j) (iii) say?"
MISJUDGED = "What does para. 7 say?"


@pytest.fixture(scope="module")
def home(shipped_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library with a set of two questions, one of which must fail."""
    home = Path(shutil.copytree(shipped_home, tmp_path_factory.mktemp("own") / "home"))
    gold = [{"label": "51(j)(iii)", "quote": "Lost income and wages"}]
    lines = [
        {"id": "q-1", "kind": "reference", "question": NAMED, "gold": ["51(j)(iii)"]},
        {"id": "q-2", "kind": "reference", "question": MISJUDGED, "gold": ["51(j)(iii)"]},
    ]
    (home / "questions.jsonl").write_text(
        "".join(json.dumps({**line, "evidence": gold, "answer": "Wages."}) + "\n" for line in lines)
    )
    return home


@pytest.fixture(scope="module")
def address(
    serving: Serving, home: Path, shipped_home: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Serve the page with a cache folder of its own, the evaluation's library in it."""
    folder = tmp_path_factory.mktemp("evaluation_server")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        shutil.copytree(shipped_home, own_home("CTOC/COP/WG.4/2011/8"))
        with serving(home, folder) as (_, address):
            yield address


def open_evaluation(visitor: Visitor) -> Page:
    page = visitor.page
    page.get_by_role("link", name=say("page-evaluation")).click()
    expect(page.get_by_role("heading", level=1, name=say("page-evaluation"))).to_be_visible()
    return page


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=option, exact=True).click()


def start_own_run(page: Page) -> None:
    choose(page, say("set"), say("own-set"))
    start = page.get_by_role("button", name=say("start"))
    expect(start).to_be_enabled()
    start.click()
    # Leaving in the same moment would take the click along.
    begun = page.get_by_role("button", name=say("cancel-run"))
    ended = page.get_by_role("combobox", name=say("run"))
    expect(begun.or_(ended).first).to_be_visible(timeout=60_000)


def test_a_run_is_started_looked_at_and_a_failed_question_opened(
    visit: Visit, address: str
) -> None:
    visitor = visit(address=address)
    page = open_evaluation(visitor)
    start_own_run(page)
    # It goes on while the person looks elsewhere.
    page.get_by_role("link", name=say("page-chat")).click()
    expect(visitor.input).to_be_visible()
    open_evaluation(visitor)
    expect(page.get_by_role("combobox", name=say("run"))).to_be_visible(timeout=90_000)
    plots = page.locator(".st-key-evaluation-plots svg.plot")
    expect(plots).not_to_have_count(0)
    expect(plots.first).to_be_visible()
    expect(plots.first.get_by_text("reference (2)", exact=True)).to_be_visible()
    bar = plots.first.locator("rect.bar").first
    assert bar.evaluate("it => getComputedStyle(it).fill") not in ("none", "rgb(0, 0, 0)")
    expect(page.get_by_role("table").first).to_contain_text("citation F1")
    page.get_by_text(say("questions"), exact=True).click()
    card = page.locator(".st-key-evaluation-card-q-2")
    expect(card.locator("mark")).to_have_count(2)  # the words expected, and those given
    expect(page.locator(".st-key-evaluation-card-q-1")).to_have_count(0)  # it was right
    card.get_by_role("button", name=say("open-in-chat")).click()
    expect(page.get_by_role("heading", level=2, name=MISJUDGED)).to_be_visible()
    expect(page.get_by_role("button", name="para. 7", exact=True)).to_be_visible()
    assert [
        url for url in visitor.requests if urlsplit(url).hostname not in ("127.0.0.1", None)
    ] == []


def test_a_wrong_answer_is_kept_with_the_paragraph_that_was_chosen(
    visit: Visit, address: str, home: Path
) -> None:
    visitor = visit(address=address)
    page = visitor.page
    question = "What costs may compensation for victims cover?"
    visitor.ask(question)
    page.get_by_role("button", name=say("wrong")).click()
    page.get_by_role("combobox", name=say("which-right")).fill("para. 51 (i) (i):")
    page.get_by_role("option").first.click()
    page.get_by_role("button", name=say("keep"), exact=True).click()
    expect(page.get_by_text("Kept in your own set")).to_be_visible()
    lines = (home / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    kept = json.loads(lines[-1])
    assert (kept["question"], kept["gold"]) == (question, ["51(i)(i)"])


def test_a_run_is_cancelled(visit: Visit, address: str) -> None:
    visitor = visit(address=address)
    page = open_evaluation(visitor)
    before = page.get_by_text(say("run-cancelled"))
    expect(before).to_have_count(0)
    choose(page, say("set"), "tune")
    start = page.get_by_role("button", name=say("start"))
    start.click()
    page.get_by_role("button", name=say("cancel-run")).click()
    expect(before).to_be_visible(timeout=90_000)
    expect(start).to_be_enabled()


@pytest.mark.parametrize(("width", "dark"), [(390, True), (1024, False)])
def test_nothing_is_cut_off(visit: Visit, address: str, width: int, dark: bool) -> None:
    visitor = visit(width, 900, dark=dark, address=address)
    page = visitor.page
    page.goto(f"{address}/evaluation")
    expect(page.get_by_role("heading", level=1, name=say("page-evaluation"))).to_be_visible()
    choose(page, say("set"), say("own-set"))
    expect(page.locator(".st-key-evaluation-plots svg.plot").first).to_be_visible(timeout=30_000)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("it => it.scrollWidth <= it.clientWidth")
