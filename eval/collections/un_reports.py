"""UN reports: questions that ship with Pincite, on published reports of the United Nations.

The questions are in ``eval/data/un_reports.jsonl``; eval/data/README.md says who wrote them. The
documents are read as published, so that here, unlike elsewhere, the parser takes part.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from corpus.documents import make_document
from corpus.errors import UnreadableFileError
from corpus.metadata import guess_metadata
from corpus.readers.files import read_bytes
from corpus.structure.parse import parse
from corpus.types import Document, Metadata, Parse, Rendition
from eval.collections.errors import CollectionError
from eval.collections.files import Source
from eval.collections.lines import check_labels, read_lines, some
from eval.collections.types import Collection, Query
from eval.types import UnitKey

NAME = "un-reports"
MEASURES = (
    "success@1",
    "recall@5",
    "nDCG@10",
    "citation_precision",
    "citation_recall",
    "citation_F1",
    "confidence_AUROC",
    "abstention_recall",
    "abstention_precision",
)
QUESTIONS = Path(str(files("eval").joinpath("data", "un_reports.jsonl")))


def load(folder: Path, questions: Path = QUESTIONS) -> Collection:
    """Read the PDFs that the questions ask about; each question is asked of its own document.

    A document's symbol is what it states itself, or else its file's name. Documents that would
    share a symbol are told apart by their files' names.

    Args:
        folder: Holds the PDFs, or a folder ``pdf`` with them.
        questions: One JSON object a line, with the fields of `Line`; ``near`` may be left out.

    Raises:
        CollectionError: A file is missing or cannot be read, or a document has not the labels
            that its questions name.
    """
    source = Source(folder, "data/2025-core/raw of github.com/littlehifive/ai-un-report")
    paths = {path.name: path for path in source.find("pdf/*.pdf", "*.pdf")}
    content, lines = read_lines(questions)
    wanted = list(dict.fromkeys(line.file for line in lines))
    if missing := [file for file in wanted if file not in paths]:
        raise CollectionError(
            f"{folder} lacks {some(missing)}. Download data/2025-core/raw of "
            "github.com/littlehifive/ai-un-report"
        )
    documents = read_documents([(paths[file], source.read_bytes(paths[file])) for file in wanted])
    check_labels(questions.name, lines, documents)
    queries = tuple(
        Query(
            id=line.id,
            text=line.question,
            gold=frozenset(UnitKey(documents[line.file].symbol, label) for label in line.gold),
            group=line.kind,
            scope=(documents[line.file].symbol,),
        )
        for line in lines
    )
    sha256 = {questions.name: hashlib.sha256(content).hexdigest(), **source.sha256}
    return Collection(NAME, tuple(documents.values()), queries, MEASURES, "citation", sha256)


def read_documents(pdfs: Iterable[tuple[Path, bytes]]) -> dict[str, Document]:
    """Return the document of each PDF by the file's name.

    Raises:
        CollectionError: Some are no PDF, or have no paragraph.
    """
    read: dict[str, tuple[Metadata, Rendition, Parse]] = {}
    faults: list[str] = []
    for path, data in pdfs:
        try:
            source = read_bytes(data, path.name, path.name)
        except UnreadableFileError as error:
            faults.append(str(error).rstrip("."))
            continue
        if source.format != "pdf":
            faults.append(f"{path.name} is no PDF")
            continue
        reading = parse(source)
        if not reading.units:
            faults.append(f"{path.name} has no paragraph")
            continue
        rendition = Rendition(source.name, source.sha256, source.format, source.pages)
        read[path.name] = guess_metadata(source, reading, path.name), rendition, reading
    if faults:
        raise CollectionError(f"Cannot read: {some(faults)}. Download them again as published")
    holders = Counter(metadata.symbol for metadata, _, _ in read.values())
    return {
        name: make_document(
            replace(metadata, symbol=name) if holders[metadata.symbol] > 1 else metadata,
            [(rendition, reading)],
        )
        for name, (metadata, rendition, reading) in read.items()
    }
