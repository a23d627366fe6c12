"""Questions about who spoke: "Which States took the floor on …?", "names of the panellists"."""

from __future__ import annotations

import re

_SPEAKING = re.compile(
    r"\b(?:spoke|spoken|speak(?:s|ing|ers)?|panell?ists?"
    r"|(?:take|takes|took|taken|has|have|had|got|gave|given) the floor|interven(?:e|ed|es|ing)"
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
    r"|(?<!what )(?<!how )did (?!(?:it|they|speakers|delegat\w+|anyone|anybody|someone|some)\b))\b",
    re.IGNORECASE,
)
_AND_WHO = re.compile(rf"\b(?:who|which {_SPEAKER})\b", re.IGNORECASE)
"""Asks for those who have been spoken of: "Where are the speakers named, and who …"."""
_NAMES = re.compile(
    r"\bnames? (?:of )?(?:the )?(?:\w+ )?(?:panell?ists?|speakers)\b", re.IGNORECASE
)


def asks_who_spoke(question: str) -> bool:
    """Tell whether a question asks who spoke, in a debate or at all; not what they said."""
    return any(map(_asks, question.split("?")))


def _asks(question: str) -> bool:
    # Each pattern is searched for once, so that a text of any length is read in linear time.
    who = _WHO.search(question)
    if who and _SPEAKING.search(question, who.end()):
        return True
    *_, last = [None, *_AND_WHO.finditer(question)]
    if last and _SPEAKING.search(question, 0, last.start()):
        return True
    return _NAMES.search(question) is not None
