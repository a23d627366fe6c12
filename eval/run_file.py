"""A run that any other program made, from a TREC file, put to the test like a system."""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from corpus.catalogue import Catalogue
from corpus.errors import SettingsError
from eval.systems import DEPTH, cite_first
from eval.trec import docno
from eval.types import Found, Prediction, Question, UnitKey

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_MOST_NAMED = 5


class _Line(NamedTuple):
    unit: UnitKey
    rank: int
    score: float


class RunFile:
    """Ranks units as a run file says, and cites the first, as the baselines do.

    A line is ``question Q0 SYMBOL#LABEL rank score tag``, white space in a label written ``_``
    (`assistant.trec`). Units are ordered by score and then by rank. A question that the run does
    not have is refused; the confidence is the best score. The wall times of its answers are those
    of looking them up and say nothing about the program.

    Args:
        path: The file; its tag is the system's name.
        catalogue: The library that its units stand in.

    Raises:
        SettingsError: The file cannot be read, or some lines are no run of this library; the
            message names the first of them.
    """

    def __init__(self, path: Path, catalogue: Catalogue) -> None:
        try:
            content = path.read_bytes()
            lines = content.decode("utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            why = error.strerror if isinstance(error, OSError) else "not UTF-8"
            raise SettingsError(f"Cannot read the run {path}: {why}.") from error
        units = {
            docno(key): key
            for key in (UnitKey(place.document, place.unit.label) for place in catalogue)
        }
        ranked: dict[str, dict[UnitKey, _Line]] = {}
        tags: set[str] = set()
        faults: list[str] = []
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                query_id, tag, found = _read_line(line, units)
                if found.unit in ranked.setdefault(query_id, {}):
                    raise ValueError(f"names {docno(found.unit)} twice for {query_id}")
                ranked[query_id][found.unit] = found
                tags.add(tag)
            except ValueError as error:
                faults.append(f"line {number} {error}")
        if not faults and len(tags) != 1:
            faults.append(f"it has {len(tags)} tags ({', '.join(sorted(tags))}), not one")
        if faults:
            named = "; ".join(faults[:_MOST_NAMED])
            more = f" and {len(faults) - _MOST_NAMED} more" if len(faults) > _MOST_NAMED else ""
            raise SettingsError(
                f"{path} is no run of this library: {named}{more}. "
                "A line is: question Q0 SYMBOL#LABEL rank score tag"
            )
        self.name = tags.pop()
        self.settings: Mapping[str, object] = {
            "run": path.name,
            "sha256": hashlib.sha256(content).hexdigest(),
        }
        self._hits = {query_id: _in_order(found.values()) for query_id, found in ranked.items()}

    def answer(self, question: Question) -> Prediction:
        """Return what the run ranks for the question of that id."""
        return cite_first(list(self._hits.get(question.id, ())))


def open_runs(
    paths: Sequence[Path], catalogue: Catalogue, taken: Sequence[str]
) -> tuple[RunFile, ...]:
    """Return a system for each run file.

    Raises:
        SettingsError: A file is no run, or its tag is the name of another system.
    """
    runs = tuple(RunFile(path, catalogue) for path in paths)
    names = set(taken)
    for path, run in zip(paths, runs, strict=True):
        if run.name in names:
            raise SettingsError(
                f"The tag of {path} is {run.name!r}, as another system's name: give it its own."
            )
        names.add(run.name)
    return runs


def _read_line(line: str, units: Mapping[str, UnitKey]) -> tuple[str, str, _Line]:
    fields = line.split()
    if len(fields) != 6:
        raise ValueError(f"has {len(fields)} fields, not 6")
    query_id, _, name, rank, score, tag = fields
    if name not in units:
        raise ValueError(f"ranks {name!r}, which is not in the library")
    if not _NAME.fullmatch(tag):
        raise ValueError(f"has the tag {tag!r}, which is no file's name")
    value = _number(score)
    if not rank.isdecimal() or not math.isfinite(value):
        raise ValueError(f"has rank {rank!r} and score {score!r}, which are not numbers")
    return query_id, tag, _Line(units[name], int(rank), value)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return math.nan


def _in_order(lines: Iterable[_Line]) -> tuple[Found, ...]:
    best = sorted(lines, key=lambda line: (-line.score, line.rank))
    return tuple(Found(line.unit, line.score) for line in best[:DEPTH])
