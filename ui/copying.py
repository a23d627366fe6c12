"""Buttons that put text on the clipboard: a Streamlit component, nothing fetched."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from ui import wording

_HTML = '<div class="row"><div class="buttons"></div><p class="told" role="status"></p></div>'
_CSS = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
_JS = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


def draw_copy_buttons(choices: Sequence[tuple[str, str]], key: str) -> None:
    """Draw a button for each name, which copies the text that goes with it."""
    component = st.components.v2.component("pincite.copying", html=_HTML, css=_CSS, js=_JS)
    component(
        data={
            "choices": [{"name": name, "text": text} for name, text in choices],
            "copied": wording.COPIED,
            "failed": wording.COPY_FAILED,
        },
        key=key,
    )
