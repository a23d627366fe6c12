"""AttributionBench: claims, and whether the references beside them support them.

Y. Li et al., AttributionBench, Findings of ACL 2024; github.com/OSU-NLP-Group/AttributionBench.
"""

from __future__ import annotations

import json
from pathlib import Path

from corpus.types import Document
from eval.collections.files import Source, fold, passages_document, unlike
from eval.collections.types import Collection, Query
from eval.types import UnitKey

NAME = "attributionbench"
MEASURES = ("support_AUROC",)
SUPPORTED = "attributable"


def load(folder: Path) -> Collection:
    """Read ``dev_all_subset_balanced.jsonl``: a claim's references are one document.

    Raises:
        CollectionError: The file is missing or not in the published format.
    """
    source = Source(folder, "github.com/OSU-NLP-Group/AttributionBench")
    (path,) = source.find("dev_all_subset_balanced.jsonl")
    documents: list[Document] = []
    queries: list[Query] = []
    try:
        for line in source.read(path).split("\n"):
            if not line.strip():
                continue
            claim = json.loads(line)
            symbol = str(claim["id"])
            texts = [fold(text) for text in claim["references"]]
            passages = [(f"r:{at}", text) for at, text in enumerate(texts, start=1) if text]
            documents.append(passages_document(symbol, passages, path.name))
            units = frozenset(UnitKey(symbol, label) for label, _ in passages)
            queries.append(
                Query(
                    id=symbol,
                    text=fold(claim["claim"]),
                    gold=units if claim["attribution_label"] == SUPPORTED else frozenset(),
                    group=str(claim["src_dataset"]),
                    scope=(symbol,),
                )
            )
    except (KeyError, TypeError, ValueError) as error:
        raise unlike(path, "AttributionBench's file") from error
    return Collection(NAME, tuple(documents), tuple(queries), MEASURES, "support", source.sha256)
