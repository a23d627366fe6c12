"""A language model in the GGUF format that takes no time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from gguf import GGUFWriter, TokenType
from tokenizers.pre_tokenizers import ByteLevel

DIM, INNER, LAYERS, HEADS, KEY_HEADS = 64, 96, 2, 4, 2
MERGES = ("t h", "th e", "Ġ the")
PIECES = (*sorted(ByteLevel.alphabet()), "th", "the", "Ġthe")


def write_tiny_llama(path: Path, seed: int = 1) -> None:
    """Write two layers of random weights and a vocabulary of bytes and three longer pieces."""
    dice = np.random.default_rng(seed)
    writer = GGUFWriter(str(path), "llama")
    writer.add_block_count(LAYERS)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(KEY_HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_freq_base(10000.0)
    writer.add_token_list(list(PIECES))
    writer.add_token_types([TokenType.NORMAL] * len(PIECES))
    writer.add_token_merges(list(MERGES))

    def add(name: str, rows: int, columns: int) -> None:
        writer.add_tensor(name, dice.normal(0, 0.3, (rows, columns)).astype(np.float32))

    keys = DIM // HEADS * KEY_HEADS
    add("token_embd.weight", len(PIECES), DIM)
    writer.add_tensor("output_norm.weight", np.ones(DIM, np.float32))
    for layer in (f"blk.{at}" for at in range(LAYERS)):
        add(f"{layer}.attn_q.weight", DIM, DIM)
        add(f"{layer}.attn_k.weight", keys, DIM)
        add(f"{layer}.attn_v.weight", keys, DIM)
        add(f"{layer}.attn_output.weight", DIM, DIM)
        add(f"{layer}.ffn_gate.weight", INNER, DIM)
        add(f"{layer}.ffn_up.weight", INNER, DIM)
        add(f"{layer}.ffn_down.weight", DIM, INNER)
        for norm in ("attn_norm", "ffn_norm"):
            writer.add_tensor(f"{layer}.{norm}.weight", np.ones(DIM, np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
