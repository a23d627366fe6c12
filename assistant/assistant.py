"""The assistant: one question in, one cited answer out."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np

from assistant.calibration import Calibration
from assistant.compose import answer_text, refusal_text
from assistant.confidence import features, probability
from assistant.conversation import ReadQuestion, read_question
from assistant.country_names import CountryNames
from assistant.evidence import Quoter, choose, make_citation
from assistant.explanation import NAMED, explain_confidence, explain_ranking
from assistant.lookup import MOST_LISTED, Lookup
from assistant.named_items import read_outcome, units_asked_for, units_behind, units_on
from assistant.pointed import Pointed, in_order, inside, lift, read_pointers
from assistant.question_scope import AskedOf, ScopeReader
from assistant.reranking import UnitReader
from assistant.retrieval import Retriever, Signals
from assistant.scope import Scope, Shelf
from assistant.settings import Settings
from assistant.types import Answer, Citation, Explanation, Hit, Shown
from corpus.catalogue import Catalogue
from corpus.errors import UnknownDocumentError, UnknownReferenceError
from corpus.references import parse_reference
from corpus.types import Located
from embeddings.library import Library
from embeddings.reranker.opening import Reranker

_NEAREST = 5


@dataclass(slots=True)
class _Clock:
    """Collects the milliseconds of an answer's stages."""

    began: float = field(default_factory=time.perf_counter)
    last: float = field(default_factory=time.perf_counter)
    spent: dict[str, float] = field(
        default_factory=lambda: {"encode": 0.0, "search": 0.0, "rerank": 0.0, "compose": 0.0}
    )

    def stage(self, name: str) -> None:
        now = time.perf_counter()
        self.spent[name] += (now - self.last) * 1000
        self.last = now

    def total(self) -> dict[str, float]:
        return {**self.spent, "total": (time.perf_counter() - self.began) * 1000}


