"""Which plots a section has, and from which of its numbers each is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from eval.metrics.depth import DEPTH_MEASURES
from eval.report.charts import Curve, Series, bar_chart, line_chart, reliability_chart, said
from eval.report.recorded import RecordedSystem
from eval.report.sections import Section
from eval.report.tables import NO_SCORE, in_words, kind_score
from eval.types import ANSWERABLE_KINDS, Score

RANKS = 10
BEYOND = f"beyond {RANKS}"


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


def make_plots(section: Section, system: int = 0) -> tuple[Plot, ...]:
    """Return the plots of a section, those that there is something to draw for.

    Args:
        section: The runs.
        system: Position of the system whose bars and reliability are drawn; the others are
            marks beside it.
    """
    ordered = (section.systems[system], *section.systems[:system], *section.systems[system + 1 :])
    named = [(one.name, one.system) for one in ordered]
    plots = (
        _by_kind(section, named),
        _refused(section, named),
        _reliability(*named[0]),
        _risk_coverage(named),
        _ranks(named),
        _depths(named),
    )
    return tuple(plot for plot in plots if plot is not None)


_Systems = list[tuple[str, RecordedSystem]]


def _by_kind(section: Section, systems: _Systems) -> Plot | None:
    kinds = [kind for kind in section.kinds if kind in ANSWERABLE_KINDS]
    title = "Citation F1 by kind of question"
    return _bars(
        title,
        "The bar is the mean over the questions of a kind, the line its 95% interval.",
        [(_counted(systems, kind), kind) for kind in kinds],
        systems,
        lambda system, kind: kind_score(system.by_kind.get(kind), kind),
    )


def _refused(section: Section, systems: _Systems) -> Plot | None:
    kinds = [kind for kind in section.kinds if kind not in ANSWERABLE_KINDS]
    return _bars(
        "Unanswerable questions that were refused",
        "To refuse is right here. The line is the 95% interval.",
        [(_counted(systems, kind), kind) for kind in kinds],
        systems,
        lambda system, kind: kind_score(system.by_kind.get(kind), kind),
    )


def _reliability(name: str, system: RecordedSystem) -> Plot | None:
    bins = system.confidence.reliability
    if not bins:
        return None
    error = system.overall.scores.get("expected_calibration_error", NO_SCORE)
    known = f" Expected calibration error {said(error)}." if error.value is not None else ""
    title = f"Reliability of the confidence of {name}"
    return Plot(
        title,
        "On the broken line, what is said with a probability is true that often. A mark is as "
        f"large as its number of questions.{known}",
        reliability_chart(title, "confidence", "share answerable", bins),
    )


def _risk_coverage(systems: _Systems) -> Plot | None:
    curves = [
        Curve(name, tuple((p.coverage, p.risk) for p in system.confidence.risk_coverage))
        for name, system in systems
    ]
    if not any(curve.points for curve in curves):
        return None
    title = "Risk and coverage"
    return Plot(
        title,
        "If only the surest share of the questions were answered, how many of these answers "
        "would be wrong: the first unit ranked is not gold, or nothing is. Lower is better.",
        line_chart(title, "share answered", "share wrong", curves),
    )


def _ranks(systems: _Systems) -> Plot | None:
    categories = [(str(rank), str(rank)) for rank in range(1, RANKS + 1)]
    categories.append((BEYOND, BEYOND))
    return _bars(
        "Rank of the first gold unit",
        "Share of the answerable questions whose first right unit was ranked there.",
        categories,
        systems,
        lambda system, rank: rank_shares(system)[rank],
    )


def _depths(systems: _Systems) -> Plot | None:
    return _bars(
        "Where the cited units stand",
        "Of the units cited for a question: the right one, one over it, in it, in the same "
        "parent, next to it, or elsewhere. Means over the questions with 95% intervals.",
        [(in_words(measure.partition("_")[2]), measure) for measure in DEPTH_MEASURES],
        systems,
        lambda system, measure: system.overall.scores.get(measure, NO_SCORE),
    )


def _bars(
    title: str,
    note: str,
    categories: list[tuple[str, str]],
    systems: _Systems,
    score: Callable[[RecordedSystem, str], Score],
) -> Plot | None:
    """Return a bar chart; None if there is nothing to draw.

    Args:
        title: Stands over it.
        note: How to read it.
        categories: Each with the name that is shown.
        systems: Each with its name.
        score: A system's value in a category.
    """
    series = [
        Series(name, tuple(score(system, key) for _, key in categories)) for name, system in systems
    ]
    if not any(value and value.value is not None for one in series for value in one.values):
        return None
    return Plot(title, note, bar_chart(title, [shown for shown, _ in categories], series))


def rank_shares(system: RecordedSystem) -> dict[str, Score]:
    """Return the share of answerable questions by the rank of their first gold unit."""
    ranks = [answer.first_gold_rank for answer in system.answers if answer.question.gold]
    shown = [BEYOND if rank is None or rank > RANKS else str(rank) for rank in ranks]
    keys = [*map(str, range(1, RANKS + 1)), BEYOND]
    return {key: _share(shown.count(key), len(shown)) for key in keys}


def _share(part: int, whole: int) -> Score:
    return Score(part / whole if whole else None, None, None, whole)


def _counted(systems: _Systems, kind: str) -> str:
    group = systems[0][1].by_kind.get(kind)
    return f"{kind} ({group.n if group else 0})"
