"""``python -m eval report``: finished runs as tables, Markdown, and one page with plots."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assistant.commands.options import Quiet
from assistant.commands.streams import console, note

EXAMPLES = """[bold]Examples[/bold]
  python -m eval report eval-results/report
  python -m eval report eval-results/before eval-results/after --output eval-results
"""


def report(
    runs: Annotated[
        list[Path],
        typer.Argument(
            metavar="RUN…", help="Folders that `run` has written, or their results.json."
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            metavar="FOLDER",
            show_default=False,
            help="Where report.html and report.md go; the first run's folder by default.",
        ),
    ] = None,
    system: Annotated[
        str | None,
        typer.Option(
            "--system",
            metavar="NAME",
            show_default=False,
            help="Whose failures and bars to show; the first system's by default.",
        ),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Show finished runs side by side, and every question that failed.

    Prints the tables, and writes report.md and report.html, one page with plots that needs
    nothing but itself.
    """
    from eval.report.recorded import read_run
    from eval.report.sections import make_sections
    from eval.report.tables import abreast, kinds_grid, overall_grid
    from eval.report.write import write_report
    from eval.results import make_folder
    from eval.table import draw

    read = [read_run(path) for path in runs]
    sections = make_sections(read)
    names = {named.name for section in sections for named in section.systems}
    if system is not None and system not in names:
        hint = f"no system {system}; there are {', '.join(sorted(names))}"
        raise typer.BadParameter(hint, param_hint="--system")
    folder = output or read[0].folder
    make_folder(folder)
    shown = console()
    for section in sections:
        for grid in (*abreast(overall_grid(section), 1), *abreast(kinds_grid(section), 2)):
            shown.print(draw(grid))
    page, _ = write_report(read, folder, system)
    if not quiet:
        note(f"Written to {page}")
