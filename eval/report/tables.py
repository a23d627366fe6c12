"""The tables of a report: over all questions, and by kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eval.report.charts import said
from eval.report.sections import Section
from eval.table import SYSTEMS_ABREAST, Grid
from eval.types import ANSWERABLE_KINDS, Group, Score

CITED_BY_KIND = "citation_F1"
REFUSED_BY_KIND = "abstention_recall"
NO_SCORE = Score(None, None, None, 0)


def overall_grid(section: Section) -> Grid:
    """Return each measure with its interval, a column a system."""
    groups = [named.system.overall for named in section.systems]
    measures = dict.fromkeys(measure for group in groups for measure in group.scores)
    rows = [
        (in_words(measure), *(said(group.scores.get(measure, NO_SCORE)) for group in groups))
        for measure in measures
    ]
    rows.append(("refused", *(f"{group.refused} of {group.n}" for group in groups)))
    rows += [
        (f"latency {percentile} (ms)", *(_milliseconds(group, percentile) for group in groups))
        for percentile in ("p50", "p95")
    ]
    head = ("measure", *(named.name for named in section.systems))
    questions = section.runs[0].questions
    answerable = sum(bool(question.gold) for question in questions)
    counted = f"{len(questions)} questions, {answerable} answerable"
    return Grid(f"{section.set_name}: {counted}; 95% intervals", head, tuple(rows))


def kinds_grid(section: Section) -> Grid:
    """Return a row a kind: citation F1, or for unanswerable kinds the share refused."""
    rows = tuple(
        (
            kind if kind in ANSWERABLE_KINDS else f"{kind} (refused)",
            str(sum(question.kind == kind for question in section.runs[0].questions)),
            *(said(kind_score(named.system.by_kind.get(kind), kind)) for named in section.systems),
        )
        for kind in section.kinds
    )
    head = ("kind", "n", *(named.name for named in section.systems))
    return Grid(
        f"{section.set_name}: {in_words(CITED_BY_KIND)} by kind, share refused for the "
        "unanswerable kinds",
        head,
        rows,
    )


def abreast(grid: Grid, leading: int) -> Iterator[Grid]:
    """Yield a grid in parts that fit a terminal, each with the leading columns."""
    for at in range(leading, max(len(grid.head), leading + 1), SYSTEMS_ABREAST):
        shown = [*range(leading), *range(at, min(at + SYSTEMS_ABREAST, len(grid.head)))]
        head, *rows = (tuple(cells[i] for i in shown) for cells in (grid.head, *grid.rows))
        yield Grid(grid.title, head, tuple(rows))


def kind_score(group: Group | None, kind: str) -> Score:
    """Return what a kind is judged by: its citation F1, or the share refused if unanswerable."""
    if group is None:
        return NO_SCORE
    measure = CITED_BY_KIND if kind in ANSWERABLE_KINDS else REFUSED_BY_KIND
    return group.scores.get(measure, NO_SCORE)


def in_words(measure: str) -> str:
    """Return a measure's name as it is read."""
    return measure.replace("_", " ")


def as_markdown(grid: Grid) -> str:
    """Return a grid as a Markdown table under its title."""
    ruler = ("---", *("---:" for _ in grid.head[1:]))
    rows = (_row(cells) for cells in (grid.head, ruler, *grid.rows))
    return "\n".join([f"**{grid.title}**", "", *rows, ""])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _milliseconds(group: Group, percentile: str) -> str:
    found = group.latency_ms.get(percentile)
    if found is None:
        return "–"
    return f"{found:.1f}" if found < 10 else f"{found:.0f}"
