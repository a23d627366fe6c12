"""What is put to the test: anything that answers a question with ranked and cited units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Protocol

from assistant.calibration import Reranking
from corpus.types import Located
from embeddings.lexical_index import LexicalIndex
from embeddings.passages import SPECIAL_TOKENS
from embeddings.types import Encoder
from embeddings.vector_index import VectorIndex
from embeddings.windows import split_windows
from eval.types import Cited, Found, Prediction, Question, UnitKey

if TYPE_CHECKING:
    from assistant.assistant import Assistant

DEPTH = 20
"""Units ranked for a question; every measure looks at ten or fewer."""

RRF_K = 60
RRF_DEPTH = 100
"""Units that reciprocal-rank fusion takes from each ranking."""


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
            "model": assistant.library.manifest.model,
            "threshold": assistant.threshold,
            "calibration": {f.name: _plain(getattr(fitted, f.name)) for f in fields(fitted)},
        }

    def answer(self, question: Question) -> Prediction:
        """Return Pincite's answer."""
        found = self._assistant.ask(question.question, history=question.history)
        return Prediction(
            hits=tuple(Found(UnitKey(h.document, h.label), h.score) for h in found.hits[:DEPTH]),
            cited=tuple(Cited(UnitKey(c.document, c.label), c.quote) for c in found.citations),
            abstained=found.abstained,
            confidence=found.confidence,
            is_probability=True,
        )


def _plain(value: object) -> object:
    """Return a fitted number, or several, as JSON has them."""
    if isinstance(value, Mapping):
        return dict(value)
    return asdict(value) if isinstance(value, Reranking) else value


class Ranker(System, Protocol):
    """A system that ranks units without more ado, so that others can build on it."""

    def rank(self, question: str, depth: int) -> list[Found]:
        """Return the best units, best first, at most `depth`."""
        ...


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

    def rank(self, question: str, depth: int) -> list[Found]:
        """Return the units that share words with the question, at most `depth`."""
        hits = self._index.search(question, depth)
        return [Found(self._keys[hit.row], hit.score) for hit in hits]

    def answer(self, question: Question) -> Prediction:
        """Return the units that share words with the question."""
        return cite_first(self.rank(question.question, DEPTH))


class DenseBaseline:
    """Sentence embeddings in FAISS alone, one view of each unit; it cites its first unit.

    A unit scores as its best text. Earlier questions of a chat are not used, and it never
    refuses. Its confidence is its best cosine.

    Args:
        encoder: Turns questions into vectors.
        units: All that can be found; a unit may stand there several times.
        index: Of the vectors of their texts; row i is of ``units[i]``.
        text: What of a unit these texts are, for the results file.
    """

    name = "minilm-faiss"

    def __init__(
        self, encoder: Encoder, units: Sequence[UnitKey], index: VectorIndex, text: str
    ) -> None:
        self._encoder = encoder
        self._keys = tuple(units)
        self._index = index
        self.settings: Mapping[str, object] = {"model": encoder.name, "text": text}

    @classmethod
    def over_own_words(cls, encoder: Encoder, units: Iterable[Located]) -> DenseBaseline:
        """Embed the units' own words, in windows where they are longer than the model reads."""
        budget = max(encoder.max_tokens - SPECIAL_TOKENS, 1)
        keys, texts = [], []
        for found in units:
            text = found.unit.text
            for start, end in split_windows(text, budget, encoder.count_tokens):
                keys.append(UnitKey(found.document, found.unit.label))
                texts.append(text[start:end].strip())
        return cls(encoder, keys, VectorIndex.build(encoder.encode_passages(texts)), "own words")

    def rank(self, question: str, depth: int) -> list[Found]:
        """Return the units nearest to the question, at most `depth`."""
        query = self._encoder.encode_queries([question])
        wanted = 2 * depth
        while True:
            best: dict[UnitKey, Found] = {}
            for hit in self._index.search(query, wanted)[0]:
                key = self._keys[hit.row]
                best.setdefault(key, Found(key, hit.score))
            # Several of the nearest texts may belong to one unit; then look further.
            if len(best) >= depth or wanted >= len(self._index):
                return list(best.values())[:depth]
            wanted *= 4

    def answer(self, question: Question) -> Prediction:
        """Return the units nearest to the question."""
        return cite_first(self.rank(question.question, DEPTH))


class RankFusion:
    """Reciprocal-rank fusion of other rankings; it cites its first unit.

    A unit scores the sum over rankings of ``1 / (k + rank)``, ranks from 1, with k = 60 (G.
    Cormack, C. Clarke and S. Buettcher, SIGIR 2009). Ties go by document and label. Earlier
    questions of a chat are not used; its confidence is its best score, which says little.

    Args:
        rankers: What is fused.
    """

    name = "rrf"

    def __init__(self, rankers: Sequence[Ranker]) -> None:
        self._rankers = tuple(rankers)
        self.settings: Mapping[str, object] = {
            "fuses": [ranker.name for ranker in self._rankers],
            "k": RRF_K,
            "depth": RRF_DEPTH,
        }

    def rank(self, question: str, depth: int) -> list[Found]:
        """Return the units that stand high in any ranking, at most `depth`."""
        scores: dict[UnitKey, float] = {}
        for ranker in self._rankers:
            for rank, found in enumerate(ranker.rank(question, RRF_DEPTH), start=1):
                scores[found.unit] = scores.get(found.unit, 0.0) + 1 / (RRF_K + rank)
        best = sorted(scores, key=lambda unit: (-scores[unit], unit))
        return [Found(unit, scores[unit]) for unit in best[:depth]]

    def answer(self, question: Question) -> Prediction:
        """Return the units that stand high in any ranking."""
        return cite_first(self.rank(question.question, DEPTH))


def cite_first(hits: list[Found]) -> Prediction:
    """Return what a system gives that cites its first unit and refuses only without one."""
    return Prediction(
        hits=tuple(hits),
        cited=tuple(Cited(found.unit) for found in hits[:1]),
        abstained=not hits,
        confidence=hits[0].score if hits else 0.0,
    )
