from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from eval.commands.peers import installed_systems
from eval.library import SYSTEMS, own_home
from eval.results import VOLATILE

if TYPE_CHECKING:
    from tests.conftest import Run


class RunEval(Protocol):
    def __call__(
        self, *arguments: str | Path, cache: Path | None = None
    ) -> subprocess.CompletedProcess[str]: ...


@pytest.fixture
def run_eval(tmp_path: Path) -> RunEval:
    """Return `python -m eval`, run in a folder of its own."""

    def run(*arguments: str | Path, cache: Path | None = None) -> subprocess.CompletedProcess[str]:
        variables = {**os.environ, "COLUMNS": "80"}
        if cache is not None:
            variables["XDG_CACHE_HOME"] = str(cache)
        return subprocess.run(
            [sys.executable, "-m", "eval", *map(str, arguments)],
            env=variables,
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            timeout=240,
            check=False,
        )

    return run


@pytest.fixture
def garden_home(tmp_path: Path, garden: object, shipped_home: Path, run_pincite: Run) -> Path:
    """Return a library of the small document alone; the exported model is borrowed."""
    home = tmp_path / "garden_home"
    home.mkdir()
    shutil.copytree(shipped_home / "models", home / "models", symlinks=True)
    done = run_pincite("index", tmp_path / "garden.txt", home=home)
    assert done.returncode == 0, done.stderr
    return home


def without_times(path: Path) -> dict[str, object]:
    record = json.loads(path.read_text(encoding="utf-8"))
    return {key: value for key, value in record.items() if key not in VOLATILE}


def test_an_evaluation_runs_end_to_end_on_a_library_of_ones_own(
    run_eval: RunEval, garden_home: Path, garden_file: Path, tmp_path: Path
) -> None:
    done = run_eval("run", "--set", garden_file, "--home", garden_home)
    assert done.returncode == 0, done.stderr
    *notes, last = done.stderr.splitlines()
    assert last == f"Written to {Path('eval-results/five')}"
    assert all("pip install" in note for note in notes)
    assert len(notes) == (installed_systems() != SYSTEMS)
    for system in installed_systems():
        assert f"{system}, by kind of question" in done.stdout
    for measure in ("success@1", "recall@5", "MRR@10", "nDCG@10", "citation precision"):
        assert re.search(rf"^{measure} +\d\.\d+ \[", done.stdout, re.MULTILINE)
    written = {path.name for path in (tmp_path / "eval-results" / "five").iterdir()}
    assert written == {
        "results.json",
        "tables.md",
        "report.md",
        "report.html",
        "qrels.trec",
        *(f"{system}.run.trec" for system in installed_systems()),
    }
    record = without_times(tmp_path / "eval-results" / "five" / "results.json")
    assert list(record["documents"]) == ["garden"]  # type: ignore[call-overload]

    again = run_eval("--set", garden_file, "--home", garden_home, "--output", "again", "--json")
    assert again.returncode == 0, again.stderr
    assert json.loads(again.stdout)["format"] == 2
    assert without_times(tmp_path / "again" / "results.json") == record


