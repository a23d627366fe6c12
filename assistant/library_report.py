"""What a library holds, and what was done to it -> text for the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.render import clean
from embeddings.holdings import Holding

if TYPE_CHECKING:
    from rich.console import Console

GUTTER = 2
"""Columns between two columns of a table."""

LEAST_TITLE = 16
"""Columns that a title gets on the narrowest terminal."""

WIDEST_NOTE = 30
"""Columns that the notes get at most before they are wrapped."""

COLUMNS = ("symbol", "title", "date", "pages", "units", "notes")
_NUMBERS = {"pages", "units"}


def print_holdings(console: Console, holdings: Sequence[Holding]) -> None:
    """Print a table, a document a row; only titles are cut, and only on a terminal.

    Columns in which no document has an entry are left out.
    """
    from rich.table import Table
    from rich.text import Text

    rows = [_row(holding) for holding in holdings]
    told = [at for at in range(len(COLUMNS)) if any(row[at] for row in rows)]
    cells = [[Text(clean(row[at])) for at in told] for row in rows]
    names = [COLUMNS[at] for at in told]
    widths = {
        name: max(len(name), *(row[at].cell_len for row in cells)) for at, name in enumerate(names)
    }
    if console.is_terminal:
        _fit(widths, console.width)
    table = Table(box=None, pad_edge=False, padding=(0, GUTTER, 0, 0))
    for name in names:
        table.add_column(
            name,
            justify="right" if name in _NUMBERS else "left",
            header_style="dim",
            width=widths[name],
            overflow="fold",
        )
    for row in cells:
        row[names.index("title")].truncate(widths["title"], overflow="ellipsis")
        table.add_row(*row)
    console.width = max(console.width, sum(widths.values()) + GUTTER * len(widths))
    console.print(table, crop=False, no_wrap=not console.is_terminal)


def notes_of(holding: Holding) -> str:
    """Return what a person should know before citing a document: flags, a newer revision, files."""
    notes = list(dict.fromkeys(flag.kind for flag in holding.flags))
    if holding.superseded_by:
        notes.append(f"superseded by {holding.superseded_by}")
    if len(holding.files) > 1:
        notes.append(" + ".join(file.format for file in holding.files))
    return ", ".join(notes)


def count(number: int, noun: str) -> str:
    """Return a number and what it counts."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _row(holding: Holding) -> tuple[str, ...]:
    return (
        holding.symbol,
        holding.title,
        holding.date,
        "" if holding.pages is None else str(holding.pages),
        str(holding.units),
        notes_of(holding),
    )


def _fit(widths: dict[str, int], width: int) -> None:
    """Take columns from the notes, then from the title, then from the symbol, until all fit."""
    for name, least in (("notes", WIDEST_NOTE), ("title", LEAST_TITLE), ("notes", 10)):
        over = sum(widths.values()) + GUTTER * (len(widths) - 1) - width
        if over > 0 and name in widths:
            widths[name] = max(min(widths[name], least), widths[name] - over)
    over = sum(widths.values()) + GUTTER * (len(widths) - 1) - width
    if over > 0:
        widths["symbol"] = max(min(widths["symbol"], LEAST_TITLE), widths["symbol"] - over)
