"""Cuts a long text into overlapping windows that a model can read whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from corpus.sentences import split_sentences

Span = tuple[int, int]
Count = Callable[[str], int]

_CLAUSES = re.compile(r".+?(?:[,;:]\s+|$)", re.DOTALL)
_WORDS = re.compile(r"\S+")
_OVERLAP = 4
"""A window repeats up to a quarter of the one before."""


def split_windows(text: str, budget: int, count: Count) -> tuple[Span, ...]:
    """Return the (start, end) offsets of windows that together cover a text.

    A window ends where a sentence ends. Only a sentence that is by itself too long is cut:
    after commas, semicolons and colons; if a clause is still too long, between words; if a
    word is, inside it. A text without a word gives none.

    Args:
        text: A unit's text.
        budget: Most tokens in a window, at least 1.
        count: Length of a text in the model's tokens.
    """

    @cache
    def fits(start: int, end: int, tokens: int = budget) -> bool:
        return count(text[start:end]) <= tokens

    if not text.strip():
        return ()
    if fits(0, len(text)):
        return ((0, len(text)),)
    pieces = [piece for span in split_sentences(text) for piece in _cut(text, span, fits, _BORDERS)]
    windows: list[Span] = []
    first = 0
    while first < len(pieces):
        last = first + 1
        while last < len(pieces) and fits(pieces[first][0], pieces[last][1]):
            last += 1
        windows.append((pieces[first][0], pieces[last - 1][1]))
        first = last
        if last < len(pieces):
            # Step back over the last quarter, but leave room for a piece that is new.
            window_end, next_end = pieces[last - 1][1], pieces[last][1]
            while (
                pieces[first - 1][0] > windows[-1][0]
                and fits(pieces[first - 1][0], window_end, budget // _OVERLAP)
                and fits(pieces[first - 1][0], next_end)
            ):
                first -= 1
    return tuple(windows)


_BORDERS = (_CLAUSES, _WORDS)


def _cut(
    text: str, span: Span, fits: Callable[[int, int], bool], borders: tuple[re.Pattern[str], ...]
) -> Iterator[Span]:
    start, end = span
    if fits(start, end) or end - start == 1:
        yield span
    elif borders:
        for match in borders[0].finditer(text, start, end):
            piece = (match.start(), match.start() + len(match.group().rstrip()))
            if piece[0] < piece[1]:
                yield from _cut(text, piece, fits, borders[1:])
    else:
        middle = (start + end) // 2
        yield from _cut(text, (start, middle), fits, ())
        yield from _cut(text, (middle, end), fits, ())
