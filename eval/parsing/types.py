"""What the parse evaluation owns: measures with targets, and what was found in each file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

SetName = Literal["budget", "twins", "review", "mixed", "report"]


@dataclass(frozen=True, slots=True)
class Count:
    """So many of so many.

    Attributes:
        n: How many are so.
        of: How many could be.
    """

    n: int
    of: int

    @property
    def share(self) -> float | None:
        """The first over the second; None where there was nothing to count."""
        return self.n / self.of if self.of else None

    def __add__(self, other: Count) -> Count:
        return Count(self.n + other.n, self.of + other.of)


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted in each file of a set, and what it should come to over all.

    Attributes:
        name: In words, as tables show it.
        at_least: The least share that is good enough; None if there is no such target.
        at_most: The greatest share that is good enough; None if there is no such target.
    """

    name: str
    at_least: float | None = None
    at_most: float | None = None

    def is_met(self, count: Count) -> bool | None:
        """Tell whether a count is good enough; None without a target or without a count."""
        share = count.share
        if share is None or (self.at_least is None and self.at_most is None):
            return None
        return (self.at_least is None or share >= self.at_least) and (
            self.at_most is None or share <= self.at_most
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in a file that a person may want to look at.

    Attributes:
        kind: ``missing label``, ``other words``, ``spurious label``, ``refused`` and the like.
        label: The unit it is about; empty for the whole file.
        detail: What was found, in a few words.
    """

    kind: str
    label: str
    detail: str


@dataclass(frozen=True, slots=True)
class Spent:
    """Processor time that one file took, in seconds, and what was held after it.

    Attributes:
        pages: Of the file; 0 where the format has none.
        reading: From bytes to lines of text.
        parsing: From lines to units.
        bare: PDFium's own extraction of the same pages; 0 for other formats.
        memory: What the process held after the file, in MiB.
    """

    pages: int
    reading: float
    parsing: float
    bare: float = 0.0
    memory: float = 0.0


@dataclass(frozen=True, slots=True)
class FileScore:
    """What was counted in one file.

    Attributes:
        file: Its path in the folder of data.
        counts: By the measure's name; a measure that is not about this file is left out.
        findings: In reading order.
        spent: None if the file was not read.
    """

    file: str
    counts: Mapping[str, Count]
    findings: tuple[Finding, ...] = ()
    spent: Spent | None = None


@dataclass(frozen=True, slots=True)
class SetScore:
    """What was counted in all files of a set.

    Attributes:
        name: Of the set.
        measures: In the order in which they are shown.
        files: In the order in which they were read.
    """

    name: SetName
    measures: tuple[Measure, ...]
    files: tuple[FileScore, ...] = field(default=())

    def total(self, measure: Measure) -> Count:
        """Return a measure's count over all files."""
        counts = (file.counts.get(measure.name, Count(0, 0)) for file in self.files)
        return sum(counts, Count(0, 0))
