"""Fits a model to kinds of questions and texts, and keeps what changed in a small file.

The model is trained to set the right paragraph of a document above the document's other paragraphs
(in-batch negatives with a softmax over cosines, as in A. van den Oord et al. 2018 and
sentence-transformers' MultipleNegativesRankingLoss, with all of a batch from one document). What
training changed is kept as matrices of low rank (E. Hu et al., LoRA, 2021, here by singular value
decomposition afterwards), so that it can ship beside the published weights.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from embeddings.models import ModelSource
from embeddings.sentence_transformer import quiet_loading

if TYPE_CHECKING:
    import torch

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, steps done and steps in all."""

TRAINING_STAGE = "training"
_QUESTION_TOKENS = 64
_TEXT_TOKENS = 128


@dataclass(frozen=True, slots=True)
class Lesson:
    """One document and questions about it.

    Attributes:
        texts: Of each unit, two forms: its own words, and those after its context.
        questions: Each with the positions in `texts` of the units that answer it.
    """

    texts: tuple[tuple[str, str], ...]
    questions: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train.

    Attributes:
        epochs: Times that each question is seen.
        batch: Questions of one document in a step.
        others: Units without a question in the step that are shown as well.
        rate: Highest learning rate; it rises for 20 steps and falls to nothing.
        temperature: Cosines are divided by it.
        rank: Of the matrices that keep the changes.
        seed: Of all draws.
    """

    epochs: int = 2
    batch: int = 24
    others: int = 16
    rate: float = 4e-5
    temperature: float = 0.05
    rank: int = 8
    seed: int = 1


def fit_changes(
    source: ModelSource,
    lessons: Sequence[Lesson],
    output: Path,
    *,
    recipe: Recipe | None = None,
    progress: Progress = lambda *_: None,
) -> None:
    """Train a copy of a model and write what changed; see `sentence_transformer.add_changes`.

    The word table is left as it is. About 3 seconds a step on two cores.

    Args:
        source: From `models.locate`; mean pooling over its last layer.
        lessons: What to train on.
        output: A safetensors file; replaced.
        recipe: How.
        progress: Told of the steps.
    """
    import torch
    from safetensors.torch import save_file
    from transformers import AutoModel, AutoTokenizer

    recipe = recipe or Recipe()
    torch.manual_seed(recipe.seed)
    dice = random.Random(recipe.seed)
    with quiet_loading():
        tokenizer = AutoTokenizer.from_pretrained(str(source.folder))
        model = AutoModel.from_pretrained(str(source.folder))
    before = {name: weight.detach().clone() for name, weight in model.named_parameters()}
    for name, weight in model.named_parameters():
        weight.requires_grad = "embeddings" not in name
    free = [weight for weight in model.parameters() if weight.requires_grad]
    steps = recipe.epochs * sum(-(-len(lesson.questions) // recipe.batch) for lesson in lessons)
    optimiser = torch.optim.AdamW(free, lr=recipe.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(step / 20, 1.0) * max(0.0, 1 - step / steps)
    )
    model.train()
    progress(TRAINING_STAGE, 0, steps)
    for done, batch in enumerate(_batches(lessons, recipe, dice), start=1):
        loss = _loss(model, tokenizer, batch, recipe.temperature)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(free, 1.0)
        optimiser.step()
        schedule.step()
        progress(TRAINING_STAGE, done, steps)
    after = {name: weight.detach() for name, weight in model.named_parameters()}
    changes = _changes(before, after, recipe.rank)
    save_file(changes, output, metadata={"base": source.name, "rank": str(recipe.rank)})


@dataclass(frozen=True, slots=True)
class _Batch:
    """Questions of one document, and texts among which each has right ones."""

    questions: list[str]
    texts: list[str]
    right: list[list[int]]


def _batches(lessons: Sequence[Lesson], recipe: Recipe, dice: random.Random) -> Iterator[_Batch]:
    for _ in range(recipe.epochs):
        dealt = []
        for lesson in lessons:
            questions = list(lesson.questions)
            dice.shuffle(questions)
            starts = range(0, len(questions), recipe.batch)
            dealt += [(lesson, questions[at : at + recipe.batch]) for at in starts]
        dice.shuffle(dealt)
        for lesson, questions in dealt:
            asked = sorted({row for _, rows in questions for row in rows})
            rest = sorted(set(range(len(lesson.texts))) - set(asked))
            shown = asked + dice.sample(rest, min(recipe.others, len(rest)))
            place = {row: at for at, row in enumerate(shown)}
            yield _Batch(
                [question for question, _ in questions],
                [lesson.texts[row][dice.random() < 0.5] for row in shown],
                [[place[row] for row in rows] for _, rows in questions],
            )


def _loss(model: Any, tokenizer: Any, batch: _Batch, temperature: float) -> torch.Tensor:  # noqa: ANN401
    import torch

    def encode(texts: Sequence[str], longest: int) -> torch.Tensor:
        tokens = tokenizer(
            texts, padding=True, truncation=True, max_length=longest, return_tensors="pt"
        )
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = model(**tokens).last_hidden_state
        mask = tokens["attention_mask"].unsqueeze(-1).float()
        pooled = (states.float() * mask).sum(1) / mask.sum(1)
        return torch.nn.functional.normalize(pooled, dim=-1)

    texts = encode(batch.texts, _TEXT_TOKENS)
    cosines = encode(batch.questions, _QUESTION_TOKENS) @ texts.T / temperature
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
