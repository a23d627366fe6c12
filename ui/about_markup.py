"""HTML of what the page about the library shows; see `ui.markup`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ui.about_view import Fact, ShareTable
from ui.escaping import as_html
from ui.language import say

MOST_ROWS = 6
"""Rows of a small table that are seen at once."""


def figures(facts: Iterable[Fact]) -> str:
    """Return the size of the library in large figures."""
    items = "".join(
        f"<div><dt>{as_html(name)}</dt><dd>{as_html(value)}</dd></div>" for name, value in facts
    )
    return f'<dl class="pc-figures">{items}</dl>'


def share_tables(tables: Iterable[ShareTable]) -> str:
    """Return small tables beside each other."""
    return f'<div class="pc-shares">{"".join(map(_share_table, tables))}</div>'


def _share_table(table: ShareTable) -> str:
    """Return a table; what comes after its first rows is unfolded by a press."""
    columns = "".join(f'<th scope="col">{as_html(name)}</th>' for name in table.columns)
    head = f"<thead><tr>{columns}</tr></thead>"
    # One row more is as short as the line that would unfold it.
    most = MOST_ROWS if len(table.rows) > MOST_ROWS + 1 else len(table.rows)
    rest = ""
    if over := len(table.rows) - most:
        # The columns are named again for those who hear the table; to the eye they go on.
        hidden = head.replace("<thead>", '<thead class="pc-heard">')
        rest = (
            f"<details><summary>{as_html(say('about-more-rows', number=over))}</summary>"
            f'<table class="pc-share">{hidden}{_body(table.rows[most:])}</table></details>'
        )
    return f'<div><table class="pc-share">{head}{_body(table.rows[:most])}</table>{rest}</div>'


def _body(rows: Sequence[tuple[str, str, str]]) -> str:
    lines = "".join(
        f'<tr><th scope="row" dir="auto">{as_html(name)}</th>'
        f"<td>{as_html(documents)}</td><td>{as_html(units)}</td></tr>"
        for name, documents, units in rows
    )
    return f"<tbody>{lines}</tbody>"


def facts(found: Iterable[Fact]) -> str:
    """Return names and values."""
    items = "".join(
        f'<dt>{as_html(name)}</dt><dd dir="auto">{as_html(value)}</dd>' for name, value in found
    )
    return f'<dl class="pc-facts">{items}</dl>'
