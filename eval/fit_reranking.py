"""Fits how the best units are read and ranked anew: `calibration.Reranking`.

What a unit of log-probability is worth is the one weight of a conditional logit (McFadden 1974)
over the units read, beside the odds of the first ranking. How close the first places must be for
more than the best unit to be read is a budget, not a fit: that is so for two questions in five.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize_scalar

from assistant.calibration import Reranking
from assistant.reranking import Read, UnitReader, is_readable, reranked, rows_to_read
from embeddings.reranker.opening import ensure_reranker, has_reranker, open_when_asked
from eval.fit import Example, Progress, fit_answers, fit_fusion, folds, reweighed

if TYPE_CHECKING:
    from assistant.assistant import Assistant

DEPTH = 8
"""Most units that are read."""
REACH = 4.0
"""Units are read whose odds in the first ranking are no lower than the best one's by this, as a
logarithm: others hardly ever win (docs/quality.md)."""
SHARE = 0.4
"""Of the questions, those whose first places are closest."""
_SPARE = 0.05
_MOST = 1.0
"""Highest odds that a unit of log-probability can be worth: what it says of the question alone."""

READING_STAGE = "reading the best units"


def fit_reading(
    examples: Sequence[Example], assistant: Assistant, odds: float, progress: Progress
) -> dict[str, object] | None:
    """Return what a profile has under ``reranked``; None where nothing is read.

    Args:
        examples: Ranked by the weights of the profile.
        assistant: With its library loaded.
        odds: Log-odds that a score of 1 is worth.
        progress: Told of the questions that are read.
    """
    if not assistant.settings.rerank:
        return None
    # Made here, as the models may be ones for which nothing is fitted yet.
    ensure_reranker(assistant.library.home, progress)
    if not has_reranker(assistant.library.home):
        return None
    reranker = open_when_asked(assistant.library.home, threads=assistant.settings.threads)
    reader = UnitReader(assistant.library, reranker, Reranking(DEPTH, np.inf, np.inf, 0.0))
    texts = [assistant.read(e.question.question, e.question.history).whole for e in examples]
    reads = read_examples(examples, reader, texts, progress)
    asked = [at for at, example in enumerate(examples) if example.gold]
    success = cross_validated_success([examples[at] for at in asked], [reads[at] for at in asked])
    fitted = fit_reranking(examples, reads, odds)
    ranked = apply_reranking(examples, reads, fitted)
    answers = fit_answers(ranked, assistant)
    return {
        **asdict(fitted),
        **answers.numbers,
        "fit": {
            "read": sum(example.signals.explained is not None for example in ranked),
            "ranked_anew": sum(example.signals.read is not None for example in ranked),
            "success_at_1": success,
            **answers.expected,
        },
    }


def read_examples(
    examples: Sequence[Example], reader: UnitReader, texts: Sequence[str], progress: Progress
) -> list[Read | None]:
    """Return what the reranker finds for each example, None where it cannot read.

    Args:
        examples: Ranked by their fused signals.
        reader: Reads whatever it is given.
        texts: The questions as they are searched.
        progress: Told of the questions.
    """
    found: list[Read | None] = []
    apart = gaps(examples)
    # A little more than will be, for the folds of the cross-validation find other gaps.
    widest = np.quantile(apart, SHARE + _SPARE)
    progress(READING_STAGE, 0, len(examples))
    for done, (example, text) in enumerate(zip(examples, texts, strict=True), start=1):
        depth = DEPTH if apart[done - 1] <= widest else 1
        rows = tuple(int(row) for row in example.signals.order()[:depth])
        found.append(reader.read(text, rows) if is_readable(text) else None)
        progress(READING_STAGE, done, len(examples))
    return found


def fit_weight(examples: Sequence[Example], reads: Sequence[Read | None], odds: float) -> float:
    """Return what a unit of log-probability is worth as a score; 0 if it tells nothing.

    Maximises the mean log-probability of the gold units under a softmax over the units read.

    Args:
        examples: Those without a gold unit among the units read are passed over.
        reads: Of the examples.
        odds: Log-odds that a score of 1 is worth, from `fit_fusion`.
    """
    data = []
    for example, read in zip(examples, reads, strict=True):
        if read is None:
            continue
        gold = np.isin(read.rows, example.gold)
        if gold.any() and not gold.all():
            scores = example.signals.fused[[*read.rows]].astype(np.float64)
            data.append((scores * odds, read.likelihoods.astype(np.float64), gold))

    def loss(worth: float) -> float:
        value = 0.0
        for first, second, gold in data:
            z = first + worth * second
            value -= float(np.logaddexp.reduce(z[gold]) - np.logaddexp.reduce(z))
        return value

    if not data or not odds:
        return 0.0
    found = float(minimize_scalar(loss, bounds=(0.0, _MOST), method="bounded").x)
    return found / odds


def gaps(examples: Sequence[Example]) -> npt.NDArray[np.float64]:
    """Return how far the second best score lies below the best, shape (n_examples,)."""
    found = []
    for example in examples:
        first, second = np.sort(example.signals.fused)[::-1][:2]
        found.append(float(first - second))
    return np.array(found)


def fit_reranking(
    examples: Sequence[Example], reads: Sequence[Read | None], odds: float
) -> Reranking:
    """Return when the best units are read, how many, and what that counts.

    Args:
        examples: Ranked by their fused signals.
        reads: Of the examples.
        odds: Log-odds that a score of 1 is worth.
    """
    return Reranking(
        depth=DEPTH,
        gap=round(float(np.quantile(gaps(examples), SHARE)), 5),
        reach=round(REACH / odds, 5) if odds else 0.0,
        weight=round(fit_weight(examples, reads, odds), 6),
    )


def apply_reranking(
    examples: Sequence[Example], reads: Sequence[Read | None], fitted: Reranking
) -> list[Example]:
    """Return examples with what reading as many units as `fitted` says brings them."""
    return [
        example if read is None else _apply(example, read, fitted)
        for example, read in zip(examples, reads, strict=True)
    ]


def _apply(example: Example, read: Read, fitted: Reranking) -> Example:
    number = len(rows_to_read(example.signals, fitted))
    if not number:
        return example
    signals = reranked(example.signals, read.first(number), fitted.weight)
    return replace(example, signals=signals)


def cross_validated_success(
    examples: Sequence[Example], reads: Sequence[Read | None]
) -> Mapping[str, float]:
    """Return success@1 before and after reading, by weights of models that have not seen it.

    The units read are those of the whole fit's ranking; all that is fitted is fitted again.

    Args:
        examples: With gold units.
        reads: Of the examples.
    """
    before, after = [], []
    for held, rest in folds(len(examples)):
        weights, odds = fit_fusion([examples[at] for at in rest])
        mine = [reweighed(examples[at], weights) for at in rest]
        fitted = fit_reranking(mine, [reads[at] for at in rest], odds)
        first = [reweighed(examples[at], weights) for at in held]
        second = apply_reranking(first, [reads[at] for at in held], fitted)
        before += [_is_right(example) for example in first]
        after += [_is_right(example) for example in second]
    return {"before": round(float(np.mean(before)), 3), "after": round(float(np.mean(after)), 3)}


def _is_right(example: Example) -> bool:
    return int(example.signals.order()[0]) in example.gold
