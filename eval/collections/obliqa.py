"""ObliQA: questions on financial regulations and the passages that oblige.

T. Gokhan et al., Shared Task RIRAG-2025, RegNLP 2025; github.com/RegNLP/ObliQADataset.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from corpus.types import Document
from eval.collections.files import Source, fold, passages_document, unique_labels, unlike
from eval.collections.types import Collection, Query
from eval.types import UnitKey

NAME = "obliqa"
MEASURES = ("recall@10", "MAP@10", "success@1")


def load(folder: Path) -> Collection:
    """Read the regulations (``docs_json/N.json``) and the development questions.

    Passages without words are left out. A few passage ids stand twice in a regulation; the
    gold passage is then the one of the published words.

    Raises:
        CollectionError: A file is missing or not in the published format.
    """
    source = Source(folder, "github.com/RegNLP/ObliQADataset")
    documents: list[Document] = []
    places: dict[tuple[str, str], dict[str, UnitKey]] = defaultdict(dict)
    empty = 0
    files = sorted(
        source.find("docs_json/*.json", "StructuredRegulatoryDocuments/*.json"),
        key=lambda path: (len(path.stem), path.stem),
    )
    for path in files:
        try:
            read = [
                (str(p["DocumentID"]), str(p["PassageID"]).strip() or "–", fold(p["Passage"]))
                for p in source.json(path)
            ]
        except (KeyError, TypeError, AttributeError) as error:
            raise unlike(path, "a regulation of ObliQA") from error
        kept = [found for found in read if found[2]]
        empty += len(read) - len(kept)
        if not kept:
            continue
        symbol = kept[0][0]
        labels = unique_labels(label for _, label, _ in kept)
        for label, (_, published, text) in zip(labels, kept, strict=True):
            places[symbol, published].setdefault(text, UnitKey(symbol, label))
        texts = [text for _, _, text in kept]
        documents.append(
            passages_document(symbol, list(zip(labels, texts, strict=True)), path.name)
        )
    (questions,) = source.find("ObliQA_dev.json")
    try:
        queries = tuple(
            Query(
                id=str(asked["QuestionID"]),
                text=fold(asked["Question"]),
                gold=frozenset(
                    _place(places[str(p["DocumentID"]), str(p["PassageID"]).strip()], p["Passage"])
                    for p in asked["Passages"]
                ),
                group="dev",
            )
            for asked in source.json(questions)
        )
    except (KeyError, TypeError, AttributeError, StopIteration) as error:
        raise unlike(
            questions, "ObliQA's question file, or names passages not in the folder,"
        ) from error
    left_out = f"{empty} passages without words" if empty else ""
    return Collection(
        NAME, tuple(documents), queries, MEASURES, "retrieval", source.sha256, left_out
    )


def _place(named: dict[str, UnitKey], text: str) -> UnitKey:
    """Return the unit of the published words, or the first of that id."""
    if not named:
        raise KeyError(text)
    return named.get(fold(text)) or next(iter(named.values()))
