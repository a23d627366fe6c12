"""SQuAD 2.0: questions on Wikipedia paragraphs, half of them without an answer there.

P. Rajpurkar, R. Jia and P. Liang, Know What You Don't Know, ACL 2018; rajpurkar.github.io.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from corpus.types import Document
from eval.collections.files import Source, passages_document, unique_labels, unlike
from eval.collections.types import Collection, Query
from eval.types import UnitKey

NAME = "squad"
MEASURES = ("success@1", "recall@5", "confidence_AUROC")


def load(folder: Path) -> Collection:
    """Read one SQuAD 2.0 file (``dev-v2.0*.json``): every paragraph is a unit.

    A question is asked of all paragraphs; the right one is that under which it stands. An
    unanswerable question has no right paragraph.

    Raises:
        CollectionError: The file is missing or not in the published format.
    """
    source = Source(folder, "dev-v2.0.json from rajpurkar.github.io/SQuAD-explorer")
    path = source.find("dev-v2.0*.json")[0]
    try:
        documents, queries = read_articles(source.json(path)["data"], path.name)
    except (KeyError, TypeError) as error:
        raise unlike(path, "a SQuAD file") from error
    return Collection(NAME, documents, queries, MEASURES, "retrieval", source.sha256)


def read_articles(
    articles: list[dict[str, Any]], file: str
) -> tuple[tuple[Document, ...], tuple[Query, ...]]:
    """Return articles in SQuAD's format as documents, and their questions.

    Raises:
        KeyError: A field is missing.
        TypeError: A field is of another kind.
    """
    documents: list[Document] = []
    queries: list[Query] = []
    symbols = unique_labels(str(article["title"]) for article in articles)
    for symbol, article in zip(symbols, articles, strict=True):
        paragraphs = article["paragraphs"]
        labels = [f"p:{number}" for number in range(1, len(paragraphs) + 1)]
        passages = [(label, p["context"]) for label, p in zip(labels, paragraphs, strict=True)]
        documents.append(passages_document(symbol, passages, file))
        for label, paragraph in zip(labels, paragraphs, strict=True):
            unit = frozenset({UnitKey(symbol, label)})
            queries += [
                Query(
                    id=str(asked["id"]),
                    text=" ".join(asked["question"].split()),
                    gold=frozenset() if asked.get("is_impossible") else unit,
                    group="dev",
                )
                for asked in paragraph["qas"]
            ]
    return tuple(documents), tuple(queries)
