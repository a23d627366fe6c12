"""Moves the view to what is new: the newest question, and the marked words of the source."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui.conversation import OpenSource

_HTML = '<p role="status"></p>'
_CSS = "p { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }"
_JS = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


def guide(
    arrivals: int, turn: int, told: str, source: OpenSource | None, *, as_page: bool = False
) -> None:
    """Scroll to a turn when it is new, and to the marked words of a new source.

    Args:
        arrivals: How often something new came; another number than before means that it has.
        turn: Position of the last turn.
        told: What a screen reader says of the last one.
        source: The open source.
        as_page: Whether it is shown as the file's page.
    """
    component = st.components.v2.component("pincite.guiding", html=_HTML, css=_CSS, js=_JS)
    opened = f"{source} {as_page}" if source else ""
    component(
        data={"arrivals": arrivals, "turn": turn, "told": told, "source": opened}, key="guide"
    )
