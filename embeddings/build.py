"""Builds and refreshes a library: what is new is embedded, the rest is carried over."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import IndexDamagedError, IndexMissingError
from corpus.types import Document
from embeddings.embedding import (
    Cut,
    Embedded,
    Stop,
    cutter,
    embed_documents,
    has_all,
    never_stop,
)
from embeddings.encoders import Progress, ensure_encoder
from embeddings.generations import building, current_generation, sweep
from embeddings.holdings import Reading, holdings_of
from embeddings.journal import VectorJournal, text_digest
from embeddings.known_vectors import KnownVectors, StoredVectors
from embeddings.manifest import library_versions, read_manifest
from embeddings.models import canonical_name
from embeddings.previous import (
    Previous,
    read_carried,
    read_first_block,
    read_previous,
    same_model,
)
from embeddings.types import Encoder, Passage
from embeddings.writing import Content, Made, write_generation

Arrange = Callable[[Sequence[Document], Sequence[Document]], tuple[Document, ...]]
"""From new documents and the library's to those that it is to hold, in their order."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        added: Symbols of documents that are new.
        updated: Symbols of documents whose content changed.
        unchanged: Symbols of the others.
        removed: Symbols of documents that are gone, or are another's rendition now.
        lost: Symbols of documents that a damaged index held and that must be indexed anew.
        waiting: Symbols of documents that are not in the library because the build was stopped.
        units: Citable units in the library.
        passages: Embedded texts in the library.
        embedded: Passages of the library whose vector was computed now.
        reused: Passages whose vector was carried over.
        resumed: Those of them that a build which did not end had left.
        stopped: Whether the build was stopped before all was done.
        seconds: Wall-clock time.
    """

    added: tuple[str, ...]
    updated: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    lost: tuple[str, ...]
    waiting: tuple[str, ...]
    units: int
    passages: int
    embedded: int
    reused: int
    resumed: int
    stopped: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class Order:
    """What a build is to do.

    Attributes:
        incoming: New and changed documents; unchanged ones may be among them.
        arrange: Puts them together with those of the library.
        readings: Of the files that the new documents come from.
        vectors: Made by the same model, beside those that the library has.
    """

    incoming: Sequence[Document]
    arrange: Arrange
    readings: Sequence[Reading] = ()
    vectors: tuple[StoredVectors, ...] = ()


def build_library(
    home: Path,
    documents: Iterable[Document],
    model: str,
    progress: Progress,
    *,
    encoder: Encoder | None = None,
    threads: int = 0,
    stop: Stop = never_stop,
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
        stop: Asked now and then; once it says yes, the documents that are complete are put
            into use, and what was computed for the others is kept for the next build.

    Raises:
        SettingsError: The data directory cannot be written to.
        IndexBusyError: Another process is building.
        ModelError: The model cannot be loaded or exported.
    """
    with building(home):
        sweep(home)
        old = read_previous(home)
        order = Order(tuple(documents), put_together)
        encoder = encoder or ensure_encoder(home, model, progress, threads=threads)
        return refresh(home, old, order, model, encoder, progress, stop)


def put_together(new: Sequence[Document], old: Sequence[Document]) -> tuple[Document, ...]:
    """Return all documents in the order they came; a new one takes the place of its old self."""
    by_symbol = {symbol_key(document.symbol): document for document in old}
    by_symbol |= {symbol_key(document.symbol): document for document in new}
    return tuple(by_symbol.values())


def symbol_key(symbol: str) -> str:
    """Return a symbol as it is compared: without blanks, case folded."""
    return "".join(symbol.split()).casefold()


