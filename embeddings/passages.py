"""Makes the texts that are embedded from units: their words in context, and their sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from corpus.sentences import split_sentences
from corpus.types import Document, Unit
from embeddings.types import Passage, View
from embeddings.windows import split_windows

SPECIAL_TOKENS = 2
"""What models put around a text: ``[CLS] … [SEP]`` or ``<s> … </s>``."""

_CONTEXT_SHARE = 3
"""Heading path and lead-in may take a third of a window that the text would fill."""


class Measure(Protocol):
    """The part of an encoder that cutting needs."""

    @property
    def max_tokens(self) -> int:
        """Longest text the model reads, its special tokens included."""
        ...

    def count_tokens(self, text: str) -> int:
        """Return the length of a text in tokens, special tokens left out."""
        ...


def make_passages(documents: Iterable[Document], encoder: Measure) -> list[Passage]:
    """Return the passages of all units, in catalogue order.

    Each unit gives, in this order: its words after heading path and lead-in, in overlapping
    windows if that is longer than the model reads; and each of its sentences, at least one. A
    unit without words has no sentence, but may have context.
    """
    return [
        passage
        for document in documents
        for unit in document.units
        for passage in _of_unit(document.symbol, unit, encoder)
    ]


def context_of(unit: Unit) -> str:
    """Return what stands over a unit: its headings, outermost first, and its lead-in."""
    return " ".join([*(_ended(heading) for heading in unit.heading_path), unit.lead_in]).strip()


def _of_unit(document: str, unit: Unit, encoder: Measure) -> Iterator[Passage]:
    budget = max(encoder.max_tokens - SPECIAL_TOKENS, 1)
    text, count = unit.text, encoder.count_tokens

    def passage(view: View, start: int, end: int, context: str = "") -> Passage:
        whole = f"{context} {text[start:end]}".strip()
        return Passage(document, unit.label, view, whole, start, end)

    words = count(text)
    room = max(budget - words, budget // _CONTEXT_SHARE)
    context = _shorten(context_of(unit), room, encoder)
    left = max(budget - count(context), 1)
    for start, end in split_windows(text, left, count) or ([(0, 0)] if context else []):
        yield passage("context", start, end, context)

    for first, last in split_sentences(text):
        for start, end in split_windows(text[first:last], budget, count):
            yield passage("sentence", first + start, first + end)


def _ended(heading: str) -> str:
    return heading if heading.endswith((".", ":", "?", "!")) else f"{heading}."


def _shorten(context: str, room: int, encoder: Measure) -> str:
    """Take words off the front until the rest fits: what stands nearest the text says most."""
    words = context.split()
    low, high = 0, len(words)
    while low < high:
        middle = (low + high) // 2
        if encoder.count_tokens(" ".join(words[middle:])) <= room:
            high = middle
        else:
            low = middle + 1
    return " ".join(words[low:])
