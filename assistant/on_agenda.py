"""Questions about an agenda itself: "Under which number was it on the agenda?", "its last item"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_COUNTED = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_AGENDA = re.compile(r"\bagendas?\b", re.IGNORECASE)
_WHICH = re.compile(
    r"\b(?:which|what)(?: \w+)? (?:numbers?|items?|points?|entry|entries|position|slot)\b",
    re.IGNORECASE,
)
_ON_IT = re.compile(
    rf"{_WHICH.pattern}|\b(?:on|of|in) (?:\w+ ){{0,3}}agenda\b(?! items? )"
    rf"|\b(?:last|final|{'|'.join(_COUNTED)}) (?:items?|points?|entry|entries)\b"
    r"|\bitem(?:['’]s)? numbers?\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:future|next|forthcoming|coming|upcoming|later|put|placed?|add(?:ed)?|propos\w+|should"
    r"|papers?|documents?|symbols?|annex)\b",
    re.IGNORECASE,
)
"""Of a coming agenda, or of what was written for an item."""
_LAST = re.compile(r"\b(?:last|final)\b(?! (?:year|session|time))", re.IGNORECASE)
_ORDINAL = re.compile(rf"\b({'|'.join(_COUNTED)})\b", re.IGNORECASE)


def asks_what_is_on_agenda(question: str) -> bool:
    """Tell whether a question asks what an agenda lists, not what became of an item of it."""
    return (
        _AGENDA.search(question) is not None
        and _ON_IT.search(question) is not None
        and _ANOTHER.search(question) is None
    )


def asks_which_item(question: str) -> bool:
    """Tell whether a question asks for an item of an agenda, of which it tells something else."""
    return _WHICH.search(question) is not None


def counted_out(question: str, entries: Sequence[str]) -> tuple[str, ...]:
    """Return the entry that an ordinal of a question tells: "the third item"; none if none does.

    Args:
        question: Its own words.
        entries: Of the agenda, in order.
    """
    if _LAST.search(question):
        return tuple(entries[-1:])
    told = _ORDINAL.search(question)
    at = _COUNTED.index(told[1].lower()) if told else len(entries)
    return tuple(entries[at : at + 1])
