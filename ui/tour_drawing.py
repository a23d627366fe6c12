"""Draws the short tour: a dialog that opens when somebody asks for it, and never by itself."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui import tour, tour_markup
from ui.language import say

_FIRST = "take-tour"
_STEP = "tour-step"
_WANTED = "tour-wanted"

_HTML = '<p role="status"></p>'
_CSS = "p { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }"
_JS = Path(__file__).with_name("tour.js").read_text(encoding="utf-8")


def draw_tour_button() -> None:
    """Draw the button that opens the tour, for the first screen."""
    if st.button(say("tour-open"), key=_FIRST, type="tertiary"):
        _open(_FIRST)


def want_tour() -> None:
    """Have the tour opened when the page is next drawn: a dialog cannot open another."""
    st.session_state[_WANTED] = True


def open_wanted_tour(opener: str) -> bool:
    """Open the tour if it was wanted; return whether it was.

    Args:
        opener: Key of the button that gets the focus when the tour is closed.
    """
    if not st.session_state.pop(_WANTED, False):
        return False
    _open(opener)
    return True


def _open(opener: str) -> None:
    st.session_state[_STEP] = 0
    st.dialog(say("tour-name"), width="medium")(_draw_step)(opener)


def _draw_step(opener: str) -> None:
    steps, number = tour.steps(), int(st.session_state.get(_STEP, 0))
    if not 0 <= number < len(steps):
        st.rerun()  # "Close", or a step beyond the last: the dialog is not drawn again
    last = number == len(steps) - 1
    st.html(tour_markup.step(steps[number], tour.counted(number)))
    with st.container(key="tour-ways", horizontal=True, gap="small"):
        st.button(
            say("tour-back"), key="tour-back", disabled=not number, on_click=_go, args=(number - 1,)
        )
        # At the end "Next" becomes "Close" in its place: who presses it again and again gets there.
        st.button(
            say("close") if last else say("tour-next"),
            key="tour-next",
            type="primary",
            on_click=_go,
            args=(number + 1,),
        )
        if not last:
            st.button(
                say("close"), key="tour-close", type="tertiary", on_click=_go, args=(len(steps),)
            )
    component = st.components.v2.component("pincite.tour", html=_HTML, css=_CSS, js=_JS)
    component(data={"told": tour.heard(number), "opener": opener}, key="tour-told")


def _go(number: int) -> None:
    st.session_state[_STEP] = number
