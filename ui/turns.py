"""What can be done with a turn. Knows no Streamlit."""

from __future__ import annotations

from assistant.scope import Scope
from corpus.catalogue import Catalogue
from ui import chat_wording as words
from ui import wording
from ui.conversation import Turn
from ui.filters import in_words
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
        within = in_words(chosen) or wording.all_of(len(catalogue.documents)).casefold()
        return words.ask_again_of(within)
    if turn.answer is None or documents_changed(turn, catalogue):
        return words.ASK_AGAIN
    return ""
