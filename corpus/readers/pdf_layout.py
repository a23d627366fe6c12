"""Printed lines of a page -> running text, notes at its foot, and rows of tables."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from corpus.readers.pdf_columns import Columns, drawn_table
from corpus.readers.pdf_lines import Printed, is_marker
from corpus.readers.pdf_rows import contents_rows, rows_of, side_by_side
from corpus.readers.pdf_rulings import Piece, Ruling, whole_rules
from corpus.readers.pdf_tables import Table, ruled_tables, table_end
from corpus.source import Role

_SMALLER = 0.6
"""Points by which notes and tables are set smaller than running text."""
_LOWER_HALF = 0.35
_FOOT = 0.93
"""What stands lower, as a share of the page's height, is the page's and no text."""
_HEAD = 0.095
"""A rule that stands higher, as a share of the page's height, is the running header's."""
_MOST_HEADS = 4
"""Rows of column headings that a table may have."""
_NOTE_START = re.compile(r"(?P<mark>\d{1,3}|[*†‡]{1,4})\s*(?=[^\W\d_a-z]|[“‘\"(])")
_RULE = re.compile(r"[_—–-]{6,}\Z")
_LEADER = re.compile(r"(?:\.\s?){5,}|…{2,}")


@dataclass(slots=True)
class PageLayout:
    """What a page holds.

    Attributes:
        page: From 1.
        lines: Line, role and text of all that is no note, in reading order.
        notes: Mark and words of each note; a note that goes on from the page before has no mark.
        open: Columns of a table that may go on on the next page.
        contents: Which lines are a table of contents.
    """

    page: int
    lines: list[tuple[Printed, Role, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    open: Columns | None = None
    contents: set[int] = field(default_factory=set)


def lay_out(
    lines: Sequence[Printed],
    body: float,
    rules: Sequence[Piece],
    height: float,
    running: Collection[int],
    earlier: Columns | None = None,
) -> PageLayout:
    """Tell the notes and the tables of a page from its running text.

    Args:
        lines: Of one page, in reading order.
        body: Font size of running text.
        rules: The page's horizontal rules.
        height: Of the page.
        running: Positions of running headers and footers.
        earlier: Columns of a table that may go on from the page before.
    """
    layout = PageLayout(lines[0].page if lines else 0)
    noted = _note_lines(lines, body, rules, height, running)
    for at in noted:
        mark, words = _note(lines[at])
        if mark or not layout.notes:
            layout.notes.append((mark, words))
        else:
            before = layout.notes[-1]
            layout.notes[-1] = (before[0], f"{before[1]} {words}")
    rest = [at for at in range(len(lines)) if at not in noted]
    repeated = [lines[at] for at in running]
    inner = _without_head(whole_rules(rules), repeated, height)
    inside = [lines[at] for at in rest if at not in running]
    tables = ruled_tables(inside, inner, body, earlier, repeated)
    layout.open = next((table.columns for table in tables[-1:] if table.open), None)
    text = [lines[at] for at in rest]
    width = max((line.right for line in text), default=0.0)
    width -= min((line.left for line in text), default=0.0)
    k = stop = 0
    while k < len(rest):
        line = text[k]
        if rest[k] not in running and (table := _table_of(line, tables)) is not None:
            if not table.taken:
                table.taken = True
                own = [ln for ln in inside if _table_of(ln, tables) is table]
                layout.lines += rows_of(own, table.columns, table.levels)
            k += 1
            continue
        if rest[k] in running:
            layout.lines.append((line, "furniture", line.text))
            k += 1
            continue
        stop = max(stop, k)
        while stop < len(rest) and rest[stop] not in running:
            if _table_of(text[stop], tables) is not None:
                break
            stop += 1
        end = max(table_end(text[:stop], k, body), k + drawn_table(text[k:stop], width, body))
        if end > k:
            for part in side_by_side(text[k:end]):
                layout.lines += rows_of(part)
            k = end
        else:
            layout.lines += [(part, "", part.text) for part in _apart(line)]
            k += 1
    return layout


def mark_contents(layout: PageLayout, pages: int) -> None:
    """Mark the tables of contents among the rows of a page; `pages` are the document's."""
    at = 0
    while at < len(layout.lines):
        stop = at
        while stop < len(layout.lines) and layout.lines[stop][1] == "row":
            stop += 1
        rows = [text for _, _, text in layout.lines[at:stop]]
        count = contents_rows(rows, pages) if rows else 0
        if count:
            layout.contents |= set(range(at, at + count))
            for k in range(at, stop):
                line, _, text = layout.lines[k]
                if k < at + count or "\t" not in text:  # what follows in one cell is a note
                    layout.lines[k] = (line, "furniture" if k < at + count else "", text)
        at = max(stop, at + 1)


