"""The page's keys: ``/`` to the question box, Esc closes the source, ``?`` opens the help.

A component listens for them, and a person can switch them off: keys of one character get in the
way of those who speak to their computer (WCAG 2.2, 2.1.4).
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui.language import say

_KEYS_ON = "keys-on"
_SWITCH = "keys-switch"
_JS = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


def keys_on() -> bool:
    """Tell whether the keys do something."""
    return bool(st.session_state.get(_KEYS_ON, True))


def draw_keyboard() -> None:
    """Listen for the keys."""
    component = st.components.v2.component("pincite.keyboard", js=_JS)
    component(data={"on": keys_on()}, key="keyboard")


def draw_switch() -> None:
    """Draw the switch of the keys."""
    st.toggle(say("chat-shortcuts-on"), value=keys_on(), key=_SWITCH, on_change=_switch)


def _switch() -> None:
    st.session_state[_KEYS_ON] = bool(st.session_state.get(_SWITCH))
