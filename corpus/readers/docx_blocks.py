"""What a story (main text, note, text box) is made of: paragraphs and tables in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.readers.docx_numbering import PrintedNumber
from corpus.readers.docx_runs import Piece


@dataclass(slots=True)
class Paragraph:
    """A paragraph with its automatic number.

    Attributes:
        pieces: Its text; notes that it refers to have their printed mark as text.
        number: Its automatic number, None where it has none.
        level: Of a heading from 1; 0 for all other text.
        kind: ``caption``, ``contents``, ``note`` (set as footnotes are) or empty.
        framed: Whether it stands in a frame, beside the running text.
        leaders: Whether a tab stop has a leader.
        boxes: What text boxes that are anchored in it hold.
    """

    pieces: list[Piece]
    number: PrintedNumber | None = None
    level: int = 0
    kind: str = ""
    framed: bool = False
    leaders: bool = False
    boxes: list[list[Block]] = field(default_factory=list)

    @property
    def strong(self) -> bool:
        """Whether all of its words are bold or italic."""
        words = [piece for piece in self.pieces if piece.text.strip() and not piece.note]
        return bool(words) and all(piece.strong for piece in words)


@dataclass(slots=True)
class Cell:
    """A cell of a table.

    Attributes:
        column: Grid column that it begins in, from 0.
        blocks: What it holds; nothing where it goes on with the cell above it.
    """

    column: int
    blocks: list[Block]


@dataclass(slots=True)
class Row:
    """A row of a table; `header` tells whether Word repeats it on each page."""

    cells: list[Cell]
    header: bool


@dataclass(slots=True)
class Table:
    """A table.

    Attributes:
        rows: Those that are printed.
        bordered: Whether there are lines around it.
        marked: Whether its style gives the first row a look of its own.
    """

    rows: list[Row]
    bordered: bool
    marked: bool


Block = Paragraph | Table


def paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """Yield all paragraphs in order, those of cells and boxes included."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            for box in block.boxes:
                yield from paragraphs(box)
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.blocks)
