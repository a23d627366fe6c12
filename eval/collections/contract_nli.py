"""ContractNLI: seventeen statements on each contract, entailed, contradicted or not mentioned.

Y. Koreeda and C. Manning, ContractNLI, Findings of EMNLP 2021; stanfordnlp.github.io/contract-nli.
"""

from __future__ import annotations

from pathlib import Path

from corpus.types import Document
from eval.collections.files import Source, fold, passages_document, unlike
from eval.collections.types import Collection, Query
from eval.types import UnitKey

NAME = "contract-nli"
MEASURES = ("success@1", "recall@5", "recall@10", "MAP@10", "confidence_AUROC")
NOT_MENTIONED = "NotMentioned"


def load(folder: Path) -> Collection:
    """Read ``dev.json``: a contract is a document, each of its spans a unit.

    A statement is asked of its own contract. Its evidence, for or against, is what should be
    found; a statement that the contract does not mention has none.

    Raises:
        CollectionError: The file is missing or not in the published format.
    """
    source = Source(folder, "ContractNLI from stanfordnlp.github.io/contract-nli")
    (path,) = source.find("dev.json")
    documents: list[Document] = []
    queries: list[Query] = []
    try:
        data = source.json(path)
        statements = {key: fold(found["hypothesis"]) for key, found in data["labels"].items()}
        for contract in data["documents"]:
            symbol = str(contract["id"])
            texts = [fold(contract["text"][start:end]) for start, end in contract["spans"]]
            passages = [(f"s:{at}", text) for at, text in enumerate(texts) if text]
            documents.append(passages_document(symbol, passages, path.name))
            for key, found in contract["annotation_sets"][0]["annotations"].items():
                mentioned = found["choice"] != NOT_MENTIONED
                spans = [at for at in found["spans"] if mentioned and texts[at]]
                queries.append(
                    Query(
                        id=f"{symbol}.{key}",
                        text=statements[key],
                        gold=frozenset(UnitKey(symbol, f"s:{at}") for at in spans),
                        group="dev",
                        scope=(symbol,),
                    )
                )
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise unlike(path, "a ContractNLI file") from error
    return Collection(NAME, tuple(documents), tuple(queries), MEASURES, "retrieval", source.sha256)
