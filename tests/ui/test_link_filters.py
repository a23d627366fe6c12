from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import pytest

from assistant.scope import Scope, Shelf
from corpus.catalogue import Catalogue
from corpus.types import Document
from ui.language import say
from ui.link_filters import MOST_VALUES, find_scope, is_short, parse_scope, scope_parameters

Make = Callable[..., Document]

EVERYTHING = Scope(
    documents=("A/1", "S/3"),
    bodies=("Security Council",),
    since="2023",
    until="2025",
    languages=("fr",),
    kinds=("note", "report"),
    all_revisions=True,
    sections=("I. Opening",),
    texts=("rows", "paragraphs"),
)


def about(document: Document, **metadata: Any) -> Document:
    return replace(document, metadata=replace(document.metadata, **metadata))


@pytest.fixture
def documents(make_document: Make) -> list[Document]:
    """Return three documents; all are in English, only one is superseded.

    A/1  2023  General Assembly                   report
    A/2  2025  General Assembly, Third Committee  note
    S/3  none  Security Council                   note verbale
    """
    first, third = "General Assembly", "General Assembly, Third Committee"
    council = "Security Council"
    return [
        replace(
            about(
                make_document("A/1"), date="2023-02-01", body=first, kind="report", language="en"
            ),
            superseded_by="A/2",
        ),
        about(make_document("A/2"), date="2025-03", body=third, kind="note", language="en"),
        about(make_document("S/3"), date="", body=council, kind="note verbale", language="en"),
    ]


@pytest.fixture
def shelf(documents: list[Document]) -> Shelf:
    return Shelf(Catalogue(documents))


def test_limits_are_written_by_short_names() -> None:
    assert scope_parameters(EVERYTHING) == {
        "in": ["A/1", "S/3"],
        "body": ["Security Council"],
        "kind": ["note", "report"],
        "language": ["fr"],
        "section": ["I. Opening"],
        "text": ["rows", "paragraphs"],
        "since": ["2023"],
        "until": ["2025"],
        "superseded": ["yes"],
    }
    assert parse_scope(scope_parameters(EVERYTHING)) == EVERYTHING
    assert scope_parameters(Scope()) == {}
    assert parse_scope({}) == Scope()


def test_all_that_can_be_limited_is_in_a_link() -> None:
    assert all(getattr(EVERYTHING, field.name) for field in fields(Scope))


def test_what_is_empty_or_said_twice_counts_once() -> None:
    said = parse_scope({"in": ["A/1", "", " A/1 ", "A/2"], "since": ["1999", "2024"]})
    assert said == Scope(documents=("A/1", "A/2"), since="2024")


@pytest.mark.parametrize(
    ("value", "meant"),
    [("yes", True), ("1", True), ("", False), ("0", False), ("No", False), ("false", False)],
)
def test_superseded_documents_are_asked_for_in_any_words(value: str, meant: bool) -> None:
    assert parse_scope({"superseded": [value]}) == Scope(all_revisions=meant)


def test_what_the_library_has_is_found_as_it_writes_it(shelf: Shelf) -> None:
    wanted = Scope(
        documents=("a/1", " S / 3"),
        bodies=("SECURITY  council",),
        kinds=("Note",),
        since="2023",
        until="2025",
        all_revisions=True,
    )
    assert find_scope(wanted, shelf) == (
        Scope(
            documents=("A/1", "S/3"),
            bodies=("Security Council",),
            kinds=("note",),
            since="2023",
            until="2025",
            all_revisions=True,
        ),
        "",
    )


