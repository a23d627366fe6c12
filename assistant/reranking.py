"""A second look at the best units, by a model that the index was not made with.

A library of many documents is embedded with a small model alone, since a larger one would take
hours. To read the few best units of a question takes it a tenth of a second, and brings nearly
what an index of both brings (docs/decisions/0017-second-look.md).
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from assistant.calibration import Reranking
from assistant.retrieval import Scores, Signals
from embeddings.library import Library
from embeddings.types import Encoder, Vectors

_KEPT = 4_096
"""Vectors of passages that are kept, the last ones used: six megabytes."""


class Reranker:
    """Puts the best units of a question in a better order.

    Args:
        library: Opened library.
        fitted: How many units are read, and what the second model's cosine is worth.
        open_encoder: Opens the second model, when the first question is asked.
    """

    def __init__(
        self, library: Library, fitted: Reranking, open_encoder: Callable[[], Encoder]
    ) -> None:
        self._library = library
        self.fitted = fitted
        self._open_encoder = open_encoder
        self._kept: OrderedDict[int, npt.NDArray[np.float32]] = OrderedDict()
        self._lock = threading.Lock()

    def rerank(self, texts: Sequence[str], signals: Signals) -> Signals:
        """Return the signals with the second model's cosines of the best units.

        What a cosine adds is counted from the lowest one of these units, so that none of them
        falls behind a unit that was not read.

        Args:
            texts: The question, in one or several readings, which count alike.
            signals: Of all units.
        """
        rows = signals.order()[: self.fitted.units]
        if len(rows) < 2:
            return signals
        cosines = self.cosines(texts, rows, signals)
        second = np.zeros_like(signals.fused)
        second[rows] = cosines - cosines.min()
        fused = signals.fused + np.float32(self.fitted.weight) * second
        return replace(signals, fused=fused, second=second)

    def cosines(self, texts: Sequence[str], rows: npt.NDArray[np.intp], signals: Signals) -> Scores:
        """Return the second model's mean cosine of each unit with the texts, shape (n_rows,).

        Of a unit that is longer than the first model reads, the part that it found nearest is
        compared.

        Args:
            texts: The question, in one or several readings.
            rows: Of the units.
            signals: Of all units, from the first model.
        """
        queries = self._encoder.encode_queries(texts)
        units = self._vectors([self._nearest(int(row), signals.passages) for row in rows])
        found: Scores = (units @ queries.T).mean(axis=1)
        return found

    @cached_property
    def _encoder(self) -> Encoder:
        return self._open_encoder()

    def _nearest(self, row: int, cosines: Scores) -> int:
        """Return the passage of a unit in its context that the first model found nearest."""
        of_unit = self._library.passage_units
        start, end = np.searchsorted(of_unit, [row, row + 1])
        passages = self._library.passages
        places = [at for at in range(start, end) if passages[at].view == "context"]
        return max(places or range(start, end), key=lambda at: float(cosines[at]))

    def _vectors(self, places: Sequence[int]) -> Vectors:
        """Return the second model's vectors of passages, shape (n_places, dim)."""
        with self._lock:
            found = {at: self._kept[at] for at in places if at in self._kept}
        # Each by itself: in a batch all are as long as the longest, and rounding would depend
        # on the company.
        for at in places:
            if at not in found:
                found[at] = self._encoder.encode_passages([self._library.passages[at].text])[0]
        with self._lock:
            for at in places:
                self._kept[at] = found[at]
                self._kept.move_to_end(at)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return np.stack([found[at] for at in places])
