"""What is drawn for an answer, made from the answer alone. Knows no Streamlit."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.explanation import close_matches_read, weighed
from assistant.question_scope import MOST_SHOWN, with_title
from assistant.types import Answer, Citation, Hit, UnitReasons
from corpus.catalogue import Catalogue
from corpus.display import cite, display
from ui import wording
from ui.language import say
from ui.lookup import find_document, find_unit
from ui.retelling import retold
from ui.since import words_changed

EXCERPT_LENGTH = 220
TITLE_LENGTH = 140
MOST_NEAREST = 5

LIKELIHOODS = (
    (0.9, "very-likely"),
    (0.66, "likely"),
    (0.33, "even"),
    (0.1, "unlikely"),
    (0.0, "very-unlikely"),
)
"""Least probability for each, which the catalogues put in words: the likelihood scale of the
IPCC's guidance note on the consistent treatment of uncertainties (Mastrandrea and others, 2010,
table 1)."""


@dataclass(frozen=True, slots=True)
class QuoteView:
    """The words quoted from one unit.

    Attributes:
        document: Symbol of the document.
        label: Label of the unit.
        reference: What its button says.
        texts: The quoted stretches in the unit's order, each verbatim.
        there: Whether the library still has the unit: a document may be removed meanwhile.
        changed: Whether the library has other words under its label now.
    """

    document: str
    label: str
    reference: str
    texts: tuple[str, ...]
    there: bool = True
    changed: bool = False


@dataclass(frozen=True, slots=True)
class QuoteBlock:
    """Quotes that stand under the same lead-in, in reading order.

    Attributes:
        lead_in: The lead-in they share; empty for whole paragraphs.
        quotes: At least one.
        title: Of the document; empty where the library has only one, or it has no title.
        superseded_by: Symbol of the document's newer revision; empty if there is none.
    """

    lead_in: str
    quotes: tuple[QuoteView, ...]
    title: str = ""
    superseded_by: str = ""


@dataclass(frozen=True, slots=True)
class NearView:
    """A unit that is near the question but does not answer it.

    Attributes:
        document: Symbol of the document.
        label: Label of the unit.
        reference: What its button says.
        excerpt: The start of its words.
        there: Whether the library still has the unit.
        changed: Whether the library has other words under its label now.
    """

    document: str
    label: str
    reference: str
    excerpt: str
    there: bool = True
    changed: bool = False


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer as it is drawn.

    Attributes:
        question: As asked.
        read_as: How a follow-up was read; empty if it was read as asked.
        statement: That there is no answer, or why; empty if there is one.
        blocks: The quotes, the block of the best citation first.
        sure: The confidence in a short sentence, or that paragraphs were named; empty for a
            question that names a paragraph that does not exist.
        chance: The confidence as a number, e.g. ``93%``; empty where nothing was estimated.
        nearest: The nearest units, only when it abstains.
        looked_in: Which documents were looked in, in a sentence; empty for all.
        why: Sentences that say why these units were found, and what speaks for and against an
            answer; empty where nothing was estimated.
    """

    question: str
    read_as: str
    statement: str
    blocks: tuple[QuoteBlock, ...]
    sure: str
    chance: str
    nearest: tuple[NearView, ...]
    why: tuple[str, ...]
    looked_in: str = ""


def view_answer(answer: Answer, catalogue: Catalogue) -> AnswerView:
    """Return what is drawn for an answer.

    Args:
        answer: From the assistant.
        catalogue: The library it was answered from; with several documents in it, every
            reference carries its symbol.
    """
    several = len(catalogue.documents) > 1 or any(
        find_document(catalogue, citation.document) is None for citation in answer.citations
    )
    estimated = not answer.abstained or bool(answer.nearest)
    return AnswerView(
        question=answer.question,
        read_as="" if _same(answer.read_as, answer.question) else answer.read_as,
        statement=_statement(answer, several),
        blocks=_blocks(answer.citations, catalogue, several),
        sure=_sure(answer) if estimated else "",
        chance="" if answer.named else chance(answer.confidence),
        nearest=tuple(_near(hit, catalogue, several) for hit in answer.nearest[:MOST_NEAREST]),
        why=_why(answer, several),
        looked_in=looked_in(answer, catalogue),
    )


def heard(view: AnswerView) -> str:
    """Return what a screen reader says when the answer comes."""
    references = [quote.reference for block in view.blocks for quote in block.quotes]
    return view.statement or say("answered-from", references="; ".join(references))


def likelihood(probability: float) -> str:
    """Return the one of `LIKELIHOODS` that a probability (0 to 1) is."""
    return next(name for least, name in LIKELIHOODS if probability >= least)


def chance(probability: float) -> str:
    """Return a probability (0 to 1) in per cent, never as certain as 0% or 100%."""
    if probability < 0.01:
        return say("chance-below", share=0.01)
    if probability > 0.99:
        return say("chance-above", share=0.99)
    return say("chance-is", share=math.floor(probability * 100 + 0.5) / 100)


def excerpt(text: str, length: int = EXCERPT_LENGTH) -> str:
    """Return the start of a text, cut between words, at most `length` characters and ``…``."""
    if len(text) <= length:
        return text
    head = text[: length + 1]
    at = head.rfind(" ")
    return (head[:at] if at > 0 else text[:length]).rstrip(" ,;:") + "…"


