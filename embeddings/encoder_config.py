"""What an exported model says about itself: `encoder.json`, read and written here alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.errors import IndexDamagedError, reason_of
from embeddings.durable import hash_file, write_durably

CONFIG_FILE = "encoder.json"
GRAPH_FILE = "model.onnx"
TENSORS_FILE = "model.onnx.data"
TOKENIZER_FILE = "tokenizer.json"
PAYLOAD = (GRAPH_FILE, TENSORS_FILE, TOKENIZER_FILE)
FORMAT_VERSION = 2


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Size in bytes and SHA-256 of a file of the export."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class EncoderConfig:
    """All that serving needs to know about an exported model.

    Attributes:
        format_version: Of this file.
        name: Canonical model name.
        dim: Length of a vector.
        max_tokens: Longest input the model reads, special tokens and prompt included.
        pooling: How token vectors become one; done inside the graph.
        normalise: Whether the graph returns unit-length vectors; always true.
        query_prompt: Put before a question.
        passage_prompt: Put before a passage.
        inputs: Names of the graph's inputs, a subset of ``input_ids``, ``attention_mask``,
            ``token_type_ids``.
        pad_id: Token id that fills short rows.
        pad_type_id: Segment id that fills short rows.
        pad_left: Whether rows are filled on the left.
        weights_sha256: Of the model's weights file.
        weights_size: Its size in bytes; with the next, tells cheaply that it is unchanged.
        weights_modified_ns: Its time of change, in nanoseconds.
        versions: Library versions the export was made with.
        files: Of the export, by name.
    """

    format_version: int
    name: str
    dim: int
    max_tokens: int
    pooling: str
    normalise: bool
    query_prompt: str
    passage_prompt: str
    inputs: tuple[str, ...]
    pad_id: int
    pad_type_id: int
    pad_left: bool
    weights_sha256: str
    weights_size: int
    weights_modified_ns: int
    versions: Mapping[str, str]
    files: Mapping[str, StoredFile]


def describe_files(folder: Path) -> dict[str, StoredFile]:
    """Return size and hash of each file of an export."""
    return {
        name: StoredFile((folder / name).stat().st_size, hash_file(folder / name))
        for name in PAYLOAD
    }


def write_config(folder: Path, config: EncoderConfig) -> None:
    """Write `encoder.json` durably."""
    text = json.dumps(asdict(config), indent=1, ensure_ascii=False)
    write_durably(folder / CONFIG_FILE, text.encode())


def read_config(folder: Path) -> EncoderConfig:
    """Read `encoder.json`, and check that the export's files have the size it says.

    Raises:
        IndexDamagedError: The file or one it names is missing, cut short or unreadable.
    """
    path = folder / CONFIG_FILE
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        raw["inputs"] = tuple(raw["inputs"])
        raw["files"] = {name: StoredFile(**entry) for name, entry in raw["files"].items()}
        config = EncoderConfig(**raw)
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise IndexDamagedError(
            f"Cannot read {path}: {reason_of(error)}. Mend it: pincite index"
        ) from error
    if config.format_version != FORMAT_VERSION:
        raise IndexDamagedError(
            f"{path} has format {config.format_version}, this Pincite reads {FORMAT_VERSION}. "
            "Mend it: pincite index"
        )
    for name, stored in config.files.items():
        file = folder / name
        size = file.stat().st_size if file.is_file() else None
        if size != stored.size:
            raise IndexDamagedError(
                f"{file} is missing. Mend it: pincite index"
                if size is None
                else f"{file} has {size:,} bytes, not {stored.size:,}. Mend it: pincite index"
            )
    return config


def is_intact(folder: Path) -> bool:
    """Tell whether an export is there and its files still have the hashes it was made with."""
    try:
        config = read_config(folder)
    except IndexDamagedError:
        return False
    return all(hash_file(folder / name) == stored.sha256 for name, stored in config.files.items())
