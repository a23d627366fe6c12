"""Reads a library file that anybody may have written: nothing in it is believed unchecked.

Its layout is drawn in `embeddings.archive`.
"""

from __future__ import annotations

import hashlib
import json
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import numpy as np

from corpus.types import Document
from embeddings.archive import (
    ARCHIVE_VERSION,
    DESCRIPTION,
    DOCUMENTS,
    KIND,
    ORIGINAL,
    VECTORS,
    ArchiveError,
    Description,
)
from embeddings.checking import check_document, check_value, is_sha256
from embeddings.journal import read_records, record_bytes
from embeddings.known_vectors import StoredVectors
from embeddings.types import Vectors
from embeddings.vector_index import VectorIndex

_MAX_DESCRIPTION = 64 << 20
_MAX_LINE = 256 << 20
"""Bytes of one document; a file of the largest size that is indexed stays below it."""

_MAX_DIM = 1 << 16
_BLOCK = 1 << 20
_ROWS = 1024
_SHAPED = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    struct.error,
    UnicodeDecodeError,
)
"""What zipfile raises for a file that somebody shaped."""


class ArchiveReader:
    """A library file whose entries are all as it says; its content is checked when it is read.

    Args:
        archive: Open for reading.
        path: For messages.

    Raises:
        ArchiveError: It is no library file, or is damaged.
    """

    def __init__(self, archive: zipfile.ZipFile, path: Path) -> None:
        self._archive = archive
        self._path = path
        self._infos = self._check_infos()
        self.description = self._read_description()
        self._check_entries()

    def documents(self) -> tuple[Document, ...]:
        """Read and check the documents.

        Raises:
            ArchiveError: One is not what a document must be, or two have one symbol.
        """
        found: dict[str, Document] = {}
        with self._open(DOCUMENTS) as stream:
            while line := stream.readline(_MAX_LINE + 1):
                if len(line) > _MAX_LINE:
                    raise self._fault(f"a document in it is longer than {_MAX_LINE:,} bytes")
                try:
                    document = check_document(json.loads(line))
                except (ValueError, RecursionError) as error:
                    raise self._fault(f"{DOCUMENTS}: {error}") from None
                key = "".join(document.symbol.split()).casefold()
                if key in found:
                    raise self._fault(f"{DOCUMENTS} has two documents {document.symbol!r}")
                found[key] = document
        return tuple(found.values())

    def vectors(self) -> StoredVectors:
        """Read and check the vectors.

        Raises:
            ArchiveError: One is damaged or has not unit length.
        """
        dim = self.description.dim
        if self._infos[VECTORS].file_size % record_bytes(dim):
            raise self._fault(f"{VECTORS} does not hold whole vectors of dim {dim}")
        index = VectorIndex(dim)
        rows: dict[bytes, int] = {}
        waiting: list[Vectors] = []
        with self._open(VECTORS) as stream:
            for record in read_records(stream, dim):
                if record is None:
                    raise self._fault(f"a vector in {VECTORS} is damaged")
                rows[record[0]] = len(index) + len(waiting)
                waiting.append(record[1])
                if len(waiting) == _ROWS:
                    index.add(self._checked(np.stack(waiting)))
                    waiting = []
        if waiting:
            index.add(self._checked(np.stack(waiting)))
        return StoredVectors(rows, index)

    def originals(self) -> Iterator[tuple[str, bytes]]:
        """Yield the SHA-256 and the bytes of each original; they fit together."""
        for name in self.description.entries:
            match = ORIGINAL.fullmatch(name)
            if match is not None:
                with self._open(name) as stream:
                    yield match[1], stream.read()

    def _checked(self, vectors: Vectors) -> Vectors:
        with np.errstate(all="ignore"):
            lengths = np.linalg.norm(vectors.astype(np.float64), axis=1)
        if not np.all(np.abs(lengths - 1) < 0.01):  # NaN is not below it either.
            raise self._fault(f"a vector in {VECTORS} has not unit length")
        return vectors

    def _check_infos(self) -> dict[str, zipfile.ZipInfo]:
        infos: dict[str, zipfile.ZipInfo] = {}
        for info in self._archive.infolist():
            if info.filename in infos:
                raise self._fault(f"it has the entry {info.filename!r} twice")
            known = info.filename in {DESCRIPTION, DOCUMENTS, VECTORS}
            if not known and ORIGINAL.fullmatch(info.filename) is None:
                raise self._fault(f"it has an entry {info.filename!r} that does not belong in it")
            if info.compress_type != zipfile.ZIP_STORED or info.flag_bits & 1:
                raise self._fault(f"its entry {info.filename!r} is compressed or encrypted")
            infos[info.filename] = info
        # Entries that lie over each other could hold more than the file does.
        if sum(info.file_size for info in infos.values()) > self._path.stat().st_size:
            raise self._fault("its entries are larger than the file")
        missing = [n for n in (DESCRIPTION, DOCUMENTS, VECTORS) if n not in infos]
        if missing:
            raise self._fault(f"it has no {', '.join(missing)}")
        return infos

    def _read_description(self) -> Description:
        if self._infos[DESCRIPTION].file_size > _MAX_DESCRIPTION:
            raise self._fault(f"its {DESCRIPTION} is too long")
        try:
            with self._open(DESCRIPTION) as stream:
                return _description(json.loads(stream.read()))
        except (ValueError, RecursionError) as error:
            raise self._fault(f"its {DESCRIPTION} cannot be read: {error}") from None

    def _check_entries(self) -> None:
        entries = self.description.entries
        if set(entries) != set(self._infos) - {DESCRIPTION}:
            raise self._fault(f"its {DESCRIPTION} names other entries than it has")
        for name, entry in entries.items():
            if self._infos[name].file_size != entry.size:
                raise self._fault(f"{name} has another size than {DESCRIPTION} says")
            match = ORIGINAL.fullmatch(name)
            if match is not None and match[1] != entry.sha256:
                raise self._fault(f"{name} is not named after its content")
            digest = hashlib.sha256()
            with self._open(name) as stream:
                while piece := stream.read(_BLOCK):
                    digest.update(piece)
            if digest.hexdigest() != entry.sha256:
                raise self._fault(f"{name} is damaged: its checksum is another")

    @contextmanager
    def _open(self, name: str) -> Iterator[IO[bytes]]:
        try:
            with self._archive.open(self._infos[name]) as stream:
                yield stream
        except _SHAPED as error:
            raise self._fault(f"{name} cannot be read: {error}") from None

    def _fault(self, what: str) -> ArchiveError:
        return ArchiveError(
            f"Cannot import {self._path}: {what}. Export the library again: "
            "pincite library export FILE"
        )


