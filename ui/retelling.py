"""What the engine says in English, said in the reader's language.

Errors, flags and reports come from modules that the command line uses too, and stay in libraries
and chats for years. So they are known again by their English, which the catalogue has under the
names that begin with ``engine-``, and are put together anew from what they leave open. That is left
as it is (a file may have any name), unless its own name ends in ``_said``: then it is a sentence
of the engine itself, or a part of one, ``engine-part-``; or in ``_list``: then it is any number of
those with semicolons between them, each perhaps behind where it belongs, ``engine-entry-``; or in
``_names``: then it may end in how many more there are. Where the name ends in ``number`` only a
number fits. What no message fits is shown as it is.
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
_ENTRY = f"{ENGINE}entry-"
_SAID, _LIST, _NAMES = "_said", "_list", "_names"
_SEMICOLON = f"{_PART}semicolon"
_BETWEEN = re.compile(r"((?:“[^”]*”|[^;]|;(?! ))+)(?:; )?")
"""What stands between semicolons; those in a document's own words do not count."""
_AND_MORE = re.compile(r"(.+) and ([\d,]+) more", re.DOTALL)
_END = re.compile(r"(?<=[.!?:;”)])\s+")
"""Where one message may end and another begin."""
_COUNT = re.compile(r"\d{1,3}(?:,\d{3})*")
_LONGEST, _LONGEST_LIST = 2_000, 50_000
"""Characters; the engine's own sentences are far shorter, but a list may name many things."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A message as it is known again.

    Attributes:
        name: In the catalogues.
        pattern: Of its English words; each group is what it leaves open.
        words: Its own, between what it leaves open; the more, the surer it is the one meant.
        end: The last of them if it ends with them, else empty.
        longest: The most characters that a text may have to be looked at.
    """

    name: str
    pattern: re.Pattern[str]
    words: tuple[str, ...]
    end: str
    longest: int


def retold(text: str) -> str:
    """Return what the engine said, in the reader's language.

    Args:
        text: One message or several, in English.
    """
    if spoken() == DEFAULT or len(text) > _LONGEST_LIST:
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


def tells_entry(text: str) -> bool:
    """Tell whether all of a text is known again as one entry of a list."""
    return _entry(text) is not None


def own_words() -> dict[str, tuple[str, ...]]:
    """Return, for each of the engine's messages, the words between what it leaves open."""
    return {known.name: known.words for known in _messages()}


def _whole(text: str, *kinds: str) -> str | None:
    found = _find(text, *kinds)
    if found is None:
        return None
    known, match = found
    values = {name: _value(name, value) for name, value in match.groupdict().items()}
    # Fluent takes no long values: lists are put in afterwards.
    lists = {f"\0{name}\0": name for name in values if name.endswith(_LIST)}
    told = say(known.name, **values | {name: mark for mark, name in lists.items()})
    for mark, name in lists.items():
        told = told.replace(mark, str(values[name]))
    return told


def _in_parts(text: str) -> str | None:
    """Return messages that stand one behind the other, the longest known one first."""
    if len(text) > _LONGEST:
        return None
    for end in reversed(list(_END.finditer(text))):
        said = _whole(text[: end.start()])
        if said is not None:
            return f"{said} {retold(text[end.end() :])}"
    return None


def _value(name: str, text: str) -> str | int:
    if name.endswith(_SAID):
        return _whole(text, _PART) or _in_parts(text) or text
    if name.endswith(_LIST):
        return _list(text)
    if name.endswith(_NAMES):
        return _names(text)
    # Without a comma a larger number may be a year, which no language writes with one.
    if _COUNT.fullmatch(text) and ("," in text or len(text) <= 3):
        return int(text.replace(",", ""))
    return text


def _list(text: str) -> str:
    """Return each entry of a list told.

    A semicolon may stand in an entry too: as many pieces are one as are known again together.
    """
    pieces: list[str] = _BETWEEN.findall(text)
    told, at = list[str](), 0
    while at < len(pieces):
        for end in range(min(at + _most_pieces(), len(pieces)), at, -1):
            said = _entry("; ".join(pieces[at:end]))
            if said:
                break
        told.append(said or _whole(pieces[at], _ENTRY, _PART) or pieces[at])
        at = end
    return say(_SEMICOLON, one_said="", two_said="").join(told)


def _entry(text: str) -> str | None:
    """Return an entry of a list, if all of it is known again, with or without where it belongs."""
    for kinds in ((_ENTRY, _PART), (_PART,)):
        if _is_known(text, *kinds):
            return _whole(text, *kinds)
    return None


def _is_known(text: str, *kinds: str) -> bool:
    found = _find(text, *kinds)
    if found is None or found[0].name == _SEMICOLON:
        return False
    values = found[1].groupdict().items()
    return all(_is_known(value, _PART) for name, value in values if name.endswith(_SAID))


@cache
def _most_pieces() -> int:
    """Return how many pieces with semicolons between them one entry may have."""
    parts = [known for known in _messages() if known.name.startswith(_PART)]
    return 1 + max(sum(";" in words for words in known.words) for known in parts)


def _names(text: str) -> str:
    """Return names as they are; only how many more there are is told."""
    match = _AND_MORE.fullmatch(text)
    return f"{match[1]} {say('and-more', number=_value('number', match[2]))}" if match else text


def _find(text: str, *kinds: str) -> tuple[_Known, re.Match[str]] | None:
    """Return the message that a text is.

    Args:
        text: In English.
        kinds: How the names of those begin that stand only in others, and fit here.
    """
    plain = " ".join(text.split())
    for known in _messages():
        if known.name.startswith((_PART, _ENTRY)) and not known.name.startswith(kinds):
            continue
        if len(text) > known.longest or not plain.endswith(known.end):
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
    those with most words of their own; but where an entry of a list belongs is told from the rest
    of it first.
    """
    found = [_known(name, pieces) for name, pieces in plain_messages(ENGINE).items()]

    def order(known: _Known) -> tuple[bool, bool, int]:
        open_first = known.pattern.pattern.startswith("(?P<")
        return not known.name.startswith(_ENTRY), open_first, -sum(map(len, known.words))

    return tuple(sorted(found, key=order))


def _known(name: str, pieces: tuple[str | Hole, ...]) -> _Known:
    whole = name == _SEMICOLON or not name.startswith(_PART)
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
    end = own[-1] if isinstance(pieces[-1], str) else ""
    longest = _LONGEST_LIST if any(hole.endswith(_LIST) for hole in there) else _LONGEST
    return _Known(name, re.compile(pattern, re.DOTALL), tuple(own), end, longest)


def _open(name: str, whole: bool) -> str:
    if name.endswith("number"):
        return r"[\d,]+"
    if name.endswith(_LIST):
        return r".+"
    # Parts are listed with semicolons: each ends there.
    # What is quoted is a document's own and is not cut.
    ends = "" if whole else ";"
    return f"(?:“[^”]*”|[^“{ends}])+?"


def _spaced(text: str) -> str:
    """Return a pattern of words between which any white space may stand."""
    return r"\s+".join(map(re.escape, re.split(r"\s+", text)))
