"""Answers need neither torch nor a network, and a start loads nothing that it does not use."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.documents import shipped_report_path

RUN_AND_LIST_MODULES = """
import sys
from assistant.__main__ import main
status = main(sys.argv[1:])
assert status == 0, status
import json
sys.stderr.write(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""

RUN_WITHOUT_SOCKETS = """
import socket, sys
def refuse(*arguments, **named):
    raise RuntimeError("a network connection was tried")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
socket.create_connection = refuse
from assistant.__main__ import main
sys.exit(main(sys.argv[1:]))
"""

NO_TORCH = {"torch", "transformers", "sentence_transformers"}
NOT_FOR_READING = NO_TORCH | {"onnxruntime", "streamlit", "ir_measures", "huggingface_hub"}


def modules_after(home: Path, *arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", RUN_AND_LIST_MODULES, *arguments],
        env=dict(os.environ, PINCITE_HOME=str(home)),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stderr))


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask", "Who chaired the meeting?"),
        ("ask", "Who chaired the meeting?", "--json"),
        ("search", "organ removal"),
        ("show", "25"),
    ],
    ids=" ".join,
)
def test_answers_never_import_torch(shipped_home: Path, arguments: tuple[str, ...]) -> None:
    loaded = modules_after(shipped_home, *arguments)
    assert "assistant" in loaded
    assert loaded & (NO_TORCH | {"streamlit", "ir_measures"}) == set()


def test_showing_a_reference_loads_no_model(shipped_home: Path) -> None:
    assert modules_after(shipped_home, "show", "25") & NOT_FOR_READING == set()


def test_inspecting_a_file_loads_no_model_and_no_index(tmp_path: Path) -> None:
    text = str(next(shipped_report_path().parent.glob("*.txt")))
    assert (
        modules_after(tmp_path / "none", "inspect", text) & (NOT_FOR_READING | {"faiss"}) == set()
    )


COMMANDS = [
    ("index",),
    ("ask", "Who chaired the meeting?"),
    ("search", "organ removal"),
    ("show", "25"),
]


def test_every_command_works_where_sockets_are_refused(shipped_home: Path) -> None:
    for command in COMMANDS:
        done = subprocess.run(
            [sys.executable, "-c", RUN_WITHOUT_SOCKETS, *command],
            env=dict(os.environ, PINCITE_HOME=str(shipped_home)),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr


def can_unplug() -> bool:
    if shutil.which("unshare") is None:
        return False
    tried = subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False)
    return tried.returncode == 0


@pytest.mark.skipif(not can_unplug(), reason="this system has no unshare -rn")
def test_from_nothing_to_an_answer_with_the_network_unplugged(tmp_path: Path) -> None:
    for command in COMMANDS:
        done = subprocess.run(
            ["unshare", "-rn", sys.executable, "-m", "assistant", *command],
            env=dict(os.environ, PINCITE_HOME=str(tmp_path / "home")),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
