"""Words as a person typed them, and what shows in them that a name is spoken of."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.reference_words import DOCUMENTS, fold_word
from embeddings.terms import tokenize

ASIDE = 0.2
"""What a name counts where the question does not speak *of* it: "what did Norway recommend"."""

UNCAPPED = 0.5
"""What a name counts that was typed without a capital: "board" may be the Board or any other."""

JOINING = frozenset({"of", "and", "the", "for", "on", "in"})
"""Small words inside names."""
_JOINING_IN_TITLES = frozenset({"of", "and", "the"})  # "Situation in Abyei" names Abyei

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_MOST_BETWEEN = 4
_OWNERS = frozenset({"its", "their", "his", "her"})
_BREAK = re.compile(r"[,;:.?!()\"“”–—]")
_TOPICAL = frozenset(
    {"about", "against", "at", "concerning", "for", "in", "into", "on", "regarding", "to"}
    | {"toward", "towards", "with", "within"}
)
"""Words behind which stands what is spoken of, not who speaks."""
_SMALL_VERBS = frozenset({"give", "gave", "tell", "show"})
"""Verbs among the function words that `tokenize` leaves out, done to somebody."""
MONTHS = frozenset(
    tokenize(
        "January February March April May June July August September October November December"
    )
)
"""Terms of dates, which have a capital in English and name nothing."""
_DOCUMENT_NOUNS = DOCUMENTS | {
    *("decision", "decisions", "judgment", "judgments", "letter", "letters"),
    *("resolution", "resolutions"),
}
_AUTHORING = frozenset({"of", "by", "from"})
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "its"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text.

    Attributes:
        start: Offset in the text.
        end: Offset behind it.
        text: As typed.
        terms: What it is counted by; none for a function word.
    """

    start: int
    end: int
    text: str
    terms: tuple[str, ...]


def words_of(text: str) -> list[Word]:
    """Return the words of a text in order, function words included."""
    return [
        Word(match.start(), match.end(), match.group(), tuple(tokenize(match.group())))
        for match in _WORD.finditer(text)
    ]


def parted(text: str, word: Word, following: Word) -> bool:
    """Tell whether a comma or the like stands between two words."""
    return bool(_BREAK.search(text, word.end, following.start))


def between(text: str, word: Word, following: Word) -> list[str]:
    """Return what stands between two words, white space left out."""
    return text[word.end : following.start].split()


def cue(text: str, start: int, end: int) -> float:
    """Return what a name counts at a place in a text.

    All behind ``on``, ``to`` and the like, before ``report`` and the like, and as the one to whom
    another does something (``did Norway urge Kenya``); else `ASIDE`, as in ``reply to Kenya's
    criticism``, which is spoken of, and not Kenya.
    """
    before, owns = _before(text, start), _POSSESSIVE.search(text[start:end]) is not None
    if _is_document(text, end, _MOST_BETWEEN if owns else 0):
        return 1.0
    topical = bool(before) and fold_word(before[-1].text) in _TOPICAL
    if topical and owns and fold_word(before[-1].text) == "to":
        return ASIDE
    return 1.0 if topical or _is_object(text, before, start) else ASIDE


def _is_document(text: str, end: int, between: int) -> bool:
    """Tell whether a document is spoken of behind a name, with at most so many words between."""
    at = end
    for word in itertools.islice(_WORD.finditer(text, end), between + 1):
        if _BREAK.search(text, at, word.start()):
            return False
        if fold_word(word.group()) in _DOCUMENT_NOUNS:
            return True
        if not tokenize(word.group()):
            return False
        at = word.end()
    return False


def owned_document(text: str) -> int:
    """Return where a document is spoken of as somebody's (``in its 2011 review``), else -1."""
    for word in _WORD.finditer(text):
        if fold_word(word.group()) in _OWNERS and _is_document(text, word.end(), _MOST_BETWEEN):
            return word.start()
    return -1


