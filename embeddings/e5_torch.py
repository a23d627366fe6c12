"""Weights of multilingual-e5-small -> a model in torch, to be trained; serving needs none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from embeddings.e5_weights import MATRICES, NORMS, Blocks, E5Weights

if TYPE_CHECKING:
    import torch
    from transformers import BertModel

_DROPOUT = 0.1
"""As the model was trained by its authors; it has no effect while evaluating."""


def make_model(weights: E5Weights) -> BertModel:
    """Return the model with its 4-bit weights, and the changes to them, as 32-bit numbers.

    Its parameters have the names that transformers gives them.
    """
    from transformers import BertConfig, BertModel

    config = BertConfig(
        vocab_size=weights.words,
        hidden_size=weights.dim,
        num_hidden_layers=weights.layers,
        num_attention_heads=weights.heads,
        intermediate_size=weights.inner,
        max_position_embeddings=weights.positions,
        type_vocab_size=weights.types,
        layer_norm_eps=weights.epsilon,
        hidden_dropout_prob=_DROPOUT,
        attention_probs_dropout_prob=_DROPOUT,
    )
    model = BertModel(config, add_pooling_layer=False)
    model.load_state_dict(_parameters(weights))
    return model


def _parameters(weights: E5Weights) -> dict[str, torch.Tensor]:
    import torch

    dim, inner = weights.dim, weights.inner
    found: dict[str, Any] = {
        "embeddings.word_embeddings.weight": _floats(weights.blocks("emb.word", weights.words, dim))
    }
    for name, part, rows in (
        ("position", "pos", weights.positions),
        ("token_type", "type", weights.types),
    ):
        found[f"embeddings.{name}_embeddings.weight"] = weights.floats(f"emb.{part}", rows, dim)
    norms = {"emb.ln": "embeddings.LayerNorm"}
    for layer in range(weights.layers):
        place = f"encoder.layer.{layer}"
        norms |= {f"l{layer}.{part}": f"{place}.{name}" for part, name in NORMS.items()}
        for part, name in MATRICES.items():
            rows, columns = {"fi": (inner, dim), "fo": (dim, inner)}.get(part, (dim, dim))
            found[f"{place}.{name}.weight"] = _matrix(weights, f"l{layer}.{part}.w", rows, columns)
            found[f"{place}.{name}.bias"] = weights.floats(f"l{layer}.{part}.b", rows)
    for part, name in norms.items():
        found[f"{name}.weight"] = weights.floats(f"{part}.w", dim)
        found[f"{name}.bias"] = weights.floats(f"{part}.b", dim)
    return {name: torch.from_numpy(values) for name, values in found.items()}


def _matrix(weights: E5Weights, name: str, rows: int, columns: int) -> npt.NDArray[np.float32]:
    matrix = _floats(weights.blocks(name, rows, columns))
    change = weights.change(name)
    return matrix if change is None else matrix + change[0] @ change[1]


def _floats(blocks: Blocks) -> npt.NDArray[np.float32]:
    levels = np.concatenate([blocks.nibbles & 15, blocks.nibbles >> 4], axis=-1)
    values: npt.NDArray[np.float32] = levels.astype(np.float32)
    values = (values - 8) * blocks.scales.astype(np.float32)[..., np.newaxis]
    return values.reshape(len(values), -1)
