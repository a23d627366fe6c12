"""What one visitor's session holds, and what changes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from assistant.assistant import Assistant
from assistant.marks import Mark, mark_right, mark_wrong, marks_file, save_mark
from assistant.scope import Scope
from assistant.types import Answer
from corpus.errors import PinciteError
from corpus.types import Located
from ui import chat_state, resources
from ui.asking import Pending, Question
from ui.chat_state import Undo
from ui.chat_state import conversation as conversation
from ui.chat_state import keep as _keep
from ui.conversation import Turn
from ui.filters import fitting, in_words
from ui.language import say
from ui.since import digests_of

QUESTION = "question"
_SCOPE = "scope"
_SCOPE_ROUND = "scope-round"
_PAGES = "pages"
_PENDING = "pending"
_EDITING = "editing"

PATIENCE = 1.0
"""Seconds that a question is waited for before the page says that it is being worked on."""

ONE_OF_MANY = 600.0
"""Likewise, for questions that are asked one after another."""


def ask(question: str) -> None:
    """Ask a question as the next of the conversation; a stated error becomes its turn.

    It is asked of today's library, which may be newer than the one that the page shows.
    """
    _ask(question)


def _ask(
    text: str,
    *,
    at: int | None = None,
    chosen: Scope | None = None,
    reading: str = "",
    seconds: float | None = None,
) -> None:
    """Ask a question, as another version of the turn at a position if there is one.

    Args:
        text: As the person typed it.
        at: Position of that turn.
        chosen: The documents to ask; None for those chosen beside the chat.
        reading: How it is to be read; empty leaves that to the assistant.
        seconds: How long to wait before it is left to be worked on; None for `PATIENCE`.
    """
    if not text.strip():
        st.toast(say("empty-question"))
        return
    stop()
    _end_editing()
    question = Question(text, at, reading=" ".join(reading.split()))
    try:
        assistant = resources.shared_assistant()
        chosen = fitting(scope() if chosen is None else chosen, resources.shared_choices(assistant))
        question = replace(question, scope=chosen, within=in_words(chosen))
        before = conversation()
        history = before.history if at is None else before.history_before(at)
    except PinciteError as error:
        chat_state.arrive()
        _keep(conversation().with_turn(question.turn(None, str(error)), at))
        return
    work = partial(_answer, assistant, question, history)
    pending = resources.shared_asking().begin(question, work)
    st.session_state[_PENDING] = pending
    pending.done(PATIENCE if seconds is None else seconds)
    settle()


def _answer(assistant: Assistant, question: Question, history: Sequence[str]) -> Answer:
    """Return the answer to a question, read as the person wants it read if they said so."""
    if not question.reading:
        return assistant.ask(question.text, history=history, scope=question.scope)
    answer = assistant.ask(question.reading, scope=question.scope)
    return replace(answer, question=question.text)


def pending() -> Pending | None:
    """Return the question that is being worked on; None if there is none."""
    found = st.session_state.get(_PENDING)
    return found if isinstance(found, Pending) else None


def settle() -> None:
    """Show the answer to the question that was worked on, if it is there."""
    found = pending()
    if found is not None and found.done():
        _end(found, found.turn())


def stop() -> None:
    """Stop the question that is being worked on, unless it is done.

    A stopped new question stays as one without an answer; of one asked again the version before
    stays in view.
    """
    settle()
    found = pending()
    if found is None:
        return
    turn = found.stop()
    if found.question.at is None:
        _end(found, turn)
    else:
        st.session_state.pop(_PENDING, None)


def _end(found: Pending, turn: Turn) -> None:
    st.session_state.pop(_PENDING, None)
    before, at = conversation(), found.question.at
    if turn.answer is not None:
        catalogue = resources.shared_assistant().catalogue
        turn = replace(turn, digests=digests_of(turn.answer, catalogue))
    chat_state.arrive()
    _keep(before.with_turn(turn, at if at is not None and at < len(before.turns) else None))


# ---- a question that is there already


def ask_again(turn: int) -> None:
    """Ask a question again, of the documents that are chosen beside the chat."""
    before = conversation().turns[turn]
    _ask(before.question, at=turn, reading=before.reading)


def edit(turn: int, what: str) -> None:
    """Let the person change a question (``question``) or how it is read (``reading``)."""
    st.session_state[_EDITING] = (chat_state.chat_key(), turn, what)


def edited(turn: int) -> str:
    """Return what the person is changing of a turn: ``question``, ``reading`` or nothing."""
    found = st.session_state.get(_EDITING)
    if not isinstance(found, tuple) or found[:2] != (chat_state.chat_key(), turn):
        return ""
    return str(found[2])


def _end_editing() -> None:
    st.session_state.pop(_EDITING, None)


def stop_editing() -> None:
    """Leave a question as it is."""
    _end_editing()


def edit_key(turn: int, what: str) -> str:
    """Return the key of the widget in which a part of a question is changed."""
    version = conversation().turns[turn].version
    return f"edit-{what}-{chat_state.chat_key()}-{turn}-{version}"


def ask_edited(turn: int) -> None:
    """Ask a question as it was changed; the one before stays as another version."""
    before, what = conversation().turns[turn], edited(turn)
    if not what:
        return
    text, reading, chosen = before.question, before.reading, before.scope
    typed = str(st.session_state.get(edit_key(turn, what)) or "")
    if what == "question":
        text, reading = typed, ""
        documents = st.session_state.get(edit_key(turn, "documents"))
        if isinstance(documents, list):
            chosen = replace(chosen, documents=tuple(map(str, documents)))
    else:
        reading = typed
        if not reading.strip():
            st.toast(say("empty-question"))
            return
    _ask(text, at=turn, chosen=chosen, reading=reading)


def switch_version(turn: int, version: int) -> None:
    """Show another version of a question, with what was asked after it."""
    stop()
    _end_editing()
    _keep(conversation().switched(turn, version))


def delete_turn(turn: int) -> None:
    """Delete a question; it can be taken back until something else is done."""
    stop()
    _end_editing()
    before, chat = conversation(), chat_state.current_chat()
    _keep(before.without(turn))
    if turn == len(before.turns) - 1:
        chat_state.arrive()
    chat_state.offer_undo(Undo(say("chat-question-deleted"), chat, before))


def open_chat(chat_id: str) -> None:
    """Go on with another chat."""
    stop()
    _end_editing()
    chat_state.open_chat(chat_id)


def delete_chat(chat_id: str) -> None:
    """Delete a chat."""
    stop()
    chat_state.delete_chat(chat_id)


def delete_all_chats() -> None:
    """Delete all chats."""
    stop()
    chat_state.delete_all_chats()


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


def open_source(turn: int, document: str, label: str, section: int | None = None) -> None:
    """Open a unit in the source panel, or a section that it stands in."""
    _keep(conversation().opened(turn, document, label, section))


def close_source() -> None:
    """Close the source panel."""
    _keep(conversation().closed())


def start_anew() -> None:
    """Begin a new chat."""
    stop()
    _end_editing()
    chat_state.leave()


def ask_anew(question: str, history: Sequence[str], chosen: Scope | None = None) -> None:
    """Ask a question in a new conversation, after those it may lean on.

    Args:
        question: What is asked.
        history: The questions before it.
        chosen: The documents to ask, there and from then on; None for all.
    """
    start_anew()
    choose(chosen or Scope())
    for one in (*history, question):
        _ask(one, seconds=ONE_OF_MANY)


def judge_right(assistant: Assistant, turn: int) -> None:
    """Keep an answer as a right one."""
    answer, before = _as_marked(turn)
    if answer is not None:
        _keep_mark(assistant, turn, mark_right(answer, before))


def choose_right(turn: int) -> None:
    """Let the person choose which paragraph would have been right."""
    _keep(conversation().judged(turn, "choosing"))


def stop_judging(turn: int) -> None:
    """Leave an answer without a judgement."""
    _keep(conversation().judged(turn, ""))


def judge_wrong(assistant: Assistant, turn: int, choices: Sequence[Located | None]) -> None:
    """Keep an answer as a wrong one, with the paragraph that was chosen in its place."""
    answer, before = _as_marked(turn)
    chosen = st.session_state.get(choice_key(turn))
    if answer is not None and isinstance(chosen, int):
        _keep_mark(assistant, turn, mark_wrong(answer, before, choices[chosen]))


def _as_marked(turn: int) -> tuple[Answer | None, tuple[str, ...]]:
    """Return an answer and the questions before it, as a question of a set has them.

    A reading of the person's own stands by itself: it is the question, and nothing is before it.
    """
    found = conversation().turns[turn]
    if found.answer is None or not found.reading:
        return found.answer, conversation().history_before(turn)
    return replace(found.answer, question=found.reading), ()


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
        _keep(conversation().judged(turn, "kept", say("kept", number=number, path=str(path))))
