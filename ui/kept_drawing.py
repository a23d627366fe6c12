"""Draws the sources that stay open beside the one in view."""

from __future__ import annotations

import streamlit as st

from assistant.assistant import Assistant
from corpus.display import display
from ui import markup, resources, walking
from ui.conversation import Conversation
from ui.escaping import as_label
from ui.language import say
from ui.lookup import answers_of, find_document, find_unit
from ui.presentation import excerpt
from ui.section_drawing import draw_section_text
from ui.section_view import view_section
from ui.source import citations_of, view_source
from ui.trail import Place, Trail

_NAME_LENGTH = 40


def draw_kept(trail: Trail, conversation: Conversation, assistant: Assistant) -> None:
    """Draw the places that are kept open: one as it is, several behind tabs."""
    if not trail.kept:
        return
    with st.container(key="kept", border=True):
        st.html(markup.paragraph(say("read-kept"), "pc-label"))
        if len(trail.kept) == 1:
            _draw_place(trail.kept[0], 0, conversation, assistant)
            return
        names = [as_label(_name(place, assistant)) for place in trail.kept]
        for number, tab in enumerate(st.tabs(names)):
            with tab:
                _draw_place(trail.kept[number], number, conversation, assistant)


def draw_kept_names(trail: Trail, assistant: Assistant) -> None:
    """Draw the same as buttons, for a page with room for one source only."""
    others = [place for place in trail.kept if place != trail.current]
    if not others:
        return
    with st.container(key="kept-names", horizontal=True, gap="xsmall"):
        st.html(markup.paragraph(say("read-kept"), "pc-note"))
        for number, place in enumerate(others):
            st.button(
                as_label(_name(place, assistant)),
                key=f"kept-name-{number}",
                type="tertiary",
                on_click=walking.open_place,
                args=(place,),
            )


def _name(place: Place, assistant: Assistant) -> str:
    document = find_document(assistant.catalogue, place.document)
    if place.section is not None and document and place.section < len(document.headings):
        return excerpt(document.headings[place.section].text, _NAME_LENGTH)
    name = excerpt(display(place.label), _NAME_LENGTH)
    several = len(assistant.catalogue.documents) > 1
    return f"{place.document}, {name}" if several else name


def _draw_place(
    place: Place, number: int, conversation: Conversation, assistant: Assistant
) -> None:
    catalogue = assistant.catalogue
    answers = answers_of(conversation, place.turn)
    document = find_document(catalogue, place.document)
    with st.container(key=f"kept-body-{number}"):
        if document is None or find_unit(catalogue, place.document, place.label) is None:
            st.html(markup.paragraph(say("source-gone"), "pc-note"))
        elif place.section is not None:
            section = view_section(document, place.section, answers)
            if section is None:
                st.html(markup.paragraph(say("read-section-gone"), "pc-note"))
            else:
                st.html(markup.section_head(section))
                draw_section_text(section, document, place.turn, f"kept-section-{number}")
        else:
            crossings = resources.shared_crossings(assistant)
            citations = citations_of(answers)
            view = view_source(catalogue, place.document, place.label, citations, crossings)
            st.html(markup.source_head(view, chosen=False) + markup.source_text(view))
    with st.container(key=f"kept-ways-{number}", horizontal=True, gap="xsmall"):
        st.button(
            say("read-open-again"),
            key=f"kept-open-{number}",
            icon=":material/arrow_outward:",
            type="tertiary",
            on_click=walking.open_place,
            args=(place,),
        )
        st.button(
            say("read-let-go"),
            key=f"kept-go-{number}",
            icon=":material/close:",
            type="tertiary",
            on_click=walking.let_go,
            args=(place,),
        )
