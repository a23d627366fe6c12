"""Question -> signals of every unit -> one fused ranking.

Dense signals are cosines of the question with a unit's best passage of a view. Lexical ones are
BM25 scores divided by the most that the question's words could bring, words that the library
does not have included: so a question whose words are nowhere leaves the ranking to the encoder,
where dividing by the best score found would let one stray word decide. Coverage is the share of
the words that a unit has, cubed: it speaks for units that have nearly all of them, as where a
question takes its words from the text, and for hardly any where it is asked in other words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from corpus.types import Located
from embeddings.lexical_index import LexicalIndex, tokenize
from embeddings.library import Library
from embeddings.types import Vectors, View

Scores = npt.NDArray[np.float32]

VIEWS: tuple[View, ...] = ("context", "sentence")
"""The views of a unit that the encoder compares with the question."""

SIGNALS = (*VIEWS, "lexical_context", "coverage")
"""Names of the signals, as `Calibration.fusion` weighs them."""

DOCUMENT = "document"
"""Name of the signal that speaks for a unit's document, where a question names documents."""

DOCUMENT_WEIGHT = 0.3
"""What a document that the question names by words brings its units, at full strength.

Chosen with `assistant.name_words.ASIDE` on the tuning half of the review reports
(`python -m eval run --collection upr-reports-tune`).
"""

BEYOND = "beyond_title"
"""Name of the signal that speaks for units that say more than the title of their document."""

BEYOND_WEIGHT = 0.25
"""What it counts in a document that the question names by words; docs/decisions/0022 has why."""

ITEM = "agenda_item"
"""Name of the signal that speaks for what a document has on an agenda item named."""

ITEM_WEIGHT = 0.05
"""What it counts; docs/decisions/0024 has why."""

