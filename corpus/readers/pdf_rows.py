"""Lines of a table -> its rows, with tabs between their cells.

Rows are told by the order in which cells are drawn, or else by the rules and gaps between them or
by their figures; columns by where the table's rules meet, or else by cells that stand over each
other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from corpus.readers.pdf_columns import ROW_GAP, Columns, columns_of, drawn_rows
from corpus.readers.pdf_lines import Cell, Printed
from corpus.source import Role

_VALUE = re.compile(r"[(\[$€£–—-]?\s*\d|[–—-]\Z|\.\.\Z")

_MANY_ROWS = 4
_PAGE_HEADING = re.compile(r"\t+[^\W\d_]+\Z")
_FEWEST_ENTRIES = 3
_SAME_TOP = 1.5
"""Lines by which the two halves of a list may begin at other heights."""

_Placed = tuple[Printed, Cell]


def rows_of(
    lines: Sequence[Printed], columns: Columns | None = None, levels: Sequence[float] = ()
) -> list[tuple[Printed, Role, str]]:
    """Put the lines of a table together to rows, and their cells to columns.

    Args:
        lines: All lines of the table, in drawing order.
        columns: Where its rules meet, if they tell.
        levels: The heights of its rules: no row stands across one.
    """
    if columns is None or not columns.cuts:
        columns = None
    drawn = _as_drawn(lines)
    spans = columns_of([line for row in drawn if len(row) > 1 for line, _ in row])
    if len(spans) < 2:
        spans = columns_of([line for line in lines if len(line.cells) > 1])
    spans = spans or [(lines[0].left, lines[0].right)]
    rows = drawn or _as_spaced(lines, spans, levels)
    texts: list[dict[int, str]] = []
    for row in rows:
        words: dict[int, list[str]] = {}
        if columns is not None:
            row = [(line, part) for line, cell in row for part in cell.parted(columns.cuts)]
        for _, cell in row:
            if columns is None:
                at = _column(spans, cell)
            elif len(row) == 1 and not columns.hold(cell):
                at = 0  # a title over several columns
            else:
                at = columns.at(cell)
            words.setdefault(at, []).append(cell.text)
        texts.append({at: " ".join(found) for at, found in words.items()})
    used = _used(texts)
    tops = [min((ln for ln, _ in row), key=lambda ln: (ln.base, ln.left)) for row in rows]
    return [(top, "row", _joined(found, used)) for top, found in zip(tops, texts, strict=True)]


def side_by_side(lines: Sequence[Printed]) -> list[Sequence[Printed]]:
    """Part a table that goes on at its own right, as a list that is set in two columns does.

    There the lines rise to the top again, right of all lines so far, and cells stand side by
    side as far apart as before.
    """
    edge = 0.0
    for at, line in enumerate(lines):
        rises = at and line.base < lines[at - 1].base - 0.5 * line.size
        if rises and line.left > edge and abs(line.base - lines[0].base) < _SAME_TOP * line.size:
            cut = line.left - 1
            left = [other for other in lines if other.right < cut]
            right = [other for other in lines if other.left >= cut]
            one, two = _stride(left), _stride(right)
            alike = one is not None and two is not None and abs(one - two) < line.size
            if alike and len(left) + len(right) == len(lines):
                return [left, *side_by_side(right)]
        edge = max(edge, line.right)
    return [lines]


def _stride(lines: Sequence[Printed]) -> float | None:
    """Return how far apart two cells of a line usually begin; None where hardly any have two."""
    steps = [line.cells[1].left - line.cells[0].left for line in lines if len(line.cells) == 2]
    return median(steps) if 2 * len(steps) > sum(len(line.cells) > 1 for line in lines) else None


def _used(rows: Sequence[dict[int, str]]) -> dict[int, int]:
    """Return which column each one becomes once those without words are left out.

    A first column that hardly any row has anything in does not name the rows: it becomes one with
    the second.
    """
    filled = Counter(at for row in rows for at in row)
    order = {at: place for place, at in enumerate(sorted(filled))}
    if len(order) > 2 and len(rows) >= _MANY_ROWS:
        first, second, *_ = sorted(filled)
        if 4 * filled[first] <= len(rows) and 4 * filled[second] >= 3 * len(rows):
            return {at: max(place - 1, 0) for at, place in order.items()}
    return order


def _joined(row: dict[int, str], used: dict[int, int]) -> str:
    cells = [""] * (max(used[at] for at in row) + 1)
    for at in sorted(row):
        cells[used[at]] = f"{cells[used[at]]} {row[at]}".strip()
    return "\t".join(cells)


def contents_rows(rows: Sequence[str], pages: int) -> int:
    """Return how many rows, from the first on, are a table of contents; 0 if none.

    Only the column of the page numbers has a heading, and they do not fall.

    Args:
        rows: With tabs between their cells.
        pages: Of the document.
    """
    if not _PAGE_HEADING.match(rows[0]):
        return 0
    last = end = entries = 0
    for at, row in enumerate(rows[1:], start=1):
        title, _, number = row.rpartition("\t")
        if title and number.isdigit() and last <= int(number) <= pages:
            last, end, entries = int(number), at + 1, entries + 1
        elif "\t" in row or at - end > 1:
            break
    return end if entries >= _FEWEST_ENTRIES else 0


def _as_drawn(lines: Sequence[Printed]) -> list[list[_Placed]]:
    """Return the rows of a table that is drawn cell by cell; none if it is not."""
    rows: list[list[_Placed]] = []
    start, rises = 0, 0
    while start < len(lines):
        stop = start
        for row in drawn_rows(lines[start:]):
            part = lines[start + row.start : start + row.stop]
            rows.append([(line, cell) for line in part for cell in line.cells if cell.text])
            rises, stop = rises + row.rises, start + row.stop
        start = stop
    return rows if rises else []


def _as_spaced(
    lines: Sequence[Printed], spans: Sequence[tuple[float, float]], levels: Sequence[float]
) -> list[list[_Placed]]:
    """Return the rows of a table by its rules, and by its gaps or else its figures."""
    cells = [(line, cell) for line in lines for cell in line.cells if cell.text]
    steps: list[list[_Placed]] = []
    for line, cell in sorted(cells, key=lambda pair: (pair[0].base, pair[1].left)):
        if steps and abs(steps[-1][0][0].base - line.base) <= 0.3 * line.size:
            steps[-1].append((line, cell))
        else:
            steps.append([(line, cell)])
    spaced = any(_is_gap(one, two) for one, two in pairwise(steps))
    rows: list[list[_Placed]] = []
    last: list[_Placed] = []
    for step in steps:
        ruled = bool(last) and any(last[0][0].base < y < step[0][0].base for y in levels)
        if spaced:
            begins = bool(last) and _is_gap(last, step)
        else:
            begins = any(_VALUE.match(cell.text) for _, cell in step if _column(spans, cell))
            begins = begins and any(not _column(spans, cell) for _, cell in step)
        if not rows or ruled or begins:
            rows.append([])
        rows[-1] += step
        last = step
    return rows


def _is_gap(one: Sequence[_Placed], two: Sequence[_Placed]) -> bool:
    size = max(line.size for line, _ in [*one, *two])
    return two[0][0].base - one[0][0].base > ROW_GAP * size


def _column(spans: Sequence[tuple[float, float]], cell: Cell) -> int:
    """Return the column that a cell overlaps most, or else the nearest."""

    def apart(k: int) -> float:
        left, right = spans[k]
        return max(
            left - cell.right, cell.left - right, -min(right, cell.right) + max(left, cell.left)
        )

    return min(range(len(spans)), key=apart)
