"""Looks up what an answer speaks of in today's library, which may have lost it meanwhile."""

from __future__ import annotations

from assistant.types import Answer
from corpus.catalogue import Catalogue
from corpus.errors import UnknownDocumentError, UnknownReferenceError
from corpus.references import parse_reference
from corpus.resolve import resolve
from corpus.types import Document, Located, Unit
from ui.conversation import Conversation


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


def answers_of(conversation: Conversation, turn: int) -> tuple[Answer, ...]:
    """Return the answer of a turn; nothing if there is no such turn, or it met an error."""
    if not 0 <= turn < len(conversation.turns):
        return ()
    answer = conversation.turns[turn].answer
    return (answer,) if answer else ()


def find_typed(catalogue: Catalogue, symbol: str, reference: str) -> Located:
    """Return the first unit that a typed reference names.

    Args:
        catalogue: The library's units.
        symbol: Of the document to look in, unless the reference names another one.
        reference: E.g. ``51 (j)`` or ``A/80/6, para. 5``.

    Raises:
        ReferenceSyntaxError: It is no reference.
        UnknownDocumentError: It names a document that the library does not have.
        UnknownReferenceError: The document has no such unit; the message says what it has.
    """
    read = parse_reference(reference)
    return resolve(read, catalogue, None if read.document else symbol)[0]
