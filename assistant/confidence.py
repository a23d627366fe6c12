"""How sure it is that the library answers a question at all.

A logistic model over few features that mean the same in any library. The level of the best score
says little, since every question about the field scores high; how far the best unit stands out
from all others says more (its z-score), and so do words of the question that no good unit has.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

import numpy as np

from assistant.retrieval import Signals
from corpus.types import Unit
from embeddings.lexical_index import tokenize
from embeddings.library import Library

_SPREAD = 1e-6
_TOP = 5

_QUANTITY_ASKED = re.compile(
    r"\bhow (?:many|much|long|often|old|large|big)\b|\b(?:number|percentage|share|proportion|amount"
    r"|sum|cost|figures?|statistics|deadline) of\b|\bwhat (?:percentage|share|proportion|number"
    r"|amount|sum|age|budget)\b",
    re.IGNORECASE,
)
_DATE_ASKED = re.compile(r"\bwhen\b|\b(?:what|which) (?:date|day|year|month|time)\b", re.IGNORECASE)
_NAME_ASKED = re.compile(
    r"\bwho\b|\bwhose\b|\bwhom\b|\bwhere\b|\b(?:which|what) (?:country|countries|states?|city"
    r"|persons?|organi[sz]ations?|delegations?|bod(?:y|ies)|agenc(?:y|ies))\b",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty"
    r"|fifty|hundred|thousand|million|half|third|quarter|dozen|none|no)\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\b(?:1[5-9]|20|21)\d\d\b|\b(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday)\b"
)
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z]\w+|(?<=the )[A-Z]\w+")
_KINDS = ((_QUANTITY_ASKED, _QUANTITY), (_DATE_ASKED, _DATE), (_NAME_ASKED, _NAME))

FEATURES: Mapping[str, int] = {
    "standing_out": 1,
    "cosine": 1,
    "agreement": 1,
    "one_section": 1,
    "unknown_words": -1,
    "missing_word": -1,
    "wrong_kind": -1,
}
"""The features, and whether more of each may speak for (1) or against (-1) an answer."""


def features(question: str, signals: Signals, library: Library) -> dict[str, float]:
    """Return the features of a question.

    ``standing_out``: z-score of the best context cosine among all units. ``cosine``: that
    cosine. ``agreement``: share of the signals that put the best unit first. ``one_section``:
    share of the best five units under the best one's heading. ``unknown_words``: share of the
    question's word weight (idf) that the library does not have. ``missing_word``: idf of the
    rarest question word that none of the best five units has with its context, as a share of
    the highest idf. ``wrong_kind``: 1 if a quantity, date or name is asked for and none of the
    best three units holds one.
    """
    order = signals.order()
    if not len(order):
        return dict.fromkeys(FEATURES, 0.0)
    units = library.units
    best = [units[row].unit for row in order[:_TOP]]
    context = signals.by_name["context"][order]
    terms = set(tokenize(question))
    index = library.lexical_context
    weight = sum(index.idf(term) for term in terms)
    known = index.vocabulary
    unknown = sum(index.idf(term) for term in terms if term not in known)
    have = {term for unit in best for term in _terms(unit)}
    highest = index.idf("")
    return {
        "standing_out": float((context.max() - context.mean()) / (context.std() + _SPREAD)),
        "cosine": float(context.max()),
        "agreement": _agreement(signals, int(order[0])),
        "one_section": sum(u.heading_path == best[0].heading_path for u in best) / len(best),
        "unknown_words": unknown / weight if weight else 1.0,
        "missing_word": max((index.idf(t) for t in terms - have), default=0.0) / highest,
        "wrong_kind": _wrong_kind(question, best[:3]),
    }


def _terms(unit: Unit) -> list[str]:
    return tokenize(" ".join([*unit.heading_path, unit.lead_in, unit.text]))


def _agreement(signals: Signals, best: int) -> float:
    scores = signals.by_name.values()
    return sum(int(np.argmax(s)) == best for s in scores) / len(scores)


def _wrong_kind(question: str, units: Sequence[Unit]) -> float:
    for asked, shape in _KINDS:
        if asked.search(question):
            return float(not any(shape.search(unit.text) for unit in units))
    return 0.0


def probability(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the logistic model's probability, 0 to 1, that the library answers.

    Args:
        found: From `features`.
        weights: Of each feature, with ``bias``.
    """
    odds = weights.get("bias", 0.0) + sum(
        weights.get(name, 0.0) * value for name, value in found.items()
    )
    return 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, odds))))
