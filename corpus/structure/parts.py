"""Finds the parts of a document that number their paragraphs anew: "Part One", "Part Two"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from corpus.source import Line
from corpus.structure.markers import part_name, read_marker


def find_parts(lines: Sequence[Line], skip: Collection[int]) -> frozenset[int]:
    """Return the positions of the lines that begin a part.

    In a part of a book or of a budget the numbering runs on; such a line is a heading like others.
    So a part is one only if a paragraph 1 stands in it, and if the document has another such.

    Args:
        lines: Of the source.
        skip: Positions of furniture.
    """
    named: dict[str, int] = {}
    name, place = "", 0
    for at, line in enumerate(lines):
        if at in skip or not line.text or line.role:
            continue
        if found := part_name(line.text):
            name, place = found, at
        elif name and _is_first(line.text):
            named.setdefault(name, place)
            name = ""
    return frozenset(named.values()) if len(named) > 1 else frozenset()


def _is_first(text: str) -> bool:
    marker = read_marker(text)
    return marker is not None and any(
        meaning.style == "1." and meaning.value == (1,) for meaning in marker.meanings
    )
