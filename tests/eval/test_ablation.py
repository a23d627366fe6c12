from __future__ import annotations

import numpy as np
import pytest

from assistant.retrieval import SIGNALS, Signals
from eval.ablation import SUBSETS, ablate
from eval.fit import Example, fit_fusion
from eval.types import Question


def example(number: int, gold: int, **signals: tuple[float, ...]) -> Example:
    """Make an example of three units whose other signals are 0."""
    none = np.zeros(3, dtype=np.float32)
    by_name = {n: np.array(signals.get(n, none), dtype=np.float32) for n in SIGNALS}
    question = Question(f"q-{number}", "fact" if number % 2 else "direct", "Who?", ("1",))
    return Example(question, Signals(by_name, none, none), (gold,), ())


def one_hot(row: int) -> tuple[float, ...]:
    return tuple(float(at == row) for at in range(3))


def test_a_signal_left_out_gets_no_weight() -> None:
    examples = [
        example(n, n % 3, sentence=one_hot(n % 3), context=one_hot(n % 3)) for n in range(6)
    ]
    weights, _ = fit_fusion(examples, ("context", "coverage"))
    assert weights["sentence"] == 0.0
    assert weights["context"] == pytest.approx(1.0, abs=0.01)


def test_the_row_without_the_only_telling_signal_falls() -> None:
    # "sentence" always names the gold unit, "context" always the first unit: without "sentence",
    # a third of the twelve questions is found first.
    examples = [example(n, n % 3, sentence=one_hot(n % 3), context=one_hot(0)) for n in range(12)]
    rows = {row.kept: row for row in ablate(examples)}
    assert list(rows) == list(SUBSETS)
    assert rows["all signals"].success.value == 1.0
    assert rows["sentences alone"].success.value == 1.0
    assert rows["without sentence"].success.value == pytest.approx(1 / 3)
    # Three units are all among the first five.
    assert rows["without sentence"].recall.value == 1.0
    assert set(rows["all signals"].by_kind) == {"direct", "fact"}


def test_questions_without_an_answer_are_not_ranked() -> None:
    refused = Example(example(0, 0).question, example(0, 0).signals, (), ())
    examples = [example(n, n % 3, sentence=one_hot(n % 3)) for n in range(6)]
    assert next(ablate([*examples, refused])).success.n == 6
