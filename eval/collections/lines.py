"""Questions that ship with Pincite on documents that do not: how their files are read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.types import Document
from eval.collections.errors import CollectionError
from eval.collections.files import unlike

_NAMED = 8
"""Most faults that a message names."""


@dataclass(frozen=True, slots=True)
class Line:
    """One question as the file has it.

    Attributes:
        id: Unique in the file.
        file: The file it is asked of: its name, or its path below the folder.
        kind: One of `eval.types.KINDS`.
        question: As a person asks it.
        gold: Labels that together answer it, or, in a mixed folder, any one of which does; empty
            if the document does not.
        near: Labels of what comes nearest to an answer, where there is none; not scored.
    """

    id: str
    file: str
    kind: str
    question: str
    gold: tuple[str, ...]
    near: tuple[str, ...]


def read_lines(path: Path) -> tuple[bytes, tuple[Line, ...]]:
    """Return the bytes of a file of questions, and its lines.

    Raises:
        CollectionError: It cannot be read, or a field is missing or of another kind.
    """
    try:
        content = path.read_bytes()
        return content, tuple(map(_line, content.decode("utf-8").rstrip("\n").split("\n")))
    except OSError as error:
        raise CollectionError(f"Cannot read {path}: {error}. Install Pincite again.") from error
    except (KeyError, TypeError, ValueError) as error:
        raise unlike(path, "a file of questions") from error


def _line(line: str) -> Line:
    record = json.loads(line)
    texts = [record[name] for name in ("id", "file", "kind", "question")]
    lists = [record["gold"], record.get("near", [])]
    if not all(
        isinstance(text, str) for text in texts + [label for found in lists for label in found]
    ):
        raise TypeError(line)
    return Line(*texts, *map(tuple, lists))


def check_labels(name: str, lines: Iterable[Line], documents: Mapping[str, Document]) -> None:
    """Make sure that documents have the labels that questions name.

    Args:
        name: Of the file of questions.
        lines: Of it.
        documents: By the file that `Line.file` names.

    Raises:
        CollectionError: Some have not.
    """
    labels = {file: {unit.label for unit in d.units} for file, d in documents.items()}
    strange = [
        f"{line.file} {label} ({line.id})"
        for line in lines
        for label in (*line.gold, *line.near)
        if label not in labels[line.file]
    ]
    if strange:
        raise CollectionError(
            f"{name} names labels that the documents, as read here, do not have: {some(strange)}. "
            "It was written for the files as published, read with the pypdfium2 of "
            "constraints.txt and this version's reader and parser: pincite inspect shows how a "
            "file is read"
        )


def some(names: list[str]) -> str:
    """Return the first few names, and how many more there are."""
    rest = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {rest} more" if rest > 0 else "")
