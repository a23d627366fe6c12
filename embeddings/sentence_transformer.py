"""Runs a model with sentence-transformers itself: the reference that serving is checked against.

This module and `export` are the only ones that import torch and sentence_transformers, and
only when they are used.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from corpus.errors import ModelError
from embeddings.models import ModelSource, hash_weights, locate
from embeddings.types import Vectors

if TYPE_CHECKING:
    import torch

_LONGEST = 100_000
"""Tokenizers without a limit of their own report about 1e30."""


class SentenceTransformerEncoder:
    """Encodes with any model that sentence-transformers can load.

    Args:
        source: From `models.locate`.
        device: A torch device.
        attention: Implementation of attention that transformers should use; None leaves it
            the choice.

    Raises:
        ModelError: The model cannot be loaded, or its weights are not the published ones.
    """

    def __init__(
        self, source: ModelSource, *, device: str = "cpu", attention: str | None = None
    ) -> None:
        if source.folder is not None:
            self._weights_sha256 = hash_weights(source)
        self.model = _load(source, device, attention)
        if source.folder is None:
            # The loader has just brought the files into its cache.
            source = locate(source.name)
            self._weights_sha256 = hash_weights(source)
        self.source = source
        prompts: dict[str, str] = dict(self.model.prompts or {})
        self.query_prompt = prompts.get("query", "")
        # The order in which SentenceTransformer.encode_document looks for its prompt.
        names = [name for name in ("document", "passage", "corpus") if name in prompts]
        self.passage_prompt = prompts[names[0]] if names else ""
        self._dim = int(self.encode_queries([""]).shape[1])

    @property
    def name(self) -> str:
        """The model's canonical name."""
        return self.source.name

    @property
    def dim(self) -> int:
        """Length of a vector."""
        return self._dim

    @property
    def weights_sha256(self) -> str:
        """Of the model's weights file."""
        return self._weights_sha256

    @property
    def input_tokens(self) -> int:
        """Longest input the model reads, special tokens and prompt included."""
        config = getattr(self.model[0].auto_model, "config", None)
        limits = [self.model.max_seq_length, getattr(config, "max_position_embeddings", None)]
        known = [int(limit) for limit in limits if limit is not None and limit < _LONGEST]
        return min(known, default=_LONGEST)

    @property
    def max_tokens(self) -> int:
        """Longest text the model reads, its special tokens included, its prompt left out."""
        longest = max(self.query_prompt, self.passage_prompt, key=len)
        return self.input_tokens - self.count_tokens(longest)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one unit-length vector a question, shape (n_texts, dim)."""
        return self._unit(texts, self.model.encode_query)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return one unit-length vector a passage, shape (n_texts, dim)."""
        return self._unit(texts, self.model.encode_document)

    def count_tokens(self, text: str) -> int:
        """Return the length of a text in the model's own tokens, special tokens left out."""
        tokens = self.model.tokenizer.encode(text, add_special_tokens=False, verbose=False)
        return len(tokens)

    def _unit(self, texts: Sequence[str], encode: Any) -> Vectors:  # noqa: ANN401
        if not texts:
            return np.empty((0, self._dim), dtype=np.float32)
        vectors = encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.ascontiguousarray(vectors, dtype=np.float32)


def _load(source: ModelSource, device: str, attention: str | None) -> Any:  # noqa: ANN401
    from sentence_transformers import SentenceTransformer

    local = source.folder is not None
    try:
        with quiet_loading():
            model = SentenceTransformer(
                str(source.folder or source.name),
                device=device,
                local_files_only=local,
                model_kwargs={"attn_implementation": attention} if attention else None,
            )
        if source.changes is not None:
            add_changes(cast("torch.nn.Module", model[0].auto_model), source.changes)
        return model
    except Exception as error:  # Loaders raise whatever the libraries below them raise.
        reason = (str(error).strip() or type(error).__name__).splitlines()[0][:200]
        raise ModelError(
            f"Cannot load the model {source.name!r}: {reason} Give a folder that "
            "SentenceTransformer.save wrote: PINCITE_MODEL"
            if local
            else f"Cannot load the model {source.name!r}: {reason} Give a folder that holds it, "
            "or a name that is in the Hugging Face cache: PINCITE_MODEL"
        ) from error


def add_changes(model: torch.nn.Module, changes: Path) -> None:
    """Add stored changes to a model's weights, in place.

    Args:
        model: Has every parameter that the file names.
        changes: A safetensors file, laid out as `embeddings.low_rank` says, in half precision.
    """
    import torch
    from safetensors.torch import load_file

    stored = load_file(changes)
    weights = dict(model.named_parameters())
    with torch.no_grad():
        for name, tensor in stored.items():
            if name.endswith(".left"):
                matrix = name.removesuffix(".left")
                weights[matrix].add_(tensor.float() @ stored[f"{matrix}.right"].float())
            elif not name.endswith(".right"):
                weights[name].add_(tensor.float())


@contextmanager
def quiet_loading() -> Iterator[None]:
    """Keep transformers from drawing a bar while a block loads a model."""
    from transformers.utils import logging

    shown = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        yield
    finally:
        if shown:
            logging.enable_progress_bar()  # type: ignore[no-untyped-call]
