"""`eval` is the work here: whatever a job says is done in the worker's process."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.isolation import Worker, run_all
from corpus.limits import Limits
from corpus.worker import Reply, address_space, read_reply

ROOT = Path(__file__).parents[2]
QUICK = Limits(seconds=30)


def answers(*jobs: str, limits: Limits = QUICK, workers: int = 1) -> list[object]:
    """Return the value of each job, or what is said instead."""
    done = run_all(eval, jobs, limits, workers)
    return [a.value if a.value is not None else a.error or a.fault for a in done]


def wait_until(true: Callable[[], bool]) -> bool:
    """Tell whether something comes true within ten seconds."""
    end = time.monotonic() + 10
    while not true() and time.monotonic() < end:
        time.sleep(0.02)
    return true()


def is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(") ")[2][0]
    except OSError:
        return False
    return state not in "ZX"


def test_answers_come_in_the_order_of_the_jobs() -> None:
    jobs = [f"__import__('time').sleep({0.3 if n == 0 else 0}) or {n}" for n in range(9)]
    assert answers(*jobs, workers=2) == list(range(9))


def test_one_worker_does_many_jobs_in_another_process() -> None:
    first, second = answers("__import__('os').getpid()", "__import__('os').getpid()")
    assert first == second != os.getpid()


def test_a_job_that_hangs_is_stopped_and_costs_itself_alone() -> None:
    jobs = ("1", "__import__('time').sleep(60)", "[0 for _ in iter(int, 1)]", "2")
    stopped = "took longer than 2 seconds and was stopped. Split it."
    began = time.monotonic()
    assert answers(*jobs, limits=Limits(seconds=2)) == [1, stopped, stopped, 2]
    assert time.monotonic() - began < 50


@pytest.mark.parametrize(
    ("job", "how"),
    [
        ("__import__('os')._exit(3)", "status 3"),
        ("__import__('os').abort()", "SIGABRT"),
        ("__import__('signal').raise_signal(11)", "SIGSEGV"),
        ("__import__('ctypes').string_at(0)", "SIGSEGV"),
    ],
)
def test_a_worker_that_dies_is_replaced(job: str, how: str) -> None:
    fault = f"made the program that reads it fail ({how}). It may be damaged: save it anew."
    assert answers("1", job, "2") == [1, fault, 2]


def test_a_worker_that_the_system_kills_is_replaced() -> None:
    job = "__import__('os').kill(__import__('os').getpid(), 9)"
    fault = "was stopped by the system, perhaps for want of memory. Split it."
    assert answers(job, "2") == [fault, 2]


@pytest.mark.skipif(not address_space(), reason="this system does not tell a process's memory")
def test_memory_is_bounded_above_what_the_worker_starts_with() -> None:
    limits = Limits(seconds=30, memory=256 << 20)
    fault = "needs more than 0.25 GiB of memory to be read. Split it."
    jobs = ("len(bytes(200 << 20))", "len(bytes(300 << 20))", "2")
    assert answers(*jobs, limits=limits) == [200 << 20, fault, 2]


@pytest.mark.skipif(not address_space(), reason="this system does not tell a process's memory")
def test_a_worker_that_has_grown_is_replaced_before_it_costs_an_innocent_file() -> None:
    grow = "globals().setdefault('kept', []).append(bytes(50 << 20)) or __import__('os').getpid()"
    pids = answers(*[grow] * 9, limits=Limits(seconds=30, memory=160 << 20))
    assert all(isinstance(pid, int) for pid in pids)
    assert len(set(pids)) > 1


def test_a_stated_error_comes_as_it_is_and_a_bug_by_its_name() -> None:
    stated = "(_ for _ in ()).throw(__import__('corpus.errors').errors.UnreadableFileError('x.'))"
    bug = "could not be read: ZeroDivisionError. Report it with the file: pincite inspect FILE"
    assert answers(stated, "1 / 0", "2") == ["x.", bug, 2]


def test_what_cannot_be_sent_back_is_a_bug_of_that_job_alone() -> None:
    lost, kept = answers("lambda: 1", "2")
    assert "could not be read: PicklingError" in str(lost) or "AttributeError" in str(lost)
    assert kept == 2


def test_what_a_library_prints_or_asks_for_does_no_harm() -> None:
    prints = "[print('x' * 99), __import__('os').write(1, b'y' * 99), 1][-1]"
    assert answers(prints, "__import__('sys').stdin.read() or 2", "3") == [1, 2, 3]


def test_a_reply_can_name_no_function() -> None:
    class Evil:
        def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
            return os.system, ("echo evil",)

    assert read_reply(pickle.dumps(Reply(Evil()))) is None
    assert read_reply(pickle.dumps(Reply(len))) is None
    assert read_reply(b"junk") is None
    assert read_reply(pickle.dumps(Reply(("a", 1)))) == Reply(("a", 1))


def test_jobs_are_taken_as_answers_are() -> None:
    taken: list[int] = []

    def jobs() -> Iterator[str]:
        for n in range(100):
            taken.append(n)
            yield str(n)

    done = run_all(eval, jobs(), QUICK, 1)
    assert next(done).value == 0
    assert len(taken) <= 5
    done.close()


def test_closing_ends_the_processes() -> None:
    done = run_all(eval, ["__import__('os').getpid()", "__import__('time').sleep(60)"], QUICK, 1)
    job = next(done)
    assert isinstance(job.value, int)
    done.close()
    assert wait_until(lambda: not is_alive(job.value or 0))


def test_workers_serve_any_thread() -> None:
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.extend(answers("1", "2"))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, found)) == ["1", "1", "2", "2"]


def test_a_stopped_worker_does_no_more() -> None:
    worker: Worker[str, int] = Worker(eval, QUICK)
    assert worker.do("1").value == 1
    worker.close()
    assert worker.do("1").fault == "got no process to be read in: reading was stopped. Try again."


PROGRAM = """
from corpus.isolation import run_all
from corpus.limits import Limits
print([answer.value for answer in run_all(eval, ["1", "2"], Limits(), 2)])
"""


@pytest.mark.parametrize("way", ["-c", "-", "file without a guard"])
def test_programs_whose_main_module_cannot_be_imported_can_use_it(way: str, tmp_path: Path) -> None:
    file = tmp_path / "odd name.py"
    file.write_text(PROGRAM, encoding="utf-8")
    arguments = {"-c": ["-c", PROGRAM], "-": ["-"]}.get(way, [str(file)])
    done = subprocess.run(
        [sys.executable, *arguments],
        input=PROGRAM if way == "-" else "",
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("[1, 2]\n", "")


HANGING = """
import sys
from corpus.isolation import run_all
from corpus.limits import Limits
jobs = ["__import__('os').getpid()", "__import__('time').sleep(99)", "[0 for _ in iter(int, 1)]"]
try:
    for answer in run_all(eval, jobs, Limits(), 2):
        print(answer.value, flush=True)
except KeyboardInterrupt:
    sys.exit(130)
"""


@pytest.mark.skipif(os.name == "nt", reason="signals as POSIX has them")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_workers_end_with_the_program_and_say_nothing(how: signal.Signals) -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", HANGING],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    assert program.stdout is not None
    worker = int(program.stdout.readline())
    time.sleep(0.3)
    os.killpg(program.pid, how)  # what a terminal does at Ctrl-C
    _, errors = program.communicate(timeout=10)
    assert errors == ""
    assert program.returncode == (130 if how == signal.SIGINT else -how)
    assert wait_until(lambda: not is_alive(worker))
