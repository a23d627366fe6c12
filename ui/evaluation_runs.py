"""Evaluations that run in the background, shared by all visitors. Knows no Streamlit."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from corpus.errors import PinciteError
from eval.record import RESULTS

RunState = Literal["running", "finished", "cancelled", "failed"]

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, steps done and steps in all."""

Evaluate = Callable[[Path, Sequence[str], Path | None, Path, Progress], None]
"""Runs a set's file, systems and a library's home (None: the shipped report), into a folder."""


class CancelledError(Exception):
    """The person has cancelled the run."""


@dataclass(frozen=True, slots=True)
class RunProgress:
    """How far the run is that was started last.

    Attributes:
        set_name: What was chosen.
        state: Whether it still runs, or how it ended.
        stage: What it is doing.
        done: Steps of the stage that are done.
        total: Steps of the stage.
        folder: Where the results are, or will be.
        error: Why it failed, in the person's words.
    """

    set_name: str
    state: RunState
    stage: str
    done: int
    total: int
    folder: Path
    error: str = ""


class BackgroundRuns:
    """One evaluation at a time, in a thread of its own: it outlives the page that started it.

    Args:
        evaluate: Does the work; stops when `Progress` raises.
    """

    def __init__(self, evaluate: Evaluate) -> None:
        self._evaluate = evaluate
        self._lock = threading.Lock()
        self._cancelled = threading.Event()
        self._latest: RunProgress | None = None
        self._thread: threading.Thread | None = None

    @property
    def latest(self) -> RunProgress | None:
        """The run that was started last; None if none was."""
        return self._latest

    @property
    def running(self) -> bool:
        """True while one runs."""
        return self._latest is not None and self._latest.state == "running"

    def start(
        self, set_name: str, questions: Path, systems: Sequence[str], home: Path | None, root: Path
    ) -> bool:
        """Start a run.

        Args:
            set_name: What the set is called.
            questions: The set's file.
            systems: Names of those to ask.
            home: Data folder of the library; None for the shipped report alone.
            root: Folder in which the run gets a folder of its own.

        Returns:
            False if one runs already; nothing is started then.
        """
        with self._lock:
            if self.running:
                return False
            folder = new_folder(root, questions.stem)
            self._cancelled = threading.Event()
            self._latest = RunProgress(set_name, "running", "", 0, 1, folder)
            self._thread = threading.Thread(
                target=self._run, args=(questions, tuple(systems), home), daemon=True
            )
            self._thread.start()
        return True

    def cancel(self) -> None:
        """Ask the run to stop; it does so before its next question."""
        self._cancelled.set()

    def wait(self, seconds: float) -> None:
        """Wait until the run has ended, at most so long."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _run(self, questions: Path, systems: Sequence[str], home: Path | None) -> None:
        latest, cancelled = self._latest, self._cancelled
        assert latest is not None

        def tell(state: RunState, stage: str, done: int, total: int, error: str = "") -> None:
            self._latest = RunProgress(
                latest.set_name, state, stage, done, total, latest.folder, error
            )

        def progress(stage: str, done: int, total: int) -> None:
            if cancelled.is_set():
                raise CancelledError
            tell("running", stage, done, total)

        try:
            self._evaluate(questions, systems, home, latest.folder, progress)
        except CancelledError:
            tell("cancelled", "", 0, 1)
        except PinciteError as error:
            tell("failed", "", 0, 1, str(error))
        except BaseException as error:
            # Told to the person, for the thread has nobody else; and raised, for it is a bug.
            tell("failed", "", 0, 1, repr(error))
            raise
        else:
            tell("finished", "", 1, 1)


def evaluate_into(
    questions: Path, systems: Sequence[str], home: Path | None, folder: Path, progress: Progress
) -> None:
    """Ask every question of a set and write results and report, as `python -m eval run` does.

    Raises:
        PinciteError: The set, the library or the folder cannot be used.
    """
    from eval.library import open_settings, open_systems
    from eval.questions import load_questions
    from eval.report.recorded import read_run
    from eval.report.write import write_report
    from eval.results import make_folder, write_results
    from eval.runner import evaluate

    loaded = load_questions(questions)
    opened, catalogue = open_systems(systems, open_settings(home, progress))
    evaluation = evaluate(loaded, opened, catalogue, progress=progress)
    make_folder(folder)
    write_results(evaluation, folder)
    write_report([read_run(folder)], folder)


def new_folder(root: Path, name: str) -> Path:
    """Return a folder for a run that no run has yet."""
    stamp = datetime.now().strftime("%Y-%m-%d %H.%M.%S")
    folder = root / f"{name} {stamp}"
    number = 2
    while folder.exists():
        folder = root / f"{name} {stamp} ({number})"
        number += 1
    return folder


def finished_runs(roots: Sequence[Path]) -> tuple[Path, ...]:
    """Return the folders in `roots` that hold results, those written last first."""
    files = [file for root in roots for file in root.glob(f"*/{RESULTS}")]
    newest_first = sorted(files, key=lambda file: file.stat().st_mtime, reverse=True)
    return tuple(dict.fromkeys(file.parent for file in newest_first))
