"""A model of BERT's make -> a graph that onnxruntime multiplies as 8-bit integers.

A text's vector does not depend on what it is embedded with: every token's vector is rounded by a
scale of its own. Weights are rounded to 7 bits, a scale for each output; with 8, processors without
VNNI would let sums of two products overflow (docs/decisions/0019-eight-bits.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from embeddings.bert import Bert, Blocks

if TYPE_CHECKING:
    from onnx import ModelProto

INPUTS = ("input_ids", "attention_mask")
OUTPUT = "embedding"

_OPSET, _IR_VERSION = 21, 10
"""The first opset that rounds by a scale for each row, and the format's version that goes with it;
a newer one may be unknown."""
_OWN = "com.microsoft"
"""Operators that are onnxruntime's own."""
_FLOAT, _INT32, _INT64 = 1, 6, 7
"""Types of ONNX tensors."""
_ZERO = 128
"""What 0 is among a token's numbers, which are bytes without a sign."""
_HIGHEST, _HIGHEST_WEIGHT = 127, 63
_LEAST = 1e-9
"""Lowest scale, so that a token of zeros is not divided by 0."""


def make_graph(model: Bert) -> ModelProto:
    """Return the graph from token ids and mask, shape (n_texts, n_tokens), to unit vectors."""
    return _Maker(model).make()


