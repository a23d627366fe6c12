"""The markers that number things: what one can mean, by its shape alone.

A marker is ambiguous by nature: ``1.`` numbers a heading, a paragraph or an item, and ``(i)`` is
a letter or a roman number. This module lists the possible meanings; `reading` decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

Value = tuple[int, ...]

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN_SHAPE = re.compile(r"(?:m{0,3})(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})\Z")
_SUFFIX = r"(?:\s*(?P<suffix>bis|ter|quater|quinquies))?"
_BULLET = r"(?P<bullet>[-–—•*·]\s+)?"

_SHAPES = tuple(
    re.compile(_BULLET + shape)
    for shape in (
        r"(?P<paren>\()(?P<body>[A-Za-z]{1,6}|\d{1,3})\)(?=\s|$)",
        r"(?P<body>[A-Za-z]{1,5}|\d{1,3})(?P<half>\))(?=\s|$)",
        r"(?:[§¶]\s*)?(?P<body>\d{1,4}(?:\.\d{1,4})+)(?P<dotted>)"
        + _SUFFIX
        + r"(?:\.?(?=\s|$)|\.(?=[A-Z][a-z]))",
        r"(?P<mixed>(?:\d{1,3}[A-Z]?|[A-Z])(?:\.(?:\d{1,4}|[IVX]{1,5}))*\.\d{1,4})\.?(?=\s|$)",
        # Some files have no blank behind the number: "100.The judgments", "23.UNDP remains".
        r"(?:[§¶]\s*)?(?P<body>\d{1,4})"
        + _SUFFIX
        + r"(?P<dot>\.)(?=\s|$|[“\"]?[A-Z][a-z\s]|(?![IVXLC]+\b)[A-Z]{3,}\s)",
        r"(?P<body>[A-Za-z]{1,7})(?P<dot>\.)(?=\s|$)",
        r"(?:[§¶]\s*)(?P<body>\d{1,4})(?P<sign>)(?=\s|$)",
    )
)

_CAPTION = re.compile(
    r"(?:Table|Figure|Chart|Map|Box|Tableau|Graphique|Cuadro|Gráfico)\s+"
    r"(?:[A-Z]\.)?(?:\d{1,3}[A-Z]?|[IVXLC]{1,6})(?:\.(?:\d{1,3}|[IVX]{1,5}))*"
    r"\s*(?:[.:]?\Z|[.:]\s|\s{2})"
)

_DIVISION = re.compile(
    r"(?:annex|appendix|attachment|enclosure|schedule|annexe|anexo)(?:\s+(?:[IVXLC]{1,6}|[A-Z]|\d{1,3}))?\s*[.:]?\Z",
    re.IGNORECASE,
)

PART_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
"""The words that count the parts of a document."""

_PART = re.compile(
    rf"part\s+(?P<number>{'|'.join(PART_NUMBERS)}|[IVXLC]{{1,6}}|[A-Z]|\d{{1,3}})\s*[.:]?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that a marker can mean.

    Attributes:
        style: ``1.``, ``1.1``, ``A.1``, ``(1)``, ``1)``, ``(a)``, ``a)``, ``a.``, ``(i)``, ``i)``,
            ``i.``, ``A.``, ``(A)``, ``I.`` or ``(I)``.
        value: Place in its sequence, from 1; more than one number for a dotted marker.
    """

    style: str
    value: Value


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker at the start of a line.

    Attributes:
        text: As printed, without a bullet in front.
        length: Characters of the line it takes, bullet and following blanks included.
        suffix: ``bis``, ``ter`` … or empty.
        meanings: What it can mean, at least one.
    """

    text: str
    length: int
    suffix: str
    meanings: tuple[Meaning, ...]


def roman_value(text: str) -> int | None:
    """Return the value of a well-formed roman number in either case, None if it is none."""
    lower = text.lower()
    if not lower or not _ROMAN_SHAPE.match(lower):
        return None
    total = 0
    for here, following in zip(lower, lower[1:] + " ", strict=True):
        value = _ROMAN[here]
        total += -value if value < _ROMAN.get(following, 0) else value
    return total


def letter_value(text: str) -> int | None:
    """Return 1 for a … 26 for z, 27 for aa, 28 for bb …; None for any other word."""
    lower = text.lower()
    if len(set(lower)) != 1 or not "a" <= lower[0] <= "z" or len(lower) > 2:
        return None
    return ord(lower[0]) - ord("a") + 1 + 26 * (len(lower) - 1)


def _meanings(body: str, frame: str) -> tuple[Meaning, ...]:
    """`frame` is the style with ``?`` in place of the number or letter."""
    if "." in body:
        return (Meaning("1.1", tuple(int(n) for n in body.split("."))),)
    if body.isdigit():
        return (Meaning(frame.replace("?", "1"), (int(body),)),)
    if not (body.islower() or body.isupper()):
        return ()
    found = []
    letter, roman = letter_value(body), roman_value(body)
    # "ii" could follow "hh", but hardly any list goes on that long: doubled i and x are roman.
    if letter is not None and (len(body) == 1 or roman is None or roman > 99):
        found.append(Meaning(frame.replace("?", "A" if body.isupper() else "a"), (letter,)))
    if roman is not None:
        found.append(Meaning(frame.replace("?", "I" if body.isupper() else "i"), (roman,)))
    return tuple(found)


def read_marker(line: str) -> Marker | None:
    """Return the marker that a line (without leading blanks) begins with, None if none."""
    for shape in _SHAPES:
        match = shape.match(line)
        if match is None:
            continue
        groups = match.groupdict()
        if groups.get("mixed"):
            value = _mixed_value(groups["mixed"])
            return Marker(
                text=match.group(),
                length=_length(line, match),
                suffix="",
                meanings=(Meaning("A.1" if groups["mixed"][0].isalpha() else "1.1", value),),
            )
        if groups.get("paren"):
            frame = "(?)"
        elif groups.get("half"):
            frame = "?)"
        else:
            frame = "?."
        body = match.group("body")
        meanings = _meanings(body, frame)
        if meanings and not (body.isdigit() and int(body) == 0):
            bullet = match.group("bullet") or ""
            return Marker(
                text=match.group()[len(bullet) :],
                length=_length(line, match),
                suffix=groups.get("suffix") or "",
                meanings=meanings,
            )
    return None


def _length(line: str, match: re.Match[str]) -> int:
    rest = line[match.end() :]
    return match.end() + len(rest) - len(rest.lstrip())


def _mixed_value(body: str) -> Value:
    """Return the value of a number with letters in it: ``29B.3`` and ``5.III.2``.

    A letter behind a number counts as a number of its own, so that 29B comes after 29A.
    """
    value: list[int] = []
    for part in re.findall(r"\d+|[A-Z]+", body):
        if part.isdigit():
            value.append(int(part))
        else:
            value.append(roman_value(part) or letter_value(part) or 0)
    return tuple(value)


def is_caption(text: str) -> bool:
    """Tell whether a line begins the caption of a table or figure, e.g. ``Table 3``."""
    return bool(_CAPTION.match(text))


def is_bare_caption(text: str) -> bool:
    """Tell whether a line is the number of a table or figure alone; its title comes below."""
    match = _CAPTION.match(text)
    return match is not None and match.end() == len(text)


def is_division(text: str) -> bool:
    """Tell whether a line alone names an annex or the like, e.g. ``Annex II``."""
    return bool(_DIVISION.match(text)) and text[:1].isupper()


def part_name(text: str) -> str | None:
    """Return what labels call a part that a line alone names: ``part two``, ``part II``."""
    match = _PART.match(text) if text[:1].isupper() else None
    if match is None:
        return None
    number = match["number"]
    return f"part {number.lower() if number.lower() in PART_NUMBERS else number}"
