"""The references of a library's documents to each other.

`corpus.links` stops at the document's edge; here a symbol in a unit's words or footnotes leads to
another document of the library, and the paragraphs beside it to its units. What names no document
of the library, or no unit of that document, leads nowhere and is left out; it is never repaired.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.catalogue import Catalogue
from corpus.display import display_many
from corpus.errors import UnknownReferenceError
from corpus.reference_tokens import tokenize
from corpus.references import Reference, find_references
from corpus.resolve import units_in
from corpus.symbols import symbol_key
from corpus.types import Document, Unit


@dataclass(frozen=True, slots=True)
class Crossing:
    """A place where a unit refers to another document of its library.

    Attributes:
        document: Symbol of the document that refers.
        source: Label of the unit that refers.
        target: Symbol of the document referred to.
        targets: Labels of its units in reading order; empty for the document as a whole.
    """

    document: str
    source: str
    target: str
    targets: tuple[str, ...] = ()

    @property
    def reference(self) -> str:
        """What is referred to, e.g. ``A/80/6, paras. 6–8`` or ``A/80/6``."""
        return f"{self.target}, {display_many(self.targets)}" if self.targets else self.target


class Crossings:
    """Finds the references between the documents of a library, when they are first asked for.

    Args:
        catalogue: The library's units.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._by_key: dict[str, Document] = {}
        for document in catalogue.documents:
            for alias in document.metadata.aliases:
                self._by_key.setdefault(symbol_key(alias), document)
        self._by_key |= {symbol_key(document.symbol): document for document in catalogue.documents}
        self._from: dict[str, tuple[Crossing, ...]] = {}
        self._to: dict[str, tuple[Crossing, ...]] = {}

    def of(self, symbol: str, label: str) -> tuple[Crossing, ...]:
        """Return what a unit, or a unit inside it, refers to, in reading order.

        Raises:
            UnknownDocumentError: No such document.
        """
        family = {label, *(u.label for u in self._catalogue.descendants(symbol, label))}
        return tuple(one for one in self._leaving(symbol) if one.source in family)

    def to(self, symbol: str, label: str) -> tuple[Crossing, ...]:
        """Return what refers to a unit, to one inside it or to one it stands in.

        Raises:
            UnknownDocumentError: No such document.
            UnknownReferenceError: The document has no such unit.
        """
        inside = self._catalogue.descendants(symbol, label)
        over = self._catalogue.ancestors(symbol, label)
        wanted = {label, *(unit.label for unit in (*inside, *over))}
        return tuple(one for one in self.to_document(symbol) if not wanted.isdisjoint(one.targets))

    def to_document(self, symbol: str) -> tuple[Crossing, ...]:
        """Return what refers to a document or to a unit of it, document by document.

        Raises:
            UnknownDocumentError: No such document.
        """
        document = self._catalogue.document(symbol)
        found = self._to.get(document.symbol)
        if found is None:
            names = (document.symbol, *document.metadata.aliases)
            found = self._to[document.symbol] = tuple(
                crossing
                for other in self._catalogue.documents
                if other is not document and _names(other, names)
                for crossing in self._leaving(other.symbol)
                if crossing.target == document.symbol
            )
        return found

    def _leaving(self, symbol: str) -> tuple[Crossing, ...]:
        document = self._catalogue.document(symbol)
        found = self._from.get(document.symbol)
        if found is None:
            found = self._from[document.symbol] = tuple(
                crossing for unit in document.units for crossing in self._crossings(document, unit)
            )
        return found

    def _crossings(self, document: Document, unit: Unit) -> Iterator[Crossing]:
        seen: set[Crossing] = set()
        for text in (unit.text, *unit.notes):
            if "/" not in text:
                continue
            for target, labels in self._named(text):
                crossing = Crossing(document.symbol, unit.label, target.symbol, labels)
                if target is not document and crossing not in seen:
                    seen.add(crossing)
                    yield crossing

    def _named(self, text: str) -> Iterator[tuple[Document, tuple[str, ...]]]:
        """Yield the documents that a text names, each with the units that it names of it."""
        references = [one for one in find_references(text) if one.document is not None]
        for token in tokenize(text, quotes=False):
            target = self._by_key.get(symbol_key(token.value)) if token.kind == "symbol" else None
            if target is None:
                continue
            beside = [r for r in references if r.start <= token.start and token.end <= r.end]
            yield target, _labels(target, beside)


def _labels(target: Document, references: Iterable[Reference]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for reference in references:
        try:
            units = units_in(reference.parts, target)
        except UnknownReferenceError:
            continue
        found |= dict.fromkeys(located.unit.label for located in units)
    return tuple(found)


def _names(document: Document, symbols: Iterable[str]) -> bool:
    """Tell whether a document may name another: quick, and sure only where it says no."""
    return any(
        symbol in document.text or any(symbol in note for u in document.units for note in u.notes)
        for symbol in symbols
    )
