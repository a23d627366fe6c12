"""Documents and passages as JSON lines: written and parsed here alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

from corpus.errors import IndexDamagedError, reason_of
from corpus.types import Document, Heading, Metadata, Problem, Rendition, Unit
from embeddings.types import Passage

T = TypeVar("T")


def write_documents(path: Path, documents: Iterable[Document]) -> None:
    """Write documents, one a line."""
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(map(document_line, documents))


def document_line(document: Document) -> str:
    """Return a document as one line of JSON, line end included."""
    return _line(asdict(document))


def read_documents(path: Path) -> tuple[Document, ...]:
    """Read documents that `write_documents` wrote.

    Raises:
        IndexDamagedError: The file is missing, cut short or of another format.
    """
    return _read_lines(path, _document)


def parse_document(line: bytes) -> Document:
    """Return the document of a line that `document_line` made.

    Raises:
        IndexDamagedError: It is damaged or of another format.
    """
    try:
        return _document(json.loads(line))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise IndexDamagedError(f"A document cannot be read: {error}.") from error


def write_passages(path: Path, passages: Iterable[Passage]) -> None:
    """Write passages, one a line."""
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(_line(asdict(passage)) for passage in passages)


def read_passages(path: Path) -> tuple[Passage, ...]:
    """Read passages that `write_passages` wrote.

    Raises:
        IndexDamagedError: The file is missing, cut short or of another format.
    """
    return _read_lines(path, lambda raw: Passage(**raw))


def _document(raw: Mapping[str, Any]) -> Document:
    return Document(
        metadata=Metadata(**_with_tuples(raw["metadata"], "aliases")),
        renditions=tuple(Rendition(**entry) for entry in raw["renditions"]),
        text=raw["text"],
        headings=tuple(Heading(**entry) for entry in raw["headings"]),
        units=tuple(Unit(**_with_tuples(entry, "heading_path", "notes")) for entry in raw["units"]),
        problems=tuple(Problem(**entry) for entry in raw["problems"]),
        content_hash=raw["content_hash"],
        flags=tuple(Problem(**entry) for entry in raw["flags"]),
        superseded_by=raw["superseded_by"],
    )


def _with_tuples(raw: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """Return an object with the lists of these names as tuples: JSON has lists alone."""
    return {**raw, **{name: tuple(raw[name]) for name in names}}


def _line(row: Mapping[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"


def _read_lines(path: Path, parse: Callable[[dict[str, Any]], T]) -> tuple[T, ...]:
    try:
        with path.open(encoding="utf-8") as stream:
            return tuple(parse(json.loads(line)) for line in stream)
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise IndexDamagedError(
            f"Cannot read {path}: {reason_of(error)}. Mend it: pincite index"
        ) from error
