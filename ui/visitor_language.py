"""Which language a visitor reads: the one that was chosen here, else the browser's."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from ui.language import DEFAULT, LANGUAGES, listen_to, nearest, say, spoken

_LANGUAGE = "language"
_CHOSEN = "language-chosen"
_CHOICE = "language-choice"

# The name is told to the script, which writes it.
_COOKIE = "pincite-language"
_JS = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


def of_visitor() -> str:
    """Return the code of the visitor's language; the default one where there is no visitor."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return DEFAULT
    found = st.session_state.get(_LANGUAGE)
    return found if isinstance(found, str) else _found()


def settle() -> None:
    """Have everything said in the visitor's language; comes before anything is."""
    # Found once: a page asks for it with each of its words.
    st.session_state.setdefault(_LANGUAGE, _found())
    listen_to(of_visitor)


def _found() -> str:
    return nearest((st.context.cookies.get(_COOKIE), st.context.locale))


def draw_choice() -> None:
    """Draw the choice of a language, and tell the browser which one the page is in."""
    st.session_state.setdefault(_CHOICE, spoken())
    component = st.components.v2.component("pincite.language", js=_JS)
    with st.sidebar.container(key="language"):
        st.selectbox(
            say("language"),
            list(LANGUAGES),
            format_func=lambda code: LANGUAGES[code],
            key=_CHOICE,
            on_change=_choose,
            label_visibility="collapsed",
        )
        component(
            data={
                "language": spoken(),
                "cookie": _COOKIE,
                "chosen": _CHOSEN in st.session_state,
            },
            key="language-told",
        )


def _choose() -> None:
    st.session_state[_LANGUAGE] = str(st.session_state[_CHOICE])
    st.session_state[_CHOSEN] = True
