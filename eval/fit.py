"""Fits the assistant's calibration on tuning questions; see `eval.calibrate`.

Five small fits, each with few numbers, so that some two hundred questions can bear them:

* how signals are weighed: a conditional logit (McFadden 1974) over all units, ridge-penalised,
  weights at least 0;
* how close to the best a unit must come to be cited: the margin with the best citation F1;
* how close a neighbouring sentence must come to be quoted: the margin with the best token F1;
* below which cosine a text is of another subject: a low quantile of the best cosines of
  questions that have an answer;
* how sure an answer is: a ridge-penalised logistic regression whose features may only speak the
  way they mean (`assistant.confidence.FEATURES`). The threshold comes from cross-validated
  probabilities by SQuAD 2.0's sweep (Rajpurkar et al. 2018), with citation F1 as the score.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from assistant.confidence import FEATURES, features, nearness
from assistant.evidence import Quoter
from assistant.retrieval import SIGNALS, Scores
from assistant.types import Hit
from embeddings.lexical_index import tokenize
from eval.metrics.abstention import auroc
from eval.types import Question, QuestionSet

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.retrieval import Signals

Array = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]

_RIDGE_FUSION = 0.003
_RIDGE_CONFIDENCE = 2.0
_FOLDS = 6
_SEED = 20111010

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, steps done and steps in all."""
_FAR_SHARE = 0.02
"""Share of the answerable questions whose best cosine may lie below the far level."""
_MARGINS = tuple(round(0.0025 * step, 4) for step in range(25))
_QUOTE_MARGINS = tuple(round(0.02 * step, 2) for step in range(11))


@dataclass(frozen=True, slots=True)
class Example:
    """One tuning question with what the library says to it.

    Attributes:
        question: The question.
        signals: Of every unit.
        gold: Rows of the units that are the right citation.
        acceptable: Rows of those that are not wrong either.
        beside: What speaks for each unit beside the signals that are weighed, as an agenda item
            that the question names.
    """

    question: Question
    signals: Signals
    gold: tuple[int, ...]
    acceptable: tuple[int, ...]
    beside: Scores | float = 0.0

    def matrix(self) -> Array:
        """Return the signals as columns, shape (n_units, n_signals)."""
        columns = [self.signals.by_name[name] for name in SIGNALS]
        return np.stack(columns, axis=1).astype(np.float64)


def make_examples(questions: QuestionSet, assistant: Assistant) -> list[Example]:
    """Return an example for each question that names no paragraph (those need no fit)."""
    rows = {
        (place.document, place.unit.label): row for row, place in enumerate(assistant.library.units)
    }
    only = assistant.catalogue.documents[0].symbol
    weights = assistant.calibration.fusion
    examples: list[Example] = []
    for question in questions.questions:
        if question.kind == "reference":
            continue
        symbol = question.document or only
        signals = assistant.signals(assistant.read(question.question, question.history))
        example = Example(
            question,
            signals,
            tuple(rows[symbol, label] for label in question.gold),
            tuple(rows[symbol, label] for label in question.acceptable),
        )
        beside = (signals.fused - fused(example, weights)).astype(np.float32)
        examples.append(replace(example, beside=beside))
    return examples


def fit_fusion(
    examples: Sequence[Example], signals: Sequence[str] = SIGNALS
) -> tuple[dict[str, float], float]:
    """Return the signals' weights, which sum to 1, and the log-odds that a score of 1 is worth.

    Maximises the mean log-probability of the gold units under a softmax over all units. Where no
    signal tells anything, all weights are 0.

    Args:
        examples: Those without gold units are passed over.
        signals: Which may have a weight; the others get 0.
    """
    data = [(e.matrix(), np.array(e.gold)) for e in examples if e.gold]

    def loss(weights: Array) -> tuple[float, Array]:
        value, slope = 0.0, np.zeros_like(weights)
        for matrix, gold in data:
            odds = matrix @ weights
            odds -= odds.max()
            shares = np.exp(odds) / np.exp(odds).sum()
            value -= float(np.log(shares[gold] + 1e-12).mean())
            slope -= matrix[gold].mean(axis=0) - shares @ matrix
        penalty = _RIDGE_FUSION * weights / 25.0
        return value / len(data) + float(penalty @ weights) / 2, slope / len(data) + penalty

    start = np.array([5.0 if name in signals else 0.0 for name in SIGNALS])
    bounds = [(0.0, None if name in signals else 0.0) for name in SIGNALS]
    found = minimize(loss, start, jac=True, bounds=bounds).x
    total = float(found.sum())
    if not total:
        return dict.fromkeys(SIGNALS, 0.0), 0.0
    weights = {name: round(float(w) / total, 4) for name, w in zip(SIGNALS, found, strict=True)}
    return weights, total


