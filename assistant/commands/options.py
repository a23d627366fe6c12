"""Options that several commands have, defined once so that they never differ."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def readable(text: str | None) -> str | None:
    """Return an argument as text: bytes that are not UTF-8 become the replacement character.

    Python hands such bytes over as half characters, which neither JSON nor a model can hold.
    """
    return (
        text if text is None else text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    )


def all_readable(texts: list[str] | None) -> list[str]:
    """Return arguments as `readable` does."""
    return [readable(text) or "" for text in texts or []]


AsJson = Annotated[
    bool, typer.Option("--json", help="Print one JSON object, for other programs to read.")
]

Document = Annotated[
    str | None,
    typer.Option(
        "--document",
        metavar="SYMBOL",
        callback=readable,
        help="Look only in the document of this symbol, e.g. CTOC/COP/WG.4/2011/8.",
    ),
]

Batch = Annotated[
    Path | None,
    typer.Option(
        "--batch",
        metavar="IN.jsonl",
        help="A file of questions, one JSON object a line; - reads standard input.",
    ),
]

Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Print the result alone: no progress bar, no notes.")
]
