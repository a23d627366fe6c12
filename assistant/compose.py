"""Citations -> the text that a person reads. Every quoted word is verbatim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from assistant.types import Citation, Hit
from corpus.catalogue import Catalogue
from corpus.display import display, display_many

_NEAREST_NAMED = 3


def answer_text(citations: Sequence[Citation], catalogue: Catalogue) -> str:
    """Return the quotes in the order of the citations, each with its reference.

    Sub-units of one parent come together under the parent's own words, which lead them in.
    """
    several = len(catalogue.documents) > 1
    lines: list[str] = []
    for (document, parent), group in groupby(citations, key=lambda c: (c.document, c.unit.parent)):
        if parent is not None:
            above = catalogue.unit(document, parent)
            lines.append(f"{above.marker} {above.text}".strip())
        for citation in group:
            reference = citation.reference if several else display(citation.label)
            lines.append(f"“{citation.quote}” ({reference})")
    return "\n".join(lines)


def refusal_text(nearest: Sequence[Hit], catalogue: Catalogue) -> str:
    """Return the statement that there is no answer, and the nearest references as such."""
    whole = len(catalogue.documents) > 1
    statement = (
        "The documents do not seem to answer this."
        if whole
        else f"{catalogue.documents[0].symbol} does not seem to answer this."
    )
    named = nearest[:_NEAREST_NAMED]
    if not named:
        return statement
    references = "; ".join(_joined(named, whole))
    return f"{statement} Nearest, without answering it: {references}."


def _joined(hits: Sequence[Hit], with_symbol: bool) -> Iterable[str]:
    for document, group in groupby(hits, key=lambda hit: hit.document):
        prefix = f"{document}, " if with_symbol else ""
        yield prefix + display_many([hit.label for hit in group])
