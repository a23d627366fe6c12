"""A conversation to take away: what was asked and answered, and its sources in an annex.

Made once from the answers, then written as Markdown (`transcript_markdown`), as a Word document
(`transcript_docx`) or as JSON (`transcript_json`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from assistant.citation_styles import Cited, cited_units, metadata_of
from assistant.transcript_words import ENGLISH, Words
from assistant.types import Answer
from corpus.catalogue import Catalogue
from corpus.errors import UnknownDocumentError, UnknownReferenceError
from corpus.types import Document, Metadata, Unit

Referencing = Literal["text", "footnotes"]
"""Where a quote's reference stands: behind it in brackets, or in a footnote."""

HEADINGS = " › "
"""Between the headings over a unit."""

_LONGEST_NAME = 60
_BREAKS = re.compile(r"[^\S\xa0\u202f]+")


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and what came of it.

    Attributes:
        question: As asked.
        answer: None if an error came instead, or nothing.
        error: The error in the person's words; empty if there is none.
        within: The documents that it was asked of, in words; empty for all.
    """

    question: str
    answer: Answer | None
    error: str = ""
    within: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Quotes that stand under the same lead-in, in reading order; the lead-in may be empty."""

    lead_in: str
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its answer as they are written down.

    Attributes:
        question: As asked.
        notes: How it was read, of which documents it was asked, how sure the answer is.
        statement: That there is no answer, or why; empty if there is one.
        groups: What is quoted.
        nearest: What is near the question without answering it.
    """

    question: str
    notes: tuple[str, ...]
    statement: str
    groups: tuple[Group, ...]
    nearest: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A document that is cited, with the units that are, whole and in reading order.

    Attributes:
        metadata: Of the document.
        cautions: What one should know before citing it.
        units: Those that are cited.
    """

    metadata: Metadata
    cautions: tuple[str, ...]
    units: tuple[Unit, ...]

    @property
    def name(self) -> str:
        """Its title with its symbol, or its symbol alone."""
        title, symbol = self.metadata.title, self.metadata.symbol
        return f"{title} ({symbol})" if title and title != symbol else symbol


@dataclass(frozen=True, slots=True)
class Transcript:
    """A conversation to be written down.

    Attributes:
        title: Of the conversation.
        made: ISO date on which it was taken away.
        turns: Oldest first.
        sources: The annex.
        exchanges: What it was made from.
        words: What is said beside questions, quotes and references.
    """

    title: str
    made: str
    turns: tuple[Turn, ...]
    sources: tuple[Source, ...]
    exchanges: tuple[Exchange, ...]
    words: Words = ENGLISH

    @property
    def head(self) -> str:
        """The line under the title."""
        return self.words.head(self.made)


def make_transcript(
    exchanges: Sequence[Exchange],
    catalogue: Catalogue,
    made: str,
    title: str = "",
    words: Words = ENGLISH,
) -> Transcript:
    """Return a conversation to be written down.

    Args:
        exchanges: Oldest first.
        catalogue: The library as it is now; what has left it since keeps symbol and words.
        made: ISO date of today.
        title: Of the conversation; empty for its first question.
        words: What is said beside questions, quotes and references.
    """
    first = exchanges[0].question if exchanges else ""
    return Transcript(
        title=" ".join((title or first).split()) or "Pincite",
        made=made,
        turns=tuple(_turn(exchange, catalogue, words) for exchange in exchanges),
        sources=_sources(exchanges, catalogue, words),
        exchanges=tuple(exchanges),
        words=words,
    )


def on_one_line(text: str) -> str:
    """Return a text with single spaces; no-break ones, as French has before a colon, stay."""
    return _BREAKS.sub(" ", text).strip()


def file_name(title: str, made: str, extension: str) -> str:
    """Return a name for the file that every system can keep: ``pincite-2024-05-01-who-pays.md``.

    Letters and figures of every script stay; all else becomes a hyphen.
    """
    words = re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", title)).strip("-")
    cut = words[:_LONGEST_NAME].strip("-").casefold()
    return "-".join(part for part in ("pincite", made, cut) if part) + f".{extension}"


def _turn(exchange: Exchange, catalogue: Catalogue, words: Words) -> Turn:
    answer = exchange.answer
    if answer is None:
        return Turn(
            exchange.question, _asked_of(exchange, words), words.told(exchange.error), (), ()
        )
    return Turn(
        question=exchange.question,
        notes=(*_asked_of(exchange, words), *_notes(answer, catalogue, words)),
        statement=_statement(answer, catalogue, words),
        groups=_groups(answer, catalogue),
        nearest=tuple(
            Cited(metadata_of(catalogue, hit.document), hit.unit) for hit in answer.nearest
        ),
    )


def _asked_of(exchange: Exchange, words: Words) -> tuple[str, ...]:
    return (words.asked_of(exchange.within),) if exchange.within else ()


def _notes(answer: Answer, catalogue: Catalogue, words: Words) -> tuple[str, ...]:
    read = " ".join(answer.read_as.split())
    same = read.casefold() == " ".join(answer.question.split()).casefold()
    notes = [] if same else [words.read_as(read)]
    looked_in = words.looked_in(answer, catalogue)
    notes += [looked_in] if looked_in else []
    notes += [] if answer.named else [words.confidence(answer.confidence)]
    return tuple(notes)


def _statement(answer: Answer, catalogue: Catalogue, words: Words) -> str:
    if not answer.abstained:
        return ""
    return words.refusal(answer, catalogue) if answer.nearest else words.told(answer.text)


def _groups(answer: Answer, catalogue: Catalogue) -> tuple[Group, ...]:
    cited = cited_units(answer.citations, catalogue)
    return tuple(
        Group(_lead_in(symbol, parent, catalogue), tuple(group))
        for (symbol, parent), group in groupby(
            cited, key=lambda one: (one.metadata.symbol, one.unit.parent)
        )
    )


def _lead_in(symbol: str, parent: str | None, catalogue: Catalogue) -> str:
    """Return the words that directly lead in, with their marker."""
    if parent is None:
        return ""
    try:
        unit = catalogue.unit(symbol, parent)
    except (UnknownDocumentError, UnknownReferenceError):
        return ""
    return f"{unit.marker} {unit.text}".strip()


def _sources(
    exchanges: Iterable[Exchange], catalogue: Catalogue, words: Words
) -> tuple[Source, ...]:
    """Return what all answers cite, documents in the order in which they are first cited."""
    units: dict[str, dict[str, Unit]] = {}
    for exchange in exchanges:
        for citation in exchange.answer.citations if exchange.answer else ():
            units.setdefault(citation.document, {})[citation.label] = citation.unit
    return tuple(
        Source(
            metadata_of(catalogue, symbol),
            _cautions(symbol, catalogue, words),
            tuple(sorted(found.values(), key=lambda unit: unit.start)),
        )
        for symbol, found in units.items()
    )


def _cautions(symbol: str, catalogue: Catalogue, words: Words) -> tuple[str, ...]:
    try:
        document: Document = catalogue.document(symbol)
    except UnknownDocumentError:
        return (words.gone,)
    newer = (words.superseded_by(document.superseded_by),) if document.superseded_by else ()
    return (*newer, *(words.with_care(flag.detail) for flag in document.flags))
