"""Opens what was built: documents, passages and indexes, checked against the settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus.catalogue import Catalogue
from corpus.errors import IndexDamagedError
from corpus.types import Located
from embeddings.encoders import find_installed
from embeddings.generations import (
    DOCUMENTS_FILE,
    LEXICAL_CONTEXT_FILE,
    LEXICAL_OWN_FILE,
    PASSAGES_FILE,
    VECTORS_FILE,
    current_generation,
)
from embeddings.lexical_index import LexicalIndex
from embeddings.manifest import Manifest, check_files, check_fits, check_model, read_manifest
from embeddings.models import canonical_name
from embeddings.serialise import read_documents, read_passages
from embeddings.types import Encoder, Passage
from embeddings.vector_index import VectorIndex


@dataclass(frozen=True, eq=False)
class Library:
    """One generation of a library, loaded.

    Attributes:
        home: The data directory.
        catalogue: Documents and units.
        passages: What was embedded; row i of `vectors` is passage i.
        vectors: Of the passages.
        lexical_own: BM25 over each unit's own words; row i is unit i of `units`.
        lexical_context: BM25 over heading path, lead-in and own words; the same rows.
        manifest: What it was built from and with.
    """

    home: Path
    catalogue: Catalogue
    passages: tuple[Passage, ...]
    vectors: VectorIndex
    lexical_own: LexicalIndex
    lexical_context: LexicalIndex
    manifest: Manifest
    _open_encoder: Callable[[], Encoder] = field(repr=False)

    @cached_property
    def encoder(self) -> Encoder:
        """The encoder that made the vectors, opened at first use.

        Raises:
            ModelError: onnxruntime cannot read the export.
        """
        return self._open_encoder()

    @cached_property
    def units(self) -> tuple[Located, ...]:
        """All units in catalogue order: the rows of the lexical indexes."""
        return tuple(self.catalogue)

    @cached_property
    def passage_units(self) -> npt.NDArray[np.intp]:
        """Row in `units` of each passage's unit, shape (n_passages,)."""
        rows = {(place.document, place.unit.label): at for at, place in enumerate(self.units)}
        return np.array([rows[p.document, p.label] for p in self.passages], dtype=np.intp)


def open_library(
    home: Path, model: str | None = None, *, encoder: Encoder | None = None, threads: int = 0
) -> Library:
    """Open the library in a data directory.

    Args:
        home: The data directory.
        model: Name or folder of the embedding model that it must be made with; None for any.
        encoder: Encodes instead of `model`'s export.
        threads: Threads for one forward pass; 0 takes the cores this process may use.

    Raises:
        IndexMissingError: Nothing has been indexed.
        IndexMismatchError: The index has another format or was built with another model.
        IndexDamagedError: A file of the index or of the exported model is missing or cut short.
    """
    folder = current_generation(home)
    manifest = read_manifest(folder)
    if model is not None:
        check_model(manifest, home, canonical_name(model))
    opener = _encoder_opener(home, manifest, encoder, threads)
    check_files(folder, manifest)
    library = Library(
        home=home,
        catalogue=Catalogue(read_documents(folder / DOCUMENTS_FILE)),
        passages=read_passages(folder / PASSAGES_FILE),
        vectors=VectorIndex.load(folder / VECTORS_FILE),
        lexical_own=LexicalIndex.load(folder / LEXICAL_OWN_FILE),
        lexical_context=LexicalIndex.load(folder / LEXICAL_CONTEXT_FILE),
        manifest=manifest,
        _open_encoder=opener,
    )
    _check_counts(library, folder)
    return library


def _encoder_opener(
    home: Path, manifest: Manifest, encoder: Encoder | None, threads: int
) -> Callable[[], Encoder]:
    name = manifest.model
    if encoder is not None:
        check_fits(manifest, home, name, encoder.weights_sha256, encoder.dim)
        return lambda: encoder
    found = find_installed(home, manifest.model, manifest.weights_sha256, threads=threads)
    check_fits(manifest, home, name, found.weights_sha256, found.dim)
    return found.open


def _check_counts(library: Library, folder: Path) -> None:
    manifest = library.manifest
    units, passages = len(library.catalogue), len(library.passages)
    found = (units, passages, len(library.vectors), library.vectors.dim)
    wanted = (manifest.n_units, manifest.n_passages, manifest.n_passages, manifest.dim)
    if found != wanted or {len(library.lexical_own), len(library.lexical_context)} != {units}:
        raise IndexDamagedError(
            f"The files in {folder} do not belong together: (units, passages, vectors, dim) are "
            f"{found}, the manifest says {wanted}. Mend it: pincite index"
        )
