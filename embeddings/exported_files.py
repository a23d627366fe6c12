"""The files of an exported model, what it says about itself, and whether both still hold."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

from corpus.errors import IndexDamagedError, reason_of
from embeddings.durable import hash_file, sync_file, write_durably

GRAPH_FILE = "model.onnx"
TENSORS_FILE = "model.onnx.data"
TOKENIZER_FILE = "tokenizer.json"
PIECES_FILE, CHARACTERS_FILE = "tokenizer.model", "characters.json"
"""Of a tokenizer of sentencepiece, in place of the one before; see `piece_tokenizer`."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Size in bytes and SHA-256 of a file of the export."""

    size: int
    sha256: str


def describe_files(folder: Path) -> dict[str, StoredFile]:
    """Force the files of an export onto the disk; return size and hash of each by name."""
    described = {}
    for file in sorted(folder.iterdir()):
        sync_file(file)
        described[file.name] = StoredFile(file.stat().st_size, hash_file(file))
    return described


class Config(Protocol):
    """What every exported model says about itself, whatever else it says; a dataclass."""

    @property
    def format_version(self) -> int:
        """Of the file it is kept in."""
        ...

    @property
    def files(self) -> Mapping[str, StoredFile]:
        """Of the export, by name."""
        ...


C = TypeVar("C", bound=Config)


def write_config(path: Path, config: Config) -> None:
    """Write what an export says about itself durably."""
    text = json.dumps(asdict(config), indent=1, ensure_ascii=False)  # type: ignore[call-overload]
    write_durably(path, text.encode())


def read_config(path: Path, version: int, make: Callable[[dict[str, Any]], C]) -> C:
    """Read what an export says about itself, and check that its files have the size it says.

    Args:
        path: Beside the files.
        version: Of the format that this Pincite reads.
        make: Makes it of its fields; `files` are parsed already.

    Raises:
        IndexDamagedError: The file or one it names is missing, cut short or unreadable.
    """
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        raw["files"] = {name: StoredFile(**entry) for name, entry in raw["files"].items()}
        config = make(raw)
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise IndexDamagedError(
            f"Cannot read {path}: {reason_of(error)}. Mend it: pincite index"
        ) from error
    if config.format_version != version:
        raise IndexDamagedError(
            f"{path} has format {config.format_version}, this Pincite reads {version}. "
            "Mend it: pincite index"
        )
    _check_sizes(path.parent, config.files)
    return config


def _check_sizes(folder: Path, files: Mapping[str, StoredFile]) -> None:
    for name, stored in files.items():
        file = folder / name
        size = file.stat().st_size if file.is_file() else None
        if size != stored.size:
            raise IndexDamagedError(
                f"{file} is missing. Mend it: pincite index"
                if size is None
                else f"{file} has {size:,} bytes, not {stored.size:,}. Mend it: pincite index"
            )


def is_intact(folder: Path, read: Callable[[Path], Config]) -> bool:
    """Tell whether an export is there and its files still have the hashes it was made with.

    Args:
        folder: The export.
        read: Reads what it says about itself.
    """
    try:
        files = read(folder).files
    except IndexDamagedError:
        return False
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
