"""Questions that name a paragraph: resolved by grammar, exactly, without embeddings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from assistant.lookup import MOST_LISTED, Lookup, ambiguity
from assistant.retrieval import Signals
from corpus.errors import UnknownReferenceError
from corpus.references import Reference, find_references
from corpus.types import Located
from embeddings.lexical_index import tokenize
from embeddings.library import Library

ASKING = frozenset(
    tokenize(
        "say says said state states tell show read give print quote cite text wording words content"
        " contain contains contained exact full please paragraph paragraphs para paras subparagraph"
        " sub report document mean meaning short summary summarize explain about write written"
        " compare list see look open display find what which annex annexes whole number"
        # French and Spanish ask so too: the page itself does.
        " que dit disent dire paragraphe paragraphes alinéa montrez montre citez cite lire"
        " qué dice dicen decir párrafo párrafos muestre muestra cite citar leer"
    )
)
"""Words that ask for a paragraph as such, not for something in it."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """What a question points at.

    Attributes:
        places: The units named, in the order of the question.
        rest: What it asks besides; empty if it asks for the units themselves.
    """

    places: tuple[Located, ...]
    rest: str


def read_pointers(
    question: str, lookup: Lookup, within: Sequence[str] | None, *, limited: bool
) -> Pointed | None:
    """Return the units that a question names, None if it names none.

    Args:
        question: Its own words.
        lookup: Of the library.
        within: Symbols of the documents it is asked of; None for all.
        limited: Whether it is asked of these alone. Then what several of them have is given from
            each, up to ten.

    Raises:
        UnknownReferenceError: It names one that does not exist, or that several documents have.
        UnknownDocumentError: It names a document that the library does not have.
    """
    references = find_references(question)
    if not references:
        return None
    places: dict[tuple[str, str], Located] = {}
    for reference in references:
        found = lookup.find(reference, within)
        if len(found.by_document) > (MOST_LISTED if limited else 1):
            raise UnknownReferenceError(ambiguity(found))
        for units in found.by_document:
            places.update({(place.document, place.unit.label): place for place in units})
    rest = _without(question, references)
    asks_more = len([term for term in tokenize(rest) if term not in ASKING]) >= 2
    return Pointed(tuple(places.values()), rest if asks_more else "")


def _without(question: str, references: Sequence[Reference]) -> str:
    kept, at = [], 0
    for reference in references:
        kept.append(question[at : reference.start])
        at = reference.end
    return " ".join([*kept, question[at:]])


def inside(places: Sequence[Located], library: Library) -> tuple[Located, ...]:
    """Return the units named, each followed by the units inside it; each unit once."""
    catalogue = library.catalogue
    found: dict[tuple[str, str], Located] = {}
    for place in places:
        family = (place.unit, *catalogue.descendants(place.document, place.unit.label))
        for unit in family:
            found.setdefault((place.document, unit.label), Located(place.document, unit))
    return tuple(found.values())


def lift(signals: Signals, rows: Sequence[int]) -> Signals:
    """Return signals with some units moved above all others, in the order they had."""
    fused = signals.fused.copy()
    lifted = np.asarray(rows, dtype=np.intp)
    fused[lifted] += np.float32(1.0)
    return replace(signals, fused=fused, query=None)


def in_order(signals: Signals, rows: Sequence[int]) -> Signals:
    """Return signals with some units on top in the given order."""
    fused = signals.fused.copy()
    for place, row in enumerate(rows):
        fused[row] = np.float32(2.0 - place / max(len(rows), 1))
    return replace(signals, fused=fused, query=None)
