"""An encoder that can be checked by eye."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from embeddings.types import Vectors


class Letters:
    """Counts letters: enough to find look-alikes with."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        rows = [
            [text.count(letter) + 0.1 for letter in "abcdefghijklmnopqrstuvw"] for text in texts
        ]
        found = np.array(rows, dtype=np.float32)
        unit: Vectors = found / np.linalg.norm(found, axis=1, keepdims=True)
        return unit

    encode_passages = encode_queries
