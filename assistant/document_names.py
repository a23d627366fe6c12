"""Which documents a question seems to speak of, told by words of their titles and mastheads.

"In the Security Council report on South Sudan" names documents, and nobody has listed the names:
they are words of the library's own titles, each as telling as few titles have it. What makes
words of a title a name is that they are one, written with a capital wherever the library has
them; or that they stand where a document is spoken of ("the report on ageing"); or that many
stand there as in the title. Any other word of a title is an ordinary word. Body, year, kind and
session name nothing by themselves, but tell documents apart that words name equally.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from assistant.abbreviations import Abbreviations
from assistant.name_words import (
    ASIDE,
    JOINING,
    MONTHS,
    UNCAPPED,
    Word,
    authors_in,
    between,
    capital_runs,
    capital_share,
    cue,
    end_of,
    follows_document,
    holds,
    names_in,
    owned_document,
    parted,
    plain,
    shared_start,
    single_names,
    words_of,
)
from corpus.symbols import is_symbol
from corpus.types import Document
from embeddings.library import Library
from embeddings.terms import tokenize

Strengths = npt.NDArray[np.float32]

BESIDES = 0.5
"""By how much a telling word of body, date, kind or session raises a document that is named."""

QUOTED = 4
"""Words of a title one behind the other that name it wherever they stand."""

_MOSTLY = 0.6
_LONG_NAME = 3
"""Terms of a body's name that are taken for it without capitals too."""

_OWN = 0.5
"""How telling a body's name must be to name its documents: of 200, not more than 14 are its."""
_SAMPLE = 24
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_NEAR_NUMBER = 3
"""Terms within which a word stands before its number: ``Regulation (EU) No. 679``."""


@dataclass(frozen=True, slots=True)
class Name:
    """Words of a question that name documents.

    Attributes:
        start: Offset in the question.
        end: Offset behind the last one.
        strengths: How strongly each document is named by them, 0 to 1, by its place.
    """

    start: int
    end: int
    strengths: Mapping[int, float]

    @property
    def strength(self) -> float:
        """How strongly it names any document."""
        return max(self.strengths.values())


@dataclass(frozen=True, slots=True)
class Named:
    """What a question says of documents.

    Attributes:
        strengths: How strongly each document is named: shape (n_documents,), 0 to 1; the highest
            is 1 only if a telling word names it.
        names: Strongest first; none overlap.
    """

    strengths: Strengths
    names: tuple[Name, ...]


