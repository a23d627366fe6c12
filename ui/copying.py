"""Buttons and menus that put text on the clipboard: a Streamlit component, nothing fetched."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from ui.copy_choices import Choice
from ui.language import say

_HTML = (
    '<div class="row"><div class="buttons"></div><p class="told" role="status"></p></div>'
    '<div popover role="menu"></div>'
)
_CSS = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
_JS = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


def draw_copy_buttons(choices: Sequence[Choice], key: str, *, about: str = "") -> None:
    """Draw a button for each of the first two choices, and a menu of the others.

    Args:
        choices: What the buttons say, and what each copies.
        key: Of the component.
        about: What is copied, for those who hear the menu's name.
    """
    _draw(choices, key, buttons=2, menu=say("copy-more"), about=about)


def draw_copy_menu(choices: Sequence[Choice], key: str, *, about: str, name: str = "") -> None:
    """Draw a menu of the choices under one small button.

    Args:
        choices: What the menu says, and what each copies.
        key: Of the component.
        about: What is copied, for those who hear the menu's name.
        name: What the button says; empty for "Copy".
    """
    _draw(choices, key, buttons=0, menu=name or say("copy"), about=about)


def _draw(choices: Sequence[Choice], key: str, *, buttons: int, menu: str, about: str) -> None:
    component = st.components.v2.component("pincite.copying", html=_HTML, css=_CSS, js=_JS)
    component(
        data={
            # Not a list: Streamlit would load pandas to see whether one is a table.
            "choices": tuple({"name": name, "text": text} for name, text in choices),
            "buttons": buttons,
            "menu": menu,
            # A name that is heard must hold the words that are seen (WCAG 2.2, 2.5.3).
            "label": f"{menu}: {about}" if about else menu,
            "copied": say("copied"),
            "failed": say("copy-failed"),
        },
        key=key,
    )
