"""Capitals that stand for their governments: "What was Canberra told?".

Which city is a capital is countryinfo's. A city named for two countries, such as Jerusalem, stands
for neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from assistant.name_words import Word, words_of
from corpus.reference_words import fold_word

_BEFORE_WHO_ACTS = frozenset(
    {"can", "could", "did", "does", "had", "has", "may", "might", "must", "should", "will", "would"}
)
"""Words right behind which stands who acts: "did Kyiv offer"."""
_BEFORE_WHOM = frozenset(
    {"advise", "advised", "ask", "asked", "encourage", "encouraged", "invite", "invited", "press"}
    | {"pressed", "remind", "reminded", "tell", "told", "urge", "urged", "warn", "warned"}
)
"""Words right behind which stands to whom something is said: "told Canberra"."""
_CITY = frozenset(
    {"airport", "area", "branch", "city", "conference", "countryside", "district", "embassy"}
    | {"meeting", "office", "offices", "province", "region", "residents", "seminar", "suburbs"}
)
"""Words right before which a city is a place."""
_OF_MORE = frozenset({("brussels",)})
"""Seats of governments of more than one country: Brussels is the European Union's as well."""
_LONGEST = 4

Beside = Callable[[str, str], bool]
"""Tells whether a library has two words side by side."""


def governments(text: str, words: Sequence[Word], beside: Beside) -> Iterator[tuple[int, int, str]]:
    """Yield capitals that stand for governments: their offsets, and the country's code.

    Only where one acts, owns or is spoken to; elsewhere it is a place ("in Vienna"), what happened
    there ("thirty years after Beijing"), or a part of a name, which the library then has.

    Args:
        text: A question.
        words: Of it.
        beside: Of the library.
    """
    folded = [fold_word(word.text) for word in words]
    at = 0
    while at < len(words):
        last = _end_of_capital(folded, at)
        if last is None:
            at += 1
            continue
        around = (*_pair(words, at - 1), *_pair(words, last))
        if _is_somebody(
            text[words[last].end :], folded[at - 1 : at], folded[last + 1 : last + 2]
        ) and not any(_is_one_name(text, *pair, beside) for pair in around):
            yield words[at].start, words[last].end, _countries()[tuple(folded[at : last + 1])]
        at = last + 1


def _pair(words: Sequence[Word], first: int) -> Iterator[tuple[Word, Word]]:
    """Yield a word with the next one, if there are both."""
    if 0 <= first < len(words) - 1:
        yield words[first], words[first + 1]


def _is_one_name(text: str, word: Word, following: Word, beside: Beside) -> bool:
    """Tell whether two words of a text stand in the library as they do here: Paris Agreement."""
    joined = bool(word.terms and following.terms) and text[word.end : following.start] == " "
    return joined and beside(word.text, following.text)


def _end_of_capital(folded: Sequence[str], first: int) -> int | None:
    for last in range(min(first + _LONGEST, len(folded)) - 1, first - 1, -1):
        if tuple(folded[first : last + 1]) in _countries():
            return last
    return None


def _is_somebody(rest: str, before: Sequence[str], after: Sequence[str]) -> bool:
    """Tell whether a city acts, owns or is spoken to, by what stands around it.

    Args:
        rest: The text behind it.
        before: The word before it, if there is one.
        after: The word behind it, if there is one.
    """
    if not _CITY.isdisjoint(after):
        return False
    return rest.startswith(("'s", "’s")) or not (_BEFORE_WHO_ACTS | _BEFORE_WHOM).isdisjoint(before)


@cache
def _countries() -> Mapping[tuple[str, ...], str]:
    """Return the country of each capital by its words, of those that are of one country alone."""
    from countryinfo import all_countries

    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for country in all_countries():
        capital, code = country.capital(), country.iso(2)
        if isinstance(capital, str) and capital and isinstance(code, str):
            name = capital.removesuffix(" D.C.")
            found[tuple(fold_word(word.text) for word in words_of(name))].add(code)
    return {
        words: codes.pop()
        for words, codes in found.items()
        if len(codes) == 1 and words not in _OF_MORE
    }
