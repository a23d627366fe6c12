"""The documents with what to look at before citing them: a Streamlit component.

It is a component so that a press on one of hundreds of symbols costs no widget each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from ui.about_view import CareRow
from ui.components import opened_place
from ui.escaping import visible
from ui.language import say

_HTML = """
<table><thead><tr></tr></thead><tbody></tbody></table>
<button type="button" class="more" hidden></button>
"""
_CSS = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
_JS = "\n".join(
    Path(__file__).with_name(name).read_text(encoding="utf-8")
    for name in ("elements.js", "about_table.js")
)


def draw_care_table(rows: Sequence[CareRow], key: str, on_open: Callable[[], None]) -> None:
    """Draw the documents, a row each.

    Args:
        rows: In the order in which they are shown.
        key: Of the component.
        on_open: Called when a symbol is pressed; `opened_row` tells which.
    """
    component = st.components.v2.component("pincite.about", html=_HTML, css=_CSS, js=_JS)
    counted = any(row.unresolved is not None for row in rows)
    columns = [
        ("document", say("read-choose-document")),
        ("faults", say("about-faults-column")),
        *([("unresolved", say("about-unresolved-column"))] if counted else []),
    ]
    component(
        key=key,
        data={
            # Not lists: Streamlit would load pandas to see whether one is a table.
            "rows": tuple(_row(row) for row in rows),
            "columns": tuple({"key": key, "name": name} for key, name in columns),
            "more": say("library-show-more", number="{}"),
        },
        on_opened_change=on_open,
    )


def opened_row(key: str, rows: Sequence[CareRow]) -> CareRow | None:
    """Return the row whose symbol was pressed just now."""
    place = opened_place(key)
    return rows[place] if place is not None and 0 <= place < len(rows) else None


def _row(row: CareRow) -> dict[str, object]:
    return {
        "symbol": visible(row.symbol),
        "title": visible(row.title),
        "notes": [visible(note) for note in row.notes],
        "faults": say("about-number", number=row.faults),
        "unresolved": say("about-number", number=row.unresolved or 0),
    }
