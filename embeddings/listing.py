"""Lists what a library holds without loading its texts and indexes."""

from __future__ import annotations

from pathlib import Path

from embeddings.generations import DOCUMENTS_FILE, current_generation
from embeddings.holdings import HOLDINGS_FILE, Holding, holdings_of, read_holdings
from embeddings.manifest import read_manifest
from embeddings.serialise import read_documents


def list_holdings(home: Path) -> tuple[Holding, ...]:
    """Return the documents of the library in a data directory, in the order they are shown.

    Raises:
        IndexMissingError: Nothing has been indexed.
        IndexMismatchError: Another version of Pincite wrote it in another format.
        IndexDamagedError: A file of the library is missing or cut short.
    """
    folder = current_generation(home)
    if HOLDINGS_FILE in read_manifest(folder).files:
        return read_holdings(folder / HOLDINGS_FILE)
    # A Pincite that did not write the list yet built the library.
    return holdings_of(read_documents(folder / DOCUMENTS_FILE), ())
