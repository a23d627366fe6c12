"""Glyphs -> printed lines: which characters stand on one line, and in which cells.

Pure geometry. The file's drawing order is kept where it can be: word processors draw a page as it
is read, columns one after the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.readers.pdf_glyphs import Glyphs, Page
from corpus.structure.markers import read_marker

_SAME_LINE = 0.45
"""Baselines may differ by this share of the font size: raised marks stand on their line."""
_CELL_GAP = 1.6
"""A wider gap, in font sizes, begins another cell."""
_SEAM = 0.4
"""A gap wider than this may part two cells, if the columns of a table meet there."""
_RAISED, _SMALLER = 0.12, 0.8
"""A mark stands higher by this share of the line's size, and is smaller than this share of it."""
_MARK = re.compile(r"(?:\d{1,3}|[a-z]{1,2}|[*†‡§]{1,4})(?:,(?:\d{1,3}|[a-z]{1,2}))*\Z")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|e|er|o|a|bis|ter)\Z")


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of a line without a wide gap between them.

    Attributes:
        left: Where it begins, in points.
        right: Where it ends.
        text: Without raised marks.
        marks: Raised marks, each with its place in `text`.
        seams: Wider blanks in it: place in `text`, where the blank begins, and where it ends.
    """

    left: float
    right: float
    text: str
    marks: tuple[tuple[int, str], ...] = ()
    seams: tuple[tuple[int, float, float], ...] = ()

    def parted(self, cuts: Sequence[float], least: float = 0.0) -> list[Cell]:
        """Return what it is made of where columns meet in blanks of at least a width, in points."""
        if not self.seams or all(not self.left < cut < self.right for cut in cuts):
            return [self]
        seams = [
            (at, end, start)
            for at, end, start in self.seams
            if start - end > least and any(end - 2 <= cut <= start + 2 for cut in cuts)
        ]
        found: list[Cell] = []
        start, left = 0, self.left
        for at, end, following in [*seams, (len(self.text), self.right, 0.0)]:
            marks = tuple((m - start, mark) for m, mark in self.marks if start <= m < at)
            found.append(Cell(left, end, self.text[start:at].strip(), marks))
            start, left = at, following
        return found


@dataclass(slots=True)
class Printed:
    """A line as printed.

    Attributes:
        page: From 1.
        base: Baseline, in points from the top.
        size: Font size of most of its characters.
        cells: From left to right, at least one.
        bold: Whether it is bold from end to end.
        italic: Likewise.
        turned: Whether it lies on its side.
    """

    page: int
    base: float
    size: float
    cells: list[Cell] = field(default_factory=list)
    bold: bool = False
    italic: bool = False
    turned: bool = False

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.cells[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.cells[-1].right

    @property
    def text(self) -> str:
        """Its words, a blank between cells."""
        return " ".join(cell.text for cell in self.cells if cell.text)

    @property
    def marks(self) -> tuple[tuple[int, str], ...]:
        """Its raised marks, each with its place in `text`."""
        found, offset = [], 0
        for cell in self.cells:
            found += [(offset + at, mark) for at, mark in cell.marks]
            offset += len(cell.text) + 1 if cell.text else 0
        return tuple(found)

    @property
    def opening_mark(self) -> str:
        """The raised mark that it begins with, as a note does; empty if there is none."""
        marks = self.marks
        return marks[0][1] if marks and marks[0][0] == 0 else ""


def printed_lines(page: Page) -> list[Printed]:
    """Return the lines of a page, in the order in which they are drawn."""
    lines: list[Printed] = []
    for glyphs in _segments(page.glyphs):
        segment = _printed(page, glyphs)
        segment.turned = glyphs[0] in page.glyphs.turned
        last = lines[-1] if lines else None
        if last is not None and not segment.turned and _beside(last, segment):
            last.cells += segment.cells
            last.bold, last.italic = last.bold and segment.bold, last.italic and segment.italic
            last.size = max(last.size, segment.size)
        else:
            lines.append(segment)
    return [line for line in lines if line.text]


def _segments(g: Glyphs) -> list[list[int]]:
    """Cut a page's glyphs where the line or the cell changes."""
    found: list[list[int]] = []
    current: list[int] = []
    base = tallest = 0.0
    for i in range(len(g.chars)):
        if i in g.turned:
            if not current or current[-1] != i - 1 or i - 1 not in g.turned or _far(g, i):
                found.append(current)
                current = []
            current.append(i)
            base, tallest = g.base[i], -1.0  # nothing that stands goes on with it
            continue
        if current:
            j = current[-1]
            size = max(tallest, g.size[i])
            gap = g.left[i] - g.right[j]
            level = tallest >= 0 and abs(g.base[i] - base) <= _SAME_LINE * size
            if level and -0.6 * size <= gap <= _CELL_GAP * size:
                if g.chars[i] == g.chars[j] and abs(g.left[i] - g.left[j]) < 0.1 * size:
                    continue  # drawn twice, for bold print
                current.append(i)
                if g.size[i] > tallest:
                    base, tallest = g.base[i], g.size[i]
                continue
            found.append(current)
        current, base, tallest = [i], g.base[i], g.size[i]
    found.append(current)
    return [segment for segment in found if segment]


