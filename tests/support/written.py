"""Writes files where tests want them."""

from __future__ import annotations

from pathlib import Path


def write(path: Path, content: bytes | str) -> None:
    """Write a file, and the folders over it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