def head_of_open_table(layout: PageLayout, before: Sequence[str]) -> list[str]:
    """Return the first rows of the table that a page ends with; none if it ends with none.

    Args:
        layout: Of the page.
        before: Those of the table that the page before ended with.
    """
    rows = [(role, text) for _, role, text in layout.lines if role != "furniture"]
    start = len(rows)
    while start and rows[start - 1][0] == "row":
        start -= 1
    if start == len(rows):
        return []
    return list(before) if before and not start else [t for _, t in rows[start:][:_MOST_HEADS]]


def mark_repeated_head(layout: PageLayout, head: Sequence[str]) -> None:
    """Set column headings aside that a table says again at the top of a page.

    Args:
        layout: Of the page.
        head: The first rows of the table that the page before ends with.
    """
    free = [at for at, (_, role, _) in enumerate(layout.lines) if role != "furniture"]
    for at, words in zip(free, head, strict=False):
        line, role, text = layout.lines[at]
        if role != "row" or text != words:
            break
        layout.lines[at] = (line, "furniture", text)


def _without_head(
    rules: Sequence[Ruling], running: Sequence[Printed], height: float
) -> list[Ruling]:
    """Leave out the rules of the running header or the masthead.

    A table that goes on from the page before may begin right below the running header: then the
    rule comes second, and its pieces tell it from a double rule.
    """
    headed = bool(rules) and any(line.base < rules[0].y for line in running)
    return [
        rule
        for at, rule in enumerate(rules)
        if rule.y > _HEAD * height or (at and headed and rule.cuts)
    ]


def _apart(line: Printed) -> list[Printed]:
    """Cut a line where its cells have nothing to do with each other, as in a masthead."""
    cells = [cell for cell in line.cells if cell.text]
    if len(cells) < 2 or is_marker(cells[0].text) or any(_LEADER.search(c.text) for c in cells):
        return [line]
    if all(two.left - one.right < 4 * line.size for one, two in pairwise(cells)):
        return [line]
    return [replace(line, cells=[cell]) for cell in cells]


def _note_lines(
    lines: Sequence[Printed],
    body: float,
    rules: Sequence[Piece],
    height: float,
    running: Collection[int],
) -> list[int]:
    """Return the positions of the lines of notes: small print at the foot of the page.

    Below them may stand what is printed at a front page's very foot, such as its job number.
    """
    free = [
        at
        for at, line in enumerate(lines)
        if at not in running
        and not (line.base > _FOOT * height and line.size > body - _SMALLER / 2)
    ]
    for k, at in enumerate(free):
        # A row of low lines stands over the notes in many word processors' PDFs.
        if _RULE.match(lines[at].text.replace(" ", "")):
            below = [m for m in free[k + 1 :] if lines[m].base > lines[at].base]
            if below and all(lines[m].size <= body - _SMALLER / 2 for m in below):
                return [at, *below]
    small = [at for at in free if lines[at].size <= body - _SMALLER]
    if not small:
        return []
    left = min(lines[at].left for at in free)
    whole = [rule for rule in whole_rules(rules) if rule.cuts]
    borders = [r.y for r in whole if any(r is not other and r.matches(other) for other in whole)]
    for x0, x1, y in sorted(rules, key=lambda rule: rule[2]):
        if any(abs(border - y) < 2 for border in borders):
            continue  # the border of a cell
        below = [at for at in small if y < lines[at].base]
        others = [at for at in free if y < lines[at].base and at not in below]
        short = 50 <= x1 - x0 <= 260 and y > _LOWER_HALF * height and x0 <= left + 80
        if short and below and not others and any(_note(lines[at])[0] for at in below):
            return below
    start = None
    floor = max([_LOWER_HALF * height, *borders])  # what stands over a table's rule is no note
    for k in range(len(free) - 1, -1, -1):
        line = lines[free[k]]
        if line.size > body - _SMALLER or line.base < floor:
            break
        if line.opening_mark and not line.opening_mark.isalpha():
            start = k
    return [] if start is None else free[start:]


def _note(line: Printed) -> tuple[str, str]:
    """Return the mark that a line of a note begins with, empty if none, and the words."""
    if line.opening_mark:
        return line.opening_mark, line.text
    if _RULE.match(line.text.replace(" ", "")):
        return "", ""
    match = _NOTE_START.match(line.text)
    if match:
        return match.group("mark"), line.text[match.end() :]
    return "", line.text


def _table_of(line: Printed, tables: Sequence[Table]) -> Table | None:
    """Return the table that a line stands in, if any."""
    for table in tables:
        if table.holds(line):
            return table
    return None
