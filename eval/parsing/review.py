"""Review reports: hand-coded recommendations, read from PDF and from old text files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpus.types import Unit
from eval.parsing.gold import REVIEW, GoldUnit, read_review_gold
from eval.parsing.likeness import window_likeness
from eval.parsing.reading import read_timed
from eval.parsing.types import Count, FileScore, Finding, Measure
from eval.parsing.units import texts_of

CONTAINED = 0.9
"""From this likeness of the best stretch on, typography apart, a unit holds the gold words."""

FORMS = {"PDF": ("pdf", ".pdf"), "MacRoman": ("txt_macroman", ".txt")}
"""The forms of a report: folder, and ending of the files in it. Some have no text file."""

MEASURES = (
    Measure("label right, PDF", at_least=0.99),
    Measure("label and text right, PDF"),
    Measure("label right, MacRoman", at_least=0.97),
    Measure("label and text right, MacRoman"),
)


def files(data: Path) -> tuple[tuple[str, tuple[GoldUnit, ...]], ...]:
    """Return each report's name without an ending, and its gold recommendations.

    Those that are there in every form come first, so that a sample has some.

    Raises:
        GoldError: The gold file is missing or not in its format.
    """
    gold = read_review_gold(data)
    names = sorted(gold, key=lambda name: -len(_forms(data, name)))
    return tuple((name, gold[name]) for name in names)


def score_file(data: Path, name: str, gold: Sequence[GoldUnit]) -> tuple[FileScore, ...]:
    """Read a report in the forms that are there, and hold each against its recommendations.

    Raises:
        UnreadableFileError: One cannot be read.
    """
    scores = []
    for form, file in _forms(data, name).items():
        reading = read_timed(data / file)
        counts, findings = score_units(reading.parse.units, gold)
        scores.append(
            FileScore(
                file.as_posix(),
                {f"{what}, {form}": count for what, count in counts.items()},
                findings,
                reading.spent,
            )
        )
    return tuple(scores)


def _forms(data: Path, name: str) -> dict[str, Path]:
    """Return a report's files by form; the PDF is always among them, so that one misses it."""
    files = {form: REVIEW / folder / f"{name}{suffix}" for form, (folder, suffix) in FORMS.items()}
    return {form: file for form, file in files.items() if form == "PDF" or (data / file).exists()}


def score_units(
    units: Sequence[Unit], gold: Sequence[GoldUnit]
) -> tuple[dict[str, Count], tuple[Finding, ...]]:
    """Return how many labels are there, and under how many of them the words.

    Several recommendations may stand under one number: the unit has to hold the words, and
    may hold more.
    """
    texts = texts_of(units)
    findings: list[Finding] = []
    labelled = right = 0
    for unit in gold:
        if unit.label not in texts:
            findings.append(Finding("missing label", unit.label, unit.text[:60]))
            continue
        labelled += 1
        alike = window_likeness(texts[unit.label][1], unit.text)
        right += alike >= CONTAINED
        if alike < CONTAINED:
            findings.append(Finding("other words", unit.label, f"likeness {alike:.2f}"))
    return {
        "label right": Count(labelled, len(gold)),
        "label and text right": Count(right, len(gold)),
    }, tuple(findings)
