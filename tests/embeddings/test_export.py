"""Models of other kinds, small and random: what is not in the default model is exported too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from corpus.errors import ModelError
from embeddings.encoders import ensure_encoder
from embeddings.models import locate
from embeddings.onnx_encoder import OnnxEncoder
from embeddings.sentence_transformer import SentenceTransformerEncoder

TEXTS = ("cat", "", "dog cat bird", "cat " * 50, "query passage dog")


def save_model(folder: Path, *, pooling: str, include_prompt: bool = True) -> None:
    """Save a DistilBERT of 16 dims with a dense layer, prompts and a window of 12 tokens.

    It has no segment ids, no normalisation, and another dim than its transformer.
    """
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Dense, Pooling, Transformer
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace
    from tokenizers.processors import TemplateProcessing
    from transformers import DistilBertConfig, DistilBertModel, PreTrainedTokenizerFast, set_seed

    set_seed(7)
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "cat", "dog", "bird", "query", "passage", ":"]
    tokenizer = Tokenizer(WordLevel({w: at for at, w in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    transformer = folder.parent / "transformer"
    config = DistilBertConfig(
        vocab_size=len(words), dim=16, n_heads=2, n_layers=2, hidden_dim=32,
        max_position_embeddings=12,
    )  # fmt: skip
    DistilBertModel(config).save_pretrained(transformer)
    PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=tokenizer,
        pad_token="[PAD]",
        unk_token="[UNK]",
        cls_token="[CLS]",
        sep_token="[SEP]",
        model_max_length=12,
        model_input_names=["input_ids", "attention_mask"],
    ).save_pretrained(transformer)
    modules: list[Any] = [
        Transformer(str(transformer)),
        Pooling(16, pooling_mode=pooling, include_prompt=include_prompt),
        Dense(16, 8),
    ]
    prompts = {"query": "query : ", "passage": "passage : "}
    SentenceTransformer(modules=modules, prompts=prompts, device="cpu").save(str(folder))


@pytest.mark.parametrize("pooling", ["cls", "mean", "max"])
def test_a_model_of_another_kind_is_exported_whole(tmp_path: Path, pooling: str) -> None:
    folder = tmp_path / "my model"
    save_model(folder, pooling=pooling)
    exported = ensure_encoder(tmp_path, str(folder), lambda stage, done, total: None)
    reference = SentenceTransformerEncoder(locate(str(folder)))
    assert isinstance(exported, OnnxEncoder)
    assert exported.config.pooling == pooling
    assert exported.config.inputs == ("input_ids", "attention_mask")
    assert exported.name == str(folder.resolve())
    assert exported.dim == reference.dim == 8
    # The window of 12 less a prompt of two words.
    assert exported.max_tokens == reference.max_tokens == 10
    np.testing.assert_allclose(
        exported.encode_queries(TEXTS), reference.encode_queries(TEXTS), atol=1e-5
    )
    np.testing.assert_allclose(
        exported.encode_passages(TEXTS), reference.encode_passages(TEXTS), atol=1e-5
    )
    # The prompts differ, and so must the vectors.
    assert not np.allclose(exported.encode_queries(TEXTS), exported.encode_passages(TEXTS))


def test_progress_reports_the_export_alone(tmp_path: Path) -> None:
    save_model(tmp_path / "model", pooling="mean")
    stages: list[tuple[str, int, int]] = []
    for _ in range(2):
        ensure_encoder(tmp_path, str(tmp_path / "model"), lambda *step: stages.append(step))
    assert stages == [("exporting the model", 0, 1), ("exporting the model", 1, 1)]


def test_an_export_that_differs_from_the_model_is_refused_and_leaves_nothing(
    tmp_path: Path,
) -> None:
    # This model leaves its prompt out of the mean, which a graph of token ids cannot know.
    save_model(tmp_path / "model", pooling="mean", include_prompt=False)
    with pytest.raises(ModelError, match=r"differs from the model.*PINCITE_MODEL"):
        ensure_encoder(tmp_path, str(tmp_path / "model"), lambda stage, done, total: None)
    assert list((tmp_path / "models").iterdir()) == []


def test_the_export_says_what_it_was_made_from(model_home: Path) -> None:
    (path,) = (model_home / "models").glob("*/encoder.json")
    said = json.loads(path.read_text())
    assert path.parent.name == "all-MiniLM-L6-v2-53aa51172d14"
    assert said["name"] == "all-MiniLM-L6-v2"
    assert (said["dim"], said["max_tokens"]) == (384, 256)
    assert (said["pooling"], said["normalise"]) == ("mean", True)
    assert (said["query_prompt"], said["passage_prompt"]) == ("", "")
    for name, stored in said["files"].items():
        assert (path.parent / name).stat().st_size == stored["size"]