class _Maker:
    def __init__(self, model: Bert) -> None:
        self._model = model
        self._nodes: list[Any] = []
        self._tensors: dict[str, Any] = {}
        self._rounded: set[str] = set()

    def make(self) -> ModelProto:
        from onnx import helper

        state = self._embeddings()
        self._node("Cast", [INPUTS[1]], "mask", to=_INT32)
        for layer in range(self._model.layers):
            state = self._layer(f"encoder.layer.{layer}", state)
        self._pool(state)
        inputs = [
            helper.make_tensor_value_info(name, _INT64, ["batch", "sequence"]) for name in INPUTS
        ]
        output = helper.make_tensor_value_info(OUTPUT, _FLOAT, ["batch", self._model.dim])
        tensors = list(self._tensors.values())
        graph = helper.make_graph(self._nodes, "bert", inputs, [output], tensors)
        opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_OWN, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=_IR_VERSION)

    def _embeddings(self) -> str:
        words = self._model.words
        tokens = self._unpacked(words) if isinstance(words, Blocks) else self._looked_up(words)
        # All texts are of the first segment.
        tensors = self._model.tensors
        segment = tensors["embeddings.token_type_embeddings.weight"][0]
        places = self._tensor("places", tensors["embeddings.position_embeddings.weight"] + segment)
        first = self._whole("first", [0])
        self._node("Shape", [INPUTS[0]], "length", start=1, end=2)
        self._node("Slice", [places, first, "length", first], "placed")
        self._node("Add", [tokens, "placed"], "embedded")
        return self._normalised("embeddings.LayerNorm", "embedded")

    def _looked_up(self, words: npt.NDArray[np.float32]) -> str:
        return self._node("Gather", [self._tensor("words", words), INPUTS[0]], "tokens")

    def _unpacked(self, words: Blocks) -> str:
        self._node("Gather", [self._tensor("words", words.nibbles), INPUTS[0]], "pairs")
        scales = self._tensor("word_scales", words.scales[..., np.newaxis])
        self._node("Gather", [scales, INPUTS[0]], "halves")
        self._node("Cast", ["halves"], "scales", to=_FLOAT)
        low = self._tensor("low", np.array([15], np.uint8))
        high = self._tensor("high", np.array([4], np.uint8))
        self._node("BitwiseAnd", ["pairs", low], "lower")
        self._node("BitShift", ["pairs", high], "upper", direction="RIGHT")
        self._node("Concat", ["lower", "upper"], "nibbles", axis=-1)
        self._node("Cast", ["nibbles"], "raised", to=_FLOAT)
        self._node("Sub", ["raised", self._number("eight", 8)], "levels")
        self._node("Mul", ["levels", "scales"], "blocks")
        shape = self._whole("token", [0, 0, self._model.dim])
        return self._node("Reshape", ["blocks", shape], "tokens")

    def _layer(self, layer: str, state: str) -> str:
        attention = f"{layer}.attention"
        names = [f"{attention}.self.{part}" for part in ("query", "key", "value")]
        parts = [self._product(name, state) for name in names]
        biases = np.concatenate([self._model.tensors[f"{name}.bias"] for name in names])
        seen = self._node(
            "MultiHeadAttention",
            [*parts, self._tensor(f"{attention}.bias", biases), "mask"],
            f"{attention}.seen",
            _OWN,
            num_heads=self._model.heads,
        )
        state = self._added(f"{attention}.output", state, seen)
        inner = f"{layer}.intermediate.dense"
        wide = self._product(inner, state)
        wide = self._node("BiasGelu", [wide, self._own(f"{inner}.bias")], f"{inner}.gelu", _OWN)
        return self._added(f"{layer}.output", state, wide)

    def _added(self, part: str, state: str, change: str) -> str:
        # SkipLayerNormalization does the same in one node, ten times as slowly.
        product = self._product(f"{part}.dense", change)
        self._node("Add", [product, self._own(f"{part}.dense.bias")], f"{part}.change")
        self._node("Add", [f"{part}.change", state], f"{part}.sum")
        return self._normalised(f"{part}.LayerNorm", f"{part}.sum")

    def _normalised(self, name: str, state: str) -> str:
        inputs = [state, self._own(f"{name}.weight"), self._own(f"{name}.bias")]
        epsilon = self._model.epsilon
        return self._node("LayerNormalization", inputs, f"{name}.y", axis=-1, epsilon=epsilon)

    def _product(self, name: str, state: str) -> str:
        """Multiply tokens' vectors by a matrix, both rounded; its bias is left out."""
        matrix = self._model.tensors[f"{name}.weight"]
        scales = np.maximum(np.abs(matrix).max(axis=1) / _HIGHEST_WEIGHT, _LEAST)
        levels = np.rint(matrix / scales[:, np.newaxis]).astype(np.int8)
        self._round(state, matrix.shape[1])
        self._node(
            "MatMulIntegerToFloat",
            [
                f"{state}.levels",
                self._tensor(f"{name}.levels", levels.T),
                self._number("one", 1),
                self._tensor(f"{name}.scales", scales.astype(np.float32)),
                self._zero(),
            ],
            f"{name}.unscaled",
            _OWN,
        )
        self._node("Mul", [f"{name}.unscaled", f"{state}.scale"], f"{name}.rows")
        outputs = self._whole(f"outputs.{len(matrix)}", [len(matrix)])
        self._node("Concat", [f"{state}.shape", outputs], f"{name}.shape", axis=0)
        return self._node("Reshape", [f"{name}.rows", f"{name}.shape"], f"{name}.y")

    def _round(self, state: str, columns: int) -> None:
        """Round tokens' vectors to bytes, each by its own scale; once for all its products."""
        if state in self._rounded:
            return
        self._rounded.add(state)
        rows, scales = f"{state}.rows", f"{state}.scales"
        self._node("Shape", [state], f"{state}.shape", start=0, end=2)
        self._node("Reshape", [state, self._whole(f"row.{columns}", [-1, columns])], rows)
        self._node("Abs", [rows], f"{state}.sizes")
        last = self._whole("last", [-1])
        self._node("ReduceMax", [f"{state}.sizes", last], f"{state}.largest", keepdims=0)
        self._node(
            "Mul", [f"{state}.largest", self._number("step", 1 / _HIGHEST)], f"{state}.steps"
        )
        self._node("Max", [f"{state}.steps", self._number("least", _LEAST)], scales)
        self._node("Shape", [scales], f"{state}.count")
        self._node("Expand", [self._zero(), f"{state}.count"], f"{state}.zeros")
        self._node("QuantizeLinear", [rows, scales, f"{state}.zeros"], f"{state}.levels", axis=0)
        self._node("Unsqueeze", [scales, self._whole("second", [1])], f"{state}.scale")

    def _pool(self, state: str) -> None:
        """Take the mean of the tokens' vectors; its length does not matter, only its direction."""
        self._node("Cast", [INPUTS[1]], "counts", to=_FLOAT)
        self._node("Unsqueeze", ["counts", self._whole("third", [2])], "kept")
        self._node("Mul", [state, "kept"], "own")
        self._node("ReduceSum", ["own", self._whole("second", [1])], "total", keepdims=0)
        self._node("LpNormalization", ["total"], OUTPUT, axis=-1, p=2)

    def _own(self, name: str) -> str:
        """Name a tensor that the model has."""
        return self._tensor(name, self._model.tensors[name])

    def _zero(self) -> str:
        return self._tensor("zero", np.array([_ZERO], np.uint8))

    def _number(self, name: str, value: float) -> str:
        return self._tensor(name, np.array([value], np.float32))

    def _whole(self, name: str, values: Sequence[int]) -> str:
        return self._tensor(name, np.array(values, np.int64))

    def _tensor(self, name: str, values: npt.NDArray[Any]) -> str:
        from onnx import numpy_helper

        if name not in self._tensors:
            self._tensors[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def _node(
        self,
        operator: str,
        inputs: Sequence[str],
        output: str,
        domain: str = "",
        **attributes: Any,  # noqa: ANN401 (of whatever kinds an operator has)
    ) -> str:
        from onnx import helper

        self._nodes.append(
            helper.make_node(operator, inputs, [output], output, domain=domain, **attributes)
        )
        return output
