"""The table of documents: a Streamlit component, so that it is a real table and sorts at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

import streamlit as st

from ui.escaping import visible
from ui.language import say
from ui.library_view import Row

_HTML = """
<input type="search" class="search" hidden>
<div class="scroll"><table>
  <thead><tr></tr></thead>
  <tbody></tbody>
</table></div>
<p class="none" role="status"></p>
<button type="button" class="more" hidden></button>
"""
_CSS = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
_JS = "\n".join(
    Path(__file__).with_name(name).read_text(encoding="utf-8")
    for name in ("elements.js", "library_table.js")
)


def draw_table(rows: Sequence[Row], key: str, on_open: Callable[[], None]) -> tuple[str, ...]:
    """Draw the documents; return the symbols of those that are chosen.

    Args:
        rows: In the library's order.
        key: Another one forgets what was chosen.
        on_open: Called when a symbol is pressed; `components.opened_place` tells which.
    """
    component = st.components.v2.component("pincite.library", html=_HTML, css=_CSS, js=_JS)
    columns = (
        ("symbol", say("library-symbol")),
        ("title", say("library-title")),
        ("date", say("library-date")),
        ("pages", say("library-pages")),
        ("units", say("library-units")),
        ("notes", say("library-notes")),
    )
    # A column in which no document has an entry says nothing.
    told = {"date": any(r.date for r in rows), "pages": any(r.pages is not None for r in rows)}
    told["notes"] = any(r.notes for r in rows)
    there = [row.symbol for row in rows]
    result = component(
        key=key,
        data={
            # Not lists: Streamlit would load pandas to see whether one is a table.
            "rows": tuple(_row(number, row) for number, row in enumerate(rows)),
            "columns": tuple(
                {"key": key, "name": name} for key, name in columns if told.get(key, True)
            ),
            "search": say("library-search"),
            "hint": say("library-search-hint"),
            "all": say("library-choose-all"),
            "choose": say("library-choose"),
            "none": say("library-nothing-found"),
            "more": say("library-show-more", number="{}"),
        },
        default={"chosen": []},
        on_chosen_change=lambda: None,
        on_opened_change=on_open,
    )
    places = cast("list[object]", result.get("chosen") or [])
    return tuple(there[at] for at in places if isinstance(at, int) and 0 <= at < len(there))


def _row(number: int, row: Row) -> dict[str, object]:
    return {
        "place": number,
        "symbol": visible(row.symbol),
        "title": visible(row.title),
        "about": visible(row.about),
        "date": row.date,
        "pages": row.pages,
        "units": row.units,
        "notes": visible(", ".join(row.notes)),
    }
