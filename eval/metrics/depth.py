"""How far from the right unit a cited one stands in the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set

from corpus.catalogue import Catalogue
from eval.types import DEPTHS, Depth, UnitKey

DEPTH_MEASURES = tuple(f"cited_{depth}" for depth in DEPTHS if depth != "acceptable")

_JUDGED: tuple[Depth, ...] = tuple(depth for depth in DEPTHS if depth != "acceptable")


class Neighbourhood:
    """Tells how two units of a library stand to each other.

    Args:
        catalogue: The library.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._parent: dict[UnitKey, UnitKey | None] = {}
        self._beside: dict[UnitKey, set[UnitKey]] = {}
        for document in catalogue.documents:
            keys = [UnitKey(document.symbol, unit.label) for unit in document.units]
            for key, unit in zip(keys, document.units, strict=True):
                parent = None if unit.parent is None else UnitKey(document.symbol, unit.parent)
                self._parent[key] = parent
                self._beside[key] = set()
            top = [key for key in keys if self._parent[key] is None]
            for row in (keys, top):
                for one, other in zip(row, row[1:], strict=False):
                    self._beside[one].add(other)
                    self._beside[other].add(one)

    def level(self, unit: UnitKey) -> int:
        """Return 1 for a unit that stands in no other, 2 for one inside it, and so on."""
        return 1 + len(self._above(unit))

    def depth(
        self, cited: UnitKey, gold: Set[UnitKey], acceptable: Set[UnitKey] = frozenset()
    ) -> Depth:
        """Return how a cited unit stands to the gold units; the first that fits.

        - ``exact``: it is a gold unit.
        - ``acceptable``: a fair judge would not call it wrong.
        - ``ancestor``: a gold unit stands in it (cited too high).
        - ``descendant``: it stands in a gold unit (cited too low).
        - ``sibling``: it and a gold unit stand in one parent. Units that stand in no other
          are nobody's siblings.
        - ``next-door``: the unit before or after a gold one in reading order, or, for units
          that stand in no other, the one before or after among these.
        - ``elsewhere``: none of these, or another document.

        Ours; it takes the hierarchical error types of structured document retrieval (INEX's
        too big and too small: M. Lalmas and A. Tombros, 2007) apart by the tree of labels.
        """
        if cited in gold:
            return "exact"
        if cited in acceptable:
            return "acceptable"
        if any(cited in self._above(unit) for unit in gold):
            return "ancestor"
        above = self._above(cited)
        if any(unit in above for unit in gold):
            return "descendant"
        parent = self._parent.get(cited)
        if parent is not None and any(self._parent.get(unit) == parent for unit in gold):
            return "sibling"
        if gold & self._beside.get(cited, set()):
            return "next-door"
        return "elsewhere"

    def _above(self, unit: UnitKey) -> tuple[UnitKey, ...]:
        found = []
        parent = self._parent.get(unit)
        while parent is not None:
            found.append(parent)
            parent = self._parent.get(parent)
        return tuple(found)


def depth_scores(depths: Sequence[Depth | None]) -> dict[str, float | None]:
    """Return the share of an answer's citations at each depth, acceptable ones left aside.

    Range: each from 0 to 1, together 1; None where nothing is left to judge, as after a
    refusal: unlike precision, this asks where citations land that were made.
    """
    counts = Counter(depth for depth in depths if depth in _JUDGED)
    total = counts.total()
    return {
        measure: counts[depth] / total if total else None
        for measure, depth in zip(DEPTH_MEASURES, _JUDGED, strict=True)
    }


def count_depths(answers: Sequence[Sequence[Depth | None]]) -> Mapping[Depth, int]:
    """Return the number of citations at each depth, over all answers."""
    counts = Counter(depth for depths in answers for depth in depths if depth)
    return {depth: counts[depth] for depth in DEPTHS}
