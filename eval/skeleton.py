"""Begins a question set: a line for each of some units, spread evenly over a library."""

from __future__ import annotations

import random
from collections.abc import Sequence

from corpus.catalogue import Catalogue
from corpus.types import Located

SEED = 20111012


def choose_units(catalogue: Catalogue, number: int, seed: int = SEED) -> tuple[Located, ...]:
    """Return units to write about, in reading order; all that have words if they are fewer.

    The units are cut into `number` stretches of equal length and one is drawn from each, so
    that no part of the text is left out.
    """
    with_words = [place for place in catalogue if place.unit.text]
    if len(with_words) <= number:
        return tuple(with_words)
    draw = random.Random(seed)
    edges = [round(k * len(with_words) / number) for k in range(number + 1)]
    return tuple(
        with_words[draw.randrange(first, last)]
        for first, last in zip(edges, edges[1:], strict=False)
    )


def skeleton(places: Sequence[Located], *, with_document: bool) -> list[dict[str, object]]:
    """Return one object a unit: all there but the question and the answer, which a person writes.

    Args:
        places: Units to write about.
        with_document: Name the document in each line, as a set over several documents must.
    """
    return [
        {
            "id": f"q-{number:03d}",
            "kind": "direct",
            "question": "",
            "history": [],
            "gold": [place.unit.label],
            "acceptable": [],
            "evidence": [{"label": place.unit.label, "quote": place.unit.text}],
            "answer": "",
            **({"document": place.document} if with_document else {}),
        }
        for number, place in enumerate(places, start=1)
    ]
