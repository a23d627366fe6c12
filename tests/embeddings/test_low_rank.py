from __future__ import annotations

import numpy as np
import pytest

from embeddings.low_rank import in_8_bits, with_changes


def test_a_product_of_narrow_matrices_is_kept_in_8_bits() -> None:
    dice = np.random.default_rng(1)
    # Sides of very different size, as training leaves them.
    left = dice.normal(0, 1e-3, (40, 4)).astype(np.float32)
    right = dice.normal(0, 10.0, (4, 30)).astype(np.float32)
    stored = in_8_bits("a", left, right)
    assert {name: str(part.dtype) for name, part in stored.items()} == {
        "a.left": "int8",
        "a.left.scale": "float32",
        "a.right": "int8",
        "a.right.scale": "float32",
    }
    weights = {"a": np.ones((40, 30), np.float32), "b": np.ones(3, np.float32)}
    changed = with_changes(weights, stored)
    assert changed["b"] is weights["b"]
    error = changed["a"] - 1 - left @ right
    assert np.linalg.norm(error) < 0.02 * np.linalg.norm(left @ right)


def test_a_matrix_of_zeros_stays_one() -> None:
    stored = in_8_bits("a", np.zeros((5, 2), np.float32), np.ones((2, 6), np.float32))
    changed = with_changes({"a": np.zeros((5, 6), np.float32)}, stored)
    assert np.abs(changed["a"]).max() == pytest.approx(0.0, abs=1e-12)


def test_changes_to_what_is_not_there_are_told() -> None:
    stored = in_8_bits("a", np.ones((5, 2), np.float32), np.ones((2, 6), np.float32))
    with pytest.raises(ValueError, match="a change is to a, which it does not have"):
        with_changes({}, stored)
