"""A unit's words as a gold file may have them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from corpus.types import Unit


def texts_of(units: Iterable[Unit]) -> dict[str, tuple[str, str]]:
    """Return by label a unit's own words, and those followed by all that stands in it.

    A gold file may have either. Sub-paragraphs and items come with their markers.
    """
    units = tuple(units)
    inside: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.parent is not None:
            inside[unit.parent].append(unit)
    return {unit.label: (unit.text, _whole(unit, inside)) for unit in units}


def _whole(unit: Unit, inside: Mapping[str, Sequence[Unit]]) -> str:
    parts = [f"{child.marker} {_whole(child, inside)}" for child in inside.get(unit.label, ())]
    return " ".join([unit.text, *parts])
