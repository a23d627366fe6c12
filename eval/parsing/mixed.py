"""A mixed download: whether every file is dealt with, and how far its numbering is followed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpus.errors import PinciteError
from corpus.flags import find_flags, refusal
from corpus.metadata import guess_metadata
from eval.parsing.gold import MIXED, Listed, read_manifest
from eval.parsing.reading import Reading, read_timed
from eval.parsing.series import Numbered, Stretch, longest_run, numbers_of, running_count
from eval.parsing.types import Count, FileScore, Finding, Measure

MEASURES = (
    Measure("read, or refused with a reason", at_least=1.0),
    Measure("not citable: flagged or refused", at_least=1.0),
    Measure("citable: refused", at_most=0.0),
    Measure("citable: flagged"),
    Measure("numbered: run 1 … N reached"),
    Measure("numbered: reached or explained", at_least=0.95),
)
_STRETCHES = 4
"""Most parts of a count that are told."""
_HANDLED, _CAUGHT, _REFUSED, _FLAGGED, _REACHED, _EXPLAINED = (m.name for m in MEASURES)


def files(data: Path) -> tuple[tuple[str, Listed], ...]:
    """Return each file's name, and what the manifest says of it.

    Raises:
        GoldError: The manifest is missing or not in its format.
    """
    return tuple((listed.file, listed) for listed in read_manifest(data))


def score_file(data: Path, name: str, listed: Listed) -> tuple[FileScore, ...]:
    """Read a file, whatever it is, and say what came of it."""
    file = MIXED / "pdf" / name
    try:
        reading = read_timed(data / file)
    except PinciteError as error:
        counts, findings = score_reading(listed, (), [Finding("refused", "", str(error))])
        return (FileScore(file.as_posix(), counts, findings),)
    except Exception as error:  # A crash is what is looked for here, and must not end the run.
        crash = Finding("crash", "", f"{type(error).__name__}: {error}")
        counts, findings = score_reading(listed, (), [crash])
        return (FileScore(file.as_posix(), counts, findings),)
    counts, findings = score_reading(listed, numbers_of(reading.parse), flags(reading))
    return (FileScore(file.as_posix(), counts, findings, reading.spent),)


def flags(reading: Reading) -> tuple[Finding, ...]:
    """Return why a file that was read must be cited with care, or why it is refused after all."""
    source, parse = reading.source, reading.parse
    metadata = guess_metadata(source, parse, source.name)
    reason = refusal(source, parse, metadata)
    found = [Finding("refused", "", reason)] if reason is not None else []
    found += [
        Finding("flag", flag.kind, flag.detail) for flag in find_flags(source, parse, metadata)
    ]
    return tuple(found)


def score_reading(
    listed: Listed, numbers: Sequence[Numbered], caught: Sequence[Finding]
) -> tuple[dict[str, Count], tuple[Finding, ...]]:
    """Return what is counted in one file.

    Args:
        listed: What the manifest says of it.
        numbers: Of the reading (`numbers_of`); none if it was not read.
        caught: ``flag`` and ``refused`` findings, or the ``crash``.
    """
    kinds = {finding.kind for finding in caught}
    counts = {_HANDLED: Count(int("crash" not in kinds), 1)}
    if listed.is_citable:
        counts[_REFUSED] = Count(int("refused" in kinds), 1)
        counts[_FLAGGED] = Count(int("flag" in kinds), 1)
    else:
        counts[_CAUGHT] = Count(int(bool(kinds & {"refused", "flag"})), 1)
    findings = list(caught)
    if listed.is_numbered:
        run = longest_run(numbers)
        counts[_REACHED] = Count(int(run >= listed.run), 1)
        explained = run >= listed.run
        if not explained:
            stretches = running_count(numbers)
            explained = bool(stretches) and stretches[-1].last >= listed.run
            kind = "run explained" if explained else "run not reached"
            findings.append(Finding(kind, "", _how(run, listed.run, stretches)))
        counts[_EXPLAINED] = Count(int(explained), 1)
    return counts, tuple(findings)


def _how(run: int, wanted: int, stretches: Sequence[Stretch]) -> str:
    went = [
        f"{s.first}–{s.last} in {s.place}" if s.last > s.first else f"{s.first} in {s.place}"
        for s in stretches
    ]
    if len(went) > _STRETCHES:
        went[_STRETCHES:] = [f"and so on in {len(went) - _STRETCHES} more stretches"]
    return f"1–{run} of {wanted}" + (f"; counted on: {'; '.join(went)}" if went else "")
