"""Weights of multilingual-e5-small -> a graph that onnxruntime serves as they are, in 4 bits.

The architecture is BERT's. onnxruntime has kernels for matrices of 4-bit blocks and for whole
attention, of which a trace of the model would know nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from embeddings.e5_weights import BLOCK, E5Weights

if TYPE_CHECKING:
    from onnx import ModelProto

INPUTS = ("input_ids", "attention_mask")
OUTPUT = "embedding"

_OPSET = 18
_OWN = "com.microsoft"
"""Operators that are onnxruntime's own."""
_INT8_STEPS = 4
"""Accuracy level at which a block is multiplied as 8-bit integers."""
_FLOAT, _INT32, _INT64 = 1, 6, 7
"""Types of ONNX tensors."""


def make_graph(weights: E5Weights) -> ModelProto:
    """Return the graph from token ids and mask, shape (n_texts, n_tokens), to unit vectors."""
    return _Maker(weights).make()


class _Maker:
    def __init__(self, weights: E5Weights) -> None:
        self._weights = weights
        self._nodes: list[Any] = []
        self._tensors: list[Any] = []

    def make(self) -> ModelProto:
        from onnx import helper

        weights = self._weights
        state = self._embeddings()
        self._node("Cast", [INPUTS[1]], "mask", to=_INT32)
        for layer in range(weights.layers):
            state = self._layer(f"l{layer}", state)
        self._pool(state)
        inputs = [
            helper.make_tensor_value_info(name, _INT64, ["batch", "sequence"]) for name in INPUTS
        ]
        output = helper.make_tensor_value_info(OUTPUT, _FLOAT, ["batch", weights.dim])
        graph = helper.make_graph(self._nodes, "e5", inputs, [output], self._tensors)
        opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_OWN, 1)]
        # The version of the format that goes with this opset; a newer one may be unknown.
        return helper.make_model(graph, opset_imports=opsets, ir_version=9)

    def _embeddings(self) -> str:
        weights = self._weights
        dim = weights.dim
        words = weights.blocks("emb.word", weights.words, dim)
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
        self._node("Sub", ["raised", self._tensor("eight", np.array([8], np.float32))], "levels")
        self._node("Mul", ["levels", "scales"], "blocks")
        shape = self._tensor("token", np.array([0, 0, dim], np.int64))
        self._node("Reshape", ["blocks", shape], "tokens")
        # All texts are of the first segment.
        segment = weights.floats("emb.type", weights.types, dim)[0]
        places = self._tensor("places", weights.floats("emb.pos", weights.positions, dim) + segment)
        start, axis = (self._tensor(n, np.array([0], np.int64)) for n in ("start", "axis"))
        self._node("Shape", [INPUTS[0]], "length", start=1, end=2)
        self._node("Slice", [places, start, "length", axis], "placed")
        self._node("Add", ["tokens", "placed"], "embedded")
        norm = [self._floats(f"emb.ln.{part}", dim) for part in "wb"]
        return self._node(
            "LayerNormalization", ["embedded", *norm], "e", axis=-1, epsilon=weights.epsilon
        )

    def _layer(self, layer: str, state: str) -> str:
        weights = self._weights
        dim, inner = weights.dim, weights.inner
        parts = [self._linear(f"{layer}.{part}", state, dim, dim) for part in "qkv"]
        biases = np.concatenate([weights.floats(f"{layer}.{part}.b", dim) for part in "qkv"])
        seen = self._node(
            "MultiHeadAttention",
            [*parts, self._tensor(f"{layer}.qkv.b", biases), "mask"],
            f"{layer}.seen",
            _OWN,
            num_heads=weights.heads,
        )
        seen = self._linear(f"{layer}.ao", seen, dim, dim)
        state = self._add_norm(layer, state, seen, "ao", "aln")
        wide = self._linear(f"{layer}.fi", state, dim, inner)
        bias = self._floats(f"{layer}.fi.b", inner)
        wide = self._node("BiasGelu", [wide, bias], f"{layer}.wide", _OWN)
        wide = self._linear(f"{layer}.fo", wide, inner, dim)
        return self._add_norm(layer, state, wide, "fo", "oln")

    def _add_norm(self, layer: str, state: str, change: str, bias: str, norm: str) -> str:
        dim = self._weights.dim
        scale, shift = (self._floats(f"{layer}.{norm}.{part}", dim) for part in "wb")
        added = self._floats(f"{layer}.{bias}.b", dim)
        return self._node(
            "SkipLayerNormalization",
            [state, change, scale, shift, added],
            f"{layer}.{norm}.y",
            _OWN,
            epsilon=self._weights.epsilon,
        )

    def _pool(self, state: str) -> None:
        """Take the mean of the tokens' vectors; its length does not matter, only its direction."""
        after, tokens = (
            self._tensor(n, np.array([at], np.int64)) for n, at in (("after", 2), ("over", 1))
        )
        self._node("Cast", [INPUTS[1]], "counts", to=_FLOAT)
        self._node("Unsqueeze", ["counts", after], "kept")
        self._node("Mul", [state, "kept"], "own")
        self._node("ReduceSum", ["own", tokens], "sum", keepdims=0)
        self._node("LpNormalization", ["sum"], OUTPUT, axis=-1, p=2)

    def _linear(self, name: str, state: str, columns: int, rows: int) -> str:
        blocks = self._weights.blocks(f"{name}.w", rows, columns)
        nibbles = self._tensor(f"{name}.q", _interleaved(blocks.nibbles))
        scales = self._tensor(f"{name}.s", blocks.scales.astype(np.float32).reshape(-1))
        product = self._node(
            "MatMulNBits",
            [state, nibbles, scales],
            f"{name}.y",
            _OWN,
            K=columns,
            N=rows,
            bits=4,
            block_size=BLOCK,
            accuracy_level=_INT8_STEPS,
        )
        change = self._weights.change(f"{name}.w")
        if change is None:
            return product
        # Rounded into blocks of four bits the change would be lost: it is far smaller than a step.
        left, right = (
            self._tensor(f"{name}.{side}", matrix.T)
            for side, matrix in zip(("left", "right"), change, strict=True)
        )
        narrow = self._node("MatMul", [state, right], f"{name}.narrow")
        wide = self._node("MatMul", [narrow, left], f"{name}.change")
        return self._node("Add", [product, wide], f"{name}.changed")

    def _floats(self, name: str, size: int) -> str:
        return self._tensor(name, self._weights.floats(name, size))

    def _tensor(self, name: str, values: npt.NDArray[Any]) -> str:
        from onnx import numpy_helper

        self._tensors.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
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


def _interleaved(nibbles: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """Return blocks as onnxruntime has them: a byte holds weights 2j (below) and 2j + 1."""
    weights = np.concatenate([nibbles & 15, nibbles >> 4], axis=-1)
    joined: npt.NDArray[np.uint8] = weights[..., 0::2] | (weights[..., 1::2] << 4)
    return joined
