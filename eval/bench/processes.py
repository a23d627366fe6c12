"""Whole processes, started as a person starts them and measured to their end."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Spent:
    """What one process cost.

    Attributes:
        seconds: From its start to its end.
        peak_mib: The most memory it held, in MiB.
        output: What it wrote to standard output.
    """

    seconds: float
    peak_mib: float
    output: str


def run_measured(command: Sequence[str], home: Path) -> Spent:
    """Run a process to its end and measure it.

    Raises:
        RuntimeError: It failed; the message holds what it said.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, env=dict(os.environ, PINCITE_HOME=str(home)), stdout=output, stderr=errors
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        if process.returncode:
            raise RuntimeError(f"{command} failed: {errors.read().decode(errors='replace')}")
        return Spent(seconds, to_mib(usage.ru_maxrss), output.read().decode())


def pincite(*arguments: str) -> tuple[str, ...]:
    """Return the command line that runs Pincite with these arguments."""
    return (sys.executable, "-m", "assistant", *arguments)


def to_mib(maxrss: int) -> float:
    """Return a process's peak memory in MiB, from what the system counts it in."""
    # Linux counts kibibytes, macOS bytes.
    return maxrss / (1024**2 if sys.platform == "darwin" else 1024)
