"""A model of BERT's make -> a graph that onnxruntime multiplies as 8-bit integers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from embeddings.bert import Bert, Blocks
from embeddings.graph_maker import FLOAT, INT32, INT64, OWN, GraphMaker

if TYPE_CHECKING:
    from onnx import ModelProto

INPUTS = ("input_ids", "attention_mask")
OUTPUT = "embedding"


def make_graph(model: Bert) -> ModelProto:
    """Return the graph from token ids and mask, shape (n_texts, n_tokens), to unit vectors."""
    return _Maker(model).make()


class _Maker(GraphMaker):
    def __init__(self, model: Bert) -> None:
        super().__init__(model.tensors)
        self._model = model

    def make(self) -> ModelProto:
        state = self._embeddings()
        self.node("Cast", [INPUTS[1]], "mask", to=INT32)
        for layer in range(self._model.layers):
            state = self._layer(f"encoder.layer.{layer}", state)
        self._pool(state)
        inputs = [self.value(name, INT64, ["batch", "sequence"]) for name in INPUTS]
        return self.model("bert", inputs, [self.value(OUTPUT, FLOAT, ["batch", self._model.dim])])

    def _embeddings(self) -> str:
        words = self._model.words
        tokens = self._unpacked(words) if isinstance(words, Blocks) else self._looked_up(words)
        # All texts are of the first segment.
        tensors = self._model.tensors
        segment = tensors["embeddings.token_type_embeddings.weight"][0]
        places = self.tensor("places", tensors["embeddings.position_embeddings.weight"] + segment)
        first = self.whole("first", [0])
        self.node("Shape", [INPUTS[0]], "length", start=1, end=2)
        self.node("Slice", [places, first, "length", first], "placed")
        self.node("Add", [tokens, "placed"], "embedded")
        return self._normalised("embeddings.LayerNorm", "embedded")

    def _looked_up(self, words: npt.NDArray[np.float32]) -> str:
        return self.node("Gather", [self.tensor("words", words), INPUTS[0]], "tokens")

    def _unpacked(self, words: Blocks) -> str:
        self.node("Gather", [self.tensor("words", words.nibbles), INPUTS[0]], "pairs")
        scales = self.tensor("word_scales", words.scales[..., np.newaxis])
        self.node("Gather", [scales, INPUTS[0]], "halves")
        self.node("Cast", ["halves"], "scales", to=FLOAT)
        low = self.tensor("low", np.array([15], np.uint8))
        high = self.tensor("high", np.array([4], np.uint8))
        self.node("BitwiseAnd", ["pairs", low], "lower")
        self.node("BitShift", ["pairs", high], "upper", direction="RIGHT")
        self.node("Concat", ["lower", "upper"], "nibbles", axis=-1)
        self.node("Cast", ["nibbles"], "raised", to=FLOAT)
        self.node("Sub", ["raised", self.number("eight", 8)], "levels")
        self.node("Mul", ["levels", "scales"], "blocks")
        shape = self.whole("token", [0, 0, self._model.dim])
        return self.node("Reshape", ["blocks", shape], "tokens")

    def _layer(self, layer: str, state: str) -> str:
        attention = f"{layer}.attention"
        names = [f"{attention}.self.{part}" for part in ("query", "key", "value")]
        parts = [self.product(name, state) for name in names]
        biases = np.concatenate([self._model.tensors[f"{name}.bias"] for name in names])
        seen = self.node(
            "MultiHeadAttention",
            [*parts, self.tensor(f"{attention}.bias", biases), "mask"],
            f"{attention}.seen",
            OWN,
            num_heads=self._model.heads,
        )
        state = self._added(f"{attention}.output", state, seen)
        inner = f"{layer}.intermediate.dense"
        wide = self.product(inner, state)
        wide = self.node("BiasGelu", [wide, self.own(f"{inner}.bias")], f"{inner}.gelu", OWN)
        return self._added(f"{layer}.output", state, wide)

    def _added(self, part: str, state: str, change: str) -> str:
        # SkipLayerNormalization does the same in one node, ten times as slowly.
        product = self.product(f"{part}.dense", change)
        self.node("Add", [product, self.own(f"{part}.dense.bias")], f"{part}.change")
        self.node("Add", [f"{part}.change", state], f"{part}.sum")
        return self._normalised(f"{part}.LayerNorm", f"{part}.sum")

    def _normalised(self, name: str, state: str) -> str:
        inputs = [state, self.own(f"{name}.weight"), self.own(f"{name}.bias")]
        epsilon = self._model.epsilon
        return self.node("LayerNormalization", inputs, f"{name}.y", axis=-1, epsilon=epsilon)

    def _pool(self, state: str) -> None:
        """Take the mean of the tokens' vectors; its length does not matter, only its direction."""
        self.node("Cast", [INPUTS[1]], "counts", to=FLOAT)
        self.node("Unsqueeze", ["counts", self.whole("third", [2])], "kept")
        self.node("Mul", [state, "kept"], "own")
        self.node("ReduceSum", ["own", self.whole("second", [1])], "total", keepdims=0)
        self.node("LpNormalization", ["total"], OUTPUT, axis=-1, p=2)
