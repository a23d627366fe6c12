"""Which chat a visitor is in, and the others they have."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from assistant.settings import KEEP_CHATS, Settings
from corpus.errors import PinciteError
from ui import resources
from ui.chat_json import Chat
from ui.chats import (
    FOLDER,
    ChatError,
    Chats,
    KeptChats,
    Listing,
    VisitChats,
    may_keep,
    new_chat,
    stamp,
)
from ui.conversation import Conversation, Thread
from ui.language import say
from ui.lookup import find_unit
from ui.retelling import retold

_CONVERSATION = "conversation"
_CHAT = "chat"
_CHATS = "chats-of-visit"
_UNDO = "undo"
_TROUBLE = "chat-trouble"
_ROUND = "chat-round"
_ARRIVALS = "arrivals"

LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Undo:
    """What can be taken back, until something else is done.

    Attributes:
        told: What was done.
        chat: The chat that the visitor was in; None for one not kept yet.
        conversation: What it showed.
        deleted: Chats to bring back.
    """

    told: str
    chat: Chat | None
    conversation: Conversation
    deleted: tuple[Chat, ...] = ()


def conversation() -> Conversation:
    """Return this visitor's conversation."""
    found = st.session_state.get(_CONVERSATION)
    return found if isinstance(found, Conversation) else Conversation()


def keep(changed: Conversation) -> None:
    """Show another conversation; other turns are kept in the visitor's chat."""
    before = conversation()
    st.session_state[_CONVERSATION] = changed
    if changed.turns != before.turns:
        st.session_state.pop(_UNDO, None)
        _save(changed.turns)


def current_chat() -> Chat | None:
    """Return the chat that the visitor is in; None before its first question."""
    found = st.session_state.get(_CHAT)
    return found if isinstance(found, Chat) else None


def chat_key() -> str:
    """Return what tells this chat from the visitor's others; part of widgets' keys."""
    return f"{st.session_state.get(_ROUND, 0)}"


def chats() -> Chats:
    """Return where this visitor's chats are kept: in the library's folder, or for the visit.

    Everybody who reaches the page would see what is kept, so it is kept only where nobody but
    the people of this machine can.

    Raises:
        SettingsError: A setting is not what it must be.
    """
    found = st.session_state.get(_CHATS)
    if isinstance(found, KeptChats | VisitChats):
        return found
    address, headers = st.get_option("server.address"), dict(st.context.headers)
    store: Chats = VisitChats()
    if may_keep(address, st.context.ip_address, headers, os.environ.get(KEEP_CHATS)):
        store = resources.shared_chats(Settings().home / FOLDER)
    st.session_state[_CHATS] = store
    return store


def listing() -> Listing:
    """Return the visitor's chats; what is wrong with the folder is one of the faults."""
    try:
        return chats().listing()
    except PinciteError as error:
        return Listing((), (retold(str(error)),))


def trouble() -> str:
    """Return why the chat could not be kept or opened; empty if nothing is wrong."""
    return retold(str(st.session_state.get(_TROUBLE, "")))


def undoable() -> Undo | None:
    """Return what can be taken back; None if there is nothing."""
    found = st.session_state.get(_UNDO)
    return found if isinstance(found, Undo) else None


def offer_undo(undo: Undo) -> None:
    """Let the visitor take back what was just done."""
    st.session_state[_UNDO] = undo


def arrivals() -> int:
    """Return how often something new came into view, which the page then scrolls to."""
    return int(st.session_state.get(_ARRIVALS, 0))


def arrive() -> None:
    """Say that the last turn is new."""
    st.session_state[_ARRIVALS] = arrivals() + 2  # one between is a question not yet answered


def leave() -> None:
    """Begin a new chat; the one before stays among the visitor's chats."""
    _enter(None, Conversation())


