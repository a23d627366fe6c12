"""Puts together graphs whose matrices onnxruntime multiplies as 8-bit integers.

What comes of a text does not depend on what it is computed with: every token's vector is rounded by
a scale of its own. Weights are rounded to 7 bits, a scale for each output; with 8, processors
without VNNI would let sums of two products overflow (docs/decisions/0019-eight-bits.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from embeddings.rounding import in_bytes

if TYPE_CHECKING:
    from onnx import ModelProto

FLOAT, INT32, INT64 = 1, 6, 7
"""Types of ONNX tensors."""
OWN = "com.microsoft"
"""Operators that are onnxruntime's own."""

_OPSET, _IR_VERSION = 21, 10
"""The first opset that rounds by a scale for each row, and the format's version that goes with it;
a newer one may be unknown."""
_ZERO = 128
"""What 0 is among a token's numbers, which are bytes without a sign."""
_HIGHEST, _HIGHEST_WEIGHT = 127, 63
_LEAST = 1e-9
"""Lowest scale, so that a token of zeros is not divided by 0."""


class GraphMaker:
    """Collects the nodes and tensors of a graph.

    Args:
        weights: Of a model, by name; a matrix has the shape (outputs, inputs).
    """

    def __init__(self, weights: Mapping[str, npt.NDArray[np.float32]]) -> None:
        self._weights = weights
        self._nodes: list[Any] = []
        self._tensors: dict[str, Any] = {}
        self._rounded: set[str] = set()

    def model(self, name: str, inputs: Sequence[Any], outputs: Sequence[Any]) -> ModelProto:
        """Return what has been collected as a model.

        Args:
            name: Of the graph.
            inputs: From `value`.
            outputs: From `value`.
        """
        from onnx import helper

        tensors = list(self._tensors.values())
        graph = helper.make_graph(self._nodes, name, inputs, outputs, tensors)
        opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(OWN, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=_IR_VERSION)

    def value(self, name: str, kind: int, shape: Sequence[int | str]) -> Any:  # noqa: ANN401
        """Return the description of an input or an output; lengths that vary have names."""
        from onnx import helper

        return helper.make_tensor_value_info(name, kind, shape)

    def product(self, name: str, state: str) -> str:
        """Multiply tokens' vectors by a matrix, both rounded; its bias is left out."""
        matrix = self._weights[f"{name}.weight"]
        levels, scales = in_bytes(matrix, _HIGHEST_WEIGHT)
        self._round(state, matrix.shape[1])
        self.node(
            "MatMulIntegerToFloat",
            [
                f"{state}.levels",
                self.tensor(f"{name}.levels", levels.T),
                self.number("one", 1),
                self.tensor(f"{name}.scales", scales),
                self._zero(),
            ],
            f"{name}.unscaled",
            OWN,
        )
        self.node("Mul", [f"{name}.unscaled", f"{state}.scale"], f"{name}.rows")
        outputs = self.whole(f"outputs.{len(matrix)}", [len(matrix)])
        self.node("Concat", [f"{state}.shape", outputs], f"{name}.shape", axis=0)
        return self.node("Reshape", [f"{name}.rows", f"{name}.shape"], f"{name}.y")

    def own(self, name: str) -> str:
        """Name a tensor that the model has."""
        return self.tensor(name, self._weights[name])

    def number(self, name: str, value: float) -> str:
        """Name a single number."""
        return self.tensor(name, np.array([value], np.float32))

    def whole(self, name: str, values: Sequence[int]) -> str:
        """Name a list of whole numbers, such as a shape."""
        return self.tensor(name, np.array(values, np.int64))

    def tensor(self, name: str, values: npt.NDArray[Any]) -> str:
        """Name a tensor, which is stored at the first call of that name."""
        from onnx import numpy_helper

        if name not in self._tensors:
            self._tensors[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def node(
        self,
        operator: str,
        inputs: Sequence[str],
        output: str,
        domain: str = "",
        further: Sequence[str] = (),
        **attributes: Any,  # noqa: ANN401 (of whatever kinds an operator has)
    ) -> str:
        """Add an operator, and return its output, which is its name, too.

        Args:
            operator: As ONNX or onnxruntime names it.
            inputs: Names of values; an empty one is left out.
            output: Name of its first output.
            domain: Of the operator; `OWN` for onnxruntime's.
            further: Names of its other outputs.
            attributes: Of the operator.
        """
        from onnx import helper

        self._nodes.append(
            helper.make_node(
                operator, inputs, [output, *further], output, domain=domain, **attributes
            )
        )
        return output

    def _round(self, state: str, columns: int) -> None:
        """Round tokens' vectors to bytes, each by its own scale; once for all its products."""
        if state in self._rounded:
            return
        self._rounded.add(state)
        rows, scales = f"{state}.rows", f"{state}.scales"
        self.node("Shape", [state], f"{state}.shape", start=0, end=2)
        self.node("Reshape", [state, self.whole(f"row.{columns}", [-1, columns])], rows)
        self.node("Abs", [rows], f"{state}.sizes")
        last = self.whole("last", [-1])
        self.node("ReduceMax", [f"{state}.sizes", last], f"{state}.largest", keepdims=0)
        self.node("Mul", [f"{state}.largest", self.number("step", 1 / _HIGHEST)], f"{state}.steps")
        self.node("Max", [f"{state}.steps", self.number("least", _LEAST)], scales)
        self.node("Shape", [scales], f"{state}.count")
        self.node("Expand", [self._zero(), f"{state}.count"], f"{state}.zeros")
        self.node("QuantizeLinear", [rows, scales, f"{state}.zeros"], f"{state}.levels", axis=0)
        self.node("Unsqueeze", [scales, self.whole("second", [1])], f"{state}.scale")

    def _zero(self) -> str:
        return self.tensor("zero", np.array([_ZERO], np.uint8))
