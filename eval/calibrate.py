"""Tuning questions -> a profile of ``calibration.json``: all fits, in the order they build on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.calibration import parse_profiles
from corpus.errors import SettingsError
from eval.fit import Progress, fit_answers, fit_fusion, make_examples, reweighed
from eval.fit_reranking import fit_reading
from eval.types import QuestionSet

if TYPE_CHECKING:
    from assistant.assistant import Assistant


def fit_calibration(
    questions: QuestionSet, assistant: Assistant, progress: Progress = lambda *_: None
) -> dict[str, object]:
    """Return the profile of the assistant's models, fitted on a set of questions.

    Where the library has a reranker, all that depends on the ranking is fitted twice, without and
    with it. The share of a follow-up's own words is kept as it is: one number that a dozen
    follow-ups show to be good anywhere between 0.4 and 0.6.

    Args:
        questions: The set.
        assistant: With its library loaded.
        progress: Told of the questions that are read.
    """
    examples = make_examples(questions, assistant)
    weights, odds = fit_fusion(examples)
    # The features depend on the ranking, so they are taken under the new weights.
    examples = [reweighed(e, weights) for e in examples]
    answers = fit_answers(examples, assistant)
    record = {
        "set": questions.path.name,
        "set_sha256": questions.sha256,
        "questions": len(examples),
        "log_odds_of_score_1": round(odds, 2),
        **answers.expected,
    }
    profile = {
        "fusion": weights,
        "follow_up_share": assistant.calibration.follow_up_share,
        **answers.numbers,
        "fit": record,
    }
    reading = fit_reading(examples, assistant, odds, progress)
    return profile if reading is None else {**profile, "reranked": reading}


def write_profile(path: Path, model: str, profile: Mapping[str, object]) -> None:
    """Put a profile into a file of profiles, in the place of the one for the same models.

    Raises:
        SettingsError: The file cannot be read as one of profiles, or not be written.
    """
    try:
        text = path.read_text(encoding="utf-8") if path.exists() else '{"profiles": {}}'
        profiles = dict(parse_profiles(text))
        profiles[model] = dict(profile)
        path.write_text(json.dumps({"profiles": profiles}, indent=2) + "\n", encoding="utf-8")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SettingsError(
            f"Cannot write profiles to {path}: {error}. Name another file."
        ) from None
