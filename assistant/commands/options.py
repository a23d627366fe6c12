"""Options that several commands have, defined once so that they never differ."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from assistant.scope import Scope


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

Documents = Annotated[
    list[str] | None,
    typer.Option(
        "--document",
        metavar="SYMBOL",
        callback=all_readable,
        help="Look only in the document of this symbol, e.g. CTOC/COP/WG.4/2011/8; "
        "may be repeated.",
    ),
]

Bodies = Annotated[
    list[str] | None,
    typer.Option(
        "--body",
        metavar="NAME",
        callback=all_readable,
        help="Look only in what this body or one of its own issued; words of its name do, e.g. "
        '"Security Council"; may be repeated.',
    ),
]

Since = Annotated[
    str,
    typer.Option(
        "--since",
        metavar="DATE",
        callback=readable,
        show_default=False,
        help="Look only in what was issued on or after this: 2024, 2024-05 or 2024-05-31. "
        "Documents whose date is not known are left out.",
    ),
]

Until = Annotated[
    str,
    typer.Option(
        "--until",
        metavar="DATE",
        callback=readable,
        show_default=False,
        help="Look only in what was issued on or before this; a year or month is taken whole.",
    ),
]

Languages = Annotated[
    list[str] | None,
    typer.Option(
        "--language",
        metavar="CODE",
        callback=all_readable,
        help="Look only in documents in this language, e.g. fr; may be repeated.",
    ),
]

Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        callback=all_readable,
        help="Look only in documents of this kind, e.g. report or resolution; may be repeated.",
    ),
]

Sections = Annotated[
    list[str] | None,
    typer.Option(
        "--section",
        metavar="HEADING",
        callback=all_readable,
        help="Look only under this heading and those inside it; words of it do, e.g. "
        "Recommendations; may be repeated.",
    ),
]

Texts = Annotated[
    list[str] | None,
    typer.Option(
        "--text",
        metavar="TEXT",
        callback=all_readable,
        help="Look only in this kind of text: paragraphs (numbered or lettered), rows (of tables) "
        "or unnumbered; may be repeated.",
    ),
]

AllRevisions = Annotated[
    bool,
    typer.Option(
        "--all-revisions",
        help="Look in documents too that a newer revision in the library supersedes.",
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


def make_scope(
    documents: list[str] | None,
    bodies: list[str] | None,
    since: str,
    until: str,
    languages: list[str] | None,
    kinds: list[str] | None,
    all_revisions: bool,  # noqa: FBT001 - as Typer hands it over
    sections: list[str] | None = None,
    texts: list[str] | None = None,
) -> Scope:
    """Return the limits that the options set, in the order in which commands have them."""
    from assistant.scope import Scope

    return Scope(
        documents=tuple(documents or ()),
        bodies=tuple(bodies or ()),
        since=since,
        until=until,
        languages=tuple(languages or ()),
        kinds=tuple(kinds or ()),
        all_revisions=all_revisions,
        sections=tuple(sections or ()),
        texts=tuple(texts or ()),
    )
