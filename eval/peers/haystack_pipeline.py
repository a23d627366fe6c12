"""Haystack's hybrid retrieval pipeline: the only module that imports Haystack.

https://haystack.deepset.ai/tutorials/33_hybrid_retrieval, without its reranking model: BM25 and
embeddings in one in-memory store, ten documents of each, joined by reciprocal-rank fusion.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import Any

from corpus.types import Located
from eval.peers.model import model_folder, quiet_peer
from eval.systems import DEPTH, cite_first
from eval.types import Found, Prediction, Question, UnitKey

_PACKAGES = ("haystack-ai", "sentence-transformers-haystack")


class HaystackPeer:
    """Haystack's documented hybrid pipeline over each unit's own words; it cites its first unit.

    Earlier questions of a chat are not used. Its confidence is its best score.

    Args:
        units: All that can be found.
        model: Name or folder of the embedding model.

    Raises:
        ModelError: The model is not on this machine.
    """

    name = "haystack"

    def __init__(self, units: Iterable[Located], model: str) -> None:
        located = tuple(units)
        folder = model_folder(model)
        self._keys = [UnitKey(found.document, found.unit.label) for found in located]
        self.settings: Mapping[str, object] = {
            "text": "own words",
            "model": model,
            "join_mode": "reciprocal_rank_fusion",
            "versions": {package: version(package) for package in _PACKAGES},
        }
        # Telemetry is sent to PostHog unless this is set before the import.
        with quiet_peer(HAYSTACK_TELEMETRY_ENABLED="False"):
            self._pipeline = _build([found.unit.text for found in located], folder)

    def answer(self, question: Question) -> Prediction:
        """Return Haystack's ranking."""
        asked = question.question
        found = self._pipeline.run({"embedder": {"text": asked}, "bm25": {"query": asked}})
        documents = found["joiner"]["documents"][:DEPTH]
        return cite_first([Found(self._keys[d.meta["row"]], float(d.score)) for d in documents])


def _build(texts: list[str], folder: str) -> Any:  # noqa: ANN401 - the type is Haystack's
    from haystack import Document, Pipeline
    from haystack.components.joiners import DocumentJoiner
    from haystack.components.retrievers.in_memory import (
        InMemoryBM25Retriever,
        InMemoryEmbeddingRetriever,
    )
    from haystack.document_stores.in_memory import InMemoryDocumentStore
    from haystack_integrations.components.embedders.sentence_transformers import (
        SentenceTransformersDocumentEmbedder,
        SentenceTransformersTextEmbedder,
    )

    store = InMemoryDocumentStore()
    embedder = SentenceTransformersDocumentEmbedder(model=folder, progress_bar=False)
    documents = [Document(content=text, meta={"row": row}) for row, text in enumerate(texts)]
    store.write_documents(embedder.run(documents)["documents"])
    pipeline = Pipeline()
    pipeline.add_component(
        "embedder", SentenceTransformersTextEmbedder(model=folder, progress_bar=False)
    )
    pipeline.add_component("dense", InMemoryEmbeddingRetriever(store))
    pipeline.add_component("bm25", InMemoryBM25Retriever(store))
    pipeline.add_component("joiner", DocumentJoiner(join_mode="reciprocal_rank_fusion"))
    pipeline.connect("embedder", "dense")
    pipeline.connect("dense", "joiner")
    pipeline.connect("bm25", "joiner")
    return pipeline
