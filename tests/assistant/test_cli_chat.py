"""`pincite chat` builds what is missing, serves, and ends when told to."""

from __future__ import annotations

import json
import os
import selectors
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def start(home: Path, port: int, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "assistant", "chat", "--port", str(port)],
        cwd=folder,
        env=dict(os.environ, PINCITE_HOME=str(home)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def read_until(process: subprocess.Popen[str], words: str, seconds: float = 120) -> str:
    """Return what was printed up to some words; whatever was printed if it ends before."""
    assert process.stdout is not None
    said, limit = "", time.monotonic() + seconds
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while words not in said and time.monotonic() < limit:
            if selector.select(timeout=1):
                line = process.stdout.readline()
                if not line:
                    break
                said += line
    return said


def said_until_served(home: Path, port: int, folder: Path) -> str:
    """Return what is printed up to the address, or whatever is if it is never served."""
    process = start(home, port, folder)
    try:
        return read_until(process, f"http://127.0.0.1:{port}")
    finally:
        process.kill()
        process.communicate()


def fetch(url: str) -> int:
    with urllib.request.urlopen(url, timeout=30) as answer:
        return int(answer.status)


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_told_to_end(
    shipped_home: Path, tmp_path: Path, told: signal.Signals
) -> None:
    # A folder named ui where the person happens to be must not be taken for the page.
    (tmp_path / "ui").mkdir()
    port = free_port()
    process = start(shipped_home, port, tmp_path)
    try:
        said = read_until(process, f"http://127.0.0.1:{port}")
        assert f"http://127.0.0.1:{port}" in said
        assert fetch(f"http://127.0.0.1:{port}/") == 200
        process.send_signal(told)
        rest, _ = process.communicate(timeout=60)
    finally:
        process.kill()
        process.wait()
    assert process.returncode == 0, said + rest
    assert "Traceback" not in said + rest


def test_without_an_index_it_builds_the_shipped_reports_first(
    shipped_home: Path, tmp_path: Path
) -> None:
    home, port = tmp_path / "home", free_port()
    # The exported model alone, to save the time of exporting it again.
    shutil.copytree(shipped_home / "models", home / "models")
    said = said_until_served(home, port, tmp_path)
    assert "Nothing is indexed yet" in said
    assert f"http://127.0.0.1:{port}" in said
    assert (home / "CURRENT").exists()


def test_a_library_of_an_earlier_version_is_brought_up_to_date_first(
    shipped_home: Path, tmp_path: Path
) -> None:
    home, port = tmp_path / "home", free_port()
    shutil.copytree(shipped_home, home)
    stated = next((home / "models").glob("MiniLM*")) / "encoder.json"
    raw = json.loads(stated.read_text(encoding="utf-8"))
    stated.write_text(json.dumps(raw | {"format_version": 1}), encoding="utf-8")
    said = said_until_served(home, port, tmp_path)
    assert "has format 1" in said
    assert f"http://127.0.0.1:{port}" in said
    assert json.loads(stated.read_text(encoding="utf-8")) == raw
