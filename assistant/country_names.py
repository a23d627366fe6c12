"""Countries that a question calls by another name than the library: "North Korea", "Norvège".

Official documents have the Democratic People's Republic of Korea, people have North Korea, and
neither an encoder nor shared words bring the two together well. So a country's name that the
library hardly has is read as the one that it has. Names in other languages are CLDR's, by way of
Babel; the official and the usual English ones, where they differ, are in `data/countries.json`.
A capital that acts or is spoken to, as Washington is, is read as its country (`capitals`).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from pathlib import Path

import numpy as np

from assistant.capitals import governments
from assistant.name_words import Word, capital_share, plain, words_of
from corpus.reference_words import fold_word
from embeddings.library import Library
from embeddings.terms import stem, tokenize

COMMONER = 4
"""How many times as often the library must have a country's other name for it to be read so."""

_SAMPLE = 50
_MOSTLY = 0.9
_SHORTEST = 4
_LONGEST = 8
_LANGUAGES: Mapping[str, str] = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "nl": "dutch",
    "pl": "polish",
    "pt": "portuguese",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}
"""Languages whose words are set apart by blanks, with their stemmers."""
_UNSPACED = ("zh", "ja")
_ENGLISH = Path(__file__).with_name("data") / "countries.json"

_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Mention:
    """A country's name in a text: its offsets, and the country by its code in ISO 3166-1."""

    start: int
    end: int
    country: str


class CountryNames:
    """Puts the names that a library has for countries in the place of others.

    Args:
        library: Opened library.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._chosen: dict[tuple[str, str], str] = {}

    def read(self, text: str) -> str:
        """Return a question with each country by the name that the library has for it.

        A name stays that the library has a fourth as often as the other, whose words all stand in
        the other (``United States``), or that the library has no other name for.
        """
        read, at = "", 0
        for mention in self._mentions(text):
            typed = text[mention.start : mention.end]
            name = self._name(typed, mention.country)
            # Chinese and Japanese set no blank beside a name, other languages need one.
            unspaced = name != typed and not typed.isascii() and typed in _unspaced()
            apart = " " if unspaced else ""
            read += f"{text[at : mention.start]}{apart}{name}{apart}"
            at = mention.end
        return " ".join((read + text[at:]).split()) if read else text

    def _mentions(self, text: str) -> Iterator[_Mention]:
        words = [_bare(word) for word in words_of(text)]
        found = [*_spelt(text, words, _english()), *self._governments(text, words)]
        if any(self._is_strange(word) for word in words):
            found += _foreign(text, words)
        end = 0
        for mention in sorted(found, key=lambda one: (one.start, -one.end)):
            if mention.start >= end:
                yield mention
                end = mention.end

    def _governments(self, text: str, words: Sequence[Word]) -> Iterator[_Mention]:
        """Yield capitals that stand for governments; "male" is a word, not the Maldives."""
        for start, end, country in governments(text, words, self._has_beside):
            typed = text[start:end]
            share = capital_share(plain(typed), self._texts(tokenize(typed)))
            if share is None or share >= _MOSTLY:
                yield _Mention(start, end, country)

    def _has_beside(self, first: str, second: str) -> bool:
        """Tell whether two words stand side by side in the library."""
        together = f"{_fold(first)} {_fold(second)}"
        texts = self._texts([*tokenize(first), *tokenize(second)])
        return any(together in _fold(text) for text in texts)

    def _texts(self, terms: Sequence[str]) -> Iterator[str]:
        """Yield the texts of some units that have all of some terms."""
        index = self._library.lexical_own
        rows = reduce(np.intersect1d, map(index.texts_with, terms)) if terms else ()
        for row in rows[:: max(1, len(rows) // _SAMPLE)]:
            yield self._library.units[row].unit.text

    def _is_strange(self, word: Word) -> bool:
        """Tell whether a word may be a name that the library does not have."""
        return not word.text[0].islower() and not self._has(word.text)

    def _has(self, name: str) -> bool:
        return all(len(self._library.lexical_own.texts_with(term)) for term in tokenize(name))

    def _name(self, typed: str, country: str) -> str:
        """Return what the library calls a country; what was typed if that is no other."""
        known = self._chosen.get((typed, country))
        if known is None:
            known = self._chosen[typed, country] = self._choose(typed, country)
        return known

    def _choose(self, typed: str, country: str) -> str:
        names = _english_names().get(country, ()) or _translated().get(country, ())
        counts = {name: self._count(name, names) for name in names}
        best = max(names, key=lambda name: counts[name], default=typed)
        if not counts.get(best) or set(tokenize(typed)) <= set(tokenize(best)):
            return typed
        return best if self._count(typed, names) * COMMONER <= counts[best] else typed

    def _count(self, name: str, names: Sequence[str]) -> int:
        """Return about how many units have a name, not as a part of another of these names."""
        if not tokenize(name) or not self._has(name):
            return 0
        index = self._library.lexical_own
        rows = reduce(np.intersect1d, map(index.texts_with, tokenize(name)))
        chosen = rows[:: max(1, len(rows) // _SAMPLE)]
        own = _fold(name)
        longer = [other for other in map(_fold, names) if own in other and own != other]
        found = 0
        for row in chosen:
            text = _fold(self._library.units[row].unit.text)
            for other in longer:
                text = text.replace(other, "")
            found += own in text
        return round(found * len(rows) / max(1, len(chosen)))


def _bare(word: Word) -> Word:
    """Return a word without its possessive and without an article before an apostrophe."""
    start = word.start
    head, mark, tail = word.text.replace("’", "'").partition("'")
    if mark and len(head) < 3 and len(tail) > 1:
        start += len(head) + 1
    text = word.text[start - word.start :]
    kept = text[: len(plain(text))]
    return Word(start, start + len(kept), kept, word.terms)


def _spelt(text: str, words: Sequence[Word], names: Mapping[_Key, str]) -> Iterator[_Mention]:
    """Yield the longest names that begin at each word, acronyms only in capitals."""
    for first in range(len(words)):
        for last in range(min(first + _LONGEST, len(words)) - 1, first - 1, -1):
            run = words[first : last + 1]
            country = names.get(_key(run)) or names.get(tuple(word.text for word in run))
            if country:
                yield _Mention(run[0].start, run[-1].end, country)
                break


def _foreign(text: str, words: Sequence[Word]) -> Iterator[_Mention]:
    for language in _LANGUAGES:
        names = _stemmed(language)
        stems = _stems([word.text for word in words], language)
        for first, word in enumerate(words):
            if word.text[0].islower():
                continue
            for last in range(min(first + _LONGEST, len(words)), first, -1):
                country = names.get(tuple(stems[first:last]))
                if country:
                    yield _Mention(word.start, words[last - 1].end, country)
                    break
    for name, country in _unspaced().items():
        for at in (found.start() for found in re.finditer(re.escape(name), text)):
            yield _Mention(at, at + len(name), country)


def _key(words: Sequence[Word]) -> _Key:
    return tuple(_fold(word.text) for word in words)


def _fold(text: str) -> str:
    return fold_word(text.replace("’", "'"))


@cache
def _english_names() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = json.loads(_ENGLISH.read_text(encoding="utf-8"))
    return {country: tuple(names) for country, names in found.items()}


@cache
def _english() -> Mapping[_Key, str]:
    """Return the country of each English name by its words; of an acronym, as it is written."""
    found: dict[_Key, str] = {}
    for country, names in _english_names().items():
        for name in names:
            words = words_of(name)
            acronym = name.replace(".", "").isupper()
            found[tuple(word.text for word in words) if acronym else _key(words)] = country
    return found


@cache
def _territories(language: str) -> Mapping[str, str]:
    """Return CLDR's names of countries in a language, by code."""
    from babel import Locale

    names = Locale(language).territories
    groups = {"EU", "EZ", "UN", "QO", "ZZ"}
    return {code: name for code, name in names.items() if code.isalpha() and code not in groups}


