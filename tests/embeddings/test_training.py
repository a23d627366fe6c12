from __future__ import annotations

from pathlib import Path

import numpy as np

from embeddings.lessons import Lesson
from embeddings.models import DEFAULT_MODEL, TUNED_MODEL, hash_weights, locate
from embeddings.recipes import Recipe
from embeddings.sentence_transformer import SentenceTransformerEncoder, add_changes
from embeddings.training import fit_changes

LESSON = Lesson(
    texts=(
        ("The fund fell by a tenth.", "Money. The fund fell by a tenth."),
        ("Nurses were trained.", "Health. Nurses were trained."),
        ("Two roads were built.", "Transport. Two roads were built."),
    ),
    questions=(("Who learned to care for the sick?", (1,)), ("Is there less cash?", (0,))),
)


def test_training_brings_a_question_nearer_to_its_paragraph(tmp_path: Path) -> None:
    changes = tmp_path / "changes.safetensors"
    steps: list[int] = []
    fit_changes(
        locate(DEFAULT_MODEL),
        [LESSON],
        changes,
        recipe=Recipe(epochs=6, rank=4, rate=1e-4),
        progress=lambda _stage, done, _all: steps.append(done),
    )
    assert steps == [0, 1, 2, 3, 4, 5, 6]  # two questions are one batch

    def margin(encoder: SentenceTransformerEncoder) -> float:
        question = encoder.encode_queries([LESSON.questions[0][0]])[0]
        cosines = encoder.encode_passages([own for own, _ in LESSON.texts]) @ question
        return float(cosines[1] - np.delete(cosines, 1).max())

    encoder = SentenceTransformerEncoder(locate(DEFAULT_MODEL))
    before = margin(encoder)
    add_changes(encoder.model[0].auto_model, changes)
    assert margin(encoder) > before


def test_the_tuned_model_is_the_published_one_with_the_changes_that_ship() -> None:
    tuned, base = locate(TUNED_MODEL), locate(DEFAULT_MODEL)
    assert tuned.weights == base.weights
    assert hash_weights(tuned) != hash_weights(base)
    text = ["Signal masts reach our village, yet my neighbours stay offline. Why?"]
    one = SentenceTransformerEncoder(tuned).encode_queries(text)
    two = SentenceTransformerEncoder(base).encode_queries(text)
    # A small change: the same direction by and large, and not the same vector.
    assert 0.5 < float((one * two).sum()) < 0.999
