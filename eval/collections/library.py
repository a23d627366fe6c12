"""The library of a collection: built once, kept in the cache, cut to what a query is asked of."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import platformdirs

from corpus.catalogue import Catalogue
from embeddings.build import build_library
from embeddings.lexical_index import LexicalIndex
from embeddings.library import Library, open_library
from embeddings.passages import context_of
from embeddings.vector_index import VectorIndex
from eval.collections.types import Collection

if TYPE_CHECKING:
    from assistant.settings import Settings

SEED = 20111010
"""Of the sample that ``--limit`` draws."""

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, steps done and steps in all."""


def sample(collection: Collection, limit: int, seed: int = SEED) -> Collection:
    """Return a collection with at most `limit` of its queries, drawn evenly by a seed.

    Documents that none of those queries is asked of are left out.
    """
    if limit >= len(collection.queries):
        return collection
    rows = sorted(random.Random(seed).sample(range(len(collection.queries)), limit))
    queries = tuple(collection.queries[row] for row in rows)
    wanted = {symbol for query in queries for symbol in query.scope}
    everything = any(not query.scope for query in queries)
    documents = tuple(d for d in collection.documents if everything or d.symbol in wanted)
    return replace(collection, queries=queries, documents=documents)


def cache_folder(collection: Collection) -> Path:
    """Return the data folder kept for these very documents."""
    hashes = "".join(document.content_hash for document in collection.documents)
    key = hashlib.sha256(hashes.encode()).hexdigest()[:12]
    root = platformdirs.user_cache_path("pincite") / "evaluation" / "collections"
    return root / f"{collection.name}-{key}"


def open_collection_library(collection: Collection, progress: Progress) -> tuple[Library, Settings]:
    """Return the library of a collection, embedded on first use, and the settings to ask it with.

    Raises:
        PinciteError: It cannot be built or opened.
    """
    from assistant.factory import prepare_reading
    from assistant.settings import Settings

    settings = Settings(home=cache_folder(collection))
    build_library(
        settings.home, collection.documents, settings.model, progress, threads=settings.threads
    )
    prepare_reading(settings, progress)
    return open_library(settings.home, settings.model, threads=settings.threads), settings


def part_of(library: Library, symbols: Sequence[str]) -> Library:
    """Return a library of some documents, as if no other had been indexed; all for none named."""
    if not symbols:
        return library
    wanted = set(symbols)
    documents = [d for d in library.catalogue.documents if d.symbol in wanted]
    units = [unit for document in documents for unit in document.units]
    rows = [row for row, p in enumerate(library.passages) if p.document in wanted]
    return replace(
        library,
        catalogue=Catalogue(documents),
        passages=tuple(library.passages[row] for row in rows),
        vectors=VectorIndex.build(library.vectors.vectors[np.array(rows, dtype=np.intp)]),
        lexical_own=LexicalIndex.build([unit.text for unit in units]),
        lexical_context=LexicalIndex.build([f"{context_of(unit)} {unit.text}" for unit in units]),
        # One session of the encoder serves all parts.
        _open_encoder=lambda: library.encoder,
    )
