"""What is put to the test: anything that answers a question with ranked and cited units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Protocol

from corpus.types import Located
from embeddings.lexical_index import LexicalIndex
from embeddings.types import Encoder, Passage, Vectors
from embeddings.vector_index import VectorIndex
from eval.types import Cited, Found, Prediction, Question, UnitKey

if TYPE_CHECKING:
    from assistant.assistant import Assistant

DEPTH = 20
"""Units ranked for a question; every measure looks at ten or fewer."""


class System(Protocol):
    """Answers questions; a new one needs nothing but this."""

    @property
    def name(self) -> str:
        """Short, unique in an evaluation, fit for a file's name."""
        ...

    @property
    def settings(self) -> Mapping[str, object]:
        """What it runs with, as JSON values, for the results file."""
        ...

    def answer(self, question: Question) -> Prediction:
        """Return what the system ranks, cites and refuses; gold labels must not be looked at."""
        ...


class PinciteSystem:
    """Pincite itself, asked as the chat and the command line ask it.

    Args:
        assistant: With its library loaded.
    """

    name = "pincite"

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        fitted = assistant.calibration
        # The data folder differs from machine to machine and says nothing about the figures.
        self.settings: Mapping[str, object] = {
            **assistant.settings.model_dump(mode="json", exclude={"home"}),
            "threshold": assistant.threshold,
            "calibration": {
                field.name: dict(value) if isinstance(value, Mapping) else value
                for field in fields(fitted)
                for value in (getattr(fitted, field.name),)
            },
        }

    def answer(self, question: Question) -> Prediction:
        """Return Pincite's answer."""
        found = self._assistant.ask(question.question, history=question.history)
        return Prediction(
            hits=tuple(Found(UnitKey(h.document, h.label), h.score) for h in found.hits[:DEPTH]),
            cited=tuple(Cited(UnitKey(c.document, c.label), c.quote) for c in found.citations),
            abstained=found.abstained,
            confidence=found.confidence,
        )


class LexicalBaseline:
    """BM25 alone, over each unit's own words; it cites its first unit.

    Earlier questions of a chat are not used, and it never refuses unless no unit shares a word
    with the question. Its confidence is its best score.

    Args:
        units: All that can be found.
    """

    name = "bm25"

    def __init__(self, units: Iterable[Located]) -> None:
        located = tuple(units)
        self._keys = [UnitKey(found.document, found.unit.label) for found in located]
        self._index = LexicalIndex.build([found.unit.text for found in located])
        self.settings: Mapping[str, object] = {"text": "own words"}

    def answer(self, question: Question) -> Prediction:
        """Return the units that share words with the question."""
        hits = self._index.search(question.question, DEPTH)
        return _cite_first([Found(self._keys[hit.row], hit.score) for hit in hits])


class DenseBaseline:
    """Sentence embeddings in FAISS alone, over each unit's own words; it cites its first unit.

    A unit scores as its best passage. Earlier questions of a chat are not used, and it never
    refuses. Its confidence is its best cosine.

    Args:
        encoder: Turns questions and passages into vectors.
        passages: All that can be found; a unit may have several.
        vectors: Of the passages, shape (n_passages, dim).
    """

    name = "minilm-faiss"

    def __init__(self, encoder: Encoder, passages: Sequence[Passage], vectors: Vectors) -> None:
        self._encoder = encoder
        self._keys = [UnitKey(passage.document, passage.label) for passage in passages]
        self._index = VectorIndex.build(vectors)
        self.settings: Mapping[str, object] = {"model": encoder.name, "text": "own words"}

    def answer(self, question: Question) -> Prediction:
        """Return the units nearest to the question."""
        queries = self._encoder.encode_queries([question.question])
        best: dict[UnitKey, Found] = {}
        # All passages: several of the nearest may belong to one unit.
        for hit in self._index.search(queries, len(self._index))[0]:
            key = self._keys[hit.row]
            best.setdefault(key, Found(key, hit.score))
        return _cite_first(list(best.values())[:DEPTH])


def _cite_first(hits: list[Found]) -> Prediction:
    return Prediction(
        hits=tuple(hits),
        cited=tuple(Cited(found.unit) for found in hits[:1]),
        abstained=not hits,
        confidence=hits[0].score if hits else 0.0,
    )
