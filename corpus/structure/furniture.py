"""Finds the lines that the page brought, not the author: headers, numbers, contents, rules.

Decided by shape and by place (beside a page break or another such line, in the middle of a
sentence, repeated from page to page), never by what a particular document says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from corpus.source import Line
from corpus.structure.looks import find_debris
from corpus.structure.markers import read_marker

_JOB_NUMBER = re.compile(
    r"(?:[A-Z]{1,5}\.\d{2}-\d{4,6}\b.{0,24}|\d{1,4}\s+[A-Z]{1,5}\.\d{2}-\d{4,6})\Z"
)
_JOB = re.compile(
    r"(?:[A-Z]{1,5}\.)?\d{2}-\d{4,6}[A-Z]?\*?(?:\s*\([A-Z]{1,2}\))?(?:\s+\d{6}){0,3}"
    r"(?:\s*/(?:\.\.\.|…)|\s+\d{1,4}/\d{1,4})?\Z|\*\d{5,9}\*\Z|"
    r"\d{1,4}/\d{1,4}\s+\d{2}-\d{4,6}[A-Z]?\Z"
)
"""A job number with language and dates or a page number, or a bar code in figures."""
_IMPRINT = re.compile(rf"{_JOB.pattern}|\d{{6}}\Z|/(?:\.\.\.|…)\Z")
"""The same, or a date alone, or the sign for "over"."""
_PAGE_NUMBER = re.compile(
    r"(?:[-–—]\s*)?(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?(?:\s*[-–—])?\Z", re.I
)
_PAGE_OF = re.compile(r"(?:page\s+)?\d{1,4}\s*(?:/|of)\s*\d{1,4}\Z", re.I)
_SYMBOL = re.compile(r"[A-Z][A-Za-z]{0,11}(?:/[A-Za-z0-9.\-()]+){2,}\Z|[A-Z]{1,4}/\d+/[\w./-]+\Z")
_LEADER = re.compile(r"(?:(?:\.\s?){5,}|…{2,})\s*[\dxvi–\s-]{0,16}\Z")
_RULE = re.compile(r"[\s_\-=*–—•·]{3,}\Z")
_CONTENTS = re.compile(r"contents\Z|page\Z|paragraphs?\s+page\Z|table of contents\Z", re.I)
_NEAR = 6
_EDGE = 3
_REACH = 200
"""Lines within which a line's neighbours are looked for."""
_ENTRY = 8
"""Lines that an entry of a table of contents may have before the one with the leader."""


def is_mid_sentence(before: str, after: str) -> bool:
    """Tell whether a sentence seems to run on from one line to another."""
    return bool(before) and before[-1] not in ".;:!?" and after[:1].islower()


def _neighbours(
    lines: Sequence[Line], at: int, found: Collection[int]
) -> tuple[Line | None, Line | None]:
    """Return the nearest lines with words before and after that are no furniture."""
    first, last = max(at - _REACH, 0), min(at + _REACH, len(lines))
    words = (i for i in range(at - 1, first - 1, -1) if lines[i].text and i not in found)
    before = next(words, None)
    words = (i for i in range(at + 1, last) if lines[i].text and i not in found)
    after = next(words, None)
    return (
        None if before is None else lines[before],
        None if after is None else lines[after],
    )


def _stands_alone(lines: Sequence[Line], at: int, found: Collection[int] = ()) -> bool:
    def blank(i: int) -> bool:
        outside = not 0 <= i < len(lines)
        return outside or not lines[i].text or i in found or lines[i].page != lines[at].page

    return blank(at - 1) and blank(at + 1)


def _at_page_edge(lines: Sequence[Line], at: int, found: Collection[int]) -> bool:
    if lines[at].page is None:
        return False
    before, after = _neighbours(lines, at, found)
    return (
        before is None
        or after is None
        or before.page != lines[at].page
        or after.page != lines[at].page
    )


