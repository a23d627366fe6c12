"""Which language a text is in, told offline by py3langid's model, which its wheel carries.

Samples are taken from the whole length of a text, because the front page often is in another
language than the rest: names, addresses, a masthead that was not translated.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLES = 8
_SAMPLE_LENGTH = 1_000
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_LETTERS = 80
"""With fewer letters a guess is no better than a guess: three words may be of any language."""

_ENGLISH = frozenset(
    _WORD.findall(
        "the what which how are did does and for with that this from there have has should about"
        " when where why who be been"
    )
)
"""Words that nearly every English question has, and no question in another language two of."""

NAMES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "nl": "Dutch",
    "pt": "Portuguese",
    "ru": "Russian",
    "zh": "Chinese",
}
"""English names of the languages that messages are most likely to name."""


@dataclass(frozen=True, slots=True)
class Language:
    """What language a text is in.

    Attributes:
        code: ISO 639-1 code; empty where there is too little text to tell.
        share: Share (0 to 1) of the samples that are in it; less than 1 in a mixed text.
        others: The languages of the other samples, the most frequent first.
    """

    code: str
    share: float
    others: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """English name, or the code where there is none here."""
        return NAMES.get(self.code, self.code)


def find_language(text: str) -> Language:
    """Return the language of most of a text; takes some milliseconds, however long it is."""
    found = Counter(
        _identify(sample)
        for sample in take_samples(text, _SAMPLES, _SAMPLE_LENGTH)
        if sum(c.isalpha() for c in sample) >= _FEWEST_LETTERS
    )
    if not found:
        return Language("", 0.0)
    (code, count), *others = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return Language(code, count / found.total(), tuple(other for other, _ in others))


def language_of_question(question: str) -> str:
    """Return the ISO 639-1 code of the likeliest language of a question, however short.

    Two words that are English alone tell at once; the model takes half a second to open.
    """
    if len(_ENGLISH.intersection(_WORD.findall(question.lower()))) > 1:
        return "en"
    return _identify(question)


def take_samples(text: str, count: int, length: int) -> list[str]:
    """Return `count` pieces of a text, evenly spread over it; of a short text, all of it in pieces.

    Args:
        text: Any text.
        count: How many pieces, at least 2.
        length: Characters in each, about.
    """
    if len(text) <= count * length:
        pieces = max(1, round(len(text) / length))
        step = -(-len(text) // pieces)
        return [text[i : i + step] for i in range(0, len(text), step or 1)]
    stride = (len(text) - length) / (count - 1)
    return [text[start : start + length] for start in (int(i * stride) for i in range(count))]


def _identify(sample: str) -> str:
    return str(_model().classify(sample)[0])


@cache
def _model() -> LanguageIdentifier:
    """Load the model (half a second) and leave out the languages without an ISO 639-1 code."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE)
    # The rest are close relatives (Wu beside Chinese, Egyptian beside Arabic) that no official
    # document is in, and that short samples are mistaken for.
    model.set_languages([label for label in model.labels if len(label) == 2])
    return model
