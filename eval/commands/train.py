"""``python -m eval train``: fits the tuned models' changes again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.options import Quiet
from assistant.commands.streams import note, progress_bar
from embeddings.models import DEFAULT_MODEL, canonical_name
from embeddings.recipes import RECIPES, RefusingRecipe, RerankerRecipe
from embeddings.reranker.source import BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from embeddings.lessons import Lesson

    Progress = Callable[[str, int, int], None]

EXAMPLES = """[bold]Examples[/bold]
  python -m eval train --data ../shared/data --output changes.safetensors
  python -m eval train --model multilingual-e5-small --data ../shared/data --output e5.safetensors
  python -m eval train --model SmolLM2-135M-Instruct --data ../shared/data --output lm.safetensors
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
        typer.Option("--model", metavar="NAME", help=f"One of {', '.join((*RECIPES, BASE))}."),
    ] = DEFAULT_MODEL,
    epochs: Annotated[
        int | None,
        typer.Option(
            min=1,
            show_default=False,
            help=f"Times each question is seen; by default {_usual('epochs')}, and always 1 for "
            f"{BASE}.",
        ),
    ] = None,
    rank: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=384,
            show_default=False,
            help=f"Of the matrices kept; by default {_usual('rank')}, {RefusingRecipe().kept} for "
            f"{BASE}.",
        ),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Fit a model to questions about official documents, and keep what changed.

    Takes about a quarter of an hour on two cores, half an hour for multilingual-e5-small, whose
    look-alikes are found first, and three hours for SmolLM2-135M-Instruct, which reranks. What
    ships with Pincite was made this way; other processors round otherwise, so the file will not be
    the same byte for byte.
    """
    from eval.lessons import QUESTION_FILES, make_lessons

    name = canonical_name(model)
    if name not in RECIPES and name != BASE:
        hint = f"{model!r} cannot be fitted; there are {', '.join((*RECIPES, BASE))}"
        raise typer.BadParameter(hint, param_hint="--model")
    if name == BASE and epochs not in (None, 1):
        raise typer.BadParameter(f"{BASE} sees each question once", param_hint="--epochs")
    lessons = make_lessons(data, QUESTION_FILES)
    with progress_bar(quiet=quiet) as advance:
        if name == BASE:
            _fit_reranker(lessons, output, rank, advance)
        else:
            _fit_encoder(name, lessons, output, epochs, rank, advance)
    asked = sum(len(lesson.questions) for lesson in lessons)
    note(f"Fitted on {asked:,} questions about {len(lessons)} documents: {output}")


def _fit_encoder(
    name: str,
    lessons: Sequence[Lesson],
    output: Path,
    epochs: int | None,
    rank: int | None,
    progress: Progress,
) -> None:
    from embeddings.models import locate
    from embeddings.training import fit_changes

    recipe = RECIPES[name]
    recipe = replace(recipe, epochs=epochs or recipe.epochs, rank=rank or recipe.rank)
    fit_changes(locate(name), lessons, output, recipe=recipe, progress=progress)


def _fit_reranker(
    lessons: Sequence[Lesson], output: Path, rank: int | None, progress: Progress
) -> None:
    from embeddings.models import TUNED_MODEL, locate
    from embeddings.reranker.refusing import fit_refusing
    from embeddings.reranker.source import locate_reranker
    from embeddings.reranker.training import fit_reranker
    from embeddings.sentence_transformer import SentenceTransformerEncoder

    recipe, refusing = RerankerRecipe(), RefusingRecipe()
    kept = rank or refusing.kept
    recipe = replace(recipe, kept=kept, rank=max(kept, recipe.rank))
    # What the first ranking takes for an answer is what the reranker has to tell from one.
    encoder = SentenceTransformerEncoder(locate(TUNED_MODEL))
    source = replace(locate_reranker(), changes=None)
    fit_reranker(source, lessons, encoder, output, recipe=recipe, progress=progress)
    source, refusing = replace(source, changes=output), replace(refusing, kept=kept)
    fit_refusing(source, lessons, encoder, output, recipe=refusing, progress=progress)
