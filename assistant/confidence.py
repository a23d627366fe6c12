"""How sure it is that the library answers a question at all.

A logistic model over few features that mean the same in any library. The level of the best score
says little, since every question about the field scores high, unless it is so low that the
question is about something else; how far the best unit stands out from all others says more.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from assistant.retrieval import VIEWS, Scores, Signals
from corpus.types import Unit
from embeddings.library import Library

_SPREAD = 1e-6
_TOP = 5
_ENOUGH = 30
"""Units among which it shows whether one stands out."""
_USUAL = 2.9
"""Z-score of the best unit, mean over the tuning questions."""

_EXPLAINED, _LEAST = 0.35, -0.5
"""What reading is taken to have found where nothing was read: more than the tuning questions' means
of -0.2 and -2.2, for questions in another language mostly have an answer there."""

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
    "far_off": -1,
    "agreement": 1,
    "one_section": 1,
    "wrong_kind": -1,
    "explained": 1,
    "worst_part": 1,
}
"""The features, and whether more of each may speak for (1) or against (-1) an answer."""


def features(
    question: str, signals: Signals, library: Library, far_level: float
) -> dict[str, float]:
    """Return the features of a question.

    ``standing_out``: z-score of the best context cosine among the units that a filter leaves, or
    among all where those are fewer than 30; with still fewer in all, it is drawn towards what is
    usual, for among two any best one stands out by 1.0. ``far_off``: how far the best cosine of
    any view lies below `far_level`, 0 above it. ``agreement``: share of the signals that put the
    best unit first. ``one_section``: share of the best five units under the best one's heading.
    ``wrong_kind``: 1 if a quantity, date or name is asked for and none of the best three units
    holds one. ``explained``: how much likelier the question is, a token, after the best unit read
    than after none. ``worst_part``: the same of the tokens that fit least. Both are
    counted from what is taken where none was read.
    """
    order = signals.order()
    if not len(order):
        return dict.fromkeys(FEATURES, 0.0)
    units = library.units
    best = [units[row].unit for row in order[:_TOP]]
    return {
        "standing_out": _standing_out(signals.by_name["context"], order),
        "far_off": max(0.0, far_level - nearness(signals)),
        "agreement": _agreement(signals, order),
        "one_section": sum(u.heading_path == best[0].heading_path for u in best) / len(best),
        "wrong_kind": _wrong_kind(question, best[:3]),
        "explained": 0.0 if signals.explained is None else signals.explained - _EXPLAINED,
        "worst_part": 0.0 if signals.least is None else signals.least - _LEAST,
    }


def _standing_out(cosines: Scores, order: npt.NDArray[np.intp]) -> float:
    among = cosines[order] if len(order) >= _ENOUGH else cosines
    found = float((cosines[order].max() - among.mean()) / (among.std() + _SPREAD))
    share = min(1.0, len(among) / _ENOUGH)
    return share * found + (1.0 - share) * _USUAL


def nearness(signals: Signals) -> float:
    """Return the best cosine of any view among the units that a filter leaves, at least one."""
    kept = np.isfinite(signals.fused)
    return max(float(signals.by_name[view][kept].max()) for view in VIEWS)


def _agreement(signals: Signals, order: npt.NDArray[np.intp]) -> float:
    firsts = [order[np.argmax(scores[order])] for scores in signals.by_name.values()]
    return sum(int(row == order[0]) for row in firsts) / len(firsts)


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
