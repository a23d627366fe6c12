"""``python -m eval ablation``: what does each signal and each model bring?"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.options import AsJson, Quiet
from assistant.commands.streams import console, progress_bar, write_json

if TYPE_CHECKING:
    from eval.ablation import Row
    from eval.table import Grid

EXAMPLES = """[bold]Example[/bold]
  python -m eval ablation --model all-MiniLM-L6-v2 --model all-MiniLM-L6-v2+multilingual-e5-small:6
"""


def ablation(
    model: Annotated[
        list[str] | None,
        typer.Option(
            "--model",
            metavar="NAME",
            show_default=False,
            help="As PINCITE_MODEL takes it; repeatable. That of the settings by default.",
        ),
    ] = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Rank the tuning questions with weights fitted on others, leaving signals out in turn."""
    from assistant.factory import open_assistant
    from eval.ablation import ablate
    from eval.fit import make_examples
    from eval.library import choose_models, open_settings
    from eval.questions import find_set, load_questions
    from eval.table import draw

    questions = load_questions(find_set("tune"))
    rows: list[tuple[str, Row]] = []
    with progress_bar(quiet=quiet) as advance:
        opened = [open_settings(None, advance, name) for name in choose_models(model or (), None)]
        for done, settings in enumerate(opened, start=1):
            examples = make_examples(questions, open_assistant(settings))
            rows += [(settings.model, row) for row in ablate(examples)]
            advance("models", done, len(opened))
    if as_json:
        write_json({"set": questions.name, "rows": [_json(name, row) for name, row in rows]})
        return
    console().print(draw(make_grid(rows)))


def make_grid(rows: list[tuple[str, Row]]) -> Grid:
    """Return the rows as one table."""
    from eval.table import Grid, with_interval

    n = rows[0][1].success.n if rows else 0
    return Grid(
        f"tune, cross-validated: {n} answerable questions, 95% intervals",
        ("models", "signals", "success@1", "recall@5"),
        tuple(
            (name, row.kept, with_interval(row.success), with_interval(row.recall))
            for name, row in rows
        ),
    )


def _json(name: str, row: Row) -> dict[str, object]:
    return {
        "model": name,
        "kept": row.kept,
        "success@1": asdict(row.success),
        "recall@5": asdict(row.recall),
        "by_kind": row.by_kind,
    }
