"""Goes on fitting the reranker: to tell the questions that a document leaves open.

Each step shows a question with its unit and look-alikes of that, and one that its document does
not answer with the units nearest to it. What has to tell them apart is what the confidence looks
at: how much likelier a question's tokens are after a unit than after the title alone, on average
and where they gain least. As a question with an answer is shown with other units too, how it is
worded tells little about it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from embeddings.lessons import Lesson, LookAlikes
from embeddings.look_alikes import Encodes, find_look_alikes
from embeddings.recipes import RefusingRecipe
from embeddings.reranker.llama import read_llama
from embeddings.reranker.source import PACKAGE, RerankerSource
from embeddings.reranker.texts import short_title
from embeddings.reranker.tokenizer import make_tokenizer
from embeddings.reranker.torch_model import add_low_rank, make_model
from embeddings.reranker.training import Learner, keep_changes
from embeddings.training import RANKING_STAGE, TRAINING_STAGE, Progress

if TYPE_CHECKING:
    import torch

_NEAREST, _NEAR = 8, 5
"""Look-alikes of a question that may be shown, and units near to one that is left open."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A question with some units of its document.

    Attributes:
        title: Of the document.
        question: About it.
        texts: The units, that which answers first, if any does.
    """

    title: str
    question: str
    texts: tuple[str, ...]


def fit_refusing(
    source: RerankerSource,
    lessons: Sequence[Lesson],
    encoder: Encodes,
    output: Path,
    *,
    recipe: RefusingRecipe | None = None,
    progress: Progress = lambda *_: None,
) -> None:
    """Train a copy of the model, with the changes it has, and write them with what changed.

    AdamW without weight decay; gradients are clipped to a length of 1. On two cores a step takes
    four seconds.

    Args:
        source: The published model and what `fit_reranker` made of it.
        lessons: What to train on; some questions must be left open.
        encoder: Finds look-alikes and the units near a question that is left open.
        output: A safetensors file; replaced.
        recipe: How; the one that the shipped changes were made with if not given.
        progress: Told of the documents ranked and of the steps.

    Raises:
        ModelError: The weights or the changes cannot be read.
        ValueError: No question is left open.
    """
    import torch

    recipe = recipe or RefusingRecipe()
    torch.manual_seed(recipe.seed)
    llama = read_llama(source.weights, source.changes, PACKAGE)
    model = make_model(llama)
    pairs = add_low_rank(model, recipe.rank)
    learner = Learner(model, make_tokenizer(llama))
    near: list[tuple[LookAlikes, LookAlikes]] = []
    progress(RANKING_STAGE, 0, len(lessons))
    for done, lesson in enumerate(lessons, start=1):
        left_open = tuple((question, ()) for question in lesson.left_open)
        found = find_look_alikes(replace(lesson, questions=lesson.questions + left_open), encoder)
        asked = len(lesson.questions)
        near.append((found[:asked], found[asked:]))
        progress(RANKING_STAGE, done, len(lessons))
    _train(
        learner,
        pairs,
        deal_pairs(lessons, near, recipe, random.Random(recipe.seed)),
        recipe,
        progress,
    )
    keep_changes(pairs, recipe.kept, output, source.changes)


def deal_pairs(
    lessons: Sequence[Lesson],
    near: Sequence[tuple[LookAlikes, LookAlikes]],
    recipe: RefusingRecipe,
    dice: random.Random,
) -> Iterator[tuple[Shown, Shown]]:
    """Yield questions with an answer, each with one that is left open, in turn.

    Args:
        lessons: What to deal.
        near: Of each lesson, look-alikes of its questions and units near those left open.
        recipe: How many.
        dice: Decides all draws; the same dice deal the same pairs.

    Raises:
        ValueError: No question is left open.
    """
    asked = [(at, row) for at, one in enumerate(lessons) for row in range(len(one.questions))]
    left = [(at, row) for at, one in enumerate(lessons) for row in range(len(one.left_open))]
    if not left:
        raise ValueError("no question is left open")
    dice.shuffle(asked)
    dice.shuffle(left)
    for step in range(recipe.steps):
        at, row = asked[step % len(asked)]
        question, right = lessons[at].questions[row]
        alike = near[at][0][row][:_NEAREST]
        rows = [right[0], *dice.sample(alike, min(recipe.look_alikes, len(alike)))]
        answered = _show(lessons[at], question, rows)
        at, row = left[step % len(left)]
        first, *rest = near[at][1][row][:_NEAR]
        rows = [first, *dice.sample(rest, min(1, len(rest)))]
        yield answered, _show(lessons[at], lessons[at].left_open[row], rows)


def _show(lesson: Lesson, question: str, rows: Sequence[int]) -> Shown:
    title = short_title(lesson.title)
    texts = (f"{title} {lesson.texts[row][1]}".strip() for row in rows)
    return Shown(title, question, tuple(texts))


def _train(
    learner: Learner,
    pairs: dict[str, tuple[Any, Any]],
    steps: Iterator[tuple[Shown, Shown]],
    recipe: RefusingRecipe,
    progress: Progress,
) -> None:
    import torch

    free = [part.weight for pair in pairs.values() for part in pair]
    # What the mean gain is worth, the least one, how odds begin; and what a likelihood is worth.
    worth = torch.nn.Parameter(torch.tensor([1.5, 0.7, 1.2]))
    scale = torch.nn.Parameter(torch.tensor(0.25))
    groups = [{"params": free}, {"params": [worth, scale]}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.0, betas=(0.9, 0.98))
    progress(TRAINING_STAGE, 0, recipe.steps)
    for done, (answered, left_open) in enumerate(steps, start=1):
        falling = min(1.0, done / 20) * max(0.05, 1 - done / recipe.steps)
        for group, rate in zip(
            optimiser.param_groups, (recipe.rate, recipe.worth_rate), strict=True
        ):
            group["lr"] = rate * falling
        found, gains = _read(learner, answered)
        _, no_gains = _read(learner, left_open)
        odds = _odds(gains, worth)
        loss = (found.sum(1) * scale).logsumexp(0) - found[0].sum() * scale
        loss = loss + recipe.answered * torch.nn.functional.softplus(-odds[0])
        if len(odds) > 1:
            loss = loss + recipe.without * torch.nn.functional.softplus(odds[1:].logsumexp(0))
        refused = torch.nn.functional.softplus(_odds(no_gains, worth).logsumexp(0))
        loss = loss + recipe.left_open * refused - recipe.language * found[0].mean()
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_([*free, worth, scale], 1.0)
        optimiser.step()
        progress(TRAINING_STAGE, done, recipe.steps)


def _read(learner: Learner, shown: Shown) -> tuple[torch.Tensor, torch.Tensor]:
    """Return log-probabilities of the question's tokens after each unit, and what they gain.

    Both have the shape (n_texts, n_tokens).
    """
    found = learner.tokens(shown.question, shown.texts)
    return found, found - learner.tokens(shown.question, [shown.title])


def _odds(gains: torch.Tensor, worth: torch.Tensor) -> torch.Tensor:
    """Return the log-odds that each unit answers, shape (n_texts,)."""
    import torch

    least = -2 * torch.log(torch.exp(-gains.clamp(-12, 12) / 2).mean(1))
    return worth[0] * gains.mean(1) + worth[1] * least + worth[2]
