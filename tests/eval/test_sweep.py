from __future__ import annotations

import dataclasses
import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from assistant.calibration import Calibration
from corpus.errors import SettingsError
from embeddings.generations import POINTER, current_generation
from embeddings.manifest import read_manifest
from embeddings.models import DEFAULT_MODEL, best_installed
from eval.__main__ import main
from eval.commands.sweep import make_grid
from eval.library import own_home
from eval.questions import find_set, load_questions
from eval.sweep import KNOBS, MEASURES, Row, grid, one_at_a_time, sweep, turned
from tests.embeddings.test_export import save_model

if TYPE_CHECKING:
    from assistant.assistant import Assistant

FITTED = Calibration(
    fusion=MappingProxyType(
        {"context": 0.25, "sentence": 0.25, "lexical_context": 0.5, "coverage": 0.0}
    ),
    citation_margin=0.02,
    quote_margin=0.02,
    follow_up_share=0.5,
    far_level=0.3,
    confidence=MappingProxyType({"bias": 0.0}),
    threshold=0.95,
)

REPORT = "CTOC/COP/WG.4/2011/8"
SHIPPED = best_installed()


@pytest.fixture(scope="module")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a model of 8 dims that knows a dozen words, none of the report's."""
    folder = tmp_path_factory.mktemp("model") / "tiny"
    save_model(folder, pooling="mean")
    return folder.resolve()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty cache folder that evaluations build their libraries in."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def ten(tmp_path: Path) -> Path:
    """Return a file of the first ten tuning questions."""
    lines = find_set("tune").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "ten.jsonl").write_text("".join(lines[:10]), encoding="utf-8")
    return tmp_path / "ten.jsonl"


def sweep_rows(
    capsys: pytest.CaptureFixture[str], *arguments: str | Path
) -> list[dict[str, object]]:
    assert main(["sweep", "--json", *map(str, arguments)]) == 0, capsys.readouterr().err
    rows: list[dict[str, object]] = json.loads(capsys.readouterr().out)["rows"]
    return rows


