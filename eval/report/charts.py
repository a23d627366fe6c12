"""The plots: numbers in, SVG out. They know no run and no measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eval.report import svg
from eval.report.words import ENGLISH, Words
from eval.types import Bin, Score

_ROW = 26.0
_GUTTER = 136.0
_SPAN = 236.0
_VALUES = 108.0
_LEGEND = 22.0
_SIDE = 300.0
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True)
class Series:
    """One system's value in each category.

    Attributes:
        name: As the legend has it.
        values: One a category; None where there is none.
    """

    name: str
    values: tuple[Score | None, ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """One system's line.

    Attributes:
        name: As the legend has it.
        points: ``(x, y)``, each from 0 to 1, by rising x.
    """

    name: str
    points: tuple[svg.Point, ...]


def bar_chart(
    title: str, categories: Sequence[str], series: Sequence[Series], words: Words = ENGLISH
) -> str:
    """Return a bar with its interval a category for the first series, a mark for each other.

    Args:
        title: Read aloud in the plot's place.
        categories: Names, from top to bottom.
        series: As many values each as there are categories, from 0 to 1.
        words: In which figures are written.
    """
    height = len(categories) * _ROW
    scale = svg.box((_GUTTER, 0), (_SPAN, height), "frame")
    elements = [scale]
    for tick in _TICKS:
        x = _GUTTER + tick * _SPAN
        elements += [
            svg.line((x, 0), (x, height), "grid"),
            svg.text((x, height + 16), words.tick(tick), "middle small"),
        ]
    for row, category in enumerate(categories):
        elements += _bar_row(row, category, series, words)
    elements += _legend([one.name for one in series], height + 38, bar=True)
    total = height + 38 + _legend_height(len(series))
    return svg.drawing(title, _GUTTER + _SPAN + _VALUES, total, elements)


def _bar_row(row: int, category: str, series: Sequence[Series], words: Words) -> list[str]:
    top, middle = row * _ROW, row * _ROW + _ROW / 2
    elements = [svg.text((_GUTTER - 10, middle + 4), category, "end")]
    for number, one in enumerate(series):
        score = one.values[row]
        if score is None or score.value is None:
            continue
        x = _GUTTER + score.value * _SPAN
        told = f"{one.name}, {category}: {words.score(score)}"
        if number:
            elements.append(svg.marker((x, middle), number, told, size=4))
            continue
        elements.append(
            svg.box((_GUTTER, top + 5), (score.value * _SPAN, _ROW - 10), "bar s0", told)
        )
        if score.low is not None and score.high is not None:
            low, high = (_GUTTER + end * _SPAN for end in (score.low, score.high))
            elements.append(svg.line((low, middle), (high, middle), "whisker"))
            elements += [
                svg.line((end, middle - 4), (end, middle + 4), "whisker") for end in (low, high)
            ]
        elements.append(svg.text((_GUTTER + _SPAN + 10, middle + 4), words.score(score), "small"))
    return elements


def line_chart(
    title: str, across: str, up: str, curves: Sequence[Curve], words: Words = ENGLISH
) -> str:
    """Return a line a series in a square from 0 to 1.

    Args:
        title: Read aloud in the plot's place.
        across: Name of what runs to the right.
        up: Name of what runs upwards.
        curves: The lines; a mark at its end tells one from another.
        words: In which a point is told.
    """
    elements = _square(across, up, words)
    for number, curve in enumerate(curves):
        placed = [_in_square(point) for point in curve.points]
        elements.append(svg.path(placed, f"curve s{number % svg.MARKERS}"))
        if placed:
            x, y = curve.points[-1]
            figures = words.figure(y, 2), words.figure(x, 2)
            told = words.plots.point(curve.name, up, figures[0], across, figures[1])
            elements.append(svg.marker(placed[-1], number, told))
    elements += _legend([curve.name for curve in curves], _SIDE + 72, left=_LEFT)
    height = _SIDE + 72 + _legend_height(len(curves))
    return svg.drawing(title, _LEFT + _SIDE + 20, height, elements)


def reliability_chart(
    title: str, across: str, up: str, bins: Sequence[Bin], words: Words = ENGLISH
) -> str:
    """Return a reliability diagram: a mark a bin, its size the bin's share of the questions.

    On the diagonal, what is said with a probability is true that often (A. Niculescu-Mizil and
    R. Caruana, Predicting Good Probabilities with Supervised Learning, ICML 2005).
    """
    elements = _square(across, up, words)
    elements.append(svg.line(_in_square((0, 0)), _in_square((1, 1)), "diagonal"))
    total = sum(one.n for one in bins)
    drawn = []
    for one in bins:
        if one.confidence is None or one.answerable is None:
            continue
        at = _in_square((one.confidence, one.answerable))
        ends = words.figure(one.low, 1), words.figure(one.high, 1)
        figures = words.figure(one.confidence, 2), words.figure(one.answerable, 2)
        told = words.plots.bin(*ends, one.n, across, figures[0], up, figures[1])
        size = 3 + 11 * (one.n / total) ** 0.5
        drawn.append((at, svg.marker(at, 0, told, size=size)))
        elements.append(svg.text((at[0], at[1] - size - 4), str(one.n), "middle small"))
    elements.append(svg.path([at for at, _ in drawn], "curve s0 thin"))
    elements += [mark for _, mark in drawn]
    return svg.drawing(title, _LEFT + _SIDE + 30, _SIDE + 66, elements)


_LEFT = 56.0
_TOP = 20.0


def _in_square(point: svg.Point) -> svg.Point:
    x, y = point
    return _LEFT + x * _SIDE, _TOP + (1 - y) * _SIDE


def _square(across: str, up: str, words: Words) -> list[str]:
    elements = [svg.box((_LEFT, _TOP), (_SIDE, _SIDE), "frame")]
    for tick in _TICKS:
        (x, _), (_, y) = _in_square((tick, 0)), _in_square((0, tick))
        elements += [
            svg.line((x, _TOP), (x, _TOP + _SIDE), "grid"),
            svg.line((_LEFT, y), (_LEFT + _SIDE, y), "grid"),
            svg.text((x, _TOP + _SIDE + 16), words.tick(tick), "middle small"),
            svg.text((_LEFT - 6, y + 4), words.tick(tick), "end small"),
        ]
    middle = _TOP + _SIDE / 2
    elements.append(svg.text((_LEFT + _SIDE / 2, _TOP + _SIDE + 36), across, "middle"))
    upright = svg.text((0, 0), up, "middle")
    elements.append(f'<g transform="translate(14 {middle:g}) rotate(-90)">{upright}</g>')
    return elements


def _legend(
    names: Sequence[str], top: float, *, left: float = _GUTTER, bar: bool = False
) -> list[str]:
    """Return a line a series; nothing where there is only one."""
    if len(names) < 2:
        return []
    elements = []
    for number, name in enumerate(names):
        y = top + number * _LEGEND
        if bar and not number:
            elements.append(svg.box((left, y - 6), (16, 12), "bar s0"))
        else:
            elements.append(svg.marker((left + 8, y), number, size=4))
        elements.append(svg.text((left + 24, y + 4), name))
    return elements


def _legend_height(series: int) -> float:
    return series * _LEGEND if series > 1 else 0
