"""Questions to start from, made by rule from a library's own headings and labels.

What is asked about stands as the document has it, the question around it is in the reader's
language: the encoders know many, and a question that gets no answer is not offered.
"""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from corpus.display import display, display_many
from corpus.types import Document, Heading, Unit
from ui import wording

T = TypeVar("T")

EXAMPLES = 4
"""Most example questions."""

_MARKER = re.compile(r"^(?:[IVXLC]+\.|[A-Z]\.|\d+(?:\.\d+)*\.?|\([a-z]+\)|[a-z]\.)\s+")
_LONGEST_HEADING = 70
_LONGEST_RANGE = 8


def example_questions(
    documents: Sequence[Document], answers: Callable[[str], bool], number: int = EXAMPLES
) -> tuple[str, ...]:
    """Return questions that the library answers, in the language that is spoken here.

    They are the same each time for the same library.

    Args:
        documents: In the order of the library.
        answers: Tells whether a question gets an answer; one that does not is left out.
        number: Most questions.

    Returns:
        Questions of different kinds and from different places, taken in turn.
    """
    several = len(documents) > 1
    kinds: list[list[str]] = []
    for document in documents[:number]:
        named = document.symbol if several else ""
        topics = _topics(document)
        half = len(topics) // 2
        first, second = (
            [wording.question_on(topic.words, named) for topic in _telling_first(some)]
            for some in (topics[:half], topics[half:])
        )
        kinds += [
            first,
            [
                wording.question_about(display(unit.label), named, several=False)
                for unit in _deepest(document)
            ],
            second,
            [
                wording.question_about(display_many(labels), named, several=True)
                for labels in _ranges(document)
            ],
        ]
    chosen: list[str] = []
    for candidates in kinds:
        found = next((q for q in candidates if q not in chosen and answers(q)), None)
        if found is not None:
            chosen.append(found)
        if len(chosen) == number:
            break
    return tuple(chosen)


class KeptExamples:
    """The example questions of one library, chosen once for all visitors of a language."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._content: tuple[str, ...] = ()
        self._chosen: dict[str, tuple[str, ...]] = {}

    def at_hand(self, content: tuple[str, ...], language: str) -> tuple[str, ...] | None:
        """Return the questions if they have been chosen; never waits.

        Args:
            content: What tells the library from all others.
            language: Of the questions.
        """
        return self._chosen.get(language) if content == self._content else None

    def choose(
        self, content: tuple[str, ...], language: str, choose: Callable[[], tuple[str, ...]]
    ) -> tuple[str, ...]:
        """Return the questions, and choose them if nobody has; those of another library go.

        Args:
            content: What tells the library from all others.
            language: Of the questions.
            choose: Chooses them. What it raises is raised, and nothing is kept.
        """
        with self._lock:
            found = self.at_hand(content, language)
            if found is None:
                found = choose()
                kept = self._chosen if content == self._content else {}
                self._chosen, self._content = {**kept, language: found}, content
            return found


@dataclass(frozen=True, slots=True)
class _Topic:
    """A heading as it reads in a sentence.

    Attributes:
        words: Without its marker.
        level: Of the heading, from 1.
        tokens: How much text stands directly under it.
    """

    words: str
    level: int
    tokens: int


def _telling_first(topics: list[_Topic]) -> list[_Topic]:
    """Put headings deep in the document before "Introduction", and long matters before short."""
    return sorted(topics, key=lambda topic: (-topic.level, -topic.tokens))


def _topics(document: Document) -> list[_Topic]:
    """Return the short headings that name one place of the document, in reading order."""
    times = Counter(_MARKER.sub("", heading.text).casefold() for heading in document.headings)
    tokens: Counter[str] = Counter()
    for unit in document.units:
        if unit.heading_path:
            tokens[unit.heading_path[-1]] += unit.tokens
    return [
        _Topic(_in_a_sentence(heading, document.text), heading.level, tokens[heading.text])
        for heading in document.headings
        if tokens[heading.text]
        and len(heading.text) <= _LONGEST_HEADING
        and times[_MARKER.sub("", heading.text).casefold()] == 1
    ]


def _in_a_sentence(heading: Heading, text: str) -> str:
    """Return a heading without its marker, in lower case unless it starts with a name."""
    words = _MARKER.sub("", heading.text).rstrip(" .:?")
    first = re.escape(words.split(" ", 1)[0])
    capital = re.search(rf"[a-z,;] {first}\b", text)
    small = re.search(rf"\b{first[:1].lower()}{first[1:]}\b", text)
    is_name = not first[1:].islower() or (capital and not small)
    return words if is_name else words[:1].lower() + words[1:]


def _deepest(document: Document) -> list[Unit]:
    """Return the units with the most levels above them, the middle one first."""
    parents = {unit.label: unit.parent for unit in document.units}

    def depth(label: str | None) -> int:
        return 0 if label is None else 1 + depth(parents[label])

    units = [unit for unit in document.units if unit.kind != "row"]
    most = max((depth(unit.label) for unit in units), default=0)
    deepest = [unit for unit in units if depth(unit.label) == most]
    return _from_the_middle(deepest)


def _ranges(document: Document) -> list[list[str]]:
    """Return the labels of whole paragraphs under one heading, where they are a few."""
    under: dict[tuple[str, ...], list[str]] = {}
    for unit in document.units:
        if unit.kind == "paragraph" and unit.heading_path:
            under.setdefault(unit.heading_path, []).append(unit.label)
    ranges = [labels for labels in under.values() if 2 <= len(labels) <= _LONGEST_RANGE]
    return _from_the_middle(ranges)


def _from_the_middle(things: list[T]) -> list[T]:
    middle = len(things) // 2
    return things[middle:] + things[:middle]
