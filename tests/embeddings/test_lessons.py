from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np

from embeddings.lessons import Batch, Lesson, count_batches, deal_batches
from embeddings.look_alikes import find_look_alikes
from embeddings.recipes import Recipe
from embeddings.types import Vectors


def lesson(name: str, units: int, questions: int) -> Lesson:
    """Return a lesson whose question n is answered by unit n."""
    return Lesson(
        texts=tuple((f"{name}{at}", f"H{name}{at}") for at in range(units)),
        questions=tuple((f"q{name}{at}", (at,)) for at in range(questions)),
    )


def shown(batch: Batch) -> list[int]:
    """Return the units whose texts a batch of one document called `a` shows."""
    return [int(text[-1]) for text in batch.texts]


def test_the_same_dice_deal_the_batches_that_minilm_was_fitted_with() -> None:
    # As the code dealt them that made the changes that ship.
    recipe = Recipe(epochs=1, batch=3, others=1)
    lessons = [lesson("a", 6, 4), lesson("b", 6, 4)]
    assert list(deal_batches(lessons, recipe, random.Random(1))) == [
        Batch(["qa3", "qa0", "qa2"], ["Ha0", "Ha2", "a3", "Ha1"], [[2], [0], [1]]),
        Batch(["qb3", "qb1", "qb0"], ["b0", "Hb1", "b3", "b2"], [[2], [1], [0]]),
        Batch(["qa1"], ["a1", "Ha0"], [[0]]),
        Batch(["qb2"], ["b2", "Hb0"], [[0]]),
    ]
    assert count_batches(lessons, recipe) == 4


def test_a_batch_shows_look_alikes_of_its_questions() -> None:
    # Questions are answered by units 0 and 1, which are each other's first look-alike: of the six
    # to draw from, 1 2 3 4 5 6 and 0 2 3 4 5 6, only 2 to 6 are not shown anyway. 7 comes too late.
    alike = [[1, 2, 3, 4, 5, 6, 7], [0, 2, 3, 4, 5, 6, 7]]
    recipe = Recipe(epochs=20, look_alikes=3, others=0)
    drawn = set()
    for batch in deal_batches([lesson("a", 9, 2)], recipe, random.Random(1), [alike]):
        first, *rest = shown(batch)[1:]
        assert (shown(batch)[0], first, len(rest)) == (0, 1, 3)
        drawn |= set(rest)
    assert drawn == {2, 3, 4, 5, 6}


def test_others_are_drawn_from_what_is_left() -> None:
    recipe = Recipe(epochs=1, look_alikes=8, others=4)
    (batch,) = deal_batches([lesson("a", 5, 1)], recipe, random.Random(1), [[[3, 2]]])
    assert sorted(shown(batch)) == [0, 1, 2, 3, 4]  # each once, though more would be shown
    assert set(shown(batch)[1:3]) == {2, 3}


def test_a_batch_shows_look_alikes_of_its_own_questions_alone() -> None:
    # Question 0 is like unit 2, question 1 like unit 3; each is a batch.
    recipe = Recipe(epochs=1, batch=1, look_alikes=8, others=0)
    dealt = deal_batches([lesson("a", 4, 2)], recipe, random.Random(1), [[[2], [3]]])
    assert sorted((batch.questions, shown(batch)) for batch in dealt) == [
        (["qa0"], [0, 2]),
        (["qa1"], [1, 3]),
    ]


class ByHand:
    """Places texts on the circle: the number that a text ends in, in degrees."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        angles = np.radians([float(text.split()[-1]) for text in texts])
        return np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        return self.encode_queries(texts)


def test_look_alikes_are_the_nearest_units_that_do_not_answer() -> None:
    texts = tuple((f"unit {angle}", "not looked at") for angle in (80, 10, 30, 0, 50))
    questions = (("at 12", (1,)), ("at 70", (0, 4)))
    # From 12 degrees: 2, 12, 18, 38 and 68 away; from 70: 10, 20, 40, 60 and 70.
    assert find_look_alikes(Lesson(texts, questions), ByHand()) == [[3, 2, 4, 0], [2, 1, 3]]


def test_only_the_first_24_units_are_looked_at() -> None:
    texts = tuple((f"unit {angle}", "") for angle in range(30))
    (found,) = find_look_alikes(Lesson(texts, (("at 0", (0, 29)),)), ByHand())
    assert found == list(range(1, 24))
