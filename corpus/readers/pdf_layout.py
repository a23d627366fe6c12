"""Printed lines of a page -> running text, notes at its foot, and rows of tables."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from corpus.readers.pdf_lines import Printed, is_marker
from corpus.readers.pdf_tables import Rule, Table, rows_of, ruled_tables, table_end
from corpus.source import Role

_SMALLER = 0.6
"""Points by which notes and tables are set smaller than running text."""
_LOWER_HALF = 0.35
_HEAD = 0.095
"""A rule that stands higher, as a share of the page's height, is the running header's."""
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
    """

    page: int
    lines: list[tuple[Printed, Role, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


def lay_out(
    lines: Sequence[Printed],
    body: float,
    rules: Sequence[Rule],
    height: float,
    running: Collection[int],
) -> PageLayout:
    """Tell the notes and the tables of a page from its running text.

    Args:
        lines: Of one page, in reading order.
        body: Font size of running text.
        rules: The page's horizontal rules.
        height: Of the page.
        running: Positions of running headers and footers.
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
    inner = [rule for rule in rules if rule[2] > _HEAD * height]
    tables = ruled_tables([lines[at] for at in rest if at not in running], inner, body)
    text = [lines[at] for at in rest]
    k = 0
    while k < len(rest):
        line = text[k]
        if rest[k] not in running and (table := _table_of(line, tables)) is not None:
            if not table.taken:
                table.taken = True
                inside = [ln for m, ln in zip(rest, text, strict=True) if m not in running]
                inside = [ln for ln in inside if _table_of(ln, tables) is table]
                layout.lines += rows_of(inside, table.levels)
            k += 1
            continue
        if rest[k] in running:
            layout.lines.append((line, "furniture", line.text))
            k += 1
            continue
        stop = k
        while stop < len(rest) and rest[stop] not in running:
            if _table_of(text[stop], tables) is not None:
                break
            stop += 1
        end = table_end(text[:stop], k, body)
        if end > k:
            layout.lines += rows_of(text[k:end])
            k = end
        else:
            layout.lines += [(part, "", part.text) for part in _apart(line)]
            k += 1
    return layout


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
    rules: Sequence[Rule],
    height: float,
    running: Collection[int],
) -> list[int]:
    """Return the positions of the lines of notes: small print at the foot of the page."""
    free = [at for at in range(len(lines)) if at not in running]
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
    for x0, x1, y in sorted(rules, key=lambda rule: rule[2]):
        below = [at for at in small if y < lines[at].base]
        others = [at for at in free if y < lines[at].base and at not in below]
        short = 50 <= x1 - x0 <= 260 and y > _LOWER_HALF * height and x0 <= left + 80
        if short and below and not others and any(_note(lines[at])[0] for at in below):
            return below
    start = None
    for k in range(len(free) - 1, -1, -1):
        line = lines[free[k]]
        if line.size > body - _SMALLER or line.base < _LOWER_HALF * height:
            break
        if line.marks[:1] and line.marks[0][0] == 0 and not line.marks[0][1].isalpha():
            start = k
    return [] if start is None else free[start:]


def _note(line: Printed) -> tuple[str, str]:
    """Return the mark that a line of a note begins with, empty if none, and the words."""
    marks = line.marks
    if marks and marks[0][0] == 0:
        return marks[0][1], line.text
    if _RULE.match(line.text.replace(" ", "")):
        return "", ""
    match = _NOTE_START.match(line.text)
    if match:
        return match.group("mark"), line.text[match.end() :]
    return "", line.text


def _table_of(line: Printed, tables: Sequence[Table]) -> Table | None:
    """Return the table that a line stands in, if any."""
    for table in tables:
        if table.top < line.base <= table.bottom + 1 and line.left >= table.left - 8:
            return table
    return None
