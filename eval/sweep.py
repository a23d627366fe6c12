"""Tries settings and models of the assistant on tuning questions, a row of measures each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from assistant.retrieval import SIGNALS
from corpus.errors import SettingsError
from eval.questions import find_set, load_questions
from eval.runner import evaluate
from eval.systems import PinciteSystem
from eval.types import QuestionSet

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.calibration import Calibration

MEASURES = (
    "success@1",
    "recall@5",
    "MRR@10",
    "citation_F1",
    "answer_containment",
    "abstention_accuracy",
    "abstention_balanced_accuracy",
)
KNOBS = (*SIGNALS, "margin", "threshold")
"""What can be varied. For a signal, its fitted weight is multiplied; the margin of citations and
the threshold of confidence are set."""

MOST_TRIALS = 500
"""Over all models: each is tried with every trial."""

Trial = Mapping[str, float]
"""A value for each knob that is turned; those left out stay as fitted."""


@dataclass(frozen=True, slots=True)
class Row:
    """One trial's figures.

    Attributes:
        model: Canonical name of the embedding model.
        trial: What was changed; empty for the shipped settings.
        scores: Of each measure in `MEASURES`; None where undefined.
    """

    model: str
    trial: Trial
    scores: Mapping[str, float | None]


def one_at_a_time(calibration: Calibration) -> tuple[Trial, ...]:
    """Return trials around the fitted settings, each with one knob turned.

    Weights halved, doubled and without the signal; the margin at nothing, half and twice; the
    threshold 0.1 lower and higher. A signal without weight is left out.
    """
    trials: list[Trial] = [
        {name: factor}
        for name in SIGNALS
        if calibration.fusion.get(name)
        for factor in (0.0, 0.5, 2.0)
    ]
    trials += [{"margin": round(calibration.citation_margin * x, 4)} for x in (0.0, 0.5, 2.0)]
    trials += [
        {"threshold": round(min(max(calibration.threshold + x, 0.0), 1.0), 4)} for x in (-0.1, 0.1)
    ]
    return tuple(trials)


def grid(values: Sequence[tuple[str, Sequence[float]]], models: int = 1) -> tuple[Trial, ...]:
    """Return every combination of the values named.

    Args:
        values: What each knob is to be.
        models: How many models the trials are for.

    Raises:
        SettingsError: A knob is unknown or named twice, a value below 0, or the grid too large.
    """
    names = [name for name, _ in values]
    if unknown := [name for name in names if name not in KNOBS]:
        raise SettingsError(f"Cannot vary {', '.join(unknown)}; there are: {', '.join(KNOBS)}.")
    if len(set(names)) < len(names):
        raise SettingsError(f"Each setting can be varied once, not {', '.join(names)}.")
    if any(value < 0 for _, column in values for value in column):
        raise SettingsError("Weights, margin and threshold cannot lie below 0.")
    count = models * prod(len(column) for _, column in values)
    if count > MOST_TRIALS:
        over = f" over {models} models" if models > 1 else ""
        raise SettingsError(f"{count} trials{over} are more than {MOST_TRIALS}: vary less.")
    return tuple(
        dict(zip(names, chosen, strict=True))
        for chosen in product(*(column for _, column in values))
    )


def turned(calibration: Calibration, trial: Trial) -> Calibration:
    """Return the calibration with a trial's values; weights add up to 1 again.

    Raises:
        SettingsError: No signal is left.
    """
    weights = {name: w * trial.get(name, 1.0) for name, w in calibration.fusion.items()}
    total = sum(weights.values())
    if not total:
        raise SettingsError("A trial leaves no signal: give one a weight above 0.")
    if any(name in trial for name in weights):
        # A margin means the same only while scores keep their scale.
        weights = {name: w / total for name, w in weights.items()}
    return replace(
        calibration,
        fusion=weights,
        citation_margin=trial.get("margin", calibration.citation_margin),
        threshold=trial.get("threshold", calibration.threshold),
    )


def sweep(
    questions: QuestionSet,
    assistant: Assistant,
    trials: Sequence[Trial],
    progress: Callable[[str, int, int], None] | None = None,
) -> Iterator[Row]:
    """Yield the shipped settings' figures, then each trial's.

    Args:
        questions: To ask; not the report set.
        assistant: Its library is used, and its calibration turned.
        trials: What to try.
        progress: Told of each trial done.

    Raises:
        SettingsError: The questions are the report set's.
    """
    refuse_report(questions)
    from assistant.assistant import Assistant

    # A threshold from the environment would outdo the one that is tried.
    settings = assistant.settings.model_copy(update={"threshold": None})
    model = assistant.library.manifest.model
    for done, trial in enumerate(({}, *trials), start=1):
        fitted = turned(assistant.calibration, trial)
        tried = Assistant(assistant.library, settings, fitted)
        system = PinciteSystem(tried)
        result = evaluate(questions, [system], assistant.catalogue, resamples=1).systems[0]
        yield Row(model, trial, {m: result.overall.scores[m].value for m in MEASURES})
        if progress:
            progress("sweep", done, len(trials) + 1)


def refuse_report(questions: QuestionSet) -> None:
    """Make sure that settings are not chosen by the questions that they are measured on.

    Raises:
        SettingsError: The set is the shipped report set, or has a question of it.
    """
    measured = {(q.question, q.history) for q in load_questions(find_set("report")).questions}
    shared = [q.id for q in questions.questions if (q.question, q.history) in measured]
    if shared:
        raise SettingsError(
            f"{questions.path} holds {len(shared)} questions of the report set, which is only "
            "measured. Choose settings on tune, or on questions of your own."
        )