def test_without_arguments_it_measures_all_systems_on_the_report_set(
    run_eval: RunEval, shipped_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The library of the shipped report is put where the evaluation would build it.
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    shutil.copytree(shipped_home, own_home("CTOC/COP/WG.4/2011/8"), symlinks=True)
    done = run_eval("--json", cache=tmp_path / "cache")
    assert done.returncode == 0, done.stderr
    record = json.loads(done.stdout)
    assert record["set"]["name"] == "report"
    assert [system["name"] for system in record["systems"]] == list(installed_systems())
    # The floor is what plain search reaches; anything below it is a fault, not a bad day.
    score = {s["name"]: s["overall"]["scores"]["success@1"]["value"] for s in record["systems"]}
    assert score["pincite"] > max(score["bm25"], score["minilm-faiss"]) > 0.3
    pincite = record["systems"][0]
    answered = [a for a in pincite["answers"] if not a["abstained"]]
    assert all(citation["quote"] for a in answered for citation in a["cited"])
    assert (tmp_path / "eval-results" / "report" / "results.json").is_file()


def test_a_run_of_another_program_is_scored_as_one_more_system(
    run_eval: RunEval, garden_home: Path, garden_file: Path, tmp_path: Path
) -> None:
    # Right for g-1 and g-2, wrong for g-3; nothing for g-4.
    lines = [f"g-{i} Q0 garden#{label} 1 0.5 other" for i, label in ((1, "1"), (2, "2"), (3, "5"))]
    (tmp_path / "other.trec").write_text("\n".join(lines), encoding="utf-8")
    options = ("--split", garden_file, "--home", garden_home, "--system", "bm25", "--json")
    done = run_eval("run", *options, "--run", "other.trec")
    assert done.returncode == 0, done.stderr
    systems = {system["name"]: system for system in json.loads(done.stdout)["systems"]}
    assert list(systems) == ["bm25", "other"]
    assert systems["other"]["overall"]["scores"]["success@1"]["value"] == 2 / 4
    assert (tmp_path / "eval-results" / "five" / "other.run.trec").is_file()


def test_a_faulty_set_is_one_line_and_status_one(run_eval: RunEval, tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text('{"id": "a"}\nnonsense\n', encoding="utf-8")
    done = run_eval("run", "--set", "bad.jsonl")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "line 1: kind must be a text" in done.stderr
    assert "line 2: not JSON" in done.stderr


def test_a_library_that_is_not_there_is_a_stated_error(
    run_eval: RunEval, garden_file: Path, tmp_path: Path
) -> None:
    done = run_eval("run", "--set", garden_file, "--home", tmp_path / "nothing")
    assert done.returncode == 1
    assert "pincite index" in done.stderr
    assert done.stderr.count("\n") == 1


def test_an_unknown_system_lists_those_there_are(run_eval: RunEval) -> None:
    done = run_eval("run", "--system", "oracle")
    assert done.returncode == 2
    assert all(system in done.stderr for system in SYSTEMS)


def test_check_explains_every_fault_of_a_set(run_eval: RunEval, tmp_path: Path) -> None:
    line = {
        "id": "q-1",
        "kind": "direct",
        "question": "What is new?",
        "gold": ["1"],
        "evidence": [{"label": "1", "quote": "words that are not there"}],
        "answer": "Something.",
    }
    lines = [line, {**line, "id": "q-2", "question": "Where was it?", "gold": ["x"]}]
    lines[1]["evidence"] = [{"label": "x", "quote": "y"}]
    text = "".join(json.dumps(entry) + "\n" for entry in lines)
    (tmp_path / "mine.jsonl").write_text(text, encoding="utf-8")
    done = run_eval("check", "mine.jsonl")
    assert done.returncode == 1
    assert "error  mine q-1: the quote 'words that are not there' is not in 1" in done.stdout
    assert "error  mine q-2: no unit 'x' in CTOC/COP/WG.4/2011/8" in done.stdout
    assert done.stderr == "2 to mend in mine.jsonl\n"


def test_check_of_the_shipped_sets_ends_well(run_eval: RunEval) -> None:
    done = run_eval("check", "--json")
    assert done.returncode == 0, done.stdout
    assert json.loads(done.stdout)["errors"] == 0


def test_the_reranker_sees_each_question_once(run_eval: RunEval, tmp_path: Path) -> None:
    what = ("--model", "SmolLM2-135M-Instruct", "--epochs", "2")
    done = run_eval("train", *what, "--data", tmp_path, "--output", "changes")
    assert done.returncode == 2
    assert "sees each question once" in done.stderr


def test_train_lists_the_models_that_can_be_fitted(run_eval: RunEval, tmp_path: Path) -> None:
    done = run_eval("train", "--model", "other", "--data", tmp_path, "--output", "changes")
    assert done.returncode == 2
    message = " ".join(done.stderr.replace("│", " ").split())
    assert "'other' cannot be fitted; there are all-MiniLM-L6-v2, multilingual-e5-small" in message
