"""Charts of a page: which printed lines are their labels.

A chart is told by shapes that are no boxes: bars that are drawn as one, lines, slices. Boxes alone
may be shading behind text, or the cells of a table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.readers.pdf_lines import Printed
from corpus.structure.markers import is_caption, read_marker

Shape = tuple[float, float, float, float, bool]
"""Left, top, right and bottom, in points from the page's top left corner; whether it is a box."""

_SMALLER = 0.6
_GAP = 25.0
"""Points of height without a shape that part two charts."""
_FEWEST = 4
_WIDTH, _HEIGHT = 100.0, 40.0
"""A smaller drawing is an emblem or a code for machines."""
_LARGEST = 0.9
"""A shape that takes more of the page's height is its background."""
_MOST_SHAPES = 3000
_BESIDE, _OVER, _UNDER = 45.0, 16.0, 26.0
"""Points by which labels stand outside the shapes."""
_WIDEST = 0.62
"""A line that takes more of the width of running text is no label."""
_LABEL = 0.35
"""A label outside the shapes is narrower than this share: sources and notes stand there, too."""
_WORD = re.compile(r"[^\W\d_]{3,}")


def chart_labels(
    lines: Sequence[Printed], shapes: Sequence[Shape], body: float, height: float
) -> set[int]:
    """Return the positions of lines that are labels of charts.

    Args:
        lines: Of one page.
        shapes: What it draws besides text and rules.
        body: Font size of running text.
        height: Of the page.
    """
    found: set[int] = set()
    if len(shapes) < _FEWEST or not lines:
        return found
    width = max(line.right for line in lines) - min(line.left for line in lines)
    running = [_is_running(line, width, body) for line in lines]
    for left, top, right, bottom in _charts(shapes, height):
        inside = [at for at, ln in enumerate(lines) if top <= ln.base <= bottom + 2]
        if any(running[at] and lines[at].left < right and lines[at].right > left for at in inside):
            continue
        for at, line in enumerate(lines):
            if running[at] or is_caption(line.text):
                continue
            within = left - 2 <= line.left and line.right <= right + 2 and at in inside
            near = (
                line.right - line.left < _LABEL * width
                and left - _BESIDE <= line.left
                and line.right <= right + _BESIDE
                and top - _OVER <= line.base <= bottom + _UNDER
            )
            near = near and not (at and _goes_on(line, lines[at - 1], width))
            label = line.size <= body - _SMALLER or not _WORD.search(line.text)
            if within or (near and label):
                found.add(at)
    return found


def _is_running(line: Printed, width: float, body: float) -> bool:
    wide = len(line.cells) == 1 and line.right - line.left > _WIDEST * width
    marker = read_marker(line.text)
    numbered = marker is not None and marker.length < len(line.text)
    return line.size > body - _SMALLER and (wide or numbered)


def _goes_on(line: Printed, above: Printed, width: float) -> bool:
    """Tell whether a line is the last one of a note that fills the lines above."""
    close = 0 < line.base - above.base < 1.5 * line.size and line.left <= above.left + 20
    return close and above.right - above.left > _LABEL * width


def _charts(shapes: Sequence[Shape], height: float) -> list[tuple[float, float, float, float]]:
    """Return where shapes stand together that are no boxes only."""
    groups: list[list[Shape]] = []
    bottom = 0.0
    for shape in sorted(shapes[:_MOST_SHAPES], key=lambda shape: shape[1]):
        if shape[3] - shape[1] >= _LARGEST * height:
            continue
        if not groups or shape[1] > bottom + _GAP:
            groups.append([])
            bottom = shape[3]
        groups[-1].append(shape)
        bottom = max(bottom, shape[3])
    found: list[tuple[float, float, float, float]] = []
    for part in (part for group in groups for part in _side_by_side(group)):
        left, top, right, bottom = _extent(part)
        own = [shape for shape in part if not shape[4]]
        if len(part) >= _FEWEST and own:
            x0, y0, x1, y1 = _extent(own)
            if x1 - x0 >= _WIDTH and y1 - y0 >= _HEIGHT:
                found.append((left, top, right, bottom))
    return found


def _extent(shapes: Sequence[Shape]) -> tuple[float, float, float, float]:
    lefts, tops, rights, bottoms, _ = zip(*shapes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _side_by_side(group: Sequence[Shape]) -> list[list[Shape]]:
    """Part shapes that stand far from each other, as an emblem and a code do."""
    parts: list[list[Shape]] = []
    right = 0.0
    for shape in sorted(group, key=lambda shape: shape[0]):
        if not parts or shape[0] > right + 3 * _GAP:
            parts.append([])
            right = shape[2]
        parts[-1].append(shape)
        right = max(right, shape[2])
    return parts
