"""Draws the ways on from a source: back and forward, up and along, kept open, read in full."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from ui import reading_state, state, walking
from ui.language import say
from ui.trail import Place, Trail

Way = tuple[str, str, Place | None]
"""Name of a button, its icon, and the place it leads to."""


def draw_bar(trail: Trail) -> None:
    """Draw back and forward, and what else can be done with the place in view."""
    place = trail.current
    if place is None:
        return
    with st.container(key="source-bar", horizontal=True, gap="xsmall"):
        for name, icon, step, there in (
            (say("read-back"), "undo", -1, trail.before),
            (say("read-forward"), "redo", 1, trail.after),
        ):
            st.button(
                name,
                key=f"walk-{icon}",
                icon=f":material/{icon}:",
                type="tertiary",
                disabled=there is None,
                on_click=walking.go,
                args=(step,),
            )
        st.button(
            say("read-keep-open"),
            key="pin-source",
            icon=":material/push_pin:",
            type="tertiary",
            disabled=place in trail.kept,
            on_click=walking.keep_open,
            args=(place,),
        )
        if st.button(
            say("read-read-on"), key="read-on", icon=":material/menu_book:", type="tertiary"
        ):
            reading_state.read_at(place.document, place.label)
            st.switch_page(reading_state.PAGE)


def draw_ways(ways: Sequence[Way]) -> None:
    """Draw the buttons to the places before, above and after."""
    with st.container(key="source-steps", horizontal=True, gap="xsmall"):
        for name, icon, place in ways:
            there = place or Place(0, "", "")
            st.button(
                name,
                key=f"step-{icon}",
                icon=f":material/{icon}:",
                icon_position="right" if name == say("next") else "left",
                disabled=place is None,
                on_click=state.open_source,
                args=(there.turn, there.document, there.label, there.section),
            )
