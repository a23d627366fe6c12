"""Answers that a person has judged, kept as questions of a set of their own.

The file is a question set (docs/evaluation.md) in the data folder: ``python -m eval run --set
FILE --home FOLDER`` measures Pincite on it. Nothing is sent anywhere.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.json_format import Json, dumps
from assistant.types import Answer, Citation
from corpus.errors import SettingsError, reason_of
from corpus.types import Located

FILE = "questions.jsonl"
LOCK = ".questions.lock"

_LONGEST_ANSWER = 300
_LOCK_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Mark:
    """What a person said of an answer, as a question of a set.

    Attributes:
        question: As asked, or as read if it leaned on a chat and the documents do not answer it.
        history: The chat before it, if the question was read with it.
        kind: ``direct``; ``follow-up`` with a history, ``reference`` for one that named its
            paragraphs, ``near`` for one that the documents do not answer.
        document: Symbol of the document that the labels stand in; None without labels.
        evidence: The right labels with the words that answer, verbatim; empty if the documents
            do not answer.
    """

    question: str
    history: tuple[str, ...]
    kind: str
    document: str | None
    evidence: tuple[tuple[str, str], ...]

    @property
    def gold(self) -> tuple[str, ...]:
        """The right labels, each once."""
        return tuple(dict.fromkeys(label for label, _ in self.evidence))


def marks_file(home: Path) -> Path:
    """Return where a data folder keeps the questions that a person has judged."""
    return home / FILE


def mark_right(answer: Answer, history: Sequence[str]) -> Mark:
    """Return the mark that says an answer, or its refusal, was right.

    What an answer cites in other documents than its best citation is left out: a question of a
    set is about one document.

    Args:
        answer: The answer.
        history: Earlier questions of the chat, oldest first.
    """
    best: Sequence[Citation] = answer.citations[:1]
    document = best[0].document if best else None
    evidence = tuple((c.label, c.quote) for c in answer.citations if c.document == document)
    return _mark(answer, history, document, evidence)


def mark_wrong(answer: Answer, history: Sequence[str], right: Located | None) -> Mark:
    """Return the mark that says which unit would have been right.

    Args:
        answer: The wrong answer.
        history: Earlier questions of the chat, oldest first.
        right: The unit; None if the documents do not answer the question.
    """
    if right is None:
        return _mark(answer, history, None, ())
    return _mark(answer, history, right.document, ((right.unit.label, right.unit.text),))


def _mark(
    answer: Answer,
    history: Sequence[str],
    document: str | None,
    evidence: tuple[tuple[str, str], ...],
) -> Mark:
    leaned = _plain(answer.read_as) != _plain(answer.question) and bool(history)
    kind = "reference" if answer.named else "direct"
    if leaned:
        kind = "follow-up"
    if not evidence:
        kind = "near"
    # An unanswerable question has no history in a set: it stands there as it was read.
    question = answer.read_as if leaned and not evidence else answer.question
    before = tuple(history) if kind == "follow-up" else ()
    return Mark(question.strip(), before, kind, document, evidence)


def save_mark(path: Path, mark: Mark) -> int:
    """Add a mark to a set, in the place of an earlier one on the same question.

    A line that says the same already stays as it is, since a person may have worked on it; so
    do lines that cannot be read. The file is replaced in one step.

    Returns:
        Number of questions in the set.

    Raises:
        SettingsError: The file cannot be read or written.
    """
    from filelock import FileLock, Timeout

    from embeddings.durable import replace_durably

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_name(LOCK), timeout=_LOCK_SECONDS):
            lines = _read_lines(path)
            kept = _with_mark(lines, mark)
            if kept != lines:
                replace_durably(path, "".join(f"{line}\n" for line in kept).encode())
            return len(kept)
    except (OSError, UnicodeError, Timeout) as error:
        raise SettingsError(
            f"Cannot keep the question in {path}: {reason_of(error)}. Make its folder writable, or "
            "name another: PINCITE_HOME=FOLDER"
        ) from error


def _read_lines(path: Path) -> list[str]:
    if not path.exists():
        return []
    return [line for line in path.read_text(encoding="utf-8-sig").split("\n") if line.strip()]


def _with_mark(lines: list[str], mark: Mark) -> list[str]:
    records = [_read(line) for line in lines]
    same = [_key(record) == (_plain(mark.question), mark.history) for record in records]
    for line_is_same, record in zip(same, records, strict=True):
        if line_is_same and _says(record) == (mark.kind, set(mark.gold), mark.document):
            return lines
    kept = [line for line, is_same in zip(lines, same, strict=True) if not is_same]
    taken = {str(_read(line).get("id")) for line in kept}
    return [*kept, dumps(_record(mark, taken))]


def _record(mark: Mark, taken: Iterable[str]) -> Json:
    told = " ".join(dict.fromkeys(words for _, words in mark.evidence))
    record: Json = {
        "id": _identity(mark, set(taken)),
        "kind": mark.kind,
        "question": mark.question,
        "history": list(mark.history),
        "gold": list(mark.gold),
        "acceptable": [],
        "evidence": [{"label": label, "quote": words} for label, words in mark.evidence],
        "answer": told[:_LONGEST_ANSWER],
    }
    return record | {"document": mark.document} if mark.document else record


def _identity(mark: Mark, taken: set[str]) -> str:
    """Return an id that the same question gets again, in any set that has no such id yet."""
    words = "\n".join((*mark.history, mark.question)).encode("utf-8", "replace")
    base = f"own-{hashlib.sha256(words).hexdigest()[:10]}"
    names = [base, *(f"{base}-{number}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)


def _read(line: str) -> Json:
    try:
        record = json.loads(line)
    except ValueError:
        return {}
    return record if isinstance(record, dict) else {}


def _key(record: Json) -> tuple[str, tuple[str, ...]] | None:
    question, history = record.get("question"), record.get("history") or []
    if not isinstance(question, str) or not isinstance(history, list):
        return None
    return _plain(question), tuple(map(str, history))


def _says(record: Json) -> tuple[object, set[str], object]:
    gold = record.get("gold")
    labels = {str(label) for label in gold} if isinstance(gold, list) else set()
    return record.get("kind"), labels, record.get("document")


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
