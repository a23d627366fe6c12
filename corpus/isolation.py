"""Runs work on hostile input in processes of its own, which can be stopped at any time.

Why neither threads nor `multiprocessing`: a thread cannot be stopped; a forked copy of a process
that has threads (onnxruntime's, FAISS's, Streamlit's) may find a lock held for ever; and a process
that `multiprocessing` spawns runs the program's main module again, which fails where that came from
standard input, and starts over those that do not expect it. So a worker is a fresh interpreter
that is told over a pipe which function to call (`corpus.worker`); it never sees the main module.
It is no sandbox: it may do what the person may do.

A worker that crashes, hangs or asks for too much memory costs its own job alone: the next job gets
a new worker. Workers hear no Ctrl-C. They end when this process ends them, or ends itself, however
that comes about.
"""

from __future__ import annotations

import json
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYetError
from contextlib import suppress
from dataclasses import dataclass
from time import perf_counter
from typing import Generic, TypeVar

from corpus.limits import Limits
from corpus.worker import Reply, read_frame, read_reply, write_frame

Job = TypeVar("Job")
Value = TypeVar("Value")

_BOOT = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from corpus.worker import main
main()
"""
_LOOK_AHEAD = 4
"""Jobs begun for each worker before the first one's answer is taken away."""
_POLL = 0.2
"""Seconds between looks for Ctrl-C, which not every system lets through to a thread that waits."""
_SECONDS_TO_START = 60.0
"""That a worker may take until it is ready, on a machine that is busy with other things."""
_GRACE = 5.0
"""Seconds that a thread whose process was ended may take to notice."""
_MOST_WORKERS = 8
"""Most processes that are started unasked; each may take the whole limit on memory."""
_SIGNALS = frozenset(signal.Signals)


@dataclass(frozen=True, slots=True)
class Answer(Generic[Value]):
    """What became of one job.

    Attributes:
        value: What the work returned; None if it did not return.
        error: Message of the `PinciteError` that it raised; empty if none.
        fault: What else went wrong, as what follows the job's name in a sentence; empty if
            nothing did.
        seconds: Wall-clock time, with the start of a worker where one was started.
    """

    value: Value | None
    error: str = ""
    fault: str = ""
    seconds: float = 0.0


class Worker(Generic[Job, Value]):
    """One process at a time that does one kind of work, started when it is first needed.

    Args:
        work: An importable function, or a `functools.partial` of one.
        limits: On each job's time and on the process's memory.
    """

    def __init__(self, work: Callable[[Job], Value], limits: Limits) -> None:
        self._setup = pickle.dumps((work, limits), pickle.HIGHEST_PROTOCOL)
        self._seconds = limits.seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._stopped = False

    def do(self, job: Job) -> Answer[Value]:
        """Do one job and return what became of it; raises nothing that the job raises."""
        began = perf_counter()
        try:
            reply, late = self._ask(pickle.dumps(job, pickle.HIGHEST_PROTOCOL))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            return Answer(None, fault=f"got no process to be read in: {reason}. Try again.")
        fault = ""
        if reply is None:
            fault, reply = self._how_it_ended(late), Reply(None)
        elif reply.retire:
            self._discard()
        seconds = perf_counter() - began
        return Answer(reply.value, reply.error, reply.fault or fault, seconds)

    def stop(self) -> None:
        """End the process at once, from any thread; a job that it is at ends with a fault."""
        with self._lock:
            self._stopped = True
            if self._process is not None:
                self._process.kill()

    def close(self) -> None:
        """End the process and release what it took; only when no job is going on."""
        self.stop()
        self._discard()

    def _ask(self, request: bytes) -> tuple[Reply | None, bool]:
        """Return the reply to a request, None if the process ended, and whether it took too long.

        A process that is not running is started; that has its own time.
        """
        with self._lock:
            if self._stopped:
                raise OSError(0, "reading was stopped")
            process, fresh = self._process or _start(), self._process is None
            self._process = process
        if fresh:
            ready, late = _exchange(process, self._setup, _SECONDS_TO_START)
            if ready is None or ready.fault:
                return ready, late
        return _exchange(process, request, self._seconds)

    def _discard(self, grace: float = 0.0) -> int:
        """End the process, after a grace in seconds, and return its exit status."""
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            return 0
        with suppress(subprocess.TimeoutExpired):
            process.wait(grace)
        process.kill()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):  # what it did not take any more is of no interest
                if pipe is not None:
                    pipe.close()
        return process.wait()

    def _how_it_ended(self, late: bool) -> str:
        status = self._discard(grace=0.0 if late or self._stopped else 1.0)
        if late:
            return f"took longer than {self._seconds:g} seconds and was stopped. Split it."
        if self._stopped:
            return "was stopped. Try again."
        if status == -signal.SIGKILL:
            return "was stopped by the system, perhaps for want of memory. Split it."
        how = signal.Signals(-status).name if -status in _SIGNALS else f"status {status}"
        return f"made the program that reads it fail ({how}). It may be damaged: save it anew."


