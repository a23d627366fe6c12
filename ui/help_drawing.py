"""Draws the help: the keys, what the confidence means, the limits, and how to cite."""

from __future__ import annotations

from importlib.metadata import version

import streamlit as st

from ui import chat_wording as words
from ui import keyboard, markup, wording
from ui.presentation import LIKELIHOODS


def draw_help_button() -> None:
    """Draw the button that opens the help."""
    if st.button(words.HELP, key="help", icon=":material/help:", type="tertiary"):
        _draw_help()


# What a switch in a dialog changes, the page hears when the dialog is closed.
@st.dialog(words.HELP, width="medium", on_dismiss="rerun")
def _draw_help() -> None:
    st.html(markup.heading(words.KEYBOARD))
    st.html(markup.keys_table(words.KEYS))
    keyboard.draw_switch()
    st.html(markup.paragraph(words.KEYS_NOTE, "pc-note"))
    st.html(markup.heading(wording.LIKELY_MEANS))
    st.html(markup.paragraph(words.SURE_TEXT, "pc-note"))
    st.html(markup.likelihood_table(LIKELIHOODS))
    st.html(markup.paragraph(wording.CHANCE_NOTE, "pc-note"))
    st.html(markup.heading(wording.LIMITS))
    for text in wording.LIMITS_TEXT:
        st.html(markup.paragraph(text, "pc-note"))
    st.html(markup.heading(words.HOW_TO_CITE))
    for text in (*words.CITE_TEXT, words.how_found(version("pincite"))):
        st.html(markup.paragraph(text, "pc-note"))
