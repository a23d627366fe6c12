"""Reads texts as pieces of a large vocabulary, with sentencepiece.

To open a vocabulary of a quarter of a million pieces takes longer than anything else that a cold
question waits for; sentencepiece does it beside what Python does.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from embeddings.exported_files import CHARACTERS_FILE, PIECES_FILE

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor

_BLANKS = re.compile(" {2,}")


class PieceTokenizer:
    """Tells the tokens of texts, in their normal form (NFKC, single blanks).

    Args:
        opener: Opens the vocabulary; called on a thread of its own, at once.
        characters: What some characters are read as where NFKC does not say the same.
    """

    def __init__(
        self, opener: Callable[[], SentencePieceProcessor], characters: Mapping[str, str]
    ) -> None:
        self._table = str.maketrans(dict(characters))
        thread = ThreadPoolExecutor(1)
        self._opened = thread.submit(opener)
        thread.shutdown(wait=False)

    def encode(self, texts: Sequence[str], longest: int) -> list[list[int]]:
        """Return each text's tokens between the special ones, cut to a length.

        Args:
            texts: The texts.
            longest: Most tokens of one, the special ones included.
        """
        pieces = self._opened.result()
        found = pieces.encode([self._normal(text) for text in texts])
        first, last = pieces.bos_id(), pieces.eos_id()
        return [[first, *tokens[: longest - 2], last] for tokens in found]

    def count(self, text: str) -> int:
        """Return how many tokens a text has, special ones left out."""
        return len(self._opened.result().encode(self._normal(text)))

    def _normal(self, text: str) -> str:
        plain = unicodedata.normalize("NFKC", text.translate(self._table))
        # A blank is put before the first word where there is none.
        return _BLANKS.sub(" ", plain).removeprefix(" ")


def read_pieces(folder: Path) -> PieceTokenizer:
    """Open the tokenizer of an export; a vocabulary that is damaged is told at its first use.

    Raises:
        OSError: The characters cannot be read.
        ValueError: They are no JSON.
    """
    characters = json.loads((folder / CHARACTERS_FILE).read_text(encoding="utf-8"))

    def opener() -> SentencePieceProcessor:
        from sentencepiece import SentencePieceProcessor

        return SentencePieceProcessor(model_file=str(folder / PIECES_FILE))

    return PieceTokenizer(opener, characters)


def pieces_of(model: bytes, characters: Mapping[str, str]) -> PieceTokenizer:
    """Open a tokenizer that lies in memory.

    Args:
        model: Of sentencepiece.
        characters: As `PieceTokenizer` takes them.
    """

    def opener() -> SentencePieceProcessor:
        from sentencepiece import SentencePieceProcessor

        return SentencePieceProcessor(model_proto=model)

    return PieceTokenizer(opener, characters)
