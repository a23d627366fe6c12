"""Takes the pictures of README and docs: ``python -m tests.ui.screenshots``."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser

from eval.library import OWN_SYSTEMS
from tests.support.pdf_files import Text, make_pdf
from tests.ui.conftest import Visitor, launched_chromium, served
from ui.language import say

IMAGES = Path(__file__).parents[2] / "docs" / "images"

ANSWERED = "What costs may compensation for victims cover?"
NAMED = "What does para. 51 (j) (iii) say?"
REFERENCE = "para. 51 (j) (iii)"
UNANSWERED = "How do I bake sourdough bread at home?"

LARGEST = 300_000  # bytes

GARDEN = (
    (
        Text(500, 50, "A/TEST/5", 8.5, "bold"),
        Text(120, 110, "Report on the garden", 14, "bold"),
        Text(120, 150, "I. Fruit", 12, "bold"),
        Text(120, 180, "1. The gardeners planted pears and plums by the wall of the garden in"),
        Text(120, 192, "September, as they had been told to do by the head of the household."),
        Text(120, 230, "II. Tools", 12, "bold"),
        Text(120, 260, "2. The spade was lent to Ms. Olsen, and no one has seen it since. A new"),
        Text(120, 272, "one costs 40 crowns, which the household decided to spend at its next"),
        Text(120, 284, "meeting in the spring."),
        Text(120, 310, "3. No meeting was held in the summer because of the rain."),
        Text(500, 760, "1/1", 8.5),
    ),
)
"""The pages of a PDF."""


def main() -> None:
    """Write every picture, from a library of the shipped report that is built for it."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        subprocess.run(
            [sys.executable, "-m", "assistant", "index"],
            env={**os.environ, "PINCITE_HOME": str(home)},
            check=True,
        )
        subprocess.run(
            [sys.executable, "-m", "eval", "run", "--set", "tune", "--quiet"]
            + ["--output", str(home / "evaluations" / "tune")]
            + [option for name in OWN_SYSTEMS for option in ("--system", name)],
            env={**os.environ, "XDG_CACHE_HOME": str(Path(folder) / "cache")},
            check=True,
            stdout=subprocess.DEVNULL,
        )
        with served(home, Path(folder)) as (_, address), launched_chromium() as browser:
            draw_desktop(browser, address)
            draw_phone(browser, address)
            draw_evaluation(browser, address)
            draw_library(browser, address)


def draw_desktop(browser: Browser, address: str) -> None:
    with visiting(browser, address, 1280, 900) as visitor:
        take(visitor, "chat-first")
        visitor.ask(ANSWERED)
        take(visitor, "chat")
        visitor.page.get_by_role("button", name=say("read-read-on")).click()
        visitor.page.locator(".unit").first.wait_for()
        take(visitor, "read")
    with visiting(browser, address, 1280, 900, dark=True) as visitor:
        visitor.ask(ANSWERED)
        take(visitor, "chat-dark")
    with visiting(browser, address, 1280, 900) as visitor:
        visitor.ask(UNANSWERED)
        take(visitor, "chat-no-answer")


def draw_phone(browser: Browser, address: str) -> None:
    with visiting(browser, address, 390, 844) as visitor:
        visitor.ask(NAMED)
        take(visitor, "chat-phone")
        visitor.page.get_by_role("button", name=REFERENCE, exact=True).click()
        visitor.page.get_by_role("button", name=say("close")).wait_for()
        take(visitor, "chat-phone-source")


def draw_evaluation(browser: Browser, address: str) -> None:
    with visiting(browser, address, 1280, 1000) as visitor:
        visitor.page.get_by_role("link", name=say("page-evaluation")).click()
        visitor.page.locator(".st-key-evaluation-plots svg").first.wait_for()
        take(visitor, "evaluation")
        visitor.page.get_by_text(say("questions"), exact=True).click()
        visitor.page.get_by_role("button", name=say("open-in-chat")).first.wait_for()
        take(visitor, "evaluation-questions")


def draw_library(browser: Browser, address: str) -> None:
    """Add a PDF, show the library and its report, and the PDF's page; comes last."""
    with visiting(browser, address, 1280, 900) as visitor:
        page = visitor.page
        page.get_by_role("link", name=say("page-library")).click()
        page.get_by_text(say("library-add-documents")).first.click()
        data = make_pdf(GARDEN)
        page.locator("input[type=file]").set_input_files(
            {"name": "garden.pdf", "mimeType": "application/pdf", "buffer": data}
        )
        page.get_by_role("button", name=say("library-add")).click()
        page.locator(".st-key-library-outcome").wait_for(timeout=90_000)
        take(visitor, "library")
        page.get_by_role("button", name="A/TEST/5").click()
        page.get_by_role("button", name=say("library-back")).wait_for()
        take(visitor, "library-report")
        page.get_by_role("link", name=say("page-chat")).click()
        visitor.ask("What does para. 2 of A/TEST/5 say?")
        page.locator(".st-key-source-view").get_by_text(say("as-page"), exact=True).click()
        page.locator(".pc-page img").wait_for()
        take(visitor, "chat-page")


@contextmanager
def visiting(
    browser: Browser, address: str, width: int, height: int, *, dark: bool = False
) -> Iterator[Visitor]:
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light"
    )
    yield Visitor(context.new_page(), address)
    context.close()


def take(visitor: Visitor, name: str) -> None:
    page = visitor.page
    page.wait_for_load_state("networkidle")
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    page.wait_for_timeout(1000)  # until what moves has come to rest
    path = IMAGES / f"{name}.png"
    page.screenshot(path=path)
    if path.stat().st_size > LARGEST:
        raise SystemExit(f"{path} is larger than {LARGEST} bytes")


if __name__ == "__main__":
    main()
