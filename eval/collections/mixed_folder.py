"""Mixed folder: questions that ship with Pincite, on one folder of some two hundred documents.

The questions are in ``eval/data/mixed_folder.jsonl`` and ``mixed_folder_tune.jsonl``;
eval/data/README.md says who wrote them. The folder is read as ``pincite index`` reads it, and each
question is asked of all of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from contextlib import closing
from importlib.resources import files
from pathlib import Path, PurePosixPath

from corpus.intake import collect, read_documents
from corpus.reconcile import reconcile
from corpus.types import Document
from eval.collections.errors import CollectionError
from eval.collections.files import Source
from eval.collections.lines import Line, check_labels, read_lines, some
from eval.collections.types import Collection, Query
from eval.types import UnitKey

NAME = "mixed-folder"
TUNING_NAME = "mixed-folder-tune"
MEASURES = (
    "success@1",
    "success@5",
    "document@1",
    "confidence_AUROC",
    "abstention_recall",
    "abstention_precision",
)


def load(folder: Path) -> Collection:
    """Return the questions to report; see `load_questions`."""
    return load_questions(folder, NAME, _shipped("mixed_folder.jsonl"))


def load_tuning(folder: Path) -> Collection:
    """Return the questions that faults were found with; see `load_questions`."""
    return load_questions(folder, TUNING_NAME, _shipped("mixed_folder_tune.jsonl"))


def load_questions(folder: Path, name: str, questions: Path) -> Collection:
    """Read all PDF and Word files of a folder; each question is asked of all of them.

    Files that are refused are left out, as they are from a library.

    Args:
        folder: With its subfolders.
        name: Of the collection.
        questions: Lines as of UN reports, with ``file`` as a path below the folder. Any one of
            the labels in ``gold`` is a right answer.

    Raises:
        CollectionError: A file that is asked about is missing or refused, or a document has not
            the labels that its questions name.
    """
    source = Source(folder, "the files that docs/collections.md names")
    content, lines = read_lines(questions)
    paths = [*source.find("**/*.pdf"), *sorted(folder.glob("**/*.docx"))]
    names = {path.relative_to(folder).as_posix() for path in paths}
    wanted = dict.fromkeys(line.file for line in lines)
    if missing := [file for file in wanted if file not in names]:
        raise CollectionError(
            f"{folder} lacks {some(missing)}. docs/collections.md says what the folder holds"
        )
    for file in wanted:
        source.read_bytes(folder / file)
    documents, refused = _read(paths)
    of_file = documents_of(folder, wanted, documents)
    if lost := [file for file in wanted if file not in of_file]:
        raise CollectionError(f"Cannot read {some(lost)}. Download them again as published")
    check_labels(questions.name, lines, of_file)
    left_out = f"{refused} of {len(paths)} files, which are refused" if refused else ""
    sha256 = {questions.name: hashlib.sha256(content).hexdigest(), **source.sha256}
    queries = tuple(_query(line, of_file[line.file]) for line in lines)
    return Collection(name, documents, queries, MEASURES, "citation", sha256, left_out)


def documents_of(
    folder: Path, names: Iterable[str], documents: Iterable[Document]
) -> dict[str, Document]:
    """Return the documents that files came to be part of, by the files' paths below a folder.

    Two files may be one document; one that was refused is in none.
    """
    held = {
        rendition.sha256: document for document in documents for rendition in document.renditions
    }
    digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}
    return {name: held[digest] for name, digest in digests.items() if digest in held}


def _shipped(name: str) -> Path:
    return Path(str(files("eval").joinpath("data", name)))


def _query(line: Line, document: Document) -> Query:
    gold = frozenset(UnitKey(document.symbol, label) for label in line.gold)
    return Query(line.id, line.question, gold, PurePosixPath(line.file).parts[0])


def _read(paths: Iterable[Path]) -> tuple[tuple[Document, ...], int]:
    """Return the documents of files, and how many files were refused."""
    read: list[Document] = []
    refused = 0
    with closing(read_documents(collect(paths))) as outcomes:
        for outcome in outcomes:
            if outcome.document is None:
                refused += 1
            else:
                read.append(outcome.document)
    return reconcile(read), refused
