"""Reads question sets: JSON Lines, one question a line (docs/evaluation.md)."""

from __future__ import annotations

import hashlib
import json
import re
from importlib.resources import files
from pathlib import Path

from eval.errors import QuestionSetError
from eval.types import (
    ANSWERABLE_KINDS,
    KINDS,
    UNANSWERABLE_KINDS,
    Evidence,
    Question,
    QuestionSet,
)

SHIPPED = ("tune", "report")

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_TEXTS = ("id", "kind", "question")
_OPTIONAL_TEXTS = ("answer", "document")
_LISTS = ("history", "gold", "acceptable")
_KEYS = frozenset((*_TEXTS, *_OPTIONAL_TEXTS, *_LISTS, "evidence"))


def find_set(name: str) -> Path:
    """Return the file of a shipped set (``tune``, ``report``) or of a path.

    Raises:
        QuestionSetError: It is neither.
    """
    if name in SHIPPED:
        return Path(str(files("eval").joinpath("data", f"{name}.jsonl")))
    path = Path(name)
    if not path.is_file():
        raise QuestionSetError(path, [f"no such file; shipped sets are {' and '.join(SHIPPED)}"])
    return path


def load_questions(path: Path) -> QuestionSet:
    """Return a question set, read and checked line by line.

    Checks all that can be told without the library: JSON, fields and their types, kinds, which
    fields a kind must have, unique ids. `eval.check` does the rest.

    Raises:
        QuestionSetError: The file cannot be read, or holds no question, or some lines are
            faulty; then every fault of every line is named.
    """
    try:
        content = path.read_bytes()
        lines = content.decode("utf-8-sig").split("\n")
    except OSError as error:
        raise QuestionSetError(path, [error.strerror or str(error)]) from error
    except UnicodeDecodeError as error:
        raise QuestionSetError(path, [f"not UTF-8 at byte {error.start}"]) from error
    faults: list[str] = []
    questions: list[Question] = []
    line_of: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        record, found = _read_line(line)
        question = None if found else _to_question(record)
        if question is not None:
            found = _faults_of(question)
            if question.id in line_of:
                found.append(f"id {question.id!r} is taken by line {line_of[question.id]}")
            line_of.setdefault(question.id, number)
            questions.append(question)
        faults += [f"line {number}: {fault}" for fault in found]
    if not questions and not faults:
        faults.append("no questions")
    if faults:
        raise QuestionSetError(path, faults)
    return QuestionSet(path, tuple(questions), hashlib.sha256(content).hexdigest())


def _read_line(line: str) -> tuple[dict[str, object], list[str]]:
    """Return a line's object, and what is wrong with its fields' names and types."""
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        # Some of the messages end with the word already.
        return {}, [f"not JSON ({error.msg.removesuffix(' at')} at column {error.colno})"]
    except (ValueError, RecursionError):  # a number of thousands of digits, lists in lists
        return {}, ["not JSON"]
    if not isinstance(record, dict):
        return {}, ["not a JSON object"]
    return record, _field_faults(record)


def _field_faults(record: dict[str, object]) -> list[str]:
    faults = []
    if unknown := sorted(set(record) - _KEYS):
        faults.append(f"unknown fields {', '.join(unknown)}; known: {', '.join(sorted(_KEYS))}")
    for key in _TEXTS:
        if not _is_text(record.get(key)):
            faults.append(f"{key} must be a text that is not empty")
    for key in _OPTIONAL_TEXTS:
        if not isinstance(record.get(key, ""), str | None):
            faults.append(f"{key} must be a text")
    for key in _LISTS:
        value = record.get(key, [])
        if not isinstance(value, list) or not all(map(_is_text, value)):
            faults.append(f"{key} must be a list of texts that are not empty")
        elif key != "history" and len(set(value)) < len(value):
            faults.append(f"{key} names a label twice")
    if "gold" not in record:
        faults.append("gold is missing (an empty list if the document does not answer)")
    if not _is_evidence(record.get("evidence", [])):
        faults.append('evidence must be a list of {"label": "…", "quote": "…"}')
    return faults


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_evidence(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(entry, dict)
        and set(entry) == {"label", "quote"}
        and all(map(_is_text, entry.values()))
        for entry in value
    )


def _to_question(record: dict[str, object]) -> Question:
    """Return the question of an object whose fields have the right types."""

    def text(key: str) -> str:
        return str(record.get(key) or "")

    def texts(key: str) -> tuple[str, ...]:
        value = record.get(key, [])
        return tuple(value) if isinstance(value, list) else ()

    evidence = record.get("evidence", [])
    return Question(
        id=text("id"),
        kind=text("kind"),
        question=text("question"),
        history=texts("history"),
        gold=texts("gold"),
        acceptable=texts("acceptable"),
        evidence=tuple(Evidence(**entry) for entry in evidence)
        if isinstance(evidence, list)
        else (),
        answer=text("answer"),
        document=text("document") or None,
    )


def _faults_of(question: Question) -> list[str]:
    """Return what does not fit together in one question."""
    kind, gold = question.kind, question.gold
    quoted = {entry.label for entry in question.evidence}
    both = sorted(set(gold) & set(question.acceptable))
    stray = sorted(quoted - set(gold) - set(question.acceptable))
    unquoted = [label for label in gold if label not in quoted]
    rules = (
        (
            not _ID.fullmatch(question.id),
            f"id {question.id!r} may hold only letters, digits, '.', '_' and '-'",
        ),
        (kind not in KINDS, f"no kind {kind!r}; there are {', '.join(KINDS)}"),
        (kind in ANSWERABLE_KINDS and not gold, f"a {kind} question needs gold labels"),
        (kind in UNANSWERABLE_KINDS and bool(gold), f"a {kind} question has no gold labels"),
        (
            (kind == "follow-up") != bool(question.history),
            "history goes with kind follow-up, and only with it",
        ),
        (bool(both), f"{', '.join(both)} cannot be both gold and acceptable"),
        (bool(gold) and not quoted, "an answerable question needs evidence"),
        (not gold and bool(quoted), "an unanswerable question has no evidence"),
        (
            bool(stray),
            f"evidence from {', '.join(stray)}, which is neither gold nor acceptable",
        ),
        (kind == "multi" and len(gold) < 2, "a multi question needs two gold labels or more"),
        (
            kind == "multi" and bool(quoted) and bool(unquoted),
            f"a multi question needs evidence for each gold label; {', '.join(unquoted)} has none",
        ),
        (
            bool(gold) != bool(question.answer.strip()),
            "a reference answer goes with gold labels, and only with them",
        ),
    )
    return [fault for applies, fault in rules if applies]