def _is_object(text: str, before: Sequence[Word], start: int) -> bool:
    """Tell whether the words before a name end with another name and what it does."""
    if len(before) < 2 or _BREAK.search(text, before[-1].end, start):
        return False
    actor, verb = before[-2:]
    does = bool(verb.terms) or verb.text in _SMALL_VERBS
    return actor.text[0].isupper() and bool(actor.terms) and verb.text.islower() and does


def follows_document(text: str, word: Word) -> bool:
    """Tell whether a word stands behind ``report on``, ``review of`` and the like."""
    before = [fold_word(one.text) for one in _before(text, word.start)[-2:]]
    return len(before) > 1 and before[-1] in _TOPICAL | {"of"} and before[-2] in _DOCUMENT_NOUNS


def _before(text: str, start: int) -> list[Word]:
    """Return the words before a place, without the articles next to it."""
    before = words_of(text[:start])
    while before and fold_word(before[-1].text) in _DETERMINERS:
        before.pop()
    return before


def single_names(title: str) -> Iterator[str]:
    """Yield the terms of a title's capitalised words that have none beside them: ``kenya``."""
    for name in names_in(title):
        if len(name) == 1:
            yield name[0]


def names_in(title: str) -> list[tuple[str, ...]]:
    """Return the terms of each name in a title: of capitalised words that stand together.

    The joining words of ``Republic of Korea`` part nothing.
    """
    return _capitalised(title, _JOINING_IN_TITLES)


def authors_in(title: str) -> list[tuple[str, ...]]:
    """Return the terms of each name behind ``Report of``, ``Note by`` and the like."""
    words = words_of(title)
    found = []
    for noun, joint in itertools.pairwise(words):
        if fold_word(noun.text) in _DOCUMENT_NOUNS and joint.text in _AUTHORING:
            found += capital_runs(title[joint.end :].partition(":")[0])[:1]
    return found


def capital_runs(title: str) -> list[tuple[str, ...]]:
    """Return the terms of capitalised words with nothing but joining words between them.

    Longer than names: ``Report of the Committee on Contributions``.
    """
    return _capitalised(title, JOINING)


def _capitalised(title: str, joining: Collection[str]) -> list[tuple[str, ...]]:
    words = words_of(title)
    groups: list[list[Word]] = [[]]
    for at, word in enumerate(words):
        if at and parted(title, words[at - 1], word):
            groups.append([])
        if word.text[0].isupper():
            groups[-1].append(word)
        elif word.text not in joining:
            groups.append([])
    terms = (tuple(term for word in group for term in word.terms) for group in groups)
    return [found for found in terms if found]


def holds(run: Sequence[str], terms: Sequence[str]) -> bool:
    """Tell whether some terms stand in a run one behind the other."""
    return any(
        tuple(run[at : at + len(terms)]) == tuple(terms) for at in range(len(run) - len(terms) + 1)
    )


def plain(word: str) -> str:
    """Return a word without case and without the ending of its possessive."""
    return _POSSESSIVE.sub("", word.casefold())


def capital_share(word: str, texts: Iterable[str]) -> float | None:
    """Return the share of a word's occurrences that have a capital, None without any.

    The first word of a text or sentence tells nothing and does not count.

    Args:
        word: As `plain` gives it; other words of its stem do not count.
        texts: In which it may occur.
    """
    capital = every = 0
    for text in texts:
        for match in _WORD.finditer(text):
            if plain(match.group()) != word:
                continue
            if not match.start() or text[: match.start()].rstrip()[-1:] in ".!?:":
                continue
            every += 1
            capital += match.group()[0].isupper()
    return capital / every if every else None


def shared_start(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many terms two sequences begin with alike."""
    for at, (ours, theirs) in enumerate(zip(one, other, strict=False)):
        if ours != theirs:
            return at
    return min(len(one), len(other))


def end_of(words: Sequence[Word], length: int) -> int:
    """Return the offset behind the word that holds the last of so many terms."""
    count = 0
    for word in words:
        count += len(word.terms)
        if count >= length:
            return word.end
    return words[-1].end
