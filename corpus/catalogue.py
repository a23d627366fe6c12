"""The documents of a library, their units by label, and how units stand to each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from corpus.display import first_few
from corpus.errors import UnknownDocumentError, UnknownReferenceError
from corpus.types import Document, Located, Unit

if TYPE_CHECKING:
    from corpus.links import Links


def _key(symbol: str) -> str:
    return "".join(symbol.split()).casefold()


class Catalogue:
    """Looks up documents and units; never guesses.

    Args:
        documents: In the order they are shown; symbols must be unique.
    """

    def __init__(self, documents: Iterable[Document]) -> None:
        self.documents = tuple(documents)
        self._by_symbol = {_key(d.symbol): d for d in self.documents}
        self._units = {d.symbol: {u.label: u for u in d.units} for d in self.documents}
        self._links: dict[str, Links] = {}
        self._children: dict[tuple[str, str | None], list[Unit]] = {}
        for document in self.documents:
            for unit in document.units:
                self._children.setdefault((document.symbol, unit.parent), []).append(unit)

    def __iter__(self) -> Iterator[Located]:
        """Yield every unit, document by document, in reading order."""
        for document in self.documents:
            for unit in document.units:
                yield Located(document.symbol, unit)

    def __len__(self) -> int:
        """Return the number of units."""
        return sum(len(d.units) for d in self.documents)

    def document(self, symbol: str) -> Document:
        """Return the document of that symbol; case and white space do not matter.

        Raises:
            UnknownDocumentError: There is none; the message lists those there are.
        """
        found = self._by_symbol.get(_key(symbol))
        if found is None:
            known = first_few([d.symbol for d in self.documents], 10) or "none"
            raise UnknownDocumentError(
                f"No document {symbol!r} in the library. It holds: {known}. "
                "Add a document: pincite index FILE"
            )
        return found

    def unit(self, symbol: str, label: str) -> Unit:
        """Return one unit by its exact label.

        Raises:
            UnknownDocumentError: No such document.
            UnknownReferenceError: The document has no such unit.
        """
        document = self.document(symbol)
        found = self._units[document.symbol].get(label)
        if found is None:
            raise UnknownReferenceError(f"No unit {label!r} in {document.symbol}.")
        return found

    def has(self, symbol: str, label: str) -> bool:
        """Tell whether the document has a unit of that exact label."""
        return label in self._units[self.document(symbol).symbol]

    def children(self, symbol: str, label: str | None) -> tuple[Unit, ...]:
        """Return the units that stand directly in a unit (or at the top, for None)."""
        return tuple(self._children.get((symbol, label), ()))

    def descendants(self, symbol: str, label: str) -> tuple[Unit, ...]:
        """Return all units inside a unit, in reading order."""
        found: list[Unit] = []
        for child in self.children(symbol, label):
            found += [child, *self.descendants(symbol, child.label)]
        return tuple(found)

    def ancestors(self, symbol: str, label: str) -> tuple[Unit, ...]:
        """Return the units that a unit stands in, outermost first."""
        found: list[Unit] = []
        parent = self.unit(symbol, label).parent
        while parent is not None:
            unit = self.unit(symbol, parent)
            found.append(unit)
            parent = unit.parent
        return tuple(reversed(found))

    def links(self, symbol: str) -> Links:
        """Return the cross-references of a document, found when they are first asked for.

        Raises:
            UnknownDocumentError: No such document.
        """
        from corpus.links import find_links

        document = self.document(symbol)
        found = self._links.get(document.symbol)
        if found is None:
            found = self._links[document.symbol] = find_links(document)
        return found

    def neighbours(self, symbol: str, label: str) -> tuple[Unit | None, Unit | None]:
        """Return the units before and after, at the same level under the same parent."""
        siblings = self.children(symbol, self.unit(symbol, label).parent)
        at = next(i for i, u in enumerate(siblings) if u.label == label)
        before = siblings[at - 1] if at else None
        after = siblings[at + 1] if at + 1 < len(siblings) else None
        return before, after
