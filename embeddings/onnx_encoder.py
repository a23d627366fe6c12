"""Serves an exported model with onnxruntime; torch is never imported."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from embeddings.encoder_config import read_config
from embeddings.onnx_session import open_session, stated, usable_cores
from embeddings.text_tokenizer import open_tokenizer
from embeddings.types import Vectors

BATCH_SIZE = 4
"""Larger batches take longer a text: their numbers no longer fit into a core's cache."""


class OnnxEncoder:
    """Encodes with the graph that `export` wrote; pooling and normalisation lie inside it.

    Args:
        folder: The export.
        threads: Threads to encode with; 0 takes the cores this process may use.
        bulk: Whether many texts will be encoded at a time. Batches then run side by side, each
            on one thread, which takes a sixth less of the cores' time than sharing each batch
            out among them; one text alone would be slower.

    Raises:
        IndexDamagedError: A file of the export is missing or cut short.
        ModelError: It cannot be opened.
    """

    def __init__(self, folder: Path, *, threads: int = 0, bulk: bool = False) -> None:
        self.config = read_config(folder)
        threads = threads or usable_cores()
        self._at_once = threads if bulk else 1
        self._folder = folder
        with stated(folder):
            self._tokenizer = open_tokenizer(folder)
        self._session = open_session(folder, 1 if bulk else threads)

    @property
    def name(self) -> str:
        """The model's canonical name."""
        return self.config.name

    @property
    def dim(self) -> int:
        """Length of a vector."""
        return self.config.dim

    @property
    def weights_sha256(self) -> str:
        """Of the model's weights file."""
        return self.config.weights_sha256

    @cached_property
    def max_tokens(self) -> int:
        """Longest text the model reads, its special tokens included, its prompt left out."""
        longest = max(self.config.query_prompt, self.config.passage_prompt, key=len)
        return self.config.max_tokens - self.count_tokens(longest)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one unit-length vector a question, shape (n_texts, dim)."""
        return self._encode([self.config.query_prompt + text for text in texts])

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return one unit-length vector a passage, shape (n_texts, dim)."""
        return self._encode([self.config.passage_prompt + text for text in texts])

    def count_tokens(self, text: str) -> int:
        """Return the length of a text in the model's own tokens, special tokens left out."""
        with stated(self._folder):
            return self._tokenizer.count(text)

    def _encode(self, texts: list[str]) -> Vectors:
        vectors = np.empty((len(texts), self.dim), dtype=np.float32)
        with stated(self._folder):
            tokens = self._tokenizer.encode(texts, self.config.max_tokens)
        # Texts of like length share a batch, so that little of it is padding.
        order = sorted(range(len(texts)), key=lambda at: len(tokens[at]))
        batches = [order[at : at + BATCH_SIZE] for at in range(0, len(order), BATCH_SIZE)]

        def forward(rows: list[int]) -> Vectors:
            return self._forward([tokens[at] for at in rows])

        if self._at_once == 1:
            for rows in batches:
                vectors[rows] = forward(rows)
            return vectors
        with ThreadPoolExecutor(self._at_once) as pool:
            for rows, found in zip(batches, pool.map(forward, batches), strict=True):
                vectors[rows] = found
        return vectors

    def _forward(self, tokens: list[list[int]]) -> Vectors:
        shape = (len(tokens), max(map(len, tokens)))
        ids = np.full(shape, self.config.pad_id, dtype=np.int64)
        mask = np.zeros(shape, dtype=np.int64)
        for row, found in enumerate(tokens):
            first = shape[1] - len(found) if self.config.pad_left else 0
            ids[row, first : first + len(found)] = found
            mask[row, first : first + len(found)] = 1
        feed: dict[str, npt.NDArray[np.int64]] = {
            "input_ids": ids,
            "attention_mask": mask,
            "token_type_ids": np.where(mask == 1, 0, self.config.pad_type_id),
        }
        (vectors,) = self._session.run(None, {name: feed[name] for name in self.config.inputs})
        return np.asarray(vectors, dtype=np.float32)
