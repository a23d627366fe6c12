"""The address bar: what a link asks for is shown, and the address follows what is shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st

from assistant.assistant import Assistant
from assistant.scope import Scope
from corpus.display import cite
from corpus.types import Located
from ui import chat_state, markup, reading_state, state
from ui.addresses import (
    PARAMETERS,
    Address,
    Arrival,
    address_of,
    arrive,
    format_address,
    parameters_of,
    parse_address,
)
from ui.conversation import Conversation, Turn
from ui.link_filters import find_scope, is_short
from ui.lookup import find_unit

_LAST = "address"
_LED_TO_NOTHING = "address-to-nothing"
_NOTICE = "address-notice"
_LENT = "lent-scope"
_JS = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class _Lent:
    """Documents that a link has chosen beside the chat.

    Attributes:
        chat: Key of the chat that it opened.
        scope: What it chose.
        own: What the visitor had chosen before.
    """

    chat: str
    scope: Scope
    own: Scope


def keep_address(assistant: Assistant) -> None:
    """Show what the address says if the visitor has come by a link, else let it follow the page.

    Comes before the page is drawn. An address is acted upon once: one that the page itself has
    written, or has followed already, is left alone, so writing it begins nothing anew. What the
    visitor has just done on the page goes before an address that the browser sends late.
    """
    _give_back()
    last, first = _last(), _LAST not in st.session_state
    asked = asked_address()
    moved = not first and shown_address(state.conversation(), assistant) != last
    done = (last, Address(), st.session_state.get(_LED_TO_NOTHING))
    if asked not in done and not moved:
        _follow(asked, assistant)
    shown = shown_address(state.conversation(), assistant)
    notice_for, _ = _notice()
    if shown != notice_for:
        st.session_state.pop(_NOTICE, None)
    # A link that led to nothing stays to be read, and to be mended.
    kept = shown == Address() and bool(_notice()[1])
    st.session_state[_LED_TO_NOTHING] = asked if kept else None
    if shown != asked and not kept:
        st.query_params.from_dict(parameters_of(shown))
    st.session_state[_LAST] = shown


def asked_address() -> Address:
    """Return what the address says that the browser shows."""
    return parse_address({name: st.query_params.get_all(name) for name in PARAMETERS})


def draw_address(address: Address) -> None:
    """Have the browser write the address that it shows so that it can be read."""
    component = st.components.v2.component("pincite.address", js=_JS)
    component(data={"query": format_address(address)}, key="address")


def draw_notice() -> None:
    """Draw what is not as the link said, if anything, and write the address to be read."""
    draw_address(_last())
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

    A follow-up's question stands there as it was read, so that it can be asked by itself, with
    the documents that it was asked of. One that is nothing but the open paragraph's reference is
    left out, and one that was asked of more documents than a link can name.
    """
    source = conversation.source
    if not conversation.turns:
        return Address()
    last = len(conversation.turns) - 1
    at = source.turn if source is not None and 0 <= source.turn <= last else last
    turn = conversation.turns[at]
    question = " ".join((turn.answer.read_as if turn.answer else turn.question).split())
    asked = Address(question=question, scope=turn.scope) if is_short(turn.scope) else Address()
    if source is None:
        return asked
    unit = find_unit(assistant.catalogue, source.document, source.label)
    if unit is None:
        return asked
    if question == _named(source.document, source.label):
        asked = Address()
    place = address_of(Located(source.document, unit))
    return replace(place, question=asked.question, scope=asked.scope)


def _follow(asked: Address, assistant: Assistant) -> None:
    """Ask and open what a link says."""
    found = arrive(asked, assistant.shelf)
    if asked.is_document and found.place is not None:
        _read(found.place.document, assistant)
    elif found.question or found.place is not None:
        _show(found, assistant)
    elif found.scope != Scope():
        _lend(found.scope, state.scope())
    shown = shown_address(state.conversation(), assistant)
    st.session_state[_NOTICE] = (shown, found.notice)


def _read(document: str, assistant: Assistant) -> None:
    """Go on to the page where a document is read, unless it has been there in this visit.

    It has if the visitor comes back from there: Back is to lead to the chat, not forward again.
    """
    if reading_state.was_read(document):
        return
    reading_state.read_at(document)
    st.session_state[_LAST] = shown_address(state.conversation(), assistant)
    # With the address: Streamlit would take it away on the way to another page.
    st.switch_page(reading_state.PAGE, query_params=parameters_of(Address(document)))


def _show(found: Arrival, assistant: Assistant) -> None:
    """Ask what a link asks, if the chat does not hold it yet, and open its paragraph."""
    place, own = found.place, state.scope()
    question, scope = " ".join(found.question.split()), found.scope
    named = _named(place.document, place.unit.label) if place is not None else ""
    at = _go_to_turn(question or named, scope if question else None, assistant)
    if at is None and chat_state.come_back(question or named):
        at = _go_to_turn(question or named, scope if question else None, assistant)
        _lend(scope, own)
    if at is None:
        state.ask_anew(question or named, (), scope)
        at = len(state.conversation().turns) - 1
        _lend(scope, own)
    if place is None or at < 0:
        return
    source = state.conversation().source
    # What came with an answer is no sheet over it on a phone; a paragraph that was asked for by
    # itself is one, unless there is a notice to be read.
    if (
        source is None
        or (source.turn, source.document, source.label) != (at, place.document, place.unit.label)
        or (question in ("", named) and not found.notice)
    ):
        state.open_source(at, place.document, place.unit.label)


def _go_to_turn(question: str, scope: Scope | None, assistant: Assistant) -> int | None:
    """Return the position of the latest turn with a question, asked of the same documents.

    Where the question has become another version since, the one that is meant is shown again.

    Args:
        question: As it was asked or read.
        scope: The documents; None for any.
        assistant: Over the library.
    """

    def is_meant(turn: Turn) -> bool:
        return turn.has_question(question) and (
            scope is None or find_scope(turn.scope, assistant.shelf)[0] == scope
        )

    turns = state.conversation().turns
    for at in range(len(turns) - 1, -1, -1):
        if is_meant(turns[at]):
            return at
    for at in range(len(turns) - 1, -1, -1):
        for before, thread in enumerate((*turns[at].earlier, (turns[at],), *turns[at].later)):
            if is_meant(thread[0]):
                state.switch_version(at, before + 1)
                return at
    return None


def _lend(scope: Scope, own: Scope) -> None:
    """Choose a link's documents beside the chat, until the visitor leaves the chat.

    Args:
        scope: The documents.
        own: What the visitor had chosen.
    """
    before = st.session_state.get(_LENT)
    if isinstance(before, _Lent) and before.scope == own:
        own = before.own
    if state.scope() != scope:
        state.choose(scope)
    st.session_state[_LENT] = _Lent(chat_state.chat_key(), scope, own)


def _give_back() -> None:
    """Choose what the visitor had chosen before a link, once they have left its chat.

    What they have chosen themselves since is left alone.
    """
    lent = st.session_state.get(_LENT)
    if not isinstance(lent, _Lent) or lent.chat == chat_state.chat_key():
        return
    st.session_state.pop(_LENT)
    if state.scope() == lent.scope:
        state.choose(lent.own)


def _named(symbol: str, label: str) -> str:
    return " ".join(cite(symbol, label).split())


def _last() -> Address:
    found = st.session_state.get(_LAST)
    return found if isinstance(found, Address) else Address()


def _notice() -> tuple[Address, str]:
    found = st.session_state.get(_NOTICE)
    return found if isinstance(found, tuple) else (Address(), "")
