"""One question of a run as a person reads it: expected and given, side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.display import cite, display, display_many
from eval.report.recorded import RecordedAnswer, RecordedQuestion, Verdict
from eval.report.sections import Section
from eval.report.words import ENGLISH, Words
from eval.types import UnitKey


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that are quoted, or not."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A unit's words with its reference.

    Attributes:
        reference: Display form; with the symbol only if the run is about several documents.
        stretches: Its words in order; joined they are the unit's text.
        note: How it stands to the right one, e.g. ``sibling``; empty for a right one.
    """

    reference: str
    stretches: tuple[Stretch, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Other:
    """What another system made of the same question."""

    name: str
    verdict: Verdict
    cited: str


@dataclass(frozen=True, slots=True)
class Card:
    """One question with what was expected and what a system gave.

    Attributes:
        id: The question's.
        kind: The question's.
        question: As asked.
        history: Earlier questions of the chat.
        answer: The reference answer; empty if unanswerable.
        verdict: How it turned out.
        confidence: The system's.
        rank: Of the first gold unit, from 1; None if it was not ranked or there is none.
        score: Citation F1; 1 or 0 for an unanswerable question that was refused or answered.
        expected: Gold units; none if unanswerable.
        given_heading: Stands over what was given; empty over citations.
        given: Units cited, or the unit ranked first if it refused.
        others: The other systems of the section.
    """

    id: str
    kind: str
    question: str
    history: tuple[str, ...]
    answer: str
    verdict: Verdict
    confidence: float
    rank: int | None
    score: float
    expected: tuple[Passage, ...]
    given_heading: str
    given: tuple[Passage, ...]
    others: tuple[Other, ...]

    @property
    def failed(self) -> bool:
        """True unless it is right."""
        return self.verdict != "right"


def make_cards(section: Section, system: int = 0, words: Words = ENGLISH) -> tuple[Card, ...]:
    """Return a card for each question that a system of the section was asked.

    Args:
        section: The runs.
        system: Position of the system in the section.
        words: In which it is said what was given.
    """
    symbols = {symbol for run in section.runs for symbol in run.documents}
    several = len(symbols) > 1
    others: dict[str, list[Other]] = {}
    for place, named in enumerate(section.systems):
        if place == system:
            continue
        for answer in named.system.answers:
            cited = display_many(dict.fromkeys(c.unit.label for c in answer.cited))
            other = Other(named.name, answer.verdict, cited)
            others.setdefault(answer.question.id, []).append(other)
    return tuple(
        _card(answer, section.texts, several, tuple(others.get(answer.question.id, ())), words)
        for answer in section.systems[system].system.answers
    )


def _card(
    answer: RecordedAnswer,
    texts: Mapping[UnitKey, str],
    several: bool,
    others: tuple[Other, ...],
    words: Words,
) -> Card:
    question = answer.question
    right = float(answer.verdict == "right")
    heading, given = _given(answer, texts, several, words)
    return Card(
        id=question.id,
        kind=question.kind,
        question=question.text,
        history=question.history,
        answer=question.answer,
        verdict=answer.verdict,
        confidence=answer.confidence,
        rank=answer.first_gold_rank,
        score=(answer.scores.get("citation_F1") or 0.0) if question.gold else right,
        expected=tuple(
            Passage(_refer(unit, several), mark(texts.get(unit, ""), _evidence(question, unit)))
            for unit in question.gold
        ),
        given_heading=heading,
        given=given,
        others=others,
    )


def _given(
    answer: RecordedAnswer, texts: Mapping[UnitKey, str], several: bool, words: Words
) -> tuple[str, tuple[Passage, ...]]:
    if answer.abstained:
        first = answer.hits[:1]
        heading = words.ranked_first if first else words.refused_all
        return heading, tuple(
            Passage(_refer(unit, several), mark(texts.get(unit, ""), ())) for unit in first
        )
    quotes: dict[UnitKey, list[str]] = {}
    notes: dict[UnitKey, str] = {}
    for cited in answer.cited:
        quotes.setdefault(cited.unit, []).append(cited.quote)
        notes[cited.unit] = "" if cited.depth in (None, "exact") else words.depth(str(cited.depth))
    return "", tuple(
        Passage(_refer(unit, several), mark(texts.get(unit, ""), quoted), notes[unit])
        for unit, quoted in quotes.items()
    )


def mark(text: str, quotes: Iterable[str]) -> tuple[Stretch, ...]:
    """Cut a text into stretches that stand in a quote, and others.

    Args:
        text: A unit's words.
        quotes: Words of it; white space may differ. What is not found is not marked.

    Returns:
        Stretches without empty ones; joined they are `text`.
    """
    inside = [False] * len(text)
    for quote in quotes:
        words = quote.split()
        found = re.search(r"\s+".join(map(re.escape, words)), text) if words else None
        if found:
            inside[found.start() : found.end()] = [True] * (found.end() - found.start())
    edges = [at for at in range(1, len(text)) if inside[at] != inside[at - 1]]
    bounds = [0, *edges, len(text)] if text else []
    return tuple(
        Stretch(text[start:end], inside[start])
        for start, end in zip(bounds, bounds[1:], strict=False)
    )


def _evidence(question: RecordedQuestion, unit: UnitKey) -> list[str]:
    return [entry.quote for entry in question.evidence if entry.label == unit.label]


def _refer(unit: UnitKey, several: bool) -> str:
    return cite(unit.document, unit.label) if several else display(unit.label)
