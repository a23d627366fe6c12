"""The pieces that plots are made of: SVG elements as text, nothing measured and nothing chosen.

Colours are classes (``plots.css``), so that a plot follows the page into its dark theme.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eval.report.escaping import as_html

Point = tuple[float, float]

MARKERS = 6
"""Series that have a shape and a colour of their own; the seventh takes those of the first."""


def drawing(title: str, width: float, height: float, elements: Iterable[str]) -> str:
    """Return a whole plot; it shrinks with the page and is read aloud by its title."""
    return (
        f'<svg class="plot" role="img" viewBox="0 0 {_n(width)} {_n(height)}" '
        f'style="max-width: {_n(width * 1.25)}px" aria-label="{as_html(title)}">'
        f"{''.join(elements)}</svg>"
    )


def line(start: Point, end: Point, style: str) -> str:
    """Return a straight line."""
    (x1, y1), (x2, y2) = start, end
    return f'<line class="{style}" x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"/>'


def path(points: Sequence[Point], style: str) -> str:
    """Return a line through points; nothing for none."""
    if not points:
        return ""
    steps = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
    return f'<polyline class="{style}" points="{steps}"/>'


def box(at: Point, size: Point, style: str, told: str = "") -> str:
    """Return a rectangle from its upper left corner; `told` shows when pointed at."""
    (x, y), (width, height) = at, size
    return (
        f'<rect class="{style}" x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" '
        f'height="{_n(height)}">{_told(told)}</rect>'
    )


def text(at: Point, words: str, style: str = "") -> str:
    """Return words; styles ``end`` and ``middle`` set them to the left of, or about, the point."""
    x, y = at
    return f'<text class="{style}" x="{_n(x)}" y="{_n(y)}">{as_html(words)}</text>'


def marker(at: Point, series: int, told: str = "", size: float = 5) -> str:
    """Return the mark of a series: each has a shape of its own beside its colour.

    Args:
        at: Its centre.
        series: Number of the series, from 0.
        told: Shows when pointed at.
        size: Half of its width.
    """
    x, y = at
    shapes: tuple[Sequence[Point], ...] = (
        (),  # a circle
        ((-1, -1), (1, -1), (1, 1), (-1, 1)),  # a square
        ((0, -1.2), (1.2, 1), (-1.2, 1)),  # a triangle
        ((0, -1.4), (1.4, 0), (0, 1.4), (-1.4, 0)),  # a diamond
        ((-1.2, -1), (1.2, -1), (0, 1.2)),  # a triangle on its head
        ((-1.5, -0.5), (1.5, -0.5), (1.5, 0.5), (-1.5, 0.5)),  # a bar
    )
    corners = shapes[series % MARKERS]
    style = f"mark s{series % MARKERS}"
    if not corners:
        return (
            f'<circle class="{style}" cx="{_n(x)}" cy="{_n(y)}" r="{_n(size)}">'
            f"{_told(told)}</circle>"
        )
    points = " ".join(f"{_n(x + dx * size)},{_n(y + dy * size)}" for dx, dy in corners)
    return f'<polygon class="{style}" points="{points}">{_told(told)}</polygon>'


def _told(words: str) -> str:
    return f"<title>{as_html(words)}</title>" if words else ""


def _n(number: float) -> str:
    """Return a number with at most two digits behind the point, the same everywhere."""
    return f"{round(number, 2) + 0.0:g}" if abs(number) < 1e5 else str(round(number))
