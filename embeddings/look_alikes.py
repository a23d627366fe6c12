"""Finds the units that a model wrongly ranks high for a question, for it to learn from.

Hard negatives, as in L. Xiong et al. (ANCE, 2020), found once, before training.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from embeddings.lessons import Lesson, LookAlikes
from embeddings.types import Vectors

_RANKED = 24
"""First units of a ranking that are looked at."""


class Encodes(Protocol):
    """The part of an encoder that ranking needs."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one unit-length vector a question, shape (n_texts, dim)."""
        ...

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return one unit-length vector a passage, shape (n_texts, dim)."""
        ...


def find_look_alikes(lesson: Lesson, encoder: Encodes) -> LookAlikes:
    """Return, for each question, the first 24 units without those that answer it, best first.

    Units are ranked by their own words, among those of the same document.
    """
    texts = encoder.encode_passages([own for own, _ in lesson.texts])
    scores = encoder.encode_queries([question for question, _ in lesson.questions]) @ texts.T
    best = np.argsort(-scores, axis=1, kind="stable")[:, :_RANKED].tolist()
    return [
        [row for row in rows if row not in right]
        for rows, (_, right) in zip(best, lesson.questions, strict=True)
    ]
