"""What the embeddings own: passages, the encoder protocol, and scored passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
"""Unit-length float32 rows, shape (n_texts, dim)."""

View = Literal["context", "sentence"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that is embedded; it maps to exactly one unit.

    Attributes:
        document: Symbol of the document.
        label: Label of the unit.
        view: ``context`` (the unit's words after heading path and lead-in) or ``sentence`` (one
            sentence of the unit); either in windows where it is longer than the model reads.
        text: What is embedded.
        start: Offset of the unit's words covered, in ``unit.text``.
        end: Offset behind the last one.
    """

    document: str
    label: str
    view: View
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage found by one index.

    Attributes:
        row: Position of the passage in the library's list of passages.
        score: Higher is better.
        rank: From 1.
    """

    row: int
    score: float
    rank: int


class Encoder(Protocol):
    """Turns texts into unit-length vectors."""

    @property
    def name(self) -> str:
        """The model's name or path, as given in the settings."""
        ...

    @property
    def dim(self) -> int:
        """Length of a vector."""
        ...

    @property
    def weights_sha256(self) -> str:
        """Of the model's weights file, in hexadecimal."""
        ...

    @property
    def max_tokens(self) -> int:
        """Longest text the model reads, its special tokens included."""
        ...

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one vector a question, shape (n_texts, dim)."""
        ...

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return one vector a passage, shape (n_texts, dim)."""
        ...

    def count_tokens(self, text: str) -> int:
        """Return the length of a text in the model's own tokens, special tokens left out."""
        ...