def open_chat(chat_id: str) -> None:
    """Go on with another chat, as it was answered then."""
    try:
        chat = _load(chat_id)
    except PinciteError as error:
        st.session_state[_TROUBLE] = str(error)
        return
    _enter(chat, Conversation.reopened(chat.turns))


def come_back(question: str) -> bool:
    """Go on with the chat that was changed last, if a question is in it; tell whether.

    A page that is loaded again is a new visit, whose address has the question that was in view.
    Chats that are not kept, and a chat that has begun, are left alone.
    """
    try:
        if conversation().turns or chats().folder is None:
            return False
        entries = chats().listing().entries
        chat = _load(entries[0].id) if entries else None
    except PinciteError:
        return False
    if chat is None or not any(turn.has_question(question) for turn in chat.turns):
        return False
    _enter(chat, Conversation.reopened(chat.turns))
    return True


def rename_chat(chat_id: str, title: str) -> None:
    """Give a chat a title; an empty one brings its first question back."""
    title = " ".join(title.split())[:LONGEST_TITLE]
    try:
        renamed = chats().save(replace(_load(chat_id), title=title))
    except PinciteError as error:
        st.session_state[_TROUBLE] = str(error)
        return
    if chat_id == _current_id():
        st.session_state[_CHAT] = renamed


def delete_chat(chat_id: str) -> None:
    """Delete a chat; it can be taken back until something else is done."""
    _delete([chat_id], say("chat-deleted"))


def delete_all_chats() -> None:
    """Delete every chat that can be read; they can be taken back likewise."""
    found = [entry.id for entry in listing().entries]
    _delete(found, say("chats-deleted", number=len(found)))


def take_back() -> None:
    """Undo what was done last."""
    undo = undoable()
    if undo is None:
        return
    st.session_state.pop(_UNDO, None)
    try:
        back = {chat.id: chats().save(chat) for chat in undo.deleted}
    except PinciteError as error:
        st.session_state[_TROUBLE] = str(error)
        return
    chat, now = undo.chat, current_chat()
    if chat is not None:
        # As it is kept now, or it would be taken for somebody else's.
        chat = back.get(chat.id) or (now if now is not None and now.id == chat.id else chat)
    _enter(chat, undo.conversation)
    if not undo.deleted:
        _save(undo.conversation.turns)


def _enter(chat: Chat | None, shown: Conversation) -> None:
    st.session_state[_CHAT] = chat
    st.session_state[_CONVERSATION] = shown
    arrive()
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.session_state.pop(_UNDO, None)
    st.session_state.pop(_TROUBLE, None)


def _current_id() -> str:
    chat = current_chat()
    return chat.id if chat else ""


def _load(chat_id: str) -> Chat:
    catalogue = resources.shared_assistant().catalogue
    return chats().load(chat_id, partial(find_unit, catalogue))


def _save(turns: Thread) -> None:
    """Keep the chat as it is now; one without turns is not kept."""
    chat = current_chat()
    st.session_state.pop(_TROUBLE, None)
    try:
        if not turns:
            st.session_state[_CHAT] = None
            if chat is not None:
                chats().delete(chat.id)
            return
        chat = new_chat(turns) if chat is None else replace(chat, turns=turns, changed=stamp())
        st.session_state[_CHAT] = chat
        st.session_state[_CHAT] = chats().save(chat)
    except ChatError as error:
        st.session_state[_TROUBLE] = str(error)


def _delete(ids: list[str], told: str) -> None:
    shown, chat = conversation(), current_chat()
    deleted: list[Chat] = []
    trouble = ""
    for chat_id in ids:
        try:
            found = _load(chat_id)
            chats().delete(chat_id)
        except PinciteError as error:
            trouble = str(error)
        else:
            deleted.append(found)
    if any(chat is not None and one.id == chat.id for one in deleted):
        _enter(None, Conversation())
    if deleted:
        offer_undo(Undo(told, chat, shown, tuple(deleted)))
    if trouble:
        st.session_state[_TROUBLE] = trouble
