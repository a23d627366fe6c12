"""Adding and removing documents in the background, for all visitors. Knows no Streamlit."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from corpus.errors import IndexBusyError, PinciteError, SettingsError
from ui.language import in_this_language, say
from ui.uploads import Staging, Upload

if TYPE_CHECKING:
    from assistant.settings import Settings
    from embeddings.indexing import FileReport, IndexReport

WorkState = Literal["running", "finished", "failed"]

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, steps done and steps in all."""

Stop = Callable[[], bool]
"""Tells whether the person wants the work to stop."""

WAITING = "waiting"
"""Name of the stage in which another program changes the library."""

_PAUSE = 1.0
"""Seconds between two looks whether it has ended."""

Task = Callable[[Progress, Stop], "Outcome"]
"""What is done in the background."""


@dataclass(frozen=True, slots=True)
class FileLine:
    """What became of one file.

    Attributes:
        name: As the person knows it.
        symbol: Of the document that came of it; empty if it was refused.
        reasons: Why it is flagged or refused.
    """

    name: str
    symbol: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the work.

    Attributes:
        read: In the library now.
        flagged: In the library now, but to be cited with care.
        unchanged: Were there before.
        refused: Not in the library.
        waiting: How many were not reached because the work was stopped.
        removed: Symbols of documents that were taken out.
    """

    read: tuple[FileLine, ...] = ()
    flagged: tuple[FileLine, ...] = ()
    unchanged: tuple[FileLine, ...] = ()
    refused: tuple[FileLine, ...] = ()
    waiting: int = 0
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkProgress:
    """How far the work is that was started last.

    Attributes:
        number: From 1; tells this work from those before it.
        state: Whether it still runs, or how it ended.
        stage: What it is doing.
        done: Steps of the stage that are done.
        total: Steps of the stage.
        began: When the stage began, in seconds of `time.monotonic`.
        stopping: Whether the person has asked it to stop.
        outcome: What came of it.
        error: Why it failed, in the person's words.
    """

    number: int
    state: WorkState = "running"
    stage: str = ""
    done: int = 0
    total: int = 1
    began: float = 0.0
    stopping: bool = False
    outcome: Outcome = Outcome()
    error: str = ""


class LibraryWork:
    """One change of the library at a time, in a thread of its own: it outlives the page.

    Args:
        settled: Called when the library has changed, before the work counts as finished: opens
            the new library, so that nobody who asks has to wait for it.
    """

    def __init__(self, settled: Callable[[], None] = lambda: None) -> None:
        self._settled = settled
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._latest: WorkProgress | None = None
        self._thread: threading.Thread | None = None

    @property
    def latest(self) -> WorkProgress | None:
        """The work that was started last; None if none was."""
        latest = self._latest
        if latest is not None and latest.state == "running" and self._stopped.is_set():
            return replace(latest, stopping=True)
        return latest

    @property
    def running(self) -> bool:
        """True while something is being done."""
        return self._latest is not None and self._latest.state == "running"

    def start(self, task: Task) -> bool:
        """Start a task.

        Returns:
            False if one runs already; nothing is started then.
        """
        with self._lock:
            if self.running:
                return False
            number = 1 if self._latest is None else self._latest.number + 1
            self._stopped = threading.Event()
            self._latest = WorkProgress(number, began=time.monotonic())
            self._thread = threading.Thread(
                target=in_this_language(partial(self._run, task)), daemon=True
            )
            self._thread.start()
        return True

    def stop(self) -> None:
        """Ask the work to stop after its next step; what is complete is kept."""
        self._stopped.set()

    def wait(self, seconds: float) -> None:
        """Wait until the work has ended, at most so long."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _run(self, task: Task) -> None:
        latest, stopped = self._latest, self._stopped
        assert latest is not None

        def progress(stage: str, done: int, total: int) -> None:
            nonlocal latest
            assert latest is not None
            began = latest.began if stage == latest.stage else time.monotonic()
            latest = replace(latest, stage=stage, done=done, total=total, began=began)
            self._latest = latest

        try:
            outcome = task(progress, stopped.is_set)
            self._settled()
        except IndexBusyError:
            self._latest = replace(latest, state="failed", error=say("library-busy"))
        except PinciteError as error:
            self._latest = replace(latest, state="failed", error=str(error))
        except BaseException as error:
            # Told to the person, for the thread has nobody else; and raised, for it is a bug.
            self._latest = replace(latest, state="failed", error=repr(error))
            raise
        else:
            self._latest = replace(latest, state="finished", outcome=outcome)


def adding(settings: Settings, uploads: Sequence[Upload]) -> Task:
    """Return the task that takes uploaded files into the library."""

    def task(progress: Progress, stop: Stop) -> Outcome:
        try:
            staging = Staging(uploads)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise SettingsError(say("cannot-stage", reason=reason)) from error
        try:
            return _patiently(
                lambda: _index(settings, staging.paths, staging.shown, progress, stop),
                progress,
                stop,
            )
        finally:
            staging.remove()

    return task


def adding_the_shipped_report(settings: Settings) -> Task:
    """Return the task that takes in the report that ships with Pincite."""

    def task(progress: Progress, stop: Stop) -> Outcome:
        from corpus.documents import shipped_report_path

        path = shipped_report_path()
        return _patiently(
            lambda: _index(settings, (path,), lambda text: text, progress, stop), progress, stop
        )

    return task


def removing(home: Path, symbols: Sequence[str]) -> Task:
    """Return the task that takes documents out of the library."""

    def task(progress: Progress, stop: Stop) -> Outcome:
        from embeddings.removal import remove_documents

        def remove() -> Outcome:
            gone = remove_documents(home, symbols, progress)
            return Outcome(removed=tuple(document.symbol for document in gone))

        return _patiently(remove, progress, stop)

    return task


def _patiently(change: Callable[[], Outcome], progress: Progress, stop: Stop) -> Outcome:
    """Change the library as soon as no other program does.

    Raises:
        IndexBusyError: Another program still does, and the person wants to stop.
    """
    while True:
        try:
            return change()
        except IndexBusyError:
            if stop():
                raise
            progress(WAITING, 0, 1)
            time.sleep(_PAUSE)


def _index(
    settings: Settings,
    paths: Sequence[Path],
    shown: Callable[[str], str],
    progress: Progress,
    stop: Stop,
) -> Outcome:
    from assistant.factory import prepare_reading
    from embeddings.indexing import index_files

    # One core is left to those who ask meanwhile.
    cores = max(1, (os.cpu_count() or 1) - 1)
    report = index_files(
        settings.home,
        paths,
        settings.fixed_model,
        progress,
        threads=settings.threads or cores,
        workers=cores,
        stop=stop,
    )
    if report.build is not None and not report.stopped:
        prepare_reading(settings, progress)
    return _outcome(report, shown)


def _outcome(report: IndexReport, shown: Callable[[str], str]) -> Outcome:
    def lines(files: Iterable[FileReport]) -> tuple[FileLine, ...]:
        return tuple(
            FileLine(shown(file.name), file.symbol, tuple(map(shown, file.reasons)))
            for file in files
        )

    files, build = report.files, report.build
    return Outcome(
        read=lines(files.read),
        flagged=lines(files.flagged),
        unchanged=lines(files.unchanged),
        refused=lines(files.refused),
        waiting=files.unread + (len(build.waiting) if build is not None else 0),
    )
