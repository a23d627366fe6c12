"""Twins: the same document as DOCX and as PDF, read apart and held against each other.

Neither has gold labels. What both readers make of a document without having seen the other's file
is hardly wrong in both; and that a number is printed right before its words is asked of the
bare text of the PDF, which none of them had a part in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from corpus.types import NUMBERED, Unit
from eval.parsing.budget import SAME
from eval.parsing.likeness import is_alike, letters_of
from eval.parsing.reading import bare_text, read_timed
from eval.parsing.types import Count, FileScore, Finding, Measure

MEASURES = (
    Measure("number and words the same in both", at_least=0.985),
    Measure("number printed right before its words"),
    Measure("names of rows and notes in both"),
)
_SAME, _PRINTED, _ROWS = (measure.name for measure in MEASURES)
_OPENING = 6
"""Words of a unit that are looked for behind its number."""


def files(data: Path) -> tuple[tuple[str, Path], ...]:
    """Return each DOCX with a PDF of its name beside it, wherever it lies in the folder."""
    found = sorted(data.rglob("*.docx")) if data.is_dir() else []
    return tuple(
        (path.relative_to(data).with_suffix("").as_posix(), path)
        for path in found
        if path.with_suffix(".pdf").is_file()
    )


def score_file(_: Path, name: str, docx: Path) -> tuple[FileScore, ...]:
    """Read both forms of a document and hold them against each other.

    Raises:
        UnreadableFileError: One cannot be read.
    """
    pdf = docx.with_suffix(".pdf")
    word, printed = read_timed(docx), read_timed(pdf)
    counts, findings = compare(word.parse.units, printed.parse.units)
    shown = letters_of(" ".join(bare_text(pdf.read_bytes())))
    numbered = _numbered(word.parse.units).values()
    unprinted = [unit for unit in numbered if _opening(unit) not in shown]
    counts[_PRINTED] = Count(len(numbered) - len(unprinted), len(numbered))
    findings += tuple(Finding("not printed so", u.label, u.text[:60]) for u in unprinted)
    return (
        FileScore(f"{name}.docx", {}, (), word.spent),
        FileScore(f"{name}.pdf", counts, findings, printed.spent),
    )


def compare(
    word: Sequence[Unit], printed: Sequence[Unit]
) -> tuple[dict[str, Count], tuple[Finding, ...]]:
    """Return how much of two readings is the same, and which numbered units are not.

    Of the units that either has, those count that both have under the same label; numbered
    ones only if they say the same, too.
    """
    ours, theirs = _numbered(word), _numbered(printed)
    labels = list(dict.fromkeys([*ours, *theirs]))
    findings = []
    for label in labels:
        if label not in theirs:
            findings.append(Finding("in the DOCX alone", label, ours[label].text[:60]))
        elif label not in ours:
            findings.append(Finding("in the PDF alone", label, theirs[label].text[:60]))
        elif not is_alike(ours[label].text, theirs[label].text, SAME):
            findings.append(Finding("other words", label, theirs[label].text[-60:]))
    rows, other_rows = (
        {unit.label for unit in units if unit.kind not in NUMBERED} for units in (word, printed)
    )
    return {
        _SAME: Count(len(labels) - len(findings), len(labels)),
        _ROWS: Count(len(rows & other_rows), len(rows | other_rows)),
    }, tuple(findings)


def _numbered(units: Sequence[Unit]) -> Mapping[str, Unit]:
    return {unit.label: unit for unit in units if unit.kind in NUMBERED}


def _opening(unit: Unit) -> str:
    """Return a unit's number and first words as they would be printed."""
    return letters_of(" ".join([unit.marker, *unit.text.split()[:_OPENING]]))
