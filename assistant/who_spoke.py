"""Questions about who spoke: "Which States took the floor on …?", "names of the panellists"."""

from __future__ import annotations

import re

_SPEAKING = re.compile(
    r"\b(?:spoke|spoken|speak(?:s|ing|ers)?|panell?ists?"
    r"|(?:take|takes|took|taken|has|have|had|got|gave|given) the floor|interven(?:e|ed|es|ing)"
    r"|join(?:s|ed)? in|(?:say|said) (?:any|some)thing"
    r"|(?:make|made|give|gave|given|deliver(?:ed)?)\b[^?.]{0,30}"
    r"\b(?:statements?|presentations?|remarks|interventions?|speech|speeches)"
    r"|moderat(?:e|ed|ing|or)|chair(?:ed|ing)"
    r"|(?:lead|led|open(?:ed)?|introduced?|began|start(?:ed)?|presented|joined|contributed|heard"
    r"|participated?|(?:take|took|taken) part)\b[^?.]{0,40}"
    r"\b(?:debates?|discussions?|exchange|talks?|deliberations?|topic|subject|items?|session))\b",
    re.IGNORECASE,
)
_SPEAKER = (
    r"(?:countr\w+|states?|governments?|nations?|delegat\w+|organi[sz]ations?|agenc\w+|bod(?:y|ies)"
    r"|speakers?|experts?|panell?ists?|representatives?|observers?|officials?|participants?"
    r"|persons?|people)"
)
_WHO = re.compile(
    r"\b(?:who(?:m|se)?|(?:which|what|list|names? of|name|how many|any)(?: the)?(?: \w+){0,2}? "
    rf"{_SPEAKER}|was|were"
    # "What did Chad say" and "Did speakers say" ask what was said.
    r"|(?<!what )(?<!how )(?:did|if|whether) "
    r"(?!(?:it|they|speakers|delegat\w+|anyone|anybody|someone|some)\b))\b",
    re.IGNORECASE,
)
_AND_WHO = re.compile(rf"\b(?:who|which {_SPEAKER})\b", re.IGNORECASE)
"""Asks for those who have been spoken of: "Where are the speakers named, and who …"."""
_NAMES = re.compile(
    r"\bnames? (?:of )?(?:the )?(?:\w+ )?(?:panell?ists?|speakers)\b", re.IGNORECASE
)

_OF_KIND = tuple(
    (re.compile(asks, re.IGNORECASE), re.compile(fits, re.IGNORECASE))
    for asks, fits in (
        (r"\bpanell?|\bexperts?\b|\bmoderat", r"\bpanell?ists?\b|\bmoderated\b|\bexperts?\b"),
        (r"\bobserv(?:er|ing)|\bsignator|\bapart from\b|\bnon-", r"\bobservers?\b"),
        (r"\bchair", r"\bchaired by\b|\bthe Chair\b"),
        (r"\bcountr|\bstates?\b|\bgovernments?\b|\bnations?\b|\bdelegat", r"\brepresentatives\b"),
    )
)
"""Kinds of speakers as a question asks after them, and as is told of them."""
_BUT_NOT = re.compile(r"\b(?:before|ahead of|prior to|besides|except)\b[^,;?]*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
_NAME = re.compile(r"(?<=[a-z,;:(] )[A-Z][^\W\d_]{2,}")
_KINDS = frozenset(
    _WORD.findall(
        "chair countries country delegates delegations expert experts floor governments group"
        " nations observer observers panellists party parties protocol representatives secretariat"
        " session speakers state states statement statements united working"
    )
)
"""Words of questions that are no names, though they are written as such or are parts of some."""


def asks_who_spoke(question: str) -> bool:
    """Tell whether a question asks who spoke, in a debate or at all; not what they said."""
    return any(map(_asks, question.split("?")))


def tells_of_those(question: str, text: str, title: str = "") -> bool:
    """Tell whether words that say who spoke tell of such speakers as a question asks after.

    Panellists, observers, or States and others whose representatives spoke; and whoever it names.

    Args:
        question: One that asks who spoke.
        text: Such words.
        title: Of the document; its words single nobody out.
    """
    question = _BUT_NOT.sub(" ", question)
    names = {word.lower() for word in _NAME.findall(text)} - _KINDS
    asked = {word.lower() for word in _WORD.findall(question)}
    if asked & names - {word.lower() for word in _WORD.findall(title)}:
        return True
    kind = next((fits for asks, fits in _OF_KIND if asks.search(question)), None)
    return kind is not None and kind.search(text) is not None


def _asks(question: str) -> bool:
    # Each pattern is searched for once, so that a text of any length is read in linear time.
    who = _WHO.search(question)
    if who and _SPEAKING.search(question, who.end()):
        return True
    *_, last = [None, *_AND_WHO.finditer(question)]
    if last and _SPEAKING.search(question, 0, last.start()):
        return True
    return _NAMES.search(question) is not None
