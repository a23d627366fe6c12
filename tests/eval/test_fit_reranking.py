"""Fitting what reading the best units is worth, on numbers small enough to do by hand."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.calibration import Reranking
from assistant.reranking import Read
from assistant.retrieval import Signals
from eval.fit import Example
from eval.fit_reranking import apply_reranking, fit_reranking, fit_weight, gaps
from eval.types import Question

QUESTION = Question("q", "direct", "Who?", ("1",))


def example(gold: int, *scores: float) -> Example:
    fused = np.array(scores, dtype=np.float32)
    return Example(QUESTION, Signals({}, fused, fused), (gold,), ())


def read(*likelihoods: float) -> Read:
    """Return what is read where a question has one token."""
    tokens = np.array(likelihoods, dtype=np.float32)[:, np.newaxis]
    return Read(tuple(range(len(likelihoods))), tokens, np.array([-40.0], dtype=np.float32))


def test_reading_is_worth_what_makes_the_right_units_likeliest() -> None:
    # All scores are equal. Of four questions the right unit is 2 nats likelier in three, and 2
    # nats less likely in one: odds of 3 to 1 for 2 nats, so ln 3 / 2 a nat.
    examples = [example(0, 0.5, 0.5)] * 4
    reads = [read(-3, -5), read(-3, -5), read(-3, -5), read(-5, -3)]
    odds = 50.0
    assert fit_weight(examples, reads, odds) * odds == pytest.approx(np.log(3) / 2, abs=1e-3)


def test_reading_that_tells_nothing_or_the_contrary_is_worth_nothing() -> None:
    examples = [example(0, 0.5, 0.5, 0.4)] * 3
    assert fit_weight(examples, [read(-9, -3, -3)] * 3, 50.0) == pytest.approx(0.0, abs=1e-5)
    assert fit_weight(examples, [None] * 3, 50.0) == 0.0
    # No right unit is among those read.
    assert fit_weight([example(3, 0.5, 0.5, 0.4, 0.1)], [read(-9, -3, -3)], 50.0) == 0.0


def test_the_two_in_five_that_lie_closest_are_read() -> None:
    found = (0.06, 0.01, 0.04, 0.02, 0.05, 0.03)
    examples = [example(0, 0.5, 0.5 - gap, 0.1) for gap in found]
    assert gaps(examples).tolist() == pytest.approx(found)
    reads = [read(-3, -9, -9)] * 6
    # Two fifths of the way from the lowest to the highest of six that are 0.01 apart.
    fitted = fit_reranking(examples, reads, 50.0)
    assert fitted.gap == pytest.approx(0.03, abs=1e-4)
    ranked = apply_reranking(examples, reads, Reranking(5, 0.031, 0.031, fitted.weight))
    assert [one.signals.read is not None for one in ranked] == [0, 1, 0, 1, 0, 1]


def test_what_is_close_is_ranked_as_it_is_read_unless_it_cannot_be() -> None:
    examples = [example(0, 0.5, 0.49, 0.1), example(0, 0.5, 0.49, 0.1), example(0, 0.5, 0.3, 0.1)]
    reads = [read(-9, -3, -9), None, read(-9, -3, -9)]
    ranked = apply_reranking(examples, reads, Reranking(3, 0.05, 0.05, 0.01))
    assert [int(one.signals.order()[0]) for one in ranked] == [1, 0, 0]
    assert [one.signals.explained for one in ranked] == [37.0, None, 31.0]
    assert [one.signals.read is None for one in ranked] == [False, True, True]
    assert ranked[1] is examples[1]
    assert ranked[2].signals.fused is examples[2].signals.fused
