"""What can be done with a turn. Knows no Streamlit."""

from __future__ import annotations

from assistant.scope import Scope
from corpus.catalogue import Catalogue
from ui.conversation import Turn
from ui.filters import in_words
from ui.language import say
from ui.since import documents_changed


def again_words(turn: Turn, catalogue: Catalogue, chosen: Scope) -> str:
    """Return what the button says that asks a question again; empty where it would be the same.

    It would not be if other documents are chosen now, a document has changed, or there was no
    answer.

    Args:
        turn: The turn.
        catalogue: The library.
        chosen: The documents that are chosen beside the chat.
    """
    if chosen != turn.scope:
        within = in_words(chosen) or say("all-of", total=len(catalogue.documents)).casefold()
        return say("chat-ask-again-of", documents=within)
    if turn.answer is None or documents_changed(turn, catalogue):
        return say("chat-ask-again")
    return ""