class DocumentNames:
    """Finds names of a library's documents in questions.

    Args:
        library: Opened library.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        documents = library.catalogue.documents
        self._n_documents = len(documents)
        lengths = [len(document.units) for document in documents]
        self._starts = np.cumsum([0, *lengths])[:-1]
        titles = [_title_words(document) for document in documents]
        self._titles = [tuple(tokenize(title)) for title in titles]
        self._holders = _postings(self._titles)
        self._alone = _postings(single_names(title) for title in titles)
        bodies = {d.metadata.body: capital_runs(d.metadata.body) for d in documents}
        self._authors = [
            (*authors_in(title), *bodies[document.metadata.body])
            for title, document in zip(titles, documents, strict=True)
        ]
        held = _postings(
            [term for author in authors for term in author] for authors in self._authors
        )
        self._author_terms = {term: frozenset(places) for term, places in held.items()}
        self._mastheads = _postings(tokenize(_masthead_words(d)) for d in documents)
        self._capital_shares: dict[str, float | None] = {}
        self._capitals: dict[int, list[tuple[str, ...]]] = {}
        self._lesser: dict[int, frozenset[str]] = {}
        self._abbreviations = Abbreviations(library)

    def read(self, question: str) -> Named:
        """Return the documents that a question names by words, each as strongly as it does."""
        words = [word for word in words_of(question) if word.terms]
        proper = _with_owner(question, list(self._proper_names(question, words)))
        names = [
            *self._phrases(question, words),
            *self._bodies(question, words),
            *self._abbreviated(words),
            *self._numbered(question, words),
            *proper,
        ]
        names.sort(key=lambda name: (-name.strength, name.start))
        kept: list[Name] = []
        for name in names:
            if not any(name.start < other.end and other.start < name.end for other in kept):
                kept.append(name)
        strengths = np.zeros(self._n_documents, dtype=np.float32)
        for name in kept:
            for place, strength in name.strengths.items():
                strengths[place] += strength
        if kept:
            self._tell_apart(strengths, words, kept)
            strengths[self._of_other_years(words)] *= ASIDE
        return Named(strengths / max(float(strengths.max(initial=0.0)), 1.0), tuple(kept))

    def _tell_apart(
        self, strengths: Strengths, words: Sequence[Word], names: Sequence[Name]
    ) -> None:
        """Raise those of the documents named whose body, year, kind or session is told too."""
        for word in words:
            if any(name.start <= word.start < name.end for name in names):
                continue
            for term in word.terms:
                weight = self._weight(self._mastheads, term)
                strengths[self._mastheads.get(term, [])] *= 1 + BESIDES * weight

    def _of_other_years(self, words: Sequence[Word]) -> npt.NDArray[np.bool_]:
        """Return which documents have none of the years that a question names, anywhere.

        A review of 2010 does not say what was spent in Turkey in 2024. A year that the whole
        library lacks tells nothing.
        """
        years = {term for word in words for term in word.terms if _YEAR.match(term)}
        having = np.zeros(self._n_documents, dtype=np.bool_)
        for year in years:
            having[self._mastheads.get(year, [])] = True
            rows = self._library.lexical_own.texts_with(year)
            having[np.searchsorted(self._starts, rows, side="right") - 1] = True
        return ~having & having.any()

    def _proper_names(self, question: str, words: Sequence[Word]) -> Iterator[Name]:
        """Yield proper names that stand in titles."""
        for group in self._groups(question, words):
            first = 0
            while first < len(group):
                last, places = self._longest_name(question, group, first)
                if places:
                    start, end = group[first].start, group[last].end
                    counts = cue(question, start, end)
                    if not question[start].isupper():
                        counts *= UNCAPPED
                    strengths = {at: counts * told for at, told in places.items()}
                    for at, told in self._written_by(group[first : last + 1]).items():
                        strengths[at] = max(strengths.get(at, 0.0), told)
                    yield Name(start, end, strengths)
                first = last + 1

    def _groups(self, question: str, words: Sequence[Word]) -> Iterator[Sequence[Word]]:
        """Yield words that may be a name: one word, or several that belong together."""
        group: list[Word] = []
        for word in words:
            if group and not self._goes_on(question, group[-1], word):
                yield group
                group = []
            group.append(word)
        if group:
            yield group

    def _goes_on(self, question: str, word: Word, following: Word) -> bool:
        """Tell whether a name goes on: ``South Sudan``, ``Republic of Korea``."""
        if parted(question, word, following):
            return False
        joined = set(between(question, word, following)) <= JOINING
        return joined and self._may_be_name(word) and self._may_be_name(following)

    def _may_be_name(self, word: Word) -> bool:
        return word.text[0].isupper() or self._proper(word) >= _MOSTLY

    def _longest_name(
        self, question: str, group: Sequence[Word], first: int
    ) -> tuple[int, dict[int, float]]:
        """Return the last word of the longest name that begins at a word, and its titles.

        Of words that belong together all must fit, or they are two names side by side: the
        Republic of Moldova is not named by "Republic", nor the United Kingdom by "United". One
        word alone names it if it is the rarest of its name: "Moldova", but not "South" Sudan.
        """
        end = len(group) - 1
        for last in range(end, first - 1, -1):
            if last < end and "of" in between(question, group[last], group[last + 1]):
                continue
            run = group[first : last + 1]
            places = self._titles_with(run) | self._written_by(run)
            if first == last:
                term = group[first].terms[0]
                alone = set(self._alone.get(term, ()))
                places = {
                    place: told
                    for place, told in places.items()
                    if place in alone or len(group) == 1 and not self._is_lesser(term, place)
                }
            if places:
                return last, places
        return first, {}

    def _titles_with(self, words: Sequence[Word]) -> dict[int, float]:
        """Return how strongly a proper name names each title that has all of its terms.

        Terms of the body, date, kind or session count as the title's.
        """
        telling = 0.0
        for word in words:
            weight = max(self._weight(self._holders, term) for term in word.terms)
            telling = max(telling, weight and weight * self._proper(word))
        if telling <= 0:
            return {}
        terms = [term for word in words for term in word.terms]
        held = [
            {*self._holders.get(term, ()), *self._mastheads.get(term, ())} for term in set(terms)
        ]
        in_title = {place for term in terms for place in self._holders.get(term, ())}
        places = dict.fromkeys(sorted(in_title.intersection(*held)), telling)
        alike = self._written_alike(words, places)
        return places | dict.fromkeys(alike, max(telling, self._rareness(len(alike))))

    def _written_alike(self, words: Sequence[Word], places: Iterable[int]) -> list[int]:
        """Return the titles that have several words in a row, all with capitals as here.

        So "the Committee on Contributions" is a name, though neither word alone is one.
        """
        if len(words) < 2 or not all(word.text[0].isupper() for word in words):
            return []
        terms = tuple(term for word in words for term in word.terms)
        return [place for place in places if any(holds(run, terms) for run in self._runs_in(place))]

    def _runs_in(self, place: int) -> list[tuple[str, ...]]:
        """Return the terms of capitalised words in a title, found when first asked for."""
        if place not in self._capitals:
            title = _title_words(self._library.catalogue.documents[place])
            self._capitals[place] = capital_runs(title)
        return self._capitals[place]

    def _written_by(self, words: Sequence[Word]) -> dict[int, float]:
        """Return how strongly a name of several words names the documents of that body.

        Wherever it stands: what "the Committee on Contributions" does stands in its report.
        """
        terms = tuple(term for word in words for term in word.terms)
        if len(words) < 2 or not all(word.text[0].isupper() for word in words):
            return {}
        return self._of_body(terms)

    def _of_body(self, terms: Sequence[str]) -> dict[int, float]:
        """Return how strongly terms of a body's name name its documents, if these are few."""
        places = [
            place
            for place in sorted(self._holding(terms))
            if any(holds(author, terms) for author in self._authors[place])
        ]
        told = self._rareness(len(places))
        return dict.fromkeys(places, told) if told >= _OWN else {}

    def _holding(self, terms: Sequence[str]) -> frozenset[int]:
        """Return the documents whose authors have all of some terms."""
        none: frozenset[int] = frozenset()
        found = self._author_terms.get(terms[0], none)
        return found.intersection(*(self._author_terms.get(term, none) for term in terms[1:]))

    def _is_lesser(self, term: str, place: int) -> bool:
        """Tell whether a longer name in a title has the term, and a rarer one."""
        if place not in self._lesser:
            idf = self._library.lexical_own.idf
            names = names_in(_title_words(self._library.catalogue.documents[place]))
            self._lesser[place] = frozenset(
                one for name in names for one in name if idf(one) < max(map(idf, name))
            )
        return term in self._lesser[place]

    def _phrases(self, question: str, words: Sequence[Word]) -> Iterator[Name]:
        """Yield runs of words that stand in a title in that order, where they name it."""
        for at, word in enumerate(words):
            runs = self._runs(question, words[at:])
            longest = max(runs.values(), default=0)
            if not longest or not (longest >= QUOTED or follows_document(question, word)):
                continue
            terms = [term for other in words[at:] for term in other.terms][:longest]
            telling = max(self._weight(self._holders, term) for term in terms)
            if telling > 0:
                best = [place for place, length in runs.items() if length == longest]
                yield Name(word.start, end_of(words[at:], longest), dict.fromkeys(best, telling))

    def _bodies(self, question: str, words: Sequence[Word]) -> Iterator[Name]:
        """Yield bodies of long names, with capitals or without: ``committee on fair trade``."""
        for at, first in enumerate(words):
            terms: list[str] = []
            best = None
            for before, word in zip([first, *words[at:]], words[at:], strict=False):
                joined = set(between(question, before, word)) <= JOINING
                if word is not first and (not joined or parted(question, before, word)):
                    break
                terms += word.terms
                if not self._holding(terms):
                    break
                places = self._of_body(terms) if len(terms) >= _LONG_NAME else {}
                if places:
                    best = Name(first.start, word.end, places)
            if best is not None:
                yield best

    def _abbreviated(self, words: Sequence[Word]) -> Iterator[Name]:
        """Yield abbreviations of long names in titles, wherever they stand: ``UNFPA``."""
        for word in words:
            for run in self._abbreviations.long_forms(word.text):
                places = self._titled_by_end_of(run)
                if places:
                    told = self._rareness(len(places))
                    if told >= _OWN:
                        yield Name(word.start, word.end, dict.fromkeys(places, told))
                    break

    def _numbered(self, question: str, words: Sequence[Word]) -> Iterator[Name]:
        """Yield a word with a number as in a title: ``resolution 2771``, ``Directive 95/46``."""
        for word, number in itertools.pairwise(words):
            term = number.terms[0]
            if not term[0].isdigit() or _YEAR.match(term) or parted(question, word, number):
                continue
            places = [
                place
                for place in self._holders.get(term, ())
                if _stands_before(self._titles[place], word.terms[-1], term)
            ]
            told = self._rareness(len(places))
            if told >= _OWN:
                yield Name(word.start, number.end, dict.fromkeys(places, told))

    def _titled_by_end_of(self, terms: Sequence[str]) -> list[int]:
        """Return the documents whose titles have the longest end of some terms that any has."""
        for start in range(len(terms) - _LONG_NAME + 1):
            wanted = terms[start:]
            places = [
                place
                for place in self._holders.get(wanted[0], ())
                if holds(self._titles[place], wanted)
            ]
            if places:
                return places
        return []

    def _runs(self, question: str, words: Sequence[Word]) -> dict[int, int]:
        """Return for each title how many terms it has in a row from the first one on."""
        terms = [*words[0].terms]
        for word, following in itertools.pairwise(words):
            if parted(question, word, following):
                break
            terms += following.terms
        return {
            place: max(
                shared_start(title[start:], terms)
                for start, term in enumerate(title)
                if term == terms[0]
            )
            for place in self._holders.get(terms[0], ())
            for title in (self._titles[place],)
        }

    def _weight(self, postings: Mapping[str, Sequence[int]], term: str) -> float:
        """Return how telling a term is: 1 if one document has it, 0 if all have."""
        return self._rareness(len(postings.get(term, ())))

    def _rareness(self, holders: int) -> float:
        if not holders or self._n_documents < 2:
            return 0.0
        return math.log(self._n_documents / holders) / math.log(self._n_documents)

    def _proper(self, word: Word) -> float:
        """Return how much of a proper name a word is, 0 to 1.

        By the share of its occurrences in the library that have a capital; half of them is
        none of a name. A word that the library has in titles alone is taken as it was typed.
        """
        typed = plain(word.text)
        if not typed[:1].isalpha() or not MONTHS.isdisjoint(word.terms):
            return 0.0
        if typed not in self._capital_shares:
            rows = self._library.lexical_own.texts_with(word.terms[0])
            chosen = rows[:: max(1, len(rows) // _SAMPLE)][:_SAMPLE]
            texts = [self._library.units[row].unit.text for row in chosen]
            self._capital_shares[typed] = capital_share(typed, texts)
        share = self._capital_shares[typed]
        if share is None:
            return float(word.text[0].isupper())
        return max(0.0, 2 * share - 1)


def _with_owner(question: str, names: list[Name]) -> list[Name]:
    """Raise the first name where the question speaks of "its report" and of no other's.

    In "How did Kenya answer Norway's criticism in its review?" it is Kenya's.
    """
    at = owned_document(question)
    first = min(names, key=lambda name: name.start, default=None)
    if first is None or first.start > at:
        return names
    if any(cue(question, name.start, name.end) > ASIDE for name in names):
        return names
    raised = {place: told / ASIDE for place, told in first.strengths.items()}
    return [replace(name, strengths=raised) if name is first else name for name in names]


def _stands_before(title: Sequence[str], word: str, number: str) -> bool:
    """Tell whether a word stands before a number in a title, right or nearly so."""
    at = title.index(number)
    return word in title[max(at - _NEAR_NUMBER, 0) : at]


def _title_words(document: Document) -> str:
    title = document.metadata.title
    # A file's name stands in where a document has no symbol.
    return title if is_symbol(document.symbol) else f"{title} {document.symbol}"


def _masthead_words(document: Document) -> str:
    m = document.metadata
    return " ".join((m.body, m.date[:4], m.kind, m.session))


def _postings(texts: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """Return the places of the texts that have each term, in order."""
    found: dict[str, list[int]] = {}
    for place, terms in enumerate(texts):
        for term in set(terms):
            found.setdefault(term, []).append(place)
    return found
