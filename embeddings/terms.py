"""Turns a text into the terms that the lexical index counts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_TOKEN = re.compile(
    r"\d{1,3}(?:,\d{3})+"  # a number with thousands set off by commas
    r"|[^\W_]+(?:[./-][^\W_]+)+"  # a symbol, a dotted number or a hyphened word
    r"|[^\W_]+(?:'[^\W_]+)?"  # a word, with its possessive or elided ending
)
_PART = re.compile(r"[./-]")
_APOSTROPHES = str.maketrans("’‘ʼ`", "''''")

_FUNCTION_WORDS = (
    "a about above after again all also am an and any are as at be because been before being below"
    " between both but by can cannot could did do does doing done down during each either else for"
    " from further get give given had has have having he her here hers him his how i if in into is"
    " it its itself just let may me might more most must my no nor not of off on once one only or"
    " other our out over own per please same say says shall she should so some such tell than that"
    " the their theirs them then there these they this those through to too under until up upon us"
    " very was we were what when where whether which while who whom whose why will with would you"
    " your yours don't doesn't didn't isn't aren't wasn't weren't can't won't it's that's there's"
    " what's who's i'm i'd"
)
STOPWORDS = frozenset(_FUNCTION_WORDS.split())


def tokenize(text: str) -> list[str]:
    """Return a text's terms in order, repeats kept.

    Accents are folded, words lower-cased and stemmed (Snowball English), function words left
    out; one in capitals ("WHO") is taken for an acronym and kept. A symbol or number with
    inner separators gives itself and its parts: ``wg.4/2011`` gives ``wg.4/2011``, ``wg``,
    ``4``, ``2011``; a hyphened word without a digit gives its parts only. ``1,250`` gives
    ``1250``.
    """
    terms: list[str] = []
    for match in _TOKEN.finditer(_fold(text)):
        token = match.group()
        if "," in token:
            terms.append(token.replace(",", ""))
            continue
        parts = _PART.split(token)
        if len(parts) > 1 and any(letter.isdigit() for letter in token):
            terms.append(token.lower())
        terms += [part.lower() for part in parts if _counts(part)]
    return stem(terms)


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _counts(word: str) -> bool:
    acronym = len(word) > 1 and word.isupper()
    return acronym or word.lower() not in STOPWORDS


def stem(words: Sequence[str], language: str = "english") -> list[str]:
    """Return the stems of words in lower case.

    Args:
        words: In that language.
        language: One of Snowball's.
    """
    import Stemmer

    # A stemmer must not be shared between threads, and costs less than a microsecond.
    stemmed: list[str] = Stemmer.Stemmer(language).stemWords(list(words))
    return stemmed
