"""What the corpus owns: documents, their units and headings, and how a file was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

UnitKind = Literal["paragraph", "subparagraph", "item", "row", "text"]
NUMBERED: frozenset[UnitKind] = frozenset({"paragraph", "subparagraph", "item"})
"""Kinds of units that carry a number or letter of their own."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A citable paragraph, sub-paragraph, list item or table row.

    Attributes:
        label: Canonical label, unique in its document, e.g. ``51(j)(iii)``.
        kind: ``paragraph`` (numbered), ``subparagraph`` (lettered or roman), ``item``
            (numbered inside a paragraph), ``row`` (of a table), ``text`` (unnumbered).
        marker: The marker as printed, e.g. ``(iii)``; empty for rows and unnumbered text.
        text: The unit's own words, without its marker and without its children's words;
            white space is folded to single spaces.
        lead_in: Markers and own texts of the units it stands in, outermost first.
        heading_path: Headings over the unit, outermost first.
        page: Page the unit starts on, from 1; None where the file does not tell.
        start: Offset of `text` in the document's text: ``document.text[start:end] == text``.
        end: Offset behind its last character.
        parent: Label of the unit it stands in, None at the top.
        tokens: Length of `text` in tiktoken tokens.
        notes: Its footnotes as ``3 See A/80/6.``: mark and words; never part of `text`.
    """

    label: str
    kind: UnitKind
    marker: str
    text: str
    lead_in: str
    heading_path: tuple[str, ...]
    page: int | None
    start: int
    end: int
    parent: str | None
    tokens: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Located:
    """A unit and the symbol of the document it stands in."""

    document: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: context for units, never citable.

    Attributes:
        text: As printed, marker included.
        level: Depth from 1.
        start: Offset in the document's text.
        end: Offset behind its last character.
    """

    text: str
    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in the numbering that a person should look at.

    Attributes:
        kind: ``gap``, ``duplicate``, ``start``, ``empty`` or ``difference``; of a whole file
            ``no text``, ``ocr``, ``language``, ``glyphs``, ``gap``, ``restart``, ``error page``,
            ``name``, ``short`` or ``corrigendum`` (`corpus.flags`); of a DOCX ``numbering`` or
            ``parts``.
        label: The unit at which it shows; empty for the whole document.
        detail: One sentence.
    """

    kind: str
    label: str
    detail: str


@dataclass(frozen=True, slots=True)
class Decision:
    """How an ambiguous marker was read, and why.

    Attributes:
        line: Line of the source, from 1.
        marker: As printed.
        reading: What it was taken for, e.g. ``sub-paragraph 51(i)``.
        reason: Why, in one sentence.
        alternatives: The readings that were turned down.
    """

    line: int
    marker: str
    reading: str
    reason: str
    alternatives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Furniture:
    """Text of the source that is neither a unit nor a heading.

    Attributes:
        kind: ``masthead``, ``imprint``, ``running header``, ``page number``, ``contents``,
            ``rule``, ``table header``, ``caption``, ``small print`` or ``markup``.
        text: The words dropped.
        line: Line of the source, from 1.
    """

    kind: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Parse:
    """One rendition as the structure parser read it.

    Attributes:
        title: The title found in the text, empty if none.
        text: The normalised text that offsets count in: headings and units in reading
            order, furniture taken out, wrapped lines joined.
        headings: In reading order.
        units: In reading order.
        problems: Gaps, repeats and the like; empty for a clean document.
        decisions: One for each marker that had more than one possible reading.
        furniture: What was set aside.
        coverage: Share (0 to 1) of the source's non-blank characters that lie in exactly
            one unit, heading or piece of furniture.
    """

    title: str
    text: str
    headings: tuple[Heading, ...]
    units: tuple[Unit, ...]
    problems: tuple[Problem, ...]
    decisions: tuple[Decision, ...]
    furniture: tuple[Furniture, ...]
    coverage: float


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a document besides its words.

    Attributes:
        symbol: The document's symbol, its key in a library.
        title: Full title.
        body: The body that issued it.
        date: ISO date of issue, or its year alone; empty if unknown.
        language: ISO 639-1 code.
        distribution: E.g. ``Limited``; empty if unknown.
        place: Where the meeting was held; empty if none.
        meeting_start: ISO date; empty if none.
        meeting_end: ISO date; empty if none.
        kind: ``report``, ``resolution``, ``letter``, ``judgment`` and the like; empty if unknown.
        session: E.g. ``Eightieth session``; empty if none.
        aliases: Other symbols that the document carries, e.g. ``S/2025/27`` beside ``A/79/722``.
    """

    symbol: str
    title: str
    body: str = ""
    date: str = ""
    language: str = "en"
    distribution: str = ""
    place: str = ""
    meeting_start: str = ""
    meeting_end: str = ""
    kind: str = ""
    session: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendition:
    """One file form of a document.

    Attributes:
        file: The file's name, without its folder.
        sha256: Of the file's bytes, in hexadecimal.
        format: ``text``, ``pdf``, ``docx`` or ``html``.
        pages: Number of pages; None where the format has none.
    """

    file: str
    sha256: str
    format: str = "text"
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the library: its primary rendition's text and units, and its metadata.

    Attributes:
        metadata: Symbol, title and the rest.
        renditions: The primary one first; units and text are the primary one's.
        text: Normalised text (see `Parse.text`).
        headings: In reading order.
        units: In reading order.
        problems: Of the primary parse, and differences between the renditions.
        flags: Why it must be cited with care, or cannot be; empty for a clean document.
        superseded_by: Symbol of the newer revision in the library; empty if there is none.
        content_hash: SHA-256 over all that retrieval and display depend on.
    """

    metadata: Metadata
    renditions: tuple[Rendition, ...]
    text: str
    headings: tuple[Heading, ...]
    units: tuple[Unit, ...]
    problems: tuple[Problem, ...]
    content_hash: str
    flags: tuple[Problem, ...] = ()
    superseded_by: str = ""

    @property
    def symbol(self) -> str:
        """The document's key in a library."""
        return self.metadata.symbol