def _far(g: Glyphs, i: int) -> bool:
    """Tell whether a character that lies on its side stands apart from the one before it."""
    away = max(abs(g.base[i] - g.base[i - 1]), abs(g.left[i] - g.left[i - 1]))
    return away > 3 * g.size[i]


def _beside(line: Printed, segment: Printed) -> bool:
    size = max(line.size, segment.size)
    return abs(line.base - segment.base) <= 0.3 * size and segment.left >= line.right - 0.3 * size


def _printed(page: Page, glyphs: Sequence[int]) -> Printed:
    g = page.glyphs
    size = _most([g.size[i] for i in glyphs])
    full = [i for i in glyphs if g.size[i] >= _SMALLER * size] or list(glyphs)
    base = _most([g.base[i] for i in full])
    pieces: list[str] = []
    marks: list[tuple[int, str]] = []
    length = 0
    seams: list[tuple[int, float, float]] = []
    for run, raised in _runs(g, glyphs, size, base):
        text = "".join((" " if g.spaced[i] and k else "") + g.chars[i] for k, i in enumerate(run))
        before = " " if g.spaced[run[0]] and length else ""
        bare = text.replace(" ", "")
        follows_digit = bool(pieces) and pieces[-1][-1:].isdigit()
        if raised and _MARK.match(bare) and not (_ORDINAL.match(bare) and follows_digit):
            marks.append((length, bare))
            continue
        if marks and marks[-1][0] == length and length and not before:
            # What stands behind a mark is a word of its own, but for closing punctuation.
            before = "" if text[:1] in ".,;:!?)]”’\"'" else " "
        seams += [(length + len(before) + at, end, left) for at, end, left in _seams(g, run, size)]
        pieces.append(before + text)
        length += len(pieces[-1])
    styles = [page.style(glyphs[k]) for k in {0, len(glyphs) // 2, len(glyphs) - 1}]
    cell = Cell(
        g.left[glyphs[0]], g.right[glyphs[-1]], "".join(pieces).strip(), tuple(marks), tuple(seams)
    )
    return Printed(
        page.number, base, size, [cell], all(b for b, _ in styles), all(i for _, i in styles)
    )


def _most(numbers: Sequence[float]) -> float:
    """Return the most frequent number, to a tenth."""
    if len(set(numbers)) == 1:
        return round(numbers[0], 1)
    return Counter(round(number, 1) for number in numbers).most_common(1)[0][0]


def _seams(g: Glyphs, run: Sequence[int], size: float) -> list[tuple[int, float, float]]:
    """Return the wider blanks in a run: their place in its text, where they begin and end."""
    found: list[tuple[int, float, float]] = []
    length = 0
    for k, i in enumerate(run):
        if k and g.spaced[i]:
            length += 1
            if g.left[i] - g.right[run[k - 1]] > _SEAM * size:
                found.append((length, g.right[run[k - 1]], g.left[i]))
        length += len(g.chars[i])
    return found


def _runs(
    g: Glyphs, glyphs: Sequence[int], size: float, base: float
) -> list[tuple[list[int], bool]]:
    """Cut a segment where raised small print begins and ends."""
    found: list[tuple[list[int], bool]] = []
    for i in glyphs:
        raised = g.size[i] < _SMALLER * size and base - g.base[i] > _RAISED * size
        # Symbols are not made smaller: they are drawn high in their own size.
        raised = raised or (g.chars[i] in "*†‡" and base - g.base[i] > _RAISED * size)
        if found and found[-1][1] == raised:
            found[-1][0].append(i)
        else:
            found.append(([i], raised))
    return found


def is_marker(text: str) -> bool:
    """Tell whether a cell is a number or letter that is set off from its text."""
    marker = read_marker(text)
    return marker is not None and marker.length >= len(text)
