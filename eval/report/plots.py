"""Which plots a section has, and from which of its numbers each is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from eval.metrics.depth import DEPTH_MEASURES
from eval.report.charts import Curve, Series, bar_chart, line_chart, reliability_chart
from eval.report.recorded import RecordedSystem
from eval.report.sections import Section
from eval.report.tables import NO_SCORE, kind_score
from eval.report.words import ENGLISH, Words
from eval.types import ANSWERABLE_KINDS, Score

RANKS = 10
BEYOND = "beyond"
"""In place of a rank: one below those that are shown, or none."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot with its words.

    Attributes:
        title: Stands over it.
        note: How to read it, in a sentence or two.
        svg: The drawing.
    """

    title: str
    note: str
    svg: str


def make_plots(section: Section, system: int = 0, words: Words = ENGLISH) -> tuple[Plot, ...]:
    """Return the plots of a section, those that there is something to draw for.

    Args:
        section: The runs.
        system: Position of the system whose bars and reliability are drawn; the others are
            marks beside it.
        words: In which they are titled and explained.
    """
    ordered = (section.systems[system], *section.systems[:system], *section.systems[system + 1 :])
    named = [(one.name, one.system) for one in ordered]
    plots = (
        _by_kind(section, named, words),
        _refused(section, named, words),
        _reliability(*named[0], words),
        _risk_coverage(named, words),
        _ranks(named, words),
        _depths(named, words),
    )
    return tuple(plot for plot in plots if plot is not None)


_Systems = list[tuple[str, RecordedSystem]]


def _by_kind(section: Section, systems: _Systems, words: Words) -> Plot | None:
    kinds = [kind for kind in section.kinds if kind in ANSWERABLE_KINDS]
    return _bars(
        words.plots.kinds,
        words.plots.kinds_note,
        [(_counted(systems, kind, words), kind) for kind in kinds],
        systems,
        lambda system, kind: kind_score(system.by_kind.get(kind), kind),
        words,
    )


def _refused(section: Section, systems: _Systems, words: Words) -> Plot | None:
    kinds = [kind for kind in section.kinds if kind not in ANSWERABLE_KINDS]
    return _bars(
        words.plots.refused,
        words.plots.refused_note,
        [(_counted(systems, kind, words), kind) for kind in kinds],
        systems,
        lambda system, kind: kind_score(system.by_kind.get(kind), kind),
        words,
    )


def _reliability(name: str, system: RecordedSystem, words: Words) -> Plot | None:
    bins = system.confidence.reliability
    if not bins:
        return None
    error = system.overall.scores.get("expected_calibration_error", NO_SCORE)
    said = words.plots
    known = f" {said.calibration(words.score(error))}" if error.value is not None else ""
    title = said.reliability(name)
    return Plot(
        title,
        f"{said.reliability_note}{known}",
        reliability_chart(title, said.confidence, said.answerable, bins, words),
    )


def _risk_coverage(systems: _Systems, words: Words) -> Plot | None:
    curves = [
        Curve(name, tuple((p.coverage, p.risk) for p in system.confidence.risk_coverage))
        for name, system in systems
    ]
    if not any(curve.points for curve in curves):
        return None
    said = words.plots
    return Plot(
        said.risk,
        said.risk_note,
        line_chart(said.risk, said.answered, said.wrong, curves, words),
    )


def _ranks(systems: _Systems, words: Words) -> Plot | None:
    categories = [(str(rank), str(rank)) for rank in range(1, RANKS + 1)]
    categories.append((words.plots.beyond(RANKS), BEYOND))
    return _bars(
        words.plots.ranks,
        words.plots.ranks_note,
        categories,
        systems,
        lambda system, rank: rank_shares(system)[rank],
        words,
    )


def _depths(systems: _Systems, words: Words) -> Plot | None:
    return _bars(
        words.plots.depths,
        words.plots.depths_note,
        [(words.depth(measure.partition("_")[2]), measure) for measure in DEPTH_MEASURES],
        systems,
        lambda system, measure: system.overall.scores.get(measure, NO_SCORE),
        words,
    )


def _bars(
    title: str,
    note: str,
    categories: list[tuple[str, str]],
    systems: _Systems,
    score: Callable[[RecordedSystem, str], Score],
    words: Words,
) -> Plot | None:
    """Return a bar chart; None if there is nothing to draw.

    Args:
        title: Stands over it.
        note: How to read it.
        categories: Each with the name that is shown.
        systems: Each with its name.
        score: A system's value in a category.
        words: In which figures are written.
    """
    series = [
        Series(name, tuple(score(system, key) for _, key in categories)) for name, system in systems
    ]
    if not any(value and value.value is not None for one in series for value in one.values):
        return None
    shown = [name for name, _ in categories]
    return Plot(title, note, bar_chart(title, shown, series, words))


def rank_shares(system: RecordedSystem) -> dict[str, Score]:
    """Return the share of answerable questions by the rank of their first gold unit."""
    ranks = [answer.first_gold_rank for answer in system.answers if answer.question.gold]
    shown = [BEYOND if rank is None or rank > RANKS else str(rank) for rank in ranks]
    keys = [*map(str, range(1, RANKS + 1)), BEYOND]
    return {key: _share(shown.count(key), len(shown)) for key in keys}


def _share(part: int, whole: int) -> Score:
    return Score(part / whole if whole else None, None, None, whole)


def _counted(systems: _Systems, kind: str, words: Words) -> str:
    group = systems[0][1].by_kind.get(kind)
    return f"{words.kind(kind)} ({group.n if group else 0})"
