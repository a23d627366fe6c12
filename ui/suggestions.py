"""What one may want to read next, from the document's own structure. Knows no Streamlit.

Nothing is made up: each suggestion asks for paragraphs that exist, by their references.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.types import Answer
from corpus.catalogue import Catalogue
from corpus.display import display, display_many
from corpus.links import display_sources, display_targets
from corpus.types import Unit
from ui import wording
from ui.language import say
from ui.lookup import find_unit

MOST = 4
_LONGEST_SECTION = 12
_LONGEST_REFERENCE = 60


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question to go on with.

    Attributes:
        label: What its button says.
        question: What it asks.
    """

    label: str
    question: str


def suggest(
    answer: Answer, catalogue: Catalogue, asked: Iterable[str] = ()
) -> tuple[Suggestion, ...]:
    """Return questions that lead on from an answer, by its best citation: four at most.

    They ask for the whole of the list that it is in, what it refers to, what refers to it, the
    paragraph behind it and its section.

    Args:
        answer: The last one.
        catalogue: The library.
        asked: Questions that were asked already, which are not suggested.
    """
    if not answer.citations:
        return ()
    best = answer.citations[0]
    if find_unit(catalogue, best.document, best.label) is None:
        return ()
    symbol = best.document if len(catalogue.documents) > 1 else ""
    known = {_folded(question) for question in (*asked, answer.question)}
    cited = {one.label for one in answer.citations if one.document == best.document}
    found: dict[str, Suggestion] = {}
    for label, reference, labels in _ways(catalogue, best.document, best.unit):
        question = wording.question_about(reference, symbol, several=reference.startswith("paras."))
        new = _folded(question) not in known and not set(labels) <= cited
        if new and reference and len(reference) <= _LONGEST_REFERENCE:
            found.setdefault(question, Suggestion(label, question))
    return tuple(found.values())[:MOST]


def _ways(
    catalogue: Catalogue, symbol: str, unit: Unit
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield what a button says, the reference it asks for and the labels it names."""
    if unit.parent is not None:
        reference = display(unit.parent)
        parts = tuple(part.label for part in catalogue.descendants(symbol, unit.parent))
        yield say("chat-whole", reference=reference), reference, parts
    links = catalogue.links(symbol)
    for link in links.of(unit.label)[:1]:
        reference = display_targets([link])
        yield say("chat-referred-to", reference=reference), reference, link.targets
    for link in links.to(unit.label)[:1]:
        reference = display_sources([link])
        yield say("chat-referring", reference=reference), reference, (link.source,)
    behind = _behind(catalogue, symbol, unit)
    if behind is not None:
        reference = display(behind.label)
        yield say("chat-read-on", reference=reference), reference, (behind.label,)
    labels = _section(catalogue, symbol, unit)
    if 2 <= len(labels) <= _LONGEST_SECTION:
        reference = display_many(labels)
        yield say("chat-section", reference=reference), reference, labels


def _behind(catalogue: Catalogue, symbol: str, unit: Unit) -> Unit | None:
    """Return the unit to read after one, a level or more up at the end of a list."""
    found = catalogue.neighbours(symbol, unit.label)[1]
    if found is None and unit.parent is not None:
        return _behind(catalogue, symbol, catalogue.unit(symbol, unit.parent))
    return found


def _section(catalogue: Catalogue, symbol: str, unit: Unit) -> tuple[str, ...]:
    """Return the labels of the whole paragraphs under the same heading."""
    if not unit.heading_path:
        return ()
    return tuple(
        one.label
        for one in catalogue.children(symbol, None)
        if one.kind == "paragraph" and one.heading_path == unit.heading_path
    )


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
