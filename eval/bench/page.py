"""The page next to the library and to a bare Streamlit page: first paint, and questions."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from assistant.assistant import Assistant
from assistant.factory import make_assistant, open_assistant
from assistant.settings import Settings
from eval.bench.answers import time_ms
from eval.bench.browser import Visitor, browsing
from eval.bench.serving import Served, bare_served, pincite_served
from eval.bench.types import Figure
from eval.questions import find_set, load_questions

if TYPE_CHECKING:
    from playwright.async_api import Browser

BARE = "a bare Streamlit page"


@dataclass(frozen=True, slots=True)
class Paints:
    """First paints of the question box, in milliseconds.

    Attributes:
        first: Of the first visitor, from the moment when the server listens.
        second: Of the second one, from the moment when the address is opened.
    """

    first: float
    second: float


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in three ways, in milliseconds.

    Attributes:
        typed: In the page: from Enter to the first citation.
        library: Through the library, in a process that has answered before.
        bare: In the bare page: from Enter to what it draws.
    """

    typed: float
    library: float
    bare: float

    @property
    def own(self) -> float:
        """What the page takes beside the answer."""
        return self.typed - self.library


def measure_page(home: Path, visits: int, n_questions: int) -> list[Figure]:
    """Open the page and ask in it, each next to its yardstick; medians.

    The first paint is that of the question box: for the first visitor from the moment when the
    server listens, with nothing loaded yet; for the second from when the address is opened. A
    question counts from the press of Enter until its first citation is painted.

    Args:
        home: Data folder with the library of the shipped report.
        visits: How many servers are started, each for a first and a second visitor.
        n_questions: How many questions are typed, and as many while somebody else asks.
    """
    settings = Settings(home=home)
    assistant = open_assistant(settings)
    questions = choose_questions(assistant, 2 * n_questions)
    # One that has read nothing yet, as the page has not.
    fresh = make_assistant(assistant.library, settings)
    return asyncio.run(_measure(home, fresh, visits, questions))


def choose_questions(assistant: Assistant, number: int) -> list[str]:
    """Return questions of the shipped set that are answered with a citation, from all over it.

    Those with a history are left out: each is typed as the first of a chat.
    """
    questions = load_questions(find_set("report")).questions
    alone = [one.question for one in questions if one.gold and not one.history]
    answered = [question for question in alone if assistant.ask(question).citations]
    return answered[:: max(1, len(answered) // number)][:number]


async def _measure(
    home: Path, assistant: Assistant, visits: int, questions: Sequence[str]
) -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        async with browsing() as browser:
            ours, bare = [], []
            for _ in range(visits):
                ours.append(await _visit_twice(pincite_served(home), browser))
                bare.append(await _visit_twice(bare_served(Path(folder)), browser))
            with pincite_served(home) as page, bare_served(Path(folder)) as yardstick:
                # Others the second time: what has been read to a question is kept for a while.
                asked = await _ask_alone(questions[::2], assistant, browser, page, yardstick)
                beside = await _ask_beside_another(questions[1::2], browser, page)
    return [*_paint_figures(ours, bare), *_asked_figures(asked, beside)]


async def _visit_twice(server: AbstractContextManager[Served], browser: Browser) -> Paints:
    first = await Visitor.with_empty_window(browser)
    with server as served:
        _, painted = await first.open(served.address)
        second = await Visitor.with_empty_window(browser)
        opened, painted_again = await second.open(served.address)
        await first.leave()
        await second.leave()
    return Paints(painted - served.listening, painted_again - opened)


async def _ask_alone(
    questions: Sequence[str],
    assistant: Assistant,
    browser: Browser,
    page: Served,
    yardstick: Served,
) -> list[Asked]:
    """Ask each question in the page, through the library and in the bare page, turn about."""
    visitor = await Visitor.with_empty_window(browser)
    other = await Visitor.with_empty_window(browser)
    await visitor.open(page.address)
    await other.open(yardstick.address)
    asked = []
    for number, question in enumerate(questions):
        typed = await visitor.ask(question)
        await visitor.begin_anew()
        library = time_ms(lambda q=question: assistant.ask(q))  # type: ignore[misc]
        asked.append(Asked(typed, library, await other.ask(question, number)))
    await visitor.leave()
    await other.leave()
    return asked


async def _ask_beside_another(
    questions: Sequence[str], browser: Browser, page: Served
) -> list[float]:
    """Return what each question takes while another visitor asks without a pause."""
    visitor = await Visitor.with_empty_window(browser)
    other = await Visitor.with_empty_window(browser)
    await visitor.open(page.address)
    await other.open(page.address)

    async def ask_on() -> None:
        for question in cycle(questions):
            await other.ask(question)
            await other.begin_anew()

    asking = asyncio.create_task(ask_on())
    spent = []
    for question in reversed(questions):
        spent.append(await visitor.ask(question))
        await visitor.begin_anew()
    asking.cancel()
    with suppress(asyncio.CancelledError):
        await asking  # what went wrong there is raised here
    await visitor.leave()
    await other.leave()
    return spent


def _paint_figures(ours: Sequence[Paints], bare: Sequence[Paints]) -> list[Figure]:
    return [
        Figure(
            "first paint, first visitor",
            median(one.first for one in ours),
            "ms",
            BARE,
            median(one.first for one in bare),
        ),
        Figure(
            "first paint, second visitor",
            median(one.second for one in ours),
            "ms",
            BARE,
            median(one.second for one in bare),
        ),
    ]


def _asked_figures(asked: Sequence[Asked], beside: Sequence[float]) -> list[Figure]:
    typed = median(one.typed for one in asked)
    library = median(one.library for one in asked)
    return [
        Figure(
            "typed question to first citation", typed, "ms", "the library, same questions", library
        ),
        Figure(
            "the page's own part of that",
            median(one.own for one in asked),
            "ms",
            BARE,
            median(one.bare for one in asked),
        ),
        Figure(
            "the same, with another visitor asking",
            median(beside),
            "ms",
            "nobody else asking",
            typed,
        ),
    ]
