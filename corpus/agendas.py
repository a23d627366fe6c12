"""The agendas that a document lists, and the labels of their items."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus import reference_words as words
from corpus.reference_numbers import Steps
from corpus.types import Unit

_ADOPTED = frozenset(["adopted", "approved"])
_PROVISIONAL = frozenset(["provisional", "draft", "proposed", "tentative", "next"])
_WORD = re.compile(r"[^\W\d_]+|[0-9]+")


def item_label(agenda: str, steps: Steps) -> str:
    """Return the label of an item: item 4 (a) of the agenda in 55 is ``55(4)(a)``."""
    return f"{agenda}({steps[0]})" + "".join(steps[1:])


def find_agendas(units: Sequence[Unit]) -> list[str]:
    """Return the units that list the document's agenda: they name it, and numbers follow."""
    items: dict[str, list[str]] = {}
    for unit in units:
        if unit.kind == "item" and unit.parent is not None:
            items.setdefault(unit.parent, []).append(unit.label)
    found = []
    for unit in units:
        inside = items.get(unit.label, [])
        listed = [item_label(unit.label, (str(n),)) for n in range(1, len(inside) + 1)]
        if len(inside) > 1 and inside == listed and _introduces_agenda(unit.text):
            found.append(unit.label)
    return found


def _introduces_agenda(text: str) -> bool:
    """Tell whether words lead in to an agenda of this document's meeting, not of a coming one."""
    said = [word.lower() if word[0].islower() else word for word in _WORD.findall(text)]
    pairs = zip(["", *said], said, [*said[1:], ""], strict=False)
    named = any(
        word.lower() == "agenda" and not before.isdigit() and after not in words.ITEM
        for before, word, after in pairs
    )
    coming = not _PROVISIONAL.isdisjoint(said) and _ADOPTED.isdisjoint(said)
    return named and not coming
