"""What an exported reranker says about itself: `reranker.json`, read and written here alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from embeddings import exported_files
from embeddings.exported_files import StoredFile

CONFIG_FILE = "reranker.json"
FORMAT_VERSION = 2


@dataclass(frozen=True, slots=True)
class RerankerConfig:
    """All that serving needs to know.

    Attributes:
        format_version: Of this file.
        name: Of the model.
        text_tokens: Where a unit is cut.
        question_tokens: Where a question is cut.
        prompt: Stands between the two.
        weights_sha256: Of the published weights and the changes to them.
        versions: Library versions the export was made with.
        files: Of the export, by name.
    """

    format_version: int
    name: str
    text_tokens: int
    question_tokens: int
    prompt: str
    weights_sha256: str
    versions: Mapping[str, str]
    files: Mapping[str, StoredFile]


def write_config(folder: Path, config: RerankerConfig) -> None:
    """Write `reranker.json` durably."""
    exported_files.write_config(folder / CONFIG_FILE, config)


def read_config(folder: Path) -> RerankerConfig:
    """Read `reranker.json`, and check that the export's files have the size it says.

    Raises:
        IndexDamagedError: The file or one it names is missing, cut short or unreadable.
    """
    return exported_files.read_config(
        folder / CONFIG_FILE, FORMAT_VERSION, lambda raw: RerankerConfig(**raw)
    )


def is_intact(folder: Path) -> bool:
    """Tell whether an export is there and its files still have the hashes it was made with."""
    return exported_files.is_intact(folder, read_config)
