"""Words of a unit -> the printed characters that they were read from.

What is printed holds more than the unit's words: raised marks of notes, running headers, the
notes at a page's foot, hyphens at line ends. So stretches that are the same are found first, and
those that follow each other in both texts are chained.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

_SEED = 8
"""Characters that must be the same for a stretch to be looked at."""
_MOST_PLACES = 8
"""A seed that the words have more often says nothing, and would take time."""
_MOST_STRETCHES = 400
_REACH = 8
"""Characters between two stretches that are skipped in search of the next one."""
_LONGEST_END = 16
"""Letters at either end that are matched one by one; more would be found by chance."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Characters that are the same: `length` of them, from `word` and `print`."""

    word: int
    print: int
    length: int


def align(words: str, printed: Sequence[str]) -> list[int | None]:
    """Return for each character of some words the printed one that it is; None where there is none.

    White space, punctuation, accents and case do not matter; only letters and digits are found.
    Time grows with the length of both, not with their product.

    Args:
        words: In reading order.
        printed: What each printed character stands for, in the order in which they are drawn; a
            ligature stands for several.
    """
    ours, our_places = _letters(words)
    theirs, their_places = _letters(printed)
    found = _match(ours, theirs)
    places: list[int | None] = [None] * len(words)
    for at, other in enumerate(found):
        if other is not None and places[our_places[at]] is None:
            places[our_places[at]] = their_places[other]
    return places


def _letters(pieces: Iterable[str]) -> tuple[str, list[int]]:
    """Return the letters and digits of some pieces, and which piece each comes from."""
    letters: list[str] = []
    places: list[int] = []
    for at, piece in enumerate(pieces):
        plain = _plain(piece)
        letters.append(plain)
        places += [at] * len(plain)
    return "".join(letters), places


@lru_cache(maxsize=1 << 14)
def _plain(piece: str) -> str:
    plain = unicodedata.normalize("NFKD", piece).casefold()
    return "".join(character for character in plain if character.isalnum())


def _match(words: str, printed: str) -> list[int | None]:
    """Return for each letter of `words` its place in `printed`."""
    found: list[int | None] = [None] * len(words)
    seed = min(_SEED, len(words))
    stretches = _stretches(words, printed, seed) if seed else []
    if len(words) < _SEED and len(stretches) != 1:
        return found  # a word or two that stand in several places: which are meant?
    chain = _best_chain(stretches)
    word = printed_at = 0
    for number, stretch in enumerate(chain):
        skip = max(0, word - stretch.word, printed_at - stretch.print)
        first, first_print = stretch.word + skip, stretch.print + skip
        if number:
            _fill(words, printed, found, (word, first), (printed_at, first_print))
        word, printed_at = stretch.word + stretch.length, stretch.print + stretch.length
        for at in range(first, word):
            found[at] = first_print + at - first
    if chain:
        _fill_ends(words, printed, found, chain)
    return found


def _stretches(words: str, printed: str, seed: int) -> list[_Stretch]:
    """Return stretches that are the same, the longest if there are too many, by place in print."""
    everywhere: dict[str, list[int]] = defaultdict(list)
    for at in range(len(words) - seed + 1):
        everywhere[words[at : at + seed]].append(at)
    seeds = {key: places for key, places in everywhere.items() if len(places) <= _MOST_PLACES}
    found: list[_Stretch] = []
    reached: dict[int, int] = {}
    for at in range(len(printed) - seed + 1):
        for word in seeds.get(printed[at : at + seed], ()):
            if reached.get(at - word, 0) > at:
                continue
            length = _same(words, word, printed, at, seed)
            reached[at - word] = at + length
            found.append(_Stretch(word, at, length))
    if len(found) > _MOST_STRETCHES:
        found = sorted(found, key=lambda one: -one.length)[:_MOST_STRETCHES]
    return sorted(found, key=lambda one: (one.print, one.word))


def _same(words: str, word: int, printed: str, at: int, length: int) -> int:
    """Return how far two texts are the same, `length` characters of which are known to be."""
    most = min(len(words) - word, len(printed) - at)
    while length < most and words[word + length] == printed[at + length]:
        length += 1
    return length


def _best_chain(stretches: Sequence[_Stretch]) -> list[_Stretch]:
    """Return stretches that follow each other in both texts and together cover the most."""
    scores: list[float] = []
    before: list[int] = []
    for number, two in enumerate(stretches):
        best, via = float(two.length), -1
        for earlier in range(number):
            one = stretches[earlier]
            gap = two.word - one.word - one.length
            gap_print = two.print - one.print - one.length
            gained = two.length + min(0, gap, gap_print)
            if gained <= 0:
                continue
            cost = max(0, gap) / 2 + (1 + min(gap_print, 400) / 100 if gap_print > 0 else 0)
            score = scores[earlier] + gained - cost
            if score > best:
                best, via = score, earlier
        scores.append(best)
        before.append(via)
    chain: list[_Stretch] = []
    at = max(range(len(scores)), key=scores.__getitem__, default=-1)
    while at >= 0:
        chain.append(stretches[at])
        at = before[at]
    return chain[::-1]


def _fill(
    words: str,
    printed: str,
    found: list[int | None],
    word: tuple[int, int],
    between: tuple[int, int],
) -> None:
    """Match the few letters between two stretches one by one, in order."""
    if between[1] - between[0] > 3 * (word[1] - word[0]) + _REACH:
        return
    at = between[0]
    for number in range(*word):
        other = printed.find(words[number], at, min(at + _REACH, between[1]))
        if other >= 0:
            found[number] = other
            at = other + 1


def _fill_ends(
    words: str, printed: str, found: list[int | None], chain: Sequence[_Stretch]
) -> None:
    """Match the few letters before the first stretch and behind the last, all of them or none."""
    first, last = chain[0], chain[-1]
    at, head = first.print, list[int]()
    for letter in reversed(words[: first.word]):
        at = printed.rfind(letter, max(0, at - _REACH), at)
        if at < 0 or len(head) >= _LONGEST_END:
            head.clear()
            break
        head.append(at)
    found[: len(head)] = reversed(head)
    end, at = last.word + last.length, last.print + last.length
    tail: list[int] = []
    for letter in words[end:]:
        at = printed.find(letter, at, at + _REACH)
        if at < 0 or len(tail) >= _LONGEST_END:
            tail.clear()
            break
        tail.append(at)
        at += 1
    found[end : end + len(tail)] = tail
