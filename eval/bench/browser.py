"""A real Chromium and people in it, who are timed by the browser's own clock."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

_SCRIPT = Path(__file__).with_suffix(".js")
_WINDOW = {"width": 1280, "height": 900}
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]

_BOX = "[data-testid=stChatInputTextArea]"
_CITATION = '[class*="st-key-quote-"] [class*="st-key-reference-"] button'
_AT_REST = "[data-testid=stApp][data-test-script-state=notRunning]"


def reason_not_measured() -> str:
    """Return why no browser can be used here, in one line; empty if one can."""
    if find_spec("playwright") is None:
        return "The page was not measured: playwright is not installed (pip install playwright)."
    if _chromium() is None:
        return "The page was not measured: no chromium on this machine (apt-get install chromium)."
    return ""


@asynccontextmanager
async def browsing() -> AsyncIterator[Browser]:
    """Run the machine's own Chromium."""
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=_chromium(), args=_ARGUMENTS)
        yield browser
        await browser.close()


def _chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser")


class Visitor:
    """A person with a browser of their own, in which nothing is kept of others."""

    def __init__(self, page: Page) -> None:
        self._page = page

    @classmethod
    async def with_empty_window(cls, browser: Browser) -> Visitor:
        """Return a visitor who has not opened anything yet."""
        context = await browser.new_context(viewport=_WINDOW)  # type: ignore[arg-type]
        page = await context.new_page()
        await page.add_init_script(path=_SCRIPT)
        return cls(page)

    async def open(self, address: str) -> tuple[float, float]:
        """Open an address.

        Returns:
            When that was, and when the question box was painted, in milliseconds since 1970.
        """
        await self._page.goto(address, wait_until="commit")
        painted = await self._page.evaluate("bench.box")
        return await self._page.evaluate("bench.opened"), painted

    async def ask(self, question: str, turn: int = 0) -> float:
        """Type a question and press Enter, once the page is at rest.

        Args:
            question: What is typed.
            turn: Which of the chat it will be, from 0.

        Returns:
            Milliseconds from Enter until its first citation is painted.
        """
        await self._page.locator(_AT_REST).wait_for()
        await self._page.locator(_BOX).fill(question)
        citation = f".st-key-turn-{turn} {_CITATION}"
        await self._page.evaluate("(its) => { bench.answer = bench.painted(its); }", citation)
        await self._page.locator(_BOX).press("Enter")
        spent: float = await self._page.evaluate("bench.answer.then((at) => at - bench.entered)")
        return spent

    async def begin_anew(self) -> None:
        """Leave the chat for a new one."""
        await self._page.locator(_AT_REST).wait_for()
        await self._page.locator(".st-key-new-chat button").click()
        await self._page.locator(".st-key-first").wait_for()

    async def leave(self) -> None:
        """Close the browser."""
        await self._page.context.close()
