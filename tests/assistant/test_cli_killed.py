"""A command that is killed or stopped leaves the last good library in use, or none at all."""

from __future__ import annotations

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


def test_ctrl_c_ends_quietly_with_status_130(tmp_path: Path) -> None:
    home = tmp_path / "home"
    process = subprocess.Popen(
        [sys.executable, "-m", "assistant", "index"],
        env=dict(os.environ, PINCITE_HOME=str(home)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    while process.poll() is None and not state(home):
        time.sleep(0.001)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said == ("", "")