def _running_lines(lines: Sequence[Line]) -> set[int]:
    """Return positions of lines at page edges that come back from page to page."""
    by_page: dict[int, list[int]] = {}
    for i, line in enumerate(lines):
        if line.text and line.page is not None:
            by_page.setdefault(line.page, []).append(i)
    if len(by_page) < 3:
        return set()
    edges = {i for rows in by_page.values() for i in rows[:_EDGE] + rows[-_EDGE:]}
    shapes = {i: re.sub(r"\d+", "#", lines[i].text.casefold()) for i in edges}
    # A numbered paragraph at a page edge shares its shape with no other but by its words.
    counts = Counter(shape for shape in shapes.values() if re.search(r"[^\W\d_#]", shape))
    wanted = max(3, len(by_page) // 4)
    return {
        i
        for i, shape in shapes.items()
        if counts[shape] >= wanted and len(shape) <= 120 and not _is_numbered_prose(lines[i].text)
    }


def _is_numbered_prose(text: str) -> bool:
    return read_marker(text) is not None and len(text.split()) > 6


def _imprint(lines: Sequence[Line], found: Collection[int]) -> set[int]:
    """Return positions of the imprint at the foot of pages: job number, dates and bar code."""
    imprint: set[int] = set()
    foot: list[int] = []
    page: int | None = None
    ended = False
    for i in range(len(lines) - 1, -1, -1):
        line = lines[i]
        if not line.text or i in found or line.page is None:
            continue
        if line.page != page:
            page, ended, foot = line.page, False, []
        if not ended and _IMPRINT.match(line.text):
            foot.append(i)
            if _JOB.match(line.text):
                imprint |= set(foot)
        else:
            ended = True
    return imprint


def _page_number_run(lines: Sequence[Line]) -> set[int]:
    """Return positions of lone numbers that rise by one or two through the document."""
    lone = [
        (i, int(lines[i].text))
        for i in range(len(lines))
        if re.fullmatch(r"\d{1,4}", lines[i].text) and _stands_alone(lines, i)
    ]
    # The longest run that ends in each number so far, as its length and its last entry.
    ends: dict[int, tuple[int, int]] = {}
    before: list[int | None] = []
    for k, (_, number) in enumerate(lone):
        length, last = max(ends.get(number - step, (0, -1)) for step in (1, 2))
        before.append(last if length else None)
        if length + 1 > ends.get(number, (0, -1))[0]:
            ends[number] = (length + 1, k)
    length, at = max(ends.values(), default=(0, -1))
    found: set[int] = set()
    step: int | None = at if length >= 3 else None
    while step is not None:
        found.add(lone[step][0])
        step = before[step]
    return found


def find_furniture(lines: Sequence[Line]) -> Mapping[int, str]:
    """Return the kind of furniture for the position of each line that is furniture."""
    found: dict[int, str] = {
        i: line.kind or "running header" for i, line in enumerate(lines) if line.role == "furniture"
    }
    found |= dict.fromkeys(_running_lines(lines), "running header")
    found |= dict.fromkeys(_imprint(lines, found), "imprint")
    found |= find_debris(lines, found)
    found.update(dict.fromkeys(_page_number_run(lines), "page number"))
    symbols = Counter(line.text for line in lines if _SYMBOL.match(line.text))
    for i, line in enumerate(lines):
        if not line.text:
            continue
        if _RULE.match(line.text):
            found[i] = "rule"
        elif _JOB_NUMBER.match(line.text) and _stands_alone(lines, i):
            found[i] = "running header"
        elif _LEADER.search(line.text):
            found[i] = "contents"
    for i, line in enumerate(lines):
        if _CONTENTS.match(line.text) and "contents" in (found.get(k) for k in range(i, i + 8)):
            found[i] = "contents"
    titled = any(re.fullmatch(r"(?:table of )?contents", line.text, re.I) for line in lines)
    contents = [i for i, kind in found.items() if kind == "contents"]
    for one, two in pairwise(sorted(contents)):
        between = [i for i in range(one + 1, two) if lines[i].text and i not in found]
        if len(between) <= (_ENTRY if titled else 2):  # an entry's lines without the leader
            found |= dict.fromkeys(between, "contents")
    marked = -1
    while marked != len(found):  # a line beside furniture may be furniture itself
        marked = len(found)
        _mark_by_place(lines, symbols, found)
    return found


def _mark_by_place(lines: Sequence[Line], symbols: Counter[str], found: dict[int, str]) -> None:
    """Mark lone symbols and page numbers whose place gives them away."""
    for i, line in enumerate(lines):
        if i in found or not line.text or not _stands_alone(lines, i, found):
            continue
        symbol, number = bool(_SYMBOL.match(line.text)), bool(_PAGE_NUMBER.match(line.text))
        if not (symbol or number):
            continue
        before, after = _neighbours(lines, i, found)
        beside = any(
            found.get(k) in {"running header", "page number"}
            for k in range(i - _NEAR, i + _NEAR + 1)
        )
        split = (
            before is not None and after is not None and is_mid_sentence(before.text, after.text)
        )
        if (
            beside
            or split
            or _at_page_edge(lines, i, found)
            or bool(_PAGE_OF.match(line.text))
            or (symbol and symbols[line.text] >= 3)
        ):
            found[i] = "running header" if symbol else "page number"
