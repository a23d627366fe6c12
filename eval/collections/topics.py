"""What a recommendation is about, in a few of its own words: the recipe behind made questions.

A person asks about "conditions of detention", not about the sentence that speaks of them. The words
are taken as they stand, so that the recipe needs no model and the same text always gives the same
topic.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from embeddings.terms import STOPWORDS, tokenize

SHORTEST, LONGEST = 3, 6
"""Words of a topic."""

RAREST = 3
"""Terms by whose rareness topics are compared; more would favour long ones."""

_INSIDE = frozenset(["of", "and", "the", "in", "on", "against", "for", "a", "an", "from", "with"])
"""Function words that may stand in a topic; any other ends it."""

_OUTSIDE = frozenset(
    [
        "within",
        "without",
        "among",
        "amongst",
        "towards",
        "toward",
        "across",
        "regarding",
        "concerning",
        "including",
        "according",
        "upon",
        "via",
        "per",
        "also",
        "such",
        "particularly",
        "especially",
        "inter",
        "alia",
    ]
)
"""Words that the index counts but that name nothing."""

_BRACKETS = re.compile(r"\([^()]*\)")
_CLAUSE = re.compile(r"[;:,.!?()“”\"]+(?=\s|$)|\s[–—-]\s")
_UNFINISHED = re.compile(r"(?:ly|ed|ing|al|ive|ous|ful|ible|able|less|ary|ic)\Z", re.IGNORECASE)
_BROKEN = re.compile(r"[a-z][À-Þ]")


class TopicFinder:
    """Finds the words that a text is about.

    Args:
        texts: All of their kind, by which a term is rare or common.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        counted = [set(tokenize(text)) for text in texts]
        self._texts = len(counted)
        self._frequency = Counter(term for terms in counted for term in terms)

    def topic(self, text: str) -> str:
        """Return three to six words of a text that hold its rarest terms; empty if none fit.

        They follow each other inside one clause, begin and end with a content word, end in what
        may be a noun, and cut no capitalised name. The sum of the idf of their three rarest
        terms decides, then the fewer words, then the earlier.
        """
        best: tuple[float, int] = (-math.inf, 0)
        found: Sequence[str] = ()
        for words in _phrases(text):
            value = (self._rareness(words), -len(words))
            if value > best:
                best, found = value, words
        return " ".join(found)

    def _rareness(self, words: Sequence[str]) -> float:
        terms = {term for word in words for term in tokenize(word)[:1]}
        weights = sorted((self._idf(term) for term in terms), reverse=True)
        return sum(weights[:RAREST])

    def _idf(self, term: str) -> float:
        return math.log((self._texts + 1) / (self._frequency[term] + 0.5))


def holds(text: str, topic: str) -> bool:
    """Tell whether a text has all terms of a topic one behind the other."""
    terms, wanted = tokenize(text), tokenize(topic)
    return any(terms[at : at + len(wanted)] == wanted for at in range(len(terms)))


def _phrases(text: str) -> Iterator[Sequence[str]]:
    """Yield runs of words that may be a topic, in reading order."""
    clauses = _CLAUSE.split(_BRACKETS.sub(" ; ", text))
    for number, clause in enumerate(clauses):
        words = clause.split()
        # A recommendation opens with its verb: "Ratify", "Continue".
        for first in range(int(number == 0), len(words)):
            if not _begins(words, first):
                continue
            for last in range(first + 1, min(first + LONGEST, len(words))):
                if last - first + 1 >= SHORTEST and _ends(words, last):
                    yield words[first : last + 1]
                if not (_is_content(words[last]) or words[last] in _INSIDE):
                    break


def _begins(words: Sequence[str], at: int) -> bool:
    word, before = words[at], words[at - 1] if at else ""
    cuts_name = word[0].isupper() and before[:1].isupper() and at > 1
    # Behind "to" stands a verb.
    return _is_content(word) and before != "to" and not word.endswith("ly") and not cuts_name


def _ends(words: Sequence[str], at: int) -> bool:
    word, behind = words[at], words[at + 1] if at + 1 < len(words) else ""
    cuts_name = word[0].isupper() and behind[:1].isupper()
    whole = behind != "of" and not cuts_name
    return _is_content(word) and not _UNFINISHED.search(word) and whole


def _is_content(word: str) -> bool:
    plain = word.lower() not in STOPWORDS | _OUTSIDE and any(letter.isalnum() for letter in word)
    return plain and not _BROKEN.search(word)
