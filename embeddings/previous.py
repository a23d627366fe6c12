"""Reads what the generation in use still gives to the next one, even where it is damaged."""

from __future__ import annotations

from collections.abc import Mapping, Set
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.errors import IndexDamagedError, IndexMismatchError, IndexMissingError
from corpus.types import Document
from embeddings.generations import (
    DOCUMENTS_FILE,
    PASSAGES_FILE,
    VECTORS_FILE,
    current_generation,
)
from embeddings.holdings import HOLDINGS_FILE, Holding, Reading, read_holdings
from embeddings.journal import text_digest
from embeddings.known_vectors import StoredVectors
from embeddings.manifest import Manifest, check_files, library_versions, read_manifest
from embeddings.models import parts_of
from embeddings.serialise import read_documents, read_passages
from embeddings.types import Encoder, Passage
from embeddings.vector_index import VectorIndex


@dataclass(frozen=True, slots=True)
class Previous:
    """What can be carried over from the generation in use.

    Attributes:
        folder: The generation; None where there is none.
        manifest: None where it cannot be read.
        documents: Empty where they cannot be read.
        intact: Whether manifest and files fit together.
        holdings: What is kept about the documents; empty where that cannot be read.
    """

    folder: Path | None
    manifest: Manifest | None
    documents: tuple[Document, ...]
    intact: bool
    holdings: tuple[Holding, ...] = ()

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What the documents were read from."""
        return tuple(reading for holding in self.holdings for reading in holding.readings)

    def read_by(self, parser: int) -> dict[str, str]:
        """Return the document's symbol for each `Reading.sha256` of this version of the parser."""
        there = {document.symbol for document in self.documents}
        return {
            reading.sha256: holding.symbol
            for holding in self.holdings
            for reading in holding.readings
            if reading.parser == parser and holding.symbol in there
        }


@dataclass(frozen=True, slots=True)
class Carried:
    """Passages and vectors of the generation in use that the next one can take as they are.

    Attributes:
        documents: Those whose passages can be taken, by symbol.
        passages: Of each of these documents, by symbol.
        vectors: Of all texts; none or one.
    """

    documents: Mapping[str, Document]
    passages: Mapping[str, tuple[Passage, ...]]
    vectors: tuple[StoredVectors, ...]

    @property
    def digests(self) -> Set[bytes]:
        """Of the texts whose vectors are here."""
        return frozenset(digest for stored in self.vectors for digest in stored.rows)

    def passages_of(self, document: Document) -> tuple[Passage, ...] | None:
        """Return a document's passages if they depend on nothing that has changed."""
        held = self.documents.get(document.symbol)
        if held is not None and held.units == document.units:
            return self.passages.get(document.symbol, ())
        for held in self.documents.values():  # It may have another symbol now.
            if held.renditions[:1] == document.renditions[:1] and held.units == document.units:
                found = self.passages.get(held.symbol, ())
                return tuple(replace(passage, document=document.symbol) for passage in found)
        return None


NOTHING_CARRIED = Carried({}, {}, ())


def read_previous(home: Path) -> Previous:
    """Read the generation in use; of a damaged one, what can still be read."""
    try:
        folder = current_generation(home)
    except (IndexMissingError, IndexDamagedError):
        return Previous(None, None, (), intact=False)
    try:
        manifest = read_manifest(folder)
        check_files(folder, manifest)
        documents = read_documents(folder / DOCUMENTS_FILE)
        return Previous(folder, manifest, documents, intact=True, holdings=_holdings(folder))
    except (IndexDamagedError, IndexMismatchError):
        return _salvage(folder)


def read_carried(previous: Previous, *, any_version: bool = False) -> Carried:
    """Read the passages and vectors of an intact generation; the model is the caller's to check.

    Args:
        previous: The generation in use.
        any_version: Take the passages although another version of a library, or of Pincite
            itself, may have cut them; otherwise only their vectors are taken then.
    """
    if previous.folder is None or previous.manifest is None or not previous.intact:
        return NOTHING_CARRIED
    try:
        passages = read_passages(previous.folder / PASSAGES_FILE)
        index = VectorIndex.load(previous.folder / VECTORS_FILE)
    except IndexDamagedError:
        return NOTHING_CARRIED
    if len(passages) != len(index) or index.dim != previous.manifest.dim:
        return NOTHING_CARRIED
    rows = {text_digest(passage.text): row for row, passage in enumerate(passages)}
    vectors = (StoredVectors(rows, index),)
    if previous.manifest.versions != library_versions() and not any_version:
        return Carried({}, {}, vectors)
    grouped: dict[str, list[Passage]] = {}
    for passage in passages:
        grouped.setdefault(passage.document, []).append(passage)
    return Carried(
        {document.symbol: document for document in previous.documents},
        {symbol: tuple(found) for symbol, found in grouped.items()},
        vectors,
    )


def read_first_block(previous: Previous, model: str, encoder: Encoder) -> Carried:
    """Read the vectors that a model made as the first of those that the generation is made with.

    Args:
        previous: The generation in use.
        model: Canonical name.
        encoder: Of that model.
    """
    manifest = previous.manifest
    if manifest is None or parts_of(manifest.model)[0].name != model:
        return NOTHING_CARRIED
    if manifest.weights_sha256.split("+")[0] != encoder.weights_sha256:
        return NOTHING_CARRIED
    return Carried(
        {}, {}, tuple(s.first_block(encoder.dim) for s in read_carried(previous).vectors)
    )


def same_model(manifest: Manifest, model: str, encoder: Encoder) -> bool:
    """Tell whether an index was built with this very model."""
    ours = (model, encoder.dim, encoder.weights_sha256)
    return (manifest.model, manifest.dim, manifest.weights_sha256) == ours


def _holdings(folder: Path) -> tuple[Holding, ...]:
    # Without the file nothing is known to have been read, so that at worst all is read again.
    try:
        return read_holdings(folder / HOLDINGS_FILE)
    except IndexDamagedError:
        return ()


def _salvage(folder: Path) -> Previous:
    manifest: Manifest | None = None
    documents: tuple[Document, ...] = ()
    with suppress(IndexDamagedError, IndexMismatchError):
        manifest = read_manifest(folder)
    with suppress(IndexDamagedError):
        documents = read_documents(folder / DOCUMENTS_FILE)
    return Previous(folder, manifest, documents, intact=False, holdings=_holdings(folder))
