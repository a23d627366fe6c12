"""What a model is fitted to: questions about documents, dealt into the batches of training."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from embeddings.recipes import Recipe

_NEAREST = 6
"""Look-alikes of a question that may be drawn."""

LookAlikes = Sequence[Sequence[int]]
"""For each question of a lesson, the units that a model wrongly ranks high, best first."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One document and questions about it.

    Attributes:
        texts: Of each unit, two forms: its own words, and those after its context.
        questions: Each with the positions in `texts` of the units that answer it.
        title: Of the document.
        left_open: Questions about its subject that it does not answer.
    """

    texts: tuple[tuple[str, str], ...]
    questions: tuple[tuple[str, tuple[int, ...]], ...]
    title: str = ""
    left_open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """Questions of one document, and texts among which each has right ones.

    Attributes:
        questions: Of the step.
        texts: In any of their forms.
        right: For each question, the positions in `texts` of those that answer it.
    """

    questions: list[str]
    texts: list[str]
    right: list[list[int]]


def count_batches(lessons: Sequence[Lesson], recipe: Recipe) -> int:
    """Return how many batches `deal_batches` deals."""
    return recipe.epochs * sum(-(-len(lesson.questions) // recipe.batch) for lesson in lessons)


def deal_batches(
    lessons: Sequence[Lesson],
    recipe: Recipe,
    dice: random.Random,
    look_alikes: Sequence[LookAlikes] = (),
) -> Iterator[Batch]:
    """Yield batches of questions, each with the texts to tell apart.

    A batch shows the units with a question in it, some of the first six look-alikes of each of
    its questions, and others by chance; each with or without its headings, by chance too.

    Args:
        lessons: What to deal.
        recipe: How many.
        dice: Decides all draws; the same dice deal the same batches.
        look_alikes: Of each lesson; none at all where the recipe shows none.
    """
    found = look_alikes or [[()] * len(lesson.questions) for lesson in lessons]
    for _ in range(recipe.epochs):
        dealt = []
        for lesson, alike in zip(lessons, found, strict=True):
            asking = list(zip(lesson.questions, alike, strict=True))
            dice.shuffle(asking)
            starts = range(0, len(asking), recipe.batch)
            dealt += [(lesson, asking[at : at + recipe.batch]) for at in starts]
        dice.shuffle(dealt)
        for lesson, asking in dealt:
            questions = [question for question, _ in asking]
            asked = {row for _, rows in questions for row in rows}
            pool = {row for _, rows in asking for row in rows[:_NEAREST]} - asked
            drawn = _draw(pool, recipe.look_alikes, dice)
            rest = set(range(len(lesson.texts))) - asked - set(drawn)
            shown = sorted(asked) + drawn + _draw(rest, recipe.others, dice)
            place = {row: at for at, row in enumerate(shown)}
            yield Batch(
                [question for question, _ in questions],
                [lesson.texts[row][dice.random() < 0.5] for row in shown],
                [[place[row] for row in rows] for _, rows in questions],
            )


def _draw(rows: set[int], most: int, dice: random.Random) -> list[int]:
    return dice.sample(sorted(rows), min(most, len(rows)))
