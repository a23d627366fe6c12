"""Checks question sets against the documents that they ask about, and against each other.

`eval.questions` reads the lines; here their labels, quotes and wording are held against the
library.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from functools import cache
from itertools import combinations, product
from pathlib import Path

from corpus.catalogue import Catalogue
from corpus.documents import typographic_key
from embeddings.terms import tokenize
from eval.errors import QuestionSetError
from eval.judgements import find_faults, find_symbol
from eval.questions import load_questions
from eval.types import Finding, Question, QuestionSet, Severity

DUPLICATE = 0.8
SIMILAR = 0.6
"""Share of the content words of two questions that both have, over those that either has.
From the first on they are one question if their gold labels agree too; from the second on a
person should look.
"""

MOST_QUESTIONS_A_UNIT = 7
MOST_OF_A_KIND = 2
COMMON = 0.2
"""A stem in more than this share of the units is what they are all about, and no hint."""


def check_sets(paths: Sequence[Path], catalogue: Catalogue) -> tuple[Finding, ...]:
    """Return all that is wrong with some sets, then what a person should look at.

    The sets are also held against each other: one that is only measured must not share
    questions with one that is fitted on.
    """
    found: list[Finding] = []
    sets: list[QuestionSet] = []
    for path in paths:
        try:
            question_set = load_questions(path)
        except QuestionSetError as error:
            found += [Finding("error", path.stem, "", problem) for problem in error.problems]
        else:
            sets.append(question_set)
            found += check_set(question_set, catalogue)
    for one, other in combinations(sets, 2):
        for first, second in product(one.questions, other.questions):
            found += _check_likeness(first, second, one.name, other.name)
    found += _check_spread(sets, catalogue)
    return tuple(sorted(found, key=lambda finding: finding.severity))


def check_set(question_set: QuestionSet, catalogue: Catalogue) -> tuple[Finding, ...]:
    """Return what is wrong with one set, and what a person should look at.

    Errors: a document or label that the library does not have; a quote that is not in its
    unit; a paraphrase that shares a content word with its gold units; a question asked twice
    (nearly the same words and the same gold labels).
    Notes: questions that resemble each other; a unit that is gold for many questions; how many
    of the units are gold for any.
    """
    name = question_set.name
    common = common_stems(catalogue)
    found: list[Finding] = []
    for question in question_set.questions:
        faults = find_faults(question, catalogue)
        if not faults:
            faults += _quote_faults(question, catalogue)
            faults += _paraphrase_faults(question, catalogue, common)
        found += [Finding("error", name, question.id, fault) for fault in faults]
    for first, second in combinations(question_set.questions, 2):
        found += _check_likeness(first, second, name, name)
    found += _check_coverage(question_set, catalogue)
    return tuple(found)


def find_quote(text: str, quote: str) -> tuple[int, int] | None:
    """Return where a quote stands in a unit's text, white space folded; None if it does not.

    Returns:
        Offsets: ``text[start:end]`` is the quote with single spaces.
    """
    folded = " ".join(quote.split())
    start = text.find(folded)
    return None if start < 0 else (start, start + len(folded))


def shared_stems(question: Question, catalogue: Catalogue) -> frozenset[str]:
    """Return the stems of the content words that a question shares with its gold units.

    Only with the units' own words, not with their lead-ins and headings; empty for a question
    without gold labels.
    """
    symbol = find_symbol(question, catalogue)
    if symbol is None:
        return frozenset()
    texts = [catalogue.unit(symbol, label).text for label in question.gold]
    return _stems(question.question) & _stems(" ".join(texts))


def common_stems(catalogue: Catalogue) -> frozenset[str]:
    """Return the stems that stand in more than a fifth of the library's units."""
    counts = Counter(stem for located in catalogue for stem in _stems(located.unit.text))
    return frozenset(stem for stem, n in counts.items() if n > COMMON * len(catalogue))


def _quote_faults(question: Question, catalogue: Catalogue) -> Iterator[str]:
    symbol = find_symbol(question, catalogue)
    if symbol is None:
        return
    for evidence in question.evidence:
        text = catalogue.unit(symbol, evidence.label).text
        if find_quote(text, evidence.quote) is None:
            fault = f"the quote {evidence.quote!r} is not in {evidence.label}"
            if typographic_key(evidence.quote) in typographic_key(text):
                fault += ", but for quote marks, hyphens or spaces: copy the words from the text"
            yield fault


def _paraphrase_faults(question: Question, catalogue: Catalogue, common: Set[str]) -> Iterator[str]:
    shared = shared_stems(question, catalogue) - common
    if question.kind == "paraphrase" and shared:
        yield f"a paraphrase that shares {', '.join(sorted(shared))} with its gold unit: reword it"


def _check_likeness(
    first: Question, second: Question, first_set: str, second_set: str
) -> Iterator[Finding]:
    ours, theirs = _stems(_asked(first)), _stems(_asked(second))
    either = ours | theirs
    likeness = len(ours & theirs) / len(either) if either else 1.0
    same_gold = set(first.gold) == set(second.gold)
    twice = likeness >= DUPLICATE and same_gold or _asked(first) == _asked(second)
    if likeness >= SIMILAR:
        severity: Severity = "error" if twice else "note"
        how = "asks the same as" if twice else "resembles"
        text = f"{how} {first_set} {first.id}: {second.question!r}, {first.question!r}"
        yield Finding(severity, second_set, second.id, text)


def _check_coverage(question_set: QuestionSet, catalogue: Catalogue) -> Iterator[Finding]:
    counts = Counter(
        (find_symbol(question, catalogue), label)
        for question in question_set.questions
        for label in question.gold
    )
    name, n = question_set.name, len(question_set.questions)
    for (_, label), times in counts.items():
        if times > MOST_QUESTIONS_A_UNIT:
            yield Finding("note", name, "", f"{label} is gold for {times} questions")
    text = f"{n} questions; {len(counts)} of {len(catalogue)} units are gold for one"
    yield Finding("note", name, "", text)


def _check_spread(sets: Sequence[QuestionSet], catalogue: Catalogue) -> Iterator[Finding]:
    """Yield the units that too many questions of one kind are about, all sets taken together."""
    asking: dict[tuple[str, str | None, str], list[str]] = {}
    for question in (question for one in sets for question in one.questions):
        for label in question.gold:
            key = (question.kind, find_symbol(question, catalogue), label)
            asking.setdefault(key, []).append(question.id)
    names = " and ".join(one.name for one in sets)
    for (kind, _, label), ids in asking.items():
        if len(ids) > MOST_OF_A_KIND:
            text = f"{label} is gold for {len(ids)} {kind} questions: {', '.join(ids)}"
            yield Finding("note", names, "", text)


def _asked(question: Question) -> str:
    return " ".join(" ".join((*question.history, question.question)).split())


@cache
def _stems(text: str) -> frozenset[str]:
    return frozenset(tokenize(text))
