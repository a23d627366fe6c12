"""References -> units of the documents in scope, also where several documents have them.

`corpus.resolve` finds the units of one reference in one document; here a library's other symbols
count too, and a reference that several documents have is not a fault but a list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.scope import Shelf
from corpus.catalogue import Catalogue
from corpus.display import first_few
from corpus.errors import UnknownReferenceError
from corpus.labels import split_label
from corpus.references import Reference
from corpus.resolve import resolve, units_in
from corpus.types import Located

MOST_LISTED = 10
"""Documents whose units are given for a reference that names none."""

_MOST_SPELT_OUT = 20
"""Documents up to which a message says what each of them has."""


@dataclass(frozen=True, slots=True)
class Places:
    """The units that a reference names.

    Attributes:
        by_document: Of each document that has them, in catalogue order; at least one.
        reference: What was looked up.
    """

    by_document: tuple[tuple[Located, ...], ...]
    reference: Reference

    @property
    def symbols(self) -> tuple[str, ...]:
        """The documents that have them."""
        return tuple(places[0].document for places in self.by_document)


class Lookup:
    """Looks references up; never guesses.

    Args:
        catalogue: Of the library.
        shelf: Its documents by symbol and alias.
    """

    def __init__(self, catalogue: Catalogue, shelf: Shelf) -> None:
        self._catalogue = catalogue
        self._shelf = shelf

    def find(self, reference: Reference, within: Sequence[str] | None = None) -> Places:
        """Return the units that a reference names, document by document.

        A document that the reference names itself is the only one looked in, by whichever of
        its symbols.

        Args:
            reference: From `corpus.references`.
            within: Symbols of the documents to look in; None for all.

        Raises:
            UnknownDocumentError: It names a document that the library does not have.
            UnknownReferenceError: None of the documents has it; the message says what they have.
        """
        if reference.document is not None:
            symbol = self._shelf.document(reference.document).symbol
            reference = replace(reference, document=symbol)
            if within is not None and len(within) > 1 and symbol not in within:
                raise UnknownReferenceError(
                    f"{reference.text!r} is not in the {len(within)} documents to which the "
                    "search is restricted. Search without restriction."
                )
            only = symbol if within is None or symbol in within else within[0]
            return Places((resolve(reference, self._catalogue, only),), reference)
        symbols = [d.symbol for d in self._catalogue.documents] if within is None else [*within]
        if len(symbols) == 1:
            return Places((resolve(reference, self._catalogue, symbols[0]),), reference)
        found = tuple(units for symbol in symbols if (units := self._exactly(reference, symbol)))
        return Places(found or self._folded(reference, symbols), reference)

    def only(self, reference: Reference, within: Sequence[str] | None = None) -> Places:
        """Return the units that a reference names in the one document that has them.

        Raises:
            UnknownDocumentError: It names a document that the library does not have.
            UnknownReferenceError: No document has it, or several have.
        """
        places = self.find(reference, within)
        if len(places.by_document) > 1:
            raise UnknownReferenceError(ambiguity(places))
        return places

    def _exactly(self, reference: Reference, symbol: str) -> tuple[Located, ...]:
        """Return the units whose labels are the reference's to the letter; none if one lacks."""
        singles: list[Located] = []
        for part in reference.parts:
            ends = [end for end in (part.first, part.last) if end is not None]
            if part.whole_annex or not all(self._catalogue.has(symbol, end) for end in ends):
                return ()
            singles.append(Located(symbol, self._catalogue.unit(symbol, part.first)))
        if all(part.last is None for part in reference.parts):
            return tuple(singles)
        try:
            return units_in(reference.parts, self._catalogue.document(symbol))
        except UnknownReferenceError:
            return ()

    def _folded(
        self, reference: Reference, symbols: Sequence[str]
    ) -> tuple[tuple[Located, ...], ...]:
        """Return units whose labels differ from the reference in case or white space alone.

        Only names of annexes and headings, and cells, can; so all units of all documents are
        looked through for these alone.
        """
        found = []
        labels = [split_label(part.first) for part in reference.parts]
        named = any(part.whole_annex for part in reference.parts) or any(
            label.division or label.cell for label in labels
        )
        for symbol in symbols if named else ():
            try:
                found.append(units_in(reference.parts, self._catalogue.document(symbol)))
            except UnknownReferenceError:
                continue
        if not found:
            raise self._nowhere(reference, symbols)
        return tuple(found)

    def _nowhere(self, reference: Reference, symbols: Sequence[str]) -> UnknownReferenceError:
        if len(symbols) <= _MOST_SPELT_OUT:
            documents = [self._catalogue.document(symbol) for symbol in symbols]
            try:
                resolve(reference, Catalogue(documents))
            except UnknownReferenceError as error:
                return error
        return UnknownReferenceError(
            f"None of the {len(symbols)} documents has {reference.text!r}. Name one: "
            f"{symbols[0]}, {reference.text}"
        )


def ambiguity(places: Places) -> str:
    """Return the message that several documents have what a reference names."""
    symbols, text = places.symbols, places.reference.text
    shown = first_few(symbols, 3)
    return f"{len(symbols)} documents have {text}: {shown}. Add the symbol: {symbols[0]}, {text}"