class Assistant:
    """Answers questions over a library; holds no state between questions.

    Args:
        library: Opened library.
        settings: What a person set.
        calibration: The fitted numbers.
        reranker: Reads the best units, if `calibration` says how; None for the first ranking alone.
    """

    def __init__(
        self,
        library: Library,
        settings: Settings,
        calibration: Calibration,
        reranker: Reranker | None = None,
    ) -> None:
        self.library = library
        self.settings = settings
        self.calibration = calibration
        self.shelf = Shelf(library.catalogue)
        self._countries = CountryNames(library)
        self._scopes = ScopeReader(library, self.shelf)
        self._lookup = Lookup(library.catalogue, self.shelf)
        self._retriever = Retriever(library, calibration.fusion)
        self._quoter = Quoter(library, calibration.quote_margin)
        self._reader = None
        if reranker is not None and calibration.reranking is not None:
            self._reader = UnitReader(library, reranker, calibration.reranking)

    @property
    def reads(self) -> bool:
        """Whether the best units are read where they lie close together."""
        return self._reader is not None

    @property
    def catalogue(self) -> Catalogue:
        """The library's documents and units."""
        return self.library.catalogue

    @property
    def threshold(self) -> float:
        """Confidence below which it abstains."""
        chosen = self.settings.threshold
        return self.calibration.threshold if chosen is None else chosen

    def read(self, question: str, history: Sequence[str] = ()) -> ReadQuestion:
        """Return a question as it is searched: with what it leans on, countries by the names here.

        Raises:
            EmptyQuestionError: There is no word in the question.
        """
        read = read_question(question, history)
        return ReadQuestion(self._countries.read(read.text), self._countries.read(read.background))

    def ask(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        document: str | None = None,
        scope: Scope | None = None,
    ) -> Answer:
        """Answer a question from the library, or say that it is not answered there.

        Args:
            question: In plain language; may name paragraphs and documents.
            history: Earlier questions of the chat, oldest first.
            document: Symbol of a document to look in, besides those of the scope.
            scope: The documents to look in; None for all that no newer revision supersedes.

        Raises:
            EmptyQuestionError: There is no word in the question.
            UnknownDocumentError: A document to look in is not in the library.
            ScopeError: No document of the library meets the scope's limits.
        """
        clock = _Clock()
        read = self.read(question, history)
        asked = self._scopes.read(read, (scope or Scope()).with_document(document))
        found = partial(
            Answer,
            question=question,
            read_as=read.whole,
            scope=asked.looked_in,
            scope_by=asked.by,
            scope_note=asked.note,
        )
        try:
            pointed = self._pointers(read, asked)
        except (UnknownReferenceError, UnknownDocumentError) as error:
            hits = self._hits(self.signals(read, asked, clock), self.settings.hits)
            clock.stage("search")
            return found(
                text=str(error),
                abstained=True,
                confidence=0.0,
                citations=(),
                hits=hits,
                timings_ms=clock.total(),
                named=True,
                explanation=NAMED,
            )
        if pointed is not None:
            # A paragraph that is named is given, whatever sections are looked in.
            signals = self.signals(read, replace(asked, units=None), clock)
            return self._answer_pointed(found, pointed, signals, clock)
        signals = self.ranked(read, asked, clock)
        answer = self._answer_found(found, asked, signals, clock)
        if answer.abstained and asked.strengths is not None:
            # What words seem to name must not keep an answer back that stands elsewhere.
            asked = asked.without_words()
            found = partial(found, scope=asked.looked_in, scope_by=asked.by, scope_note=asked.note)
            other = self._answer_found(found, asked, self.ranked(read, asked, clock), clock)
            answer = answer if other.abstained else other
        return answer

    def search(
        self,
        query: str,
        top_k: int = 10,
        *,
        document: str | None = None,
        scope: Scope | None = None,
    ) -> tuple[Hit, ...]:
        """Return the units nearest to a query, best first; fewer if there are not so many.

        Raises:
            EmptyQuestionError: There is no word in the query.
            UnknownDocumentError: A document to look in is not in the library.
            ScopeError: No document of the library meets the scope's limits.
        """
        read = self.read(query)
        asked = self._scopes.read(read, (scope or Scope()).with_document(document))
        return self._hits(self.ranked(read, asked, sure=False), top_k)

    def show(
        self, reference: str, *, document: str | None = None, scope: Scope | None = None
    ) -> tuple[Located, ...]:
        """Return the units of `look_up`."""
        return self.look_up(reference, document=document, scope=scope).units

    def look_up(
        self, reference: str, *, document: str | None = None, scope: Scope | None = None
    ) -> Shown:
        """Return the units that a reference names, each followed by the units inside it.

        Where several documents have them, they are given of each, of ten at most.

        Args:
            reference: As a person writes it, with or without a document's symbol.
            document: Symbol of a document to look in, besides those of the scope.
            scope: The documents to look in; None for all that no newer revision supersedes.

        Raises:
            ReferenceSyntaxError: It cannot be read as a reference.
            UnknownReferenceError: It names what does not exist; the message says what does.
            UnknownDocumentError: A document to look in is not in the library.
            ScopeError: No document of the library meets the scope's limits.
        """
        parsed = parse_reference(reference)
        limits = (scope or Scope()).with_document(document)
        within = None
        if limits.limits or parsed.document is None:
            within = self.shelf.select(limits)
        found = self._lookup.find(parsed, within)
        chosen = [place for units in found.by_document[:MOST_LISTED] for place in units]
        return Shown(inside(chosen, self.library), found.symbols[MOST_LISTED:])

    def signals(
        self, read: ReadQuestion, asked: AskedOf | None = None, clock: _Clock | None = None
    ) -> Signals:
        """Return what speaks for each unit; a follow-up is searched with its background too.

        Args:
            read: The question.
            asked: Which documents it is asked of; None reads that from its words.
            clock: Told of the stages.
        """
        clock = clock or _Clock()
        asked = asked or self._scopes.read(read, Scope())
        read = asked.read
        clock.last = time.perf_counter()
        texts = [asked.words, *(rest for rest, _ in asked.spared)]
        if read.background:
            texts.append(read.whole)
        vectors = self.library.encoder.encode_queries(texts)
        clock.stage("encode")
        found = self._retriever.signals_of(
            texts, vectors, asked.symbols, asked.strengths, asked.units
        )
        mixed = found[0]
        for rest, (_, places) in zip(found[1:], asked.spared, strict=False):
            mixed = self._retriever.spare(mixed, rest, places)
        if read.background:
            mixed = self._retriever.mix(mixed, found[-1], self.calibration.follow_up_share)
        if asked.strengths is not None and asked.named:
            mixed = self._retriever.beyond_titles(mixed, asked.named)
        if asked.items:
            best = self.library.units[int(mixed.fused.argmax())]
            mixed = self._retriever.on_items(
                mixed,
                units_on(asked.items, self.catalogue)
                + units_behind(asked.items, best, self.catalogue),
                units_asked_for(asked.items, self.catalogue),
            )
        clock.stage("search")
        return mixed

    def ranked(
        self,
        read: ReadQuestion,
        asked: AskedOf | None = None,
        clock: _Clock | None = None,
        *,
        sure: bool = True,
    ) -> Signals:
        """Return the signals of `signals`, with what reading the best units brings.

        Args:
            read: The question.
            asked: Which documents it is asked of; None reads that from its words.
            clock: Told of the stages.
            sure: Whether it is wanted how sure an answer is; the ranking alone needs less reading.
        """
        clock = clock or _Clock()
        asked = asked or self._scopes.read(read, Scope())
        if self._reader is not None and sure:
            self._reader.prepare(asked.read.whole)
        found = self.signals(read, asked, clock)
        if self._reader is not None:
            found = self._reader.rank(asked.read.whole, found, least=1 if sure else 2)
            clock.stage("rerank")
        return found

    def confidence(self, read: ReadQuestion, signals: Signals) -> float:
        """Return the calibrated probability that the library answers; 0 for an empty one."""
        return self._sureness(read, signals)[1]

    def _sureness(self, read: ReadQuestion, signals: Signals) -> tuple[dict[str, float], float]:
        """Return the features of the confidence and the confidence itself."""
        if not np.isfinite(signals.fused).any():
            return {}, 0.0
        fitted = self.calibration
        found = features(read.whole, signals, self.library, fitted.far_level)
        return found, probability(found, fitted.confidence)

    def _explanation(
        self,
        read: ReadQuestion,
        signals: Signals,
        citations: Sequence[Citation],
        found: Mapping[str, float],
        confidence: float,
    ) -> Explanation:
        fitted = self.calibration
        cited = {(citation.document, citation.label) for citation in citations}
        return Explanation(
            units=explain_ranking(read.whole, signals, cited, self.library, fitted.fusion),
            sureness=explain_confidence(found, fitted.confidence, confidence, self.threshold),
        )

    def _pointers(self, read: ReadQuestion, asked: AskedOf) -> Pointed | None:
        """Return the units that a question names, in the documents it is asked of or names."""
        if asked.strengths is not None and asked.named:
            # "para. 5 of the report on Kenya"; unless that has none, and another document has.
            with suppress(UnknownReferenceError):
                return read_pointers(read.text, self._lookup, asked.named, limited=True)
        pointed = read_pointers(read.text, self._lookup, asked.symbols, limited=asked.limited)
        return pointed or read_outcome(asked.items, self.catalogue)

    def _hits(self, signals: Signals, top_k: int) -> tuple[Hit, ...]:
        units = self.library.units
        return tuple(
            Hit(units[row].document, units[row].unit, float(signals.fused[row]), rank)
            for rank, row in enumerate(signals.order()[: max(top_k, 0)], start=1)
        )

    def _cite(self, question: str, hits: Sequence[Hit], signals: Signals) -> tuple[Citation, ...]:
        margin, most = self.calibration.citation_margin, self.settings.most_citations
        chosen = choose(hits, margin, most)
        return tuple(self._quoter.citation(question, hit, signals) for hit in chosen)

    def _answer_found(
        self, found: partial[Answer], asked: AskedOf, signals: Signals, clock: _Clock
    ) -> Answer:
        """Answer with what was found, or with the nearest units as such."""
        read = asked.read
        hits = self._hits(signals, self.settings.hits)
        features, confidence = self._sureness(read, signals)
        citations: tuple[Citation, ...] = ()
        if confidence >= self.threshold:
            citations = self._cite(read.whole, hits, signals)
        nearest = () if citations else hits[:_NEAREST]
        text = (
            answer_text(citations, self.catalogue)
            if citations
            else refusal_text(nearest, self.catalogue)
        )
        explanation = self._explanation(read, signals, citations, features, confidence)
        clock.stage("compose")
        return found(
            text=text,
            abstained=not citations,
            confidence=confidence,
            citations=citations,
            hits=hits,
            nearest=nearest,
            timings_ms=clock.total(),
            explanation=explanation,
        )

    def _answer_pointed(
        self, found: partial[Answer], pointed: Pointed, signals: Signals, clock: _Clock
    ) -> Answer:
        """Answer with the units that the question names, or with what fits best inside them."""
        if pointed.rest:
            rows = self._retriever.rows(inside(pointed.places, self.library))
            signals = lift(signals, rows)
            hits = self._hits(signals, self.settings.hits)
            within = [hit for hit in hits if hit.score >= 1.0]
            citations = self._cite(pointed.rest, within, signals)
        else:
            rows = self._retriever.rows(pointed.places)
            signals = in_order(signals, rows)
            hits = self._hits(signals, max(self.settings.hits, len(rows)))
            citations = tuple(
                make_citation(place, 0, len(place.unit.text), hit.score)
                for place, hit in zip(pointed.places, hits, strict=False)
                if place.unit.text
            )
        clock.stage("compose")
        return found(
            text=answer_text(citations, self.catalogue),
            abstained=not citations,
            confidence=1.0 if citations else 0.0,
            citations=citations,
            hits=hits,
            timings_ms=clock.total(),
            named=True,
            explanation=NAMED,
        )
