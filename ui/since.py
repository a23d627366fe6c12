"""What has changed in the library since an answer was given. Knows no Streamlit."""

from __future__ import annotations

from assistant.types import Answer
from corpus.catalogue import Catalogue
from corpus.types import Unit
from ui.conversation import Digests, Turn
from ui.language import say
from ui.lookup import find_document, find_unit


def digests_of(answer: Answer, catalogue: Catalogue) -> Digests:
    """Return the digest of each document that an answer shows, as the library has it."""
    shown = [one.document for one in answer.citations] + [one.document for one in answer.nearest]
    found = [find_document(catalogue, symbol) for symbol in dict.fromkeys(shown)]
    return tuple((one.symbol, one.content_hash) for one in found if one is not None)


def words_changed(catalogue: Catalogue, symbol: str, unit: Unit) -> bool:
    """Tell whether the library has other words now under a unit's label."""
    found = find_unit(catalogue, symbol, unit.label)
    return found is not None and found.text != unit.text


def documents_changed(turn: Turn, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the symbols of the documents of a turn that changed since, or are gone."""
    changed = []
    for symbol, digest in turn.digests:
        document = find_document(catalogue, symbol)
        if document is None or document.content_hash != digest:
            changed.append(symbol)
    return tuple(changed)


def since_words(turn: Turn, catalogue: Catalogue) -> str:
    """Return what is said of an answer whose documents have changed; empty if none has."""
    if turn.answer is None or not documents_changed(turn, catalogue):
        return ""
    stand = turn.answer.citations and quotes_stand(turn.answer, catalogue)
    return say("chat-quotes-stand") if stand else say("chat-quotes-changed")


def quotes_stand(answer: Answer, catalogue: Catalogue) -> bool:
    """Tell whether the library still has every quoted unit with the same words."""
    return all(
        find_unit(catalogue, one.document, one.label) is not None
        and not words_changed(catalogue, one.document, one.unit)
        for one in answer.citations
    )
