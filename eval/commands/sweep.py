"""``python -m eval sweep``: what would other settings or models do on the tuning questions?"""

from __future__ import annotations

from collections.abc import Sequence, Set
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.options import AsJson, Quiet
from assistant.commands.streams import console, progress_bar, write_json
from embeddings.models import BEST_ENSEMBLE, DEFAULT_MODEL

if TYPE_CHECKING:
    from eval.sweep import Row
    from eval.table import Grid

EXAMPLES = """[bold]Examples[/bold]
  python -m eval sweep                                each setting lower and higher, one at a time
  python -m eval sweep --vary margin=0,0.01,0.02 --vary threshold=0.6,0.7
  python -m eval sweep --vary lexical_context=0.5,1,2 --vary context=0.5,1,2
  python -m eval sweep --model all-MiniLM-L6-v2 --model FOLDER
"""


def sweep(
    vary: Annotated[
        list[str] | None,
        typer.Option(
            "--vary",
            metavar="SETTING=VALUES",
            show_default=False,
            help="Values to try, parted by commas; repeat it for every combination. context, "
            "sentence, lexical_context, coverage: what the fitted weight is multiplied by; "
            "margin and threshold: the value itself.",
        ),
    ] = None,
    model: Annotated[
        list[str] | None,
        typer.Option(
            "--model",
            metavar="NAME",
            show_default=False,
            help="An embedding model on this machine, by name or folder as PINCITE_MODEL takes it; "
            "repeat it to compare several. By default that of the settings. Without --vary, "
            "several are measured with the shipped settings alone, a row each, since the "
            f"weights were fitted for {DEFAULT_MODEL} and {BEST_ENSEMBLE}.",
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
            help="Use the library in this data folder, with the one model that it was built with. "
            "By default each model has one of the shipped report.",
        ),
    ] = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Measure other settings and embedding models on the tuning questions, a row each.

    The report set is refused. What is tried is the first ranking: close matches are not read.

    Whatever looks best here was chosen here: measure it once on the report set to know it.
    """
    from assistant.calibration import load_calibration
    from assistant.factory import open_assistant
    from assistant.settings import Settings
    from embeddings.models import canonical_name
    from eval.library import choose_models, open_settings
    from eval.questions import find_set, load_questions
    from eval.sweep import grid, one_at_a_time, refuse_report
    from eval.sweep import sweep as sweep_settings
    from eval.table import draw

    models = choose_models(model or (), home)
    trials = grid([_read(text) for text in vary or ()], len(models))
    if not vary:
        chosen = canonical_name(models[0] or Settings().model)
        trials = one_at_a_time(load_calibration(chosen)) if len(models) == 1 else ()
    questions = load_questions(find_set(set_name))
    refuse_report(questions)
    with progress_bar(quiet=quiet) as advance:
        # All are built before any is measured, so that a model that fails does so early.
        opened = [
            open_settings(home, advance, name).model_copy(update={"rerank": False})
            for name in models
        ]
        rows = [
            row
            for settings in opened
            for row in sweep_settings(questions, open_assistant(settings), trials, advance)
        ]
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
    """Return the trials as one table, the shipped settings first; several models have a column."""
    from eval.sweep import MEASURES
    from eval.table import UNDEFINED, Grid

    shown = _shortest({row.model for row in rows})
    several = len(shown) > 1
    head = ("settings", *(measure.replace("_", " ") for measure in MEASURES))
    return Grid(
        f"{name}: {n} questions; signals as multiples of their fitted weight",
        ("model", *head) if several else head,
        tuple(
            (
                *([shown[row.model]] if several else []),
                " ".join(f"{knob}={value:g}" for knob, value in row.trial.items()) or "as shipped",
                *(
                    UNDEFINED if score is None else f"{score:.3f}"
                    for score in (row.scores[measure] for measure in MEASURES)
                ),
            )
            for row in rows
        ),
    )


def _shortest(models: Set[str]) -> dict[str, str]:
    """Return as many last parts of each name or folder as tell them apart."""
    for parts in range(1, max((len(Path(model).parts) for model in models), default=1)):
        shown = {model: str(Path(*Path(model).parts[-parts:])) for model in models}
        if len(set(shown.values())) == len(models):
            return shown
    return {model: model for model in models}


def _json(row: Row) -> dict[str, object]:
    scores = {name: None if s is None else round(s, 6) for name, s in row.scores.items()}
    return {"model": row.model, "trial": dict(row.trial), "scores": scores}
