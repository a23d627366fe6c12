"""Looks up what an answer speaks of in today's library, which may have lost it meanwhile."""

from __future__ import annotations

from corpus.catalogue import Catalogue
from corpus.errors import UnknownDocumentError, UnknownReferenceError
from corpus.types import Document, Unit


def find_document(catalogue: Catalogue, symbol: str) -> Document | None:
    """Return a document; None if it is not in the library any more."""
    try:
        return catalogue.document(symbol)
    except UnknownDocumentError:
        return None


def find_unit(catalogue: Catalogue, symbol: str, label: str) -> Unit | None:
    """Return a unit; None if it is not in the library any more."""
    try:
        return catalogue.unit(symbol, label)
    except (UnknownDocumentError, UnknownReferenceError):
        return None
