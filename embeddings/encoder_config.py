"""What an exported model says about itself: `encoder.json`, read and written here alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from embeddings import exported_files
from embeddings.exported_files import StoredFile

CONFIG_FILE = "encoder.json"
FORMAT_VERSION = 3


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


def write_config(folder: Path, config: EncoderConfig) -> None:
    """Write `encoder.json` durably."""
    exported_files.write_config(folder / CONFIG_FILE, config)


def read_config(folder: Path) -> EncoderConfig:
    """Read `encoder.json`, and check that the export's files have the size it says.

    Raises:
        IndexDamagedError: The file or one it names is missing, cut short or unreadable.
    """
    return exported_files.read_config(folder / CONFIG_FILE, FORMAT_VERSION, _make)


def _make(raw: dict[str, Any]) -> EncoderConfig:
    return EncoderConfig(**{**raw, "inputs": tuple(raw["inputs"])})


def is_intact(folder: Path) -> bool:
    """Tell whether an export is there and its files still have the hashes it was made with."""
    return exported_files.is_intact(folder, read_config)
