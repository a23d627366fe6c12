"""Opens the reranker of a data directory, and makes its export where there is none."""

from __future__ import annotations

import threading
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from embeddings.encoders import (
    EXPORT_STAGE,
    Progress,
    export_folder,
    remove_older_exports,
)
from embeddings.generations import building
from embeddings.reranker.config import is_intact
from embeddings.reranker.export import export_reranker
from embeddings.reranker.onnx_reranker import LogProbabilities, OnnxReranker
from embeddings.reranker.source import (
    NAME,
    hash_reranker,
    is_installed,
    known_sha256,
    locate_reranker,
)


class Reranker(Protocol):
    """Tells how likely a question is after a text."""

    def log_probabilities(self, question: str, text: str) -> LogProbabilities:
        """Return the log-probability of each of the question's tokens after the text."""
        ...


def ensure_reranker(home: Path, progress: Progress) -> None:
    """Export the reranker to a data directory if it is installed and not there, or damaged.

    Args:
        home: The data directory.
        progress: Called with a stage's name, steps done and steps in all.

    Raises:
        IndexBusyError: Another process is building the index.
        ModelError: Its files are damaged.
    """
    if not is_installed() or is_intact(_folder(home)):
        return
    with building(home):
        progress(EXPORT_STAGE, 0, 1)
        source = locate_reranker()
        export_reranker(source, hash_reranker(source), _folder(home))
        remove_older_exports(home, NAME, known_sha256())
        progress(EXPORT_STAGE, 1, 1)


def has_reranker(home: Path) -> bool:
    """Tell whether the reranker has been exported to a data directory."""
    return _folder(home).is_dir()


def open_when_asked(home: Path, *, threads: int = 0) -> Reranker:
    """Return a reranker that opens its export when it is first asked.

    Args:
        home: The data directory, where `has_reranker`.
        threads: Threads for one forward pass; 0 takes the cores this process may use.
    """
    return _Waiting(_folder(home), threads)


class _Waiting:
    """Opens when it is first needed; threads that call meanwhile wait for it."""

    _lock = threading.Lock()

    def __init__(self, folder: Path, threads: int) -> None:
        self._folder = folder
        self._threads = threads

    def log_probabilities(self, question: str, text: str) -> LogProbabilities:
        return self._opened().log_probabilities(question, text)

    def _opened(self) -> OnnxReranker:
        with self._lock:
            return _open(self._folder, self._threads)


@lru_cache(maxsize=1)
def _open(folder: Path, threads: int) -> OnnxReranker:
    """Open an export, once for all libraries that are opened again and again."""
    return OnnxReranker(folder, threads=threads)


def _folder(home: Path) -> Path:
    return export_folder(home, NAME, known_sha256())
