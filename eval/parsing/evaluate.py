"""Measures the parser on sets of files: which there are, and how each is gone through."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.parsing import budget, mixed, review, shipped, twins
from eval.parsing.reading import warm_up
from eval.parsing.types import FileScore, Measure, SetName, SetScore

Progress = Callable[[str, int, int], None]
"""Told a stage's name, how much of it is done, and how much there is in all."""


@dataclass(frozen=True, slots=True)
class GoldSet:
    """One set of files with what is known of them.

    Attributes:
        title: As tables show it.
        measures: What is counted.
        files: Returns each document's name and what is known of it.
        score: Reads one document and counts.
    """

    title: str
    measures: tuple[Measure, ...]
    files: Callable[[Path], Sequence[tuple[str, Any]]]
    score: Callable[[Path, str, Any], tuple[FileScore, ...]]


SETS: Mapping[SetName, GoldSet] = {
    "budget": GoldSet("Budget reports", budget.MEASURES, budget.files, budget.score_file),
    "twins": GoldSet("Twins in DOCX and PDF", twins.MEASURES, twins.files, twins.score_file),
    "review": GoldSet("Review reports", review.MEASURES, review.files, review.score_file),
    "mixed": GoldSet("Mixed download", mixed.MEASURES, mixed.files, mixed.score_file),
    "report": GoldSet("Shipped report", shipped.MEASURES, shipped.files, shipped.score_file),
}
"""By the name that the command line takes."""


def evaluate(
    names: Sequence[SetName], data: Path, sample: int | None, progress: Progress
) -> tuple[SetScore, ...]:
    """Return what is counted in each set named, in that order.

    Args:
        names: Of sets.
        data: The folder that holds the gold files; the shipped report needs none.
        sample: Most documents read of each set, see `draw`; None for all.
        progress: Told of each document.

    Raises:
        GoldError: A gold file is missing or not in its format.
        UnreadableFileError: A file with gold labels cannot be read.
    """
    # All gold files are read before any work, so that a fault shows early.
    wanted = {name: draw(SETS[name].files(data), sample) for name in names}
    warm_up()
    scores = []
    for name, documents in wanted.items():
        gold = SETS[name]
        files: list[FileScore] = []
        progress(gold.title, 0, len(documents))
        for done, (document, known) in enumerate(documents, start=1):
            files += gold.score(data, document, known)
            progress(gold.title, done, len(documents))
        scores.append(SetScore(name, gold.measures, tuple(files)))
    return tuple(scores)


def draw(documents: Sequence[tuple[str, Any]], sample: int | None) -> list[tuple[str, Any]]:
    """Return so many of the documents, the first and others evenly spread; None takes all."""
    n = len(documents) if sample is None else min(sample, len(documents))
    return [documents[at * len(documents) // n] for at in range(n)]