def test_words_of_a_name_mean_all_that_have_them(shelf: Shelf) -> None:
    assert find_scope(Scope(bodies=("assembly",)), shelf)[0].bodies == (
        "General Assembly",
        "General Assembly, Third Committee",
    )
    # The name itself goes before those it is a part of; a part of a word is none.
    assert find_scope(Scope(bodies=("General Assembly",)), shelf)[0].bodies == ("General Assembly",)
    assert find_scope(Scope(kinds=("verbale",)), shelf)[0].kinds == ("note verbale",)
    assert find_scope(Scope(kinds=("verb",)), shelf) == (
        Scope(),
        say("link-unknown-limits", limits="kind=verb"),
    )


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2023", "", Scope(since="2023")),
        ("2020", "", Scope(since="2023")),  # which leaves out what has no date
        ("2024", "", Scope(since="2025")),
        ("", "2024", Scope(until="2023")),
        ("2024", "2030", Scope(since="2025", until="2025")),
    ],
)
def test_a_year_is_the_nearest_one_inside(
    shelf: Shelf, since: str, until: str, found: Scope
) -> None:
    assert find_scope(Scope(since=since, until=until), shelf) == (found, "")


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (Scope(since="2026"), "since=2026"),
        (Scope(until="2022"), "until=2022"),
        (Scope(since="2024-05"), "since=2024-05"),
        (Scope(since="²⁰²⁴"), "since=²⁰²⁴"),
        (Scope(bodies=("Nobody",), until="x"), "body=Nobody and until=x"),
        (Scope(languages=("fr", ".*", "(", "\x00")), "language=fr, language=.*, language=(, and 1"),
    ],
)
def test_limits_that_no_document_has_are_left_out_and_said(
    shelf: Shelf, wanted: Scope, told: str
) -> None:
    found, notice = find_scope(wanted, shelf)
    assert found == Scope()
    start, end = say("link-unknown-limits", limits="|").split("|")
    assert notice.startswith(f"{start}{told}")
    assert notice.endswith(end)


def test_documents_that_are_not_there_are_left_out_and_said(shelf: Shelf) -> None:
    found, notice = find_scope(Scope(documents=("A/9", "A/2", "E/1"), kinds=("poem",)), shelf)
    assert found == Scope(documents=("A/2",))
    assert notice == (
        "This link asks of documents that the library does not have: A/9 and E/1. "
        "They were left out. "
        "This link limits the search to what the library does not have: kind=poem. "
        "That was left out."
    )


def test_what_limits_nothing_is_left_out_without_a_word(
    shelf: Shelf, documents: list[Document]
) -> None:
    assert find_scope(Scope(languages=("en",)), shelf) == (Scope(), "")
    one = Shelf(Catalogue(documents[1:2]))
    wanted = Scope(documents=("A/2",), since="2020", kinds=("note",), all_revisions=True)
    assert find_scope(wanted, one) == (Scope(), "")


def test_a_library_without_documents_has_nothing_that_a_link_names() -> None:
    found, notice = find_scope(EVERYTHING, Shelf(Catalogue([])))
    # Kinds of text are the same everywhere.
    assert found == Scope(texts=EVERYTHING.texts)
    limits = "body=Security Council, kind=note, kind=report"
    assert notice == (
        f"{say('link-unknown-documents', documents='A/1 and S/3')} "
        f"{say('link-unknown-limits', limits=f'{limits}, and 4 more')}"
    )


def test_a_section_is_one_of_the_only_document_that_is_asked(
    shelf: Shelf, documents: list[Document]
) -> None:
    wanted = Scope(documents=("A/2",), sections=("i. OPENING", "supply"), texts=("Rows",))
    found = Scope(documents=("A/2",), sections=("I. Opening", "II. Water supply"), texts=("rows",))
    assert find_scope(wanted, shelf) == (found, "")
    only = Shelf(Catalogue(documents[1:2]))
    assert find_scope(wanted, only) == (replace(found, documents=()), "")
    several = replace(wanted, documents=("A/1", "A/2"), texts=("verses",))
    assert find_scope(several, shelf) == (
        Scope(documents=("A/1", "A/2")),
        say(
            "link-unknown-limits",
            limits="section=i. OPENING, section=supply and text=verses",
        ),
    )


def test_a_long_value_is_unknown_and_cut_where_it_is_said(shelf: Shelf) -> None:
    found, notice = find_scope(
        Scope(documents=("A/1" + " " * 600 + "x",), bodies=("y" * 900,)), shelf
    )
    assert found == Scope()
    assert len(notice) < 400


def test_a_link_can_name_so_many_documents_and_no_more() -> None:
    assert is_short(Scope(documents=("A/1",) * MOST_VALUES))
    assert not is_short(Scope(documents=("A/1",) * MOST_VALUES, all_revisions=True))