def run_all(
    work: Callable[[Job], Value], jobs: Iterable[Job], limits: Limits, workers: int = 0
) -> Generator[Answer[Value], None, None]:
    """Do jobs side by side and yield their answers in the jobs' order.

    Only a few jobs are taken ahead of the answer that is waited for, so that nothing piles up.
    All processes are ended when the iteration ends, for whatever reason.

    Args:
        work: An importable function, or a `functools.partial` of one.
        jobs: Taken one by one, in the thread that iterates.
        limits: On each job's time, and on each process's memory.
        workers: Processes; 0 takes as many as there are cores that this process may use.
    """
    count = workers or default_workers()
    crew = [Worker(work, limits) for _ in range(count)]
    inbox: queue.SimpleQueue[tuple[Job, Future[Answer[Value]]] | None] = queue.SimpleQueue()
    threads = [threading.Thread(target=_serve, args=(w, inbox), daemon=True) for w in crew]
    for thread in threads:
        thread.start()
    waiting: deque[Future[Answer[Value]]] = deque()
    try:
        for job in jobs:
            future: Future[Answer[Value]] = Future()
            waiting.append(future)
            inbox.put((job, future))
            if len(waiting) >= count * _LOOK_AHEAD:
                yield _wait_for(waiting.popleft())
        while waiting:
            yield _wait_for(waiting.popleft())
    finally:
        for worker in crew:
            worker.stop()
        for _ in crew:
            inbox.put(None)
        for worker, thread in zip(crew, threads, strict=True):
            thread.join(_GRACE)
            if not thread.is_alive():
                worker.close()


def default_workers() -> int:
    """Return the number of cores that this process may use, or a few if there are very many."""
    cores = os.cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        cores = len(os.sched_getaffinity(0))
    return min(cores, _MOST_WORKERS)


def _serve(
    worker: Worker[Job, Value],
    inbox: queue.SimpleQueue[tuple[Job, Future[Answer[Value]]] | None],
) -> None:
    while (task := inbox.get()) is not None:
        job, future = task
        try:
            future.set_result(worker.do(job))
        except BaseException as error:  # a bug here must not leave the other side waiting
            future.set_exception(error)


def _wait_for(future: Future[Answer[Value]]) -> Answer[Value]:
    while True:
        with suppress(NotYetError):
            return future.result(_POLL)


def _start() -> subprocess.Popen[bytes]:
    paths = [path or os.getcwd() for path in sys.path]
    mode = f"utf8={int(sys.flags.utf8_mode)}"
    return subprocess.Popen(
        [sys.executable, "-P", "-X", mode, "-c", _BOOT, json.dumps(paths)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # so that Ctrl-C does not reach it
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _exchange(
    process: subprocess.Popen[bytes], request: bytes, seconds: float
) -> tuple[Reply | None, bool]:
    """Return a process's reply, None if it ends without one, and whether it was ended for time."""
    assert process.stdin is not None and process.stdout is not None
    late = threading.Event()

    def end() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        write_frame(process.stdin, request)
        payload = read_frame(process.stdout)
    except OSError:
        payload = None
    finally:
        timer.cancel()
    reply = None if payload is None or late.is_set() else read_reply(payload)
    return reply, late.is_set()
