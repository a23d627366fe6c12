"""The fixed words of a conversation that is taken away: English, unless others are handed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.compose import refusal_text
from assistant.types import Answer
from corpus.catalogue import Catalogue

_Sentence = Callable[[str], str]


def _scope_note(answer: Answer, _catalogue: Catalogue) -> str:
    return answer.scope_note


def _refusal(_answer: Answer, catalogue: Catalogue) -> str:
    return refusal_text((), catalogue)


@dataclass(frozen=True, slots=True)
class Words:
    """What is said beside questions, quotes and references.

    Attributes:
        annex: Heading over the sources.
        nearest: Over paragraphs that do not answer.
        gone: Of a document that has left the library.
        head: The line under the title, from the ISO date.
        asked_of: Of which documents a question was asked.
        read_as: How a question was read.
        confidence: How sure an answer is, 0 to 1.
        superseded_by: That a document has a newer revision, from its symbol.
        with_care: Why a document must be cited with care, from a flag's sentence.
        looked_in: Which documents an answer looked in; empty for all.
        refusal: That there is no answer.
        told: What the engine itself says in place of an answer.
    """

    annex: str = "Annex: sources"
    nearest: str = "Nearest paragraphs, which do not answer it:"
    gone: str = "No longer in the library."
    head: _Sentence = (
        "Questions and answers from Pincite, {}. Quotes are word for word; check each in its "
        "place before you cite it."
    ).format
    asked_of: _Sentence = "Asked of: {}".format
    read_as: _Sentence = "Read as: {}".format
    confidence: Callable[[float], str] = "Confidence {:.2f}".format
    superseded_by: _Sentence = "Superseded by {}.".format
    with_care: _Sentence = "Cite with care: {}".format
    looked_in: Callable[[Answer, Catalogue], str] = _scope_note
    refusal: Callable[[Answer, Catalogue], str] = _refusal
    told: _Sentence = str


ENGLISH = Words()
