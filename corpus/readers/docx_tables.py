"""What a table is: rows of cells, or a grid that running text has been laid out in.

Decided by what stands in the cells, since Word has one kind of table for both. A table with a row
of column headings holds data. Without one, it is layout where half of its words stand in cells
that read like pages: two numbered paragraphs, a heading with text below it, three paragraphs of
sentences. Layout, too, are a column of markers beside sentences, one column of anything, a single
row of texts side by side, and a small table that the document opens with (the masthead). One
column or row with lines around it is a box, unless the numbered paragraphs go on in the column.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from corpus.readers.docx_blocks import Cell, Paragraph, Row, Table, paragraphs

TableKind = Literal["rows", "box", "layout", "markers", "contents"]
"""``box``: one column, or texts side by side, with lines around; ``markers``: markers in the first
of two columns."""

Print = Callable[[Paragraph], str]

_OPENING_ROWS = 4
_NUMBERED = re.compile(r"\d{1,4}[A-Z]?(?:\.[\dA-Z]{1,4})*\.\s|\d{1,4}[A-Z]?(?:\.[\dA-Z]{1,4})+\s")
_NUMBER = re.compile(r"(?P<number>\d{1,4}[A-Z]?(?:\.\d{1,4})*)\.?\s")
_BARE_MARKER = re.compile(r"[(\[]?(?:\d{1,4}(?:\.\d{1,4})*|[A-Za-z]|[ivxIVX]{1,5})[.)\]]{1,2}\Z")
_DOTTED = re.compile(r"\d{1,4}(?:\.\d{1,4})+\Z")
_ENDS = re.compile(r"[.;:!?][”\"’')\]]*\Z")
_PAGE = re.compile(r"(?:\d{1,4}|[ivxlcIVXLC]{1,6})\Z")


def kind_of(table: Table, text: Print, *, opening: bool, before: str = "") -> TableKind:
    """Tell what a table is.

    Args:
        table: The table.
        text: Prints a paragraph.
        opening: Whether the document opens with it, and has more text than the table.
        before: Number of the last numbered paragraph above it, e.g. ``12`` or ``5.12``.
    """
    cells = [cell for row in table.rows for cell in row.cells]
    texts = {id(cell): _texts(cell, text) for cell in cells}
    filled = [cell for cell in cells if texts[id(cell)]]
    words = {key: sum(len(t.split()) for t in found) for key, found in texts.items()}
    running = [cell for cell in filled if _reads_like_a_page(cell, text)]
    if _is_contents(table, text):
        return "contents"
    if header_rows(table, text):
        return "rows"
    if len({cell.column for cell in filled}) <= 1:
        numbered = before and any(_goes_on(text(p), before) for p in paragraphs([table]))
        return "box" if table.bordered and not running and not numbered else "layout"
    if _has_marker_column(table, texts):
        return "markers"
    if opening and len(table.rows) <= _OPENING_ROWS:
        return "layout"
    if len({id(row) for row in table.rows if _filled(row, text)}) == 1 and all(
        len(texts[id(cell)]) > 1 or _is_prose(texts[id(cell)][0], 8) for cell in filled
    ):
        return "box" if table.bordered else "layout"  # texts side by side: one row is no table
    share = sum(words[id(cell)] for cell in running)
    return "layout" if 2 * share > sum(words.values()) else "rows"


def header_rows(table: Table, text: Print) -> int:
    """Return how many rows at the top hold column headings.

    Word repeats them on each page, or the table's style marks the first row, or the first row
    alone is bold or italic throughout.
    """
    rows = table.rows
    marked = 0
    while marked < len(rows) and rows[marked].header:
        marked += 1
    filled = [at for at, row in enumerate(rows) if _filled(row, text)]
    if marked or len(filled) < 2:
        return marked if marked < len(rows) else 0
    first, second = rows[filled[0]], rows[filled[1]]
    if len(_filled(first, text)) < 2:
        return 0
    told = table.marked or (_is_strong(first, text) and not _is_strong(second, text))
    return filled[0] + 1 if told else 0


def columns(table: Table, headers: int, text: Print) -> list[int]:
    """Return the grid columns in which a cell with words begins, below the headings if any."""
    body = table.rows[headers:]
    found = {c.column for row in body for c in row.cells if _texts(c, text)}
    return sorted(found) or [0]


def _texts(cell: Cell, text: Print) -> list[str]:
    return [words for p in paragraphs(cell.blocks) if (words := text(p))]


def _filled(row: Row, text: Print) -> list[Cell]:
    return [cell for cell in row.cells if _texts(cell, text)]


def _is_strong(row: Row, text: Print) -> bool:
    return all(p.strong for cell in row.cells for p in paragraphs(cell.blocks) if text(p))


def _is_prose(text: str, words: int) -> bool:
    return len(text.split()) >= words and bool(_ENDS.search(text))


def _reads_like_a_page(cell: Cell, text: Print) -> bool:
    numbered = sentences = 0
    below_heading = heading = False
    for paragraph in paragraphs(cell.blocks):
        words = text(paragraph)
        if _is_prose(words, 12):
            numbered += bool(_NUMBERED.match(words))
            sentences += 1
            below_heading = below_heading or heading
        heading = heading or (bool(words) and paragraph.level > 0)
    return numbered >= 2 or sentences >= 3 or below_heading


def _goes_on(text: str, before: str) -> bool:
    """Tell whether a paragraph has the number after the one of the last paragraph."""
    match = _NUMBER.match(text)
    if match is None or not _is_prose(text, 8):
        return False
    head, _, last = before.rpartition(".")
    above, _, own = match["number"].rpartition(".")
    return above == head and last.isdigit() and own == str(int(last) + 1)


def _has_marker_column(table: Table, texts: dict[int, list[str]]) -> bool:
    pairs = [
        [" ".join(texts[id(cell)]) for cell in row.cells if texts[id(cell)]] for row in table.rows
    ]
    pairs = [pair for pair in pairs if pair]
    named = [
        pair
        for pair in pairs
        if len(pair) == 2 and (_BARE_MARKER.match(pair[0]) or _DOTTED.match(pair[0]))
    ]
    prose = [pair for pair in named if _is_prose(pair[1], 8)]
    return len(named) >= 0.7 * len(pairs) and 2 * len(prose) > len(named) and len(prose) >= 2


def _is_contents(table: Table, text: Print) -> bool:
    """Tell whether most rows lead to a page number."""
    filled = [row for row in table.rows if _filled(row, text)]
    leading = sum(1 for row in filled if _leads_to_page(row, text))
    return leading >= 2 and 2 * leading >= len(filled)


def _leads_to_page(row: Row, text: Print) -> bool:
    cells = _filled(row, text)
    shown = [p for cell in cells for p in paragraphs(cell.blocks) if text(p)]
    return any(p.kind == "contents" for p in shown) or (
        len(cells) > 1
        and any(p.leaders and any("\t" in piece.text for piece in p.pieces) for p in shown[:-1])
        and bool(_PAGE.match(text(shown[-1])))
    )
