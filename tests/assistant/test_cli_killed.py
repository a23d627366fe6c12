"""A command that is killed or stopped leaves the last good library in use, or none at all."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from embeddings.models import DEFAULT_MODEL

if TYPE_CHECKING:
    from tests.conftest import Run

NEW = "\n\n".join(
    f"{n}. The committee of lighthouse keepers noted lamp number {n} of the northern coast."
    for n in range(1, 40)
)


def state(home: Path) -> frozenset[tuple[str, int]]:
    """Return the files of a data folder with their sizes."""
    found = set()
    for folder, _, files in os.walk(home):
        for name in files:
            try:
                found.add((f"{folder}/{name}", os.stat(f"{folder}/{name}").st_size))
            except FileNotFoundError:
                continue
    return frozenset(found)


def index_until(home: Path, changes: int, *paths: Path) -> int:
    """Run `pincite index` and kill it as soon as its folder has changed so many times.

    Returns:
        How many changes were seen: fewer than asked for if it ended before.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "assistant", "index", *map(str, paths)],
        env=dict(os.environ, PINCITE_HOME=str(home)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    seen, before = 0, state(home)
    while process.poll() is None and seen < changes:
        now = state(home)
        seen += now != before
        before = now
        time.sleep(0.0005)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return seen


def test_the_old_library_answers_wherever_a_refresh_is_killed(
    run_pincite: Run, copied_home: Path, tmp_path: Path
) -> None:
    new = tmp_path / "lamps.txt"
    new.write_text(NEW, encoding="utf-8")
    of_report = ("--document", "CTOC/COP/WG.4/2011/8")
    for point, changes in enumerate(range(1, 60, 2)):
        ended = index_until(copied_home, changes, new) < changes
        command = ("ask", "Who chaired the meeting?") if point % 4 == 0 else ("show", "25")
        answered = run_pincite(*command, *of_report, "--json", home=copied_home)
        assert answered.returncode == 0, f"killed at change {changes}: {answered.stderr}"
        if ended:
            break
    assert point >= 4
    mended = run_pincite("index", new, home=copied_home)
    assert mended.returncode == 0, mended.stderr
    found = run_pincite("show", "5", "--document", "lamps", home=copied_home)
    assert "lamp number 5" in found.stdout, found.stderr


@pytest.fixture
def one_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Build with the quicker model alone: what is killed is the same."""
    monkeypatch.setenv("PINCITE_MODEL", DEFAULT_MODEL)


@pytest.mark.usefixtures("one_model")
@pytest.mark.parametrize("changes", [1, 5, 12])
def test_a_first_build_that_is_killed_can_be_run_again(
    run_pincite: Run, tmp_path: Path, changes: int
) -> None:
    home = tmp_path / "home"
    ended = index_until(home, changes) < changes
    shown = run_pincite("show", "25", home=home)
    if shown.returncode != 0:
        assert not ended
        assert "No index in" in shown.stderr
    again = run_pincite("index", home=home)
    assert again.returncode == 0, again.stderr
    assert run_pincite("ask", "Who chaired the meeting?", home=home).returncode == 0


def start_index(home: Path, *paths: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "assistant", "index", *map(str, paths)],
        env=dict(os.environ, PINCITE_HOME=str(home)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def test_ctrl_c_before_anything_is_embedded_ends_at_once_in_one_line(tmp_path: Path) -> None:
    home = tmp_path / "home"
    process = start_index(home)
    while process.poll() is None and not state(home):
        time.sleep(0.001)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said[0] == ""
    assert said[1].startswith("Stopped. The library is as it was")
    assert said[1].count("\n") == 1


def journal_size(home: Path) -> int:
    return sum(path.stat().st_size for path in home.glob("journal/*.vectors"))


def long_reports(folder: Path) -> Path:
    """Write two reports of which the first alone is more than is embedded at a time."""
    folder.mkdir()
    for name in ("lamps", "masts"):
        text = "\n\n".join(f"{n}. On day {n} they saw {name}." for n in range(1, 401))
        (folder / f"{name}.txt").write_text(f"Report on {name}\n\n{text}\n", encoding="utf-8")
    return folder


def wait_for_vectors(process: subprocess.Popen[str], home: Path, number: int) -> None:
    # A vector of the quicker model is 384 numbers of 4 bytes, its record 36 bytes more.
    while process.poll() is None and journal_size(home) < number * (4 * 384 + 36):
        time.sleep(0.01)


@pytest.mark.slow
@pytest.mark.usefixtures("one_model")
def test_ctrl_c_keeps_what_is_complete_and_the_same_command_goes_on(
    run_pincite: Run, tmp_path: Path
) -> None:
    home, folder = tmp_path / "home", long_reports(tmp_path / "reports")
    process = start_index(home, folder)
    wait_for_vectors(process, home, 450)  # the first report has 400 texts
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=120)
    assert process.returncode == 130, said
    assert "lamps: added" in said[0]
    assert "masts: waiting" in said[0]
    assert (
        said[1]
        .strip()
        .endswith("Stopped. Documents still to be done: 1. Go on: run the same command again.")
    )
    assert run_pincite("show", "7", home=home).stdout.endswith("7. On day 7 they saw lamps.\n")
    again = run_pincite("index", folder, "--json", home=home)
    assert again.returncode == 0, again.stderr
    report = json.loads(again.stdout)
    assert [Path(file["file"]).name for file in report["unchanged"]] == ["lamps.txt"]
    assert report["documents"]["added"] == ["masts"]
    assert report["resumed"] >= 50  # the others are in the library already
    assert report["embedded"] <= 2 * 350


@pytest.mark.slow
@pytest.mark.usefixtures("one_model")
def test_a_second_ctrl_c_ends_at_once_and_loses_nothing(run_pincite: Run, tmp_path: Path) -> None:
    home, folder = tmp_path / "home", long_reports(tmp_path / "reports")
    assert run_pincite("index", home=home).returncode == 0
    process = start_index(home, folder)
    wait_for_vectors(process, home, 40)
    process.send_signal(signal.SIGINT)
    time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)
    assert process.returncode == 130, said
    assert "Traceback" not in said[1]
    assert run_pincite("show", "25", home=home).returncode == 0
    listed = json.loads(run_pincite("library", "--json", home=home).stdout)
    assert "CTOC/COP/WG.4/2011/8" in [document["document"] for document in listed["documents"]]
    assert journal_size(home) > 0
