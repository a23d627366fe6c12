"""What is counted in a whole library, without a word of any language. Knows no Streamlit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.types import Document
from embeddings.holdings import Holding
from embeddings.library import Library
from embeddings.manifest import Manifest
from embeddings.models import Part, parts_of
from embeddings.reranker.source import NAME as RERANKER
from ui.kept_files import original_of


@dataclass(frozen=True, slots=True)
class DocumentCount:
    """What is counted in one document.

    Attributes:
        symbol: Its key.
        title: Full title.
        units: Number of citable units.
        flags: Why it must be cited with care, a sentence each.
        faults: Faults in its numbering, and differences between its files.
        superseded_by: Symbol of the newer revision in the library; empty if there is none.
    """

    symbol: str
    title: str
    units: int
    flags: tuple[str, ...]
    faults: int
    superseded_by: str


@dataclass(frozen=True, slots=True)
class Share:
    """The documents that have something in common.

    Attributes:
        name: What it is, as the library keeps it; empty where that is unknown.
        documents: Number of them.
        units: Number of their citable units.
    """

    name: str
    documents: int
    units: int


@dataclass(frozen=True, slots=True)
class LibraryCounts:
    """What is counted in a library.

    Attributes:
        documents: In the library's order.
        pages: Of all documents that have pages.
        unpaged: Number of documents that have none.
        units: Number of citable units.
        tokens: Of all units.
        bodies: Shares by issuing body, the largest first.
        years: By year of issue, the newest first.
        languages: By ISO 639-1 code, the largest first.
        kinds: By kind of document, the largest first.
        faults: Number of faults of each kind (`corpus.types.Problem`), the most frequent first.
        kept: Number of documents whose PDF is kept, so that what was set aside can be shown.
        models: That the index was made with.
        reranker: The language model that reads close matches; empty if there is none.
        created: When it was made, ISO time, UTC.
        made_by: Version of Pincite that made it; empty if unknown.
        parsers: Number of documents that each version of the parser read, the newest first.
    """

    documents: tuple[DocumentCount, ...]
    pages: int
    unpaged: int
    units: int
    tokens: int
    bodies: tuple[Share, ...]
    years: tuple[Share, ...]
    languages: tuple[Share, ...]
    kinds: tuple[Share, ...]
    faults: tuple[tuple[str, int], ...]
    kept: int
    models: tuple[Part, ...]
    reranker: str
    created: str
    made_by: str
    parsers: tuple[tuple[int, int], ...]


def count_library(library: Library, holdings: Iterable[Holding], *, reads: bool) -> LibraryCounts:
    """Return what is counted in a library that is open.

    Args:
        library: One generation.
        holdings: The list of what it holds, which knows the versions of the parser.
        reads: Whether the reranker reads close matches in it.
    """
    documents = library.catalogue.documents
    kept = sum(original_of(library.home, document) is not None for document in documents)
    reranker = RERANKER if reads else ""
    return count_documents(documents, holdings, library.manifest, kept, reranker)


def count_documents(
    documents: Sequence[Document],
    holdings: Iterable[Holding],
    manifest: Manifest,
    kept: int,
    reranker: str = "",
) -> LibraryCounts:
    """Return what is counted in documents and in what is known of their index.

    Args:
        documents: In the library's order.
        holdings: The list of what the library holds; other documents in it do not count.
        manifest: Of the index.
        kept: Number of documents whose PDF is kept.
        reranker: The language model that reads close matches; empty if there is none.
    """
    paged = [pages for pages in map(_pages, documents) if pages is not None]
    faults = Counter(one.kind for document in documents for one in document.problems)
    return LibraryCounts(
        documents=tuple(map(_count, documents)),
        pages=sum(paged),
        unpaged=len(documents) - len(paged),
        units=sum(len(document.units) for document in documents),
        tokens=sum(unit.tokens for document in documents for unit in document.units),
        bodies=_largest_first((one.metadata.body, one) for one in documents),
        years=_newest_first((one.metadata.date[:4], one) for one in documents),
        languages=_largest_first((one.metadata.language, one) for one in documents),
        kinds=_largest_first((one.metadata.kind, one) for one in documents),
        faults=tuple(faults.most_common()),
        kept=kept,
        models=parts_of(manifest.model),
        reranker=reranker,
        created=manifest.created,
        made_by=manifest.versions.get("pincite", ""),
        parsers=_parsers(holdings, {document.symbol for document in documents}),
    )


def by_care(
    documents: Iterable[DocumentCount], unresolved: Mapping[str, int]
) -> tuple[DocumentCount, ...]:
    """Return documents with those first that are to be cited with most care.

    Flags count before everything else, then faults and references that name nothing.
    """
    return tuple(
        sorted(
            documents,
            key=lambda one: (-len(one.flags), -one.faults - unresolved.get(one.symbol, 0)),
        )
    )


def _count(document: Document) -> DocumentCount:
    return DocumentCount(
        symbol=document.symbol,
        title=document.metadata.title,
        units=len(document.units),
        flags=tuple(flag.detail for flag in document.flags),
        faults=len(document.problems),
        superseded_by=document.superseded_by,
    )


def _pages(document: Document) -> int | None:
    """Return the pages of the first rendition that has any, as `Holding.pages` does."""
    return next((one.pages for one in document.renditions if one.pages is not None), None)


def _shares(named: Iterable[tuple[str, Document]]) -> list[Share]:
    found: dict[str, list[Document]] = {}
    for name, document in named:
        found.setdefault(name, []).append(document)
    return [
        Share(name, len(group), sum(len(one.units) for one in group))
        for name, group in found.items()
    ]


def _largest_first(named: Iterable[tuple[str, Document]]) -> tuple[Share, ...]:
    """Return shares, what is not known last."""
    order = sorted(_shares(named), key=lambda one: (not one.name, -one.documents, one.name))
    return tuple(order)


def _newest_first(named: Iterable[tuple[str, Document]]) -> tuple[Share, ...]:
    return tuple(sorted(_shares(named), key=lambda one: one.name, reverse=True))


def _parsers(holdings: Iterable[Holding], symbols: set[str]) -> tuple[tuple[int, int], ...]:
    """Return each version with its documents; one that several versions read has the newest."""
    versions = Counter(
        max(reading.parser for reading in holding.readings)
        for holding in holdings
        if holding.readings and holding.symbol in symbols
    )
    return tuple(sorted(versions.items(), reverse=True))


def model_name(part: Part) -> str:
    """Return a model's name; of a folder its own name, for where it lies is nobody's concern."""
    folder = Path(part.name)
    return folder.name if folder.is_absolute() else part.name
