"""Tables of a page: where they are, and their lines as rows with cells.

A table is told by its rules, or by lines whose cells stand apart. Its rows are told by the rules
between them, or by the gaps; its columns by cells that stand over each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.readers.pdf_lines import Cell, Printed, is_marker
from corpus.source import Role
from corpus.structure.markers import is_caption, read_marker

_SMALLER = 0.6
"""Points by which tables are set smaller than running text."""
_ROW_GAP = 1.32
"""A baseline lower by more than this times the font size begins another row."""
_LEADER = re.compile(r"(?:\.\s?){5,}|…{2,}")
_SAME_X = 8.0
_WIDEST = 0.62
"""A cell that takes more of a table's width, line after line, is running text."""
_VALUE = re.compile(r"[(\[$€£–—-]?\s*\d|[–—-]\Z|\.\.\Z")

Rule = tuple[float, float, float]


@dataclass(slots=True)
class Table:
    """A table with rules.

    Attributes:
        top: Its first rule, in points from the page's top.
        bottom: Its last rule.
        left: Where its rules begin.
        right: Where they end.
        levels: All its rules, from the top.
        taken: Whether its rows have been given out.
    """

    top: float
    bottom: float
    left: float
    right: float
    levels: list[float]
    taken: bool = False


def ruled_tables(lines: Sequence[Printed], rules: Sequence[Rule], body: float) -> list[Table]:
    """Return the tables of a page that have rules above and below.

    Args:
        lines: Of the page, without notes and running headers.
        rules: Horizontal rules as (left, right, y).
        body: Font size of running text.
    """
    found: list[Table] = []
    levels = _whole_rules(rules)
    for k, (left, right, top) in enumerate(levels):
        for x0, x1, bottom in levels[k + 1 :]:
            if abs(x0 - left) > _SAME_X or abs(x1 - right) > _SAME_X:
                continue
            strip = [ln for ln in lines if top < ln.base <= bottom + 1 and _over(ln, left, right)]
            if not strip or not _is_tabular(strip, right - left):
                break
            last = found[-1] if found else None
            if last is not None and last.bottom == top and abs(last.left - left) <= _SAME_X:
                last.bottom = bottom
                last.levels.append(bottom)
            else:
                found.append(Table(top, bottom, left, right, [top, bottom]))
            break
    found = [table for table in found if _has_columns(lines, table)]
    if found:
        _reach_page_end(found[-1], lines, levels)
    return found


def _reach_page_end(table: Table, lines: Sequence[Printed], levels: Sequence[Rule]) -> None:
    """Let the page's last table go on to the page's end if nothing but its cells stands there.

    A table that goes on on the next page has no rule below.
    """
    below = [ln for ln in lines if ln.base > table.bottom + 1]
    if any(y > table.bottom for _, _, y in levels) or not below:
        return
    starts = {round(cell.left) for ln in lines for cell in ln.cells if _within(ln, table)}
    width = table.right - table.left
    if all(ln.right - ln.left < _WIDEST * width or len(cells_of(ln)) > 1 for ln in below) and any(
        abs(start - ln.left) <= 2 for ln in below for start in starts
    ):
        table.bottom = max(ln.base for ln in below)


def _within(line: Printed, table: Table) -> bool:
    return table.top < line.base <= table.bottom + 1


def _whole_rules(rules: Sequence[Rule]) -> list[Rule]:
    """Put the pieces of rules together that stand side by side; from the top."""
    found: list[Rule] = []
    for left, right, y in sorted(rules, key=lambda rule: (round(rule[2]), rule[0])):
        last = found[-1] if found else None
        if last is not None and abs(last[2] - y) < 2 and left <= last[1] + 12:
            found[-1] = (min(last[0], left), max(last[1], right), last[2])
        else:
            found.append((left, right, y))
    return sorted((rule for rule in found if rule[1] - rule[0] > 90), key=lambda rule: rule[2])


def _over(line: Printed, left: float, right: float) -> bool:
    return line.left >= left - _SAME_X and line.right <= right + 3 * _SAME_X


def _is_tabular(strip: Sequence[Printed], width: float) -> bool:
    """Tell whether what stands between two rules is no running text.

    Between the last rule of one table and the first of the next stand paragraphs and captions.
    """
    wide = [len(cells_of(ln)) == 1 and ln.right - ln.left > _WIDEST * width for ln in strip]
    numbered = any(w and read_marker(ln.text) for w, ln in zip(wide, strip, strict=True))
    if numbered or any(is_caption(ln.text) for ln in strip):
        return False
    running = sum(one and two for one, two in pairwise(wide))
    return running <= len(strip) // 4 and sum(wide) <= max(1, len(strip) // 3)


