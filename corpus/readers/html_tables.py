"""HTML tables: rows of cells where they hold data, ordinary blocks where they lay out a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.readers.html_types import Block, Part, Sign

_MARKER = re.compile(
    r"(?:\(?\d{1,4}(?:\.\d{1,4})*[.)]|\([A-Za-z]{1,6}\)|[A-Za-z]{1,2}[.)]|[-–—•·])\Z"
)
_MOST_COLUMNS = 30
_LONG_CELL = 1_500
"""Characters: a longer cell, in a table without column headings, is a page's running text."""
_MANY_BLOCKS = 3
_ROW_ROLES = frozenset({"row", "table header"})


@dataclass(slots=True)
class Cell:
    """A table cell.

    Attributes:
        header: Whether it heads a column or row.
        columns: How many columns it spans.
        rows: How many rows it spans.
        blocks: What stands in it.
    """

    header: bool
    columns: int
    rows: int
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A table that is being read.

    Attributes:
        role: Its ``role`` attribute.
        nested: Whether another table stands in it.
        in_head: Whether a ``thead`` is open.
        stray: What stands in it outside its cells, its caption above all.
        rows: Cells, and whether the row stands in the ``thead``.
    """

    role: str
    nested: bool = False
    in_head: bool = False
    stray: list[Block] = field(default_factory=list)
    rows: list[tuple[bool, list[Cell]]] = field(default_factory=list)

    def begin_row(self) -> None:
        """Open a row."""
        self.rows.append((self.in_head, []))

    def begin_cell(self, tag: str, attributes: Mapping[str, str]) -> list[Block]:
        """Open a cell and return the list that its blocks go to."""
        if not self.rows:
            self.begin_row()
        cell = Cell(
            tag == "th",
            min(_number(attributes.get("colspan", "")), _MOST_COLUMNS),
            _number(attributes.get("rowspan", "")),
        )
        self.rows[-1][1].append(cell)
        return cell.blocks


def _number(text: str) -> int:
    return max(1, int(text)) if re.fullmatch(r"[0-9]{1,4}", text.strip()) else 1


def lay_out(table: Table) -> list[Block]:
    """Return a table's blocks: one a row, or those of its cells if it is no table of data."""
    rows = [(head, cells) for head, cells in table.rows if any(c.blocks for c in cells)]
    if _is_list(table, rows):
        return table.stray + [block for _, cells in rows for block in _list_item(cells)]
    if _is_layout(table, rows):
        return table.stray + [b for _, cells in rows for cell in cells for b in cell.blocks]
    found = list(table.stray)
    carried: dict[int, tuple[int, Cell]] = {}
    for head, cells in rows:
        row = _row(cells, carried)
        filled = [cell for cell in cells if cell.blocks]
        row.role = "table header" if head or all(c.header for c in filled) else "row"
        row.tight = bool(found) and found[-1].role in _ROW_ROLES
        found.append(row)
    return found


def _is_layout(table: Table, rows: list[tuple[bool, list[Cell]]]) -> bool:
    cells = [cell for _, row in rows for cell in row]
    if table.role in {"presentation", "none"} or table.nested:
        return True
    if any(block.role == "heading" for cell in cells for block in cell.blocks):
        return True
    if max((len(row) for _, row in rows), default=0) <= 1:
        return True
    if any(cell.header for cell in cells) or any(head for head, _ in rows):
        return False
    return len(rows) == 1 or any(
        len(cell.blocks) >= _MANY_BLOCKS or sum(len(b.words) for b in cell.blocks) > _LONG_CELL
        for cell in cells
    )


def _is_list(table: Table, rows: list[tuple[bool, list[Cell]]]) -> bool:
    """Tell whether the table only sets markers off from their text, as legal gazettes do."""
    if not rows or table.role in {"table", "grid"}:
        return False
    for head, cells in rows:
        filled = [cell for cell in cells if cell.blocks]
        if head or len(filled) != 2 or any(cell.header for cell in filled):
            return False
        words = " ".join(block.words for block in filled[0].blocks)
        if len(words) > 12 or not _MARKER.match(words):
            return False
    return True


def _list_item(cells: list[Cell]) -> list[Block]:
    marker, text = (cell for cell in cells if cell.blocks)
    first = text.blocks[0]
    if first.role in _ROW_ROLES:
        return [*marker.blocks, *text.blocks]
    first.marker = " ".join(b.words for b in marker.blocks) + " " + first.marker
    return text.blocks


def _row(cells: list[Cell], carried: dict[int, tuple[int, Cell]]) -> Block:
    """Put a row together; the first cells of rows above that span it are said again.

    They name the row; other cells that span rows are given once.
    """
    row = Block()
    columns: list[list[Part]] = []
    waiting = list(reversed(cells))
    leading = True
    while waiting or len(columns) in carried:
        at = len(columns)
        if at in carried:
            left, cell = carried.pop(at)
            columns.append(_cell_parts(cell, row) if leading else [])
            if left > 1:
                carried[at] = (left - 1, cell)
            continue
        leading = False
        cell = waiting.pop()
        if cell.rows > 1 and at < _MOST_COLUMNS:
            carried[at] = (cell.rows - 1, cell)
        columns.append(_cell_parts(cell, row))
        columns += [[] for _ in range(cell.columns - 1) if len(columns) < _MOST_COLUMNS]
    while columns and not columns[-1]:
        columns.pop()
    for i, parts in enumerate(columns):
        if i:
            row.parts.append(Sign.CELL)
        row.parts += parts
    return row


def _cell_parts(cell: Cell, row: Block) -> list[Part]:
    parts: list[Part] = []
    for block in cell.blocks:
        parts.append(" " + block.marker)
        parts += (" " if isinstance(part, Sign) else part for part in block.parts)
        block.row = block.row or row
    return parts
