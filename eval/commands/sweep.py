"""``python -m eval sweep``: what would other settings do on the tuning questions?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.options import AsJson, Quiet
from assistant.commands.streams import console, progress_bar, write_json

if TYPE_CHECKING:
    from eval.sweep import Row
    from eval.table import Grid

EXAMPLES = """[bold]Examples[/bold]
  python -m eval sweep                                each setting lower and higher, one at a time
  python -m eval sweep --vary margin=0,0.01,0.02 --vary threshold=0.6,0.7
  python -m eval sweep --vary lexical_context=0.5,1,2 --vary context=0.5,1,2
"""


def sweep(
    vary: Annotated[
        list[str] | None,
        typer.Option(
            "--vary",
            metavar="SETTING=VALUES",
            show_default=False,
            help="Values to try, parted by commas; repeat it for every combination. own, context, "
            "sentence, lexical_own, lexical_context: what the fitted weight is multiplied by; "
            "margin and threshold: the value itself.",
        ),
    ] = None,
    set_name: Annotated[
        str,
        typer.Option("--set", "--split", metavar="SET", help="tune, or a file of your questions."),
    ] = "tune",
    home: Annotated[
        Path | None,
        typer.Option(
            "--home",
            metavar="FOLDER",
            show_default=False,
            help="Use the library in this data folder; one of the shipped report by default.",
        ),
    ] = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Measure other settings on the tuning questions, a row each; the report set is refused.

    Whatever looks best here was chosen here: measure it once on the report set to know it.
    """
    from assistant.factory import open_assistant
    from eval.library import open_settings
    from eval.questions import find_set, load_questions
    from eval.sweep import grid, one_at_a_time, refuse_report
    from eval.sweep import sweep as sweep_settings
    from eval.table import draw

    asked = grid([_read(text) for text in vary]) if vary else None
    questions = load_questions(find_set(set_name))
    refuse_report(questions)
    with progress_bar(quiet=quiet) as advance:
        assistant = open_assistant(open_settings(home, advance))
        trials = one_at_a_time(assistant.calibration) if asked is None else asked
        rows = list(sweep_settings(questions, assistant, trials, advance))
    if as_json:
        write_json({"set": questions.name, "rows": [_json(row) for row in rows]})
        return
    console().print(draw(make_grid(rows, questions.name, len(questions.questions))))


def _read(text: str) -> tuple[str, tuple[float, ...]]:
    name, _, values = text.partition("=")
    try:
        return name.strip(), tuple(float(value) for value in values.split(","))
    except ValueError:
        hint = f"{text!r} is not SETTING=VALUES, as in margin=0,0.01"
        raise typer.BadParameter(hint, param_hint="--vary") from None


def make_grid(rows: Sequence[Row], name: str, n: int) -> Grid:
    """Return the trials as one table, the shipped settings first."""
    from eval.sweep import MEASURES
    from eval.table import UNDEFINED, Grid

    return Grid(
        f"{name}: {n} questions; signals as multiples of their fitted weight",
        ("settings", *(measure.replace("_", " ") for measure in MEASURES)),
        tuple(
            (
                " ".join(f"{knob}={value:g}" for knob, value in row.trial.items()) or "as shipped",
                *(
                    UNDEFINED if score is None else f"{score:.3f}"
                    for score in (row.scores[measure] for measure in MEASURES)
                ),
            )
            for row in rows
        ),
    )


def _json(row: Row) -> dict[str, object]:
    scores = {name: None if s is None else round(s, 6) for name, s in row.scores.items()}
    return {"trial": dict(row.trial), "scores": scores}
