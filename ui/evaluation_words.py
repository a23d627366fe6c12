"""The words of the evaluation page's tables, questions and plots, in the reader's language."""

from __future__ import annotations

from eval.report.recorded import Verdict
from eval.report.words import PlotWords, Words, in_words
from ui.language import figure, say


def evaluation_words() -> Words:
    """Return the words of a report in the language that is spoken here."""
    return Words(
        plots=_plot_words(),
        measure=measure_name,
        kind=kind_name,
        depth=lambda depth: say("evaluation-depth", depth=depth),
        verdict=verdict_name,
        set_name=set_name,
        figure=figure,
        gain=lambda value, places: figure(value, places, signed=True),
        tick=lambda value: say("evaluation-tick", value=value),
        interval=_interval,
        titled=lambda name, shown: say("evaluation-titled", name=name, shown=shown),
        overall=lambda questions, answerable: say(
            "evaluation-overall", questions=questions, answerable=answerable
        ),
        by_kind=say("evaluation-by-kind"),
        compared=_compared,
        compared_kinds=say("evaluation-compared-kinds"),
        against=lambda one, other: say("evaluation-against", one=one, other=other),
        measure_head=say("evaluation-measure-head"),
        kind_head=say("evaluation-kind-head"),
        difference_head=say("evaluation-difference"),
        refused=say("evaluation-refused"),
        refused_of=lambda number, total: say("evaluation-refused-of", number=number, total=total),
        refused_kind=lambda kind: say("evaluation-refused-kind", kind=kind),
        latency=lambda percentile: say("evaluation-latency", percentile=percentile),
        expected=say("evaluation-expected"),
        given=say("evaluation-given"),
        nothing=say("evaluation-nothing"),
        ranked_first=say("evaluation-ranked-first"),
        refused_all=say("evaluation-refused-all"),
        confidence=lambda value: say("evaluation-confidence", value=value),
        first_rank=lambda rank: say("evaluation-first-rank", rank=rank),
        not_found=say("evaluation-not-found"),
    )


def _plot_words() -> PlotWords:
    return PlotWords(
        kinds=say("plot-kinds"),
        kinds_note=say("plot-kinds-note"),
        refused=say("plot-refused"),
        refused_note=say("plot-refused-note"),
        reliability=lambda system: say("plot-reliability", system=system),
        reliability_note=say("plot-reliability-note"),
        calibration=lambda error: say("plot-calibration", error=error),
        risk=say("plot-risk"),
        risk_note=say("plot-risk-note"),
        ranks=say("plot-ranks"),
        ranks_note=say("plot-ranks-note"),
        beyond=lambda rank: say("plot-beyond", rank=rank),
        depths=say("plot-depths"),
        depths_note=say("plot-depths-note"),
        confidence=say("plot-confidence"),
        answerable=say("plot-answerable"),
        answered=say("plot-answered"),
        wrong=say("plot-wrong"),
        point=lambda series, up, high, across, far: say(
            "plot-point", series=series, up=up, high=high, across=across, far=far
        ),
        bin=lambda low, high, number, across, far, up, share: say(
            "plot-bin",
            low=low,
            high=high,
            number=number,
            across=across,
            far=far,
            up=up,
            share=share,
        ),
    )


def measure_name(measure: str) -> str:
    """Return what a measure is called; terms of the field are called alike everywhere."""
    return say("evaluation-measure", measure=measure, words=in_words(measure))


def kind_name(kind: str) -> str:
    """Return what a kind of question is called."""
    return say("evaluation-kind", kind=kind)


def verdict_name(verdict: Verdict) -> str:
    """Return how a question turned out."""
    return say("evaluation-verdict", verdict=verdict)


def set_name(name: str) -> str:
    """Return what a set of questions is called: the shipped ones, or a file's name."""
    return say("evaluation-set-name", name=name)


def _interval(value: str, low: str, high: str) -> str:
    # Where a comma stands in the figures, none can stand between them.
    between = "; " if "," in low + high else ", "
    return f"{value} [{low}{between}{high}]"


def _compared(questions: int, left_out: int) -> str:
    told = say("evaluation-compared", questions=questions)
    return f"{told}; {say('evaluation-left-out', number=left_out)}" if left_out else told
