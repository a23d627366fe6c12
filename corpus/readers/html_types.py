"""What the HTML reader's parts hand to one another: blocks of text, marks, anchors."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from corpus.source import Role


class Sign(Enum):
    """What stands between two pieces of a block's text."""

    BREAK = "line break"
    CELL = "next cell of a row"


@dataclass(slots=True)
class Mark:
    """What may be a footnote mark.

    Attributes:
        text: Without brackets, e.g. ``3``.
        printed: As the page has it, for the case that it is none.
        target: Id that it links to; empty without a link.
        raised: Whether it is superscript, or marked up as a reference to a note.
        kept: Whether it is one; settled when the whole page is known.
    """

    text: str
    printed: str
    target: str = ""
    raised: bool = False
    kept: bool = False


Part = str | Mark | Sign


@dataclass(slots=True)
class Block:
    """A stretch of text with space above and below, or a table row.

    Attributes:
        parts: Its text as the page has it, white space not yet folded.
        marker: What its list prints in front of it, e.g. ``(a) ``.
        role: As of a `corpus.source.Line`.
        level: Of a heading, from 1.
        kind: Of furniture.
        preformatted: Whether its line ends and blanks count.
        tight: Whether it follows the block before without a blank line.
        row: The row that it became part of.
    """

    parts: list[Part] = field(default_factory=list)
    marker: str = ""
    role: Role = ""
    level: int = 0
    kind: str = ""
    preformatted: bool = False
    tight: bool = False
    row: Block | None = None

    @property
    def words(self) -> str:
        """Its text on one line, marks left out."""
        return " ".join("".join(p if isinstance(p, str) else _plain(p) for p in self.parts).split())


def _plain(part: Mark | Sign) -> str:
    return " " if isinstance(part, Sign) else ""


@dataclass(slots=True)
class Anchor:
    """What a link inside the page can point at.

    Attributes:
        name: Its id and its classes.
        is_note: Whether it is marked up as a footnote.
        first: First block in it; None if it is empty and nothing follows.
        last: Last block in it.
    """

    name: str
    is_note: bool
    first: Block | None = None
    last: Block | None = None
