"""Exports the reranker, without torch, as a graph in 8 bits."""

from __future__ import annotations

import importlib.metadata
from pathlib import Path

from embeddings.durable import new_folder, sync_folder
from embeddings.exported_files import TOKENIZER_FILE, describe_files, save_graph
from embeddings.reranker.config import FORMAT_VERSION, RerankerConfig, write_config
from embeddings.reranker.graph import make_graph
from embeddings.reranker.llama import read_llama
from embeddings.reranker.source import NAME, PACKAGE, RerankerSource
from embeddings.reranker.tokenizer import make_tokenizer

PROMPT = "\n\nQuestion:"
TEXT_TOKENS, QUESTION_TOKENS = 180, 40
"""What the model has been fitted with; more of a unit takes longer to read."""
_ROOM = 512
"""Most tokens of a text, its prompt and a question: more than those together."""


def export_reranker(source: RerankerSource, weights_sha256: str, folder: Path) -> None:
    """Export the model into a folder, which is there whole or not at all.

    Args:
        source: From `source.locate_reranker`.
        weights_sha256: From `source.hash_reranker`.
        folder: Replaced if it is there.

    Raises:
        ModelError: The weights or the changes cannot be read.
    """
    model = read_llama(source.weights, source.changes, PACKAGE)
    with new_folder(folder) as temporary:
        save_graph(make_graph(model, _ROOM), temporary)
        make_tokenizer(model).save(str(temporary / TOKENIZER_FILE), pretty=False)
        config = RerankerConfig(
            format_version=FORMAT_VERSION,
            name=NAME,
            text_tokens=TEXT_TOKENS,
            question_tokens=QUESTION_TOKENS,
            prompt=PROMPT,
            weights_sha256=weights_sha256,
            versions={
                name: importlib.metadata.version(name) for name in ("gguf", "onnx", "onnxruntime")
            },
            files=describe_files(temporary),
        )
        write_config(temporary, config)
        sync_folder(temporary)
