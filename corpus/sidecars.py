"""Metadata files: what a person states of a document, and which files are its renditions."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath
from typing import Any

from corpus.errors import MetadataError
from corpus.file_names import printable
from corpus.types import Metadata

MAX_BYTES = 1_000_000
"""No metadata file is longer; a longer JSON file is something else."""

_FIELDS = frozenset(field.name for field in dataclasses.fields(Metadata))
_LISTS = frozenset({"aliases"})


@dataclass(frozen=True, slots=True)
class Sidecar:
    """A metadata file and the renditions it names.

    Attributes:
        path: Of the metadata file itself.
        metadata: What it says.
        renditions: Files, the primary one first.
    """

    path: Path
    metadata: Metadata
    renditions: tuple[Path, ...]


def read_sidecar(path: Path) -> Sidecar:
    """Read a metadata file: a JSON object with `Metadata`'s fields and ``renditions``.

    Raises:
        MetadataError: It is not such an object, or lacks the symbol, the title or a rendition.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise MetadataError(f"{path} is too long for a metadata file. Name another file.")
        data = path.read_bytes()
    except OSError as error:
        raise MetadataError(f"Cannot read {path} as JSON: {error}. Correct the file.") from None
    metadata, names = parse_sidecar(data, str(path))
    return Sidecar(path, metadata, tuple(path.parent / name for name in names))


def parse_sidecar(data: bytes, where: str) -> tuple[Metadata, tuple[PurePosixPath, ...]]:
    """Return what a metadata file says and the renditions that it names, beside it or below.

    Args:
        data: The file's bytes.
        where: The file as messages name it.

    Raises:
        MetadataError: As for `read_sidecar`; all faults are named.
    """
    where = printable(where)
    try:
        stated = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise MetadataError(f"Cannot read {where} as JSON: {error}. Correct the file.") from None
    if not isinstance(stated, dict):
        raise MetadataError(f"{where} must hold one JSON object with symbol, title, renditions.")
    files = stated.pop("renditions", None)
    faults = [f"unknown field {name!r}" for name in sorted(set(stated) - _FIELDS)]
    for key, value in stated.items():
        if key in _LISTS:
            if not _is_list_of_texts(value):
                faults.append(f"{key!r} must be a list of texts")
        elif not _is_text(value):
            faults.append(f"{key!r} must be text")
    faults += [f"{key!r} is missing" for key in ("symbol", "title") if not stated.get(key)]
    if not files or not _is_list_of_texts(files):
        faults.append("'renditions' must list at least one file name")
    elif any(_leads_away(name) for name in files):
        faults.append("'renditions' must name files beside it or in folders below it")
    if faults:
        raise MetadataError(f"{where}: {'; '.join(faults)}. Correct the file.")
    values: dict[str, Any] = {
        key: tuple(value) if key in _LISTS else value for key, value in stated.items()
    }
    return Metadata(**values), tuple(PurePosixPath(name) for name in files)


def is_meant_as_sidecar(data: bytes) -> bool:
    """Tell a metadata file, perhaps a faulty one, from any other JSON."""
    try:
        stated = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return isinstance(stated, dict) and "renditions" in stated


def find_sidecar(path: Path) -> Sidecar | None:
    """Return the metadata file in a file's folder that names the file, if any."""
    for _, sidecar in sidecars_in(path.parent):
        if isinstance(sidecar, Sidecar) and path.name in {r.name for r in sidecar.renditions}:
            return sidecar
    return None


def sidecars_in(folder: Path) -> Iterator[tuple[Path, Sidecar | MetadataError]]:
    """Yield the metadata files in a folder, read, or with their faults.

    JSON files that name no renditions are something else and are left out.
    """
    for path in sorted(folder.glob("*.json")):
        try:
            if path.is_file() and path.stat().st_size <= MAX_BYTES:
                data = path.read_bytes()
                if is_meant_as_sidecar(data):
                    yield path, read_sidecar(path)
        except MetadataError as error:
            yield path, error
        except OSError:
            continue  # what cannot be read says nothing


def _is_text(value: object) -> bool:
    """Tell text from other values, and from text that no file can hold (half a character)."""
    return isinstance(value, str) and not any("\ud800" <= c <= "\udfff" for c in value)


def _is_list_of_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _leads_away(name: str) -> bool:
    """Tell whether a name points elsewhere than beside a file or below it."""
    path = PurePath(name)
    return not name or "\x00" in name or path.is_absolute() or ".." in path.parts or ":" in name
