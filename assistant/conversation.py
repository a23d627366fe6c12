"""Reads a question in its chat: does it lean on what was asked before, and on what?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.errors import EmptyQuestionError
from corpus.references import find_references
from embeddings.lexical_index import tokenize

_OPENING = re.compile(
    r"\s*(?:and|but|or|so|then|also|what about|how about|et|mais|y|pero)\b", re.IGNORECASE
)
_POINTING = re.compile(
    r"\b(?:it|its|they|them|their|theirs|those|these|this|that|such|he|she|him|his|her|hers|"
    r"ones?|else|same|there|latter|former|others?|another|too|as well|instead)\b",
    re.IGNORECASE,
)
_FEW_TERMS = 1


@dataclass(frozen=True, slots=True)
class ReadQuestion:
    """A question as it is searched.

    Attributes:
        text: The question's own words.
        background: Earlier questions it leans on, joined; empty if it stands alone.
    """

    text: str
    background: str

    @property
    def whole(self) -> str:
        """The question with its background in front."""
        return f"{self.background} {self.text}".strip()


def leans_on_history(question: str) -> bool:
    """Tell whether a question seems not to stand alone.

    It opens with a joining word, points back ("they", "those", "else"), or hardly says anything.
    """
    if _OPENING.match(question) or len(tokenize(question)) <= _FEW_TERMS:
        return True
    # "that" joins clauses as often as it points; so only a short question counts.
    return bool(_POINTING.search(question)) and len(tokenize(question)) <= 6


def read_question(question: str, history: Sequence[str] = ()) -> ReadQuestion:
    """Return the question and the earlier ones it leans on, back to one that stands alone.

    A question that names a paragraph stands alone.

    Raises:
        EmptyQuestionError: There is no letter or digit in it.
    """
    text = " ".join(question.split())
    if not any(letter.isalnum() for letter in text):
        raise EmptyQuestionError(
            'The question is empty. Ask in words, e.g. pincite ask "Who chaired the meeting?"'
        )
    background: list[str] = []
    earlier = [" ".join(q.split()) for q in history if q.strip()]
    if earlier and not find_references(text) and leans_on_history(text):
        for asked in reversed(earlier):
            background.insert(0, asked)
            if not leans_on_history(asked):
                break
    return ReadQuestion(text, " ".join(background))
