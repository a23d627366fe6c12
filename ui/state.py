"""What one visitor's session holds, and what changes it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.assistant import Assistant
from assistant.marks import Mark, mark_right, mark_wrong, marks_file, save_mark
from assistant.scope import Scope
from corpus.errors import PinciteError
from corpus.types import Located
from ui import resources, wording
from ui.conversation import Conversation
from ui.filters import choices_of, fitting, in_words

QUESTION = "question"
_CONVERSATION = "conversation"
_SCOPE = "scope"
_SCOPE_ROUND = "scope-round"
_PAGES = "pages"


def conversation() -> Conversation:
    """Return this visitor's conversation."""
    found = st.session_state.get(_CONVERSATION)
    return found if isinstance(found, Conversation) else Conversation()


def _keep(changed: Conversation) -> None:
    st.session_state[_CONVERSATION] = changed


def ask(question: str) -> None:
    """Ask a question as the next of the conversation; a stated error becomes its turn.

    It is asked of today's library, which may be newer than the one that the page shows.
    """
    if not question.strip():
        st.toast(wording.EMPTY_QUESTION)
        return
    before, within = conversation(), ""
    try:
        assistant = resources.shared_assistant()
        chosen = fitting(scope(), choices_of(assistant.catalogue.documents))
        within = in_words(chosen)
        answer = assistant.ask(question, history=before.history, scope=chosen)
    except PinciteError as error:
        _keep(before.failed(question, str(error), within))
    else:
        _keep(before.answered(question, answer, within))


def ask_typed() -> None:
    """Ask what was typed into the chat input."""
    ask(str(st.session_state.get(QUESTION) or ""))


def scope() -> Scope:
    """Return the documents that this visitor has chosen to ask."""
    found = st.session_state.get(_SCOPE)
    return found if isinstance(found, Scope) else Scope()


def choose(chosen: Scope) -> None:
    """Ask these documents from now on; the widgets that show the choice begin anew."""
    keep_choice(chosen)
    st.session_state[_SCOPE_ROUND] = scope_round() + 1


def keep_choice(chosen: Scope) -> None:
    """Ask the documents that the widgets say."""
    st.session_state[_SCOPE] = chosen


def scope_round() -> int:
    """Return how often the choice was made elsewhere than in its widgets.

    It is part of their keys: a browser sends on what widgets in a closed popover showed before.
    """
    return int(st.session_state.get(_SCOPE_ROUND, 0))


def shows_pages() -> bool:
    """Tell whether the source is shown as the file's page where it can be."""
    return bool(st.session_state.get(_PAGES))


def show_pages(key: str, as_page: str) -> None:
    """Show sources as the visitor has just chosen in a widget of that key."""
    st.session_state[_PAGES] = st.session_state.get(key) == as_page


def turn_to(page: int) -> None:
    """Show another page of the open source's file."""
    _keep(conversation().turned_to(page))


def open_source(turn: int, document: str, label: str) -> None:
    """Open a unit in the source panel."""
    _keep(conversation().opened(turn, document, label))


def close_source() -> None:
    """Close the source panel."""
    _keep(conversation().closed())


def start_anew() -> None:
    """Forget the conversation."""
    _keep(Conversation())


def ask_anew(question: str, history: Sequence[str]) -> None:
    """Ask a question of all documents in a new conversation, after those it may lean on."""
    start_anew()
    choose(Scope())
    for one in (*history, question):
        ask(one)


def judge_right(assistant: Assistant, turn: int) -> None:
    """Keep an answer as a right one."""
    answer = conversation().turns[turn].answer
    if answer is not None:
        _keep_mark(assistant, turn, mark_right(answer, conversation().history_before(turn)))


def choose_right(turn: int) -> None:
    """Let the person choose which paragraph would have been right."""
    _keep(conversation().judged(turn, "choosing"))


def stop_judging(turn: int) -> None:
    """Leave an answer without a judgement."""
    _keep(conversation().judged(turn, ""))


def judge_wrong(assistant: Assistant, turn: int, choices: Sequence[Located | None]) -> None:
    """Keep an answer as a wrong one, with the paragraph that was chosen in its place."""
    answer = conversation().turns[turn].answer
    chosen = st.session_state.get(choice_key(turn))
    if answer is not None and isinstance(chosen, int):
        before = conversation().history_before(turn)
        _keep_mark(assistant, turn, mark_wrong(answer, before, choices[chosen]))


def choice_key(turn: int) -> str:
    """Return the key of the list that the right paragraph is chosen from."""
    return f"choice-{turn}"


def _keep_mark(assistant: Assistant, turn: int, mark: Mark) -> None:
    path = marks_file(assistant.settings.home)
    try:
        number = save_mark(path, mark)
    except PinciteError as error:
        _keep(conversation().judged(turn, "failed", str(error)))
    else:
        _keep(conversation().judged(turn, "kept", wording.kept(number, str(path))))
