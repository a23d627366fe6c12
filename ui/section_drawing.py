"""Draws a section in the source panel."""

from __future__ import annotations

import streamlit as st

from corpus.types import Document
from ui import markup, state
from ui.components import opened_place
from ui.language import say
from ui.reading import draw_reading
from ui.section_view import SectionView, Step
from ui.source_steps import Way, draw_ways
from ui.trail import Place


def draw_section_text(view: SectionView, document: Document, turn: int, key: str) -> None:
    """Draw what stands in a section; each unit can be opened in the panel.

    Args:
        view: The section.
        document: Its document.
        turn: Position of the turn whose answer is being checked.
        key: Of the widget.
    """

    def open_unit() -> None:
        place = opened_place(key)
        if place is not None and 0 <= place < len(document.units):
            state.open_source(turn, document.symbol, document.units[place].label)

    draw_reading(view.reading, key, on_open=open_unit)
    if view.more:
        st.html(markup.paragraph(say("read-and-more-units", number=view.more), "pc-note"))


def draw_section_ways(view: SectionView, turn: int) -> None:
    """Draw the buttons to the sections before, above and after."""

    def place(step: Step | None) -> Place | None:
        return None if step is None else Place(turn, view.document, step.label, step.number)

    ways: tuple[Way, ...] = (
        (say("previous"), "chevron_left", place(view.before)),
        (say("up"), "arrow_upward", place(view.parent)),
        (say("next"), "chevron_right", place(view.after)),
    )
    draw_ways(ways)
