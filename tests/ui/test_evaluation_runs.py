from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.errors import SettingsError
from ui.evaluation_runs import BackgroundRuns, Progress, finished_runs, new_folder

SECONDS = 20.0


class Steps:
    """An evaluation of two steps that waits between them, and notes what it was asked."""

    def __init__(self, error: Exception | None = None) -> None:
        self.began = threading.Event()
        self.go_on = threading.Event()
        self.asked: list[tuple[Path, Sequence[str], Path | None]] = []
        self._error = error

    def __call__(
        self,
        questions: Path,
        systems: Sequence[str],
        home: Path | None,
        folder: Path,
        progress: Progress,
    ) -> None:
        self.asked.append((questions, systems, home))
        progress("pincite", 1, 2)
        self.began.set()
        assert self.go_on.wait(SECONDS)
        if self._error:
            raise self._error
        progress("pincite", 2, 2)
        folder.mkdir(parents=True)


def started(steps: Steps, root: Path) -> BackgroundRuns:
    runs = BackgroundRuns(steps)
    assert runs.start("tune", Path("tune.jsonl"), ["pincite"], None, root)
    assert steps.began.wait(SECONDS)
    return runs


def end(runs: BackgroundRuns, steps: Steps) -> str:
    steps.go_on.set()
    runs.wait(SECONDS)
    assert runs.latest is not None
    return runs.latest.state


def test_a_run_tells_how_far_it_is_and_ends(tmp_path: Path) -> None:
    steps = Steps()
    runs = started(steps, tmp_path)
    assert runs.running
    assert runs.latest is not None
    assert (runs.latest.stage, runs.latest.done, runs.latest.total) == ("pincite", 1, 2)
    assert end(runs, steps) == "finished"
    assert steps.asked == [(Path("tune.jsonl"), ("pincite",), None)]
    assert runs.latest.folder.is_dir()
    assert not runs.running


def test_there_is_one_run_at_a_time(tmp_path: Path) -> None:
    steps = Steps()
    runs = started(steps, tmp_path)
    assert not runs.start("report", Path("report.jsonl"), ["pincite"], None, tmp_path)
    end(runs, steps)
    assert len(steps.asked) == 1
    assert runs.start("report", Path("report.jsonl"), ["pincite"], None, tmp_path)
    end(runs, steps)
    assert len(steps.asked) == 2


def test_a_cancelled_run_stops_at_its_next_step_and_keeps_nothing(tmp_path: Path) -> None:
    steps = Steps()
    runs = started(steps, tmp_path)
    runs.cancel()
    assert end(runs, steps) == "cancelled"
    assert list(tmp_path.iterdir()) == []


def test_a_stated_error_is_told_in_its_own_words(tmp_path: Path) -> None:
    steps = Steps(SettingsError("Mend it so."))
    runs = started(steps, tmp_path)
    assert end(runs, steps) == "failed"
    assert runs.latest is not None
    assert runs.latest.error == "Mend it so."


def test_folders_never_meet_and_the_newest_run_comes_first(tmp_path: Path) -> None:
    first = new_folder(tmp_path, "tune")
    first.mkdir()
    second = tmp_path / "b"
    second.mkdir()
    assert new_folder(tmp_path, "tune") != first
    for number, folder in enumerate((first, second)):
        (folder / "results.json").touch()
        os.utime(folder / "results.json", (number, number))
    (tmp_path / "unfinished").mkdir()
    assert finished_runs([tmp_path, tmp_path / "nowhere"]) == (second, first)


@pytest.mark.parametrize("state", ["before", "after"])
def test_cancelling_when_nothing_runs_does_no_harm(tmp_path: Path, state: str) -> None:
    steps = Steps()
    runs = BackgroundRuns(steps)
    if state == "after":
        runs = started(steps, tmp_path)
        end(runs, steps)
    runs.cancel()
    assert runs.start("tune", Path("tune.jsonl"), ["pincite"], None, tmp_path)
    assert end(runs, steps) == "finished"
