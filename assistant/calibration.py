"""The fitted numbers: how views are weighed, what is cited, and how sure an answer is.

They lie in ``calibration.json`` beside this file, one profile for each choice of embedding models,
written by ``python -m eval fit`` from the tuning questions alone; each says from how many questions
it was fitted and what to expect of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from embeddings.models import DEFAULT_MODEL

FILE = "calibration.json"


@dataclass(frozen=True, slots=True)
class Reranking:
    """How the best units are read and ranked anew; see `assistant.reranking`.

    Attributes:
        depth: Most units that are read.
        gap: How far the second best score may lie below the best one for them to be read.
        reach: How far below the best one a score may lie for its unit to be among them.
        weight: What one unit of log-probability is worth as a score.
    """

    depth: int
    gap: float
    reach: float
    weight: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Fitted numbers.

    Attributes:
        fusion: Weight of each signal in a unit's score; they sum to 1.
        citation_margin: How far below the best unit's score another one is still cited.
        quote_margin: How far below the best sentence's score a neighbour is still quoted.
        far_level: Cosine below which a text is of another subject: hardly any answer of the
            tuning questions lies under it.
        follow_up_share: Share (0 to 1) of a follow-up's own words; the rest is its background.
        confidence: Weight of each feature in the log-odds that the library answers, with
            ``bias`` for the constant.
        threshold: Confidence below which it abstains.
        reranking: How the best units are read; None where they are not.
    """

    fusion: Mapping[str, float]
    citation_margin: float
    quote_margin: float
    follow_up_share: float
    far_level: float
    confidence: Mapping[str, float]
    threshold: float
    reranking: Reranking | None = None


def parse_profiles(text: str) -> Mapping[str, Mapping[str, Any]]:
    """Return the JSON form of each profile, by the canonical name of its models."""
    profiles: Mapping[str, Mapping[str, Any]] = json.loads(text)["profiles"]
    return profiles


def parse_calibration(data: Mapping[str, Any], *, reranked: bool = False) -> Calibration:
    """Return a profile from its JSON form; the record of the fit is left aside.

    Args:
        data: The profile.
        reranked: Whether to take what was fitted with the best units read, where there is such.
    """
    reading = data.get("reranked") if reranked else None
    data = {**data, **(reading or {})}
    return Calibration(
        fusion=MappingProxyType({k: float(v) for k, v in data["fusion"].items()}),
        citation_margin=float(data["citation_margin"]),
        quote_margin=float(data["quote_margin"]),
        follow_up_share=float(data["follow_up_share"]),
        far_level=float(data["far_level"]),
        confidence=MappingProxyType({k: float(v) for k, v in data["confidence"].items()}),
        threshold=float(data["threshold"]),
        reranking=None
        if reading is None
        else Reranking(
            depth=int(reading["depth"]),
            gap=float(reading["gap"]),
            reach=float(reading["reach"]),
            weight=float(reading["weight"]),
        ),
    )


@cache
def load_calibration(model: str = DEFAULT_MODEL, *, reranked: bool = False) -> Calibration:
    """Return the calibration for some models, as their canonical name joins them.

    Models that nobody has fitted get the default model's profile, whose weights are near enough
    and whose confidence is a guess: `python -m eval fit` makes their own.

    Args:
        model: Canonical name.
        reranked: Whether the best units can be read; for models that were not fitted with that,
            they are not.
    """
    profiles = parse_profiles((resources.files("assistant") / FILE).read_text(encoding="utf-8"))
    return parse_calibration(profiles.get(model, profiles[DEFAULT_MODEL]), reranked=reranked)


def is_fitted_to_read(model: str) -> bool:
    """Tell whether the calibration for some models has the best units read."""
    return load_calibration(model, reranked=True).reranking is not None
