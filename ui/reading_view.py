"""What is drawn of a document, or of a section of it, to be read. Knows no Streamlit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from assistant.types import Answer
from corpus.display import display
from corpus.labels import split_label
from corpus.types import Document, Heading, Unit, UnitKind
from ui.runs import Run, cut_runs
from ui.sections import Section

MOST_FOUND = 10
"""Hits of a search that are marked."""

_FROM_RIGHT = frozenset(["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"])
"""Languages written from right to left, ISO 639-1."""


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """A heading.

    Attributes:
        number: Place in ``document.headings``, from 0.
        text: As printed.
        level: Depth from 1.
    """

    number: int
    text: str
    level: int


@dataclass(frozen=True, slots=True)
class UnitBlock:
    """A unit.

    Attributes:
        place: In ``document.units``, from 0.
        label: Its label.
        reference: Display form without the symbol, e.g. ``para. 51 (j)``.
        kind: What it is.
        marker: As printed; empty for rows and unnumbered text.
        runs: Its own words in order, the quoted ones marked; joined they are ``unit.text``.
        cell: Characters of a row's first cell; 0 for all else.
        columns: Names of a table's columns, on its first row; else empty.
        depth: How many units it stands in.
        page: Page it starts on, if it is the first there; else None.
        notes: Its footnotes.
        cited_for: The questions of the chat that it is cited for, each once.
        rank: Among the hits of the newest search, from 1; 0 if it is not among the first.
    """

    place: int
    label: str
    reference: str
    kind: UnitKind
    marker: str
    runs: tuple[Run, ...]
    cell: int = 0
    columns: str = ""
    depth: int = 0
    page: int | None = None
    notes: tuple[str, ...] = ()
    cited_for: tuple[str, ...] = ()
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Marks:
    """What the chat says of a document's units, by label.

    Attributes:
        spans: Offsets of the quoted words.
        cited_for: The questions that a unit is cited for.
        ranks: Rank in the newest search, from 1.
    """

    spans: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    cited_for: dict[str, list[str]] = field(default_factory=dict)
    ranks: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, or a section of it, to be read.

    Attributes:
        document: Its symbol.
        title: Its title.
        language: ISO 639-1; empty if unknown.
        from_right: Whether it is written from right to left.
        blocks: Headings and units in reading order.
    """

    document: str
    title: str
    language: str
    from_right: bool
    blocks: tuple[HeadingBlock | UnitBlock, ...]


def marks_of(answers: Sequence[Answer], document: Document) -> Marks:
    """Return what the answers of a chat say of a document.

    Words of a unit whose text has changed since are not marked.

    Args:
        answers: Oldest first; the last one's hits are the newest search.
        document: Of today's library.
    """
    marks = Marks()
    texts = {unit.label: unit.text for unit in document.units}
    for answer in answers:
        for one in answer.citations:
            if one.document == document.symbol and texts.get(one.label) == one.unit.text:
                marks.spans.setdefault(one.label, []).append((one.start, one.end))
                questions = marks.cited_for.setdefault(one.label, [])
                if answer.question not in questions:
                    questions.append(answer.question)
    for hit in answers[-1].hits[:MOST_FOUND] if answers else ():
        if hit.document == document.symbol and texts.get(hit.label) == hit.unit.text:
            marks.ranks[hit.label] = hit.rank
    return marks


def read_document(document: Document, answers: Sequence[Answer] = ()) -> Reading:
    """Return a whole document, with what the answers of a chat say of its units.

    A first heading that is its title is left out: the title stands over it.
    """
    headings = document.headings
    if headings and headings[0].text == document.metadata.title:
        headings = headings[1:]
    return _reading(document, document.units, headings, marks_of(answers, document))


def read_section(
    document: Document, section: Section, answers: Sequence[Answer] = (), most: int | None = None
) -> Reading:
    """Return a section: its units and the headings inside it, without its own.

    Args:
        document: The document.
        section: One of its sections.
        answers: Of the chat, oldest first.
        most: Units that are returned of a longer section; None for all.
    """
    units = document.units[section.first : section.last][:most]
    end = units[-1].start if units else section.start
    inside = [heading for heading in document.headings if section.start < heading.start < end]
    return _reading(document, units, inside, marks_of(answers, document))


def _reading(
    document: Document, units: Sequence[Unit], headings: Iterable[Heading], marks: Marks
) -> Reading:
    numbers = {heading.start: number for number, heading in enumerate(document.headings)}
    blocks: list[tuple[int, HeadingBlock | UnitBlock]] = [
        (heading.start, HeadingBlock(numbers[heading.start], heading.text, heading.level))
        for heading in headings
    ]
    places = {unit.label: place for place, unit in enumerate(document.units)}
    depths = _depths(document.units)
    page, columns = None, ""
    for unit in units:
        row = unit.kind == "row"
        block = UnitBlock(
            place=places[unit.label],
            label=unit.label,
            reference=display(unit.label),
            kind=unit.kind,
            marker=unit.marker,
            runs=cut_runs(unit.text, marks.spans.get(unit.label, ())),
            cell=_first_cell(unit) if row else 0,
            columns=unit.lead_in if row and unit.lead_in != columns else "",
            depth=depths[unit.label],
            page=unit.page if unit.page != page else None,
            notes=unit.notes,
            cited_for=tuple(marks.cited_for.get(unit.label, ())),
            rank=marks.ranks.get(unit.label, 0),
        )
        page, columns = unit.page or page, unit.lead_in if row else ""
        blocks.append((unit.start, block))
    about = document.metadata
    return Reading(
        document=document.symbol,
        title=about.title,
        language=about.language,
        from_right=about.language in _FROM_RIGHT,
        # The sort is stable: a heading comes before a unit of the same offset.
        blocks=tuple(block for _, block in sorted(blocks, key=lambda pair: pair[0])),
    )


def _depths(units: Iterable[Unit]) -> dict[str, int]:
    """Return how many units each stands in; what holds a unit comes before it."""
    depths: dict[str, int] = {}
    for unit in units:
        depths[unit.label] = 0 if unit.parent is None else depths.get(unit.parent, 0) + 1
    return depths


def _first_cell(unit: Unit) -> int:
    """Return the length of a row's first cell, which its label names; 0 if it does not."""
    cell = split_label(unit.label).cell
    return len(cell) if cell and unit.text.startswith(cell) else 0
