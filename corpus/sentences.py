"""Splits a unit's text into sentences, as offsets, so that a quote stays verbatim."""

from __future__ import annotations

import re

# Words whose full stop does not end a sentence in official English, French and Spanish.
_ABBREVIATIONS = frozenset(
    [
        "add",
        "art",
        "arts",
        "approx",
        "cf",
        "ch",
        "corr",
        "dr",
        "ed",
        "eds",
        "e.g",
        "etc",
        "fig",
        "figs",
        "gen",
        "i.e",
        "inc",
        "jr",
        "ltd",
        "m",
        "mr",
        "mrs",
        "ms",
        "mme",
        "no",
        "nos",
        "núm",
        "op",
        "p",
        "par",
        "para",
        "paras",
        "párr",
        "pp",
        "prof",
        "res",
        "rev",
        "sec",
        "sr",
        "sra",
        "st",
        "ste",
        "vol",
        "vs",
    ]
)
_END = re.compile(r"[.!?…]+[”\"’')\]]*(?=\s+[“\"‘'(\[]*[A-ZÀ-ÖØ-Þ0-9])")
_LAST_WORD = re.compile(r"([^\s(\[“\"‘']+)$")


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    if not match.group().startswith(".") or match.group().startswith(".."):
        return True
    word = _LAST_WORD.search(text[: match.start()])
    if word is None:
        return False
    bare = word.group(1).lower()
    if bare in _ABBREVIATIONS:
        return False
    # An initial ("J. Smith") or a list number ("1. Text") at the start of the text.
    single = len(bare) == 1 and bare.isalpha()
    return not single and not (word.start(1) == 0 and bare.isdigit())


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the (start, end) offsets of the sentences of a text, in order.

    The spans cover every non-blank character and do not overlap; a text without a word gives
    an empty tuple. Semicolons do not split: the clauses of a recommendation belong together.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if _ends_sentence(text, match):
            spans.append((start, match.end()))
            start = match.end()
    spans.append((start, len(text)))
    stripped = []
    for first, last in spans:
        piece = text[first:last]
        lead = len(piece) - len(piece.lstrip())
        if piece.strip():
            stripped.append((first + lead, first + len(piece.rstrip())))
    return tuple(stripped)
