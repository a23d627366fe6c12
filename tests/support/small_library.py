"""A small library with an encoder that can be checked by eye."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assistant.assistant import Assistant
from assistant.calibration import Calibration
from assistant.settings import Settings
from corpus.documents import make_document
from corpus.readers import source_from_text
from corpus.structure.parse import parse
from corpus.types import Document, Metadata, Rendition
from embeddings.build import build_library
from embeddings.library import open_library
from embeddings.types import Vectors

GARDEN = """\
Report on the garden

I. Fruit

1. Apples were picked in September. They were stored in the cellar.

2. The gardeners shall plant:

(a) pears;

(b) plums, by the wall.

II. Tools

3. The spade was lent to Ms. Olsen. Nobody has seen it since. A new one costs 40 crowns.

4. No meeting was held.
"""

# Synonyms share a dimension, as a real encoder would have it.
WORDS = (
    ("apples", "apple", "fruit"), ("september", "autumn"), ("cellar", "stored"), ("pears", "pear"),
    ("plums", "wall"), ("spade", "shovel", "tools"), ("olsen", "lent", "borrowed"),
    ("costs", "crowns", "price"), ("meeting", "held"),
)  # fmt: skip


class WordEncoder:
    """Counts the words of each group of `WORDS`; questions and passages lean apart a little.

    The last dimension is 0.5 in every question and the one before in every passage, so that a
    question without a word of `WORDS` has the cosine 0 with all passages.
    """

    name = "words"
    dim = len(WORDS) + 2
    weights_sha256 = "0" * 64
    max_tokens = 64

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self._encode(texts, self.dim - 1)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        return self._encode(texts, self.dim - 2)

    def _encode(self, texts: Sequence[str], own: int) -> Vectors:
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        vectors[:, own] = 0.5
        for row, text in enumerate(texts):
            for word in text.lower().translate(str.maketrans("?.,;", "    ")).split():
                for at, group in enumerate(WORDS):
                    vectors[row, at] += word in group
        unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return unit

    def count_tokens(self, text: str) -> int:
        return len(text.split())


def garden(symbol: str = "G/1", text: str = GARDEN) -> Document:
    reading = parse(source_from_text(text))
    return make_document(Metadata(symbol, reading.title), [(Rendition("g.txt", "0" * 64), reading)])


CALIBRATION = Calibration(
    fusion={
        "context": 0.4,
        "sentence": 0.2,
        "coverage": 0.2,
        "lexical_context": 0.2,
    },
    citation_margin=0.02,
    quote_margin=0.0,
    follow_up_share=0.5,
    far_level=0.3,
    # Sure unless the question is far from everything: 2 - 20 * 0.3 = -4 at a cosine of 0.
    confidence={"bias": 2.0, "far_off": -20.0},
    threshold=0.5,
)


def open_garden(home: Path, *documents: Document, **settings: object) -> Assistant:
    """Build a library of some documents (the garden by default) and open an assistant on it."""
    encoder = WordEncoder()
    build_library(home, documents or [garden()], "words", lambda *_: None, encoder=encoder)
    library = open_library(home, "words", encoder=encoder)
    return Assistant(library, Settings(home=home, model="words", **settings), CALIBRATION)
