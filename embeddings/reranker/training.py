"""Fits the reranker to questions, and keeps what changed in a small file.

The model is trained to find a question likelier after its unit than after look-alikes of that unit
in the same document: a softmax over the units' log-probabilities. So that a level of likelihood
means something, it learns beside that to tell whether the unit is among those shown at all: the
question alone, after no unit, is one more choice, right where the question's units are taken away.
As every question is shown both ways, how questions without an answer are worded cannot be learnt.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from embeddings.lessons import Lesson, LookAlikes
from embeddings.look_alikes import Encodes, find_look_alikes
from embeddings.low_rank import in_8_bits, read_pair
from embeddings.recipes import RerankerRecipe
from embeddings.reranker.export import PROMPT, QUESTION_TOKENS, TEXT_TOKENS
from embeddings.reranker.llama import read_llama
from embeddings.reranker.source import BASE, PACKAGE, RerankerSource
from embeddings.reranker.texts import short_title
from embeddings.reranker.tokenizer import make_tokenizer
from embeddings.reranker.torch_model import add_low_rank, make_model
from embeddings.training import RANKING_STAGE, TRAINING_STAGE, Progress

if TYPE_CHECKING:
    import torch
    from tokenizers import Tokenizer

_NEAREST, _NEAR = 8, 16
"""Look-alikes of a question: half of those shown are drawn from the first, half from both."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one step shows.

    Attributes:
        title: Put before the texts; empty for none.
        texts: Units in their context.
        questions: Of these units.
        right: For each question, the positions in `texts` of those that answer it.
    """

    title: str
    texts: list[str]
    questions: list[str]
    right: list[list[int]]


def fit_reranker(
    source: RerankerSource,
    lessons: Sequence[Lesson],
    encoder: Encodes,
    output: Path,
    *,
    recipe: RerankerRecipe | None = None,
    progress: Progress = lambda *_: None,
) -> None:
    """Train a copy of the model on each question once, and write what changed.

    AdamW without weight decay; gradients are clipped to a length of 1. On two cores a step takes
    three to four seconds.

    Args:
        source: The published model; changes to it are left out.
        lessons: What to train on.
        encoder: Finds look-alikes.
        output: A safetensors file; replaced.
        recipe: How; the one that the shipped changes were made with if not given.
        progress: Told of the documents ranked and of the questions.

    Raises:
        ModelError: The weights cannot be read.
    """
    import torch

    recipe = recipe or RerankerRecipe()
    torch.manual_seed(recipe.seed)
    llama = read_llama(source.weights, None, PACKAGE)
    model = make_model(llama)
    pairs = add_low_rank(model, recipe.rank)
    learner = Learner(model, make_tokenizer(llama))
    alike = []
    progress(RANKING_STAGE, 0, len(lessons))
    for done, lesson in enumerate(lessons, start=1):
        alike.append(find_look_alikes(lesson, encoder))
        progress(RANKING_STAGE, done, len(lessons))
    free = [part.weight for pair in pairs.values() for part in pair]
    free += [learner.scale, learner.none]
    _train(learner, free, lessons, alike, recipe, progress)
    keep_changes(pairs, recipe.kept, output)


def deal_steps(
    lessons: Sequence[Lesson],
    alike: Sequence[LookAlikes],
    recipe: RerankerRecipe,
    dice: random.Random,
) -> Iterator[Step]:
    """Yield steps until each question has been shown once.

    A step shows a question's unit and look-alikes of it, and asks all questions of these units that
    have not been asked yet. Half the steps show the document's title before the units.

    Args:
        lessons: What to deal.
        alike: Look-alikes of each lesson's questions, best first.
        recipe: How many.
        dice: Decides all draws; the same dice deal the same steps.
    """
    asked: set[tuple[int, int]] = set()
    order = [(at, row) for at, one in enumerate(lessons) for row in range(len(one.questions))]
    dice.shuffle(order)
    for at, first in order:
        if (at, first) in asked:
            continue
        lesson = lessons[at]
        shown = _draw(lesson, first, alike[at][first], recipe.texts, dice)
        rows = [first]
        for row, (_, right) in enumerate(lesson.questions):
            fresh = (at, row) not in asked and row != first and len(rows) < recipe.questions
            if fresh and set(right) & set(shown):
                rows.append(row)
        asked |= {(at, row) for row in rows}
        yield Step(
            short_title(lesson.title) if dice.random() < 0.5 else "",
            [lesson.texts[unit][1] for unit in shown],
            [lesson.questions[row][0] for row in rows],
            [
                [place for place, unit in enumerate(shown) if unit in lesson.questions[row][1]]
                for row in rows
            ],
        )


def _draw(
    lesson: Lesson, first: int, alike: Sequence[int], most: int, dice: random.Random
) -> list[int]:
    """Return the units that a step shows, the one that answers first."""
    half = (most - 1) // 2
    near, all_near = alike[:_NEAREST], alike[:_NEAR]
    drawn = dice.sample(near, min(half + (most - 1) % 2, len(near)))
    drawn += dice.sample(all_near, min(half, len(all_near)))
    return list(dict.fromkeys([dice.choice(lesson.questions[first][1]), *drawn]))


class Learner:
    """The model with what turns its log-probabilities into odds."""

    def __init__(self, model: Any, tokenizer: Tokenizer) -> None:  # noqa: ANN401 (transformers')
        import torch

        self._model = model
        self._tokenizer = tokenizer
        self._prompt = self._ids(PROMPT)
        self.scale = torch.nn.Parameter(torch.tensor(0.2))
        self.none = torch.nn.Parameter(torch.tensor(0.0))

    def odds(self, step: Step) -> tuple[torch.Tensor, torch.Tensor, int]:
        """Return log-probabilities of the questions, and how many tokens they have.

        The first tensor has the shape (n_questions, n_texts), the second, after no unit,
        (n_questions,).
        """
        asked = [self._ids(f" {question.strip()}")[:QUESTION_TOKENS] for question in step.questions]
        room = TEXT_TOKENS if step.title else TEXT_TOKENS - 30
        texts = [self._ids(f"{step.title} {text}".strip())[:room] for text in step.texts]
        alone = self._ids(step.title)
        found = _summed(self._read(texts, asked))
        none = _summed(self._read([alone], asked))
        return found, none[:, 0], sum(map(len, asked))

    def tokens(self, question: str, texts: Sequence[str]) -> torch.Tensor:
        """Return log-probabilities of a question's tokens after each text.

        Returns:
            Shape (n_texts, n_tokens).
        """
        asked = self._ids(f" {question.strip()}")[:QUESTION_TOKENS]
        return self._read([self._ids(text)[:TEXT_TOKENS] for text in texts], [asked])[0]

    def _read(self, texts: list[list[int]], asked: list[list[int]]) -> list[torch.Tensor]:
        """Return, for each question, log-probabilities of its tokens after each text.

        A text is read once; the questions after it stand side by side and do not see each other.
        """
        import torch

        rows = [_Row.of(text + self._prompt, asked) for text in texts]
        length = max(len(row.ids) for row in rows)
        ids = torch.zeros(len(rows), length, dtype=torch.long)
        places = torch.zeros(len(rows), length, dtype=torch.long)
        parts = torch.full((len(rows), length), -1)
        for at, row in enumerate(rows):
            ids[at, : len(row.ids)] = torch.tensor(row.ids)
            places[at, : len(row.ids)] = torch.tensor(row.places)
            parts[at, : len(row.ids)] = torch.tensor(row.parts)
        seen = (parts[:, :, None] == parts[:, None, :]) | (parts[:, None, :] == 0)
        seen &= torch.tril(torch.ones(length, length, dtype=torch.bool))
        seen |= torch.eye(length, dtype=torch.bool)  # What fills up must see something.
        mask = torch.zeros(len(rows), 1, length, length).masked_fill(~seen[:, None], -1e9)
        wanted = [token for question in asked for token in question]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self._model.model(
                inputs_embeds=self._model.model.embed_tokens(ids),
                attention_mask=mask.bfloat16(),
                position_ids=places,
                use_cache=False,
            ).last_hidden_state
            after = torch.stack([states[at, row.before] for at, row in enumerate(rows)])
            logits = self._model.lm_head(after)
        found = logits.float().log_softmax(-1)
        tokens = torch.tensor(wanted).expand(len(rows), -1)
        each = found.gather(2, tokens[:, :, None])[:, :, 0]
        return list(each.split([len(question) for question in asked], dim=1))

    def _ids(self, text: str) -> list[int]:
        return list(self._tokenizer.encode(text, add_special_tokens=False).ids)


def _summed(found: Sequence[torch.Tensor]) -> torch.Tensor:
    """Return log-probabilities of whole questions, shape (n_questions, n_texts)."""
    import torch

    return torch.stack([tokens.sum(1) for tokens in found])


@dataclass(frozen=True, slots=True)
class _Row:
    """A text and the questions after it, as the model reads them.

    Attributes:
        ids: Tokens.
        places: What the model takes for each token's place: a question's go on from the text's.
        parts: 0 for the text, and from 1 the question that a token is of.
        before: For each of the questions' tokens, the position of what stands before it.
    """

    ids: list[int]
    places: list[int]
    parts: list[int]
    before: list[int]

    @staticmethod
    def of(text: list[int], asked: list[list[int]]) -> _Row:
        """Set questions side by side after a text."""
        row = _Row(list(text), [*range(len(text))], [0] * len(text), [])
        for number, question in enumerate(asked, start=1):
            start = len(row.ids)
            row.before.extend([len(text) - 1, *range(start, start + len(question) - 1)])
            row.ids.extend(question)
            row.places.extend(range(len(text), len(text) + len(question)))
            row.parts.extend([number] * len(question))
        return row


def _train(
    learner: Learner,
    free: list[Any],
    lessons: Sequence[Lesson],
    alike: Sequence[LookAlikes],
    recipe: RerankerRecipe,
    progress: Progress,
) -> None:
    import torch

    total = sum(len(lesson.questions) for lesson in lessons)
    optimiser = torch.optim.AdamW(free, lr=recipe.rate, weight_decay=0.0, betas=(0.9, 0.98))
    done = 0
    progress(TRAINING_STAGE, done, total)
    steps = deal_steps(lessons, alike, recipe, random.Random(recipe.seed))
    for number, step in enumerate(steps, start=1):
        for group in optimiser.param_groups:
            group["lr"] = recipe.rate * min(1.0, number / 20) * max(0.05, 1 - done / total)
        loss = _loss(learner, step, recipe)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(free, 1.0)
        optimiser.step()
        done += len(step.questions)
        progress(TRAINING_STAGE, done, total)


def _loss(learner: Learner, step: Step, recipe: RerankerRecipe) -> torch.Tensor:
    import torch

    found, alone, tokens = learner.odds(step)
    odds, none = found * learner.scale, alone * learner.scale + learner.none
    parts = []
    for row, right in enumerate(step.right):
        wrong = [place for place in range(len(step.texts)) if place not in right]
        mine, all_of = odds[row, right].logsumexp(0), odds[row].logsumexp(0)
        loss = all_of - mine
        loss = loss + recipe.none * (torch.logaddexp(all_of, none[row]) - mine)
        if wrong:
            rest = odds[row, wrong].logsumexp(0)
            loss = loss + recipe.none * (torch.logaddexp(rest, none[row]) - none[row])
        likely = found[row, right].mean() / tokens * len(step.questions)
        parts.append(loss - recipe.language * likely)
    return torch.stack(parts).mean()


def keep_changes(
    pairs: Mapping[str, tuple[Any, Any]], rank: int, output: Path, before: Path | None = None
) -> None:
    """Write changes in 8 bits.

    Args:
        pairs: From `torch_model.add_low_rank`.
        rank: Of what is kept, the nearest to them.
        output: A safetensors file; replaced.
        before: Changes that the model had already; they are kept together with these.
    """
    import numpy as np
    from safetensors.numpy import load_file, save_file

    stored = {} if before is None else load_file(before)
    kept: dict[str, Any] = {}
    for name, pair in pairs.items():
        left, right = (part.weight.detach().numpy() for part in pair)
        known = read_pair(name, stored)
        if known is not None:
            left = np.concatenate([known[0], left], axis=1)
            right = np.concatenate([known[1], right], axis=0)
        kept |= in_8_bits(name, left, right, rank)
    save_file(kept, output, metadata={"base": BASE, "rank": str(rank)})
