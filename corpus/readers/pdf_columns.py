"""Columns of a table: where they meet, which lines keep to them, and how far a table reaches.

A table may have no rule at its foot, or go on on the next page with none at its head. Its lines
are told from running text by the columns: each keeps to one, and some stand side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.readers.pdf_lines import Cell, Printed, is_marker

_SLACK = 3.0
"""Points by which a cell may stand over where two columns meet."""
_OUTSIDE = 8.0
_SMALLER = 0.6
ROW_GAP = 1.32
"""A baseline lower by more than this times the font size begins another block."""
_SURE_GAP = 0.7
"""A blank inside running text that fills its lines is hardly wider than this, in font sizes."""
_PARAGRAPH_GAP = 2.2
"""Paragraphs within a cell stand closer than this."""
_BESIDE = 0.8
"""Cells of one row begin at heights that differ by less than this share of the font size."""
_SHORT = 0.5
"""A line that takes less of the table's width may stand over several columns, as a title."""
_MOST_TITLES = 2
_TALLEST = 4
"""Lines by which a cell of a table's first row may begin higher than the first cell."""
_WIDEST = 0.62
"""A cell that takes more of the width of running text is running text."""
_LEADER = re.compile(r"(?:\.\s?){5,}|…{2,}")


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of a table, in points from the page's left edge.

    Attributes:
        left: Of the first.
        right: Of the last.
        cuts: Where they meet.
    """

    left: float
    right: float
    cuts: tuple[float, ...]

    def at(self, cell: Cell) -> int:
        """Return the column that holds most of a cell, from 0."""
        middle = (cell.left + cell.right) / 2
        return sum(cut < middle for cut in self.cuts)

    def span(self, printed: Cell | Printed) -> bool:
        """Tell whether a cell or a line stands within them all."""
        return printed.left >= self.left - _OUTSIDE and printed.right <= self.right + _OUTSIDE

    def hold(self, cell: Cell) -> bool:
        """Tell whether a cell keeps to one column."""
        if not self.span(cell):
            return False
        return not any(cell.left < cut - _SLACK and cell.right > cut + _SLACK for cut in self.cuts)

    def cells(self, line: Printed) -> list[Cell]:
        """Return a line's cells, parted where columns meet."""
        least = _SURE_GAP * line.size
        return [part for cell in line.cells if cell.text for part in cell.parted(self.cuts, least)]

    def fit(self, line: Printed) -> bool:
        """Tell whether each cell of a line keeps to one column."""
        return all(self.hold(cell) for cell in self.cells(line))

    def is_title(self, line: Printed) -> bool:
        """Tell whether a line may stand over several columns inside the table."""
        width = self.right - self.left
        inset = line.left > self.left + width * 0.15
        return len(line.cells) == 1 and inset and line.right - line.left < _SHORT * width


def reach(lines: Sequence[Printed], columns: Columns, *, sure: bool = False) -> int:
    """Return how many lines belong to a table that goes on from above the first.

    Args:
        lines: From the top of the page downwards.
        columns: Of the table.
        sure: Take all lines that keep to the columns, though none stand side by side.
    """
    titles = fitting = 0
    for line in lines:
        if not columns.fit(line):
            titles += 1
            if titles > _MOST_TITLES or not columns.is_title(line):
                break
        else:
            titles = 0
        fitting += 1
    if sure:
        return fitting - titles
    last = -1
    for at in range(fitting):
        if _has_company(lines, at, fitting, columns):
            last = at
    if last < 0:
        return 0
    end = last + 1
    while end < fitting and _goes_on(lines[end], lines[:end], columns):
        end += 1
    return end


def _has_company(lines: Sequence[Printed], at: int, stop: int, columns: Columns) -> bool:
    """Tell whether a line stands side by side with another cell of its row."""
    line = lines[at]
    cells = columns.cells(line)
    own = {columns.at(cell) for cell in cells}
    if len(own) > 1:
        return not (len(cells) == 2 and is_marker(cells[0].text))
    for k in (at - 1, at + 1):
        if not 0 <= k < stop:
            continue
        other = lines[k]
        if abs(other.base - line.base) >= _BESIDE * line.size:
            continue
        if {columns.at(cell) for cell in columns.cells(other)} != own:
            return not (is_marker(line.text) or is_marker(other.text))
    return False


