"""How each model is fitted: what the changes that ship were made with.

What all have in common stands in `embeddings.training`.
"""

from __future__ import annotations

from dataclasses import dataclass

from embeddings.models import DEFAULT_MODEL, E5_MODEL


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train. The defaults are those of all-MiniLM-L6-v2.

    Attributes:
        epochs: Times that each question is seen.
        batch: Questions of one document in a step.
        look_alikes: Units shown in a step because the unfitted model ranks them high.
        others: Units without a question in the step that are shown as well, by chance.
        rate: Highest learning rate; it rises for 20 steps and falls to nothing.
        temperature: Cosines are divided by it.
        question_tokens: Where questions are cut, special tokens and prompt included.
        text_tokens: Where texts are cut in a step.
        rank: Of the matrices that keep the changes.
        seed: Of all draws.
    """

    epochs: int = 2
    batch: int = 24
    look_alikes: int = 0
    others: int = 16
    rate: float = 4e-5
    temperature: float = 0.05
    question_tokens: int = 64
    text_tokens: int = 128
    rank: int = 8
    seed: int = 1


@dataclass(frozen=True, slots=True)
class RerankerRecipe:
    """How to train the reranker, which sees each question once.

    Attributes:
        texts: Units shown in a step: one that answers the first question, the rest look-alikes.
        questions: Most of a step; all are answered by a unit shown.
        rate: Highest learning rate; it rises for 20 steps and falls to nothing.
        none: What telling that no unit answers counts beside telling units apart.
        language: What predicting the question counts.
        rank: Of the matrices that are trained.
        kept: Of those that are kept, the nearest to them.
        seed: Of all draws.
    """

    texts: int = 4
    questions: int = 8
    rate: float = 5e-4
    none: float = 0.4
    language: float = 0.1
    rank: int = 16
    kept: int = 8
    seed: int = 1


@dataclass(frozen=True, slots=True)
class RefusingRecipe:
    """How to go on training the reranker, to tell what is left open.

    Attributes:
        steps: Questions with an answer that are shown, and as many without.
        look_alikes: Units shown beside the one that answers.
        rate: Highest learning rate; it rises for 20 steps and falls to nothing.
        worth_rate: The same of what gains are worth.
        answered: What telling that a unit answers counts beside telling units apart.
        without: What telling that the others do not counts.
        left_open: What telling that no unit answers counts.
        language: What predicting the question counts.
        rank: Of the matrices that are trained.
        kept: Of those that are kept, together with what was there before.
        seed: Of all draws.
    """

    steps: int = 850
    look_alikes: int = 2
    rate: float = 3e-4
    worth_rate: float = 1e-2
    answered: float = 0.6
    without: float = 0.3
    left_open: float = 0.6
    language: float = 0.1
    rank: int = 8
    kept: int = 16
    seed: int = 3


RECIPES = {
    DEFAULT_MODEL: Recipe(),
    # Cosines of e5 lie close together, hence the low temperature. It has twice MiniLM's layers,
    # so that a step shows fewer texts, and most of them chosen (docs/decisions/0018-tuned-e5.md).
    E5_MODEL: Recipe(
        epochs=1, look_alikes=8, others=4, temperature=0.0125, text_tokens=112, rank=4
    ),
}
"""Models that can be fitted, by canonical name."""
