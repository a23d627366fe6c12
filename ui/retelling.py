"""What the engine says in English, said in the reader's language.

Errors, flags and reports come from modules that the command line uses too, and stay in libraries
and chats for years. So they are known again by their English, which the catalogue has under the
names that begin with ``engine-``, and are put together anew from what they leave open. That is left
as it is (a file may have any name), unless its own name ends in ``_said``: then it is a sentence
of the engine itself, or a part of one, ``engine-part-``; or in ``_names``: then it may end in how
many more there are. Where the name ends in ``number`` only a number fits. What no message fits is
shown as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from ui.language import DEFAULT, Hole, plain_messages, say, spoken

ENGINE: Final = "engine-"
"""How the names of such messages begin."""

_PART = f"{ENGINE}part-"
_SAID, _NAMES = "_said", "_names"
_LIST = f"{_PART}semicolon"
_AND_MORE = re.compile(r"(.+) and ([\d,]+) more", re.DOTALL)
_END = re.compile(r"(?<=[.!?:;”)])\s+")
"""Where one message may end and another begin."""
_COUNT = re.compile(r"\d{1,3}(?:,\d{3})*")
_LONGEST = 2_000
"""Characters; the engine's own sentences are far shorter."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A message as it is known again.

    Attributes:
        name: In the catalogues.
        pattern: Of its English words; each group is what it leaves open.
        words: Its own, between what it leaves open; the more, the surer it is the one meant.
    """

    name: str
    pattern: re.Pattern[str]
    words: tuple[str, ...]


def retold(text: str) -> str:
    """Return what the engine said, in the reader's language.

    Args:
        text: One message or several, in English.
    """
    if spoken() == DEFAULT or len(text) > _LONGEST:
        return text
    try:
        return _whole(text) or _in_parts(text) or text
    except (RecursionError, ValueError):
        return text  # so many parts in parts that it is no message of ours


def tells(text: str) -> bool:
    """Tell whether all of a text is known again."""
    if _find(text):
        return True
    ends = _END.finditer(text)
    return any(_find(text[: end.start()]) and tells(text[end.end() :]) for end in ends)


def own_words() -> dict[str, tuple[str, ...]]:
    """Return, for each of the engine's messages, the words between what it leaves open."""
    return {known.name: known.words for known in _messages()}


def _whole(text: str, *, part: bool = False) -> str | None:
    found = _find(text, part=part)
    if found is None:
        return None
    known, match = found
    return say(known.name, **_values(match))


def _values(match: re.Match[str]) -> dict[str, str | int]:
    return {name: _value(name, value) for name, value in match.groupdict().items()}


def _in_parts(text: str) -> str | None:
    """Return messages that stand one behind the other, the longest known one first."""
    for end in reversed(list(_END.finditer(text))):
        said = _whole(text[: end.start()])
        if said is not None:
            return f"{said} {retold(text[end.end() :])}"
    return None


def _value(name: str, text: str) -> str | int:
    if name.endswith(_SAID):
        return _whole(text, part=True) or _in_parts(text) or text
    if name.endswith(_NAMES):
        return _names(text)
    # Without a comma a larger number may be a year, which no language writes with one.
    if _COUNT.fullmatch(text) and ("," in text or len(text) <= 3):
        return int(text.replace(",", ""))
    return text


def _names(text: str) -> str:
    """Return names as they are; only how many more there are is told."""
    match = _AND_MORE.fullmatch(text)
    return f"{match[1]} {say('and-more', number=_value('number', match[2]))}" if match else text


def _find(text: str, *, part: bool = False) -> tuple[_Known, re.Match[str]] | None:
    plain = " ".join(text.split())
    for known in _messages():
        if not part and known.name.startswith(_PART):
            continue
        # To look for the words first costs far less than the pattern.
        if all(words in plain for words in known.words):
            match = known.pattern.fullmatch(text)
            if match:
                return known, match
    return None


@cache
def _messages() -> tuple[_Known, ...]:
    """Return the engine's messages, in the order in which they are looked for.

    Those that begin with words come first: what begins with a hole fits more than it should. Then
    those with most words of their own.
    """
    found = [_known(name, pieces) for name, pieces in plain_messages(ENGINE).items()]

    def order(known: _Known) -> tuple[bool, int]:
        return known.pattern.pattern.startswith("(?P<"), -sum(map(len, known.words))

    return tuple(sorted(found, key=order))


def _known(name: str, pieces: tuple[str | Hole, ...]) -> _Known:
    whole = name == _LIST or not name.startswith(_PART)
    pattern, own, there = "", list[str](), set[str]()
    for piece in pieces:
        if isinstance(piece, str):
            pattern += _spaced(piece)
            own.append(" ".join(piece.split()))
        elif piece.name in there:
            pattern += f"(?P={piece.name})"
        else:
            fits = ".+?" if pattern.endswith("“") else _open(piece.name, whole)
            pattern += f"(?P<{piece.name}>{fits})"
            there.add(piece.name)
    return _Known(name, re.compile(pattern, re.DOTALL), tuple(own))


def _open(name: str, whole: bool) -> str:
    if name.endswith("number"):
        return r"[\d,]+"
    # Parts are listed with semicolons: each ends there.
    # What is quoted is a document's own and is not cut.
    ends = "" if whole else ";"
    return f"(?:“[^”]*”|[^“{ends}])+?"


def _spaced(text: str) -> str:
    """Return a pattern of words between which any white space may stand."""
    return r"\s+".join(map(re.escape, re.split(r"\s+", text)))
