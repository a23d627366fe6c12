"""A fake encoder that can be checked by eye, small documents, and the real model once."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest

from corpus.types import Document, Heading, Metadata, Problem, Rendition, Unit
from embeddings.encoders import ensure_encoder
from embeddings.models import DEFAULT_MODEL
from embeddings.types import Encoder, Vectors
from tests.support.once import made_once

# Read when huggingface_hub is imported, so it is set before any test can do that.
os.environ.setdefault("HF_HUB_OFFLINE", "1")

MakeDocument = Callable[..., Document]


class FakeEncoder:
    """Counts first letters: a is dimension 0 … z is 25, anything else 26; then unit length.

    "an apple bought" is (2, 1, 0, …) / √5. One word is one token. A text without a word is
    the unit vector of dimension 26.
    """

    def __init__(self, *, name: str = "fake", max_tokens: int = 12, weights: str = "f") -> None:
        self.name = name
        self.dim = 27
        self.weights_sha256 = weights * 64
        self.max_tokens = max_tokens
        self.encoded: list[str] = []

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split() or ["?"]:
                vectors[row, "abcdefghijklmnopqrstuvwxyz".find(word[0])] += 1
        unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return unit

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        self.encoded += texts
        return self.encode_queries(texts)

    def count_tokens(self, text: str) -> int:
        return len(text.split())


def document(
    symbol: str = "A/1",
    units: Mapping[str, str] | None = None,
    *,
    headings: tuple[str, ...] = ("Opening",),
    lead_in: str = "",
) -> Document:
    """Make a document whose units stand under the same headings and lead-in."""
    given = units if units is not None else {"1": "The cat sat.", "2": "A dog ran. It barked."}
    return Document(
        metadata=Metadata(symbol=symbol, title=f"Title of {symbol}"),
        renditions=(Rendition("a.txt", "0" * 64),),
        text="\n".join(given.values()),
        headings=(Heading("Opening", 1, 0, 7),),
        units=tuple(
            Unit(label, "paragraph", f"{label}.", text, lead_in, headings, 1, 0, len(text), None, 3)
            for label, text in given.items()
        ),
        problems=(Problem("gap", "2", "Nothing between 2 and 4."),),
        content_hash="/".join([symbol, *given.values()]),
    )


@pytest.fixture
def fake() -> FakeEncoder:
    return FakeEncoder()


@pytest.fixture
def make_encoder() -> Callable[..., FakeEncoder]:
    return FakeEncoder


@pytest.fixture
def make_document() -> MakeDocument:
    return document


@pytest.fixture(scope="session")
def model_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory that holds the export of the default model."""

    def export(home: Path) -> None:
        ensure_encoder(home, DEFAULT_MODEL, lambda stage, done, total: None)

    return made_once(tmp_path_factory, "model", export)


@pytest.fixture(scope="session")
def real_encoder(model_home: Path) -> Encoder:
    return ensure_encoder(model_home, DEFAULT_MODEL, lambda stage, done, total: None)
