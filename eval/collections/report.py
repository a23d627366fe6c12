"""A collection's results as tables and as files."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from embeddings.manifest import library_versions
from eval.collections.measures import counts, differences
from eval.collections.types import Asked, Collection, CollectionResult
from eval.metrics.bootstrap import CONFIDENCE, RESAMPLES, SEED
from eval.results import make_folder, source_commit
from eval.table import Grid
from eval.trec import docno, write_qrels, write_run
from eval.types import Qrel, RunEntry, Score

FORMAT = 1
DIGITS = 6
Json = dict[str, object]


def grids(collection: Collection, results: Sequence[CollectionResult]) -> Iterator[Grid]:
    """Yield one table, a row a measure; or, of several groups, a table a measure, a row a group.

    Each system is a column. What no system has in a group, such as a citation where none is
    right, is left out.
    """
    if not results:
        return
    sizes = counts(results[0].asked)
    units = sum(len(document.units) for document in collection.documents)
    n, right = len(collection.queries), sum(q.answerable for q in collection.queries)
    kind = "supported" if collection.task == "support" else "answerable"
    title = f"{collection.name}: {n} queries, {right} {kind}, {units} units; 95% intervals"
    systems = tuple(result.system for result in results)
    if len(sizes) == 1:
        (group,) = sizes
        rows = [(m, *_cells(results, group, m, 3)) for m in collection.measures]
        yield Grid(title, ("measure", *systems), tuple(rows))
        return
    for measure in collection.measures:
        rows = [
            # Long names of groups leave less room on a line of 100 columns.
            (f"{group} ({size})", *_cells(results, group, measure, 2))
            for group, (size, _) in sizes.items()
            if any(result.groups[group][measure].value is not None for result in results)
        ]
        yield Grid(title, (measure, *systems), tuple(rows))


def write_collection(
    collection: Collection, results: Sequence[CollectionResult], folder: Path, limit: int | None
) -> Json:
    """Write ``results.json``, ``tables.md``, ``qrels.trec`` and a run file a system.

    Returns:
        What ``results.json`` holds.

    Raises:
        SettingsError: The folder cannot be written.
    """
    make_folder(folder)
    record = make_record(collection, results, limit)
    (folder / "results.json").write_text(
        json.dumps(record, ensure_ascii=False, allow_nan=False, indent=1) + "\n", encoding="utf-8"
    )
    (folder / "tables.md").write_text(
        "\n".join(map(_markdown, grids(collection, results))), encoding="utf-8"
    )
    write_qrels(
        folder / "qrels.trec",
        [Qrel(query.id, unit) for query in collection.queries for unit in sorted(query.gold)],
    )
    for result in results:
        entries = [
            RunEntry(asked.query.id, found.unit, rank, found.score)
            for asked in result.asked
            for rank, found in enumerate(asked.prediction.hits, start=1)
        ]
        write_run(folder / f"{result.system}.run.trec", entries, result.system)
    return record


def make_record(
    collection: Collection, results: Sequence[CollectionResult], limit: int | None
) -> Json:
    """Return the results as one JSON object; two runs of a commit differ in ``created`` alone."""
    return {
        "format": FORMAT,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": source_commit(),
        "collection": {
            "name": collection.name,
            "files": dict(collection.sha256),
            "left_out": collection.left_out,
            "limit": limit,
            "documents": len(collection.documents),
            "units": sum(len(document.units) for document in collection.documents),
            "queries": len(collection.queries),
        },
        "bootstrap": {"confidence": CONFIDENCE, "resamples": RESAMPLES, "seed": SEED},
        "versions": {
            "python": platform.python_version(),
            **library_versions(),
            "ir-measures": version("ir-measures"),
        },
        "systems": [
            {
                "name": result.system,
                "settings": dict(result.settings),
                "groups": {
                    group: {measure: _json(score) for measure, score in scores.items()}
                    for group, scores in result.groups.items()
                },
                "queries": [_asked(asked) for asked in result.asked],
            }
            for result in results
        ],
        "differences": [
            {
                "of": results[0].system,
                "from": other.system,
                "measures": {
                    measure: {"value": round(value, DIGITS), "p": round(p, DIGITS)}
                    for measure, (value, p) in differences(
                        results[0].asked, other.asked, collection.measures
                    ).items()
                },
            }
            for other in results[1:]
        ],
    }


def _markdown(grid: Grid) -> str:
    ruler = ("---", *("---:" for _ in grid.head[1:]))
    lines = [f"| {' | '.join(cells)} |" for cells in (grid.head, ruler, *grid.rows)]
    return "\n".join([f"**{grid.title}**", "", *lines, ""])


def _asked(asked: Asked) -> Json:
    return {
        "id": asked.query.id,
        "confidence": round(asked.prediction.confidence, DIGITS),
        "abstained": asked.prediction.abstained,
        "cited": [docno(cited.unit) for cited in asked.prediction.cited],
        "scores": {name: round(value, DIGITS) for name, value in asked.scores.items()},
    }


def _json(score: Score) -> Json:
    ends = {"value": score.value, "low": score.low, "high": score.high}
    return {**{k: None if v is None else round(v, DIGITS) for k, v in ends.items()}, "n": score.n}


def _cells(
    results: Sequence[CollectionResult], group: str, measure: str, digits: int
) -> Iterator[str]:
    return (_cell(result.groups[group][measure], digits) for result in results)


def _cell(score: Score, digits: int) -> str:
    if score.value is None or score.low is None or score.high is None:
        return "–"
    return f"{score.value:.3f} [{score.low:.{digits}f}–{score.high:.{digits}f}]"
