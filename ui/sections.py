"""The sections of a document: headings with the units under them. Knows no Streamlit."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from corpus.types import Document, Unit


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and all that stands under it, the sections inside it included.

    Attributes:
        number: Place of its heading in ``document.headings``, from 0.
        heading: As printed.
        level: Depth of the heading, from 1.
        parent: Number of the section it stands in; None at the top.
        first: Place of its first unit in ``document.units``.
        last: Place behind its last unit; `first` if it has none.
        start: Offset of its heading in the document's text.
        end: Offset at which the next section begins that is not inside it.
    """

    number: int
    heading: str
    level: int
    parent: int | None
    first: int
    last: int
    start: int
    end: int


def sections_of(document: Document) -> tuple[Section, ...]:
    """Return the sections of a document in reading order, outer ones before those inside them."""
    headings, units = document.headings, document.units
    ends = [len(document.text)] * len(headings)
    parents: list[int | None] = []
    above: list[int] = []  # the sections that are open, outermost first
    for number, heading in enumerate(headings):
        while above and headings[above[-1]].level >= heading.level:
            ends[above.pop()] = heading.start
        parents.append(above[-1] if above else None)
        above.append(number)
    starts = [unit.start for unit in units]
    return tuple(
        Section(
            number,
            heading.text,
            heading.level,
            parents[number],
            bisect_left(starts, heading.start),
            bisect_left(starts, ends[number]),
            heading.start,
            ends[number],
        )
        for number, heading in enumerate(headings)
    )


def section_over(sections: tuple[Section, ...], unit: Unit) -> Section | None:
    """Return the innermost section that a unit stands in; None if no heading is over it."""
    inner = None
    for section in sections:
        if section.start <= unit.start < section.end:
            inner = section
    return inner


def path_to(sections: tuple[Section, ...], section: Section) -> tuple[Section, ...]:
    """Return the sections that a section stands in, outermost first."""
    found: list[Section] = []
    parent = section.parent
    while parent is not None:
        found.append(sections[parent])
        parent = sections[parent].parent
    return tuple(reversed(found))


def beside(sections: tuple[Section, ...], section: Section, *, before: bool) -> Section | None:
    """Return the section to read before or after one: at its level, else further out.

    Sections without a unit are passed over.
    """
    others = [
        other
        for other in sections
        if other.level <= section.level
        and other.first < other.last
        and (other.end <= section.start if before else other.start >= section.end)
    ]
    return (others[-1] if before else others[0]) if others else None
