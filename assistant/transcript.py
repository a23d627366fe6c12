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
from assistant.compose import refusal_text
from assistant.types import Answer
from corpus.catalogue import Catalogue
from corpus.errors import UnknownDocumentError, UnknownReferenceError
from corpus.types import Document, Metadata, Unit

Referencing = Literal["text", "footnotes"]
"""Where a quote's reference stands: behind it in brackets, or in a footnote."""

ANNEX = "Annex: sources"
NEAREST = "Nearest paragraphs, which do not answer it:"

HEADINGS = " › "
"""Between the headings over a unit."""

_LONGEST_NAME = 60


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
    """

    title: str
    made: str
    turns: tuple[Turn, ...]
    sources: tuple[Source, ...]
    exchanges: tuple[Exchange, ...]

    @property
    def head(self) -> str:
        """The line under the title."""
        return (
            f"Questions and answers from Pincite, {self.made}. Quotes are word for word; check "
            "each in its place before you cite it."
        )


def make_transcript(
    exchanges: Sequence[Exchange], catalogue: Catalogue, made: str, title: str = ""
) -> Transcript:
    """Return a conversation to be written down.

    Args:
        exchanges: Oldest first.
        catalogue: The library as it is now; what has left it since keeps symbol and words.
        made: ISO date of today.
        title: Of the conversation; empty for its first question.
    """
    first = exchanges[0].question if exchanges else ""
    return Transcript(
        title=" ".join((title or first).split()) or "Pincite",
        made=made,
        turns=tuple(_turn(exchange, catalogue) for exchange in exchanges),
        sources=_sources(exchanges, catalogue),
        exchanges=tuple(exchanges),
    )


def file_name(title: str, made: str, extension: str) -> str:
    """Return a name for the file that every system can keep: ``pincite-2024-05-01-who-pays.md``.

    Letters and figures of every script stay; all else becomes a hyphen.
    """
    words = re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", title)).strip("-")
    cut = words[:_LONGEST_NAME].strip("-").casefold()
    return "-".join(part for part in ("pincite", made, cut) if part) + f".{extension}"


def _turn(exchange: Exchange, catalogue: Catalogue) -> Turn:
    answer = exchange.answer
    if answer is None:
        return Turn(exchange.question, _asked_of(exchange), exchange.error, (), ())
    return Turn(
        question=exchange.question,
        notes=(*_asked_of(exchange), *_notes(answer)),
        statement=_statement(answer, catalogue),
        groups=_groups(answer, catalogue),
        nearest=tuple(
            Cited(metadata_of(catalogue, hit.document), hit.unit) for hit in answer.nearest
        ),
    )


def _asked_of(exchange: Exchange) -> tuple[str, ...]:
    return (f"Asked of: {exchange.within}",) if exchange.within else ()


def _notes(answer: Answer) -> tuple[str, ...]:
    read = " ".join(answer.read_as.split())
    same = read.casefold() == " ".join(answer.question.split()).casefold()
    notes = [] if same else [f"Read as: {read}"]
    notes += [answer.scope_note] if answer.scope_note else []
    notes += [] if answer.named else [f"Confidence {answer.confidence:.2f}"]
    return tuple(notes)


def _statement(answer: Answer, catalogue: Catalogue) -> str:
    if not answer.abstained:
        return ""
    return refusal_text((), catalogue) if answer.nearest else answer.text


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


def _sources(exchanges: Iterable[Exchange], catalogue: Catalogue) -> tuple[Source, ...]:
    """Return what all answers cite, documents in the order in which they are first cited."""
    units: dict[str, dict[str, Unit]] = {}
    for exchange in exchanges:
        for citation in exchange.answer.citations if exchange.answer else ():
            units.setdefault(citation.document, {})[citation.label] = citation.unit
    return tuple(
        Source(
            metadata_of(catalogue, symbol),
            _cautions(symbol, catalogue),
            tuple(sorted(found.values(), key=lambda unit: unit.start)),
        )
        for symbol, found in units.items()
    )


def _cautions(symbol: str, catalogue: Catalogue) -> tuple[str, ...]:
    try:
        document: Document = catalogue.document(symbol)
    except UnknownDocumentError:
        return ("No longer in the library.",)
    newer = (f"Superseded by {document.superseded_by}.",) if document.superseded_by else ()
    return (*newer, *(f"Cite with care: {flag.detail}" for flag in document.flags))
