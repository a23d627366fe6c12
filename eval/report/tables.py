"""The tables of a report: over all questions, and by kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eval.report.sections import Section
from eval.report.words import ENGLISH, UNDEFINED, Words
from eval.table import SYSTEMS_ABREAST, Grid
from eval.types import ANSWERABLE_KINDS, Group, Score

CITED_BY_KIND = "citation_F1"
REFUSED_BY_KIND = "abstention_recall"
NO_SCORE = Score(None, None, None, 0)


def overall_grid(section: Section, words: Words = ENGLISH) -> Grid:
    """Return each measure with its interval, a column a system."""
    groups = [named.system.overall for named in section.systems]
    measures = dict.fromkeys(measure for group in groups for measure in group.scores)
    rows = [
        (
            words.measure(measure),
            *(words.score(group.scores.get(measure, NO_SCORE)) for group in groups),
        )
        for measure in measures
    ]
    rows.append((words.refused, *(words.refused_of(group.refused, group.n) for group in groups)))
    rows += [
        (words.latency(percentile), *(_milliseconds(group, percentile, words) for group in groups))
        for percentile in ("p50", "p95")
    ]
    head = (words.measure_head, *(named.name for named in section.systems))
    questions = section.runs[0].questions
    answerable = sum(bool(question.gold) for question in questions)
    counted = words.overall(len(questions), answerable)
    return Grid(_titled(section, counted, words), head, tuple(rows))


def kinds_grid(section: Section, words: Words = ENGLISH) -> Grid:
    """Return a row a kind: citation F1, or for unanswerable kinds the share refused."""
    rows = tuple(
        (
            _kind(kind, words),
            str(sum(question.kind == kind for question in section.runs[0].questions)),
            *(
                words.score(kind_score(named.system.by_kind.get(kind), kind))
                for named in section.systems
            ),
        )
        for kind in section.kinds
    )
    head = (words.kind_head, "n", *(named.name for named in section.systems))
    return Grid(_titled(section, words.by_kind, words), head, rows)


def _titled(section: Section, shown: str, words: Words) -> str:
    return words.titled(words.set_name(section.set_name), shown)


def _kind(kind: str, words: Words) -> str:
    named = words.kind(kind)
    return named if kind in ANSWERABLE_KINDS else words.refused_kind(named)


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


def as_markdown(grid: Grid) -> str:
    """Return a grid as a Markdown table under its title."""
    ruler = ("---", *("---:" for _ in grid.head[1:]))
    rows = (_row(cells) for cells in (grid.head, ruler, *grid.rows))
    return "\n".join([f"**{grid.title}**", "", *rows, ""])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _milliseconds(group: Group, percentile: str, words: Words) -> str:
    found = group.latency_ms.get(percentile)
    if found is None:
        return UNDEFINED
    return words.figure(found, 1 if found < 10 else 0)
