"""What a document has on an item of its agenda."""

from __future__ import annotations

import pytest

from corpus.documents import shipped_report
from corpus.links import find_links
from corpus.mentions import find_items
from corpus.threads import Thread, Threads, join_threads
from corpus.types import Document
from tests.support.meeting import meeting
from tests.support.small_library import garden

LISTED = "CTOC/COP/WG.4/2011"


def on(document: Document, words: str) -> Thread | None:
    threads = Threads(document, find_links(document))
    (mention,) = find_items(words, document.symbol)
    return threads.on(mention)


def labels(first: int, last: int) -> tuple[str, ...]:
    return tuple(str(n) for n in range(first, last + 1))


def test_an_item_has_its_section_and_what_that_points_to() -> None:
    thread = on(meeting(), "agenda item 2")
    assert thread is not None
    # 12 speaks of both items, so that of its section it stands alone.
    assert thread.units == ("1", "2", "2(a)", "2(b)", "4", "5", "6", "7", "10(2)", "12")
    assert thread.pointers == ("7",)
    assert thread.outcome == ("1", "2")


def test_what_a_section_mentions_by_the_way_is_not_its_outcome() -> None:
    thread = on(meeting(), "item 3")
    assert thread is not None
    assert (thread.pointers, thread.outcome) == (("9",), ("3",))
    assert "6" not in thread.units  # "as noted in paragraph 6", of 8


@pytest.mark.parametrize("words", ["agenda item 4", "item 1", "A/80/99"])
def test_what_no_section_is_about_has_no_thread(words: str) -> None:
    assert on(meeting(), words) is None


def test_headings_name_items_where_no_agenda_is_listed() -> None:
    document = garden(
        "A/80/3",
        "Report\n\nI. Roads (agenda item 3 (a))\n\n1. Roads were long.\n\n2. They ended.\n\n"
        "II. Rails (agenda item 3 (b))\n\n3. Rails were straight.\n\n"
        "III. Closing\n\n4. The meeting closed.\n",
    )
    assert on(document, "agenda item 3 (a)") == Thread(("1", "2"))
    assert on(document, "agenda item 3") == Thread(("1", "2", "3"))
    assert on(document, "agenda item 4") is None


def test_of_two_agendas_neither_is_taken() -> None:
    twice = garden(
        "A/80/4",
        "\n\n".join(
            f"{name}\n\n{first}. The Board adopted the following agenda:\n\n1. Opening.\n\n"
            f"2. Water.\n\n3. Boats.\n\n{first + 1}. It considered agenda item 2."
            for first, name in ((1, "I. First part"), (3, "II. Second part"))
        ),
    )
    assert on(twice, "agenda item 2") is None


@pytest.mark.parametrize(
    ("item", "section", "outcome"),
    [
        (2, (66, 72), (6, 13)),
        (3, (73, 77), (14, 22)),
        (5, (87, 92), (30, 45)),
        (6, (93, 97), (46, 50)),
    ],
)
def test_the_shipped_reports_items_read_by_hand(
    item: int, section: tuple[int, int], outcome: tuple[int, int]
) -> None:
    thread = on(shipped_report(), f"agenda item {item}")
    assert thread is not None
    assert thread.outcome == labels(*outcome)
    assert thread.pointers == (str(section[1]),)
    assert thread.sittings == (str(section[0]),)
    tops = [label for label in thread.units if label.isdigit()]
    assert tops == [*labels(*outcome), *labels(*section)]
    others = set(thread.units) - set(tops)
    assert {f"55({item})", f"annex:{LISTED}/{item}"} <= others
    assert all(label.startswith(("50(", "55(", "annex:")) for label in others)


@pytest.mark.parametrize("symbol", [f"{LISTED}/6", "WG.4/2011/6"])
def test_a_listed_document_has_the_section_of_its_item(symbol: str) -> None:
    thread = on(shipped_report(), f"the paper {symbol}")
    assert thread is not None
    assert thread.units == (*labels(93, 97), f"annex:{LISTED}/6")
    assert thread.outcome == labels(46, 50)


def test_threads_of_several_items_are_joined() -> None:
    found = [on(shipped_report(), f"agenda item {item}") for item in (2, 6)]
    assert all(found)
    joined = join_threads([thread for thread in found if thread is not None])
    assert joined.pointers == ("72", "97")
    assert joined.outcome == (*labels(6, 13), *labels(46, 50))
    assert on(shipped_report(), "agenda items 2 and 6") is not None


def test_all_that_points_to_an_outcome_is_known() -> None:
    document = meeting()
    assert Threads(document, find_links(document)).pointers == ("7", "9")


def test_who_spoke_is_known_of_an_item_and_of_the_debate_before_an_outcome() -> None:
    document = meeting()
    threads = Threads(document, find_links(document))
    assert threads.speakers == ("6", "8", "11")
    spoke = {label: thread.speakers for label, thread in threads.by_unit.items()}
    water = dict.fromkeys(("1", "2", "2(a)", "2(b)", "4", "5", "6", "7"), ("6",))
    boats = dict.fromkeys(("3", "8", "9"), ("8",))
    # 12 is about both items.
    assert spoke == water | boats
    thread = on(document, "agenda item 2")
    assert thread is not None
    assert thread.speakers == ("6",)


def test_a_section_that_says_where_its_outcome_stands_is_a_subject_without_an_agenda() -> None:
    document = garden(
        "A/80/4",
        "Report\n\nI. Advice\n\n1. Roads should be mended.\n\nII. Debates\n\nA. Roads\n\n"
        "2. Chad spoke.\n\n3. The recommendation adopted is contained in paragraph 1 above.\n\n"
        "B. Rails\n\n4. Mali spoke.\n",
    )
    threads = Threads(document, find_links(document))
    assert threads.agenda == ()
    spoke = {label: thread.speakers for label, thread in threads.by_unit.items()}
    assert spoke == dict.fromkeys(("1", "2", "3"), ("2",))


def test_papers_are_those_that_a_section_says_were_there() -> None:
    report = shipped_report()
    thread = Threads(report, find_links(report)).by_unit["16"]
    assert thread.papers == ("74", f"annex:{LISTED}/3")
    assert (thread.sittings, thread.speakers, thread.pointers) == (("73",), ("75", "76"), ("77",))
