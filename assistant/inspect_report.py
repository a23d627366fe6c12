"""How a file was read -> text for the terminal."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from assistant.render import clean
from corpus.documents import Examined
from corpus.links import Links
from corpus.types import Parse

if TYPE_CHECKING:
    from rich.console import Console

GUTTER = 2
"""Columns between two columns of a table."""

LEAST_TEXT = 20
"""Columns that a text gets on the narrowest terminal."""


def print_parse(console: Console, found: Examined, links: Links) -> None:
    """Print units, decisions, what was set aside and what is wrong, then one line that sums up.

    References that lead nowhere may be the document's own fault: they are no problems of the parse.
    """
    parse = found.parse
    _table(
        console,
        "Units",
        ("label", "kind", "page", "tokens", "text"),
        [(u.label, u.kind, str(u.page or ""), str(u.tokens), u.text) for u in parse.units],
        right=("page", "tokens"),
    )
    _table(
        console,
        "Markers that could be read in more than one way",
        ("line", "marker", "read as", "because"),
        [(str(d.line), d.marker, d.reading, d.reason) for d in parse.decisions],
        right=("line",),
        whole=True,
    )
    _table(
        console,
        "Set aside: neither units nor headings",
        ("line", "kind", "text"),
        [(str(f.line), f.kind, f.text) for f in parse.furniture],
        right=("line",),
    )
    _table(
        console,
        "References that lead nowhere",
        ("in", "words", "because"),
        [(u.source, u.text, u.reason) for u in links.unresolved],
        whole=True,
    )
    _table(
        console,
        "Problems",
        ("kind", "label", "detail"),
        [(p.kind, p.label, p.detail) for p in parse.problems],
        whole=True,
    )
    _table(
        console,
        "To be used with care",
        ("kind", "detail"),
        [(f.kind, f.detail) for f in found.flags],
        whole=True,
    )
    named = f"{found.metadata.symbol}  {found.metadata.title}".strip()
    console.print(clean(named), style="bold", soft_wrap=True)
    if found.refusal:
        console.print(clean(f"Refused: it {found.refusal}"), soft_wrap=True)
    console.print(summary(parse), soft_wrap=True)


def summary(parse: Parse) -> str:
    """Return the figures in one line; the percentage is cut, so 100% means every character."""
    percent = math.floor(parse.coverage * 10_000) / 100
    gaps = sum(p.kind == "gap" for p in parse.problems)
    repeats = sum(p.kind == "duplicate" for p in parse.problems)
    others = len(parse.problems) - gaps - repeats
    return ", ".join(
        (
            _count(len(parse.units), "unit"),
            _count(len(parse.headings), "heading"),
            _count(sum(u.tokens for u in parse.units), "token"),
            f"{percent:g}% of the characters accounted for",
            _count(gaps, "gap"),
            _count(repeats, "duplicate"),
            _count(others, "other problem"),
        )
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number or 'no'} {noun}s"


def _table(
    console: Console,
    title: str,
    columns: tuple[str, ...],
    rows: list[tuple[str, ...]],
    *,
    right: tuple[str, ...] = (),
    whole: bool = False,
) -> None:
    """Print a table; its last column is cut to the width, or wrapped where it matters whole."""
    if not rows:
        return
    # A column without an entry, such as the pages of a plain text, says nothing.
    told = [at for at in range(len(columns)) if any(row[at] for row in rows)]
    columns = tuple(columns[at] for at in told)
    from rich.table import Table
    from rich.text import Text

    cells = [[Text(clean(row[at])) for at in told] for row in rows]
    widths = [
        max(len(name), *(row[at].cell_len for row in cells)) for at, name in enumerate(columns)
    ]
    # Only the last column gives way: labels stay whole.
    left = console.width - sum(widths[:-1]) - GUTTER * (len(columns) - 1)
    widths[-1] = min(widths[-1], max(LEAST_TEXT, left))
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False)
    table.padding = (0, GUTTER, 0, 0)
    for name, width in zip(columns, widths, strict=True):
        table.add_column(
            name, justify="right" if name in right else "left", header_style="dim", width=width
        )
    for row in cells:
        if not whole:
            row[-1].truncate(widths[-1], overflow="ellipsis")
        table.add_row(*row)
    console.print(table, crop=False)
    console.print()
