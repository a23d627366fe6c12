"""The bytes of indexed PDFs, so that a page can be shown as it looks.

Each file lies once in ``files/`` under its SHA-256; a name that came with it is never used.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Set
from pathlib import Path

from embeddings.durable import replace_durably

_SHA256 = re.compile(r"[0-9a-f]{64}")


def originals_folder(home: Path) -> Path:
    """Return where a data directory keeps originals."""
    return home / "files"


def keep(home: Path, sha256: str, data: bytes) -> bool:
    """Store a PDF's bytes unless they are there already; the file appears whole or not at all.

    Args:
        home: The data directory.
        sha256: Of the bytes that were indexed, in hexadecimal.
        data: The file's bytes now.

    Returns:
        Whether they are stored: False if the file has changed since it was indexed.
    """
    if hashlib.sha256(data).hexdigest() != sha256:
        return False
    path = originals_folder(home) / f"{sha256}.pdf"
    if not path.is_file():
        path.parent.mkdir(exist_ok=True)
        replace_durably(path, data)
    return True


def find(home: Path, sha256: str) -> Path | None:
    """Return the stored PDF of that hash; None if there is none."""
    if _SHA256.fullmatch(sha256) is None:  # It may come from a file that anybody wrote.
        return None
    path = originals_folder(home) / f"{sha256}.pdf"
    return path if path.is_file() else None


def sweep_originals(home: Path, wanted: Set[str]) -> None:
    """Delete stored files that no document refers to, and what killed writes left.

    The caller holds the build lock.

    Args:
        home: The data directory.
        wanted: SHA-256 of each rendition of the library.
    """
    for path in originals_folder(home).glob("*"):
        if path.suffix != ".pdf" or path.stem not in wanted:
            path.unlink()
