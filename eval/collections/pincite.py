"""Pincite's retrieval and confidence on the passages of a collection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from assistant.assistant import Assistant
from eval.systems import DEPTH, PinciteSystem, cite_first
from eval.types import Found, Prediction, Question, UnitKey


class PinciteRetrieval:
    """Ranks by the fused signals, as `Assistant.ask` does, with the shipped calibration.

    References in a question ("section 3") are not followed: the names that a collection gives
    its passages are not paragraph numbers of a document.

    Args:
        assistant: With its library loaded.
    """

    name = PinciteSystem.name

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        fitted = assistant.calibration
        self.settings: Mapping[str, object] = {
            **assistant.settings.model_dump(mode="json", exclude={"home"}),
            "model": assistant.library.manifest.model,
            "threshold": assistant.threshold,
            "fusion": dict(fitted.fusion),
            "confidence": dict(fitted.confidence),
            "reranking": None if fitted.reranking is None else asdict(fitted.reranking),
        }

    def answer(self, question: Question) -> Prediction:
        """Return Pincite's ranking; its confidence is that of `Assistant.ask`."""
        assistant = self._assistant
        read = assistant.read(question.question)
        signals = assistant.ranked(read)
        units = assistant.library.units
        hits = [
            Found(UnitKey(units[row].document, units[row].unit.label), float(signals.fused[row]))
            for row in signals.order()[:DEPTH]
        ]
        confidence = assistant.confidence(read, signals)
        ranked = cite_first(hits)
        abstained = confidence < assistant.threshold
        return Prediction(ranked.hits, () if abstained else ranked.cited, abstained, confidence)
