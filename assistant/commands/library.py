"""`pincite library`: what the library holds; its export and import."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assistant.commands.options import AsJson, Quiet
from assistant.commands.streams import console, progress_bar, write_json

EXAMPLES = """[bold]Examples[/bold]
pincite library                            what there is
pincite library --json
pincite library export mine.pincite        the whole library in one file
pincite library import mine.pincite        its documents join those that are there
"""

EXPORT_EXAMPLES = """[bold]Examples[/bold]
pincite library export mine.pincite
pincite library export mine.pincite --force
"""

IMPORT_EXAMPLES = """[bold]Examples[/bold]
pincite library import mine.pincite
pincite library import mine.pincite --replace
PINCITE_HOME=elsewhere pincite library import mine.pincite
"""

ADD = "Add documents: pincite index FILE"

library = typer.Typer(invoke_without_command=True, no_args_is_help=False)


@library.callback()
def list_documents(context: typer.Context, as_json: AsJson = False) -> None:
    """List the documents of the library, or move it in one file.

    Each document comes with its title, date, pages and citable units, and with what one should
    know before citing it: flags, a newer revision that supersedes it, its renditions.
    """
    if context.invoked_subcommand is not None:
        return
    from assistant.settings import Settings
    from corpus.errors import IndexMissingError
    from embeddings.listing import list_holdings

    home = Settings().home
    try:
        holdings = list_holdings(home)
    except IndexMissingError:
        holdings = ()
    if as_json:
        from assistant.library_json import holdings_json

        write_json(holdings_json(home, holdings))
        return
    from assistant.library_report import count, print_holdings

    out = console(wide=True)
    if not holdings:
        out.print(f"The library in {home} is empty. {ADD}", soft_wrap=True)
        return
    print_holdings(out, holdings)
    units = sum(holding.units for holding in holdings)
    out.print(f"{count(len(holdings), 'document')}, {count(units, 'unit')}", soft_wrap=True)
    out.print(f"Library: {home}", soft_wrap=True)


@library.command("export", epilog=EXPORT_EXAMPLES)
def export_to(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write.")],
    force: Annotated[
        bool, typer.Option("--force", help="Replace the file if it is there already.")
    ] = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Write the whole library into one file: documents, vectors and the originals of PDFs.

    The file appears whole or not at all.
    """
    from assistant.library_report import count
    from assistant.settings import Settings
    from embeddings.transfer import export_library

    with progress_bar(quiet=quiet) as advance:
        manifest = export_library(Settings().home, file, advance, force=force)
    if as_json:
        write_json(
            {
                "file": str(file),
                "documents": list(manifest.documents),
                "units": manifest.n_units,
                "passages": manifest.n_passages,
                "model": manifest.model,
            }
        )
    elif not quiet:
        held = count(len(manifest.documents), "document")
        units = count(manifest.n_units, "unit")
        console().print(f"{file}: {held}, {units}", soft_wrap=True)


@library.command("import", epilog=IMPORT_EXAMPLES)
def import_from(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A file that `pincite library export` wrote.")
    ],
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Let its documents be the only ones in the library."),
    ] = False,
    embed: Annotated[
        bool,
        typer.Option(
            "--embed", help="Take a file made with another model, and embed its documents again."
        ),
    ] = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Put the documents of a library file into the library.

    They join those that are there, as files do that are indexed: a newer version of a document
    becomes the current one. The file is checked before anything changes. Nothing is embedded if
    the model is the same.
    """
    from assistant.factory import prepare_reading
    from assistant.library_report import change_lines, total_lines
    from assistant.settings import Settings
    from embeddings.embedding import EMBED_STAGE
    from embeddings.transfer import import_library

    settings = Settings()
    with progress_bar(quiet=quiet, rates={EMBED_STAGE: "units"}) as advance:
        report = import_library(
            settings.home,
            file,
            settings.fixed_model,
            advance,
            replace=replace,
            embed=embed,
            threads=settings.threads,
        )
        prepare_reading(settings, advance)
    if as_json:
        from assistant.library_json import build_json

        seconds = round(report.seconds, 2)
        write_json({"library": str(settings.home), **build_json(report), "seconds": seconds})
    elif not quiet:
        out = console()
        for line in (*change_lines(report), *total_lines(report, report.seconds, settings.home)):
            out.print(line, soft_wrap=True)