@cache
def _translated() -> Mapping[str, tuple[str, ...]]:
    """Return each country's names in all languages, English first."""
    found: dict[str, list[str]] = {}
    for language in ("en", *_LANGUAGES, *_UNSPACED):
        for code, name in _territories(language).items():
            found.setdefault(code, []).append(name)
    return {code: tuple(dict.fromkeys(names)) for code, names in found.items()}


@cache
def _stemmed(language: str) -> Mapping[_Key, str]:
    """Return the country of each name in a language, by the stems of its words."""
    found = {}
    for code, name in _territories(language).items():
        words = [word.text for word in words_of(name)]
        if len("".join(words)) >= _SHORTEST:
            found[tuple(_stems(words, language))] = code
    return found


def _stems(words: Sequence[str], language: str) -> list[str]:
    # People leave accents out, but where a script is not Latin its marks are letters.
    folded = [_fold(word) if word[:1].isascii() or _latin(word) else word for word in words]
    return stem(folded, _LANGUAGES[language])


def _latin(word: str) -> bool:
    return unicodedata.name(word[0], "").startswith("LATIN")


@cache
def _unspaced() -> Mapping[str, str]:
    """Return the country of each name in languages without blanks, longest first."""
    names = {name: code for lang in _UNSPACED for code, name in _territories(lang).items()}
    chosen = sorted(names, key=len, reverse=True)
    return {name: names[name] for name in chosen if len(name) > 1}
