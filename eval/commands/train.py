"""``python -m eval train``: fits the tuned model's changes again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assistant.commands.options import Quiet
from assistant.commands.streams import note, progress_bar

EXAMPLES = """[bold]Example[/bold]
  python -m eval train --data ../shared/data --output changes.safetensors
"""


def train(
    data: Annotated[
        list[Path], typer.Option("--data", metavar="FOLDER", help="Holds the PDFs; repeatable.")
    ],
    output: Annotated[Path, typer.Option("--output", metavar="FILE", help="Where the changes go.")],
    epochs: Annotated[int, typer.Option(min=1, help="Times each question is seen.")] = 2,
    rank: Annotated[int, typer.Option(min=1, max=384, help="Of the matrices kept.")] = 8,
    quiet: Quiet = False,
) -> None:
    """Fit all-MiniLM-L6-v2 to questions about official documents, and keep what changed.

    Takes about a quarter of an hour on two cores. What ships with Pincite was made this way;
    other processors round otherwise, so the file will not be the same byte for byte.
    """
    from embeddings.models import DEFAULT_MODEL, locate
    from embeddings.training import Recipe, fit_changes
    from eval.lessons import QUESTION_FILES, make_lessons

    lessons = make_lessons(data, QUESTION_FILES)
    recipe = Recipe(epochs=epochs, rank=rank)
    with progress_bar(quiet=quiet) as advance:
        fit_changes(locate(DEFAULT_MODEL), lessons, output, recipe=recipe, progress=advance)
    asked = sum(len(lesson.questions) for lesson in lessons)
    note(f"Fitted on {asked:,} questions about {len(lessons)} documents: {output}")
