from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from corpus.documents import shipped_report
from corpus.errors import IndexDamagedError, ModelError
from embeddings.encoder_config import is_intact, read_config
from embeddings.encoders import ensure_encoder, export_folder, open_encoder
from embeddings.exported_files import GRAPH_FILE, TENSORS_FILE
from embeddings.models import DEFAULT_MODEL, DEFAULT_SHA256, locate
from embeddings.onnx_encoder import OnnxEncoder
from embeddings.passages import make_passages
from embeddings.sentence_transformer import SentenceTransformerEncoder
from embeddings.types import Encoder

MAX_COSINE_LOSS = 1e-4


@pytest.fixture(scope="module")
def reference() -> SentenceTransformerEncoder:
    return SentenceTransformerEncoder(locate(DEFAULT_MODEL))


def folder_of(home: Path) -> Path:
    return export_folder(home, DEFAULT_MODEL, DEFAULT_SHA256)


def test_vectors_equal_those_of_sentence_transformers_on_every_unit(
    real_encoder: Encoder, reference: SentenceTransformerEncoder
) -> None:
    report = shipped_report()
    texts = sorted(
        {unit.text for unit in report.units}
        | {passage.text for passage in make_passages([report], real_encoder)}
    )
    ours, theirs = real_encoder.encode_passages(texts), reference.encode_passages(texts)
    assert np.sum(ours * theirs, axis=1).min() >= 1 - MAX_COSINE_LOSS


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "Who chaired the meeting?",
        "Qui a présidé la réunion ?",
        "Кто председательствовал?",
        "谁主持了会议",
        "  blanks\tand\nlines  ",
        "one word more " * 300,
        "\x00 control \u200b and 🙂",
    ],
)
def test_a_question_has_the_vector_that_sentence_transformers_gives_it(
    real_encoder: Encoder, reference: SentenceTransformerEncoder, text: str
) -> None:
    (ours,), (theirs,) = real_encoder.encode_queries([text]), reference.encode_queries([text])
    assert float(ours @ theirs) >= 1 - MAX_COSINE_LOSS
    assert real_encoder.count_tokens(text) == reference.count_tokens(text)


def test_the_encoder_says_what_the_model_is(
    real_encoder: Encoder, reference: SentenceTransformerEncoder
) -> None:
    for encoder in (real_encoder, reference):
        assert encoder.name == "all-MiniLM-L6-v2"
        assert encoder.dim == 384
        assert encoder.max_tokens == 256
        assert encoder.weights_sha256 == DEFAULT_SHA256


def test_vectors_are_unit_length_float32_in_the_order_of_the_texts(real_encoder: Encoder) -> None:
    texts = ["a long text about nothing " * (40 - n) for n in range(40)]
    together = real_encoder.encode_passages(texts)
    assert together.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    # Alone there is no padding; the vector must be the same.
    for row in (0, 17, 39):
        (alone,) = real_encoder.encode_passages([texts[row]])
        np.testing.assert_allclose(together[row], alone, atol=1e-5)


def test_no_texts_give_no_vectors(
    real_encoder: Encoder, reference: SentenceTransformerEncoder
) -> None:
    for encoder in (real_encoder, reference):
        assert encoder.encode_queries([]).shape == (0, 384)


def test_what_lies_behind_the_window_does_not_count(real_encoder: Encoder) -> None:
    # 254 words of one token each and two special tokens fill the window of 256.
    start = "word " * 254
    a, b, c = real_encoder.encode_passages([start + "cat", start + "dog", "cat " + start])
    np.testing.assert_allclose(a, b, atol=1e-6)
    assert not np.allclose(a, c, atol=1e-3)
    assert real_encoder.count_tokens(start + "cat dog") == 256


def test_an_exported_model_opens_without_a_new_export(model_home: Path) -> None:
    before = sorted((model_home / "models").rglob("*"))
    encoder = open_encoder(model_home, "sentence-transformers/all-MiniLM-L6-v2", threads=1)
    assert encoder.encode_queries(["a"]).shape == (1, 384)
    stages: list[str] = []
    ensure_encoder(model_home, DEFAULT_MODEL, lambda stage, done, total: stages.append(stage))
    assert stages == []
    assert sorted((model_home / "models").rglob("*")) == before


def test_batches_side_by_side_have_the_vectors_of_one_after_another(model_home: Path) -> None:
    folder = folder_of(model_home)
    texts = [f"{'word ' * (number % 40)}text {number}" for number in range(50)]
    bulk = OnnxEncoder(folder, threads=3, bulk=True).encode_passages(texts)
    np.testing.assert_allclose(bulk, OnnxEncoder(folder).encode_passages(texts), atol=1e-5)


def test_a_model_that_was_not_exported_is_reported_with_its_mend(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="pincite index"):
        open_encoder(tmp_path, DEFAULT_MODEL)


def test_a_cut_export_is_reported_with_its_mend_and_made_again(
    model_home: Path, tmp_path: Path
) -> None:
    folder = folder_of(tmp_path)
    shutil.copytree(folder_of(model_home), folder)
    assert is_intact(folder)
    with (folder / TENSORS_FILE).open("r+b") as stream:
        stream.truncate(1000)
    with pytest.raises(IndexDamagedError, match=r"1,000 bytes.*pincite index"):
        OnnxEncoder(folder)
    encoder = ensure_encoder(tmp_path, DEFAULT_MODEL, lambda stage, done, total: None)
    assert encoder.encode_queries(["a"]).shape == (1, 384)
    assert is_intact(folder)


def test_a_changed_export_of_the_same_size_is_not_intact(model_home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "export"
    shutil.copytree(folder_of(model_home), folder)
    size = read_config(folder).files[GRAPH_FILE].size
    (folder / GRAPH_FILE).write_bytes(b"x" * size)
    assert not is_intact(folder)
    with pytest.raises(ModelError, match=r"Cannot open.*pincite index"):
        OnnxEncoder(folder)


@pytest.mark.parametrize("content", [b"", b"{}", b'{"format_version": 1', b"[1]", b"\xff"])
def test_an_export_that_does_not_describe_itself_is_reported_with_its_mend(
    tmp_path: Path, content: bytes
) -> None:
    with pytest.raises(IndexDamagedError, match=r"encoder\.json.*pincite index"):
        read_config(tmp_path)
    (tmp_path / "encoder.json").write_bytes(content)
    with pytest.raises(IndexDamagedError, match=r"encoder\.json.*pincite index"):
        read_config(tmp_path)
