"""Opens the tokenizer of an exported encoder: what the model's authors made, or pieces."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from embeddings.exported_files import PIECES_FILE, TOKENIZER_FILE
from embeddings.piece_tokenizer import read_pieces

if TYPE_CHECKING:
    from tokenizers import Tokenizer


class TextTokenizer(Protocol):
    """Tells the tokens of texts."""

    def encode(self, texts: Sequence[str], longest: int) -> list[list[int]]:
        """Return each text's tokens with the special ones, `longest` at most."""
        ...

    def count(self, text: str) -> int:
        """Return how many tokens a text has, special ones left out."""
        ...


class JsonTokenizer:
    """Tells the tokens of texts as a ``tokenizer.json`` says.

    Args:
        tokenizer: With the special tokens that it puts around a text.
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._longest: int | None = None

    def encode(self, texts: Sequence[str], longest: int) -> list[list[int]]:
        """Return each text's tokens with the special ones, `longest` at most."""
        if longest != self._longest:
            self._tokenizer.enable_truncation(longest)
            self._longest = longest
        return [found.ids for found in self._tokenizer.encode_batch_fast(list(texts))]

    def count(self, text: str) -> int:
        """Return how many tokens a text has, special ones left out."""
        read = self._tokenizer.encode(text, add_special_tokens=False)
        # What truncation cuts off stays at hand as further encodings.
        return len(read.ids) + sum(len(rest.ids) for rest in read.overflowing)


def open_tokenizer(folder: Path) -> TextTokenizer:
    """Open the tokenizer of an export; what is wrong with pieces is told at their first use.

    Raises:
        Exception: It cannot be read.
    """
    if (folder / PIECES_FILE).is_file():
        return read_pieces(folder)
    return JsonTokenizer(open_json(folder))


def open_json(folder: Path) -> Tokenizer:
    """Open the ``tokenizer.json`` of an export.

    Raises:
        Exception: It cannot be read.
    """
    from tokenizers import Tokenizer

    return Tokenizer.from_file(str(folder / TOKENIZER_FILE))
