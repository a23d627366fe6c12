"""Documents -> passages with vectors, some documents at a time, so that work can stop between."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from corpus.types import Document
from embeddings.encoders import Progress
from embeddings.journal import text_digest
from embeddings.known_vectors import KnownVectors
from embeddings.passages import Measure, make_passages
from embeddings.types import Encoder, Passage

EMBED_STAGE = "embedding units"

_CHUNK = 64
"""Passages embedded between two reports of progress; a stop waits for so many. Models that take
turns more often push each other's weights out of the processor's cache."""

_GROUP = 256
"""Texts sorted by length together: the encoder then pads little."""

_CACHED = 1 << 14
"""Texts whose length is remembered: units under one heading measure it again and again."""

Stop = Callable[[], bool]
"""Tells whether the person wants the work to stop."""

Cut = Callable[[Document], Sequence[Passage]]
"""Makes, or has at hand, the passages of a document."""


def never_stop() -> bool:
    """Return False: nobody is there to stop the work."""
    return False


@dataclass(slots=True)
class Embedded:
    """What has been done.

    Attributes:
        documents: Those of which every passage has its vector, in order.
        passages: Of each of them, by symbol.
        fresh: Digests of the texts embedded now.
        stopped: Whether the work ended before all documents were done.
    """

    documents: list[Document] = field(default_factory=list)
    passages: dict[str, Sequence[Passage]] = field(default_factory=dict)
    fresh: set[bytes] = field(default_factory=set)
    stopped: bool = False

    def add(self, document: Document, passages: Sequence[Passage]) -> None:
        """Take in a document whose passages all have vectors."""
        self.documents.append(document)
        self.passages[document.symbol] = passages


class CachedMeasure:
    """An encoder's measure of texts that remembers what it has measured."""

    def __init__(self, encoder: Measure) -> None:
        self.max_tokens = encoder.max_tokens
        self._count = lru_cache(_CACHED)(encoder.count_tokens)

    def count_tokens(self, text: str) -> int:
        """Return the length of a text in tokens, special tokens left out."""
        return self._count(text)


def cutter(encoder: Measure) -> Cut:
    """Return what makes a document's passages for an encoder."""
    measure = CachedMeasure(encoder)
    return lambda document: make_passages((document,), measure)


def embed_documents(
    documents: Sequence[Document],
    cut: Cut,
    encoder: Encoder,
    known: KnownVectors,
    progress: Progress,
    stop: Stop,
) -> Embedded:
    """Give every passage of some documents its vector, one group of documents after the other.

    Args:
        documents: In the order in which they are done.
        cut: Makes a document's passages.
        encoder: Embeds the texts that are new.
        known: Vectors at hand; new ones are added to it as they come.
        progress: Told how many units are done.
        stop: Asked before each chunk of passages.
    """
    done = Embedded()
    units, total = 0, sum(len(document.units) for document in documents)
    progress(EMBED_STAGE, 0, total)
    for group in _groups(documents, cut, known):
        new = {text_digest(p.text): p.text for _, passages in group for p in passages}
        order = sorted(
            ((digest, text) for digest, text in new.items() if digest not in known),
            key=lambda item: (len(item[1]), item[1]),
        )
        weight = sum(len(document.units) for document, _ in group)
        for first in range(0, len(order), _CHUNK):
            if stop():
                break
            chunk = order[first : first + _CHUNK]
            digests = [digest for digest, _ in chunk]
            known.add(digests, encoder.encode_passages([text for _, text in chunk]))
            done.fresh.update(digests)
            so_far = weight * (first + len(chunk)) // len(order)
            progress(EMBED_STAGE, units + so_far, total)
        for document, passages in group:
            if has_all(known, passages):
                done.add(document, passages)
        units += weight
        if not order:
            progress(EMBED_STAGE, units, total)
        if stop():
            break
    done.stopped = len(done.documents) < len(documents)
    return done


def has_all(known: KnownVectors, passages: Iterable[Passage]) -> bool:
    """Tell whether every one of these passages has its vector."""
    return all(text_digest(passage.text) in known for passage in passages)


def _groups(
    documents: Iterable[Document], cut: Cut, known: KnownVectors
) -> Iterator[list[tuple[Document, Sequence[Passage]]]]:
    """Yield documents with their passages, enough at a time that `_GROUP` texts are new."""
    group: list[tuple[Document, Sequence[Passage]]] = []
    new = 0
    for document in documents:
        passages = cut(document)
        group.append((document, passages))
        new += sum(text_digest(passage.text) not in known for passage in passages)
        if new >= _GROUP or not new:
            yield group
            group, new = [], 0
    if group:
        yield group
