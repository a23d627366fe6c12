"""Draws the help: the keys, what the confidence means, the limits, and how to cite."""

from __future__ import annotations

from importlib.metadata import version

import streamlit as st

from ui import keyboard, markup, wording
from ui.language import say
from ui.presentation import LIKELIHOODS


def draw_help_button() -> None:
    """Draw the button that opens the help."""
    if st.button(say("chat-help"), key="help", icon=":material/help:", type="tertiary"):
        # What a switch in a dialog changes, the page hears when the dialog is closed.
        st.dialog(say("chat-help"), width="medium", on_dismiss="rerun")(_draw_help)()


def _draw_help() -> None:
    st.html(markup.heading(say("chat-keyboard")))
    st.html(markup.keys_table(wording.KEYS))
    keyboard.draw_switch()
    st.html(markup.paragraph(say("chat-keys-note"), "pc-note"))
    st.html(markup.heading(say("likely-means")))
    st.html(markup.paragraph(say("chat-sure-text"), "pc-note"))
    st.html(markup.likelihood_table(LIKELIHOODS))
    st.html(markup.paragraph(say("chance-note"), "pc-note"))
    st.html(markup.heading(say("limits")))
    for text in wording.paragraphs("limits-text"):
        st.html(markup.paragraph(text, "pc-note"))
    st.html(markup.heading(say("chat-how-to-cite")))
    for text in (
        *wording.paragraphs("cite-text"),
        say("chat-how-found", version=version("pincite")),
    ):
        st.html(markup.paragraph(text, "pc-note"))
