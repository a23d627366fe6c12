"""Ctrl-C during long work: the first one stops it between two steps, the second one at once."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

INTERRUPTED = 130
"""Exit status after Ctrl-C: 128 + SIGINT, as of any Unix tool."""

_SAID = b"\nStopping after this step. Press Ctrl-C again to end at once.\n"


class Stopping:
    """Whether the person has pressed Ctrl-C.

    Attributes:
        gently: Whether there is work worth finishing: otherwise the first Ctrl-C ends at once.
    """

    def __init__(self) -> None:
        self.gently = False
        self._asked = False

    def __call__(self) -> bool:
        """Tell whether the work is to stop."""
        return self._asked

    def handle(self, number: int, frame: FrameType | None) -> None:
        """Take note of a Ctrl-C, or end at once."""
        del number, frame
        if self._asked or not self.gently:
            raise KeyboardInterrupt
        self._asked = True
        # Not through sys.stderr, which this may have interrupted.
        os.write(2, _SAID)


@contextmanager
def stop_on_ctrl_c() -> Iterator[Stopping]:
    """Turn Ctrl-C into a wish to stop while the block runs."""
    stopping = Stopping()
    before = signal.getsignal(signal.SIGINT)
    if before != signal.default_int_handler:  # Ignored, as of a job in the background.
        yield stopping
        return
    signal.signal(signal.SIGINT, stopping.handle)
    try:
        yield stopping
    finally:
        signal.signal(signal.SIGINT, before)
