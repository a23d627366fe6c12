"""Thin lines that a page draws -> rules: from where to where, and where columns meet on them.

Word processors draw the border of each cell for itself, so the pieces of a rule tell the columns
of its table, even where the cells hold little.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Piece = tuple[float, float, float]
"""Left, right and y, in points from the page's top left corner."""

_LEVEL = 2.0
_JOIN = 12.0
_SHORTEST = 90.0
_NARROWEST = 9.0
"""A piece that is shorter only joins two others."""
_SAME_X = 8.0


@dataclass(frozen=True, slots=True)
class Ruling:
    """A horizontal rule.

    Attributes:
        left: Where it begins.
        right: Where it ends.
        y: Its height on the page, from the top.
        cuts: Where the pieces meet that it is drawn in.
    """

    left: float
    right: float
    y: float
    cuts: tuple[float, ...] = ()

    def matches(self, other: Ruling) -> bool:
        """Tell whether two rules begin and end at the same places."""
        return abs(self.left - other.left) <= _SAME_X and abs(self.right - other.right) <= _SAME_X


def whole_rules(pieces: Sequence[Piece]) -> list[Ruling]:
    """Put the pieces of rules together that stand side by side; from the top."""
    found: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: (round(one[2]), one[0])):
        last = found[-1] if found else None
        level = last is not None and abs(last[-1][2] - piece[2]) < _LEVEL
        if last is not None and level and piece[0] <= max(p[1] for p in last[-3:]) + _JOIN:
            last.append(piece)
        else:
            found.append([piece])
    rules = [_ruling(run) for run in found]
    return sorted((r for r in rules if r.right - r.left > _SHORTEST), key=lambda r: r.y)


def _ruling(run: Sequence[Piece]) -> Ruling:
    left, right = min(p[0] for p in run), max(p[1] for p in run)
    cuts: list[float] = []
    end = left
    for x0, x1, _ in run:
        if x1 - x0 < _NARROWEST:
            continue
        if x0 - left > _NARROWEST and abs(x0 - end) <= _JOIN:
            cuts.append((x0 + end) / 2)
        end = max(end, x1)
    return Ruling(left, right, run[0][2], tuple(cuts))


def merge_cuts(rules: Sequence[Ruling]) -> tuple[float, ...]:
    """Return where columns meet by any of some rules, from the left."""
    found: list[float] = []
    for cut in sorted(cut for rule in rules for cut in rule.cuts):
        if not found or cut - found[-1] > _NARROWEST:
            found.append(cut)
    return tuple(found)
