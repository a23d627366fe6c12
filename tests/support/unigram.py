"""A vocabulary of pieces, read by another library than Pincite uses."""

from __future__ import annotations

import unicodedata

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

from embeddings.e5_weights import Vocabulary

_SPACE = "▁"
"""What the pieces have for a blank."""


def make_unigram(vocabulary: Vocabulary) -> Tokenizer:
    """Return the tokenizer; it puts the special tokens around a text, and fills and cuts none."""
    tokenizer = Tokenizer(models.Unigram(list(vocabulary.pieces), vocabulary.unknown, False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            *(
                normalizers.Replace(Regex(pattern), text)
                for text, pattern in _replaced(vocabulary.normal)
            ),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(_SPACE, "always")
    first, last = vocabulary.first, vocabulary.last
    pieces = vocabulary.pieces
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{pieces[first][0]} $A {pieces[last][0]}",
        special_tokens=[(pieces[first][0], first), (pieces[last][0], last)],
    )
    return tokenizer


def _replaced(normal: dict[str, str]) -> list[tuple[str, str]]:
    """Return what NFKC does not do: a text, and the pattern of characters that become it."""
    groups: dict[str, list[str]] = {}
    for source, text in normal.items():
        if unicodedata.normalize("NFKC", source) != text:
            groups.setdefault(text, []).append(source)
    return [
        (text, "[" + "".join(rf"\x{{{ord(source):X}}}" for source in sources) + "]")
        for text, sources in groups.items()
    ]
