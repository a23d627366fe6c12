"""What one visitor's session holds, and what changes it."""

from __future__ import annotations

import streamlit as st

from assistant.assistant import Assistant
from corpus.errors import PinciteError
from ui import wording
from ui.conversation import Conversation

QUESTION = "question"
_CONVERSATION = "conversation"


def conversation() -> Conversation:
    """Return this visitor's conversation."""
    found = st.session_state.get(_CONVERSATION)
    return found if isinstance(found, Conversation) else Conversation()


def _keep(changed: Conversation) -> None:
    st.session_state[_CONVERSATION] = changed


def ask(assistant: Assistant, question: str) -> None:
    """Ask a question as the next of the conversation; a stated error becomes its turn."""
    if not question.strip():
        st.toast(wording.EMPTY_QUESTION)
        return
    before = conversation()
    try:
        answer = assistant.ask(question, history=before.history)
    except PinciteError as error:
        _keep(before.failed(question, str(error)))
    else:
        _keep(before.answered(question, answer))


def ask_typed(assistant: Assistant) -> None:
    """Ask what was typed into the chat input."""
    ask(assistant, str(st.session_state.get(QUESTION) or ""))


def open_source(turn: int, document: str, label: str) -> None:
    """Open a unit in the source panel."""
    _keep(conversation().opened(turn, document, label))


def close_source() -> None:
    """Close the source panel."""
    _keep(conversation().closed())


def start_anew() -> None:
    """Forget the conversation."""
    _keep(Conversation())
