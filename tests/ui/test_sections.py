from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from corpus.documents import shipped_report
from corpus.types import Document, Heading
from ui.section_view import MOST_UNITS, Step, view_section
from ui.sections import Section, beside, path_to, section_over, sections_of

MakeDocument = Callable[..., Document]


@pytest.fixture
def document(make_document: MakeDocument) -> Document:
    """Return the test document with a heading inside its first section.

    I. Opening: 1;  A. Follows: 2 and all in it;  II. Water supply: 3
    """
    made = make_document()
    second = made.units[1].start
    inner = Heading("A. Follows", 2, second, second)
    first, last = made.headings
    return replace(made, headings=(first, inner, last))


def test_sections_know_their_units_and_what_they_stand_in(document: Document) -> None:
    shown = [(s.heading, s.parent, s.first, s.last) for s in sections_of(document)]
    assert shown == [
        ("I. Opening", None, 0, 6),
        ("A. Follows", 0, 1, 6),
        ("II. Water supply", None, 6, 7),
    ]


def test_a_document_without_headings_has_no_sections(make_document: MakeDocument) -> None:
    bare = replace(make_document(), headings=())
    assert sections_of(bare) == ()
    assert section_over((), bare.units[0]) is None
    assert view_section(bare, 0) is None


def test_the_innermost_section_is_over_a_unit(document: Document) -> None:
    sections = sections_of(document)
    over = [section_over(sections, unit) for unit in document.units]
    assert [s.number for s in over if s] == [0, 1, 1, 1, 1, 1, 2]
    assert path_to(sections, sections[1]) == (sections[0],)
    assert path_to(sections, sections[2]) == ()


def test_sections_agree_with_the_heading_paths_of_the_report() -> None:
    report = shipped_report()
    sections = sections_of(report)
    for unit in report.units:
        section = section_over(sections, unit)
        assert section is not None
        path = (*path_to(sections, section), section)
        assert tuple(one.heading for one in path) == unit.heading_path


def test_one_goes_on_to_sections_of_the_same_level_or_further_out(document: Document) -> None:
    outer, inner, last = sections_of(document)
    assert beside((outer, inner, last), inner, before=False) == last
    assert beside((outer, inner, last), inner, before=True) is None
    assert beside((outer, inner, last), last, before=True) == outer  # not the one inside it
    assert beside((outer, inner, last), last, before=False) is None


def test_sections_without_units_are_passed_over(document: Document) -> None:
    title = Section(0, "Title", 1, None, 0, 0, 0, 5)
    _, _, last = sections_of(document)
    assert beside((title, last), last, before=True) is None


def test_a_section_is_shown_with_what_stands_in_it(document: Document) -> None:
    view = view_section(document, 0)
    assert view is not None
    shown = [getattr(b, "label", getattr(b, "text", "")) for b in view.reading.blocks]
    assert shown == ["1", "A. Follows", "2", "2(a)", "2(b)", "2(b)(i)", "2(b)(ii)"]
    assert (view.heading, view.path, view.more) == ("I. Opening", (), 0)
    assert (view.before, view.parent) == (None, None)
    assert view.after == Step(2, "3", "II. Water supply")
    inner = view_section(document, 1)
    assert inner is not None
    assert inner.parent == Step(0, "1", "I. Opening")
    assert inner.path == ("I. Opening",)


@pytest.mark.parametrize("number", [-1, 3])
def test_a_section_that_is_not_there_is_not_shown(document: Document, number: int) -> None:
    assert view_section(document, number) is None


def test_a_long_section_is_cut(document: Document) -> None:
    unit, words = document.units[0], "It rains."
    units = tuple(
        replace(unit, label=str(n), text=words, start=20 * n, end=20 * n + len(words))
        for n in range(1, MOST_UNITS + 4)
    )
    long = replace(document, headings=(Heading("All", 1, 0, 3),), units=units, text=" " * 9999)
    view = view_section(long, 0)
    assert view is not None
    assert len(view.reading.blocks) == MOST_UNITS
    assert view.more == 3
