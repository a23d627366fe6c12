"""`pincite index`: builds the library, or refreshes it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.options import Quiet
from assistant.commands.streams import console, progress_bar

if TYPE_CHECKING:
    from assistant.settings import Settings
    from embeddings.build import BuildReport

EXAMPLES = """[bold]Examples[/bold]
pincite index                    the report that ships with Pincite
pincite index report.txt         add a document, or take in its new wording
pincite index reports/           every text file in a folder
"""


def index(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH", help="Files and folders; the shipped report if none is given."
        ),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Build the library that questions are answered from, or refresh it.

    Documents indexed before stay. Only what is new is embedded again. Until the last moment
    the old library is in use, so that a command that fails or is stopped loses nothing.
    """
    from assistant.settings import Settings

    settings = Settings()
    report = build(paths or (), settings, quiet=quiet)
    if not quiet:
        out = console()
        for line in report_lines(report, settings.home):
            out.print(line, soft_wrap=True)


def build(paths: Sequence[Path], settings: Settings, *, quiet: bool = False) -> BuildReport:
    """Build or refresh the library with a bar for who watches.

    Args:
        paths: Files and folders; the shipped report if there are none.
        settings: Where the library lies and which model it uses.
        quiet: Show no bar.
    """
    from corpus.documents import load_documents, shipped_report
    from embeddings.build import build_library

    documents = load_documents(paths) if paths else (shipped_report(),)
    with progress_bar(quiet=quiet) as advance:
        return build_library(
            settings.home, documents, settings.model, advance, threads=settings.threads
        )


def report_lines(report: BuildReport, home: Path) -> list[str]:
    """Return what a build did, a line for each kind of change and one that sums up."""
    changes = {
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "lost, because the old index was damaged; index again": report.lost,
    }
    return [
        *(f"{symbol}: {change}" for change, symbols in changes.items() for symbol in symbols),
        f"{report.units} units, {report.passages} passages, {report.embedded} of them embedded "
        f"now, in {report.seconds:.1f} s",
        f"Library: {home}",
    ]
