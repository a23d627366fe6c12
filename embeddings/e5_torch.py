"""multilingual-e5-small as a model in torch, to be trained; serving needs none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from embeddings.bert import WORDS, Bert, Blocks

if TYPE_CHECKING:
    from transformers import BertModel

_DROPOUT = 0.1
"""As the model was trained by its authors; it has no effect while evaluating."""


def make_model(weights: Bert) -> BertModel:
    """Return the model with all its weights as 32-bit numbers."""
    import torch
    from transformers import BertConfig, BertModel

    words = weights.words.floats() if isinstance(weights.words, Blocks) else weights.words
    tensors = weights.tensors
    config = BertConfig(
        vocab_size=len(words),
        hidden_size=weights.dim,
        num_hidden_layers=weights.layers,
        num_attention_heads=weights.heads,
        intermediate_size=len(tensors["encoder.layer.0.intermediate.dense.bias"]),
        max_position_embeddings=len(tensors["embeddings.position_embeddings.weight"]),
        type_vocab_size=len(tensors["embeddings.token_type_embeddings.weight"]),
        layer_norm_eps=weights.epsilon,
        hidden_dropout_prob=_DROPOUT,
        attention_probs_dropout_prob=_DROPOUT,
    )
    model = BertModel(config, add_pooling_layer=False)
    parameters = {WORDS: words, **tensors}
    model.load_state_dict({name: torch.from_numpy(value) for name, value in parameters.items()})
    return model
