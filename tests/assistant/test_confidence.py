from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from assistant.assistant import Assistant
from assistant.calibration import load_calibration, parse_calibration, parse_profiles
from assistant.confidence import FEATURES, features, probability
from assistant.conversation import read_question
from assistant.retrieval import SIGNALS, Signals
from embeddings.library import Library
from embeddings.models import BEST_ENSEMBLE, DEFAULT_MODEL
from tests.support.small_library import open_garden


@pytest.fixture(scope="module")
def gardener(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_garden(tmp_path_factory.mktemp("garden"))


def found(gardener: Assistant, question: str) -> dict[str, float]:
    return features(question, gardener.signals(read_question(question)), gardener.library, 0.3)


def test_a_question_about_something_else_is_far_off(gardener: Assistant) -> None:
    assert found(gardener, "spade")["far_off"] == 0.0
    # No dimension in common with any passage: the cosine is 0, which lies 0.3 below the mark.
    assert found(gardener, "orchestra")["far_off"] == pytest.approx(0.3)


def test_the_best_units_under_one_heading_are_counted(gardener: Assistant) -> None:
    # Best: paragraph 3 under "II. Tools", which has two of the six units; all six but one are
    # among the best five, so that 2 of 5 or, if paragraph 4 is the one left out, 1 of 5 agree.
    assert found(gardener, "spade")["one_section"] in {0.2, 0.4}


def signals_of(cosines: Sequence[float], kept: int) -> Signals:
    """Return signals that are all alike, the first `kept` units inside a filter."""
    scores = np.array(cosines, dtype=np.float32)
    fused = np.where(np.arange(len(scores)) < kept, scores, -np.inf).astype(np.float32)
    return Signals(dict.fromkeys(SIGNALS, scores), fused, scores)


def standing_out(cosines: Sequence[float], kept: int) -> float:
    place = SimpleNamespace(unit=SimpleNamespace(heading_path=(), text="Pears."))
    library = cast("Library", SimpleNamespace(units=[place] * len(cosines)))
    return features("Pears", signals_of(cosines, kept), library, 0.3)["standing_out"]


def test_a_filter_that_leaves_few_units_does_not_hide_that_one_stands_out() -> None:
    # 40 units, two of them inside the filter: among two, any best one stands out by 1.0.
    others = [0.2, 0.3] * 19
    assert standing_out([0.9, 0.3, *others], kept=2) > 4
    assert standing_out([0.3, 0.2, *others], kept=2) < 1
    # Where the filter leaves enough, the others do not count.
    assert standing_out([0.9, *[0.3, 0.2] * 15, *[0.9] * 9], kept=31) > 4


def test_in_a_library_of_few_units_standing_out_is_near_the_usual() -> None:
    few = [standing_out([0.9, 0.3], kept=2), standing_out([0.31, 0.3], kept=2)]
    assert few == [pytest.approx(2 / 30 * 1.0 + 28 / 30 * 2.9, abs=0.01)] * 2
    assert standing_out([0.9, *[0.2, 0.3] * 14], kept=29) == pytest.approx(5.0, abs=0.5)


def test_a_quantity_asked_for_must_be_near(gardener: Assistant) -> None:
    # Paragraph 3 has "40 crowns".
    assert found(gardener, "How much does a spade cost in crowns?")["wrong_kind"] == 0.0
    assert found(gardener, "Why is there no spade?")["wrong_kind"] == 0.0


def test_a_date_asked_for_and_nowhere_speaks_against(tmp_path: Path) -> None:
    from tests.support.small_library import GARDEN, garden

    dateless = open_garden(tmp_path, garden("G/2", GARDEN.replace("September", "the autumn")))
    assert found(dateless, "When were apples picked?")["wrong_kind"] == 1.0


def test_probability_is_the_logistic_of_the_weighted_sum() -> None:
    # 1 + 2 * 0.5 - 3 * 1 = -1; 1 / (1 + e) = 0.2689
    weights = {"bias": 1.0, "a": 2.0, "b": -3.0}
    assert probability({"a": 0.5, "b": 1.0}, weights) == pytest.approx(1 / (1 + math.e))
    assert probability({"a": 1e9, "b": 0.0}, weights) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("model", "reranked"), [(DEFAULT_MODEL, False), (BEST_ENSEMBLE, False), (BEST_ENSEMBLE, True)]
)
def test_the_shipped_calibration_is_whole(model: str, reranked: bool) -> None:
    calibration = load_calibration(model, reranked=reranked)
    assert set(calibration.fusion) == set(SIGNALS)
    assert sum(calibration.fusion.values()) == pytest.approx(1.0, abs=0.001)
    without = set() if reranked else {"explained", "worst_part"}
    assert set(calibration.confidence) == {"bias", *FEATURES} - without
    for name, weight in calibration.confidence.items():
        assert weight * FEATURES.get(name, 0) >= 0, name
    assert 0 < calibration.threshold < 1
    assert (calibration.reranking is not None) == reranked
    if calibration.reranking is not None:
        assert calibration.reranking.weight > 0
        assert calibration.reranking.gap > 0


def test_the_record_of_the_fit_is_left_aside() -> None:
    text = (
        '{"profiles": {"a": {"fusion": {"context": 1}, "citation_margin": 0, "quote_margin": 0,'
        ' "follow_up_share": 1, "far_level": 0.2, "confidence": {"bias": 0}, "threshold": 0.5,'
        ' "fit": {"set": "tune.jsonl"}}}}'
    )
    (profile,) = parse_profiles(text).values()
    assert parse_calibration(profile).fusion == {"context": 1.0}


def test_models_that_nobody_fitted_get_the_default_models_profile() -> None:
    assert load_calibration("somebody-elses-model") == load_calibration(DEFAULT_MODEL)
    assert load_calibration(BEST_ENSEMBLE) != load_calibration(DEFAULT_MODEL)
