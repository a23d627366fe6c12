"""Draws the help: the tour, the keys, what the confidence means, the limits, and how to cite."""

from __future__ import annotations

import streamlit as st

from ui import about_view, keyboard, markup, tour_drawing, wording
from ui.about_program import program_choices, program_citation, program_version
from ui.copying import draw_copy_buttons
from ui.language import say
from ui.presentation import LIKELIHOODS

_KEY = "help"


def draw_help_button() -> None:
    """Draw the button that opens the help; the tour opens here if it was chosen there."""
    pressed = st.button(say("chat-help"), key=_KEY, icon=":material/help:", type="tertiary")
    if not tour_drawing.open_wanted_tour(_KEY) and pressed:
        # What a switch in a dialog changes, the page hears when the dialog is closed.
        st.dialog(say("chat-help"), width="medium", on_dismiss="rerun")(_draw_help)()


def _draw_help() -> None:
    with st.container(key="help-ways", horizontal=True, gap="small"):
        if st.button(say("tour-open"), key="help-tour", icon=":material/tour:"):
            tour_drawing.want_tour()
            st.rerun()
        st.page_link(about_view.PAGE, label=say("about-title"), icon=":material/info:")
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
        say("chat-how-found", version=program_version()),
        say("help-cite-itself"),
        program_citation(),
    ):
        st.html(markup.paragraph(text, "pc-note"))
    draw_copy_buttons(program_choices(), "help-cite", about=wording.NAME)