def refresh(
    home: Path,
    old: Previous,
    order: Order,
    model: str,
    encoder: Encoder,
    progress: Progress,
    stop: Stop = never_stop,
) -> BuildReport:
    """Make a generation of the library's documents and new ones, if that changes anything.

    The caller holds the build lock and has read the generation in use under it.

    Args:
        home: The data directory.
        old: The generation in use.
        order: What to do.
        model: Name or folder of the embedding model.
        encoder: Of that model.
        progress: Called with a stage's name, steps done and steps in all.
        stop: As in `build_library`.
    """
    began = time.perf_counter()
    name = canonical_name(model)
    wanted = order.arrange(order.incoming, old.documents)
    readings = _together(old.readings, order.readings)
    same = old.manifest is not None and same_model(old.manifest, name, encoder)
    embedded = resumed = 0
    with VectorJournal(home, name, encoder.weights_sha256, encoder.dim) as journal:
        if same and _is_current(old, wanted, readings):
            # A build that was killed as its last act may have left it.
            if len(journal) and journal.digests <= read_carried(old).digests:
                journal.remove()
            return _report(home, old, wanted, began=began)
        carried = read_carried(old) if same else read_first_block(old, name, encoder)
        left = journal.digests - carried.digests
        known = KnownVectors((*carried.vectors, *order.vectors), journal)
        make = cutter(encoder)

        def cut(document: Document) -> Sequence[Passage]:
            return carried.passages_of(document) or make(document)

        work = embed_documents(wanted, cut, encoder, known, progress, stop)
        documents = _complete(old, order, wanted, work, cut, known) if work.stopped else wanted
        if not work.stopped or documents != old.documents:
            passages = [p for d in documents for p in work.passages[d.symbol]]
            made = Made(name, encoder.dim, encoder.weights_sha256, library_versions())
            write_generation(home, Content(documents, passages, known, readings), made, progress)
            digests = [text_digest(passage.text) for passage in passages]
            embedded = sum(digest in work.fresh for digest in digests)
            resumed = sum(digest in left for digest in digests)
            if journal.digests <= set(digests):
                journal.remove()
    return _report(home, old, wanted, work.stopped, embedded, resumed, began=began)


def _is_current(old: Previous, documents: Sequence[Document], readings: Sequence[Reading]) -> bool:
    """Tell whether an index made with this model has all that is wanted."""
    if not old.intact or old.manifest is None or old.manifest.versions != library_versions():
        return False
    # A Pincite that wrote no holdings yet may have made the generation: then they differ, too.
    same_documents = old.documents == tuple(documents)
    return same_documents and old.holdings == holdings_of(documents, readings)


def _together(old: Sequence[Reading], new: Sequence[Reading]) -> tuple[Reading, ...]:
    return tuple(({r.sha256: r for r in old} | {r.sha256: r for r in new}).values())


def _complete(
    old: Previous,
    order: Order,
    wanted: Sequence[Document],
    work: Embedded,
    cut: Cut,
    known: KnownVectors,
) -> tuple[Document, ...]:
    """Return what the library can hold although the work was stopped.

    That is the library as it was with the new documents that are complete; as it was, if one
    of its own documents cannot be carried over, because the model is another.
    """
    done = {document.symbol: document for document in work.documents}
    done_files = {r.sha256 for document in work.documents for r in document.renditions}
    other_files = {r.sha256 for d in wanted if d.symbol not in done for r in d.renditions}

    def is_done(document: Document) -> bool:
        same = done.get(document.symbol)
        # It may be a rendition of a document of another symbol now.
        files = {rendition.sha256 for rendition in document.renditions[:1]}
        return (same is not None and same.units == document.units) or (
            bool(files & done_files) and not files & other_files
        )

    documents = order.arrange([d for d in order.incoming if is_done(d)], old.documents)
    for document in documents:
        if document.symbol in done and done[document.symbol].units == document.units:
            continue
        passages = cut(document)
        if not has_all(known, passages):
            return old.documents
        work.passages[document.symbol] = passages
    return documents


def _report(
    home: Path,
    old: Previous,
    wanted: Sequence[Document],
    stopped: bool = False,
    embedded: int = 0,
    resumed: int = 0,
    *,
    began: float,
) -> BuildReport:
    try:
        manifest = read_manifest(current_generation(home))
    except (IndexMissingError, IndexDamagedError):  # Stopped before there was a first one.
        manifest = None
    before = {d.symbol: d.content_hash for d in old.documents}
    now = {} if manifest is None else manifest.documents
    keys = {symbol_key(symbol) for symbol in now}
    held = old.manifest.documents if old.manifest is not None else {}
    passages = 0 if manifest is None else manifest.n_passages
    return BuildReport(
        added=tuple(s for s in now if s not in before),
        updated=tuple(s for s in now if s in before and now[s] != before[s]),
        unchanged=tuple(s for s in now if before.get(s) == now[s]),
        removed=tuple(s for s in before if symbol_key(s) not in keys),
        lost=tuple(s for s in held if s not in before and symbol_key(s) not in keys),
        waiting=tuple(d.symbol for d in wanted if now.get(d.symbol) != d.content_hash),
        units=0 if manifest is None else manifest.n_units,
        passages=passages,
        embedded=embedded,
        reused=passages - embedded,
        resumed=resumed,
        stopped=stopped,
        seconds=time.perf_counter() - began,
    )
