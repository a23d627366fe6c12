"""Reads what the generation in use still gives to the next one, even where it is damaged."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import IndexDamagedError, IndexMismatchError, IndexMissingError
from corpus.types import Document
from embeddings.generations import (
    DOCUMENTS_FILE,
    PASSAGES_FILE,
    VECTORS_FILE,
    current_generation,
)
from embeddings.manifest import Manifest, check_files, read_manifest
from embeddings.serialise import read_documents, read_passages
from embeddings.types import Encoder, Vectors
from embeddings.vector_index import VectorIndex


@dataclass(frozen=True, slots=True)
class Previous:
    """What can be carried over from the generation in use.

    Attributes:
        folder: The generation; None where there is none.
        manifest: None where it cannot be read.
        documents: Empty where they cannot be read.
        intact: Whether manifest and files fit together.
    """

    folder: Path | None
    manifest: Manifest | None
    documents: tuple[Document, ...]
    intact: bool

    def vectors_by_text(self, model: str, encoder: Encoder) -> Mapping[str, Vectors]:
        """Return the vector, shape (dim,), of each passage text that this same model made."""
        if self.folder is None or self.manifest is None or not self.intact:
            return {}
        if not same_model(self.manifest, model, encoder):
            return {}
        try:
            passages = read_passages(self.folder / PASSAGES_FILE)
            vectors = VectorIndex.load(self.folder / VECTORS_FILE).vectors
        except IndexDamagedError:
            return {}
        return {passage.text: vectors[row] for row, passage in enumerate(passages)}


def read_previous(home: Path) -> Previous:
    """Read the generation in use; of a damaged one, what can still be read."""
    try:
        folder = current_generation(home)
    except (IndexMissingError, IndexDamagedError):
        return Previous(None, None, (), intact=False)
    try:
        manifest = read_manifest(folder)
        check_files(folder, manifest)
        return Previous(folder, manifest, read_documents(folder / DOCUMENTS_FILE), intact=True)
    except (IndexDamagedError, IndexMismatchError):
        return _salvage(folder)


def same_model(manifest: Manifest, model: str, encoder: Encoder) -> bool:
    """Tell whether an index was built with this very model."""
    ours = (model, encoder.dim, encoder.weights_sha256)
    return (manifest.model, manifest.dim, manifest.weights_sha256) == ours


def _salvage(folder: Path) -> Previous:
    manifest: Manifest | None = None
    documents: tuple[Document, ...] = ()
    with suppress(IndexDamagedError, IndexMismatchError):
        manifest = read_manifest(folder)
    with suppress(IndexDamagedError):
        documents = read_documents(folder / DOCUMENTS_FILE)
    return Previous(folder, manifest, documents, intact=False)
