"""The address bar: what a link asks for is shown, and the address follows what is shown."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from assistant.assistant import Assistant
from corpus.display import cite
from corpus.types import Located
from ui import chat_state, markup, state
from ui.addresses import (
    Address,
    address_of,
    arrive,
    format_address,
    parameters_of,
    parse_address,
)
from ui.conversation import Conversation
from ui.lookup import find_unit

_LAST = "address"
_NOTICE = "address-notice"
_JS = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


def keep_address(assistant: Assistant) -> None:
    """Show what the address says if the visitor has come by a link, else let it follow the page.

    Comes before the page is drawn. An address is acted upon once: one that the page itself has
    written, or has followed already, is left alone, so writing it begins nothing anew. What the
    visitor has just done on the page goes before an address that the browser sends late.
    """
    last, first = _last(), _LAST not in st.session_state
    asked = parse_address(st.query_params.to_dict())
    moved = not first and shown_address(state.conversation(), assistant) != last
    if asked not in (last, Address()) and not moved:
        _follow(asked, assistant)
    shown = shown_address(state.conversation(), assistant)
    notice_for, _ = _notice()
    if shown != notice_for:
        st.session_state.pop(_NOTICE, None)
    # A link that led to nothing stays to be read, and to be mended.
    kept = shown == Address() and bool(_notice()[1])
    if shown != asked and not kept:
        st.query_params.from_dict(parameters_of(shown))
    st.session_state[_LAST] = shown


def draw_notice() -> None:
    """Draw what is not as the link said, if anything, and write the address to be read."""
    component = st.components.v2.component("pincite.address", js=_JS)
    component(data={"query": format_address(_last())}, key="address")
    _, told = _notice()
    if told:
        with st.container(key="address-notice"):
            st.html(markup.link_notice(told))


def page_address() -> str:
    """Return where the chat is served, without its query; empty where that is not known."""
    address = st.context.url
    return f"{address.rstrip('/')}/" if address else ""


def shown_address(conversation: Conversation, assistant: Assistant) -> Address:
    """Return the address of what a conversation shows: the open source and its question.

    A follow-up's question stands there as it was read, so that it can be asked by itself. One
    that is nothing but the open paragraph's reference is left out.
    """
    source = conversation.source
    if not conversation.turns:
        return Address()
    last = len(conversation.turns) - 1
    at = source.turn if source is not None and 0 <= source.turn <= last else last
    turn = conversation.turns[at]
    question = " ".join((turn.answer.read_as if turn.answer else turn.question).split())
    if source is None:
        return Address(question=question)
    unit = find_unit(assistant.catalogue, source.document, source.label)
    if unit is None:
        return Address(question=question)
    if question == _named(source.document, source.label):
        question = ""
    return address_of(Located(source.document, unit), question)


def _follow(asked: Address, assistant: Assistant) -> None:
    """Ask and open what a link says."""
    found = arrive(asked, assistant.shelf)
    place = found.place
    question = " ".join(found.question.split())
    if place is not None:
        question = question or _named(place.document, place.unit.label)
    if question:
        _show(question, place, as_sheet=not found.notice)
    shown = shown_address(state.conversation(), assistant)
    st.session_state[_NOTICE] = (shown, found.notice)


def _show(question: str, place: Located | None, *, as_sheet: bool) -> None:
    """Show a question with the paragraph opened, asking it if the chat does not hold it yet.

    Args:
        question: What is asked.
        place: What is opened.
        as_sheet: Whether a paragraph that was asked for by itself lies over the answer on a
            phone; over a notice it must not.
    """
    at = _turn_of(question, state.conversation())
    if at is None and chat_state.come_back(question):
        at = _turn_of(question, state.conversation())
    if at is None:
        state.ask_anew(question, ())
        at = len(state.conversation().turns) - 1
    source = state.conversation().source
    if place is None or at < 0:
        return
    # What came with an answer is no sheet over it.
    if (
        source is None
        or (source.turn, source.document, source.label) != (at, place.document, place.unit.label)
        or (as_sheet and question == _named(place.document, place.unit.label))
    ):
        state.open_source(at, place.document, place.unit.label)


def _turn_of(question: str, conversation: Conversation) -> int | None:
    """Return the position of the latest turn with that question, None if there is none."""
    for at in range(len(conversation.turns) - 1, -1, -1):
        turn = conversation.turns[at]
        read = turn.answer.read_as if turn.answer else turn.question
        if question in (" ".join(read.split()), " ".join(turn.question.split())):
            return at
    return None


def _named(symbol: str, label: str) -> str:
    return " ".join(cite(symbol, label).split())


def _last() -> Address:
    found = st.session_state.get(_LAST)
    return found if isinstance(found, Address) else Address()


def _notice() -> tuple[Address, str]:
    found = st.session_state.get(_NOTICE)
    return found if isinstance(found, tuple) else (Address(), "")
