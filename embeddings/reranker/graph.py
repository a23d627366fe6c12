"""A language model of Llama's make -> a graph that onnxruntime multiplies as 8-bit integers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from embeddings.graph_maker import FLOAT, INT32, INT64, OWN, GraphMaker
from embeddings.reranker.llama import WORDS, Llama
from embeddings.rounding import in_bytes

if TYPE_CHECKING:
    from onnx import ModelProto

IDS, LAST, LENGTH, PLACES, WANTED = "input_ids", "last_place", "length", "places", "wanted"
"""The inputs: tokens, shape (n_texts, n_tokens); the place of each text's last one, (n_texts,);
how many there are, (1,); row and place of the tokens after which something is wanted,
(n_wanted, 2); and the ids wanted there, (n_wanted, 1). The place of the last one and how many there
are count what is kept of the texts' beginnings, the tokens and their places do not."""
OUTPUT = "log_probability"
"""Of each wanted token, given what stands before it; shape (n_wanted, 1)."""


KEPT = "kept."
"""Begins the names of the other inputs: each layer's keys and values of the texts' beginnings,
shape (n_texts, key_heads, n_kept, head_size), n_kept being 0 where all tokens are given. The
outputs after the first are the same of all tokens, in the same order."""


def make_graph(model: Llama, longest: int) -> ModelProto:
    """Return the graph from tokens to the log-probabilities of some of them.

    Args:
        model: The weights.
        longest: Most tokens that a text will have.
    """
    return _Maker(model).make(longest)


class _Maker(GraphMaker):
    def __init__(self, model: Llama) -> None:
        super().__init__(model.tensors)
        self._model = model
        self._seen: list[str] = []

    def make(self, longest: int) -> ModelProto:
        state = self._words()
        self._turns(longest)
        for layer in range(self._model.layers):
            state = self._layer(f"model.layers.{layer}", state)
        self._predict(state)
        inputs = [
            self.value(IDS, INT64, ["texts", "tokens"]),
            self.value(LAST, INT32, ["texts"]),
            self.value(LENGTH, INT32, [1]),
            self.value(PLACES, INT64, ["places", 2]),
            self.value(WANTED, INT64, ["places", 1]),
            *(self._keys_or_values(f"{KEPT}{name}", "kept") for name in self._seen),
        ]
        outputs = [
            self.value(OUTPUT, FLOAT, ["places", 1]),
            *(self._keys_or_values(name, "all") for name in self._seen),
        ]
        return self.model("llama", inputs, outputs)

    def _keys_or_values(self, name: str, tokens: str) -> Any:  # noqa: ANN401 (onnx's)
        size = self._model.dim // self._model.heads
        return self.value(name, FLOAT, ["texts", self._model.key_heads, tokens, size])

    def _words(self) -> str:
        """Look up the tokens' vectors, which are stored in 8 bits as the published ones are."""
        levels, scales = in_bytes(self._model.tensors[WORDS])
        self.node("Gather", [self.tensor("words", levels), IDS], "levels")
        self.node("Cast", ["levels"], "numbers", to=FLOAT)
        self.node("Gather", [self.tensor("word_scales", scales[:, np.newaxis]), IDS], "sizes")
        return self.node("Mul", ["numbers", "sizes"], "tokens")

    def _turns(self, longest: int) -> None:
        """Store by how much each pair of numbers is turned at each place (J. Su et al. 2021)."""
        size = self._model.dim // self._model.heads
        speeds = 1 / self._model.turn ** (np.arange(0, size, 2) / size)
        angles = np.arange(longest)[:, np.newaxis] * speeds
        self.tensor("cosines", np.cos(angles).astype(np.float32))
        self.tensor("sines", np.sin(angles).astype(np.float32))

    def _layer(self, layer: str, state: str) -> str:
        attention, inner = f"{layer}.self_attn", f"{layer}.mlp"
        normal = self._normalised(f"{layer}.input_layernorm", state)
        parts = [self.product(f"{attention}.{part}_proj", normal) for part in "qkv"]
        seen_here = [f"{attention}.keys", f"{attention}.values"]
        self._seen += seen_here
        seen = self.node(
            "GroupQueryAttention",
            [*parts, *(f"{KEPT}{name}" for name in seen_here), LAST, LENGTH, "cosines", "sines"],
            f"{attention}.seen",
            OWN,
            further=seen_here,
            num_heads=self._model.heads,
            kv_num_heads=self._model.key_heads,
            do_rotary=1,
        )
        change = self.product(f"{attention}.o_proj", seen)
        state = self.node("Add", [state, change], f"{attention}.sum")
        normal = self._normalised(f"{layer}.post_attention_layernorm", state)
        gate = self.product(f"{inner}.gate_proj", normal)
        wide = self.product(f"{inner}.up_proj", normal)
        self.node("Sigmoid", [gate], f"{inner}.open")
        self.node("Mul", [gate, f"{inner}.open"], f"{inner}.gate")
        self.node("Mul", [f"{inner}.gate", wide], f"{inner}.gated")
        change = self.product(f"{inner}.down_proj", f"{inner}.gated")
        return self.node("Add", [state, change], f"{inner}.sum")

    def _normalised(self, name: str, state: str) -> str:
        inputs = [state, self.own(f"{name}.weight")]
        settings: dict[str, Any] = {"epsilon": self._model.epsilon, "stash_type": FLOAT}
        return self.node("SimplifiedLayerNormalization", inputs, f"{name}.y", axis=-1, **settings)

    def _predict(self, state: str) -> None:
        self.node("GatherND", [state, PLACES], "found")
        normal = self._normalised("model.norm", "found")
        # A product's rows are texts and tokens; here each wanted place is a text of one token.
        self.node("Unsqueeze", [normal, self.whole("middle", [1])], "asked")
        odds = self.product(WORDS.removesuffix(".weight"), "asked")
        self.node("Squeeze", [odds, self.whole("middle", [1])], "odds")
        last = self.whole("last_axis", [-1])
        self.node("ReduceLogSumExp", ["odds", last], "sum", keepdims=1)
        self.node("GatherElements", ["odds", WANTED], "own_odds", axis=-1)
        self.node("Sub", ["own_odds", "sum"], OUTPUT)
