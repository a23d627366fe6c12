"""The words of tables, plots and questions: English, unless a reader of another language asks.

What is drawn takes them as an argument. The browser's page hands in its own; files and the
command line have these.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from eval.report.recorded import VERDICTS, Verdict
from eval.types import Score

UNDEFINED = "–"

_Name = Callable[[str], str]


def _figure(value: float, places: int) -> str:
    return f"{value:.{places}f}"


def _gain(value: float, places: int) -> str:
    return f"{value:+.{places}f}"


def _overall(questions: int, answerable: int) -> str:
    return f"{questions} questions, {answerable} answerable; 95% intervals"


def _compared(questions: int, left_out: int) -> str:
    return f"{questions} questions; {left_out} left out" if left_out else f"{questions} questions"


def in_words(measure: str) -> str:
    """Return a measure's name as it is read."""
    return measure.replace("_", " ")


def verdict_words(verdict: Verdict) -> str:
    """Return a verdict in words."""
    return VERDICTS[verdict]


@dataclass(frozen=True, slots=True)
class PlotWords:
    """What stands over, under and in the plots.

    Attributes:
        kinds: Title of the plot of citation F1 by kind.
        kinds_note: How to read it.
        refused: Title of the plot of refusals.
        refused_note: How to read it.
        reliability: Title of the reliability diagram, from the system's name.
        reliability_note: How to read it.
        calibration: The calibration error in a sentence, from its figure.
        risk: Title of the plot of risk and coverage.
        risk_note: How to read it.
        ranks: Title of the plot of ranks.
        ranks_note: How to read it.
        beyond: What is ranked lower than a rank.
        depths: Title of the plot of where the cited units stand.
        depths_note: How to read it.
        confidence: Name of an axis.
        answerable: Name of an axis: the share of questions that the library answers.
        answered: Name of an axis: the share of questions that are answered.
        wrong: Name of an axis: the share of answers that are wrong.
        point: A point in words, from the series, what runs upwards and its figure, what runs
            to the right and its figure.
        bin: A bin in words, from its ends, its number of questions, and likewise.
    """

    kinds: str = "Citation F1 by kind of question"
    kinds_note: str = "The bar is the mean over the questions of a kind, the line its 95% interval."
    refused: str = "Unanswerable questions that were refused"
    refused_note: str = "To refuse is right here. The line is the 95% interval."
    reliability: _Name = "Reliability of the confidence of {}".format
    reliability_note: str = (
        "On the broken line, what is said with a probability is true that often. A mark is as "
        "large as its number of questions."
    )
    calibration: _Name = "Expected calibration error {}.".format
    risk: str = "Risk and coverage"
    risk_note: str = (
        "If only the surest share of the questions were answered, how many of these answers "
        "would be wrong: the first unit ranked is not gold, or nothing is. Lower is better."
    )
    ranks: str = "Rank of the first gold unit"
    ranks_note: str = "Share of the answerable questions whose first right unit was ranked there."
    beyond: Callable[[int], str] = "beyond {}".format
    depths: str = "Where the cited units stand"
    depths_note: str = (
        "Of the units cited for a question: the right one, one over it, in it, in the same "
        "parent, next to it, or elsewhere. Means over the questions with 95% intervals."
    )
    confidence: str = "confidence"
    answerable: str = "share answerable"
    answered: str = "share answered"
    wrong: str = "share wrong"
    point: Callable[[str, str, str, str, str], str] = "{}: {} {} at {} {}".format
    bin: Callable[[str, str, int, str, str, str, str], str] = (
        "{}–{}: {} questions, {} {}, {} {}".format
    )


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of a run, beside names of systems and what people and documents say.

    Attributes:
        plots: Those of the plots.
        measure: A measure's name as it is read.
        kind: The name of one of `eval.types.KINDS`.
        depth: The name of one of `eval.types.DEPTHS`.
        verdict: A verdict in words.
        set_name: The name of a set.
        figure: A figure with so many digits behind the point.
        gain: Likewise, with its sign.
        tick: A figure with as many digits as it has.
        interval: A figure with the two ends of its interval.
        titled: A table's title, from the set's name and what it shows.
        overall: What the table over all questions is made from: questions, answerable ones.
        by_kind: What the table by kind shows.
        compared: How many questions are compared, and how many are left out.
        compared_kinds: Said of the comparison kind by kind.
        against: Two systems that are compared; the second one is the one compared with.
        measure_head: Name of a column.
        kind_head: Name of a column.
        difference_head: Name of a column.
        refused: Name of the row with the number of refusals.
        refused_of: That number, out of all questions.
        refused_kind: A kind of question that ought to be refused.
        latency: Name of a row, from its percentile.
        expected: Heading over what was expected.
        given: Heading over what was given.
        nothing: What was expected where there is no answer.
        ranked_first: Heading over what a system ranked first though it refused.
        refused_all: Heading where it ranked nothing.
        confidence: A system's confidence in an answer.
        first_rank: Where the first right unit was ranked.
        not_found: That it was not ranked.
    """

    plots: PlotWords = PlotWords()
    measure: _Name = in_words
    kind: _Name = str
    depth: _Name = str
    verdict: Callable[[Verdict], str] = verdict_words
    set_name: _Name = str
    figure: Callable[[float, int], str] = _figure
    gain: Callable[[float, int], str] = _gain
    tick: Callable[[float], str] = "{:g}".format
    interval: Callable[[str, str, str], str] = "{} [{}, {}]".format
    titled: Callable[[str, str], str] = "{}: {}".format
    overall: Callable[[int, int], str] = _overall
    by_kind: str = "citation F1 by kind, share refused for the unanswerable kinds"
    compared: Callable[[int, int], str] = _compared
    compared_kinds: str = "by kind"
    against: Callable[[str, str], str] = "{} against {}".format
    measure_head: str = "measure"
    kind_head: str = "kind"
    difference_head: str = "difference"
    refused: str = "refused"
    refused_of: Callable[[int, int], str] = "{} of {}".format
    refused_kind: _Name = "{} (refused)".format
    latency: _Name = "latency {} (ms)".format
    expected: str = "Expected"
    given: str = "Given"
    nothing: str = "Nothing: the document does not answer it."
    ranked_first: str = "Refused. Ranked first:"
    refused_all: str = "Refused."
    confidence: _Name = "confidence {}".format
    first_rank: Callable[[int], str] = "first right unit at rank {}".format
    not_found: str = "right unit not found"

    def score(self, score: Score) -> str:
        """Return a value with its interval, e.g. ``0.62 [0.54, 0.69]``."""
        if score.value is None:
            return UNDEFINED
        value = self.figure(score.value, 2)
        if score.low is None or score.high is None:
            return value
        return self.interval(value, self.figure(score.low, 2), self.figure(score.high, 2))


ENGLISH = Words()
