"""Shows plots: a Streamlit component, because `st.html` takes every drawing out."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from eval.report.page import HERE

_JS = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
_CSS = "\n".join((HERE / name).read_text(encoding="utf-8") for name in ("cards.css", "plots.css"))


def draw_plots(html: str, key: str) -> None:
    """Draw plots from `eval.report.markup.plots`, whose foreign words are escaped."""
    component = st.components.v2.component(
        "pincite.plots", html='<div class="plots"></div>', css=_CSS, js=_JS
    )
    component(data={"html": html}, key=key)
