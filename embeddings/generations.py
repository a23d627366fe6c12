"""The data directory: generations of an index, and the pointer to the one in use.

``CURRENT`` names the generation in use and is replaced in one step when a new one lies whole
on the disk. The generation before stays until the next build, because a reader that has just
read the pointer may still be opening it. See docs/decisions/0003-index-generations.md.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator, Set
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from corpus.errors import (
    IndexBusyError,
    IndexDamagedError,
    IndexMissingError,
    SettingsError,
    reason_of,
)
from embeddings.durable import replace_durably, sync_folder
from embeddings.holdings import HOLDINGS_FILE, files_of, read_holdings
from embeddings.journal import remove_stale_journals
from embeddings.originals import sweep_originals

POINTER = "CURRENT"
LOCK = ".lock"

DOCUMENTS_FILE = "documents.jsonl"
PASSAGES_FILE = "passages.jsonl"
VECTORS_FILE = "vectors.faiss"
LEXICAL_OWN_FILE = "lexical_own.npz"
LEXICAL_CONTEXT_FILE = "lexical_context.npz"


def current_generation(home: Path) -> Path:
    """Return the folder of the generation in use.

    Raises:
        IndexMissingError: Nothing has been indexed.
        IndexDamagedError: The pointer names a generation that is not there.
    """
    try:
        name = (home / POINTER).read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise IndexMissingError(f"No index in {home}. Build it: pincite index") from error
    except (OSError, ValueError) as error:
        raise IndexDamagedError(
            f"Cannot read {home / POINTER}: {reason_of(error)}. Mend it: pincite index"
        ) from error
    folder = generations_folder(home) / name
    if not name or Path(name).name != name or not folder.is_dir():
        raise IndexDamagedError(
            f"{home / POINTER} names the generation {name!r}, which is not there. "
            "Mend it: pincite index"
        )
    return folder


def generations_folder(home: Path) -> Path:
    """Return where a data directory keeps its generations."""
    return home / "generations"


def new_generation(home: Path) -> Path:
    """Make the folder of a generation that is not in use yet."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    folder = generations_folder(home) / f"{stamp}-{secrets.token_hex(3)}"
    folder.mkdir(parents=True)
    return folder


def switch_to(home: Path, generation: Path) -> None:
    """Put a generation, whose files are already on the disk, into use."""
    sync_folder(generation)
    sync_folder(generation.parent)
    replace_durably(home / POINTER, f"{generation.name}\n".encode())


def sweep(home: Path) -> None:
    """Remove what killed builds left, the generation before the one in use, and unused originals.

    The caller holds the build lock.
    """
    wanted: Set[str] | None
    try:
        current = current_generation(home)
        keep, wanted = current.name, _files_of(current)
    except IndexMissingError:
        keep, wanted = "", frozenset()
    except IndexDamagedError:
        keep, wanted = "", None
    for generation in generations_folder(home).glob("*"):
        if generation.name != keep:
            shutil.rmtree(generation)
    for leftover in [*home.glob(f".{POINTER}.*"), *(home / "models").glob(".*")]:
        if leftover.is_dir():
            shutil.rmtree(leftover)
        else:
            leftover.unlink()
    if wanted is not None:
        sweep_originals(home, wanted)
    remove_stale_journals(home)


def _files_of(generation: Path) -> Set[str] | None:
    """Return the SHA-256 of each file in a generation; None if that cannot be told."""
    try:
        return files_of(read_holdings(generation / HOLDINGS_FILE))
    except IndexDamagedError:
        return None


@contextmanager
def building(home: Path) -> Iterator[None]:
    """Hold the data directory's build lock; it is made if it is not there.

    Raises:
        SettingsError: The directory cannot be made or written to, now or while the lock is held.
        IndexBusyError: Another process holds the lock.
    """
    from filelock import FileLock, Timeout

    try:
        home.mkdir(parents=True, exist_ok=True)
        with FileLock(home / LOCK, timeout=0):
            yield
    except Timeout as error:
        raise IndexBusyError(
            f"Another process is building the index in {home}. "
            "When it has ended, run again: pincite index"
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise SettingsError(
            f"Cannot use {error.filename or home}: {reason}. "
            "Choose a folder you can write to: PINCITE_HOME=FOLDER pincite index"
        ) from error
