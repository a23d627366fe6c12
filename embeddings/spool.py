"""Documents as they are read, on disk: a build that is killed need not read its files again.

A line is a checksum, the key and the parser's version that a document goes by, and the document.
Like the journal of vectors it is append-only; a line that a kill has torn or a disk has damaged is
left out, and losing all of it costs time and nothing else.
"""

from __future__ import annotations

import os
import zlib
from pathlib import Path
from types import TracebackType
from typing import IO

from corpus.errors import IndexDamagedError
from corpus.types import Document
from embeddings.journal import journals_folder
from embeddings.serialise import document_line, parse_document

SPOOL_FILE = "documents.jsonl"


class DocumentSpool:
    """Documents that were read and that no generation in use holds yet.

    The caller holds the build lock.

    Args:
        home: The data directory.
        parser: Version of the parser; what another one read is left out.
    """

    def __init__(self, home: Path, parser: int) -> None:
        self._parser = parser
        self._path = journals_folder(home) / SPOOL_FILE
        self._places: dict[str, tuple[int, int]] = {}
        self._stream: IO[bytes] | None = None
        if self._path.is_file():
            self._stream = self._path.open("r+b")
            self._load(self._stream)

    def __enter__(self) -> DocumentSpool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __contains__(self, key: str) -> bool:
        return key in self._places

    @property
    def keys(self) -> frozenset[str]:
        """Of the documents that are here: `embeddings.holdings.Reading.sha256` of each."""
        return frozenset(self._places)

    def document(self, key: str) -> Document | None:
        """Return one document; None if it is not here or cannot be read any more."""
        if key not in self._places or self._stream is None:
            return None
        start, length = self._places[key]
        self._stream.seek(start)
        try:
            return parse_document(self._stream.read(length))
        except IndexDamagedError:  # Another version of Pincite wrote it.
            return None

    def add(self, key: str, document: Document) -> None:
        """Append a document; a kill right after this does not lose it.

        Raises:
            UnicodeEncodeError: It holds half characters, which no file can hold.
        """
        head = f"{key} {self._parser} ".encode()
        body = head + document_line(document).encode()
        if self._stream is None:
            self._path.parent.mkdir(exist_ok=True)
            self._stream = self._path.open("w+b")
        self._stream.seek(0, os.SEEK_END)
        start = self._stream.tell()
        self._stream.write(b"%08x " % zlib.crc32(body) + body)
        self._stream.flush()
        self._places[key] = (start + 9 + len(head), len(body) - len(head))

    def close(self) -> None:
        """Let go of the file; what is in it stays."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def remove(self) -> None:
        """Delete the file: a generation in use holds what is in it."""
        self.close()
        self._places.clear()
        self._path.unlink(missing_ok=True)

    def _load(self, stream: IO[bytes]) -> None:
        end = 0
        for line in stream:
            start, end = end, end + len(line)
            check, _, body = line.partition(b" ")
            key, _, rest = body.partition(b" ")
            parser, _, document = rest.partition(b" ")
            whole = line.endswith(b"\n") and check == b"%08x" % zlib.crc32(body)
            if whole and parser == b"%d" % self._parser:
                self._places[key.decode()] = (end - len(document), len(document))
            elif not line.endswith(b"\n"):
                end = start
        # A torn line would swallow the next one.
        stream.truncate(end)
