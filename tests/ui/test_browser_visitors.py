"""Several people at once, each in a browser of their own, on one server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.support import watched_server
from tests.support.watched_server import EVENTS, HELD, LIBRARY, MODEL
from tests.ui.conftest import listening
from ui import wording
from ui.language import say

if TYPE_CHECKING:
    from tests.conftest import Run
    from tests.ui.conftest import Visit

pytestmark = pytest.mark.browser

NAMED = "What does para. 51 (j) (iii) say?"
WORDS = "Lost income and wages due according to national law and regulations regarding wages;"
OTHER = "What does para. 6 say?"
SEARCHED = "Does the immigration status of a victim prevent compensation?"

GARDEN = "A/TEST/5"
SPADE = "The spade was lent to Ms. Olsen."


@dataclass(frozen=True, slots=True)
class Watched:
    """A server that writes down what it loads.

    Attributes:
        address: Where it is.
        folder: Holds what it writes, and the question that it is to hold back.
        home: Its library.
    """

    address: str
    folder: Path
    home: Path

    def loaded(self) -> tuple[int, int]:
        """Return how many libraries were opened and how many models were loaded so far."""
        events = (self.folder / EVENTS).read_text(encoding="utf-8").split()
        return events.count(LIBRARY), events.count(MODEL)


@pytest.fixture
def watched(copied_home: Path, tmp_path: Path) -> Iterator[Watched]:
    with listening((watched_server.__file__, tmp_path), copied_home, tmp_path) as (_, address):
        yield Watched(address, tmp_path, copied_home)


def quotes(page: Page) -> list[str]:
    return page.get_by_role("blockquote").all_inner_texts()


def test_two_visitors_have_chats_of_their_own(visit: Visit) -> None:
    one, other = visit(), visit()
    one.ask(NAMED)
    other.ask(OTHER)
    for visitor, own, foreign in ((one, NAMED, OTHER), (other, OTHER, NAMED)):
        page = visitor.page
        expect(page.get_by_role("heading", level=2, name=own)).to_have_count(1)
        expect(page.locator('[class*="st-key-chat-open-"] button')).to_have_text([own])
        expect(page.get_by_text(foreign)).to_have_count(0)
    expect(one.page.get_by_role("blockquote")).to_have_text([WORDS])
    # What one does next is not seen by the other.
    one.page.get_by_role("button", name=say("new-chat")).click()
    expect(one.page.get_by_role("heading", level=1, name=wording.NAME)).to_be_visible()
    expect(other.page.get_by_role("heading", level=2, name=OTHER)).to_have_count(1)


def test_the_second_visitor_waits_for_no_model(visit: Visit, watched: Watched) -> None:
    one = visit(address=watched.address)
    one.ask(SEARCHED)
    expect(one.page.get_by_role("blockquote").first).to_be_visible()
    libraries, models = watched.loaded()
    assert libraries == 1
    assert models >= 1
    other = visit(address=watched.address)
    other.ask(SEARCHED)
    expect(other.page.get_by_role("blockquote").first).to_be_visible()
    assert quotes(other.page) == quotes(one.page)
    assert watched.loaded() == (libraries, models)


def test_a_long_question_of_one_does_not_keep_another_waiting(
    visit: Visit, watched: Watched
) -> None:
    held = watched.folder / HELD
    held.write_text(SEARCHED, encoding="utf-8")
    one, other = visit(address=watched.address), visit(address=watched.address)
    looking = one.page.get_by_role("status").filter(has_text=say("chat-looking"))
    one.ask(SEARCHED)
    expect(looking.last).to_be_visible()
    other.ask(NAMED)
    expect(other.page.get_by_role("blockquote")).to_have_text(WORDS)
    other.ask(OTHER)
    expect(other.page.get_by_role("blockquote")).to_have_count(2)
    # All the while, the long one goes on.
    expect(looking.last).to_be_visible()
    assert quotes(one.page) == []
    held.unlink()
    expect(one.page.get_by_role("blockquote").first).to_be_visible()
    expect(one.page.get_by_text(say("chat-looking"))).to_have_count(0)


def test_a_refreshed_library_is_there_for_all_who_are_on_the_page(
    visit: Visit, watched: Watched, run_pincite: Run
) -> None:
    one, other = visit(address=watched.address), visit(address=watched.address)
    one.ask(OTHER)
    expect(one.page.get_by_role("blockquote")).to_have_count(1)
    libraries, _ = watched.loaded()
    garden = watched.folder / "garden.txt"
    garden.write_text(
        f"{GARDEN}\nReport on the garden\n\n1. The gardeners planted pears by the wall.\n"
        f"2. {SPADE}\n3. No meeting was held in the summer.\n",
        encoding="utf-8",
    )
    done = run_pincite("index", garden, home=watched.home)
    assert done.returncode == 0, done.stderr
    for visitor in (one, other):
        visitor.ask(f"What does para. 2 of {GARDEN} say?")
        expect(visitor.page.get_by_role("blockquote").last).to_have_text(SPADE)
        expect(visitor.page.locator(".pc-document", has_text=GARDEN)).to_have_count(1)
    # The chat that was begun over the older library is still there.
    expect(one.page.get_by_role("heading", level=2, name=OTHER)).to_have_count(1)
    # It was opened once, for both.
    assert watched.loaded()[0] == libraries + 1
