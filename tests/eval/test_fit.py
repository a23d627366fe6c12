"""The fits, on numbers small enough to do by hand."""

from __future__ import annotations

from dataclasses import replace
from importlib import resources
from pathlib import Path

import numpy as np
import pytest

from assistant.calibration import parse_profiles
from assistant.confidence import FEATURES
from assistant.retrieval import SIGNALS, Signals
from corpus.errors import SettingsError
from embeddings.models import BEST_ENSEMBLE, DEFAULT_MODEL
from eval.calibrate import write_profile
from eval.fit import (
    Example,
    citation_f1,
    cross_validate,
    fit_confidence,
    fit_fusion,
    fit_margin,
    fit_threshold,
    reweighed,
)
from eval.types import Question

QUESTION = Question("q", "direct", "Who?", ("1",))
EVEN = dict.fromkeys(SIGNALS, 1 / len(SIGNALS))


def example(gold: tuple[int, ...], **signals: tuple[float, ...]) -> Example:
    """Make an example of three units whose other signals are 0."""
    none = np.zeros(3, dtype=np.float32)
    by_name = {n: np.array(signals.get(n, none), dtype=np.float32) for n in SIGNALS}
    return Example(QUESTION, Signals(by_name, none, none), gold, ())


def test_citation_f1_counts_units_within_the_margin() -> None:
    one = example((0, 1))
    scores = np.array([0.9, 0.8, 0.5])
    # Only unit 0: precision 1, recall 1/2, F1 2/3; units 0 and 1: 1; all three: P 2/3, R 1.
    assert citation_f1(one, scores, 0.05, 6) == pytest.approx(2 / 3)
    assert citation_f1(one, scores, 0.1001, 6) == pytest.approx(1.0)
    assert citation_f1(one, scores, 0.5, 6) == pytest.approx(0.8)
    # An acceptable unit counts neither way.
    assert citation_f1(replace(one, acceptable=(2,)), scores, 0.5, 6) == pytest.approx(1.0)
    assert citation_f1(example((2,)), scores, 0.0, 6) == 0.0


def test_fusion_gives_weight_to_the_signal_that_finds_the_gold_unit() -> None:
    examples = [
        example((k,), sentence=tuple(float(i == k) for i in range(3)), context=(0.3, 0.6, 0.2))
        for k in range(3)
    ]
    weights, _ = fit_fusion(examples)
    assert sum(weights.values()) == pytest.approx(1.0, abs=0.001)
    assert max(weights, key=lambda name: weights[name]) == "sentence"
    assert min(weights.values()) >= 0


def test_the_margin_takes_in_what_belongs_together_and_no_more() -> None:
    # Scores are a quarter of the signal: 0.25, 0.24, 0.125. Gold are the first two, 0.01 apart.
    pair = example((0, 1), sentence=(1.0, 0.96, 0.5))
    alone = example((0,), sentence=(1.0, 0.96, 0.5))
    assert fit_margin([reweighed(pair, EVEN)], 6) == pytest.approx(0.01, abs=0.0026)
    assert fit_margin([reweighed(alone, EVEN)], 6) == 0.0


def test_the_threshold_weighs_refusals_against_what_answers_are_worth() -> None:
    probabilities = np.array([0.2, 0.4, 0.6, 0.8])
    answerable = np.array([0.0, 1.0, 0.0, 1.0])
    # Refusing below 0.21: 1 + worth of the others.   worth 1:   (1 + 1 + 0 + 1) / 4 = 0.75
    # Refusing below 0.61: two right, one lost.                  (1 + 0 + 1 + 1) / 4 = 0.75
    assert fit_threshold(probabilities, answerable, np.array([0.0, 1.0, 0.0, 1.0])) == 0.21
    # An answer at 0.4 worth only 0.1 is better given up: 0.525 against 0.75.
    assert fit_threshold(probabilities, answerable, np.array([0.0, 0.1, 0.0, 1.0])) == 0.61


def features(n: int) -> tuple[np.ndarray, np.ndarray]:
    generator = np.random.default_rng(1)
    answerable = (np.arange(n) % 2).astype(np.float64)
    matrix = generator.normal(size=(n, len(FEATURES)))
    matrix[:, 0] += 3 * answerable  # standing_out speaks for an answer, as it may
    matrix[:, 1] += 3 * answerable  # far_off does too, which it may not
    return matrix, answerable


def test_a_feature_may_only_speak_the_way_it_means() -> None:
    weights = fit_confidence(*features(200))
    names = list(FEATURES)
    assert weights[names[0]] > 0.5
    assert weights[names[1]] == pytest.approx(0.0)
    assert all(weights[name] * sign >= 0 for name, sign in FEATURES.items())


def test_probabilities_are_those_of_models_that_have_not_seen_the_question() -> None:
    matrix, answerable = features(60)
    found = cross_validate(matrix, answerable)
    # A label turned over changes the models of other folds, but never its own question's.
    turned = answerable.copy()
    turned[7] = 1 - turned[7]
    again = cross_validate(matrix, turned)
    assert again[7] == found[7]
    assert not np.array_equal(again, found)


@pytest.mark.parametrize("model", [DEFAULT_MODEL, BEST_ENSEMBLE])
def test_the_calibration_says_from_which_questions_it_was_fitted(model: str) -> None:
    import hashlib

    text = (resources.files("assistant") / "calibration.json").read_text()
    record = parse_profiles(text)[model]["fit"]
    tune = (resources.files("eval") / "data" / "tune.jsonl").read_bytes()
    assert record["set"] == "tune.jsonl"
    assert record["set_sha256"] == hashlib.sha256(tune).hexdigest()


def test_a_profile_takes_the_place_of_the_one_for_the_same_models(tmp_path: Path) -> None:
    path = tmp_path / "profiles.json"
    write_profile(path, "a", {"threshold": 0.1})
    write_profile(path, "b", {"threshold": 0.2})
    write_profile(path, "a", {"threshold": 0.3})
    assert parse_profiles(path.read_text()) == {"a": {"threshold": 0.3}, "b": {"threshold": 0.2}}
    path.write_text("no profiles")
    with pytest.raises(SettingsError, match="Name another file"):
        write_profile(path, "a", {})
    assert path.read_text() == "no profiles"
