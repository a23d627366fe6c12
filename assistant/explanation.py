"""Signals and fitted weights -> why these units came first, and why the answer is so sure.

A unit's score is a weighted sum, and so are the log-odds of the confidence: the parts of the two
sums are the explanation. Nothing is estimated anew, so it cannot tell another story than the
ranking did.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.retrieval import (
    BEYOND,
    BEYOND_WEIGHT,
    DOCUMENT,
    DOCUMENT_WEIGHT,
    ITEM,
    ITEM_WEIGHT,
    READ,
    SIGNALS,
    Signals,
)
from assistant.types import Explanation, FeaturePart, SignalPart, Sureness, UnitReasons
from embeddings.ensemble import EnsembleEncoder
from embeddings.lexical_index import LexicalIndex, tokenize
from embeddings.library import Library
from embeddings.passages import context_of

FIRST = 3
"""Ranked units that are explained, cited or not."""

MOST_WORDS = 6
"""Words of the question that are named for one unit."""

SURE = ((0.75, "very sure"), (0.4, "sure"), (0.0, "fairly sure"))
"""From the threshold (0) up to certainty (1): the least share of the way for each."""

UNSURE = ((0.75, "not sure"), (0.4, "doubtful"), (0.0, "hardly sure"))
"""From 0 up to the threshold (1): the least share of the way for each."""

NAMED = Explanation(named=True)
"""Of a question that names its paragraphs."""

_TYPED = re.compile(r"[^\W_]+(?:['’‘ʼ`./,-][^\W_]+)*")
_PART = re.compile(r"[^\W_]+(?:['’‘ʼ`][^\W_]+)?")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the question.

    Attributes:
        start: Offset in the question.
        end: Offset behind it.
        term: What it is counted by.
    """

    start: int
    end: int
    term: str


def explain_ranking(
    question: str,
    signals: Signals,
    cited: Collection[tuple[str, str]],
    library: Library,
    fusion: Mapping[str, float],
) -> tuple[UnitReasons, ...]:
    """Return why the first units and the cited ones stand where they stand, by rank.

    Args:
        question: As it was searched, with its background.
        signals: Of all units.
        cited: Document and label of each cited unit.
        library: Opened library.
        fusion: Weight of each signal, as `signals` was fused with.
    """
    question = unicodedata.normalize("NFC", question)
    words = _words(question, library.lexical_context)
    rows = _explained_rows(signals, cited, library)
    by_name, weights = dict(signals.by_name), dict(fusion)
    names = [*SIGNALS]
    for name, scores, weight in (
        (DOCUMENT, signals.documents, DOCUMENT_WEIGHT),
        (BEYOND, signals.beyond, BEYOND_WEIGHT),
        (ITEM, signals.items, ITEM_WEIGHT),
        (READ, signals.read, 1.0),
    ):
        if scores is not None:
            by_name[name], weights[name] = scores, weight
            names.append(name)
    parts = {
        row: {name: weights.get(name, 0.0) * float(by_name[name][row]) for name in names}
        for row in rows.values()
    }
    first, *others = rows.values() or [0]
    reasons = []
    for rank, row in rows.items():
        other = first if rank > 1 else next(iter(others), first)
        own, context = _shared(question, words, row, library)
        place = library.units[row]
        reasons.append(
            UnitReasons(
                document=place.document,
                label=place.unit.label,
                rank=rank,
                score=float(signals.fused[row]),
                signals=tuple(
                    SignalPart(
                        name=name,
                        value=float(by_name[name][row]),
                        weight=weights.get(name, 0.0),
                        contribution=parts[row][name],
                        lead=parts[row][name] - parts[other][name],
                    )
                    for name in names
                ),
                models=_of_models(signals, row, library),
                own_words=own,
                context_words=context,
            )
        )
    return tuple(reasons)


def explain_confidence(
    found: Mapping[str, float], weights: Mapping[str, float], confidence: float, threshold: float
) -> Sureness:
    """Return what makes up a confidence.

    Args:
        found: From `assistant.confidence.features`.
        weights: Of each feature, with ``bias``.
        confidence: What `assistant.confidence.probability` made of the two.
        threshold: Confidence below which it abstains.
    """
    parts = tuple(
        FeaturePart(name, value, weights.get(name, 0.0), weights.get(name, 0.0) * value)
        for name, value in found.items()
    )
    bias = weights.get("bias", 0.0)
    return Sureness(
        probability=confidence,
        threshold=threshold,
        words=sureness_words(confidence, threshold),
        log_odds=bias + sum(part.contribution for part in parts),
        bias=bias,
        features=parts,
    )


def sureness_words(confidence: float, threshold: float) -> str:
    """Return a confidence in words, by where it lies between the threshold and 0 or 1."""
    if confidence >= threshold:
        room = 1.0 - threshold
        share = (confidence - threshold) / room if room else 1.0
        return next(words for least, words in SURE if share >= least)
    return next(words for least, words in UNSURE if confidence / threshold >= least)


