"""A small document made by hand, answers over it, and a real browser on a real server."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from assistant.types import Answer, Citation, Hit
from corpus.catalogue import Catalogue
from corpus.display import cite
from corpus.types import Document, Heading, Metadata, Unit, UnitKind

SYMBOL = "A/TEST/1"

PICTURES = Path(__file__).parents[2] / ".pictures"
"""How the page looked at the end of each browser test."""

CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def _document(symbol: str = SYMBOL) -> Document:
    """Return a document of two sections and seven units.

    I. Opening           1. Alpha opens. It is short.
                         2. Beta follows:
                            (a) first point;
                            (b) second point:
                                (i) deep one;
                                (ii) deep two.
    II. Water supply     3. Gamma ends.
    """
    lines: list[tuple[str, str, UnitKind, str, str | None]] = [
        ("1", "1.", "paragraph", "Alpha opens. It is short.", None),
        ("2", "2.", "paragraph", "Beta follows:", None),
        ("2(a)", "(a)", "subparagraph", "first point;", "2"),
        ("2(b)", "(b)", "subparagraph", "second point:", "2"),
        ("2(b)(i)", "(i)", "subparagraph", "deep one;", "2(b)"),
        ("2(b)(ii)", "(ii)", "subparagraph", "deep two.", "2(b)"),
        ("3", "3.", "paragraph", "Gamma ends.", None),
    ]
    text = ""
    headings: list[Heading] = []
    units: list[Unit] = []

    def add(words: str) -> tuple[int, int]:
        nonlocal text
        start = len(text)
        text += words + "\n"
        return start, start + len(words)

    for label, marker, kind, words, parent in lines:
        if label in ("1", "3"):
            title = "I. Opening" if label == "1" else "II. Water supply"
            headings.append(Heading(title, 1, *add(title)))
        start, end = add(words)
        path = (headings[-1].text,)
        units.append(Unit(label, kind, marker, words, "", path, None, start, end, parent, 3))
    return Document(
        metadata=Metadata(symbol=symbol, title="A Test of Things"),
        renditions=(),
        text=text,
        headings=tuple(headings),
        units=tuple(units),
        problems=(),
        content_hash=symbol,
    )


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for each answer, however slow the machine is, before the page is looked at."""
    monkeypatch.setattr("ui.state.PATIENCE", 60.0)


@pytest.fixture
def make_document() -> Callable[..., Document]:
    return _document


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue([_document()])


@pytest.fixture
def two_documents() -> Catalogue:
    return Catalogue([_document("A/TEST/1"), _document("A/TEST/2")])


class AnswerMaker:
    """Makes answers over a catalogue from labels and offsets."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def citation(self, label: str, quote: str, symbol: str = SYMBOL) -> Citation:
        unit = self.catalogue.unit(symbol, label)
        start = unit.text.index(quote)
        return Citation(symbol, unit, cite(symbol, label), start, start + len(quote), 1.0)

    def answer(
        self,
        *citations: Citation,
        question: str = "What?",
        read_as: str | None = None,
        confidence: float = 0.95,
        nearest: tuple[str, ...] = (),
    ) -> Answer:
        hits = tuple(
            Hit(located.document, located.unit, 1.0 / rank, rank)
            for rank, located in enumerate(self.catalogue, start=1)
        )
        return Answer(
            question=question,
            read_as=question if read_as is None else read_as,
            text="",
            abstained=not citations,
            confidence=confidence,
            citations=citations,
            hits=hits,
            nearest=tuple(hit for hit in hits if hit.label in nearest),
        )


@pytest.fixture
def make(catalogue: Catalogue) -> AnswerMaker:
    return AnswerMaker(catalogue)


@pytest.fixture
def make_over() -> type[AnswerMaker]:
    return AnswerMaker


# ---- a real server and a real browser


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port


_before_a_server_ends: list[Callable[[], None]] = []
"""Without its server a page greys out."""

Serving = Callable[[Path, Path], AbstractContextManager[tuple["subprocess.Popen[str]", str]]]


@contextmanager
def served(home: Path, folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Serve the page for a data folder, from an unrelated working folder.

    Yields:
        The server's process and its address.
    """
    with listening(("-m", "ui"), home, folder) as found:
        yield found


