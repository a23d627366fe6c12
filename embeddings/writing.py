"""Writes a generation: all its files, durably, then puts it into use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from corpus.types import Document
from embeddings.durable import sync_file
from embeddings.encoders import Progress
from embeddings.generations import (
    DOCUMENTS_FILE,
    LEXICAL_CONTEXT_FILE,
    LEXICAL_OWN_FILE,
    PASSAGES_FILE,
    VECTORS_FILE,
    new_generation,
    switch_to,
)
from embeddings.holdings import HOLDINGS_FILE, Reading, holdings_of, write_holdings
from embeddings.journal import text_digest
from embeddings.known_vectors import KnownVectors
from embeddings.lexical_index import LexicalIndex
from embeddings.manifest import FORMAT_VERSION, Manifest, write_manifest
from embeddings.passages import context_of
from embeddings.serialise import write_documents, write_passages
from embeddings.types import Passage
from embeddings.vector_index import VectorIndex

WRITE_STAGE = "writing the index"
SWITCH_STAGE = "switching over"

_ROWS = 1024
"""Vectors gathered at a time."""


@dataclass(frozen=True, slots=True)
class Made:
    """What made the vectors and the indexes.

    Attributes:
        model: Canonical name of the embedding model.
        dim: Length of its vectors.
        weights_sha256: Of its weights.
        versions: Of the libraries.
    """

    model: str
    dim: int
    weights_sha256: str
    versions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Content:
    """What a generation holds.

    Attributes:
        documents: In the order they are shown.
        passages: Document by document, in the same order.
        vectors: Hold that of every passage.
        readings: What the documents, or others, were read from.
    """

    documents: Sequence[Document]
    passages: Sequence[Passage]
    vectors: KnownVectors
    readings: Sequence[Reading]


def write_generation(home: Path, content: Content, made: Made, progress: Progress) -> None:
    """Write a generation and put it into use.

    The caller holds the build lock. Until the last step the generation before is in use.
    """
    folder = new_generation(home)
    documents = content.documents
    units = [unit for document in documents for unit in document.units]
    holdings = holdings_of(documents, content.readings)
    steps: tuple[tuple[str, Callable[[Path], None]], ...] = (
        (DOCUMENTS_FILE, lambda path: write_documents(path, documents)),
        (PASSAGES_FILE, lambda path: write_passages(path, content.passages)),
        (VECTORS_FILE, lambda path: _index(content, made.dim).save(path)),
        (LEXICAL_OWN_FILE, lambda path: _save_words(path, (unit.text for unit in units))),
        (
            LEXICAL_CONTEXT_FILE,
            lambda path: _save_words(path, (f"{context_of(unit)} {unit.text}" for unit in units)),
        ),
        (HOLDINGS_FILE, lambda path: write_holdings(path, holdings)),
    )
    progress(WRITE_STAGE, 0, len(steps))
    for done, (name, write) in enumerate(steps, start=1):
        write(folder / name)
        sync_file(folder / name)
        progress(WRITE_STAGE, done, len(steps))
    write_manifest(
        folder,
        Manifest(
            format_version=FORMAT_VERSION,
            model=made.model,
            dim=made.dim,
            weights_sha256=made.weights_sha256,
            documents={d.symbol: d.content_hash for d in documents},
            versions=made.versions,
            files={file.name: file.stat().st_size for file in sorted(folder.iterdir())},
            n_units=len(units),
            n_passages=len(content.passages),
            created=datetime.now(UTC).isoformat(timespec="seconds"),
        ),
    )
    progress(SWITCH_STAGE, 0, 1)
    switch_to(home, folder)
    progress(SWITCH_STAGE, 1, 1)


def _index(content: Content, dim: int) -> VectorIndex:
    index = VectorIndex(dim)
    passages = content.passages
    for first in range(0, len(passages), _ROWS):
        some = passages[first : first + _ROWS]
        rows = np.empty((len(some), dim), dtype=np.float32)
        for row, passage in enumerate(some):
            rows[row] = content.vectors.vector(text_digest(passage.text))
        index.add(rows)
    return index


def _save_words(path: Path, texts: Iterable[str]) -> None:
    LexicalIndex.build(list(texts)).save(path)
