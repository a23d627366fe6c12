"""What an index was made from and with: `manifest.json`, read and written here alone."""

from __future__ import annotations

import importlib.metadata
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.errors import IndexDamagedError, IndexMismatchError, reason_of
from embeddings.durable import write_durably

FORMAT_VERSION = 3
MANIFEST_FILE = "manifest.json"
LIBRARIES = (
    "bm25s",
    "faiss-cpu",
    "numpy",
    "onnxruntime",
    "pincite",
    "PyStemmer",
    "sentencepiece",
    "tokenizers",
)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an index was made from and with.

    Attributes:
        format_version: Of the whole generation's layout.
        model: Canonical name of the embedding model.
        dim: Length of its vectors.
        weights_sha256: Of its weights file.
        documents: Content hash of each document, by symbol, in the order they are shown.
        versions: Of the libraries that made the index.
        files: Size in bytes of each file of the generation, by name.
        n_units: Citable units.
        n_passages: Embedded texts.
        created: ISO time, UTC.
    """

    format_version: int
    model: str
    dim: int
    weights_sha256: str
    documents: Mapping[str, str]
    versions: Mapping[str, str]
    files: Mapping[str, int]
    n_units: int
    n_passages: int
    created: str


def library_versions() -> dict[str, str]:
    """Return the installed version of each library that shapes an index."""
    return {name: _version(name) for name in LIBRARIES}


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:  # Pincite run from a folder of sources.
        return "not installed"


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write `manifest.json` durably."""
    text = json.dumps(asdict(manifest), indent=1, ensure_ascii=False)
    write_durably(folder / MANIFEST_FILE, text.encode())


def read_manifest(folder: Path) -> Manifest:
    """Read `manifest.json`.

    Raises:
        IndexDamagedError: It is missing, cut short or unreadable.
        IndexMismatchError: Another version of Pincite wrote it in another format.
    """
    path = folder / MANIFEST_FILE
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        version = raw["format_version"]
        # Only this format is known to have the fields below.
        manifest = Manifest(**raw) if version == FORMAT_VERSION else None
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise IndexDamagedError(
            f"Cannot read {path}: {reason_of(error)}. Mend it: pincite index"
        ) from error
    if manifest is None:
        raise IndexMismatchError(
            f"The index in {folder} has format {version}, this Pincite reads {FORMAT_VERSION}. "
            "Build it again: pincite index"
        )
    return manifest


def check_files(folder: Path, manifest: Manifest) -> None:
    """Check that a generation's files are there with the sizes of its manifest.

    Raises:
        IndexDamagedError: One is missing or has another size; the message names all of them.
    """
    faults = []
    for name, size in manifest.files.items():
        file = folder / name
        found = file.stat().st_size if file.is_file() else None
        if found is None:
            faults.append(f"{name} is missing")
        elif found != size:
            faults.append(f"{name} has {found:,} bytes, not {size:,}")
    if faults:
        raise IndexDamagedError(
            f"The index in {folder} is damaged: {'; '.join(faults)}. Mend it: pincite index"
        )


def check_model(manifest: Manifest, home: Path, model: str) -> None:
    """Check that an index was built with the model of the settings.

    Args:
        manifest: Of the index.
        home: Where it lies, for the message.
        model: Canonical name from the settings.

    Raises:
        IndexMismatchError: It was another; the message shows both.
    """
    if manifest.model != model:
        raise IndexMismatchError(
            f"The index in {home} was built with the model {manifest.model!r}, the settings say "
            f"{model!r}. Build it again: pincite index (or set PINCITE_MODEL={manifest.model})"
        )


def check_fits(
    manifest: Manifest, home: Path, model: str, weights_sha256: str | None, dim: int
) -> None:
    """Check that an index was built with this very model.

    Args:
        manifest: Of the index.
        home: Where it lies, for the message.
        model: Canonical name.
        weights_sha256: Of the model's weights; None where they cannot be seen.
        dim: Length of the model's vectors.

    Raises:
        IndexMismatchError: Name, weights or dim differ; the message shows both sides.
    """
    check_model(manifest, home, model)
    if weights_sha256 is not None and manifest.weights_sha256 != weights_sha256:
        raise IndexMismatchError(
            f"The index in {home} was built with weights {manifest.weights_sha256[:12]}… of "
            f"{model!r}, the model's are now {weights_sha256[:12]}…. Build it again: pincite index"
        )
    if manifest.dim != dim:
        raise IndexMismatchError(
            f"The index in {home} holds vectors of dim {manifest.dim}, the model {model!r} makes "
            f"{dim}. Build it again: pincite index"
        )
