"""A section: its heading, where it stands, and what stands in it. Knows no Streamlit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.types import Answer
from corpus.types import Document
from ui.reading_view import Reading, read_section
from ui.sections import beside, path_to, sections_of

MOST_UNITS = 80
"""Units that the panel shows of a section; the read view has them all."""


@dataclass(frozen=True, slots=True)
class Step:
    """A section to go to.

    Attributes:
        number: Of the section.
        label: Label of its first unit.
        heading: As printed.
    """

    number: int
    label: str
    heading: str


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section in its document.

    Attributes:
        document: Symbol of the document.
        title: The document's title.
        heading: As printed.
        path: Headings over it, outermost first.
        reading: What stands in it.
        more: Units that are left out because it is long.
        before: The section to read before it; None at the start of the document.
        parent: The section it stands in; None at the top.
        after: The section to read after it; None at the end of the document.
    """

    document: str
    title: str
    heading: str
    path: tuple[str, ...]
    reading: Reading
    more: int
    before: Step | None
    parent: Step | None
    after: Step | None


def view_section(
    document: Document, number: int, answers: Sequence[Answer] = ()
) -> SectionView | None:
    """Return a section; None if the document has no such section, or no unit stands in it.

    Args:
        document: The document.
        number: Of the section: the place of its heading.
        answers: Of the chat, oldest first; the words they quote are marked.
    """
    sections = sections_of(document)
    if not 0 <= number < len(sections):
        return None
    section = sections[number]
    if section.first >= section.last:
        return None
    path = path_to(sections, section)

    def step_to(number: int | None) -> Step | None:
        if number is None:
            return None
        other = sections[number]
        return Step(number, document.units[other.first].label, other.heading)

    before, after = (beside(sections, section, before=side) for side in (True, False))
    return SectionView(
        document=document.symbol,
        title=document.metadata.title,
        heading=section.heading,
        path=tuple(other.heading for other in path),
        reading=read_section(document, section, answers, MOST_UNITS),
        more=max(0, section.last - section.first - MOST_UNITS),
        before=step_to(before.number if before else None),
        parent=step_to(section.parent),
        after=step_to(after.number if after else None),
    )
