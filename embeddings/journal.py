"""Vectors as they are computed, on disk: a build that is killed goes on where it was.

A journal is an append-only file for one model: a header, then records of one length, each a
text's digest, its vector, and a checksum over both. What a kill or a power cut leaves behind is
read as far as the checksums hold; a torn end is cut off, a damaged record is skipped, a damaged
header makes an empty journal. Losing one costs time and nothing else, so none of this is an error.
"""

from __future__ import annotations

import hashlib
import os
import struct
import time
import zlib
from collections.abc import Callable, Iterator, Sequence, Set
from pathlib import Path
from types import TracebackType
from typing import IO

import numpy as np

from embeddings.types import Vectors

DIGEST_BYTES = 32
_MAGIC = b"pincite vectors\n"
_HEADER = struct.Struct("<16s32sII")
"""Magic, hash of the model, dim, checksum of these."""

_SYNC_SECONDS = 2.0
"""The most work that a power cut can cost; a kill alone costs none."""

_KEPT_SECONDS = 30 * 24 * 3600
"""A journal that nobody has gone on with for so long is given up."""

_BLOCK = 1 << 22


def text_digest(text: str) -> bytes:
    """Return the SHA-256 of a text: how a vector is known without its text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def journals_folder(home: Path) -> Path:
    """Return where a data directory keeps the vectors of builds that have not ended."""
    return home / "journal"


def pack_record(digest: bytes, vector: Vectors) -> bytes:
    """Return one record: digest, little-endian float32 numbers, CRC-32 of both."""
    body = digest + vector.astype("<f4", copy=False).tobytes()
    return body + struct.pack("<I", zlib.crc32(body))


def record_bytes(dim: int) -> int:
    """Return the length of a record."""
    return DIGEST_BYTES + 4 * dim + 4


def read_records(stream: IO[bytes], dim: int) -> Iterator[tuple[bytes, Vectors] | None]:
    """Yield each whole record as digest and vector, shape (dim,); None for a damaged one.

    Args:
        stream: Stands at the first record.
        dim: Length of a vector.
    """
    size = record_bytes(dim)
    while len(block := stream.read(max(_BLOCK // size, 1) * size)) >= size:
        for at in range(0, len(block) - size + 1, size):
            body, check = block[at : at + size - 4], block[at + size - 4 : at + size]
            if zlib.crc32(body) == int.from_bytes(check, "little"):
                yield body[:DIGEST_BYTES], np.frombuffer(body, "<f4", offset=DIGEST_BYTES)
            else:
                yield None


class VectorJournal:
    """One model's vectors that no generation in use holds yet.

    The caller holds the build lock. The file is made when the first vector is added.

    Args:
        home: The data directory.
        model: Canonical name of the model.
        weights_sha256: Of its weights.
        dim: Length of its vectors.

    Attributes:
        path: The file.
        found: Number of vectors that an earlier build left.
    """

    def __init__(self, home: Path, model: str, weights_sha256: str, dim: int) -> None:
        self._key = hashlib.sha256(f"{model}\0{weights_sha256}\0{dim}".encode()).digest()
        self._dim = dim
        self.path = journals_folder(home) / f"{self._key.hex()[:16]}.vectors"
        self._rows: dict[bytes, int] = {}
        self._next = 0
        self._size = record_bytes(dim)
        self._stream: IO[bytes] | None = None
        self._synced = time.monotonic()
        if self.path.is_file():
            self._stream = self.path.open("r+b")
            if not self._load(self._stream):
                self._stream.close()
                self._stream = None
        self.found = len(self._rows)

    def __enter__(self) -> VectorJournal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __contains__(self, digest: bytes) -> bool:
        return digest in self._rows

    def __len__(self) -> int:
        """Return the number of vectors."""
        return len(self._rows)

    @property
    def digests(self) -> Set[bytes]:
        """Of the texts whose vectors are here."""
        return self._rows.keys()

    def vector(self, digest: bytes) -> Vectors:
        """Return one vector, shape (dim,).

        Raises:
            KeyError: It is not here.
        """
        row = self._rows[digest]
        assert self._stream is not None
        self._stream.seek(_HEADER.size + row * self._size + DIGEST_BYTES)
        return np.frombuffer(self._stream.read(4 * self._dim), "<f4")

    def add(self, digests: Sequence[bytes], vectors: Vectors) -> None:
        """Append vectors, shape (n, dim); a kill right after this loses none of them."""
        if self._stream is None:
            self._stream = self._create()
        self._stream.seek(0, os.SEEK_END)
        for digest, vector in zip(digests, vectors, strict=True):
            self._stream.write(pack_record(digest, vector))
            self._rows[digest] = self._next
            self._next += 1
        self._stream.flush()
        if time.monotonic() - self._synced > _SYNC_SECONDS:
            self.sync()

    def sync(self) -> None:
        """Force what was added onto the disk."""
        if self._stream is not None:
            os.fsync(self._stream.fileno())
        self._synced = time.monotonic()

    def close(self) -> None:
        """Let go of the file; what is in it stays."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def remove(self) -> None:
        """Delete the file: a generation in use holds what is in it."""
        self.close()
        self._rows.clear()
        self.path.unlink(missing_ok=True)

    def _create(self) -> IO[bytes]:
        self.path.parent.mkdir(exist_ok=True)
        stream = self.path.open("w+b")
        head = _HEADER.pack(_MAGIC, self._key, self._dim, 0)[:-4]
        stream.write(head + struct.pack("<I", zlib.crc32(head)))
        return stream

    def _load(self, stream: IO[bytes]) -> bool:
        head = stream.read(_HEADER.size)
        if len(head) < _HEADER.size or int.from_bytes(head[-4:], "little") != zlib.crc32(head[:-4]):
            return False
        magic, key, dim, _ = _HEADER.unpack(head)
        if (magic, key, dim) != (_MAGIC, self._key, self._dim):
            return False
        for record in read_records(stream, self._dim):
            if record is not None:
                self._rows[record[0]] = self._next
            self._next += 1
        # What stands behind the last whole record would put all later ones out of step.
        stream.truncate(_HEADER.size + self._next * self._size)
        return True


def remove_stale_journals(home: Path, now: Callable[[], float] = time.time) -> None:
    """Delete what builds left that were stopped long ago and never gone on with.

    The caller holds the build lock.
    """
    for path in journals_folder(home).glob("*"):
        if now() - path.stat().st_mtime > _KEPT_SECONDS:
            path.unlink()