def fused(example: Example, weights: Mapping[str, float]) -> Array:
    """Return every unit's score under some weights, with what speaks for it beside them."""
    scores: Array = example.matrix() @ np.array([weights[name] for name in SIGNALS])
    return scores + example.beside


def citation_f1(example: Example, scores: Scores | Array, margin: float, most: int) -> float:
    """Return the F1 of the units within a margin of the best; acceptable ones do not count."""
    order = np.argsort(-scores, kind="stable")[:most]
    cited = {int(row) for row in order if scores[row] >= scores[order[0]] - margin}
    gold = set(example.gold)
    right = len(cited & gold)
    wrong = len(cited - gold - set(example.acceptable))
    return 2 * right / (right + wrong + len(gold)) if right else 0.0


def fit_margin(examples: Sequence[Example], most: int) -> float:
    """Return the citation margin with the best mean citation F1; the smaller one of equals."""
    scored = [(e, e.signals.fused) for e in examples if e.gold]

    def mean(margin: float) -> float:
        return float(np.mean([citation_f1(e, s, margin, most) for e, s in scored]))

    return max(_MARGINS, key=lambda margin: (round(mean(margin), 6), -margin))


def fit_quote_margin(examples: Sequence[Example], assistant: Assistant) -> float:
    """Return the quote margin with the best mean token F1; the smaller one of equals."""

    def quality(margin: float) -> float:
        quoter = Quoter(assistant.library, margin)
        return float(np.mean([f1 for e in examples for f1 in quote_f1(e, quoter, assistant)]))

    return max(_QUOTE_MARGINS, key=lambda margin: (round(quality(margin), 6), -margin))


def quote_f1(example: Example, quoter: Quoter, assistant: Assistant) -> list[float]:
    """Return the token F1 (as in SQuAD) of the quote from each gold unit with evidence."""
    places = assistant.library.units
    found = []
    for evidence in example.question.evidence:
        row = next((r for r in example.gold if places[r].unit.label == evidence.label), None)
        if row is None:
            continue
        place = places[row]
        hit = Hit(place.document, place.unit, 0.0, 1)
        start, end = quoter.span(_whole(example.question, assistant), hit, example.signals)
        ours, theirs = tokenize(place.unit.text[start:end]), tokenize(evidence.quote)
        shared = sum((Counter(ours) & Counter(theirs)).values())
        found.append(2 * shared / (len(ours) + len(theirs)) if shared else 0.0)
    return found


def _whole(question: Question, assistant: Assistant) -> str:
    return assistant.read(question.question, question.history).whole


def fit_far_level(examples: Sequence[Example]) -> float:
    """Return the cosine that hardly any question with an answer stays below."""
    best = [nearness(example.signals) for example in examples if example.gold]
    return round(float(np.quantile(best, _FAR_SHARE)), 4)


def feature_matrix(
    examples: Sequence[Example], assistant: Assistant, far_level: float
) -> tuple[Array, Array]:
    """Return the confidence features, shape (n, n_features), and which are answerable, (n,)."""
    rows = []
    for example in examples:
        whole = _whole(example.question, assistant)
        found = features(whole, example.signals, assistant.library, far_level)
        rows.append([found[name] for name in FEATURES])
    answerable = [float(bool(example.gold)) for example in examples]
    return np.array(rows, dtype=np.float64), np.array(answerable)


def fit_confidence(matrix: Array, answerable: Array) -> dict[str, float]:
    """Return the logistic model's weights and ``bias``, for raw features."""
    signs = np.array(list(FEATURES.values()), dtype=np.float64)
    mean, spread = matrix.mean(axis=0), matrix.std(axis=0) + 1e-9
    scaled = np.column_stack([(matrix - mean) / spread * signs, np.ones(len(matrix))])
    sides = 2 * answerable - 1

    def loss(weights: Array) -> float:
        penalty = _RIDGE_CONFIDENCE * float(weights[:-1] @ weights[:-1]) / 2
        return float(np.logaddexp(0, -(scaled @ weights) * sides).sum()) + penalty

    bounds = [(0.0, None)] * len(signs) + [(None, None)]
    found = minimize(loss, np.zeros(len(signs) + 1), bounds=bounds).x
    raw = found[:-1] * signs / spread
    bias = float(found[-1] - raw @ mean)
    # What is always the same tells nothing, as of reading where nothing is read.
    weights = {
        name: round(float(w), 4)
        for name, w, varies in zip(FEATURES, raw, np.ptp(matrix, axis=0) > 0, strict=True)
        if varies
    }
    return {"bias": round(bias, 4), **weights}


