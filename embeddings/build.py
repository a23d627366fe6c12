"""Builds and refreshes a library: what is new is embedded, the rest is carried over."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from corpus.types import Document
from embeddings.durable import sync_file
from embeddings.encoders import Progress, ensure_encoder
from embeddings.generations import (
    DOCUMENTS_FILE,
    LEXICAL_CONTEXT_FILE,
    LEXICAL_OWN_FILE,
    PASSAGES_FILE,
    VECTORS_FILE,
    building,
    current_generation,
    new_generation,
    sweep,
    switch_to,
)
from embeddings.lexical_index import LexicalIndex
from embeddings.manifest import (
    FORMAT_VERSION,
    Manifest,
    library_versions,
    read_manifest,
    write_manifest,
)
from embeddings.models import canonical_name
from embeddings.passages import context_of, make_passages
from embeddings.previous import Previous, read_previous, same_model
from embeddings.serialise import write_documents, write_passages
from embeddings.types import Encoder, Passage, Vectors
from embeddings.vector_index import VectorIndex

EMBED_STAGE = "embedding passages"
WRITE_STAGE = "writing the index"
SWITCH_STAGE = "switching over"

_CHUNK = 64
"""Passages embedded between two reports of progress."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        added: Symbols of documents that are new.
        updated: Symbols of documents whose content changed.
        unchanged: Symbols of the others.
        lost: Symbols of documents that a damaged index held and that must be indexed anew.
        units: Citable units in the library.
        passages: Embedded texts in the library.
        embedded: Passages whose vector was computed now.
        reused: Passages whose vector was carried over.
        seconds: Wall-clock time.
    """

    added: tuple[str, ...]
    updated: tuple[str, ...]
    unchanged: tuple[str, ...]
    lost: tuple[str, ...]
    units: int
    passages: int
    embedded: int
    reused: int
    seconds: float


def build_library(
    home: Path,
    documents: Iterable[Document],
    model: str,
    progress: Progress,
    *,
    encoder: Encoder | None = None,
    threads: int = 0,
) -> BuildReport:
    """Add documents to the library in a data directory, or make the first one.

    A document replaces the one of the same symbol; the others stay. Until the last step the
    library in use is the old one, whatever happens.

    Args:
        home: The data directory; made if it is not there.
        documents: New and changed documents; unchanged ones may be among them.
        model: Name or folder of the embedding model.
        progress: Called with a stage's name, steps done and steps in all.
        encoder: Encodes instead of `model`'s export.
        threads: Threads for one forward pass; 0 takes the cores this process may use.

    Raises:
        SettingsError: The data directory cannot be written to.
        IndexBusyError: Another process is building.
        ModelError: The model cannot be loaded or exported.
    """
    began = time.perf_counter()
    with building(home):
        sweep(home)
        old = read_previous(home)
        merged = _merge(old.documents, documents)
        encoder = encoder or ensure_encoder(home, model, progress, threads=threads)
        name = canonical_name(model)
        if _is_current(old, merged, name, encoder):
            embedded = 0
        else:
            embedded = _build(home, old, merged, name, encoder, progress)
        manifest = read_manifest(current_generation(home))
    return _report(old, manifest, embedded, time.perf_counter() - began)


def _merge(old: Sequence[Document], new: Iterable[Document]) -> tuple[Document, ...]:
    """Return all documents in the order they came; a new one takes the place of its old self."""
    by_symbol = {_key(document.symbol): document for document in old}
    by_symbol |= {_key(document.symbol): document for document in new}
    return tuple(by_symbol.values())


def _key(symbol: str) -> str:
    return "".join(symbol.split()).casefold()


def _is_current(old: Previous, documents: Sequence[Document], name: str, encoder: Encoder) -> bool:
    manifest = old.manifest
    return (
        old.intact
        and manifest is not None
        and same_model(manifest, name, encoder)
        and manifest.versions == library_versions()
        and list(manifest.documents.items()) == [(d.symbol, d.content_hash) for d in documents]
    )


def _build(
    home: Path,
    old: Previous,
    documents: tuple[Document, ...],
    name: str,
    encoder: Encoder,
    progress: Progress,
) -> int:
    passages = make_passages(documents, encoder)
    known = old.vectors_by_text(name, encoder)
    embedded = sum(passage.text not in known for passage in passages)
    vectors = _embed(passages, known, encoder, progress)
    folder = new_generation(home)
    _write(folder, documents, passages, vectors, progress)
    write_manifest(
        folder,
        Manifest(
            format_version=FORMAT_VERSION,
            model=name,
            dim=encoder.dim,
            weights_sha256=encoder.weights_sha256,
            documents={d.symbol: d.content_hash for d in documents},
            versions=library_versions(),
            files={file.name: file.stat().st_size for file in sorted(folder.iterdir())},
            n_units=sum(len(d.units) for d in documents),
            n_passages=len(passages),
            created=datetime.now(UTC).isoformat(timespec="seconds"),
        ),
    )
    progress(SWITCH_STAGE, 0, 1)
    switch_to(home, folder)
    progress(SWITCH_STAGE, 1, 1)
    return embedded


def _embed(
    passages: Sequence[Passage],
    known: Mapping[str, Vectors],
    encoder: Encoder,
    progress: Progress,
) -> Vectors:
    found = dict(known)
    # Texts of like length together: the encoder then pads little.
    new = sorted({passage.text for passage in passages} - known.keys(), key=lambda t: (len(t), t))
    progress(EMBED_STAGE, 0, len(new))
    for first in range(0, len(new), _CHUNK):
        chunk = new[first : first + _CHUNK]
        found.update(zip(chunk, encoder.encode_passages(chunk), strict=True))
        progress(EMBED_STAGE, first + len(chunk), len(new))
    vectors = np.empty((len(passages), encoder.dim), dtype=np.float32)
    for row, passage in enumerate(passages):
        vectors[row] = found[passage.text]
    return vectors


def _write(
    folder: Path,
    documents: Sequence[Document],
    passages: Sequence[Passage],
    vectors: Vectors,
    progress: Progress,
) -> None:
    units = [unit for document in documents for unit in document.units]
    own = [unit.text for unit in units]
    whole = [f"{context_of(unit)} {unit.text}" for unit in units]
    steps: tuple[tuple[str, Callable[[Path], None]], ...] = (
        (DOCUMENTS_FILE, lambda path: write_documents(path, documents)),
        (PASSAGES_FILE, lambda path: write_passages(path, passages)),
        (VECTORS_FILE, lambda path: VectorIndex.build(vectors).save(path)),
        (LEXICAL_OWN_FILE, lambda path: LexicalIndex.build(own).save(path)),
        (LEXICAL_CONTEXT_FILE, lambda path: LexicalIndex.build(whole).save(path)),
    )
    progress(WRITE_STAGE, 0, len(steps))
    for done, (name, write) in enumerate(steps, start=1):
        write(folder / name)
        sync_file(folder / name)
        progress(WRITE_STAGE, done, len(steps))


def _report(old: Previous, manifest: Manifest, embedded: int, seconds: float) -> BuildReport:
    before = {d.symbol: d.content_hash for d in old.documents}
    now = manifest.documents
    held = old.manifest.documents if old.manifest is not None else {}
    return BuildReport(
        added=tuple(s for s in now if s not in before),
        updated=tuple(s for s in now if s in before and now[s] != before[s]),
        unchanged=tuple(s for s in now if before.get(s) == now[s]),
        lost=tuple(s for s in held if _key(s) not in {_key(symbol) for symbol in now}),
        units=manifest.n_units,
        passages=manifest.n_passages,
        embedded=embedded,
        reused=manifest.n_passages - embedded,
        seconds=seconds,
    )