def _has_columns(lines: Sequence[Printed], table: Table) -> bool:
    inside = [ln for ln in lines if _within(ln, table)]
    starts = {round(cell.left / 12) for ln in inside for cell in ln.cells}
    return any(len(cells_of(ln)) > 1 for ln in inside) or len(starts) > 2


def cells_of(line: Printed) -> list[Cell]:
    """Return a line's cells; a marker and the text it numbers count as one."""
    cells = [cell for cell in line.cells if cell.text]
    if len(cells) > 1 and is_marker(cells[0].text):
        return cells[1:]
    if any(_LEADER.search(cell.text) for cell in cells):
        return cells[:1]
    return cells


def table_end(lines: Sequence[Printed], start: int, body: float) -> int:
    """Return where the table that begins at a line ends; `start` if none begins."""
    first = lines[start]
    if first.size > body + _SMALLER:
        return start
    if len(cells_of(first)) < 2 and first.size > body - _SMALLER:
        return start
    end, wide, misses = start, 0, 0
    last_wide = start
    for at in range(start, len(lines)):
        line = lines[at]
        columns = len(cells_of(line))
        if line.size > body + _SMALLER:
            break
        if columns >= 2:
            wide, misses, last_wide = wide + 1, 0, at + 1
        elif line.size > body - _SMALLER:
            misses += 1
            if misses > 1 or not _aligned(line, lines[start:at]):
                break
        end = at + 1
    if wide < 2:
        return start
    while end > last_wide and lines[end - 1].size > body - _SMALLER:
        end -= 1
    return end


def _aligned(line: Printed, above: Sequence[Printed]) -> bool:
    """Tell whether a line of one cell stands in a column of the lines above it."""
    return any(
        abs(line.left - cell.left) < 3 and line.right <= cell.right + 60
        for other in above[-4:]
        if len(other.cells) > 1
        for cell in other.cells
    )


def rows_of(
    lines: Sequence[Printed], levels: Sequence[float] = ()
) -> list[tuple[Printed, Role, str]]:
    """Put the lines of a table together to rows, and their cells to columns.

    Args:
        lines: All lines of the table.
        levels: Its rules: no row stands across one.
    """
    columns = _columns(lines)
    cells = [(line, cell) for line in lines for cell in line.cells if cell.text]
    steps: list[list[tuple[Printed, Cell]]] = []
    for line, cell in sorted(cells, key=lambda pair: (pair[0].base, pair[1].left)):
        if steps and abs(steps[-1][0][0].base - line.base) <= 0.3 * line.size:
            steps[-1].append((line, cell))
        else:
            steps.append([(line, cell)])
    spaced = any(_is_gap(one, two) for one, two in pairwise(steps))
    rows: list[tuple[Printed, list[list[str]]]] = []
    last: list[tuple[Printed, Cell]] = []
    for step in steps:
        line = step[0][0]
        ruled = bool(last) and any(last[0][0].base < y < line.base for y in levels)
        if spaced:
            begins = bool(last) and _is_gap(last, step)
        else:
            begins = any(_VALUE.match(cell.text) for _, cell in step if _column(columns, cell))
            begins = begins and any(not _column(columns, cell) for _, cell in step)
        if not rows or ruled or begins:
            rows.append((line, [[] for _ in columns]))
        for _, cell in step:
            rows[-1][1][_column(columns, cell)].append(cell.text)
        last = step
    found: list[tuple[Printed, Role, str]] = []
    for line, texts in rows:
        found.append((line, "row", "\t".join(" ".join(words) for words in texts).rstrip("\t")))
    return found


def _is_gap(one: Sequence[tuple[Printed, Cell]], two: Sequence[tuple[Printed, Cell]]) -> bool:
    size = max(line.size for line, _ in [*one, *two])
    return two[0][0].base - one[0][0].base > _ROW_GAP * size


def _columns(lines: Sequence[Printed]) -> list[tuple[float, float]]:
    """Return the columns' extents: cells that overlap from line to line share one."""
    spans = sorted((c.left, c.right) for line in lines for c in line.cells if len(line.cells) > 1)
    columns: list[tuple[float, float]] = []
    for left, right in spans:
        if columns and left < columns[-1][1] - 1:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    return columns or [(lines[0].left, lines[0].right)]


def _column(columns: Sequence[tuple[float, float]], cell: Cell) -> int:
    """Return the column that a cell overlaps most, or else the nearest."""

    def apart(k: int) -> float:
        left, right = columns[k]
        return max(
            left - cell.right, cell.left - right, -min(right, cell.right) + max(left, cell.left)
        )

    return min(range(len(columns)), key=apart)
