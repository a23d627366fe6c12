"""Finds tables in lines of text: tab-separated ones, and wrapped ones whose rows are named.

A wrapped table has lost its columns. Its rows are still to be told where they begin with names
of one family, such as document symbols that differ in their last part only.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import takewhile
from statistics import median

from corpus.source import Line
from corpus.structure.markers import is_division, read_marker

_SYMBOL = re.compile(r"[A-Z][A-Za-z]*(?:/[A-Za-z0-9.\-()]+){2,}(?=\s|$)")
_VALUE = re.compile(r"[–—-]\Z|[(\[$€£–—-]?\s*(?!(?:19|20)\d\d(?!\d|[ ,.]\d))\d")
_COUNTED = re.compile(r"\d{1,3}(?:\.|\.?\Z|\.?\s+[A-Z])")
_FEWEST_ROWS = 3
_LONGEST_HEADING = 120
_LONGEST_KEY = 80
"""Characters of a first cell that still names a row; a longer one is text."""


@dataclass(frozen=True, slots=True)
class Tables:
    """Where the tables of a source are.

    Attributes:
        rows: First line of each row -> the row's key, the words of its first cell.
        headers: Positions of column headings.
        inside: Positions of lines in which no unit but a row begins.
    """

    rows: dict[int, str]
    headers: frozenset[int]
    inside: frozenset[int]


def find_tables(lines: Sequence[Line], skip: Collection[int]) -> Tables:
    """Find the rows and column headings of all tables; `skip` are positions of furniture."""
    rows, headers, inside = _told(lines, skip)
    if inside:
        return Tables(rows, frozenset(headers), frozenset(inside | headers))
    rows, headers = _tabbed(lines, skip)
    inside = set(rows)
    if not rows:
        rows, headers = _wrapped(lines, skip)
        inside = set(range(min(rows), max(rows) + 1)) if rows else set()
    return Tables(rows, frozenset(headers), frozenset(inside | headers))


def _told(
    lines: Sequence[Line], skip: Collection[int]
) -> tuple[dict[int, str], set[int], set[int]]:
    """Take the rows and column headings that the format itself names.

    A row whose first cell is empty goes on with the row before it, or with the column headings.
    """
    rows: dict[int, str] = {}
    headers: set[int] = set()
    inside: set[int] = set()
    run: list[int] = []
    for i, line in enumerate([*lines, Line("", 0, 0, None)]):
        if line.role in {"row", "table header"} and i not in skip:
            run.append(i)
        elif (line.text and i not in skip) or i == len(lines):
            inside |= set(run)
            _take_told(lines, run, rows, headers)
            run = []
    return rows, headers, inside


def _take_told(
    lines: Sequence[Line], run: Sequence[int], rows: dict[int, str], headers: set[int]
) -> None:
    told = [i for i in run if lines[i].role == "table header"]
    body = [i for i in run if lines[i].role == "row"]
    headers |= set(told)
    if not told and len(body) > 1:
        first = next((k for k, i in enumerate(body) if _has_figures(lines[i].text)), len(body))
        lead = body[: min(first, 4)] if first < len(body) else body[:1]
        lead = _smaller(lines, body) or lead
        lead = list(takewhile(lambda i: not _is_content(lines[i].text), lead))
        headers |= set(lead)
        body = body[len(lead) :]
    for i in body:
        cells = [cell.strip() for cell in lines[i].text.split("\t")]
        if cells[0]:
            named = (cell for cell in cells if any(map(str.isalpha, cell)))
            sign = not any(map(str.isalnum, cells[0]))
            rows[i] = _short(next(named, cells[0]) if sign else cells[0])


def _smaller(lines: Sequence[Line], body: Sequence[int]) -> list[int]:
    """Return the first rows if they are set smaller than the others, as column headings are."""
    sizes = [look.size if (look := lines[i].look) else 0.0 for i in body]
    usual = median(sizes)
    return list(takewhile(lambda i: sizes[body.index(i)] < usual - 0.4, body[:4]))


def _is_content(row: str) -> bool:
    """Tell whether a row is none of column headings: it is counted, or has a long cell."""
    cells = row.split("\t")
    counted = _COUNTED.match(cells[0]) is not None and any(cells[1:])
    return counted or any(len(cell) > _LONGEST_HEADING for cell in cells)


def _short(cell: str) -> str:
    """Return what names a row: its first cell, or the number or first words of a long one."""
    marker = read_marker(cell)
    if len(cell) <= _LONGEST_KEY:
        return cell
    if marker is not None:
        return marker.text.strip().rstrip(".")
    return cell[:_LONGEST_KEY].rpartition(" ")[0] + " …"


def _has_figures(row: str) -> bool:
    """Tell whether a row holds values: a cell behind the first with a figure that is no year."""
    return any(_VALUE.match(cell.strip()) for cell in row.split("\t")[1:])


def _tabbed(lines: Sequence[Line], skip: Collection[int]) -> tuple[dict[int, str], set[int]]:
    rows: dict[int, str] = {}
    headers: set[int] = set()
    run: list[int] = []
    for i, line in enumerate([*lines, Line("", 0, 0, None)]):
        cells = [cell.strip() for cell in line.text.split("\t")]
        if i not in skip and cells[0] and any(cells[1:]) and not _is_marker(cells[0]):
            run.append(i)
        elif line.text or i == len(lines):
            _take_run(lines, run, rows, headers)
            run = []
    return rows, headers


def _is_marker(cell: str) -> bool:
    """Tell whether a cell is a number or letter that a tab sets off from its text."""
    marker = read_marker(cell)
    return cell.isdigit() or (marker is not None and marker.length >= len(cell))


def _take_run(
    lines: Sequence[Line], run: Sequence[int], rows: dict[int, str], headers: set[int]
) -> None:
    if len(run) < 2:
        return
    keys = [lines[i].text.split("\t")[0].strip() for i in run]
    numbered = [bool(re.search(r"\d", key)) for key in keys]
    # Column headings name what the cells below have: no number over numbered cells.
    has_header = len(run) >= 3 if not any(numbered) else not numbered[0] and all(numbered[1:])
    if has_header:
        headers.add(run[0])
    for i, key in list(zip(run, keys, strict=True))[int(has_header) :]:
        rows[i] = key


def _family(symbol: str) -> str:
    return symbol.rsplit("/", 1)[0]


def _wrapped(lines: Sequence[Line], skip: Collection[int]) -> tuple[dict[int, str], set[int]]:
    best: list[tuple[int, str]] = []
    run: list[tuple[int, str]] = []
    used = [(i, line) for i, line in enumerate(lines) if line.text and i not in skip]
    for i, line in used:
        match = _SYMBOL.match(line.text)
        if match and (not run or _family(run[0][1]) == _family(match.group())):
            run.append((i, match.group()))
        elif read_marker(line.text) or is_division(line.text):
            best, run = max(best, run, key=len), []
    best = max(best, run, key=len)
    if len(best) < _FEWEST_ROWS or len({key for _, key in best}) < len(best):
        return {}, set()
    rows = {i: _whole_key(lines, i, key) for i, key in best}
    return rows, _headers_above(lines, skip, best[0][0])


def _whole_key(lines: Sequence[Line], at: int, key: str) -> str:
    """Return the first cell: the symbol, and what it wraps to if it has the line to itself."""
    if lines[at].text != key:
        return key
    words = [key]
    for line in lines[at + 1 :]:
        if not line.text:
            break
        words.append(line.text)
    return " ".join(words)


def _headers_above(lines: Sequence[Line], skip: Collection[int], first: int) -> set[int]:
    """Return the column headings: what stands between a caption and the first row.

    The caption is the first block below an annex title; without one there are no headings.
    """
    blocks: list[list[int]] = []
    gap = True
    for i in range(first - 1, -1, -1):
        if i in skip:
            continue
        if not lines[i].text:
            gap = True
            continue
        if is_division(lines[i].text):
            return {i for block in blocks[:-1] for i in block}
        if read_marker(lines[i].text) or len(blocks) > 6:
            return set()
        if gap:
            blocks.append([])
        blocks[-1].append(i)
        gap = False
    return set()
