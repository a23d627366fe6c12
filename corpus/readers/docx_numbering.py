"""Word's automatic numbers: numbering.xml and the counters that run through a document.

A list (``w:num``) borrows its levels from a definition (``w:abstractNum``). All lists of one
definition share one count, which is how Word goes on with a list behind a heading or a table; a
list that overrides the start begins anew where it is used first (ECMA-376, part 1, 17.9).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from corpus.readers.docx_number_formats import format_number
from corpus.readers.docx_styles import NumberRef, Styles
from corpus.readers.docx_xml import MC, Element, W, is_on, number, value

LEVELS = 9
BULLET = "•"
_MOST_TEXT = 120
_PLACE = re.compile(r"%([1-9])")
_WORDLESS = frozenset({"bullet", "none"})


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    Attributes:
        start: First number.
        format: A value of ``w:numFmt``.
        pattern: For the format ``custom``.
        text: What is printed, with ``%1`` to ``%9`` for the numbers of the levels.
        restart: The level is counted anew behind this level (from 1) and those above it; 0 is
            never, None behind any level above.
        legal: Whether the numbers of the levels above are printed as digits.
        suffix: What stands between the number and the text: ``tab``, ``space`` or ``nothing``.
        style: Key of the paragraph style that goes with the level.
    """

    start: int = 0
    format: str = "decimal"
    pattern: str = ""
    text: str = ""
    restart: int | None = None
    legal: bool = False
    suffix: str = "tab"
    style: str = ""


@dataclass(frozen=True, slots=True)
class _List:
    definition: str
    levels: tuple[Level, ...]
    starts: dict[int, int]


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """An automatic number: its text, and whether a gap divides it from the paragraph."""

    text: str
    gap: bool


class Numbering:
    """The lists of a document."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        """Read the part's root; without one, nothing is numbered."""
        self._styles = styles
        self._definitions: dict[str, Element] = {}
        self._lists: dict[str, _List | None] = {}
        self._nums: dict[str, Element] = {}
        for child in root if root is not None else ():
            if child.tag == W + "abstractNum":
                self._definitions.setdefault(child.get(W + "abstractNumId") or "", child)
            elif child.tag == W + "num":
                self._nums.setdefault(child.get(W + "numId") or "", child)

    def list(self, num_id: str) -> _List | None:
        """Return a list with all its levels, None where there is none of that key."""
        if num_id not in self._lists:
            self._lists[num_id] = self._read(num_id)
        return self._lists[num_id]

    def _read(self, num_id: str) -> _List | None:
        num = self._nums.get(num_id)
        if num is None:
            return None
        key = value(num, "abstractNumId") or ""
        definition = self._definitions.get(key)
        for _ in range(LEVELS):  # a definition may borrow the levels of a numbering style
            link = value(definition, "numStyleLink")
            target = self._nums.get(self._styles.list_of(link) or "") if link else None
            if target is None:
                break
            definition = self._definitions.get(value(target, "abstractNumId") or "")
        if definition is None:
            return None
        levels = [Level() for _ in range(LEVELS)]
        _read_levels(definition, levels)
        starts: dict[int, int] = {}
        for override in num.iter(W + "lvlOverride"):
            at = number(override.get(W + "ilvl"), most=LEVELS - 1) or 0
            _read_levels(override, levels)
            start = number(value(override, "startOverride"))
            if start is not None:
                starts[at] = start
                levels[at] = replace(levels[at], start=start)
        return _List(key, tuple(levels), starts)


def _read_levels(parent: Element, levels: list[Level]) -> None:
    for element in parent:
        at = number(element.get(W + "ilvl"))
        if element.tag == W + "lvl" and at is not None and at < LEVELS:
            levels[at] = _read_level(element)


def _read_level(element: Element) -> Level:
    form = element.find(W + "numFmt")
    choice = element.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    if choice is not None:
        form = choice
    elif form is None:
        form = element.find(f"{MC}AlternateContent/{MC}Fallback/{W}numFmt")
    legal = element.find(W + "isLgl")
    start = number(value(element, "start"))
    return Level(
        start=start or 0,  # the standard counts from 0 where a file says nothing
        format=(form.get(W + "val") or "decimal") if form is not None else "decimal",
        pattern=(form.get(W + "format") or "") if form is not None else "",
        text=(value(element, "lvlText") or "")[:_MOST_TEXT],
        restart=number(value(element, "lvlRestart")),
        legal=legal is not None and is_on(legal),
        suffix=value(element, "suff") or "tab",
        style=value(element, "pStyle") or "",
    )


@dataclass(slots=True)
class Counters:
    """The counts of all lists at a point of one story (the main text, a note, a text box)."""

    numbering: Numbering
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _used: set[tuple[str, int]] = field(default_factory=set)

    def next(self, ref: NumberRef) -> PrintedNumber | None:
        """Count a paragraph and return its number, None where it has none."""
        used = self.numbering.list(ref.num_id)
        if used is None:
            return None
        level = _level(ref, used)
        counts = self._counts.setdefault(used.definition, [None] * LEVELS)
        if level in used.starts and (ref.num_id, level) not in self._used:
            counts[level] = None
        self._used.add((ref.num_id, level))
        # A level that was left out counts as begun (Word: "Heading 2" first makes it 1.1, and
        # the first "Heading 1" behind it 2; Microsoft knowledge base Q110380).
        for above in range(level):
            if counts[above] is None:
                counts[above] = used.levels[above].start
        last = counts[level]
        counts[level] = used.levels[level].start if last is None else last + 1
        for below in range(level + 1, LEVELS):
            restart = used.levels[below].restart
            if restart is None or restart > below or level < restart:
                counts[below] = None
        return _print(used.levels, level, counts)


def _level(ref: NumberRef, used: _List) -> int:
    """Return the level that a paragraph takes.

    It may say so itself; if not, the nearest of its styles does that the list names for a level
    or that names one (ECMA-376, part 1, 17.3.1.19 and 17.9.23).
    """
    if ref.level is not None:
        return ref.level
    for style, level in ref.styles:
        for at, known in enumerate(used.levels):
            if known.style == style:
                return at
        if level is not None:
            return level
    return 0


def _print(levels: tuple[Level, ...], level: int, counts: list[int | None]) -> PrintedNumber | None:
    own = levels[level]
    gap = own.suffix != "nothing"
    if own.format == "bullet":
        return PrintedNumber(BULLET, gap=True) if own.text.strip() else None

    def put(match: re.Match[str]) -> str:
        at = int(match.group(1)) - 1
        count = counts[at] if at <= level else None
        if count is None or levels[at].format in _WORDLESS:
            return ""
        if own.legal and at < level:
            return str(count)
        return format_number(count, levels[at].format, levels[at].pattern)

    text = " ".join(_PLACE.sub(put, own.text).split())[:_MOST_TEXT]
    return PrintedNumber(text, gap) if text else None
