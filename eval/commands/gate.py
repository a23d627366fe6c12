"""``python -m eval gate``: has Pincite become worse on the report set?"""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.commands.options import Quiet
from assistant.commands.streams import note, progress_bar

EXAMPLES = """[bold]Examples[/bold]
  python -m eval gate            say which questions were lost, if a measure has dropped
  python -m eval gate --update   take the figures of now as those to hold
"""


def gate(
    update: Annotated[
        bool, typer.Option("--update", help="Write the baseline anew; say why in the commit.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Hold Pincite on the report set against the committed baseline; exit status 1 if worse."""
    from assistant.cli import STATED_ERROR
    from assistant.factory import open_assistant
    from eval.gate import (
        TOLERANCES,
        baseline_path,
        check_baseline,
        measure_shipped,
        read_baseline,
        take_baseline,
        write_baseline,
    )
    from eval.library import open_settings

    with progress_bar(quiet=quiet) as advance:
        questions, result = measure_shipped(open_assistant(open_settings(None, advance)))
    if update:
        write_baseline(baseline_path(), take_baseline(questions, result))
        note(f"Written to {baseline_path()}")
        return
    baseline = read_baseline(baseline_path())
    worse = check_baseline(baseline, questions, result)
    for sentence in worse:
        note(sentence)
    if worse:
        raise typer.Exit(STATED_ERROR)
    for measure in TOLERANCES:
        now = result.overall.scores[measure].value or 0.0
        typer.echo(f"{measure:20} {baseline.means[measure]:.3f} -> {now:.3f}")
