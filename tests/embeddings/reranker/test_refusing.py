"""Going on to fit the reranker, to tell what a document leaves open."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from embeddings.lessons import Lesson
from embeddings.recipes import RefusingRecipe
from embeddings.reranker.export import export_reranker
from embeddings.reranker.onnx_reranker import OnnxReranker
from embeddings.reranker.refusing import Shown, deal_pairs, fit_refusing
from embeddings.reranker.source import RerankerSource
from tests.support.letters import Letters

TEXTS = ("the sun is hot", "rain falls on us", "we go by bus", "a dog ran off")
LESSON = Lesson(
    texts=tuple((text, f"Day. {text}") for text in TEXTS),
    questions=(
        ("is it warm out?", (0,)),
        ("do we get wet?", (1,)),
        ("how do we get there?", (2,)),
        ("what ran?", (3,)),
    ),
    title="Diary",
    left_open=("who bought milk?", "was there snow?", "why sell a boat?"),
)


def gain(source: RerankerSource, folder: Path, *, left_open: bool) -> float:
    """Return by how much a unit makes questions likelier than the title alone, a token, mean.

    Of questions with an answer it is their own unit, of others the best of all.
    """
    export_reranker(source, "f" * 64, folder)
    served = OnnxReranker(folder)
    asked: list[tuple[str, Sequence[int]]] = list(LESSON.questions)
    if left_open:
        asked = [(question, range(len(TEXTS))) for question in LESSON.left_open]
    found = []
    for question, rows in asked:
        alone = served.log_probabilities(question, "Diary.")
        texts = (f"Diary. {LESSON.texts[row][1]}" for row in rows)
        after = [served.log_probabilities(question, text) for text in texts]
        found.append(max(float((tokens - alone).mean()) for tokens in after))
    return float(np.mean(found))


def test_units_come_to_explain_what_they_answer_and_nothing_that_is_left_open(
    source: RerankerSource, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.safetensors", tmp_path / "second.safetensors"
    told: list[tuple[str, int, int]] = []
    recipe = RefusingRecipe(steps=40, rate=1e-2, rank=4, kept=4)
    fit_refusing(
        source,
        [LESSON],
        Letters(),
        first,
        recipe=recipe,
        progress=lambda *step: told.append(step),
    )
    assert told[0] == ("finding look-alikes", 0, 1)
    assert told[-1] == ("training", 40, 40)
    once = RerankerSource(source.weights, first)

    def apart(of: RerankerSource, name: str) -> float:
        folder = tmp_path / name
        return gain(of, folder / "a", left_open=False) - gain(of, folder / "b", left_open=True)

    assert apart(once, "once") > apart(source, "before") + 0.1
    # What was there before is not lost when it is gone on with.
    fit_refusing(
        once, [LESSON], Letters(), second, recipe=RefusingRecipe(steps=1, rate=0.0, kept=8)
    )
    twice = RerankerSource(source.weights, second)
    assert apart(twice, "twice") == pytest.approx(apart(once, "again"), abs=0.1)


def test_a_question_with_an_answer_goes_with_one_that_is_left_open() -> None:
    near = [([[3, 2], [3], [1, 0], [0, 2]], [[0, 1, 2, 3], [2, 1, 0, 3], [3, 1, 0, 2]])]
    recipe = RefusingRecipe(steps=9)
    pairs = list(deal_pairs([LESSON], near, recipe, random.Random(1)))
    assert len(pairs) == 9
    contexts = [f"Diary. {context}" for _, context in LESSON.texts]
    answers = {question: contexts[right[0]] for question, right in LESSON.questions}
    for answered, left_open in pairs:
        assert answered.texts[0] == answers[answered.question]
        assert answers[answered.question] not in answered.texts[1:]
        # The nearest unit, and one more of the first five.
        nearest = contexts[near[0][1][LESSON.left_open.index(left_open.question)][0]]
        assert (left_open.texts[0], len(left_open.texts)) == (nearest, 2)
        assert len(set(left_open.texts)) == 2
    assert {shown.question for _, shown in pairs[:3]} == set(LESSON.left_open)
    assert {shown.question for shown, _ in pairs[:4]} == set(answers)
    assert pairs == list(deal_pairs([LESSON], near, recipe, random.Random(1)))
    assert isinstance(pairs[0][0], Shown)


def test_where_nothing_is_left_open_there_is_nothing_to_learn() -> None:
    lesson = Lesson(LESSON.texts, LESSON.questions)
    with pytest.raises(ValueError, match="no question is left open"):
        next(deal_pairs([lesson], [([[1]] * 4, [])], RefusingRecipe(), random.Random(1)))
