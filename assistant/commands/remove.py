"""`pincite remove`: takes documents out of the library."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from assistant.commands.options import AsJson, Quiet, all_readable
from assistant.commands.streams import console, progress_bar, write_json

EXAMPLES = """[bold]Examples[/bold]
pincite remove A/HRC/27/3
pincite remove a/hrc/27/3 "S/RES/2769 (2025)"
pincite remove --all --yes

To get a document back, index its file again: pincite index FILE
"""


def remove(
    symbols: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SYMBOL",
            callback=all_readable,
            help="Documents by symbol; case and blanks do not matter.",
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Remove every document; the library stays, empty.")
    ] = False,
    as_json: AsJson = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask before --all.")] = False,
    quiet: Quiet = False,
) -> None:
    """Take documents out of the library.

    All of them go, or none if one is unknown. What is left is carried over, nothing is embedded
    again. The files that were indexed are not touched: index them again to get a document back.
    """
    from assistant.settings import Settings

    if bool(symbols) == everything:
        raise typer.BadParameter("give symbols, or --all", param_hint="SYMBOL")
    home = Settings().home
    if everything and not yes:
        from embeddings.listing import list_holdings

        number = len(list_holdings(home))
        if not sys.stdin.isatty():
            raise typer.BadParameter("add --yes where nobody can be asked", param_hint="--all")
        typer.confirm(f"Remove all {number} documents from {home}?", abort=True, err=True)
    from assistant.library_report import count
    from embeddings.removal import remove_documents

    with progress_bar(quiet=quiet) as advance:
        gone = remove_documents(home, symbols or (), advance, everything=everything)
    if as_json:
        write_json({"library": str(home), "removed": [document.symbol for document in gone]})
    if quiet or as_json:
        return
    out = console()
    for document in gone:
        out.print(f"{document.symbol}: removed", soft_wrap=True)
    files = count(sum(len(document.renditions) for document in gone), "file")
    if gone:
        out.print(
            f"{count(len(gone), 'document')} removed ({files}). "
            "To get one back, index its file again: pincite index FILE",
            soft_wrap=True,
        )
    else:
        out.print(f"The library in {home} is empty already.", soft_wrap=True)
