from __future__ import annotations

import dataclasses
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from assistant.calibration import Calibration
from corpus.errors import SettingsError
from eval.__main__ import main
from eval.questions import find_set, load_questions
from eval.sweep import KNOBS, grid, one_at_a_time, sweep, turned

if TYPE_CHECKING:
    from assistant.assistant import Assistant

FITTED = Calibration(
    fusion=MappingProxyType(
        {"own": 0.25, "context": 0.25, "sentence": 0.0, "lexical_own": 0.0, "lexical_context": 0.5}
    ),
    citation_margin=0.02,
    quote_margin=0.02,
    follow_up_share=0.5,
    confidence=MappingProxyType({"bias": 0.0}),
    threshold=0.95,
)


def test_a_grid_is_every_combination() -> None:
    assert grid([("margin", (0.0, 0.01)), ("own", (1.0, 2.0))]) == (
        {"margin": 0.0, "own": 1.0},
        {"margin": 0.0, "own": 2.0},
        {"margin": 0.01, "own": 1.0},
        {"margin": 0.01, "own": 2.0},
    )


def test_a_grid_refuses_what_cannot_be_varied() -> None:
    with pytest.raises(SettingsError, match=f"there are: {', '.join(KNOBS)}"):
        grid([("weather", (1.0,))])
    with pytest.raises(SettingsError, match="once"):
        grid([("own", (1.0,)), ("own", (2.0,))])
    with pytest.raises(SettingsError, match="below 0"):
        grid([("own", (-1.0,))])
    with pytest.raises(SettingsError, match="900 trials"):
        grid([("own", tuple(map(float, range(30)))), ("margin", tuple(map(float, range(30))))])


def test_turning_a_weight_keeps_their_sum() -> None:
    # 0.25 * 2, 0.25 and 0.5 add up to 1.25.
    found = turned(FITTED, {"own": 2.0})
    assert found.fusion["own"] == pytest.approx(0.4)
    assert found.fusion["lexical_context"] == pytest.approx(0.4)
    assert sum(found.fusion.values()) == pytest.approx(1)
    assert (found.citation_margin, found.threshold) == (0.02, 0.95)


def test_margin_and_threshold_are_set() -> None:
    found = turned(FITTED, {"margin": 0.1, "threshold": 0.3})
    assert found == dataclasses.replace(
        FITTED, fusion=dict(FITTED.fusion), citation_margin=0.1, threshold=0.3
    )


def test_a_trial_without_any_signal_is_refused() -> None:
    with pytest.raises(SettingsError, match="no signal"):
        turned(FITTED, {"own": 0.0, "context": 0.0, "lexical_context": 0.0})


def test_one_at_a_time_leaves_out_signals_without_weight() -> None:
    trials = one_at_a_time(FITTED)
    # Three signals and the margin three ways each, the threshold two; at most 1.
    assert len(trials) == 3 * 3 + 3 + 2
    assert all(len(trial) == 1 for trial in trials)
    assert {"sentence", "lexical_own"}.isdisjoint(name for trial in trials for name in trial)
    assert [t["threshold"] for t in trials if "threshold" in t] == [0.85, 1.0]


def test_a_sweep_begins_with_the_shipped_settings_and_moves_only_what_it_turns(
    assistant: Assistant,
) -> None:
    tune = load_questions(find_set("tune"))
    few = dataclasses.replace(tune, questions=tune.questions[:30])
    shipped, never, always = sweep(few, assistant, [{"threshold": 1.0}, {"threshold": 0.0}])
    assert shipped.trial == {}
    for row in (never, always):
        assert row.scores["success@1"] == shipped.scores["success@1"]
    # Nothing reaches a confidence of 1, and everything one of 0, unless it names paragraphs.
    answerable = [q.answerable for q in few.questions if q.kind != "reference"]
    assert len(answerable) == 30
    assert never.scores["abstention_accuracy"] == answerable.count(False) / 30
    assert always.scores["abstention_accuracy"] == answerable.count(True) / 30


def test_the_report_set_is_refused(
    assistant: Assistant, capsys: pytest.CaptureFixture[str]
) -> None:
    report = load_questions(find_set("report"))
    with pytest.raises(SettingsError, match="only measured"):
        next(sweep(report, assistant, []))
    assert main(["sweep", "--set", "report"]) == 1
    assert "only measured" in capsys.readouterr().err
