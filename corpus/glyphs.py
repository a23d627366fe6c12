"""Whether a text's characters are what the page shows: broken fonts, wrong encodings, lost blanks.

A PDF can draw the right shapes and call them by wrong names; a file can be read in the wrong
encoding. Each test is a share that is near zero in sound text: over 180 published reports the
highest were 0 unknown characters, 1.1% words without vowels, 0.3% with capitals inside, 0.6% with
signs inside, 6% single letters (17% in Russian), 0.01% overlong words. The limits lie well above
these and far below what a broken file shows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from corpus.language import take_samples

_SAMPLES = 24
_SAMPLE_LENGTH = 2_000
_UNKNOWN = re.compile(r"[\ue000-\uf8ff\ufffd]")
_UNKNOWN_IN_WORD = re.compile(
    r"(?<=[^\W\d_])[\ue000-\uf8ff\ufffd]|[\ue000-\uf8ff\ufffd](?=[^\W\d_])"
)
_WORD = re.compile(r"[^\W\d_]+")
_URL = re.compile(
    r"(?:https?://|www\.)\S*|[\w.-]{1,64}@[\w.-]{1,64}|\b[\da-f]{4,}(?:-[\da-f]*)+\S*",
    re.IGNORECASE,
)
_UTF8_AS_LATIN = re.compile(
    r"[ÃÂ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œž]|â€|[ÐÑ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ]"
)
_MAC_AS_LATIN = re.compile(r"(?<=\d)Ð(?=\d)|(?<=[a-z])Õ(?=[a-z])|\bÒ(?=[A-Za-z]{2,})")
_PRESENTATION = re.compile(r"[\ufb50-\ufdff\ufe70-\ufefc]")
_ARABIC = re.compile(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]+")
_VOWEL = re.compile(r"[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿаеёиоуыэюяіїє]", re.IGNORECASE)
_INNER_CAPITAL = re.compile(r"[^\W\d_A-Z][A-Z]")
_NAME = re.compile(r"(?:Ma?c|D[aei]|L[aei]|Al|Van|O)[A-Z]")
_MIXED = re.compile(r"[a-z]\d[a-z]|[A-Za-z][\^~|<>{}\\][A-Za-z\d]|\d\^\d|[a-z][;:!?^][a-z]")
_LONG_WORD = 28
_FEWEST_WORDS = 20

_MOST_UNKNOWN = 0.005
"""Bullets of symbol fonts are many of these; inside words there are none in a sound text."""
_MOST_UNKNOWN_IN_WORDS = 0.0005
_MOST_MISREAD = 0.0005
_MOST_PRESENTATION = 0.2
_MOST_VOWELLESS = 0.08
_MOST_CAPITALS = 0.04
_MOST_MIXED = 0.03
_MOST_SINGLE = 0.3
_MOST_LONG = 0.03


def find_glyph_faults(text: str) -> tuple[str, ...]:
    """Return what is wrong with a text's characters, a phrase each; empty for a sound text.

    Of a long text samples are looked at; characters that stand for nothing are counted in all.
    """
    if not text.strip():
        return ()
    sample = " ".join(take_samples(text, _SAMPLES, _SAMPLE_LENGTH))
    unknown = len(_UNKNOWN.findall(text)) / len(text)
    inside = len(_UNKNOWN_IN_WORD.findall(text)) / len(text)
    faults = list(_faults(sample))
    if unknown > _MOST_UNKNOWN or inside > _MOST_UNKNOWN_IN_WORDS:
        faults.insert(
            0, f"{100 * unknown:.1f}% of the characters have no meaning outside their font"
        )
    return tuple(faults)


def _faults(text: str) -> Iterator[str]:
    misread = len(_UTF8_AS_LATIN.findall(text)) + len(_MAC_AS_LATIN.findall(text))
    if misread > 2 and misread / len(text) > _MOST_MISREAD:
        yield "the text was read in a wrong encoding"
    yield from _arabic_faults(text)
    words = _WORD.findall(_URL.sub(" ", text))
    if len(words) >= _FEWEST_WORDS:
        yield from _word_faults(words, text)


def _arabic_faults(text: str) -> Iterator[str]:
    words = _ARABIC.findall(text)
    if len(words) < _FEWEST_WORDS:
        return
    shaped = len(_PRESENTATION.findall(text)) / sum(map(len, words))
    if shaped > _MOST_PRESENTATION:
        yield "the Arabic letters are shapes of a font, not letters"
    # The article begins every fourth word or so; read backwards it ends them.
    starts = sum(word.startswith("ال") for word in words)
    if sum(word.endswith("لا") for word in words) > max(starts, 2):
        yield "the Arabic words run backwards"


def _word_faults(words: list[str], text: str) -> Iterator[str]:
    spaced = [w for w in words if unicodedata.name(w[0], "").startswith(("LATIN", "CYRILLIC"))]
    if len(spaced) < len(words) / 2:
        return
    whole = [word for word in spaced if len(word) >= 4 and not word.isupper()]
    count = max(1, len(whole))
    if sum(not _VOWEL.search(word) for word in whole) / count > _MOST_VOWELLESS:
        yield "many words have no vowels"
    inner = (word for word in whole if _INNER_CAPITAL.search(word) and not _NAME.match(word))
    if sum(1 for _ in inner) / count > _MOST_CAPITALS:
        yield "many words have capitals inside"
    tokens = _URL.sub(" ", text).split()
    if sum(bool(_MIXED.search(token)) for token in tokens) / len(tokens) > _MOST_MIXED:
        yield "many words have digits or signs inside"
    if sum(len(word) == 1 for word in spaced) / len(spaced) > _MOST_SINGLE:
        yield "words are broken into single letters"
    if sum(len(word) >= _LONG_WORD for word in spaced) / len(spaced) > _MOST_LONG:
        yield "the blanks between words are lost"
