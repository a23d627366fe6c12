"""Opens the reranker of a data directory, and makes its export where there is none."""

from __future__ import annotations

import threading
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from corpus.errors import PinciteError
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

    def prepare(self) -> None:
        """Begin to open what is needed, beside whatever the caller does next."""
        ...

    def log_probabilities(self, question: str, text: str, opening: str = "") -> LogProbabilities:
        """Return the log-probability of each of the question's tokens after the text.

        Args:
            question: At least one word.
            text: What is read before it.
            opening: What the text begins with, if other texts begin so too: it is read once.
        """
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
        self._prepared = False

    def prepare(self) -> None:
        if self._prepared:
            return
        self._prepared = True
        threading.Thread(target=self._try).start()

    def log_probabilities(self, question: str, text: str, opening: str = "") -> LogProbabilities:
        return self._opened().log_probabilities(question, text, opening)

    def _opened(self) -> OnnxReranker:
        with self._lock:
            return _open(self._folder, self._threads)

    def _try(self) -> None:
        # Who asks next meets the same error, and can tell it.
        with suppress(PinciteError):
            self._opened()


@lru_cache(maxsize=1)
def _open(folder: Path, threads: int) -> OnnxReranker:
    """Open an export, once for all libraries that are opened again and again."""
    return OnnxReranker(folder, threads=threads)


def _folder(home: Path) -> Path:
    return export_folder(home, NAME, known_sha256())
