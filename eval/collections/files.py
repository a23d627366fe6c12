"""Reads published files, and makes documents of the passages in them."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from corpus.documents import make_document
from corpus.tokens import count_tokens
from corpus.types import Document, Metadata, Parse, Rendition, Unit
from eval.collections.errors import CollectionError


class Source:
    """A collection's folder; keeps the hash of every file that was read from it.

    Args:
        folder: As the person gave it.
        download: Where the collection is published, for messages.

    Raises:
        CollectionError: There is no such folder.
    """

    def __init__(self, folder: Path, download: str) -> None:
        if not folder.is_dir():
            raise CollectionError(f"No folder {folder}. Download {download} and name it: --data")
        self.folder = folder
        self.sha256: dict[str, str] = {}
        self._download = download

    def find(self, *patterns: str) -> list[Path]:
        """Return the files of the first pattern that any file matches, in order of name.

        Raises:
            CollectionError: No file matches any of them.
        """
        for pattern in patterns:
            if found := sorted(self.folder.glob(pattern)):
                return found
        wanted = " or ".join(patterns)
        raise CollectionError(f"No {wanted} in {self.folder}. Download {self._download}")

    def read_bytes(self, path: Path) -> bytes:
        """Return a file's bytes.

        Raises:
            CollectionError: It cannot be read.
        """
        try:
            data = path.read_bytes()
        except OSError as error:
            raise CollectionError(f"Cannot read {path}: {error}") from error
        name = path.relative_to(self.folder).as_posix()
        self.sha256[name] = hashlib.sha256(data).hexdigest()
        return data

    def read(self, path: Path) -> str:
        """Return a file's text.

        Raises:
            CollectionError: It cannot be read as UTF-8.
        """
        try:
            return self.read_bytes(path).decode("utf-8")
        except UnicodeDecodeError as error:
            raise CollectionError(f"Cannot read {path}: {error}") from error

    def json(self, path: Path) -> Any:  # noqa: ANN401 - whatever the file holds
        """Return a file's JSON value.

        Raises:
            CollectionError: It is not JSON.
        """
        text = self.read(path)
        try:
            return json.loads(text)
        except ValueError as error:
            raise CollectionError(f"{path} is not JSON: {error}") from error


def unlike(path: Path, published: str) -> CollectionError:
    """Return the error for a file that lacks what the published format has."""
    return CollectionError(f"{path} is not {published} as published: fields are missing or differ.")


def fold(text: str) -> str:
    """Return a text with its white space folded to single spaces, as units have it."""
    return " ".join(text.split())


def passages_document(symbol: str, passages: Sequence[tuple[str, str]], file: str) -> Document:
    """Return a document whose units are passages, without headings and lead-ins.

    Args:
        symbol: Unique in the collection.
        passages: (label, text) in reading order; labels must be unique, texts not blank.
        file: Where they were published.
    """
    units: list[Unit] = []
    at = 0
    for label, text in passages:
        words = fold(text)
        units.append(
            Unit(
                label=label,
                kind="text",
                marker="",
                text=words,
                lead_in="",
                heading_path=(),
                page=None,
                start=at,
                end=at + len(words),
                parent=None,
                tokens=count_tokens(words),
            )
        )
        at += len(words) + 1
    whole = "\n".join(unit.text for unit in units)
    sha256 = hashlib.sha256(whole.encode()).hexdigest()
    parse = Parse(symbol, whole, (), tuple(units), (), (), (), 1.0)
    return make_document(Metadata(symbol, symbol), [(Rendition(file, sha256), parse)])


def unique_labels(labels: Iterable[str]) -> list[str]:
    """Return labels with ``#2``, ``#3`` behind those that came before."""
    seen: Counter[str] = Counter()
    made = []
    for label in labels:
        seen[label] += 1
        made.append(label if seen[label] == 1 else f"{label}#{seen[label]}")
    return made