def refusal(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    assert main(["sweep", *map(str, arguments)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    return captured.err


def row(model: str, score: float) -> Row:
    return Row(model, {}, dict.fromkeys(MEASURES, score))


def columns(rows: Sequence[Row], count: int) -> list[tuple[str, ...]]:
    found = make_grid(rows, "tune", 10)
    return [cells[:count] for cells in (found.head, *found.rows)]


def test_a_grid_is_every_combination() -> None:
    assert grid([("margin", (0.0, 0.01)), ("sentence", (1.0, 2.0))]) == (
        {"margin": 0.0, "sentence": 1.0},
        {"margin": 0.0, "sentence": 2.0},
        {"margin": 0.01, "sentence": 1.0},
        {"margin": 0.01, "sentence": 2.0},
    )


def test_a_grid_refuses_what_cannot_be_varied() -> None:
    with pytest.raises(SettingsError, match=f"there are: {', '.join(KNOBS)}"):
        grid([("weather", (1.0,))])
    with pytest.raises(SettingsError, match="once"):
        grid([("sentence", (1.0,)), ("sentence", (2.0,))])
    with pytest.raises(SettingsError, match="below 0"):
        grid([("sentence", (-1.0,))])
    with pytest.raises(SettingsError, match="900 trials"):
        grid([("sentence", tuple(map(float, range(30)))), ("margin", tuple(map(float, range(30))))])


def test_turning_a_weight_keeps_their_sum() -> None:
    # 0.25 * 2, 0.25 and 0.5 add up to 1.25.
    found = turned(FITTED, {"sentence": 2.0})
    assert found.fusion["sentence"] == pytest.approx(0.4)
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
        turned(FITTED, {"sentence": 0.0, "context": 0.0, "lexical_context": 0.0})


def test_one_at_a_time_leaves_out_signals_without_weight() -> None:
    trials = one_at_a_time(FITTED)
    # Three signals and the margin three ways each, the threshold two; at most 1.
    assert len(trials) == 3 * 3 + 3 + 2
    assert all(len(trial) == 1 for trial in trials)
    assert "coverage" not in {name for trial in trials for name in trial}
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


def test_each_model_is_measured_on_a_library_of_its_own(
    assistant: Assistant,
    shipped_home: Path,
    tiny_model: Path,
    cache: Path,
    ten: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    homes = {name: own_home(REPORT, name) for name in (SHIPPED, str(tiny_model))}
    shutil.copytree(shipped_home, homes[SHIPPED], symlinks=True)
    built = (homes[SHIPPED] / POINTER).read_text()

    rows = sweep_rows(capsys, "--model", SHIPPED, "--model", tiny_model, "--set", ten)
    assert [(r["model"], r["trial"]) for r in rows] == [(name, {}) for name in homes]
    # The one is measured as ever, the other on vectors that say nothing of the report's words.
    (known,) = sweep(load_questions(ten), assistant, [])
    assert known.model == SHIPPED
    shipped, tiny = (r["scores"] for r in rows)
    assert shipped == {m: None if s is None else round(s, 6) for m, s in known.scores.items()}
    assert isinstance(shipped, dict)
    assert isinstance(tiny, dict)
    assert tiny["MRR@10"] < shipped["MRR@10"]

    found = {name: read_manifest(current_generation(home)) for name, home in homes.items()}
    assert {name: (m.model, m.dim) for name, m in found.items()} == {
        SHIPPED: (SHIPPED, read_manifest(current_generation(shipped_home)).dim),
        str(tiny_model): (str(tiny_model), 8),
    }
    assert {tuple(m.documents) for m in found.values()} == {(REPORT,)}
    assert {p.name for p in (cache / "pincite" / "evaluation").iterdir()} == {
        home.name for home in homes.values()
    }

    # Once more, the other way round and with something to vary: nothing is built again.
    pointers = {home: (home / POINTER).read_text() for home in homes.values()}
    assert pointers[homes[SHIPPED]] == built
    again = sweep_rows(
        capsys, "--model", tiny_model, "--model", SHIPPED, "--set", ten,
        "--vary", "threshold=0,1",
    )  # fmt: skip
    assert {home: (home / POINTER).read_text() for home in homes.values()} == pointers
    trials: list[dict[str, float]] = [{}, {"threshold": 0.0}, {"threshold": 1.0}]
    assert [(r["model"], r["trial"]) for r in again] == [
        (name, trial) for name in (str(tiny_model), SHIPPED) for trial in trials
    ]
    assert [again[0], again[3]] == [rows[1], rows[0]]


def test_the_settings_name_the_model_by_default(
    tiny_model: Path,
    cache: Path,
    ten: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PINCITE_MODEL", str(tiny_model))
    rows = sweep_rows(capsys, "--set", ten, "--vary", "threshold=0.5")
    assert [(r["model"], r["trial"]) for r in rows] == [
        (str(tiny_model), {}),
        (str(tiny_model), {"threshold": 0.5}),
    ]
    assert [p.name for p in (cache / "pincite" / "evaluation").iterdir()] == [
        own_home(REPORT, str(tiny_model)).name
    ]


def test_every_spelling_of_a_model_has_one_home_and_every_model_another(tmp_path: Path) -> None:
    (tmp_path / "a" / "model").mkdir(parents=True)
    (tmp_path / "b" / "model").mkdir(parents=True)
    default = own_home(REPORT)
    assert default.name == "CTOC_COP_WG.4_2011_8"
    assert own_home(REPORT, f"sentence-transformers/{DEFAULT_MODEL}") == default
    first = own_home(REPORT, str(tmp_path / "a" / "model"))
    assert own_home(REPORT, f"{tmp_path}/b/../a/model/") == first
    second = own_home(REPORT, str(tmp_path / "b" / "model"))
    assert len({default, first, second, own_home(REPORT, "model"), own_home("a", "model")}) == 5


def test_models_that_are_not_there_are_named_before_anything_is_built(
    tiny_model: Path, cache: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = tmp_path / "nowhere"
    said = refusal(capsys, "--model", tiny_model, "--model", nowhere, "--model", "no-such/model")
    assert f"No model folder {nowhere}" in said
    assert "'no-such/model' is not on this machine" in said
    assert not cache.exists()


def test_a_library_of_ones_own_takes_the_one_model_that_it_was_built_with(
    shipped_home: Path,
    tiny_model: Path,
    cache: Path,
    ten: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = sorted(shipped_home.rglob("*"))
    home = ("--home", shipped_home, "--set", ten)
    said = refusal(capsys, *home, "--model", SHIPPED, "--model", tiny_model)
    assert "one model, not of 2" in said
    assert str(tiny_model) in said
    said = refusal(capsys, *home, "--model", tiny_model)
    assert f"was built with the model {SHIPPED!r}" in said
    assert str(tiny_model) in said
    # Two spellings of one model are one.
    hub = f"sentence-transformers/{SHIPPED}"
    options = ("--model", hub, "--model", SHIPPED, "--vary", "threshold=0.5")
    assert [r["model"] for r in sweep_rows(capsys, *home, *options)] == [SHIPPED] * 2
    assert sorted(shipped_home.rglob("*")) == before
    assert not cache.exists()


def test_trials_are_counted_over_models() -> None:
    values = [("sentence", tuple(map(float, range(250))))]
    assert len(grid(values, 2)) == 250
    with pytest.raises(SettingsError, match="750 trials over 3 models are more than 500"):
        grid(values, 3)


def test_the_table_names_models_only_where_there_are_several() -> None:
    assert columns([row("/m/one/e5", 0.5)], 2) == [
        ("settings", "success@1"),
        ("as shipped", "0.500"),
    ]
    assert columns([row("all-MiniLM-L6-v2", 0.5), row("/m/one/e5", 0.25)], 3) == [
        ("model", "settings", "success@1"),
        ("all-MiniLM-L6-v2", "as shipped", "0.500"),
        ("e5", "as shipped", "0.250"),
    ]
    # Folders of one name are told apart by those that they lie in.
    found = columns([row("/m/one/e5", 0.5), row("/m/two/e5", 0.25)], 1)
    assert found == [("model",), (str(Path("one/e5")),), (str(Path("two/e5")),)]
