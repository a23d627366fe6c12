"""Files of questions: read, answered in order, and the results written whole or not at all."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from assistant.json_format import Json, answer_json, error_json
from assistant.scope import Scope
from corpus.errors import BatchError, PinciteError

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.types import Hit

SHAPE = '{"id": "q1", "question": "Who chaired the meeting?"}'
"""The smallest good line, for messages."""

LISTS = {
    "documents": "documents",
    "bodies": "body",
    "languages": "language",
    "kinds": "document_kind",
}
"""Fields of a line by the field of `Scope` that they set; ``kind`` is a question's own kind."""

MOST_SHOWN = 20
"""Bad lines that a message spells out; of the others it gives the number."""


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One question of a batch file.

    Attributes:
        id: As given, unique in the file.
        question: As given; it may turn out to be unanswerable.
        history: Earlier questions of the chat, oldest first.
        document: Symbol that the search is restricted to, None for the whole library.
        line: Line of the file, from 1.
        scope: Its other limits: ``documents``, ``body``, ``since``, ``until``, ``language``,
            ``document_kind`` and ``all_revisions``, lists or single values.
    """

    id: str
    question: str
    history: tuple[str, ...]
    document: str | None
    line: int
    scope: Scope = Scope()


def read_batch(
    path: Path,
    *,
    document: str | None = None,
    scope: Scope = Scope(),  # noqa: B008 - it cannot change
    for_run: bool = False,
) -> tuple[BatchLine, ...]:
    """Read questions from a JSONL file, or from standard input for the path ``-``.

    Blank lines are skipped; fields that are not named in `BatchLine` are left alone.

    Args:
        path: Of the file.
        document: Symbol for the lines that name none.
        scope: Limits for the lines that do not set them themselves.
        for_run: Also refuse ids with white space, which a TREC run cannot hold.

    Raises:
        BatchError: The file cannot be read, or lines are bad: all of them, each with its number.
    """
    lines: list[BatchLine] = []
    faults: list[str] = []
    first_use: dict[str, int] = {}
    for number, raw in enumerate(_read_bytes(path).split(b"\n"), start=1):
        if not raw.strip():
            continue
        try:
            line = _parse_line(raw, number, document, scope)
            if line.id in first_use:
                raise ValueError(f'id "{line.id}" is already on line {first_use[line.id]}')
            if for_run and line.id.split() != [line.id]:
                raise ValueError(f'id "{line.id}" has white space, which a run cannot hold')
            first_use[line.id] = number
            lines.append(line)
        except ValueError as error:
            faults.append(f"line {number}: {error}")
    if faults:
        shown = "; ".join(faults[:MOST_SHOWN])
        more = f"; and {len(faults) - MOST_SHOWN} more" if len(faults) > MOST_SHOWN else ""
        count = "1 bad line" if len(faults) == 1 else f"{len(faults)} bad lines"
        raise BatchError(f"{_name(path)} has {count}: {shown}{more}. Write each line as {SHAPE}")
    return tuple(lines)


def answer_batch(assistant: Assistant, lines: Sequence[BatchLine]) -> Iterator[Json]:
    """Yield the JSON object of each line, in the file's order.

    A question that fails with a stated error gives an abstained object that holds the error,
    so that one bad question never costs the others.
    """
    for line in lines:
        try:
            answer = assistant.ask(
                line.question, history=line.history, document=line.document, scope=line.scope
            )
        except PinciteError as error:
            yield error_json(line.id, line.question, error)
        else:
            yield answer_json(answer, question_id=line.id)


def search_batch(
    assistant: Assistant, lines: Sequence[BatchLine], top_k: int
) -> Iterator[tuple[BatchLine, tuple[Hit, ...] | PinciteError]]:
    """Yield each line with its ranked units, or with the error that it fails with.

    A line with a history is searched as the question that its chat makes of it.
    """
    from assistant.conversation import read_question

    for line in lines:
        try:
            query = read_question(line.question, line.history).whole
            hits = assistant.search(query, top_k, document=line.document, scope=line.scope)
        except PinciteError as error:
            yield line, error
        else:
            yield line, hits


def check_writable(path: Path) -> None:
    """Tell early, before any work, whether a results file can be written there.

    Raises:
        BatchError: It cannot: the path is a folder, or its folder is missing or closed to us.
    """
    if str(path) == "-":
        return
    folder = path.resolve().parent
    if path.is_dir():
        raise BatchError(f"{path} is a folder. Name a file in it: {path / 'answers.jsonl'}")
    if not folder.is_dir():
        raise BatchError(f"No folder {folder} to write {path.name} in. Make it: mkdir -p {folder}")
    target = path if path.exists() and not path.is_file() else folder
    if not os.access(target, os.W_OK):
        raise BatchError(f"{target} is not writable. Name a file in a folder of yours.")


@contextmanager
def open_whole(path: Path) -> Iterator[TextIO]:
    """Open a results file that appears whole at the end, or not at all.

    The text goes into a file beside it, which takes its name only when the block ends well;
    an older file of that name stays until then. ``-`` is standard output; a pipe or a device
    is written to as it is.

    Raises:
        BatchError: The file cannot be written.
    """
    if str(path) == "-":
        yield sys.stdout
        return
    check_writable(path)
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8") as stream:
            yield stream
        return
    # A link keeps pointing where it did: what it points at is replaced.
    target = path.resolve()
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(part, target)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise BatchError(f"Cannot write {path}: {error.strerror}. Nothing was changed.") from error
    finally:
        part.unlink(missing_ok=True)


def _name(path: Path) -> str:
    return "standard input" if str(path) == "-" else str(path)


def _read_bytes(path: Path) -> bytes:
    try:
        data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except FileNotFoundError:
        raise BatchError(f"No file {path}. Each of its lines would be like {SHAPE}") from None
    except OSError as error:
        raise BatchError(
            f"Cannot read {_name(path)}: {error.strerror}. Name a file of lines like {SHAPE}"
        ) from error
    return data.removeprefix(b"\xef\xbb\xbf")


def _parse_line(
    raw: bytes, number: int, default_document: str | None, default_scope: Scope
) -> BatchLine:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 at byte {error.start + 1}") from None
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON ({error.msg} at column {error.colno})") from None
    except RecursionError:
        raise ValueError("not a question (nested too deep)") from None
    if not isinstance(value, dict):
        raise ValueError(f"not an object but {_kind(value)}")
    history = value.get("history")
    document = value.get("document")
    if history is None:
        history = []
    if document is None and value.get("documents") is None:
        document = default_document
    if not isinstance(history, list) or not all(isinstance(h, str) for h in history):
        raise ValueError('"history" is not a list of questions')
    if document is not None and not (isinstance(document, str) and document.strip()):
        raise ValueError('"document" is not a symbol; leave it out for the whole library')
    identity = _text(value, "id")
    if not identity.strip():
        raise ValueError('"id" is empty')
    scope = _scope(value, default_scope)
    line = BatchLine(identity, _text(value, "question"), tuple(history), document, number, scope)
    try:
        "".join((line.id, line.question, *line.history, document or "", str(scope))).encode("utf-8")
    except UnicodeEncodeError:
        raise ValueError("holds half a character (a lone surrogate)") from None
    return line


def _scope(value: dict[str, object], default: Scope) -> Scope:
    """Return the limits of a line: its own, and the default's where it has none.

    Raises:
        ValueError: A limit is not text, or a list of texts.
    """
    own: dict[str, object] = {}
    for name, field in LISTS.items():
        found = value.get(field)
        if found is None:
            continue
        values = [found] if isinstance(found, str) else found
        if not isinstance(values, list) or not all(isinstance(v, str) and v for v in values):
            raise ValueError(f'"{field}" is not text or a list of texts')
        own[name] = tuple(values)
    for field in ("since", "until"):
        found = value.get(field)
        if isinstance(found, int) and not isinstance(found, bool):
            found = str(found)  # a year
        if found is not None and not isinstance(found, str):
            raise ValueError(f'"{field}" is {_kind(found)}, not a year or date')
        if found is not None:
            own[field] = found
    everything = value.get("all_revisions")
    if isinstance(everything, bool):
        own["all_revisions"] = everything
    elif everything is not None:
        raise ValueError(f'"all_revisions" is {_kind(everything)}, not true or false')
    if value.get("document") is not None:
        own.setdefault("documents", ())
    return replace(default, **own)  # type: ignore[arg-type]


def _text(value: dict[str, object], field: str) -> str:
    if field not in value:
        raise ValueError(f'no "{field}"')
    found = value[field]
    if not isinstance(found, str):
        raise ValueError(f'"{field}" is {_kind(found)}, not text')
    return found


def _kind(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, str):
        return "text"
    return "a list" if isinstance(value, list) else "an object"
