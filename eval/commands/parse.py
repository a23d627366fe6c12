"""``python -m eval parse``: are the right labels and words found in real files?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.options import AsJson, Quiet
from assistant.commands.streams import console, note, progress_bar, write_json

if TYPE_CHECKING:
    from eval.parsing.types import SetScore

EXAMPLES = """[bold]Examples[/bold]
  python -m eval parse                         all sets, on the files in ../shared/data
  python -m eval parse --data FOLDER --set budget --set review
  python -m eval parse --sample 3              three documents of each set
  python -m eval parse --data FOLDER --set twins  each DOCX of a folder against the
                                               PDF of its name; needs no gold file
  python -m eval parse --set report            the shipped report; needs no folder
"""

LISTED = 10


def parse(
    data: Annotated[
        Path,
        typer.Option(
            "--data",
            metavar="FOLDER",
            help="Holds budget-reports, upr-reports and un-reports-2025 with their gold files "
            "(docs/parsing.md).",
        ),
    ] = Path("../shared/data"),
    sets: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="SET",
            show_default=False,
            help="budget, twins, review, mixed or report; repeatable. All by default.",
        ),
    ] = None,
    sample: Annotated[
        int | None,
        typer.Option(
            "--sample",
            metavar="N",
            min=1,
            show_default=False,
            help="Read only N documents of each set, evenly spread.",
        ),
    ] = None,
    output: Annotated[
        Path,
        typer.Option("--output", metavar="FOLDER", help="Where the results go."),
    ] = Path("eval-results/parse"),
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Measure how files are read and parsed; exit status 1 if a target is missed.

    Prints tables and what was not found, and writes results.json and tables.md.
    """
    from assistant.cli import STATED_ERROR
    from eval.parsing.evaluate import SETS, evaluate
    from eval.parsing.results import grids, missed, write_parsing
    from eval.results import make_folder
    from eval.table import draw

    if unknown := set(sets or ()) - set(SETS):
        hint = f"no set {', '.join(sorted(unknown))}; there are {', '.join(SETS)}"
        raise typer.BadParameter(hint, param_hint="--set")
    names = [name for name in SETS if not sets or name in sets]
    make_folder(output)
    with progress_bar(quiet=quiet) as advance:
        scores = evaluate(names, data, sample, advance)
    record = write_parsing(scores, output, sample)
    if as_json:
        write_json(record)
    else:
        shown = console()
        for grid in grids(scores):
            shown.print(draw(grid))
        for line in finding_lines(scores):
            shown.print(line, soft_wrap=True)
        if not quiet:
            note(f"Written to {output}")
    faults = missed(scores)
    for fault in faults:
        note(f"Missed: {fault}")
    if faults:
        raise typer.Exit(STATED_ERROR)


def finding_lines(scores: Sequence[SetScore]) -> Iterator[str]:
    """Yield a line for each thing found, kind by kind, the first ten of each kind."""
    for score in scores:
        kinds: dict[str, list[str]] = {}
        for file in score.files:
            for finding in file.findings:
                words = " ".join(part for part in (finding.label, finding.detail) if part)
                kinds.setdefault(finding.kind, []).append(f"  {file.file}: {words}")
        for kind, lines in kinds.items():
            yield ""
            yield f"{score.name}: {kind} ({len(lines)})"
            yield from lines[:LISTED]
            if len(lines) > LISTED:
                yield f"  and {len(lines) - LISTED} more in results.json"
