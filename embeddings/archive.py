"""A library in one file: a ZIP whose entries are stored as they are, with their checksums.

```
library.json        what it is: format, model, and the size and SHA-256 of every other entry
documents.jsonl     the documents, one a line
vectors.bin         each text's digest and vector, as in a journal
files/<sha256>.pdf  the originals whose pages can be shown
```

Indexes are not in it: they are made again from documents and vectors, so that nothing has to be
loaded that a stranger may have shaped. Entries are never compressed, so that none can be larger
than the file, and never unpacked under their names.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.errors import PinciteError
from embeddings.durable import sync_folder
from embeddings.holdings import Reading

ARCHIVE_VERSION = 1
KIND = "pincite library"
DESCRIPTION = "library.json"
DOCUMENTS = "documents.jsonl"
VECTORS = "vectors.bin"
ORIGINAL = re.compile(r"files/([0-9a-f]{64})\.pdf")


class ArchiveError(PinciteError):
    """A library file cannot be written, or is not one that can be read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Size in bytes and SHA-256 of an entry."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Description:
    """What a library file says about itself.

    Attributes:
        kind: Always `KIND`.
        archive_version: Of the file's layout.
        format_version: Of the library's, as in a manifest.
        model: Canonical name of the embedding model.
        dim: Length of its vectors.
        weights_sha256: Of its weights.
        readings: By what the files that were read are known again.
        entries: All other entries, by name.
        created: ISO time, UTC.
    """

    kind: str
    archive_version: int
    format_version: int
    model: str
    dim: int
    weights_sha256: str
    readings: tuple[Reading, ...]
    entries: Mapping[str, Entry]
    created: str


class ArchiveWriter:
    """Writes entries and remembers their checksums.

    Args:
        archive: Open for writing.
    """

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.entries: dict[str, Entry] = {}

    def add(self, name: str, write: Callable[[Callable[[bytes], None]], None]) -> None:
        """Add an entry.

        Args:
            name: Of the entry.
            write: Called with a function that takes the entry's bytes, piece by piece.
        """
        digest, size = hashlib.sha256(), 0

        with self._archive.open(zipfile.ZipInfo(name), "w", force_zip64=True) as stream:

            def take(piece: bytes) -> None:
                nonlocal size
                stream.write(piece)
                digest.update(piece)
                size += len(piece)

            write(take)
        self.entries[name] = Entry(size, digest.hexdigest())

    def describe(self, description: Description) -> None:
        """Add the description, last."""
        text = json.dumps(asdict(description), indent=1, ensure_ascii=False)
        self._archive.writestr(zipfile.ZipInfo(DESCRIPTION), text)


@contextmanager
def writing_archive(path: Path) -> Iterator[ArchiveWriter]:
    """Write a library file that appears whole when the block ends well, or not at all.

    Raises:
        ArchiveError: It cannot be written.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        try:
            with part.open("wb") as stream:
                with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
                    yield ArchiveWriter(archive)
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(part, path)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        sync_folder(path.absolute().parent)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ArchiveError(
            f"Cannot write {path}: {reason}. Name a file in a folder you can write to."
        ) from error
