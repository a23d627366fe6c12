"""Tables of a page: where they are.

A table is told by its rules, by lines whose cells stand apart, or by cells that are drawn one
after the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.readers.pdf_columns import Columns, cells_of, columns_of, reach
from corpus.readers.pdf_lines import Printed
from corpus.readers.pdf_rulings import Ruling, merge_cuts
from corpus.structure.markers import is_caption, read_marker

_SMALLER = 0.6
"""Points by which tables are set smaller than running text."""
_SAME_X = 8.0
_ROW_STEP = 2.2
"""Rows of a table stand closer than this, in font sizes."""
_WIDEST = 0.62
"""A cell that takes more of a table's width, line after line, is running text."""


@dataclass(slots=True)
class Table:
    """A table with rules.

    Attributes:
        top: Where it begins, in points from the page's top.
        bottom: Where it ends.
        columns: Where they meet; none if its rules do not tell.
        levels: The heights of its rules, from the top.
        open: Whether it may go on on the next page.
        taken: Whether its rows have been given out.
    """

    top: float
    bottom: float
    columns: Columns
    levels: list[float]
    open: bool = False
    taken: bool = False

    def holds(self, line: Printed) -> bool:
        """Tell whether a line stands in the table."""
        inside = self.top < line.base <= self.bottom + 1
        return inside and line.left >= self.columns.left - _SAME_X


def ruled_tables(
    lines: Sequence[Printed],
    rules: Sequence[Ruling],
    body: float,
    before: Columns | None = None,
    running: Sequence[Printed] = (),
) -> list[Table]:
    """Return the tables of a page that have rules.

    Args:
        lines: Of the page, without notes and running headers.
        rules: Horizontal rules, from the top.
        body: Font size of running text.
        before: Columns of a table that may go on from the page before.
        running: The running headers: column headings that a table repeats on every page look
            like them.
    """
    if not rules and before is None:
        return []
    ordered = sorted(lines, key=lambda line: (line.base, line.left))
    printed = [*ordered, *running]
    found = [table for table in _between(printed, rules, body) if _has_columns(printed, table)]
    head = _from_above(ordered, rules, found, before)
    if head is not None:
        found.insert(0, head)
    for at, table in enumerate(found):
        stop = found[at + 1].top if at + 1 < len(found) else float("inf")
        _reach_down(table, ordered, stop, body, last=at + 1 == len(found))
    return found


def _between(lines: Sequence[Printed], rules: Sequence[Ruling], body: float) -> list[Table]:
    """Return the tables with rules above and below them."""
    found: list[Table] = []
    for k, top in enumerate(rules):
        for bottom in rules[k + 1 :]:
            if not bottom.matches(top):
                continue
            strip = [ln for ln in lines if top.y < ln.base <= bottom.y + 1 and _over(ln, top)]
            if not strip or not _is_tabular(strip, top.right - top.left, body):
                break
            last = found[-1] if found else None
            if (
                last is not None
                and last.bottom == top.y
                and abs(last.columns.left - top.left) <= _SAME_X
            ):
                last.bottom = bottom.y
                last.levels.append(bottom.y)
            else:
                columns = Columns(top.left, top.right, ())
                found.append(Table(top.y, bottom.y, columns, [top.y, bottom.y]))
            break
    for table in found:
        own = [rule for rule in rules if rule.y in table.levels]
        table.columns = replace(table.columns, cuts=merge_cuts(own))
    return found


def _from_above(
    lines: Sequence[Printed],
    rules: Sequence[Ruling],
    tables: Sequence[Table],
    before: Columns | None,
) -> Table | None:
    """Return the end of a table that began on the page before, if it stands on this one."""
    if before is None or not before.cuts:
        return None
    first = rules[0].y if rules else float("inf")
    above = [line for line in lines if line.base < first]
    closing = bool(rules) and not any(table.top == first for table in tables)
    closing = closing and abs(rules[0].left - before.left) <= _SAME_X
    closing = closing and abs(rules[0].right - before.right) <= _SAME_X
    if above and closing and reach(above, before, sure=True) == len(above):
        return Table(0.0, first, before, [first])
    count = reach(above, before)
    if not count:
        return None
    return Table(0.0, above[count - 1].base, before, [], open=count == len(lines))


def _reach_down(
    table: Table, lines: Sequence[Printed], stop: float, body: float, *, last: bool
) -> None:
    """Let a table go on below its last rule as far as cells stand side by side in its columns.

    Between and below them may stand rows over all columns, if the table has a print of its own.
    """
    columns = table.columns
    if not columns.cuts:
        inside = [line for line in lines if table.holds(line)]
        spans = columns_of([line for line in inside if len(cells_of(line)) > 1])
        cuts = [(one[1] + two[0]) / 2 for one, two in pairwise(spans)]
        columns = replace(columns, cuts=tuple(cuts))
    if not columns.cuts:
        return
    below = [line for line in lines if table.bottom + 1 < line.base <= stop]
    count = reach(below, columns)
    step = count
    while step:
        step = _over_all_columns(below, count, columns, body)
        step += reach(below[count + step :], columns)
        count += step
    if count:
        table.bottom = below[count - 1].base
        table.columns = columns
    table.open = table.open or (last and count == len(below) and bool(count))


def _over_all_columns(lines: Sequence[Printed], start: int, columns: Columns, body: float) -> int:
    """Return how many lines, from `start` on, go on with a table in its smaller print."""
    if any(line.size > body - _SMALLER for line in lines[:start]):
        return 0
    at = start
    while at < len(lines):
        line = lines[at]
        apart = line.base - lines[at - 1].base > _ROW_STEP * line.size
        if line.size > body - _SMALLER or apart or line.opening_mark or not columns.span(line):
            break
        at += 1
    return at - start


def _over(line: Printed, rule: Ruling) -> bool:
    return line.left >= rule.left - _SAME_X and line.right <= rule.right + 3 * _SAME_X


def _is_tabular(strip: Sequence[Printed], width: float, body: float) -> bool:
    """Tell whether what stands between two rules is no running text.

    Between the last rule of one table and the first of the next stand paragraphs and captions,
    between the rules of a masthead larger print.
    """
    if any(line.size > body + _SMALLER or is_caption(line.text) for line in strip):
        return False
    wide = [
        line.size > body - _SMALLER
        and len(cells_of(line)) == 1
        and line.right - line.left > _WIDEST * width
        for line in strip
    ]
    if any(w and read_marker(line.text) for w, line in zip(wide, strip, strict=True)):
        return False
    running = sum(one and two for one, two in pairwise(wide))
    return running <= len(strip) // 4 and sum(wide) <= max(1, len(strip) // 3)


def _has_columns(lines: Sequence[Printed], table: Table) -> bool:
    inside = [ln for ln in lines if table.holds(ln)]
    starts = {round(cell.left / 12) for ln in inside for cell in ln.cells}
    return any(len(cells_of(ln)) > 1 for ln in inside) or len(starts) > 2


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
