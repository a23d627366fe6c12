"""txtai's hybrid index: the only module that imports txtai.

https://neuml.github.io/txtai/embeddings/configuration/general/#hybrid: BM25 and a dense index,
each score normalised, half and half.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import Any

from corpus.types import Located
from eval.peers.model import model_folder, quiet_peer
from eval.systems import DEPTH, cite_first
from eval.types import Found, Prediction, Question, UnitKey


class TxtaiPeer:
    """``Embeddings(path=…, hybrid=True)`` over each unit's own words; it cites its first unit.

    Earlier questions of a chat are not used. Its confidence is its best score.

    Args:
        units: All that can be found.
        model: Name or folder of the embedding model.

    Raises:
        ModelError: The model is not on this machine.
    """

    name = "txtai"

    def __init__(self, units: Iterable[Located], model: str) -> None:
        located = tuple(units)
        folder = model_folder(model)
        self._keys = [UnitKey(found.document, found.unit.label) for found in located]
        self.settings: Mapping[str, object] = {
            "text": "own words",
            "model": model,
            "hybrid": True,
            "versions": {"txtai": version("txtai")},
        }
        with quiet_peer():
            from txtai import Embeddings

            self._index: Any = Embeddings(path=folder, hybrid=True)
        self._index.index((row, found.unit.text, None) for row, found in enumerate(located))

    def answer(self, question: Question) -> Prediction:
        """Return txtai's ranking."""
        hits = self._index.search(question.question, DEPTH)
        return cite_first([Found(self._keys[int(row)], float(score)) for row, score in hits])
