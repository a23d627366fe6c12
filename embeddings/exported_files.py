"""The files that an exported model consists of, and whether they are as they were written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import IndexDamagedError
from embeddings.durable import hash_file, sync_file

GRAPH_FILE = "model.onnx"
TENSORS_FILE = "model.onnx.data"
TOKENIZER_FILE = "tokenizer.json"
_ALL = (GRAPH_FILE, TENSORS_FILE, TOKENIZER_FILE)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Size in bytes and SHA-256 of a file of the export."""

    size: int
    sha256: str


def describe_files(folder: Path) -> dict[str, StoredFile]:
    """Force the files of an export onto the disk; return size and hash of each by name."""
    for name in _ALL:
        sync_file(folder / name)
    return {
        name: StoredFile((folder / name).stat().st_size, hash_file(folder / name)) for name in _ALL
    }


def parse_files(stored: Mapping[str, Mapping[str, Any]]) -> dict[str, StoredFile]:
    """Return what a configuration says of the files from its JSON form."""
    return {name: StoredFile(**entry) for name, entry in stored.items()}


def check_sizes(folder: Path, files: Mapping[str, StoredFile]) -> None:
    """Check that files are there and have the size that they were written with.

    Raises:
        IndexDamagedError: One is missing or has another size.
    """
    for name, stored in files.items():
        file = folder / name
        size = file.stat().st_size if file.is_file() else None
        if size != stored.size:
            raise IndexDamagedError(
                f"{file} is missing. Mend it: pincite index"
                if size is None
                else f"{file} has {size:,} bytes, not {stored.size:,}. Mend it: pincite index"
            )


def has_hashes(folder: Path, files: Mapping[str, StoredFile]) -> bool:
    """Tell whether files still have the bytes that they were written with."""
    return all(hash_file(folder / name) == stored.sha256 for name, stored in files.items())


def save_graph(graph: Any, folder: Path) -> None:  # noqa: ANN401 (a model of onnx)
    """Write a graph, its tensors in a file to be mapped."""
    import onnx

    onnx.save(
        graph,
        folder / GRAPH_FILE,
        save_as_external_data=True,
        location=TENSORS_FILE,
        size_threshold=1024,
    )