def _goes_on(line: Printed, above: Sequence[Printed], columns: Columns) -> bool:
    """Tell whether a line is the next one of a cell above it."""
    own = {columns.at(cell) for cell in columns.cells(line)}
    for other in reversed(above[-24:]):
        if own & {columns.at(cell) for cell in columns.cells(other)}:
            # Running text does not begin where an inner column does.
            inner = min(own) > 0 and abs(line.left - other.left) < _SLACK
            gap = _PARAGRAPH_GAP if inner else ROW_GAP
            return line.base - other.base <= gap * max(line.size, other.size)
    return False


def cells_of(line: Printed) -> list[Cell]:
    """Return a line's cells; a marker and the text it numbers count as one."""
    if len(line.cells) == 1:
        return line.cells
    cells = [cell for cell in line.cells if cell.text]
    if len(cells) > 1 and is_marker(cells[0].text):
        return cells[1:]
    if any(_LEADER.search(cell.text) for cell in cells):
        return cells[:1]
    return cells


def columns_of(lines: Sequence[Printed]) -> list[tuple[float, float]]:
    """Return where columns begin and end: cells that overlap from line to line share one."""
    found: list[tuple[float, float]] = []
    for left, right in sorted((cell.left, cell.right) for line in lines for cell in line.cells):
        if found and left < found[-1][1] - 1:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found


@dataclass(slots=True)
class DrawnRow:
    """A row of cells that a file draws one after the other.

    Attributes:
        start: Which line is its first.
        stop: Which line is the first behind it.
        cells: How many stand side by side in it.
        rises: How often a line begins higher than the one before it.
    """

    start: int
    stop: int
    cells: int
    rises: int = 0


def drawn_rows(lines: Sequence[Printed]) -> Iterator[DrawnRow]:
    """Cut lines that a file draws cell by cell into rows.

    The next cell of a row begins higher than the one before it ends, and to its right; the next
    row begins below all cells, and to the left of the last.

    Args:
        lines: In drawing order.

    Yields:
        The rows, up to the first line that stands higher than the row it would belong to.
    """
    row: DrawnRow | None = None
    floor = lowest = left = 0.0
    for at, line in enumerate(lines):
        count, last = len(cells_of(line)), line.cells[-1].left
        if row is None:
            row = DrawnRow(0, 1, count)
            floor, lowest, left = line.base - _TALLEST * line.size, line.base, last
            continue
        step = line.base - lines[at - 1].base
        if step < -0.5 * line.size:
            if line.base <= floor + 0.3 * line.size or line.left <= left + line.size:
                break
            row.cells, row.rises = row.cells + count, row.rises + 1
            left, lowest = last, max(lowest, line.base)
        elif line.base > lowest + 0.3 * line.size and (
            line.left < left - line.size or step > ROW_GAP * line.size
        ):
            yield row
            row = DrawnRow(at, at + 1, count)
            floor, lowest, left = lowest, line.base, last
        else:
            lowest = max(lowest, line.base)
            if count > row.cells:
                row.cells, left = count, last
        row.stop = at + 1
    if row is not None:
        yield row


def drawn_table(lines: Sequence[Printed], width: float, body: float) -> int:
    """Return how many lines, from the first on, are a table that is drawn cell by cell; 0 if none.

    Args:
        lines: In drawing order.
        width: Of the page's running text.
        body: Font size of running text; larger print stands in mastheads.
    """
    end = single = 0
    kept: list[DrawnRow] = []
    for row in drawn_rows(lines):
        wide = any(
            (len(line.cells) == 1 and line.right - line.left > _WIDEST * width)
            or line.size > body + _SMALLER
            for line in lines[row.start : row.stop]
        )
        single = single + 1 if row.cells < 2 else 0
        if wide or single > _MOST_TITLES or (single and not kept):
            break
        if not single:
            kept.append(row)
            end = row.stop
    most = max((row.cells for row in kept), default=0)
    if not any(row.rises for row in kept) or len(kept) < (2 if most > 2 else 3):
        return 0
    inside = [line for row in kept for line in lines[row.start : row.stop]]
    return end if len(columns_of(inside)) > 1 else 0
