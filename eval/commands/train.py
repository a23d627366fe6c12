"""``python -m eval train``: fits the tuned models' changes again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from assistant.commands.options import Quiet
from assistant.commands.streams import note, progress_bar
from embeddings.models import DEFAULT_MODEL, canonical_name
from embeddings.recipes import RECIPES

EXAMPLES = """[bold]Examples[/bold]
  python -m eval train --data ../shared/data --output changes.safetensors
  python -m eval train --model multilingual-e5-small --data ../shared/data --output e5.safetensors
"""


def _usual(setting: str) -> str:
    """Return what the recipes have, each with its model."""
    return ", ".join(f"{getattr(recipe, setting)} for {name}" for name, recipe in RECIPES.items())


def train(
    data: Annotated[
        list[Path], typer.Option("--data", metavar="FOLDER", help="Holds the PDFs; repeatable.")
    ],
    output: Annotated[Path, typer.Option("--output", metavar="FILE", help="Where the changes go.")],
    model: Annotated[
        str,
        typer.Option("--model", metavar="NAME", help=f"One of {', '.join(RECIPES)}."),
    ] = DEFAULT_MODEL,
    epochs: Annotated[
        int | None,
        typer.Option(
            min=1,
            show_default=False,
            help=f"Times each question is seen; by default {_usual('epochs')}.",
        ),
    ] = None,
    rank: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=384,
            show_default=False,
            help=f"Of the matrices kept; by default {_usual('rank')}.",
        ),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Fit a model to questions about official documents, and keep what changed.

    Takes about a quarter of an hour on two cores, and half an hour for multilingual-e5-small, whose
    look-alikes are found first. What ships with Pincite was made this way; other processors round
    otherwise, so the file will not be the same byte for byte.
    """
    from embeddings.models import locate
    from embeddings.training import fit_changes
    from eval.lessons import QUESTION_FILES, make_lessons

    name = canonical_name(model)
    if name not in RECIPES:
        hint = f"{model!r} cannot be fitted; there are {', '.join(RECIPES)}"
        raise typer.BadParameter(hint, param_hint="--model")
    recipe = RECIPES[name]
    recipe = replace(recipe, epochs=epochs or recipe.epochs, rank=rank or recipe.rank)
    source = locate(name)
    lessons = make_lessons(data, QUESTION_FILES)
    with progress_bar(quiet=quiet) as advance:
        fit_changes(source, lessons, output, recipe=recipe, progress=advance)
    asked = sum(len(lesson.questions) for lesson in lessons)
    note(f"Fitted on {asked:,} questions about {len(lessons)} documents: {output}")
