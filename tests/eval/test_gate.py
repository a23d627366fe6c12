"""Has Pincite become worse? The shipped report set, against figures that were committed."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from corpus.errors import PinciteError
from embeddings.models import BEST_ENSEMBLE, best_installed
from embeddings.reranker.source import is_installed
from embeddings.vector_index import VectorIndex
from eval.gate import (
    TOLERANCES,
    UPDATE,
    baseline_path,
    check_baseline,
    measure_shipped,
    read_baseline,
    take_baseline,
    write_baseline,
)
from eval.types import QuestionSet, SystemResult

if TYPE_CHECKING:
    from assistant.assistant import Assistant

Measured = tuple[QuestionSet, SystemResult]


@pytest.fixture(scope="module")
def measured(reading_assistant: Assistant) -> Measured:
    """Return the report set and what Pincite makes of it now."""
    return measure_shipped(reading_assistant)


@pytest.fixture(scope="module")
def shuffled(assistant: Assistant) -> Measured:
    """Return what Pincite makes of it when every passage has another one's vector."""
    from assistant.assistant import Assistant

    library = assistant.library
    vectors = library.vectors.vectors
    order = np.random.default_rng(0).permutation(len(vectors))
    broken = dataclasses.replace(library, vectors=VectorIndex.build(vectors[order]))
    return measure_shipped(Assistant(broken, assistant.settings, assistant.calibration))


@pytest.mark.skipif(
    best_installed() != BEST_ENSEMBLE or not is_installed(),
    reason="the baseline is of both encoders and the reranker, and not all are here",
)
def test_pincite_is_not_worse_than_the_committed_baseline(measured: Measured) -> None:
    worse = check_baseline(read_baseline(baseline_path()), *measured)
    assert not worse, "\n".join(worse)


def test_shuffled_vectors_fail_and_the_lost_questions_are_named(
    measured: Measured, shuffled: Measured
) -> None:
    questions, now = measured
    worse = check_baseline(take_baseline(questions, now), *shuffled)
    assert [sentence.split()[0] for sentence in worse][:2] == ["success@1", "citation_F1"]
    lost = [
        before.question
        for before, after in zip(now.questions, shuffled[1].questions, strict=True)
        if (before.scores["success@1"] or 0) > (after.scores["success@1"] or 0)
    ]
    assert lost
    assert f"{len(lost)} questions lost: {lost[0].id} ({lost[0].question})" in worse[0]
    assert UPDATE in worse[0]


def test_a_baseline_of_another_set_asks_to_be_updated(measured: Measured) -> None:
    questions, result = measured
    baseline = take_baseline(questions, result)
    other = dataclasses.replace(questions, sha256="0" * 64)
    (sentence,) = check_baseline(baseline, other, result)
    assert "has changed since the baseline was taken" in sentence
    assert UPDATE in sentence


def test_a_drop_within_the_tolerance_passes_and_one_beyond_fails(measured: Measured) -> None:
    questions, result = measured
    baseline = take_baseline(questions, result)
    assert check_baseline(baseline, questions, result) == ()

    def higher(by: float) -> tuple[str, ...]:
        means = {m: round(value + by, 6) for m, value in baseline.means.items()}
        return check_baseline(dataclasses.replace(baseline, means=means), questions, result)

    assert set(TOLERANCES.values()) == {0.02}
    assert higher(0.02) == ()
    assert len(higher(0.021)) == 3


def test_a_baseline_survives_its_file(measured: Measured, tmp_path: Path) -> None:
    baseline = take_baseline(*measured)
    path = tmp_path / "baseline.json"
    write_baseline(path, baseline)
    assert read_baseline(path) == baseline
    # A question a line, so that a change shows which.
    assert len(path.read_text(encoding="utf-8").splitlines()) > len(baseline.questions)
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(PinciteError, match="holds no baseline"):
        read_baseline(path)
