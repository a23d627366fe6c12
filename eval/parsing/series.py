"""Series of numbers that labels make: ``1, 2, 3``, ``12.1, 12.2``, ``annex I:1, annex I:2``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.types import Parse, Unit

_NUMBERED = re.compile(r"(?P<series>(?:.*[.:])?)(?P<number>\d+)(?:bis|ter|quater|quinquies)?")
_PRINTED = re.compile(r"(\d+)\.\s")
_FEWEST = 3
"""Numbers that make a series; fewer may be there by chance."""


def split_label(label: str) -> tuple[str, int] | None:
    """Return what a label's series begins with and its number in it, or None if it has none.

    ``12.4`` is ``("12.", 4)``, ``annex I:5`` is ``("annex I:", 5)`` and ``7`` is ``("", 7)``.
    """
    match = _NUMBERED.fullmatch(label)
    return (match["series"], int(match["number"])) if match else None


def whole_series(labels: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the series among labels that run 1, 2, 3 … in that order without a gap or repeat.

    Args:
        labels: In reading order.

    Returns:
        The labels of each, by what they begin with; series of fewer than three are left out.
    """
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for label in labels:
        if split := split_label(label):
            found[split[0]].append((split[1], label))
    return {
        name: tuple(label for _, label in members)
        for name, members in found.items()
        if len(members) >= _FEWEST
        and [number for number, _ in members] == list(range(1, len(members) + 1))
    }


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number that something begins with.

    Attributes:
        place: The series it is in, `ROWS` or `HEADINGS`.
        number: As printed.
    """

    place: str
    number: int


ROWS = "rows of a table"
HEADINGS = "headings"


def numbers_of(parse: Parse) -> tuple[Numbered, ...]:
    """Return the whole numbers that paragraphs, items, rows and headings begin with, in order.

    Paragraphs with dotted numbers are left out: each of their numbers stands for one section.
    """
    found = [(unit.start, _numbered_unit(unit)) for unit in parse.units]
    for heading in parse.headings:
        if match := _PRINTED.match(heading.text):
            found.append((heading.start, Numbered(HEADINGS, int(match[1]))))
    return tuple(n for _, n in sorted(found, key=lambda at: at[0]) if n is not None)


def _numbered_unit(unit: Unit) -> Numbered | None:
    if unit.kind == "paragraph":
        split = split_label(unit.label)
        if split is None or split[0].endswith("."):
            return None
        return Numbered(split[0].rstrip(":") or "the main text", split[1])
    match = _PRINTED.match(f"{unit.marker} {unit.text}" if unit.kind == "item" else unit.text)
    if match is None or unit.kind not in {"item", "row"}:
        return None
    place = ROWS if unit.kind == "row" else f"the list in {unit.parent}"
    return Numbered(place, int(match[1]))


def longest_run(numbers: Iterable[Numbered]) -> int:
    """Return the greatest N for which one series of paragraphs or items has each of 1 … N."""
    series: dict[str, set[int]] = defaultdict(set)
    for numbered in numbers:
        if numbered.place not in {ROWS, HEADINGS}:
            series[numbered.place].add(numbered.number)
    return max(map(_run, series.values()), default=0)


def _run(numbers: set[int]) -> int:
    n = 0
    while n + 1 in numbers:
        n += 1
    return n


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a count that runs on through a document.

    Attributes:
        place: As in `Numbered`.
        first: Its first number.
        last: Its last number.
    """

    place: str
    first: int
    last: int


def running_count(numbers: Iterable[Numbered]) -> tuple[Stretch, ...]:
    """Count 1, 2, 3 … through a document as one would who sees numbers and no structure.

    Each next number is looked for behind the one before it. A number of a series counts only
    if that series has all numbers before it, from 1; single ones may be rows of a table, where
    the format shows some items as such.

    Args:
        numbers: In reading order.

    Returns:
        Where the count went; the last stretch's last number is how far it came.
    """
    stretches: list[Stretch] = []
    reached: dict[str, int] = {}
    wanted = 1
    for numbered in numbers:
        place, number = numbered.place, numbered.number
        if place in {ROWS, HEADINGS}:
            for series, last in reached.items():
                reached[series] = max(last, number) if number == last + 1 else last
        elif number == reached.get(place, 0) + 1:
            reached[place] = number
        else:
            continue
        if number != wanted:
            continue
        wanted += 1
        if stretches and stretches[-1].place == place:
            stretches[-1] = Stretch(place, stretches[-1].first, number)
        else:
            stretches.append(Stretch(place, number, number))
    return tuple(stretches)
