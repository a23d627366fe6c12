"""Brings finished runs together: those of one set stand side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from eval.report.recorded import RecordedRun, RecordedSystem
from eval.types import KINDS, UnitKey


@dataclass(frozen=True, slots=True)
class NamedSystem:
    """A system, and what it is called beside the others of its section."""

    name: str
    system: RecordedSystem


@dataclass(frozen=True, slots=True)
class Section:
    """All systems that were asked the same set of questions.

    Attributes:
        set_name: Name of the set.
        runs: The runs it was made from.
        systems: Of all runs, in their order.
        kinds: Of the set's questions, in the order of `KINDS`.
        texts: Words of every unit that a run names.
    """

    set_name: str
    runs: tuple[RecordedRun, ...]
    systems: tuple[NamedSystem, ...]
    kinds: tuple[str, ...]
    texts: Mapping[UnitKey, str]


def make_sections(runs: Iterable[RecordedRun]) -> tuple[Section, ...]:
    """Return a section for each set, in the order in which the sets first occur.

    Two sets are the same if their files are, whatever their names. A system that occurs in more
    than one run is called by its run's folder as well.
    """
    by_set: dict[str, list[RecordedRun]] = {}
    for run in runs:
        by_set.setdefault(run.set_sha256, []).append(run)
    return tuple(_section(tuple(together)) for together in by_set.values())


def _section(runs: tuple[RecordedRun, ...]) -> Section:
    times = Counter(system.name for run in runs for system in run.systems)
    folders = Counter(run.folder.name for run in runs)
    systems = []
    for run in runs:
        where = run.folder.name if folders[run.folder.name] == 1 else str(run.folder)
        for system in run.systems:
            name = system.name if times[system.name] == 1 else f"{where}: {system.name}"
            systems.append(NamedSystem(name, system))
    asked = {question.kind for question in runs[0].questions}
    return Section(
        set_name=runs[0].set_name,
        runs=runs,
        systems=tuple(systems),
        kinds=tuple(kind for kind in KINDS if kind in asked),
        texts={unit: text for run in runs for unit, text in run.texts.items()},
    )