@contextmanager
def reading_archive(path: Path) -> Iterator[ArchiveReader]:
    """Open a library file; all its checksums are right when the block begins.

    Raises:
        ArchiveError: It cannot be read, or is not what it must be.
    """
    try:
        stream = path.open("rb")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ArchiveError(f"Cannot read {path}: {reason}. Check the path.") from None
    with stream:
        try:
            archive = zipfile.ZipFile(stream)
        except (*_SHAPED, ValueError):
            raise ArchiveError(
                f"{path} is no library file. Make one: pincite library export FILE"
            ) from None
        with archive:
            yield ArchiveReader(archive, path)


def _description(raw: object) -> Description:
    """Return what `library.json` says.

    Raises:
        ValueError: It is something else, or of another version.
    """
    if not isinstance(raw, dict):
        raise ValueError("it is no object")
    found, ours = (raw.get("kind"), raw.get("archive_version")), (KIND, ARCHIVE_VERSION)
    if found != ours:
        raise ValueError(f"it is {found[0]!r} {found[1]!r}, this Pincite reads {KIND!r} {ours[1]}")
    description: Description = check_value(Description, raw, "it")
    if not 0 < description.dim <= _MAX_DIM:
        raise ValueError(f"dim {description.dim} cannot be")
    if not all(is_sha256(r.sha256) and is_sha256(r.file) for r in description.readings):
        raise ValueError("a sha256 is none")
    return description