@contextmanager
def listening(
    program: Sequence[str | Path], home: Path, folder: Path
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run a program that serves the page, as `served` does.

    Args:
        program: Arguments of Python; a free port is put behind them.
        home: The data folder.
        folder: The working folder.
    """
    process = subprocess.Popen(
        [sys.executable, "-P", *program, "--port", str(free_port())],
        cwd=folder,
        # Chats are kept only by tests that say so: a library is shared by many.
        env={"PINCITE_KEEP_CHATS": "0", **os.environ, "PINCITE_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        found = re.search(r"http://\S+", line)
        assert found, line
        yield process, found.group()
    finally:
        for look in _before_a_server_ends:
            look()
        process.terminate()
        process.wait(timeout=30)
        process.stdout.close()


@pytest.fixture(scope="session")
def serving() -> Serving:
    return served


@pytest.fixture(scope="session")
def page_address(shipped_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(shipped_home, tmp_path_factory.mktemp("anywhere")) as (_, address):
        yield address


@contextmanager
def launched_chromium() -> Iterator[Browser]:
    """Run the machine's own Chromium.

    Raises:
        FileNotFoundError: There is none.
    """
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        raise FileNotFoundError("no chromium on this machine: apt-get install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=CHROMIUM_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with ExitStack() as stack:
        try:
            chromium = stack.enter_context(launched_chromium())
        except FileNotFoundError as error:
            if os.environ.get("PINCITE_REQUIRE_BROWSER") == "1":
                raise
            pytest.skip(str(error))
        yield chromium


_NOTHING_TO_COME = "() => !document.querySelector('[data-testid=stSkeleton]')"
_DRAWN = "[data-testid=stApp][data-test-script-state=notRunning]"


class Visitor:
    """A person at the page, and every request that their browser makes."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.requests: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("websocket", lambda socket: self.requests.append(socket.url))
        page.goto(address)
        self.input.wait_for(timeout=60_000)
        self.rest()

    def rest(self) -> None:
        """Wait until the page is drawn, and listens to keys."""
        self.page.wait_for_timeout(200)  # until it has heard of what was just pressed
        self.page.locator(_DRAWN).wait_for(timeout=60_000)

    @property
    def input(self) -> Locator:
        return self.page.get_by_test_id("stChatInputTextArea")

    def ask(self, question: str) -> None:
        self.input.fill(question)
        self.input.press("Enter")
        heading = self.page.get_by_role("heading", level=2, name=question, exact=True)
        heading.wait_for()


class Visit(Protocol):
    """Opens the page in a window of a given size."""

    def __call__(
        self,
        width: int = 1280,
        height: int = 900,
        *,
        dark: bool = False,
        address: str | None = None,
        locale: str | None = None,
    ) -> Visitor: ...


@pytest.fixture
def visit(browser: Browser, page_address: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Open windows; how each looks at the end of the test is left in `PICTURES`, to be seen."""
    contexts: list[BrowserContext] = []

    def open_page(
        width: int = 1280,
        height: int = 900,
        *,
        dark: bool = False,
        address: str | None = None,
        locale: str | None = None,
    ) -> Visitor:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            locale=locale,
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        return Visitor(context.new_page(), address or page_address)

    name = re.sub(r"\W+", "-", request.node.name).strip("-")
    taken: set[Page] = set()

    def take_pictures() -> None:
        PICTURES.mkdir(exist_ok=True)
        for number, context in enumerate(contexts, start=1):
            for page in set(context.pages) - taken:
                taken.add(page)
                with suppress(PlaywrightError):  # a page that hangs has no picture
                    page.locator(_DRAWN).wait_for(timeout=5_000)
                    page.wait_for_function(_NOTHING_TO_COME, timeout=5_000)
                    page.wait_for_timeout(300)  # what slides has come to rest
                    page.screenshot(path=PICTURES / f"{name}-{number}.png")

    _before_a_server_ends.append(take_pictures)
    yield open_page
    _before_a_server_ends.remove(take_pictures)
    take_pictures()
    for context in contexts:
        context.close()
