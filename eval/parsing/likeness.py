"""How alike two texts are, white space apart."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from corpus.documents import typographic_key
from corpus.reference_words import fold_word


def letters_of(text: str) -> str:
    """Return a text's letters and digits alone, folded: what is left of it however it is set."""
    return re.sub(r"[^a-z0-9]", "", fold_word(text))


def likeness(ours: str, theirs: str) -> float:
    """Return how alike two texts are once their white space is removed, from 0 to 1.

    Twice the characters that match in order over the characters of both (`difflib`'s ratio,
    after Ratcliff and Obershelp), without its shortcut for long texts.
    """
    one, two = ("".join(text.split()) for text in (ours, theirs))
    return 1.0 if one == two else _matcher(one, two).ratio()


def is_alike(ours: str, theirs: str, least: float) -> bool:
    """Tell whether `likeness` is at least so much, without working it out where it cannot be."""
    one, two = ("".join(text.split()) for text in (ours, theirs))
    if one == two:
        return True
    matcher = _matcher(one, two)
    return (
        matcher.real_quick_ratio() >= least
        and matcher.quick_ratio() >= least
        and matcher.ratio() >= least
    )


def window_likeness(text: str, wanted: str) -> float:
    """Return how alike some words are to the best stretch of a text, from 0 to 1.

    White space and typography are left aside. Stretches are as long as the words, and begin
    where a run of characters that both have puts them.
    """
    one, two = typographic_key(text), typographic_key(wanted)
    if two in one:
        return 1.0
    best = 0.0
    for block in _matcher(one, two).get_matching_blocks():
        start = max(0, min(block.a - block.b, len(one) - len(two)))
        matcher = _matcher(one[start : start + len(two)], two)
        if matcher.quick_ratio() > best:
            best = max(best, matcher.ratio())
    return best


def _matcher(one: str, two: str) -> SequenceMatcher[str]:
    return SequenceMatcher(None, one, two, autojunk=False)