def feature_words(part: FeaturePart) -> str:
    """Return what a feature says, as a clause; empty where it says nothing."""
    if not part.contribution:
        return ""
    match part.name:
        case "standing_out":
            return f"the best match stands out by {part.value:.1f} standard deviations"
        case "far_off":
            return "nothing comes near the question"
        case "agreement":
            agreed = round(part.value * len(SIGNALS))
            return f"{agreed} of {len(SIGNALS)} signals put the same unit first"
        case "one_section":
            share = "all" if part.value == 1 else f"{part.value:.0%}"
            return f"{share} of the nearest stand under one heading"
        case "wrong_kind":
            return "none of the nearest has a figure, date or name, which is asked for"
        case "explained" if part.contribution > 0:
            return "read beside the question, the best match makes it likelier"
        case "explained":
            return "read beside the question, no match makes it much likelier"
        case "worst_part" if part.contribution > 0:
            return "read beside the question, the best match leaves no part of it out of place"
        case "worst_part":
            return "read beside the question, every match leaves a part of it out of place"
        case _:
            return f"{part.name} is {part.value:.2f}"


def for_and_against(sureness: Sureness) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the features' clauses that speak for an answer and those against, strongest first."""
    speaking_for, against = weighed(sureness)
    return tuple(map(feature_words, speaking_for)), tuple(map(feature_words, against))


def weighed(sureness: Sureness) -> tuple[tuple[FeaturePart, ...], tuple[FeaturePart, ...]]:
    """Return the features that speak for an answer and those against, strongest first."""
    ordered = sorted(sureness.features, key=lambda part: -abs(part.contribution))
    return (
        tuple(part for part in ordered if part.contribution > 0),
        tuple(part for part in ordered if part.contribution < 0),
    )


def _explained_rows(
    signals: Signals, cited: Collection[tuple[str, str]], library: Library
) -> dict[int, int]:
    """Return the rows of the units to explain by rank; the first three and the cited ones."""
    rows: dict[int, int] = {}
    missing = set(cited)
    for rank, row in enumerate(signals.order(), start=1):
        if rank > FIRST and not missing:
            break
        place = library.units[row]
        key = (place.document, place.unit.label)
        if rank <= FIRST or key in missing:
            rows[rank] = int(row)
        missing.discard(key)
    return rows


def _of_models(signals: Signals, row: int, library: Library) -> tuple[tuple[str, float], ...]:
    """Return each model's own cosine with the unit's best passage; none for a single model."""
    encoder = library.encoder
    passages = np.flatnonzero(library.passage_units == row)
    if signals.query is None or not len(passages) or not isinstance(encoder, EnsembleEncoder):
        return ()
    best = int(passages[np.argmax(signals.passages[passages])])
    asked = encoder.split(signals.query[np.newaxis])
    found = encoder.split(library.vectors.vector(best)[np.newaxis])
    return tuple(
        (part.name, float(a[0] @ b[0]))
        for part, a, b in zip(encoder.parts, asked, found, strict=True)
    )


def _words(question: str, index: LexicalIndex) -> tuple[_Word, ...]:
    """Return the question's words that the index has, one for each term, rarest first."""
    found: dict[str, _Word] = {}
    for start, end in _spans(question):
        for term in tokenize(question[start:end])[:1]:
            found.setdefault(term, _Word(start, end, term))
    known = [word for word in found.values() if len(index.texts_with(word.term))]
    return tuple(sorted(known, key=lambda word: -index.idf(word.term)))


def _spans(question: str) -> Iterator[tuple[int, int]]:
    """Yield where words stand; one with a figure is whole, as `tokenize` counts it."""
    for typed in _TYPED.finditer(question):
        if any(letter.isdigit() for letter in typed.group()):
            yield typed.span()
        else:
            for part in _PART.finditer(question, *typed.span()):
                yield part.span()


def _shared(
    question: str, words: Sequence[_Word], row: int, library: Library
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the question's words in a unit's own words, and those in its context alone."""

    def holds(index: LexicalIndex, word: _Word) -> bool:
        return bool((index.texts_with(word.term) == row).any())

    shared = [word for word in words if holds(library.lexical_context, word)][:MOST_WORDS]
    own = [word for word in shared if holds(library.lexical_own, word)]
    context = [word for word in shared if word not in own]
    unit = library.units[row].unit
    return _joined(question, own, unit.text), _joined(question, context, context_of(unit))


def _joined(question: str, words: Sequence[_Word], text: str) -> tuple[str, ...]:
    """Return words as typed; those that stand side by side in question and text are one."""
    folded = text.casefold()
    runs: list[list[_Word]] = []
    for word in sorted(words, key=lambda word: word.start):
        if runs and question[runs[-1][-1].end : word.start] == " ":
            run = question[runs[-1][0].start : word.end]
            if run.casefold() in folded:
                runs[-1].append(word)
                continue
        runs.append([word])
    runs.sort(key=lambda run: min(words.index(word) for word in run))
    return tuple(question[run[0].start : run[-1].end] for run in runs)


def close_matches_read(explanation: Explanation) -> bool:
    """Tell whether several units lay so close together that reading them ranked them."""
    return any(part.name == READ for unit in explanation.units for part in unit.signals)
