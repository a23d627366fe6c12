"""The reranker as a model in torch, to be trained; serving needs none."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from embeddings.reranker.llama import WORDS, Llama

if TYPE_CHECKING:
    import torch
    from transformers import LlamaForCausalLM

_MATRICES = (
    *(f"self_attn.{part}_proj" for part in "qkvo"),
    *(f"mlp.{part}_proj" for part in ("gate", "up", "down")),
)
"""Of each layer: those that are fitted."""


def make_model(model: Llama) -> LlamaForCausalLM:
    """Return the model with all its weights as 32-bit numbers."""
    import torch
    from transformers import LlamaConfig, LlamaForCausalLM

    tensors = model.tensors
    config = LlamaConfig(
        vocab_size=len(tensors[WORDS]),
        hidden_size=model.dim,
        intermediate_size=len(tensors["model.layers.0.mlp.up_proj.weight"]),
        num_hidden_layers=model.layers,
        num_attention_heads=model.heads,
        num_key_value_heads=model.key_heads,
        rms_norm_eps=model.epsilon,
        rope_parameters={"rope_type": "default", "rope_theta": model.turn},
        tie_word_embeddings=True,
    )
    made = LlamaForCausalLM(config)
    stored = {name: torch.from_numpy(value) for name, value in tensors.items()}
    missing, unknown = made.load_state_dict(stored, strict=False)
    assert not unknown and set(missing) <= {"lm_head.weight"}
    made.tie_weights()
    return made


def add_low_rank(model: LlamaForCausalLM, rank: int) -> dict[str, tuple[Any, Any]]:
    """Freeze a model and put matrices of low rank beside those of its layers (E. Hu et al. 2021).

    The right one of each pair is drawn by chance and the left one is 0, so that the model is at
    first what it was.

    Returns:
        The left and the right one of each pair, by the name of the weight that they are added to.
    """
    import torch

    for weight in model.parameters():
        weight.requires_grad_(False)
    pairs: dict[str, tuple[Any, Any]] = {}
    for at, layer in enumerate(model.model.layers):
        for name in _MATRICES:
            linear = layer.get_submodule(name)
            assert isinstance(linear, torch.nn.Linear)
            right = torch.nn.Linear(linear.in_features, rank, bias=False)
            left = torch.nn.Linear(rank, linear.out_features, bias=False)
            torch.nn.init.normal_(right.weight, std=1 / math.sqrt(linear.in_features))
            torch.nn.init.zeros_(left.weight)
            linear.register_forward_hook(_added(left, right))
            pairs[f"model.layers.{at}.{name}.weight"] = (left, right)
    return pairs


def _added(left: torch.nn.Module, right: torch.nn.Module) -> Any:  # noqa: ANN401 (a hook)
    def add(_module: torch.nn.Module, inputs: tuple[torch.Tensor], output: torch.Tensor) -> Any:  # noqa: ANN401
        return output + left(right(inputs[0]))

    return add
