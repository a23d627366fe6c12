"""Cosines worked out by hand with the encoder of `tests.support.small_library`."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.retrieval import SIGNALS, VIEWS, Retriever, Signals
from corpus.types import Document, Heading, Metadata, Rendition, Unit
from embeddings.build import build_library
from embeddings.library import Library, open_library
from tests.support.small_library import WordEncoder


def unit(label: str, text: str, *headings: str) -> Unit:
    return Unit(label, "paragraph", f"{label}.", text, "", headings, 1, 0, len(text), None, 3)


UNITS = (
    unit("1", "Pears. Plums.", "Tools"),
    unit("2", "Plums.", "Tools"),
    unit("3", "", "Plums"),
    unit("4", ""),
    unit("5", "Plums."),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    home: Path = tmp_path_factory.mktemp("units")
    made = Document(
        metadata=Metadata("U/1", "Units"),
        renditions=(Rendition("u.txt", "0" * 64),),
        text="\n".join(one.text for one in UNITS),
        headings=(Heading("Tools", 1, 0, 5),),
        units=UNITS,
        problems=(),
        content_hash="u",
    )
    encoder = WordEncoder()
    build_library(home, [made], "words", lambda *_: None, encoder=encoder)
    return open_library(home, "words", encoder=encoder)


def signals(library: Library, question: str, **weights: float) -> Signals:
    vector = library.encoder.encode_queries([question])[0]
    return Retriever(library, weights).signals(question, vector)


def test_a_unit_scores_as_its_best_passage_of_each_view(library: Library) -> None:
    found = signals(library, "plums").by_name
    assert tuple(found) == SIGNALS
    assert VIEWS == ("context", "sentence")
    # The question is (plums 1, question 0.5) / root of 1.25. Against it stand
    alone = 1 / 1.25  # (plums 1, passage 0.5) / root of 1.25,
    tools = 1 / np.sqrt(1.25 * 2.25)  # (tools 1, plums 1, 0.5) / root of 2.25,
    pears = 1 / np.sqrt(1.25 * 3.25)  # (tools 1, pears 1, plums 1, 0.5) / root of 3.25.
    assert found["context"] == pytest.approx([pears, tools, alone, 0, alone])
    # The only sentence of a unit is its sentence; a unit without words has context alone, and
    # one without either is near nothing.
    assert found["sentence"] == pytest.approx([alone, alone, alone, 0, alone])


def test_every_unit_has_every_signal_and_a_place(library: Library) -> None:
    found = signals(library, "spade", context=0.5, sentence=0.5)
    assert all(np.isfinite(scores).all() for scores in found.by_name.values())
    assert len(found.order()) == len(UNITS)
