"""The fitted numbers: how views are weighed, what is cited, and how sure an answer is.

They lie in ``calibration.json`` beside this file, written by ``python -m eval fit`` from the
tuning questions alone; the file says from how many questions it was fitted and when it abstains.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

FILE = "calibration.json"


@dataclass(frozen=True, slots=True)
class Calibration:
    """Fitted numbers.

    Attributes:
        fusion: Weight of each signal in a unit's score; they sum to 1.
        citation_margin: How far below the best unit's score another one is still cited.
        quote_margin: How far below the best sentence's score a neighbour is still quoted.
        follow_up_share: Share (0 to 1) of a follow-up's own words; the rest is its background.
        confidence: Weight of each feature in the log-odds that the library answers, with
            ``bias`` for the constant.
        threshold: Confidence below which it abstains.
    """

    fusion: Mapping[str, float]
    citation_margin: float
    quote_margin: float
    follow_up_share: float
    confidence: Mapping[str, float]
    threshold: float


def parse_calibration(text: str) -> Calibration:
    """Parse the JSON form; unknown fields (the record of the fit) are left aside."""
    data = json.loads(text)
    return Calibration(
        fusion=MappingProxyType({k: float(v) for k, v in data["fusion"].items()}),
        citation_margin=float(data["citation_margin"]),
        quote_margin=float(data["quote_margin"]),
        follow_up_share=float(data["follow_up_share"]),
        confidence=MappingProxyType({k: float(v) for k, v in data["confidence"].items()}),
        threshold=float(data["threshold"]),
    )


@cache
def load_calibration() -> Calibration:
    """Return the calibration that comes with the program."""
    text = (resources.files("assistant") / FILE).read_text(encoding="utf-8")
    return parse_calibration(text)
