"""Takes documents out of a library; what is left is carried over without a model."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpus.display import first_few
from corpus.errors import IndexDamagedError, UnknownDocumentError
from corpus.reconcile import reconcile
from corpus.types import Document
from embeddings.build import symbol_key
from embeddings.encoders import Progress
from embeddings.generations import building, current_generation, sweep
from embeddings.known_vectors import KnownVectors
from embeddings.manifest import check_files, read_manifest
from embeddings.previous import Previous, read_carried, read_previous
from embeddings.types import Passage
from embeddings.writing import Content, Made, write_generation

_NAMED = 10
"""Documents that a message lists."""


def remove_documents(
    home: Path, symbols: Sequence[str], progress: Progress, *, everything: bool = False
) -> tuple[Document, ...]:
    """Take documents out of the library in a data directory.

    Args:
        home: The data directory.
        symbols: Of the documents, or aliases of them; case and white space do not matter.
        progress: Called with a stage's name, steps done and steps in all.
        everything: Take out all documents, whatever `symbols` says.

    Returns:
        The documents that were taken out. An empty library is left in use if none remains.

    Raises:
        IndexMissingError: Nothing has been indexed.
        IndexDamagedError: A file of the library is missing or cut short.
        IndexMismatchError: Another version of Pincite wrote it in another format.
        UnknownDocumentError: A symbol is not there; then nothing is taken out.
        SettingsError: The data directory cannot be written to.
        IndexBusyError: Another process is building.
    """
    folder = current_generation(home)
    with building(home):
        folder = current_generation(home)
        manifest = read_manifest(folder)
        check_files(folder, manifest)
        sweep(home)
        old = read_previous(home)
        gone = old.documents if everything else _find(old, symbols)
        if not gone:
            return ()
        keys = {symbol_key(document.symbol) for document in gone}
        left = [d for d in old.documents if symbol_key(d.symbol) not in keys]
        # Without its newer revision a document is current again.
        documents = reconcile((), left)
        carried = read_carried(old, any_version=True)
        passages: list[Passage] = []
        for document in documents:
            found = carried.passages_of(document)
            if found is None:
                raise IndexDamagedError(f"The index in {folder} is damaged. Mend it: pincite index")
            passages += found
        content = Content(documents, passages, KnownVectors(carried.vectors), old.readings)
        # The versions stay those that made the passages: the next build looks at them.
        made = Made(manifest.model, manifest.dim, manifest.weights_sha256, manifest.versions)
        write_generation(home, content, made, progress)
    return gone


def _find(old: Previous, symbols: Sequence[str]) -> tuple[Document, ...]:
    by_key: dict[str, Document] = {}
    for document in old.documents:
        for alias in document.metadata.aliases:
            by_key.setdefault(symbol_key(alias), document)
    by_key |= {symbol_key(document.symbol): document for document in old.documents}
    unknown = [symbol for symbol in symbols if symbol_key(symbol) not in by_key]
    if unknown:
        known = first_few([document.symbol for document in old.documents], _NAMED) or "none"
        raise UnknownDocumentError(
            f"No document {', '.join(map(repr, unknown))} in the library. It holds: {known}. "
            "List them: pincite library"
        )
    found = {by_key[symbol_key(symbol)].symbol: by_key[symbol_key(symbol)] for symbol in symbols}
    return tuple(found.values())
