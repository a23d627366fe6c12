"""The shipped report: its two renditions against each other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpus.documents import shipped_report, shipped_report_path, typographic_key
from corpus.source import Source
from corpus.types import Parse, Unit
from eval.parsing.reading import read_timed
from eval.parsing.types import Count, FileScore, Finding, Measure

MEASURES = (
    Measure("labels in both renditions", at_least=1.0),
    Measure("the same words under them", at_least=1.0),
    Measure("characters with one place", at_least=1.0),
)
_LABELS, _WORDS, _COVERED = (measure.name for measure in MEASURES)


def files(_: Path) -> tuple[tuple[str, Sequence[str]], ...]:
    """Return the document's symbol, and the names of its files."""
    report = shipped_report()
    return ((report.symbol, [rendition.file for rendition in report.renditions]),)


def score_file(_: Path, name: str, renditions: Sequence[str]) -> tuple[FileScore, ...]:
    """Read all renditions and hold each but the first against it.

    Raises:
        UnreadableFileError: One cannot be read.
    """
    readings = [read_timed(shipped_report_path().parent / file) for file in renditions]
    first = readings[0].parse
    scores = []
    for file, reading in zip(renditions, readings, strict=True):
        counts = {_COVERED: covered(reading.source, reading.parse)}
        findings: tuple[Finding, ...] = ()
        if reading is not readings[0]:
            more, findings = compare(first.units, reading.parse.units)
            counts |= more
        scores.append(FileScore(f"{name}/{file}", counts, findings, reading.spent))
    return tuple(scores)


def compare(
    ours: Sequence[Unit], theirs: Sequence[Unit]
) -> tuple[dict[str, Count], tuple[Finding, ...]]:
    """Return how many of all labels both have, and under how many of these both say the same."""
    one, two = ({u.label: typographic_key(u.text) for u in units} for units in (ours, theirs))
    labels = list(dict.fromkeys([*one, *two]))
    both = [label for label in labels if label in one and label in two]
    same = [label for label in both if one[label] == two[label]]
    findings = [Finding("missing label", label, "") for label in labels if label not in both]
    findings += [Finding("other words", label, "") for label in both if label not in same]
    return {_LABELS: Count(len(both), len(labels)), _WORDS: Count(len(same), len(both))}, tuple(
        findings
    )


def covered(source: Source, parse: Parse) -> Count:
    """Return how many of the characters that are not blank have exactly one place."""
    characters = sum(not character.isspace() for character in source.text)
    return Count(round(parse.coverage * characters), characters)
