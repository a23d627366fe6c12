"""What the tests share: one real library of the shipped report, and the command line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from tests.support.once import made_once

if TYPE_CHECKING:
    from assistant.assistant import Assistant


READING = {"PINCITE_RERANK": "1"}
"""What turns the reranker on for a process of its own; it is off in tests unless they need it."""


class Run(Protocol):
    """Runs `pincite` as a person does: in a process of its own."""

    def __call__(
        self,
        *arguments: str | Path,
        home: Path | None = None,
        stdin: str = "",
        environment: Mapping[str, str] | None = None,
    ) -> subprocess.CompletedProcess[str]: ...


@pytest.fixture(scope="session", autouse=True)
def _own_data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep every test out of the data folder and the settings of whoever runs it."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [n for n in os.environ if n.startswith("PINCITE_")]:
            if name != "PINCITE_REQUIRE_BROWSER":
                patch.delenv(name)
        patch.setenv("PINCITE_HOME", str(tmp_path_factory.mktemp("empty_home")))
        # Its export takes ten seconds and 160 MB a library; `reading_home` has it.
        patch.setenv("PINCITE_RERANK", "0")
        yield


@pytest.fixture(scope="session")
def run_pincite() -> Run:
    """Return the program, its data folder an empty one unless a test names one."""

    def run(
        *arguments: str | Path,
        home: Path | None = None,
        stdin: str = "",
        environment: Mapping[str, str] | None = None,
    ) -> subprocess.CompletedProcess[str]:
        variables = {**os.environ, "COLUMNS": "100", **(environment or {})}
        if home is not None:
            variables["PINCITE_HOME"] = str(home)
        return subprocess.run(
            [sys.executable, "-m", "assistant", *map(str, arguments)],
            env=variables,
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            timeout=240,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def shipped_home(tmp_path_factory: pytest.TempPathFactory, run_pincite: Run) -> Path:
    """Return a data folder with the library of the shipped report; tests must not change it."""

    def index(home: Path) -> None:
        done = run_pincite("index", home=home)
        assert done.returncode == 0, done.stderr

    return made_once(tmp_path_factory, "shipped", index)


@pytest.fixture(scope="session")
def reading_home(
    tmp_path_factory: pytest.TempPathFactory, shipped_home: Path, run_pincite: Run
) -> Path:
    """Return a data folder like `shipped_home`, with the reranker; tests must not change it."""

    def index(home: Path) -> None:
        shutil.copytree(shipped_home, home, symlinks=True)
        done = run_pincite("index", home=home, environment=READING)
        assert done.returncode == 0, done.stderr

    return made_once(tmp_path_factory, "reading", index)


@pytest.fixture
def copied_home(shipped_home: Path, tmp_path: Path) -> Path:
    """Return a copy of the shipped library that a test may change."""
    return Path(shutil.copytree(shipped_home, tmp_path / "copied_home", symlinks=True))


@pytest.fixture(scope="session")
def assistant(shipped_home: Path) -> Assistant:
    """Return the assistant on the shipped report, with the real model."""
    from assistant.factory import open_assistant
    from assistant.settings import Settings

    return open_assistant(Settings(home=shipped_home))


@pytest.fixture(scope="session")
def reading_assistant(reading_home: Path) -> Assistant:
    """Return the assistant on the shipped report with everything on, as a person gets it."""
    from assistant.factory import open_assistant
    from assistant.settings import Settings

    return open_assistant(Settings(home=reading_home, rerank=True))
