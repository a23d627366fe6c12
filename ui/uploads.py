"""Files that a browser sends -> files in a folder of their own. Knows no Streamlit.

A name that comes with a file is only a name: it chooses no folder, and nothing is run or replaced
by it. Each file lies in a folder of its own, so that equal names do not meet and no file is taken
for another's metadata.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.file_names import printable
from corpus.readers.files import SUFFIXES
from ui.language import say

ENDINGS = (*sorted(SUFFIXES), ".zip")
"""Of the files that are taken."""

MOST_FILES = 200
MOST_MEGABYTES = 100
"""Of one file."""
MOST_MEGABYTES_TOGETHER = 500

_LONGEST_NAME = 200
"""Bytes; file systems take 255."""
_NAMELESS = "document"
_NOT_ON_WINDOWS = '<>:"|?*'


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as the browser sent it.

    Attributes:
        name: Whatever came as its name.
        data: Its bytes.
    """

    name: str
    data: bytes | memoryview


def reason_refused(sizes: Sequence[int]) -> str:
    """Return why files cannot be taken together, in the person's words; empty if they can.

    Args:
        sizes: Bytes of each.
    """
    megabytes = sum(sizes) / 1_000_000
    if len(sizes) > MOST_FILES:
        return say("too-many-files", number=len(sizes), most=MOST_FILES)
    if megabytes > MOST_MEGABYTES_TOGETHER:
        return say("too-much-together", megabytes=megabytes, most=MOST_MEGABYTES_TOGETHER)
    return ""


def file_name(name: str) -> str:
    """Return a name under which a file can lie in a folder: one part, printable, not too long.

    It is kept where it can be: a document without a symbol goes by its file's name.
    """
    last = printable(name.replace("\\", "/").rpartition("/")[2]).replace("/", "_").strip()
    if os.name == "nt":
        last = "".join("_" if character in _NOT_ON_WINDOWS else character for character in last)
    stem, dot, ending = last.rpartition(".")
    if not dot or not stem.strip(". "):
        stem, ending = stem if dot else last, ending if dot else ""
    stem = stem.lstrip("~$. ") or _NAMELESS
    ending = f".{ending}" if ending else ""
    room = _LONGEST_NAME - len(ending.encode())
    return stem.encode()[: max(room, 1)].decode(errors="ignore").rstrip(". ") + ending


class Staging:
    """A folder that holds uploads while they are read.

    Args:
        uploads: To write there.

    Raises:
        OSError: They cannot be written.
    """

    def __init__(self, uploads: Sequence[Upload]) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="pincite-")
        self.paths: tuple[Path, ...] = ()
        try:
            self.paths = tuple(
                self._write(number, upload) for number, upload in enumerate(uploads, start=1)
            )
        except OSError:
            self.remove()
            raise

    def _write(self, number: int, upload: Upload) -> Path:
        folder = Path(self._folder.name) / str(number)
        folder.mkdir()
        path = folder / file_name(upload.name)
        path.write_bytes(upload.data)
        return path

    def shown(self, text: str) -> str:
        """Return a message with the names that the person knows in place of paths."""
        for path in self.paths:
            text = text.replace(f"{path.parent}{os.sep}", "")
        return text

    def remove(self) -> None:
        """Delete the folder."""
        self._folder.cleanup()
