"""What an exported reranker says about itself: `reranker.json`, read and written here alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.errors import IndexDamagedError, reason_of
from embeddings.durable import write_durably
from embeddings.exported_files import StoredFile, check_sizes, has_hashes, parse_files

CONFIG_FILE = "reranker.json"
FORMAT_VERSION = 1


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
    write_durably(folder / CONFIG_FILE, json.dumps(asdict(config), indent=1).encode())


def read_config(folder: Path) -> RerankerConfig:
    """Read `reranker.json`, and check that the export's files have the size it says.

    Raises:
        IndexDamagedError: The file or one it names is missing, cut short or unreadable.
    """
    path = folder / CONFIG_FILE
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        raw["files"] = parse_files(raw["files"])
        config = RerankerConfig(**raw)
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise IndexDamagedError(
            f"Cannot read {path}: {reason_of(error)}. Mend it: pincite index"
        ) from error
    if config.format_version != FORMAT_VERSION:
        raise IndexDamagedError(
            f"{path} has format {config.format_version}, this Pincite reads {FORMAT_VERSION}. "
            "Mend it: pincite index"
        )
    check_sizes(folder, config.files)
    return config


def is_intact(folder: Path) -> bool:
    """Tell whether an export is there and its files still have the hashes it was made with."""
    try:
        return has_hashes(folder, read_config(folder).files)
    except IndexDamagedError:
        return False
