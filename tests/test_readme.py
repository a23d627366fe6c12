"""What the README shows is what happens."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from embeddings.reranker.source import PACKAGE
from tests.conftest import READING

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")

TIMING = re.compile(r"\d+(?:\.\d+)? ?m?s\b")
"""A duration: it differs from machine to machine, so it is left out of both sides."""


@dataclass(frozen=True, slots=True)
class Example:
    """A command of a console block and the lines printed under it."""

    command: str
    shown: tuple[str, ...]


def examples() -> list[Example]:
    found: list[Example] = []
    for block in re.findall(r"^```console\n(.*?)^```", README, re.MULTILINE | re.DOTALL):
        for piece in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *shown = piece.rstrip("\n").split("\n")
            while command.endswith("\\") and shown:
                command = command[:-1] + shown.pop(0).strip()
            found.append(Example(command, tuple(shown)))
    return found


PINCITE = [e for e in examples() if e.command.startswith(("pincite ", "python -m assistant "))]


def folded(line: str) -> str:
    return " ".join(TIMING.sub("", line).split())


def expected(shown: tuple[str, ...]) -> list[str]:
    """Return what must be printed, in order: ``…`` stands for any lines, or a line's rest."""
    lines = [folded(line.rstrip().removesuffix("…")) for line in shown]
    return [line for line in lines if line]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder where the README's commands can run as in the repository's root."""
    made = tmp_path_factory.mktemp("readme")
    for entry in ROOT.iterdir():
        if entry.name in {"corpus", "docs", "eval"}:
            (made / entry.name).symlink_to(entry)
    return made


def test_it_names_the_two_commands_that_everybody_needs() -> None:
    assert "make chat" in README
    assert "make test" in README


def test_it_shows_commands() -> None:
    assert any(e.command.startswith("pincite ask ") and e.shown for e in PINCITE)
    assert any(e.command.startswith("pincite show ") and e.shown for e in PINCITE)


def test_the_make_targets_it_names_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)\b", README)) - {"sure", "it", "them"} <= targets


def test_the_reranker_is_installed_in_the_version_whose_weights_are_known() -> None:
    assert f"`pip install {PACKAGE}`" in README
    assert f"RERANKER := {PACKAGE}\n" in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_the_files_it_links_to_exist() -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", README)
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("example", PINCITE, ids=lambda e: e.command)
def test_a_command_it_shows_prints_what_it_shows(
    example: Example, reading_home: Path, folder: Path
) -> None:
    if example.command.startswith("pincite chat"):
        pytest.skip("serves until it is stopped: tests/ui drives it")
    program = f"{shlex.quote(sys.executable)} -P -m assistant"
    command = re.sub(r"(?:^|(?<=\| ))(?:pincite|python -m assistant)\b", program, example.command)
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=folder,
        env={**os.environ, **READING, "PINCITE_HOME": str(reading_home), "COLUMNS": "100"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )
    said = done.stdout + done.stderr
    # An example may show a stated error on purpose.
    states_error = any(line.startswith("Error: ") for line in example.shown)
    assert done.returncode == int(states_error), said
    printed = [folded(line) for line in said.splitlines()]
    at = 0
    for wanted in expected(example.shown):
        places = [i for i in range(at, len(printed)) if wanted in printed[i]]
        assert places, f"not printed (in this order): {wanted!r}\nprinted:\n{said}"
        at = places[0]
