"""What Streamlit components of ours have sent: read from the visitor's session."""

from __future__ import annotations

import streamlit as st


def sent(key: str, name: str) -> object:
    """Return what the component of a key has just sent under a name; None if nothing."""
    state = st.session_state.get(key)
    return state.get(name) if isinstance(state, dict) else None


def opened_place(key: str) -> int | None:
    """Return the place of what was just pressed in a component, to be opened."""
    found = sent(key, "opened")
    return found if isinstance(found, int) else None
