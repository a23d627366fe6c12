from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from assistant.settings import Settings
from corpus.errors import IndexBusyError, PinciteError, SettingsError
from embeddings.generations import building
from embeddings.listing import list_holdings
from ui.language import say
from ui.library_work import (
    WAITING,
    LibraryWork,
    Outcome,
    Progress,
    Stop,
    WorkProgress,
    adding,
    adding_the_shipped_report,
    removing,
)
from ui.uploads import Upload

SECONDS = 60.0


class Steps:
    """A task of two steps that waits between them."""

    def __init__(self, error: Exception | None = None) -> None:
        self.began = threading.Event()
        self.go_on = threading.Event()
        self.stopped = False
        self._error = error

    def __call__(self, progress: Progress, stop: Stop) -> Outcome:
        progress("reading files", 1, 2)
        self.began.set()
        assert self.go_on.wait(SECONDS)
        self.stopped = stop()
        if self._error:
            raise self._error
        progress("embedding units", 2, 2)
        return Outcome(waiting=int(self.stopped))


def started(steps: Steps, work: LibraryWork) -> LibraryWork:
    assert work.start(steps)
    assert steps.began.wait(SECONDS)
    return work


def ended(work: LibraryWork) -> WorkProgress:
    work.wait(SECONDS)
    assert work.latest is not None
    return work.latest


def test_work_tells_how_far_it_is_and_what_came_of_it() -> None:
    settled: list[bool] = []
    work = LibraryWork(settled=lambda: settled.append(work.running))
    steps = Steps()
    started(steps, work)
    assert work.running
    assert work.latest is not None
    assert (work.latest.stage, work.latest.done, work.latest.total) == ("reading files", 1, 2)
    steps.go_on.set()
    found = ended(work)
    assert (found.state, found.number, found.outcome) == ("finished", 1, Outcome())
    assert settled == [True]  # the new library is open before anybody is told


def test_there_is_one_change_at_a_time() -> None:
    steps, work = Steps(), LibraryWork()
    started(steps, work)
    assert not work.start(Steps())
    steps.go_on.set()
    ended(work)
    again = Steps()
    again.go_on.set()
    assert work.start(again)
    assert ended(work).number == 2


def test_work_is_asked_to_stop_and_says_so() -> None:
    steps, work = Steps(), LibraryWork()
    started(steps, work)
    work.stop()
    assert work.latest is not None
    assert work.latest.stopping
    steps.go_on.set()
    assert ended(work).outcome.waiting == 1
    assert steps.stopped


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (SettingsError("Mend it so."), "Mend it so."),
        (IndexBusyError("Another process is building: pincite index"), say("library-busy")),
    ],
)
def test_a_stated_error_is_told_in_the_persons_words(error: PinciteError, told: str) -> None:
    steps, work = Steps(error), LibraryWork()
    steps.go_on.set()
    work.start(steps)
    found = ended(work)
    assert (found.state, found.error) == ("failed", told)


def test_a_bug_is_told_too_and_frees_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    raised: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda found: raised.append(found.exc_type))
    steps, work = Steps(ZeroDivisionError("a bug")), LibraryWork()
    steps.go_on.set()
    work.start(steps)
    assert "a bug" in ended(work).error
    assert raised == [ZeroDivisionError]
    assert not work.running


def run(work: LibraryWork, task: object) -> WorkProgress:
    assert callable(task)
    assert work.start(task)
    return ended(work)


def test_files_are_added_and_documents_removed(copied_home: Path) -> None:
    settings, work = Settings(home=copied_home), LibraryWork()
    text = b"Report on the garden\n\n1. Pears were planted.\n\n2. Plums were planted.\n"
    uploads = [Upload("garden.txt", text), Upload("../broken.pdf", b"%PDF-1.4 nothing")]
    outcome = run(work, adding(settings, uploads)).outcome
    taken = (*outcome.read, *outcome.flagged)
    assert [(file.name, file.symbol) for file in taken] == [("garden.txt", "garden")]
    assert [file.name for file in outcome.refused] == ["broken.pdf"]
    assert outcome.refused[0].reasons[0].startswith("broken.pdf is a damaged PDF")
    assert [h.symbol for h in list_holdings(copied_home)] == ["CTOC/COP/WG.4/2011/8", "garden"]

    again = run(work, adding(settings, uploads[:1])).outcome
    assert [file.symbol for file in again.unchanged] == ["garden"]

    assert run(work, removing(copied_home, ["garden"])).outcome.removed == ("garden",)
    assert [h.symbol for h in list_holdings(copied_home)] == ["CTOC/COP/WG.4/2011/8"]
    gone = run(work, removing(copied_home, ["garden"]))
    assert (gone.state, "'garden'" in gone.error) == ("failed", True)


def test_a_library_that_another_program_changes_is_waited_for(copied_home: Path) -> None:
    work = LibraryWork()
    with building(copied_home):
        assert work.start(removing(copied_home, ["CTOC/COP/WG.4/2011/8"]))
        while work.latest is None or work.latest.stage != WAITING:
            time.sleep(0.01)
        assert len(list_holdings(copied_home)) == 1
    assert ended(work).outcome.removed == ("CTOC/COP/WG.4/2011/8",)


def test_nobody_has_to_wait_for_another_program(copied_home: Path) -> None:
    work = LibraryWork()
    with building(copied_home):
        assert work.start(removing(copied_home, ["CTOC/COP/WG.4/2011/8"]))
        work.stop()
        found = ended(work)
    assert (found.state, found.error) == ("failed", say("library-busy"))
    assert len(list_holdings(copied_home)) == 1


def test_the_shipped_report_is_there_already(copied_home: Path) -> None:
    found = run(LibraryWork(), adding_the_shipped_report(Settings(home=copied_home)))
    assert [file.symbol for file in found.outcome.unchanged] == ["CTOC/COP/WG.4/2011/8"]


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    found = run(LibraryWork(), adding(Settings(home=tmp_path), [Upload("a.txt", b"a")]))
    assert found.error == say("cannot-stage", reason="No such file or directory")
