"""An evaluation as tables: in the terminal and in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eval.types import UNANSWERABLE_KINDS, Evaluation, Group, Score, SystemResult

if TYPE_CHECKING:
    from rich.console import Group as Drawn

UNDEFINED = "–"
ALL = "all"

SYSTEMS_ABREAST = 3
"""Columns of intervals that fit a terminal of 80 columns beside the measures' names."""

_OVERALL = {
    "success@1": "success@1",
    "success@3": "success@3",
    "success@5": "success@5",
    "recall@5": "recall@5",
    "recall@10": "recall@10",
    "MRR@10": "MRR@10",
    "nDCG@10": "nDCG@10",
    "citation_precision": "citation precision",
    "citation_recall": "citation recall",
    "citation_F1": "citation F1",
    "citation_complete": "all gold cited",
    "labels_per_answer": "labels per answer",
    "quotes_verbatim": "quotes verbatim",
    "cited_exact": "cited exact",
    "cited_ancestor": "cited ancestor",
    "cited_descendant": "cited descendant",
    "cited_sibling": "cited sibling",
    "cited_next-door": "cited next-door",
    "cited_elsewhere": "cited elsewhere",
    "answer_token_F1": "answer token F1",
    "answer_containment": "answer containment",
    "abstention_accuracy": "abstention accuracy",
    "abstention_precision": "abstention precision",
    "abstention_recall": "abstention recall",
    "abstention_F1": "abstention F1",
    "abstention_balanced_accuracy": "abstention bal. acc.",
    "confidence_AUROC": "confidence AUROC",
    "expected_calibration_error": "calibration error",
    "risk_coverage_area": "risk–coverage area",
}
# Two short lines a head, so that a kind's row fits a terminal of 80 columns.
_BY_KIND = {
    "success@1": "success @1",
    "recall@5": "recall @5",
    "MRR@10": "MRR @10",
    "nDCG@10": "nDCG @10",
    "citation_precision": "cite P",
    "citation_recall": "cite R",
    "citation_F1": "cite F1",
}


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's words, before it is drawn.

    Attributes:
        title: What it shows.
        head: One word or two for each column.
        rows: As many cells a row as there are heads.
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def grids(evaluation: Evaluation) -> Iterator[Grid]:
    """Yield the tables over all questions, three systems each, then one a system by kind."""
    for at in range(0, max(len(evaluation.systems), 1), SYSTEMS_ABREAST):
        yield overall_grid(evaluation, evaluation.systems[at : at + SYSTEMS_ABREAST])
    for system in evaluation.systems:
        yield kinds_grid(system)


def overall_grid(evaluation: Evaluation, systems: Sequence[SystemResult] | None = None) -> Grid:
    """Return each measure with its interval, a column a system (all of them by default)."""
    systems = evaluation.systems if systems is None else systems
    groups = [system.overall for system in systems]
    n = len(evaluation.question_set.questions)
    answerable = sum(q.answerable for q in evaluation.question_set.questions)
    rows = [
        (shown, *(with_interval(group.scores[name]) for group in groups))
        for name, shown in _OVERALL.items()
    ]
    for kind in UNANSWERABLE_KINDS:
        refused = [system.confidence.unanswerable.get(kind) for system in systems]
        if any(refused):
            rows.append((f"refused, {kind}", *map(_recall, refused)))
    rows.append(("refused", *(f"{group.refused} of {group.n}" for group in groups)))
    for percentile in ("p50", "p95"):
        rows.append((f"latency {percentile} (ms)", *(_latency(g, percentile) for g in groups)))
    return Grid(
        f"{evaluation.question_set.name}: {n} questions, {answerable} answerable; "
        "95% bootstrap intervals",
        ("measure", *(system.name for system in systems)),
        tuple(rows),
    )


def kinds_grid(system: SystemResult) -> Grid:
    """Return one system's measures, a row a kind of question and one for all."""
    groups = {**system.by_kind, ALL: system.overall}
    rows = (
        (
            kind,
            str(group.n),
            *(_plain(group.scores[name]) for name in _BY_KIND),
            f"{group.refused}/{group.n}",
            _latency(group, "p50"),
            _latency(group, "p95"),
        )
        for kind, group in groups.items()
    )
    head = ("kind", "n", *_BY_KIND.values(), "refused", "p50 ms", "p95 ms")
    return Grid(f"{system.name}, by kind of question", head, tuple(rows))


def draw(grid: Grid) -> Drawn:
    """Return the grid as a table under its title, for the terminal."""
    from rich import box
    from rich.console import Group as Drawn
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, padding=0, pad_edge=False, show_edge=False)
    for position, name in enumerate(grid.head):
        heading = Text(name.replace(" ", "\n") if len(grid.head) > 4 else name)
        table.add_column(heading, justify="right" if position else "left", no_wrap=True)
    for row in grid.rows:
        table.add_row(*map(Text, row), style="bold" if row[0] == ALL else None)
    return Drawn("", Text(grid.title, style="bold"), table)


def markdown(evaluation: Evaluation) -> str:
    """Return all grids as Markdown tables, each under its title."""
    return "\n".join(_markdown_grid(grid) for grid in grids(evaluation))


def _markdown_grid(grid: Grid) -> str:
    ruler = ("---", *("---:" for _ in grid.head[1:]))
    lines = [f"| {' | '.join(cells)} |" for cells in (grid.head, ruler, *grid.rows)]
    return "\n".join([f"**{grid.title}**", "", *lines, ""])


def with_interval(score: Score) -> str:
    """Return a score's value with its interval in brackets, as far as it has them."""
    if score.value is None:
        return UNDEFINED
    if score.low is None or score.high is None:
        return f"{score.value:.3f}"
    return f"{score.value:.3f} [{score.low:.2f}–{score.high:.2f}]"


def _recall(scores: Mapping[str, Score] | None) -> str:
    return UNDEFINED if scores is None else with_interval(scores["abstention_recall"])


def _plain(score: Score) -> str:
    return UNDEFINED if score.value is None else f"{score.value:.2f}"


def _latency(group: Group, percentile: str) -> str:
    if not group.latency_ms:
        return UNDEFINED
    milliseconds = group.latency_ms[percentile]
    return f"{milliseconds:.1f}" if milliseconds < 10 else f"{milliseconds:.0f}"
