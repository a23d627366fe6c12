"""Training questions and their PDFs -> lessons: what the tuned models were fitted on.

None of the questions and none of the documents is the shipped report's: `eval/data/README.md` says
who wrote them. What a model has been fitted on measures nothing any more.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from corpus.readers import read_source
from corpus.structure.parse import parse
from corpus.types import Unit
from embeddings.lessons import Lesson
from embeddings.passages import context_of
from eval.errors import QuestionSetError

QUESTION_FILES = tuple(
    Path(str(files("eval").joinpath("data", name)))
    for name in ("un_reports.jsonl", "training.jsonl", "long_reports.jsonl")
)


def make_lessons(folders: Iterable[Path], question_files: Sequence[Path]) -> list[Lesson]:
    """Return a lesson for each document that questions with an answer ask about.

    Args:
        folders: Hold the PDFs at any depth, under the names that the questions give.
        question_files: JSON lines with ``file``, ``question`` and ``gold`` labels.

    Raises:
        QuestionSetError: A file of questions cannot be read, or PDFs are missing.
        UnreadableFileError: A PDF cannot be read.
    """
    asked: dict[str, list[tuple[str, list[str]]]] = {}
    left_open: dict[str, list[str]] = {}
    for path in question_files:
        for file, question, gold in _questions(path):
            if gold:
                asked.setdefault(file, []).append((question, gold))
            else:
                left_open.setdefault(file, []).append(question)
    found = {path.name: path for folder in folders for path in sorted(folder.rglob("*.pdf"))}
    if missing := sorted(asked.keys() - found.keys()):
        raise QuestionSetError(
            question_files[0], [f"{len(missing)} PDFs are not there, such as {missing[0]}"]
        )
    return [_lesson(found[file], asked[file], left_open.get(file, ())) for file in sorted(asked)]


def _questions(path: Path) -> list[tuple[str, str, list[str]]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        rows: list[Mapping[str, object]] = [json.loads(line) for line in lines]
        return [
            (str(row["file"]), str(row["question"]), [str(x) for x in _list(row["gold"])])
            for row in rows
        ]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise QuestionSetError(path, [f"cannot be read: {error}"]) from None


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError("gold is no list")
    return value


def _lesson(path: Path, asked: Sequence[tuple[str, list[str]]], left_open: Sequence[str]) -> Lesson:
    document = parse(read_source(path))
    units: tuple[Unit, ...] = document.units
    rows = {unit.label: row for row, unit in enumerate(units)}
    questions = [(q, tuple(rows[g] for g in gold if g in rows)) for q, gold in asked]
    return Lesson(
        texts=tuple((unit.text, f"{context_of(unit)} {unit.text}".strip()) for unit in units),
        questions=tuple((q, right) for q, right in questions if right),
        title=document.title,
        left_open=tuple(left_open),
    )
