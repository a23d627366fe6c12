"""The inside of a worker process: takes jobs from a pipe and answers on another.

`corpus.isolation` starts it and says why it is built so. Both sides share the frames: a length in
eight bytes and a pickle. The worker believes what it is told; the other side takes plain values
and classes of `corpus` only, since what a worker says may come from a hostile file.
"""

from __future__ import annotations

import io
import os
import pickle
import queue
import signal
import struct
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any

from corpus.errors import PinciteError
from corpus.limits import Limits

MAX_FRAME = 1 << 30
_LENGTH = struct.Struct(">Q")
_ALARM_AFTER = 10.0
"""Seconds beyond a job's limit after which the system ends a worker that nobody else ended."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a worker says of a job.

    Attributes:
        value: What the work returned; None if it raised.
        error: Message of the `PinciteError` that it raised; empty if none.
        fault: What else it raised, as what follows the job's name in a sentence.
        retire: Whether the worker has grown so much that another should do the next job.
    """

    value: Any
    error: str = ""
    fault: str = ""
    retire: bool = False


class _PlainUnpickler(pickle.Unpickler):
    """Reads replies; a pickle could otherwise call any function there is."""

    def find_class(self, module: str, name: str) -> type:
        found = super().find_class(module, name) if module.startswith("corpus.") else None
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"a reply may not hold {module}.{name}")
        return found


def write_frame(stream: IO[bytes], payload: bytes) -> None:
    """Write one frame."""
    stream.write(_LENGTH.pack(len(payload)))
    stream.write(payload)
    stream.flush()


def read_frame(stream: IO[bytes]) -> bytes | None:
    """Return the next frame's payload, None where the stream ends or makes no sense."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    payload = stream.read(length) if length <= MAX_FRAME else b""
    return payload if len(payload) == length else None


def read_reply(payload: bytes) -> Reply | None:
    """Return the reply in a frame, None if it is none."""
    try:
        reply = _PlainUnpickler(io.BytesIO(payload)).load()
    except Exception:  # a damaged pickle raises anything
        return None
    return reply if isinstance(reply, Reply) else None


def main() -> None:
    """Serve jobs until the other side closes its end."""
    requests, replies = _take_pipes()
    with suppress(AttributeError):  # Windows has no alarms
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
    inbox: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(requests, inbox), daemon=True).start()
    try:
        work, limits = pickle.loads(inbox.get())
    except Exception as error:  # e.g. a library that is not installed
        why = " ".join(f"{type(error).__name__}: {error}".split())
        fault = f"could not be read: {why}. Install Pincite again."
        write_frame(replies, pickle.dumps(Reply(None, fault=fault, retire=True)))
        return
    start = address_space()
    _limit_resources(start, limits)
    write_frame(replies, pickle.dumps(Reply(None)))
    while True:
        job = inbox.get()
        _set_alarm(limits.seconds + _ALARM_AFTER)
        write_frame(replies, _answer(work, job, start, limits))
        _set_alarm(0)


def address_space() -> int:
    """Return the bytes of address space that this process has; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as stream:
            return int(stream.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, AttributeError):
        return 0


def _take_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Return the pipes, and let whatever prints or reads otherwise do so from nowhere."""
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    return requests, replies


def _receive(requests: IO[bytes], inbox: queue.SimpleQueue[bytes]) -> None:
    """Pass requests on; end the process as soon as there can be no more, whatever it is at."""
    while (payload := read_frame(requests)) is not None:
        inbox.put(payload)
    os._exit(0)


def _limit_resources(start: int, limits: Limits) -> None:
    try:
        import resource
    except ImportError:
        return
    bounds = {resource.RLIMIT_CORE: 0}
    if limits.memory and start:
        bounds[resource.RLIMIT_AS] = start + limits.memory
    for which, bound in bounds.items():
        hard = resource.getrlimit(which)[1]
        soft = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
        with suppress(OSError, ValueError):
            resource.setrlimit(which, (soft, hard))


def _set_alarm(seconds: float) -> None:
    """Have the system end this process by then, even from inside a library's endless loop."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _answer(work: Callable[[Any], object], job: bytes, start: int, limits: Limits) -> bytes:
    """Do a job and return the frame's payload that answers it."""
    try:
        reply = Reply(work(pickle.loads(job)))
        retire = bool(start) and address_space() - start > limits.memory // 4 > 0
        payload = pickle.dumps(Reply(reply.value, retire=retire), pickle.HIGHEST_PROTOCOL)
        if len(payload) <= MAX_FRAME:
            return payload
        reply = Reply(None, fault="holds more text than can be taken in. Split it.")
    except PinciteError as error:
        reply = Reply(None, error=str(error))
    except MemoryError:
        reply = Reply(None, fault=_too_big(limits), retire=True)
    except Exception as error:  # a bug, but not one that may stop the other files
        reply = Reply(
            None,
            fault=f"could not be read: {type(error).__name__}. "
            "Report it with the file: pincite inspect FILE",
        )
    return pickle.dumps(reply)


def _too_big(limits: Limits) -> str:
    return f"needs more than {limits.memory / (1 << 30):.2g} GiB of memory to be read. Split it."


if __name__ == "__main__":
    sys.exit("This module is started by corpus.isolation.")