def apply_confidence(matrix: Array, weights: Mapping[str, float]) -> Array:
    """Return the probabilities of rows of features."""
    odds = matrix @ np.array([weights.get(name, 0.0) for name in FEATURES]) + weights["bias"]
    probabilities: Array = 1 / (1 + np.exp(-odds))
    return probabilities


def folds(n: int) -> Iterator[tuple[Rows, Rows]]:
    """Yield the rows held out and the others, six times, so that each of n is held out once."""
    order = np.random.default_rng(_SEED).permutation(n)
    for fold in range(_FOLDS):
        held = order[fold::_FOLDS]
        yield held, np.setdiff1d(order, held)


def cross_validate(matrix: Array, answerable: Array) -> Array:
    """Return each question's probability from models that have not seen it."""
    found = np.zeros(len(matrix))
    for held, rest in folds(len(matrix)):
        found[held] = apply_confidence(matrix[held], fit_confidence(matrix[rest], answerable[rest]))
    return found


def fit_threshold(probabilities: Array, answerable: Array, worth: Array) -> float:
    """Return the threshold with the best mean score, as SQuAD 2.0's evaluation sweeps it.

    A refused question scores 1 if it is unanswerable and 0 otherwise; an answered one scores
    what its citations are worth. Of equals the lowest threshold is taken, which refuses least.

    Args:
        probabilities: Of questions their model has not seen, shape (n,).
        answerable: 1.0 or 0.0, shape (n,).
        worth: Citation F1 if answered, 0 for an unanswerable question, shape (n,).
    """

    def score(threshold: float) -> float:
        refused = probabilities < threshold
        return float(np.where(refused, 1 - answerable, worth).mean())

    grid = [round(0.01 * step, 2) for step in range(1, 100)]
    return max(grid, key=lambda threshold: (round(score(threshold), 6), -threshold))


def cross_validated_figures(
    probabilities: Array, answerable: Array, threshold: float
) -> dict[str, float]:
    """Return what to expect of the confidence on questions of this kind."""
    yes = answerable > 0
    refused = probabilities < threshold
    return {
        "AUROC": round(auroc(probabilities.tolist(), yes.tolist()), 3),
        "answerable_kept": round(float((~refused[yes]).mean()), 3),
        "unanswerable_refused": round(float(refused[~yes].mean()), 3),
    }


@dataclass(frozen=True, slots=True)
class Answers:
    """What is fitted to a ranking: how much is cited and quoted, and how sure an answer is.

    Attributes:
        numbers: As a profile has them.
        expected: What to expect of them, from models that have not seen the question.
    """

    numbers: Mapping[str, object]
    expected: Mapping[str, object]


def fit_answers(examples: Sequence[Example], assistant: Assistant) -> Answers:
    """Return margins, confidence and threshold for examples as their signals rank them."""
    most = assistant.settings.most_citations
    margin = fit_margin(examples, most)
    far_level = fit_far_level(examples)
    matrix, answerable = feature_matrix(examples, assistant, far_level)
    held_out = cross_validate(matrix, answerable)
    worth = [citation_f1(e, e.signals.fused, margin, most) if e.gold else 0.0 for e in examples]
    threshold = fit_threshold(held_out, answerable, np.array(worth))
    return Answers(
        {
            "citation_margin": margin,
            "quote_margin": fit_quote_margin(examples, assistant),
            "far_level": far_level,
            "confidence": fit_confidence(matrix, answerable),
            "threshold": threshold,
        },
        {"cross_validated": cross_validated_figures(held_out, answerable, threshold)},
    )


def reweighed(example: Example, weights: Mapping[str, float]) -> Example:
    """Return an example ranked by its signals under some weights."""
    scores = fused(example, weights).astype(np.float32)
    return replace(example, signals=replace(example.signals, fused=scores))
