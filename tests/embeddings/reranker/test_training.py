from __future__ import annotations

import random
from pathlib import Path

import numpy as np

from embeddings.lessons import Lesson
from embeddings.recipes import RerankerRecipe
from embeddings.reranker.export import export_reranker
from embeddings.reranker.onnx_reranker import OnnxReranker
from embeddings.reranker.source import RerankerSource
from embeddings.reranker.training import deal_steps, fit_reranker
from tests.support.letters import Letters

TEXTS = ("the sun is hot", "rain falls on us", "we go by bus", "a dog ran off")
LESSON = Lesson(
    texts=tuple((text, f"Day. {text}") for text in TEXTS),
    questions=(
        ("is it warm out?", (0,)),
        ("do we get wet?", (1,)),
        ("how do we get there?", (2,)),
        ("what ran?", (3,)),
        ("is it hot or wet?", (0, 1)),
    ),
    title="Diary",
)


def margin(source: RerankerSource, folder: Path) -> float:
    """Return by how much the questions are likelier after their units than after others, mean."""
    export_reranker(source, "f" * 64, folder)
    served = OnnxReranker(folder)
    found = []
    for question, right in LESSON.questions[:4]:
        after = [served.log_probabilities(question, text).sum() for _, text in LESSON.texts]
        found.append(after[right[0]] - np.delete(after, right[0]).mean())
    return float(np.mean(found))


def test_training_makes_questions_likelier_after_their_units(
    source: RerankerSource, tmp_path: Path
) -> None:
    changes = tmp_path / "changes.safetensors"
    told: list[tuple[str, int, int]] = []
    fit_reranker(
        source,
        [LESSON] * 12,
        Letters(),
        changes,
        recipe=RerankerRecipe(rate=1e-2, rank=4),
        progress=lambda *step: told.append(step),
    )
    assert told[0] == ("finding look-alikes", 0, 12)
    assert told[-1] == ("training", 60, 60)
    before = margin(source, tmp_path / "before")
    after = margin(RerankerSource(source.weights, changes), tmp_path / "after")
    assert after > before + 1


def test_every_question_is_shown_once_with_a_unit_that_answers_it() -> None:
    alike = [[[3, 2], [3], [1, 0], [0, 2], [2, 3]]] * 2
    lessons = [LESSON, LESSON]
    recipe = RerankerRecipe(texts=3, questions=2)
    steps = list(deal_steps(lessons, alike, recipe, random.Random(1)))
    asked = [question for step in steps for question in step.questions]
    assert sorted(asked) == sorted(q for q, _ in LESSON.questions * 2)
    wanted = dict(LESSON.questions)
    contexts = [context for _, context in LESSON.texts]
    for step in steps:
        assert len(step.questions) <= 2
        assert len(step.texts) <= 3
        assert len(set(step.texts)) == len(step.texts)
        assert step.title in {"", "Diary."}
        for question, right in zip(step.questions, step.right, strict=True):
            shown = [contexts.index(step.texts[place]) for place in right]
            assert shown
            assert set(shown) <= set(wanted[question])
    assert {step.title for step in steps} == {"", "Diary."}
    assert steps == list(deal_steps(lessons, alike, recipe, random.Random(1)))
