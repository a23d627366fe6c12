"""Keeps the way through the sources in the visitor's session: back, forward, kept open."""

from __future__ import annotations

import streamlit as st

from ui import chat_state, state
from ui.conversation import OpenSource
from ui.trail import Place, Trail

_TRAIL = "source-trail"


def trail_to(source: OpenSource) -> Trail:
    """Return the way up to the open source, wherever it was opened from."""
    trail = _trail().visited(Place(source.turn, source.document, source.label, source.section))
    _keep(trail)
    return trail


def go(step: int) -> None:
    """Open the place before (-1) or after (1) in the panel."""
    trail = _trail().stepped(step)
    _keep(trail)
    if trail.current is not None:
        open_place(trail.current)


def open_place(place: Place) -> None:
    """Open a place in the panel."""
    state.open_source(place.turn, place.document, place.label, place.section)


def keep_open(place: Place) -> None:
    """Leave a place open beside the one in view."""
    _keep(_trail().keeping(place))


def let_go(place: Place) -> None:
    """Leave a place no longer open."""
    _keep(_trail().letting_go(place))


def _trail() -> Trail:
    chat = chat_state.chat_key()
    found = st.session_state.get(_TRAIL)
    return found if isinstance(found, Trail) and found.chat == chat else Trail(chat)


def _keep(trail: Trail) -> None:
    st.session_state[_TRAIL] = trail
