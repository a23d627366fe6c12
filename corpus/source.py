"""A rendition as lines of text: what every reader makes and the structure parser reads.

A reader hands over more than words where its format tells more: the page, how a line looks, what
the format itself says that a line is, and the notes that marks in the text stand for. The
structure parser uses what is there and does without the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from corpus.types import Furniture, Problem

Role = Literal["", "heading", "row", "table header", "caption", "aside", "furniture"]
"""What a format itself says that a line is; empty where it does not tell.

``row`` and ``table header`` hold their cells with tabs between them; ``caption`` names a table or
figure; ``aside`` is text in a box or frame, beside the running text; ``furniture`` is what the
page brought: running headers and the like, with the kind in `Line.kind`.
"""


@dataclass(frozen=True, slots=True)
class Look:
    """How a line looks on its page; lengths in points, from the page's top left corner.

    Attributes:
        left: Of the first character.
        right: Of the last character.
        top: Upper edge.
        bottom: Lower edge.
        size: Font size of most of its characters.
        bold: Whether most of them are bold.
        italic: Whether most of them are italic.
    """

    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source.

    Attributes:
        text: Without the line end, without blanks at either side, and without footnote marks.
        start: Offset in `Source.text` of the first character of `text`.
        number: From 1.
        page: From 1; None where the file does not tell.
        role: What the format itself says that it is.
        level: Depth of a heading from 1, where the format tells; else 0.
        kind: Of a line with the role ``furniture``: a kind of `corpus.types.Furniture`.
        look: How it looks, where the format tells.
        marks: Footnote marks that stood in it, e.g. ``("3",)``; each names a `Note`.
    """

    text: str
    start: int
    number: int
    page: int | None
    role: Role = ""
    level: int = 0
    kind: str = ""
    look: Look | None = None
    marks: tuple[str, ...] = ()

    @property
    def end(self) -> int:
        """Offset behind the last character of `text`."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A footnote or endnote; it is no part of `Source.text`.

    Attributes:
        mark: As the text carries it, e.g. ``3`` or ``*``.
        text: Its words, without the mark.
        page: Page it stands on, from 1; None where the file does not tell or for endnotes.
        line: Number of the line behind which it stands, where the format tells; marks that are
            used again, as in tables, then name the next note of theirs.
    """

    mark: str
    text: str
    page: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A rendition's text and lines.

    Attributes:
        name: The file's name.
        sha256: Of the file's bytes, in hexadecimal.
        text: Decoded, NFC, line ends as line feeds, inline markup and footnotes taken out.
        lines: All lines, blank ones included.
        markup: The markup that was taken out.
        notes: Footnotes and endnotes, in order.
        format: ``text``, ``pdf``, ``docx`` or ``html``.
        pages: Number of pages; None where the format has none.
        properties: What the file states of itself: ``title``, ``language``, ``created`` …
        faults: What in the file keeps it from being read safely, e.g. pages without text.
    """

    name: str
    sha256: str
    text: str
    lines: tuple[Line, ...]
    markup: tuple[Furniture, ...] = ()
    notes: tuple[SourceNote, ...] = ()
    format: str = "text"
    pages: int | None = None
    properties: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[Problem, ...] = ()


def make_source(text: str, *, name: str = "", sha256: str = "") -> Source:
    """Cut a decoded text into lines; a form feed begins a page."""
    pages = "\f" in text
    lines: list[Line] = []
    offset, page = 0, 1
    for number, raw in enumerate(text.split("\n"), start=1):
        page += raw.count("\f")
        # Control characters are white space here: they must never reach a label or a quote.
        stripped = raw.strip().strip("\x0b\x0c\x1c\x1d\x1e\x1f\x00\ufeff ")
        lead = raw.find(stripped) if stripped else 0
        lines.append(Line(stripped, offset + lead, number, page if pages else None))
        offset += len(raw) + 1
    return Source(name, sha256, text, tuple(lines), pages=page if pages else None)


@dataclass(slots=True)
class SourceBuilder:
    """Puts a source together line by line, so that offsets and numbers always fit.

    Used by readers of formats that are not plain text. Blank lines say what a vertical gap says.
    """

    lines: list[Line] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0

    def add(
        self,
        text: str,
        *,
        page: int | None = None,
        role: Role = "",
        level: int = 0,
        kind: str = "",
        look: Look | None = None,
        marks: tuple[str, ...] = (),
    ) -> None:
        """Add a line; an empty text is a blank line."""
        clean = " ".join(text.split(" ")).strip() if "\t" not in text else text.strip(" ")
        self.lines.append(
            Line(clean, self._length, len(self.lines) + 1, page, role, level, kind, look, marks)
        )
        self._pieces.append(clean)
        self._length += len(clean) + 1

    def blank(self, page: int | None = None) -> None:
        """Add a blank line, unless there is one or nothing stands before it."""
        if self.lines and self.lines[-1].text:
            self.add("", page=page)

    @property
    def text(self) -> str:
        """What the lines added so far make up."""
        return "\n".join(self._pieces)