READ = "read"
"""Name of what the reranker's reading brings a unit."""


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for each unit; every array has shape (n_units,).

    Attributes:
        by_name: One array for each name in `SIGNALS`, about 0 to 1.
        fused: Their weighted sum, with what speaks for the document; minus infinity for units
            that a filter leaves out.
        passages: Cosine of every passage, shape (n_passages,).
        query: The vector whose inner products with the passages they are, shape (dim,).
        documents: What speaks for each unit's document, 0 to 1; None where nothing tells
            documents apart, as in a library of one.
        beyond: How much more than its document's title each unit says, 0 in documents that are
            not named; None where no words name a document.
        items: 1 for units on an agenda item that the question names, 1 more for those that its
            words single out, 2 more for what it asks for; None where it names none. See
            `assistant.named_items`.
        read: What reading the units that lie close together has brought each, 0 for the others;
            None where no two have been read. See `assistant.reranking`.
        explained: How much likelier the question is after the best unit read than after none, as
            `assistant.reranking.Read` says; None where none has been read.
        least: The same of the part of the question that fits least.
    """

    by_name: Mapping[str, Scores]
    fused: Scores
    passages: Scores
    query: Vectors | None = None
    documents: Scores | None = None
    beyond: Scores | None = None
    items: Scores | None = None
    read: Scores | None = None
    explained: float | None = None
    least: float | None = None

    def order(self) -> npt.NDArray[np.intp]:
        """Return rows of units that passed the filter, best first, ties by reading order."""
        order = np.argsort(-self.fused, kind="stable")
        return order[np.isfinite(self.fused[order])]


class Retriever:
    """Scores the units of a library for a question.

    Args:
        library: Opened library.
        weights: Weight of each signal.
    """

    def __init__(self, library: Library, weights: Mapping[str, float]) -> None:
        self._library = library
        self._weights = dict(weights)
        views = np.array([passage.view for passage in library.passages])
        self._rows: dict[View, npt.NDArray[np.intp]] = {
            view: np.flatnonzero(views == view) for view in VIEWS
        }
        documents = library.catalogue.documents
        lengths = [len(document.units) for document in documents]
        self._places = {document.symbol: place for place, document in enumerate(documents)}
        self._starts = np.cumsum([0, *lengths])
        self._of_unit = np.repeat(np.arange(len(documents)), lengths)
        self._labels: dict[str, Mapping[str, int]] = {}
        self._restating: dict[str, Scores] = {}

    def signals(
        self,
        text: str,
        vector: Vectors,
        within: Sequence[str] | None = None,
        strengths: Scores | None = None,
        units: npt.NDArray[np.bool_] | None = None,
    ) -> Signals:
        """Return the signals of all units; see `signals_of`."""
        return self.signals_of([text], vector[np.newaxis], within, strengths, units)[0]

    def signals_of(
        self,
        texts: Sequence[str],
        vectors: Vectors,
        within: Sequence[str] | None = None,
        strengths: Scores | None = None,
        units: npt.NDArray[np.bool_] | None = None,
    ) -> list[Signals]:
        """Return the signals of all units for each text.

        Args:
            texts: A question's words, in one or several readings.
            vectors: Their embeddings, shape (n_texts, dim).
            within: Symbols as the catalogue spells them; other documents are left out.
            strengths: How strongly the question names each document, 0 to 1, shape
                (n_documents,); None if it names none.
            units: Which units to look in, shape (n_units,); None for all of the documents.
        """
        found = zip(texts, vectors, self._library.vectors.scores(vectors), strict=True)
        documents = None if strengths is None else strengths[self._of_unit]
        inside = units
        if within is not None:
            inside = self._inside(within) if units is None else self._inside(within) & units
        made = []
        for text, vector, passages in found:
            by_name = self._dense(passages) | self._lexical(text)
            fused = sum(
                (np.float32(self._weights.get(name, 0.0)) * by_name[name] for name in SIGNALS),
                start=np.zeros(len(self._of_unit), dtype=np.float32),
            )
            if documents is not None:
                fused = fused + np.float32(DOCUMENT_WEIGHT) * documents
            if inside is not None:
                fused = np.where(inside, fused, -np.inf).astype(np.float32)
            made.append(Signals(by_name, fused, passages, vector, documents))
        return made

    def spare(self, whole: Signals, rest: Signals, places: Sequence[int]) -> Signals:
        """Return signals of a question that counts half without its name for some documents.

        What names a document says nothing of which of its paragraphs answers, and those that
        repeat the name would win.

        Args:
            whole: Of the question.
            rest: Of the question without the words that name these documents.
            places: Of the documents in the catalogue.
        """
        named = np.zeros(len(self._places), dtype=np.bool_)
        named[[*places]] = True
        units = named[self._of_unit]
        passages = units[self._library.passage_units]

        def half(mask: npt.NDArray[np.bool_], a: Scores, b: Scores) -> Scores:
            mean: Scores = np.where(mask, (a + b) / np.float32(2), a)
            return mean

        return replace(
            whole,
            by_name={
                name: half(units, scores, rest.by_name[name])
                for name, scores in whole.by_name.items()
            },
            fused=half(units, whole.fused, rest.fused),
            passages=half(passages, whole.passages, rest.passages),
        )

    def beyond_titles(self, signals: Signals, symbols: Sequence[str]) -> Signals:
        """Return signals that count against units which only restate their document's title.

        Who names a document says much that its title says, and its opening paragraph repeats.
        The best unit of each document keeps the score that the best one had, so that documents
        stand to each other as they did.

        Args:
            signals: Of a question.
            symbols: Of the documents that its words name.
        """
        beyond = np.zeros(len(self._of_unit), dtype=np.float32)
        for symbol in symbols:
            span = self._span(symbol)
            fused, less = signals.fused[span], self._restates(symbol)
            if not np.isfinite(fused).any():
                continue
            lost = fused.max() - (fused - np.float32(BEYOND_WEIGHT) * less).max()
            beyond[span] = lost / np.float32(BEYOND_WEIGHT) - less
        fused = signals.fused + np.float32(BEYOND_WEIGHT) * beyond
        return replace(signals, fused=fused, beyond=beyond)

    def on_items(
        self, signals: Signals, places: Iterable[Located], asked_for: Iterable[Located]
    ) -> Signals:
        """Return signals that speak for what documents have on the agenda items named.

        Args:
            signals: Of a question.
            places: What they have on these items; what is given twice counts twice.
            asked_for: Their outcome, or what says where it stands, if that is asked for.
        """
        found = np.zeros(len(self._of_unit), dtype=np.float32)
        np.add.at(found, self.rows(places), np.float32(1))
        np.add.at(found, self.rows(asked_for), np.float32(2))
        if not found.any():
            return signals
        return replace(signals, fused=signals.fused + np.float32(ITEM_WEIGHT) * found, items=found)

    def _restates(self, symbol: str) -> Scores:
        """Return how near each unit is to its document's title, less the mean of them all."""
        found = self._restating.get(symbol)
        if found is None:
            title = self._library.catalogue.document(symbol).metadata.title or symbol
            vectors = self._library.encoder.encode_queries([title])
            nearness = self._dense(self._library.vectors.scores(vectors)[0])["sentence"]
            nearness = nearness[self._span(symbol)]
            found = self._restating[symbol] = nearness - nearness.mean()
        return found

    def _span(self, symbol: str) -> slice:
        """Return the rows of a document's units."""
        place = self._places[symbol]
        return slice(int(self._starts[place]), int(self._starts[place + 1]))

    def rows(self, places: Iterable[Located]) -> list[int]:
        """Return the rows of units, in the order given."""
        return [
            int(self._starts[self._places[place.document]])
            + self._rows_in(place.document)[place.unit.label]
            for place in places
        ]

    def _rows_in(self, symbol: str) -> Mapping[str, int]:
        """Return the place of each unit in its document by label, found when first asked for."""
        found = self._labels.get(symbol)
        if found is None:
            units = self._library.catalogue.document(symbol).units
            found = self._labels[symbol] = {unit.label: at for at, unit in enumerate(units)}
        return found

    def _inside(self, symbols: Sequence[str]) -> npt.NDArray[np.bool_]:
        """Return which units stand in some documents, shape (n_units,)."""
        chosen = np.zeros(len(self._places), dtype=np.bool_)
        chosen[[self._places[symbol] for symbol in symbols]] = True
        inside: npt.NDArray[np.bool_] = chosen[self._of_unit]
        return inside

    def mix(self, first: Signals, second: Signals, share: float) -> Signals:
        """Return the weighted mean of two sets of signals; `share` is the first one's.

        What speaks for documents must be the same in both.
        """

        def mean(a: Scores, b: Scores) -> Scores:
            mixed: Scores = np.float32(share) * a + np.float32(1 - share) * b
            return mixed

        return Signals(
            {name: mean(first.by_name[name], second.by_name[name]) for name in SIGNALS},
            mean(first.fused, second.fused),
            mean(first.passages, second.passages),
            None
            if first.query is None or second.query is None
            else mean(first.query, second.query),
            first.documents,
        )

    def _dense(self, passages: Scores) -> dict[str, Scores]:
        n_units = len(self._of_unit)
        best: dict[str, Scores] = {}
        for view, rows in self._rows.items():
            scores = np.full(n_units, -np.inf, dtype=np.float32)
            np.maximum.at(scores, self._library.passage_units[rows], passages[rows])
            best[view] = scores
        # A unit without words has context alone; with neither it is near nothing.
        context = _fill(best["context"], np.float32(0))
        return {"context": context, "sentence": _fill(best["sentence"], context)}

    def _lexical(self, text: str) -> dict[str, Scores]:
        library = self._library
        return {
            "lexical_context": as_share(library.lexical_context, text),
            "coverage": _coverage(library.lexical_context, text),
        }


def _fill(scores: Scores, other: Scores | np.float32) -> Scores:
    filled: Scores = np.where(np.isfinite(scores), scores, other)
    return filled


def as_share(index: LexicalIndex, text: str) -> Scores:
    """Return BM25 scores as a share of the most that these words could bring, 0 to 1."""
    most = sum(index.idf(term) for term in tokenize(text))
    scores = index.scores(text)
    return scores / np.float32(most) if most else scores


def _coverage(index: LexicalIndex, text: str) -> Scores:
    """Return the share of the words, weighed by their rareness, that each text has, cubed."""
    shares = np.zeros(len(index), dtype=np.float32)
    most = 0.0
    for term in dict.fromkeys(tokenize(text)):
        weight = index.idf(term)
        most += weight
        shares[index.texts_with(term)] += np.float32(weight)
    return (shares / np.float32(most)) ** 3 if most else shares