def reference_to(symbol: str, label: str, several: bool) -> str:
    """Return a unit's reference, with the document's symbol only where there are several."""
    return cite(symbol, label) if several else display(label)


def _sure(answer: Answer) -> str:
    """Return how sure it is that the library answers the question."""
    if answer.named:
        return say("named")
    message = "sure-after-all" if answer.abstained else "sure"
    return say(message, likelihood=likelihood(answer.confidence))


def looked_in(answer: Answer, catalogue: Catalogue) -> str:
    """Return which documents were looked in because the question names them, in a sentence."""
    symbols = answer.scope
    if answer.scope_by == "symbol":
        return say("looked-in-named", documents=wording.some_of(symbols, MOST_SHOWN))
    if answer.scope_by == "words":
        found = [find_document(catalogue, symbol) for symbol in symbols]
        titled = [with_title(document) for document in found if document is not None]
        if len(titled) == len(symbols):
            named = wording.some_of(titled, MOST_SHOWN)
            return say("looked-first-in", number=len(titled), documents=named)
    if answer.scope_by == "nothing":
        return say("looked-everywhere")
    return retold(answer.scope_note)


def _statement(answer: Answer, several: bool) -> str:
    """Return that the library does not answer, or the assistant's reason if it gives no nearest."""
    if not answer.abstained:
        return ""
    return (
        say("not-answered", documents=2 if several else 1)
        if answer.nearest
        else retold(answer.text)
    )


def _why(answer: Answer, several: bool) -> tuple[str, ...]:
    """Return why the units that are shown were found, best first, and why it is so sure."""
    shown: Iterable[Citation | Hit] = answer.citations or answer.nearest
    places = {(one.document, one.label) for one in shown}
    sentences: list[str] = []
    for reasons in answer.explanation.units:
        if (reasons.document, reasons.label) in places:
            reference = reference_to(reasons.document, reasons.label, several)
            sentences += _shared_words(reasons, reference)
    if close_matches_read(answer.explanation):
        sentences.append(say("read-closely"))
    if answer.explanation.sureness is not None:
        speaking_for, against = weighed(answer.explanation.sureness)
        for message, parts in (("speaks-for", speaking_for), ("speaks-against", against)):
            if parts:
                sentences.append(f"{say(message)} {'; '.join(map(wording.feature, parts))}.")
    return tuple(sentences)


def _shared_words(reasons: UnitReasons, reference: str) -> list[str]:
    found: list[str] = []
    if reasons.own_words:
        found.append(wording.words_in(reasons.own_words, reference))
    if reasons.context_words:
        found.append(wording.words_over(reasons.context_words, reference))
    return found or [say("no-words-in", reference=reference)]


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _near(hit: Hit, catalogue: Catalogue, several: bool) -> NearView:
    reference = reference_to(hit.document, hit.label, several)
    there = find_unit(catalogue, hit.document, hit.label) is not None
    changed = words_changed(catalogue, hit.document, hit.unit)
    return NearView(hit.document, hit.label, reference, excerpt(hit.unit.text), there, changed)


def _blocks(
    citations: Iterable[Citation], catalogue: Catalogue, several: bool
) -> tuple[QuoteBlock, ...]:
    """Group citations by the unit they stand in; groups keep the order of their best."""
    groups: dict[tuple[str, str | None], list[Citation]] = {}
    for citation in citations:
        groups.setdefault((citation.document, citation.unit.parent), []).append(citation)
    return tuple(
        _block(catalogue, group[0], parent, _quotes(group, catalogue, several), several)
        for (_, parent), group in groups.items()
    )


def _block(
    catalogue: Catalogue,
    first: Citation,
    parent: str | None,
    quotes: tuple[QuoteView, ...],
    several: bool,
) -> QuoteBlock:
    symbol = first.document
    document = find_document(catalogue, symbol)
    if document is None:
        return QuoteBlock(first.unit.lead_in, quotes)
    title = document.metadata.title
    return QuoteBlock(
        lead_in=_own_lead_in(catalogue, symbol, parent),
        quotes=quotes,
        title=excerpt(title, TITLE_LENGTH) if several and title != symbol else "",
        superseded_by=document.superseded_by,
    )


def _own_lead_in(catalogue: Catalogue, symbol: str, parent: str | None) -> str:
    """Return the words that directly lead in, with their marker."""
    unit = None if parent is None else find_unit(catalogue, symbol, parent)
    return "" if unit is None else f"{unit.marker} {unit.text}".strip()


def _quotes(
    citations: Iterable[Citation], catalogue: Catalogue, several: bool
) -> tuple[QuoteView, ...]:
    """Put the citations of one unit together, units in reading order."""
    units: dict[str, list[Citation]] = {}
    for citation in sorted(citations, key=lambda c: (c.unit.start, c.start)):
        units.setdefault(citation.label, []).append(citation)
    return tuple(
        QuoteView(
            document=found[0].document,
            label=label,
            reference=reference_to(found[0].document, label, several),
            texts=tuple(citation.quote for citation in found),
            there=find_unit(catalogue, found[0].document, label) is not None,
            changed=words_changed(catalogue, found[0].document, found[0].unit),
        )
        for label, found in units.items()
    )
