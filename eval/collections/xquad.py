"""XQuAD: SQuAD questions and paragraphs put into other languages by translators.

M. Artetxe, S. Ruder and D. Yogatama, On the Cross-lingual Transferability of Monolingual
Representations, ACL 2020; github.com/google-deepmind/xquad.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from corpus.types import Document
from eval.collections.files import Source, unlike
from eval.collections.squad import read_articles
from eval.collections.types import Collection, Query
from eval.types import UnitKey

NAME = "xquad"
MEASURES = ("success@1", "recall@5")
ENGLISH = "en"


def load(folder: Path) -> Collection:
    """Read every ``xquad.LANGUAGE.json``.

    Each question is asked twice: of the paragraphs in its own language (``de > de``), and of
    the English ones (``de > en``), as somebody asks who reads the document in translation.

    Raises:
        CollectionError: A file is missing or not in the published format.
    """
    source = Source(folder, "github.com/google-deepmind/xquad")
    documents: dict[str, tuple[Document, ...]] = {}
    queries: dict[str, tuple[Query, ...]] = {}
    for path in source.find("xquad.*.json"):
        language = path.name.split(".")[1]
        try:
            articles = [
                {**article, "title": f"{language}:{article['title']}"}
                for article in source.json(path)["data"]
            ]
            documents[language], queries[language] = read_articles(articles, path.name)
        except (KeyError, TypeError) as error:
            raise unlike(path, "an XQuAD file") from error
    asked: list[Query] = []
    for language, found in queries.items():
        for target in dict.fromkeys((language, ENGLISH)):
            if target in documents:
                scope = tuple(document.symbol for document in documents[target])
                asked += [_ask(query, language, target, scope) for query in found]
    everything = tuple(document for found in documents.values() for document in found)
    return Collection(NAME, everything, tuple(asked), MEASURES, "retrieval", source.sha256)


def _ask(query: Query, language: str, target: str, scope: tuple[str, ...]) -> Query:
    # All languages hold the same paragraphs in the same order.
    gold = {
        UnitKey(f"{target}:{unit.document.partition(':')[2]}", unit.label) for unit in query.gold
    }
    return replace(
        query,
        id=f"{query.id}.{language}.{target}",
        gold=frozenset(gold),
        group=f"{language} > {target}",
        scope=scope,
    )
