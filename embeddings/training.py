"""Fits a model to kinds of questions and texts, and keeps what changed in a small file.

The model is trained to set the right paragraph of a document above the document's other paragraphs
(in-batch negatives with a softmax over cosines, as in A. van den Oord et al. 2018 and
sentence-transformers' MultipleNegativesRankingLoss, with all of a batch from one document). What
training changed is kept as matrices of low rank (E. Hu et al., LoRA, 2021, here by singular value
decomposition afterwards), so that it can ship beside the published weights.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from embeddings.learner import Learner, open_learner
from embeddings.lessons import Batch, Lesson, LookAlikes, count_batches, deal_batches
from embeddings.look_alikes import find_look_alikes
from embeddings.models import ModelSource
from embeddings.recipes import RECIPES, Recipe

if TYPE_CHECKING:
    import torch

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, steps done and steps in all."""

RANKING_STAGE = "finding look-alikes"
TRAINING_STAGE = "training"


def fit_changes(
    source: ModelSource,
    lessons: Sequence[Lesson],
    output: Path,
    *,
    recipe: Recipe | None = None,
    progress: Progress = lambda *_: None,
) -> None:
    """Train a copy of a model and write what changed; see `sentence_transformer.add_changes`.

    AdamW with a weight decay of 0.01; gradients are clipped to a length of 1. The word table and
    the other embeddings are left as they are. Look-alikes are those of the model as it was, found
    before the first step. On two cores a step of either model takes 3 to 4 seconds.

    Args:
        source: From `models.locate`; mean pooling over its last layer.
        lessons: What to train on.
        output: A safetensors file; replaced.
        recipe: How; the model's own if not given, or MiniLM's where it has none.
        progress: Told of the documents ranked and of the steps.

    Raises:
        ModelError: The weights of e5 cannot be read.
    """
    import torch
    from safetensors.torch import save_file

    recipe = recipe or RECIPES.get(source.name, Recipe())
    torch.manual_seed(recipe.seed)
    learner = open_learner(source)
    found = _find_all(lessons, learner, progress) if recipe.look_alikes else ()
    for name, weight in learner.model.named_parameters():
        weight.requires_grad = "embeddings" not in name
    free = {name: w for name, w in learner.model.named_parameters() if w.requires_grad}
    before = {name: weight.detach().clone() for name, weight in free.items()}
    _train(learner, free, lessons, found, recipe, progress)
    after = {name: weight.detach() for name, weight in free.items()}
    changes = _changes(before, after, recipe.rank)
    save_file(changes, output, metadata={"base": source.name, "rank": str(recipe.rank)})


def _find_all(
    lessons: Sequence[Lesson], learner: Learner, progress: Progress
) -> Sequence[LookAlikes]:
    found = []
    progress(RANKING_STAGE, 0, len(lessons))
    for done, lesson in enumerate(lessons, start=1):
        found.append(find_look_alikes(lesson, learner))
        progress(RANKING_STAGE, done, len(lessons))
    return found


def _train(
    learner: Learner,
    free: dict[str, torch.Tensor],
    lessons: Sequence[Lesson],
    look_alikes: Sequence[LookAlikes],
    recipe: Recipe,
    progress: Progress,
) -> None:
    import torch

    steps = count_batches(lessons, recipe)
    optimiser = torch.optim.AdamW(list(free.values()), lr=recipe.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(step / 20, 1.0) * max(0.0, 1 - step / steps)
    )
    learner.model.train()
    batches = deal_batches(lessons, recipe, random.Random(recipe.seed), look_alikes)
    progress(TRAINING_STAGE, 0, steps)
    for done, batch in enumerate(batches, start=1):
        loss = _loss(learner, batch, recipe)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(list(free.values()), 1.0)
        optimiser.step()
        schedule.step()
        progress(TRAINING_STAGE, done, steps)


def _loss(learner: Learner, batch: Batch, recipe: Recipe) -> torch.Tensor:
    import torch

    texts = learner.read_passages(batch.texts, recipe.text_tokens)
    questions = learner.read_queries(batch.questions, recipe.question_tokens)
    cosines = questions @ texts.T / recipe.temperature
    wanted = torch.zeros_like(cosines)
    for row, right in enumerate(batch.right):
        wanted[row, right] = 1 / len(right)
    return -(wanted * torch.log_softmax(cosines, dim=1)).sum(1).mean()


def _changes(
    before: dict[str, torch.Tensor], after: dict[str, torch.Tensor], rank: int
) -> dict[str, torch.Tensor]:
    """Return the differences in half precision: matrices as two of low rank, vectors whole."""
    import torch

    kept: dict[str, torch.Tensor] = {}
    for name, weight in after.items():
        change = weight - before[name]
        if not change.any():
            continue
        if change.ndim == 2:
            left, size, right = torch.linalg.svd(change, full_matrices=False)
            root = size[:rank].sqrt()
            kept[f"{name}.left"] = (left[:, :rank] * root).half().contiguous()
            kept[f"{name}.right"] = (root[:, None] * right[:rank]).half().contiguous()
        else:
            kept[name] = change.half().contiguous()
    return kept
