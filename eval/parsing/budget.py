"""Budget reports: numbered paragraphs, each document as DOCX and as PDF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpus.types import Unit
from eval.parsing.gold import BUDGET, GoldUnit, read_budget_gold
from eval.parsing.likeness import is_alike
from eval.parsing.reading import read_timed
from eval.parsing.series import split_label, whole_series
from eval.parsing.types import Count, FileScore, Finding, Measure
from eval.parsing.units import texts_of

SAME = 0.98
"""From this likeness on, white space apart, two texts are the same."""

FORMATS = {".docx": "DOCX", ".pdf": "PDF"}
_TARGETS = {".docx": 0.995, ".pdf": 0.985}
_MOST_SPURIOUS = 0.005


def _named(what: str, suffix: str) -> str:
    return f"{what}, {FORMATS[suffix]}"


MEASURES = tuple(
    measure
    for suffix, least in _TARGETS.items()
    for measure in (
        Measure(_named("label and text right", suffix), at_least=least),
        Measure(_named("the same, headings too", suffix)),
        Measure(_named("headings read as paragraphs", suffix), at_most=0.0),
        Measure(_named("spurious labels", suffix), at_most=_MOST_SPURIOUS),
        Measure(_named("labels of series not in gold", suffix)),
    )
)


def files(data: Path) -> tuple[tuple[str, tuple[GoldUnit, ...]], ...]:
    """Return each document's path without an ending, and its gold labels.

    Raises:
        GoldError: The gold file is missing or not in its format.
    """
    return tuple(read_budget_gold(data).items())


def score_file(data: Path, name: str, gold: Sequence[GoldUnit]) -> tuple[FileScore, ...]:
    """Read both forms of a document and hold each against its gold labels.

    Raises:
        UnreadableFileError: One cannot be read.
    """
    scores = []
    for suffix in FORMATS:
        file = BUDGET / f"{name}{suffix}"
        reading = read_timed(data / file)
        counts, findings = score_units(reading.parse.units, gold)
        scores.append(
            FileScore(
                file.as_posix(),
                {_named(what, suffix): count for what, count in counts.items()},
                findings,
                reading.spent,
            )
        )
    return tuple(scores)


def score_units(
    units: Sequence[Unit], gold: Sequence[GoldUnit]
) -> tuple[dict[str, Count], tuple[Finding, ...]]:
    """Return what is counted in one reading of a document, and what is wrong with it.

    A gold unit is found if the unit of its label says the same, alone or together with what
    stands in it. Gold units that are headings (`GoldUnit.is_heading`) repeat labels of
    paragraphs, and a reading that makes paragraphs of them is wrong: they are counted apart. A
    paragraph whose label is not among the gold ones is spurious, unless it belongs to a series
    of which the gold has no label at all, such as the paragraphs of an annex; such a series
    must run 1, 2, 3 … without a gap or repeat.
    """
    texts = texts_of(units)
    findings: list[Finding] = []
    headings = [unit for unit in gold if unit.is_heading]
    real = [unit for unit in gold if not unit.is_heading]
    right = 0
    for unit in real:
        if unit.label not in texts:
            findings.append(Finding("missing label", unit.label, unit.text[:60]))
        elif not says(texts[unit.label], unit.text):
            findings.append(Finding("other words", unit.label, texts[unit.label][0][:60]))
        else:
            right += 1
    right_headings = sum(u.label in texts and says(texts[u.label], u.text) for u in headings)
    paragraphs = [unit for unit in units if unit.kind == "paragraph"]
    titles = {"".join(unit.text.split()) for unit in headings}
    misread = [u for u in paragraphs if "".join(u.text.split()) in titles]
    findings += [Finding("heading as paragraph", u.label, u.text[:60]) for u in misread]
    series = _left_out([u.label for u in paragraphs], [u.label for u in real])
    left_out = {label for labels in series for label in labels}
    known = {unit.label for unit in real} | left_out
    spurious = [unit for unit in paragraphs if unit.label not in known]
    findings += [Finding("spurious label", u.label, u.text[:60]) for u in spurious]
    findings += [Finding("series not in gold", f"{ls[0]} to {ls[-1]}", "") for ls in series]
    return {
        "label and text right": Count(right, len(real)),
        "the same, headings too": Count(right + right_headings, len(gold)),
        "headings read as paragraphs": Count(len(misread), len(headings)),
        "spurious labels": Count(len(spurious), len(paragraphs)),
        "labels of series not in gold": Count(len(left_out), len(paragraphs)),
    }, tuple(findings)


def says(texts: tuple[str, str], wanted: str) -> bool:
    """Tell whether a unit's own words, or those with all in it, are the wanted ones."""
    return any(is_alike(text, wanted, SAME) for text in texts)


def _left_out(labels: Sequence[str], gold: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the labels of each whole series of which the gold has none."""
    known = {split[0] for label in gold if (split := split_label(label))}
    return [members for name, members in whole_series(labels).items() if name not in known]
