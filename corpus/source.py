"""A rendition as lines of text: what every reader makes and the structure parser reads."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.types import Furniture


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source.

    Attributes:
        text: Without the line end and without blanks at either side.
        start: Offset in `Source.text` of the first character of `text`.
        number: From 1.
        page: From 1; None where the file does not tell.
    """

    text: str
    start: int
    number: int
    page: int | None

    @property
    def end(self) -> int:
        """Offset behind the last character of `text`."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Source:
    """A rendition's text and lines.

    Attributes:
        name: The file's name.
        sha256: Of the file's bytes, in hexadecimal.
        text: Decoded, NFC, line ends as line feeds, inline markup taken out.
        lines: All lines, blank ones included.
        markup: The markup that was taken out.
    """

    name: str
    sha256: str
    text: str
    lines: tuple[Line, ...]
    markup: tuple[Furniture, ...] = ()


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
    return Source(name, sha256, text, tuple(lines))
