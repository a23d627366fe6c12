"""Draws the visitor's chats in the sidebar, and what can be undone above the question box."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from ui import chat_state, markup, state
from ui.chat_list import ChatRow, list_chats
from ui.chats import Listing
from ui.escaping import as_label
from ui.language import say

_QUERY = "chat-query"
_MOST = "chats-shown"
_RENAMED = "chat-renamed"

SHOWN = 12
MORE = 50


def draw_chats() -> None:
    """Draw the button for a new chat and the visitor's chats; goes into the sidebar."""
    st.button(
        say("new-chat"),
        key="new-chat",
        icon=":material/add:",
        on_click=state.start_anew,
        width="stretch",
    )
    listing = chat_state.listing()
    for fault in listing.faults:
        st.html(markup.paragraph(fault, "pc-note pc-warn"))
    if not listing.entries:
        return
    with st.container(key="chats", gap="small"):
        query = st.text_input(
            say("chat-search"),
            key=_QUERY,
            type="search",
            placeholder=say("chat-search"),
            icon=":material/search:",
            label_visibility="collapsed",
            max_chars=200,
        )
        with st.container(key="chat-list"):
            _draw_list(listing, str(query or ""))
        _draw_keeping(listing)


def _draw_list(listing: Listing, query: str) -> None:
    chat = chat_state.current_chat()
    view = list_chats(
        listing.entries,
        datetime.now().astimezone(),
        current=chat.id if chat else "",
        query=query,
        most=int(st.session_state.get(_MOST, SHOWN)),
    )
    if view.nothing_found:
        st.html(markup.paragraph(say("chat-nothing-found"), "pc-note"))
    for group in view.groups:
        st.html(markup.paragraph(group.title, "pc-label"))
        for row in group.rows:
            _draw_row(row)
    if view.hidden:
        st.button(say("chat-show-more"), key="chats-more", type="tertiary", on_click=_show_more)


def _draw_row(row: ChatRow) -> None:
    if st.session_state.get(_RENAMED) == row.id:
        _draw_renaming(row)
        return
    with st.container(key=f"chat-row-{row.id}", horizontal=True, gap=None, wrap=False):
        st.button(
            as_label(row.name),
            key=f"chat-open-{row.id}",
            type="secondary" if row.current else "tertiary",
            on_click=state.open_chat,
            args=(row.id,),
            width="stretch",
            wrap=False,
        )
        st.menu_button(
            as_label(say("chat-menu-of", name=row.name)),
            (say("chat-rename"), say("chat-delete")),
            key=f"chat-menu-{row.id}",
            type="tertiary",
            icon=":material/more_horiz:",
            on_click=_act,
            args=(row.id,),
        )
    if row.found:
        st.html(markup.paragraph(row.found, "pc-note pc-found"))


def _draw_renaming(row: ChatRow) -> None:
    with st.form(f"chat-renaming-{row.id}", border=False):
        st.text_input(
            say("chat-new-title"),
            value=row.name,
            key=f"chat-title-{row.id}",
            max_chars=chat_state.LONGEST_TITLE,
        )
        with st.container(key="chat-renaming-row", horizontal=True, gap="xsmall"):
            st.form_submit_button(
                say("chat-save"),
                key="chat-rename",
                type="primary",
                on_click=_rename,
                args=(row.id,),
            )
            st.form_submit_button(say("cancel"), key="chat-keep-name", on_click=_stop_renaming)


def _act(chat_id: str) -> None:
    chosen = st.session_state.get(f"chat-menu-{chat_id}")
    if chosen == say("chat-rename"):
        st.session_state[_RENAMED] = chat_id
    elif chosen == say("chat-delete"):
        state.delete_chat(chat_id)


def _rename(chat_id: str) -> None:
    chat_state.rename_chat(chat_id, str(st.session_state.get(f"chat-title-{chat_id}") or ""))
    _stop_renaming()


def _stop_renaming() -> None:
    st.session_state.pop(_RENAMED, None)


def _show_more() -> None:
    st.session_state[_MOST] = int(st.session_state.get(_MOST, SHOWN)) + MORE


def _draw_keeping(listing: Listing) -> None:
    """Draw where chats are kept, and the way to delete them all."""
    folder = chat_state.chats().folder
    with st.popover(say("chat-manage"), key="chats-keeping", type="tertiary"):
        told = say("chat-kept-in", folder=str(folder)) if folder else say("chat-visit-only")
        st.html(markup.paragraph(told, "pc-note"))
        st.html(
            markup.paragraph(
                say(
                    "delete-all-question" if folder is None else "delete-all-kept-question",
                    number=len(listing.entries),
                ),
                "pc-note",
            )
        )
        st.button(
            say("chat-delete-all"),
            key="chats-delete-all",
            icon=":material/delete:",
            on_click=state.delete_all_chats,
        )


def draw_undo() -> None:
    """Draw what was just done with a button that undoes it, and what went wrong with chats."""
    trouble, undo = chat_state.trouble(), chat_state.undoable()
    if trouble:
        st.error(as_label(trouble), icon=":material/error:")
    if undo is None:
        return
    with st.container(key="undo", horizontal=True, gap="small", vertical_alignment="center"):
        st.html(markup.told(undo.told))
        st.button(
            say("chat-undo"),
            key="undo-last",
            icon=":material/undo:",
            type="tertiary",
            on_click=chat_state.take_back,
        )
