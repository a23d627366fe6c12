"""The vocabulary of a language model -> its tokenizer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from embeddings.reranker.llama import Llama

if TYPE_CHECKING:
    from tokenizers import Tokenizer


def make_tokenizer(model: Llama) -> Tokenizer:
    """Return the tokenizer: byte pairs within words; it adds no special tokens.

    transformers reads a GGUF file's vocabulary the same way. Texts are cut into words as GPT-2
    cuts them; the model itself was trained with figures cut into their digits, too, and has been
    fitted since with these.
    """
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers

    vocabulary = {piece: number for number, piece in enumerate(model.pieces)}
    tokenizer = Tokenizer(models.BPE(vocabulary, list(model.merges)))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    return tokenizer
