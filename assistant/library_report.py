"""What a library holds, and what was done to it -> text for the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.render import clean

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from embeddings.build import BuildReport
    from embeddings.holdings import Holding
    from embeddings.indexing import IndexReport

GUTTER = 2
"""Columns between two columns of a table."""

MOST_LISTED = 20
"""Documents named one by one for each kind of change."""

COLUMNS = ("symbol", "date", "pages", "units", "notes", "title")
ROOM_FOR_SYMBOLS = 120
"""Columns of a terminal from which on notes name other documents."""

_NUMBERS = {"pages", "units"}
_SPARE = (
    ("notes", 30),
    ("title", 16),
    ("notes", 10),
    ("symbol", 16),
    ("title", 8),
    ("symbol", 8),
)
"""Columns that give way on a narrow terminal, and how many they keep."""


def print_holdings(console: Console, holdings: Sequence[Holding]) -> None:
    """Print a table, a document a row; only titles are cut, and only on a terminal.

    Columns in which no document has an entry are left out.
    """
    from rich.text import Text

    brief = console.is_terminal and console.width < ROOM_FOR_SYMBOLS
    rows = [_row(holding, brief=brief) for holding in holdings]
    told = [at for at in range(len(COLUMNS)) if any(row[at] for row in rows)]
    names = [COLUMNS[at] for at in told]
    cells = [[Text(clean(row[at])) for at in told] for row in rows]
    widths = {
        name: max(len(name), *(row[at].cell_len for row in cells)) for at, name in enumerate(names)
    }
    if console.is_terminal:
        _fit(widths, console.width)
    heads = [Text(name) for name in names]
    for row, style in [(heads, "dim"), *((row, "") for row in cells)]:
        row[-1].truncate(widths["title"], overflow="ellipsis")
        columns = [
            list(cell.wrap(console, widths[name], overflow="fold")) or [Text()]
            for name, cell in zip(names, row, strict=True)
        ]
        for pieces in zip_longest(*columns, fillvalue=Text()):
            line = Text(style=style)
            for name, piece in zip(names, pieces, strict=True):
                line.append(_aligned(piece, name, widths[name]))
            line.rstrip()
            console.print(line, soft_wrap=True)


def _aligned(piece: Text, name: str, width: int) -> str:
    space = " " * (width - piece.cell_len)
    return (space + piece.plain if name in _NUMBERS else piece.plain + space) + " " * GUTTER


def index_lines(report: IndexReport, home: Path) -> list[str]:
    """Return what indexing did: documents, flags, refusals, and figures that sum up."""
    files, lines = report.files, []
    if report.build is not None:
        lines += change_lines(report.build)
    if files.flagged:
        lines += ["", "Flagged: in the library, but cite with care"]
        lines += [f"  {f.symbol} ({f.name}): {' '.join(f.reasons)}" for f in files.flagged]
    if files.refused:
        lines += ["", "Refused: not in the library"]
        lines += [f"  {' '.join(f.reasons)}" for f in files.refused]
    if files.flagged or files.refused:
        lines.append("")
    if report.build is not None:
        counts = {
            "read": len(files.read) + len(files.flagged),
            "unchanged": len(files.unchanged),
            "flagged": len(files.flagged),
            "refused": len(files.refused),
            "not reached": files.unread,
        }
        told = ", ".join(f"{number} {what}" for what, number in counts.items() if number)
        lines += [told] if told else []
        lines += total_lines(report.build, report.seconds, home)
    return lines


def change_lines(build: BuildReport) -> list[str]:
    """Return what a build did to each document; where they are many, to some, and how many."""
    changes = {
        "added": build.added,
        "updated": build.updated,
        "unchanged": build.unchanged,
        "removed": build.removed,
        "lost, because the old index was damaged; index again": build.lost,
        "waiting": build.waiting,
    }
    lines: list[str] = []
    for change, symbols in changes.items():
        most = MOST_LISTED if len(symbols) > MOST_LISTED else len(symbols)
        lines += [f"{symbol}: {change}" for symbol in symbols[:most]]
        if len(symbols) > most:
            lines.append(f"… and {count(len(symbols) - most, 'more document')}: {change}")
    return lines


def total_lines(build: BuildReport, seconds: float, home: Path) -> list[str]:
    """Return the figures of a build, and where the library lies."""
    lines = [
        f"{build.units} units, {build.passages} passages, {build.embedded} of them embedded now, "
        f"in {seconds:.1f} s"
    ]
    if build.resumed:
        lines.append(
            f"Went on where an earlier run ended: {count(build.resumed, 'passage')} embedded then"
        )
    return [*lines, f"Library: {home}"]


def notes_of(holding: Holding, *, brief: bool = False) -> str:
    """Return what a person should know before citing a document: flags, a newer revision, files.

    Args:
        holding: The document.
        brief: Do not name the newer revision.
    """
    notes = list(dict.fromkeys(flag.kind for flag in holding.flags))
    if holding.superseded_by:
        notes.append("superseded" if brief else f"superseded by {holding.superseded_by}")
    if len(holding.files) > 1:
        notes.append(" + ".join(file.format for file in holding.files))
    return ", ".join(notes)


def count(number: int, noun: str) -> str:
    """Return a number and what it counts."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _row(holding: Holding, *, brief: bool) -> tuple[str, ...]:
    return (
        holding.symbol,
        holding.date,
        "" if holding.pages is None else str(holding.pages),
        str(holding.units),
        notes_of(holding, brief=brief),
        holding.title or "—",
    )


def _fit(widths: dict[str, int], width: int) -> None:
    """Take columns from what can spare them, in this order, until all fit."""
    for name, least in _SPARE:
        over = sum(widths.values()) + GUTTER * (len(widths) - 1) - width
        if over > 0 and name in widths:
            widths[name] = max(min(widths[name], least), widths[name] - over)
