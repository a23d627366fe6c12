"""Servers for a browser to visit: Pincite's, as `pincite chat` starts it, and a bare one."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from eval.bench.processes import pincite

BARE_PAGE = """
import streamlit as st

asked = st.session_state.setdefault("asked", [])
question = st.chat_input("Ask", key="question")
if question:
    asked.append(question)
    with st.container(key=f"turn-{len(asked) - 1}"), st.container(key="quote-0"):
        st.button("Read", key=f"reference-{len(asked)}")
"""
"""The yardstick of the page: the least that Streamlit can do to take a question and answer it.

Its elements have the names of Pincite's, so that both are looked at in the same way.
"""

_HOST = "127.0.0.1"
_PATIENCE = 120.0  # seconds until a server that does not listen is given up
_OFTEN = 0.005


@dataclass(frozen=True, slots=True)
class Served:
    """A server that listens.

    Attributes:
        address: What a browser opens.
        listening: When it began to listen, in milliseconds since 1970.
    """

    address: str
    listening: float


@contextmanager
def pincite_served(home: Path) -> Iterator[Served]:
    """Serve the page of a data folder as `pincite chat` does.

    Raises:
        RuntimeError: It does not come to listen; the message holds what it said.
    """
    port = free_port()
    environment = dict(os.environ, PINCITE_HOME=str(home))
    with _served(pincite("chat", "--port", str(port)), port, environment) as served:
        yield served


@contextmanager
def bare_served(folder: Path) -> Iterator[Served]:
    """Serve `BARE_PAGE`, which is written into a folder.

    Raises:
        RuntimeError: It does not come to listen; the message holds what it said.
    """
    page = folder / "bare.py"
    page.write_text(BARE_PAGE, encoding="utf-8")
    port = free_port()
    flags = {
        "server.address": _HOST,
        "server.port": str(port),
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
    }
    command = [sys.executable, "-P", "-m", "streamlit", "run", str(page)]
    command += [f"--{name}={value}" for name, value in flags.items()]
    with _served(command, port, dict(os.environ)) as served:
        yield served


def free_port() -> int:
    """Return a port of this machine that nothing listens on."""
    with socket.socket() as trial:
        trial.bind((_HOST, 0))
        port: int = trial.getsockname()[1]
        return port


@contextmanager
def _served(command: Sequence[str], port: int, environment: dict[str, str]) -> Iterator[Served]:
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, env=environment, stdout=said, stderr=said)
        try:
            _wait_until_listening(process, port, said)
            yield Served(f"http://{_HOST}:{port}", time.time() * 1000)
        finally:
            process.terminate()
            process.wait(timeout=30)


def _wait_until_listening(process: subprocess.Popen[bytes], port: int, said: IO[bytes]) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection((_HOST, port), timeout=1).close()
        except OSError:
            time.sleep(_OFTEN)
        else:
            return
    said.seek(0)
    raise RuntimeError(f"{process.args!r} does not listen: {said.read().decode(errors='replace')}")
