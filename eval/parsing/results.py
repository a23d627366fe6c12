"""What the parse evaluation found, as tables and as files."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median

from eval.parsing.evaluate import SETS
from eval.parsing.types import Count, Measure, SetScore, Spent
from eval.results import make_folder, source_commit
from eval.table import UNDEFINED, Grid

FORMAT = 1
DIGITS = 6
_QUARTERED = 8
"""Files from which on it tells something how memory held changes from quarter to quarter."""
PAGES_A_SECOND = 30
"""What reading and parsing PDF should reach on one core."""

Json = dict[str, object]


def grids(scores: Sequence[SetScore]) -> Iterator[Grid]:
    """Yield a table of each set's measures against their targets, and one of speed."""
    for score in scores:
        rows = tuple(_row(measure, score.total(measure)) for measure in score.measures)
        documents = f"{len(score.files)} files"
        yield Grid(
            f"{SETS[score.name].title}: {documents}",
            ("measure", "n", "of", "share", "target", "met"),
            rows,
        )
    speed = pdf_speed(scores)
    if speed is not None:
        yield Grid(
            f"Speed on one core: {speed['pages']:,.0f} PDF pages",
            ("what", "ms a page", "pages a second"),
            tuple(
                (shown, f"{speed[name] * 1000:.2f}", f"{1 / speed[name]:.1f}")
                for name, shown in (
                    ("reading", "reading"),
                    ("parsing", "parsing"),
                    ("both", f"both (target {PAGES_A_SECOND} a second)"),
                    ("bare", "PDFium's bare extraction"),
                )
                if speed[name]
            ),
        )
    if held := memory_by_quarter(scores):
        rows = tuple((f"quarter {q}", f"{mib:.0f}") for q, mib in enumerate(held, start=1))
        yield Grid("Memory held after a file, by quarter of the files", ("files", "MiB"), rows)


def _row(measure: Measure, count: Count) -> tuple[str, ...]:
    share = UNDEFINED if count.share is None else f"{100 * count.share:.2f} %"
    target = UNDEFINED
    if measure.at_least is not None:
        target = f"≥ {100 * measure.at_least:g} %"
    elif measure.at_most is not None:
        target = f"≤ {100 * measure.at_most:g} %"
    met = {True: "yes", False: "no", None: UNDEFINED}[measure.is_met(count)]
    return measure.name, f"{count.n:,}", f"{count.of:,}", share, target, met


def missed(scores: Sequence[SetScore]) -> list[str]:
    """Return a sentence for each target that is not reached.

    Speed is left out: it is this machine's as much as the program's.
    """
    return [
        f"{SETS[score.name].title}: {measure.name} is {count.n} of {count.of}"
        for score in scores
        for measure in score.measures
        if measure.is_met(count := score.total(measure)) is False
    ]


def pdf_speed(scores: Sequence[SetScore]) -> Mapping[str, float] | None:
    """Return how many PDF pages were read, and seconds a page of each step; None without any."""
    spent = [
        file.spent
        for score in scores
        for file in score.files
        if file.spent is not None and file.spent.bare
    ]
    pages = sum(s.pages for s in spent)
    if not pages:
        return None
    reading, parsing, bare = (
        sum(getattr(s, name) for s in spent) / pages for name in ("reading", "parsing", "bare")
    )
    return {
        "pages": pages,
        "reading": reading,
        "parsing": parsing,
        "both": reading + parsing,
        "bare": bare,
        "times_bare": (reading + parsing) / bare,
    }


def memory_by_quarter(scores: Sequence[SetScore]) -> list[float]:
    """Return the median memory held after the files of each quarter, in MiB; none for too few."""
    held = [file.spent.memory for score in scores for file in score.files if file.spent]
    n = len(held)
    return (
        [median(held[n * q // 4 : n * (q + 1) // 4]) for q in range(4)] if n >= _QUARTERED else []
    )


def make_record(scores: Sequence[SetScore], sample: int | None) -> Json:
    """Return the results as one JSON object.

    Two runs of a commit on the same files differ in ``created`` and ``timings`` alone.
    """
    speed = pdf_speed(scores)
    return {
        "format": FORMAT,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": source_commit(),
        "versions": {"python": platform.python_version(), "pypdfium2": version("pypdfium2")},
        "sample": sample,
        "missed": missed(scores),
        "sets": {score.name: _set(score) for score in scores},
        "timings": {
            "seconds_a_page": None if speed is None else dict(speed),
            "memory_by_quarter_mib": [round(held, 1) for held in memory_by_quarter(scores)],
            "files": {
                file.file: _rounded(file.spent)
                for score in scores
                for file in score.files
                if file.spent is not None
            },
        },
    }


def _set(score: SetScore) -> Json:
    return {
        "measures": [
            {
                **asdict(measure),
                **asdict(count := score.total(measure)),
                "share": None if count.share is None else round(count.share, DIGITS),
                "met": measure.is_met(count),
            }
            for measure in score.measures
        ],
        "files": [
            {
                "file": file.file,
                "counts": {name: [count.n, count.of] for name, count in file.counts.items()},
                "findings": [asdict(finding) for finding in file.findings],
            }
            for file in score.files
        ],
    }


def _rounded(spent: Spent) -> Json:
    return {name: round(value, DIGITS) for name, value in asdict(spent).items()}


def write_parsing(scores: Sequence[SetScore], folder: Path, sample: int | None) -> Json:
    """Write ``results.json`` and ``tables.md``.

    Returns:
        What ``results.json`` holds.

    Raises:
        SettingsError: The folder cannot be written.
    """
    make_folder(folder)
    record = make_record(scores, sample)
    text = json.dumps(record, ensure_ascii=False, allow_nan=False, indent=1)
    (folder / "results.json").write_text(text + "\n", encoding="utf-8")
    (folder / "tables.md").write_text("\n".join(map(_markdown, grids(scores))), encoding="utf-8")
    return record


def _markdown(grid: Grid) -> str:
    ruler = ("---", *("---:" for _ in grid.head[1:]))
    lines = [f"| {' | '.join(cells)} |" for cells in (grid.head, ruler, *grid.rows)]
    return "\n".join([f"**{grid.title}**", "", *lines, ""])
