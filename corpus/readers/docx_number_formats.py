"""Numbers as Word prints them: the formats of ``w:numFmt`` (ECMA-376, part 1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

_MOST_LETTERS = 30
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ARABIC = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_CHICAGO = "*†‡§"
_HAN = "〇一二三四五六七八九"
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_CARDINALS = (
    *("Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"),
    *("Ten", "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen"),
    *("Eighteen", "Nineteen"),
)
_TENS = ("Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety")
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def format_number(value: int, kind: str, pattern: str = "") -> str:
    """Return a number as a format prints it; formats that are not known print digits.

    Args:
        value: From 0.
        kind: A value of ``w:numFmt``; ``bullet`` and ``none`` print nothing.
        pattern: For ``custom``: how Word describes it, e.g. ``001, 002, 003, ...``.
    """
    if kind == "custom":
        first = pattern.split(",")[0].strip()
        return str(value).zfill(len(first)) if first.isdecimal() else str(value)
    make = _FORMATS.get(kind)
    return str(value) if make is None else make(value)


def _doubled(alphabet: str) -> Callable[[int], str]:
    """Print letters, doubled after the last one: a to z, then aa, bb and so on."""

    def make(value: int) -> str:
        if value < 1:
            return str(value)
        rounds, place = divmod(value - 1, len(alphabet))
        return alphabet[place] * (rounds + 1) if rounds < _MOST_LETTERS else str(value)

    return make


def _roman(value: int) -> str:
    if not 1 <= value < 4000:
        return str(value)
    text = ""
    for worth, letters in _ROMAN:
        count, value = divmod(value, worth)
        text += letters * count
    return text


def _ordinal(value: int) -> str:
    suffix = "th" if value % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(value % 10)
    return f"{value}{suffix or 'th'}"


def _cardinal_text(value: int) -> str:
    if value < 20:
        return _CARDINALS[value]
    if value >= 100:
        return str(value)
    tens, ones = divmod(value, 10)
    return _TENS[tens - 2] + (f"-{_CARDINALS[ones].lower()}" if ones else "")


def _ordinal_text(value: int) -> str:
    words = _cardinal_text(value)
    if words.isdecimal():
        return _ordinal(value)
    head, dash, last = words.lower().rpartition("-")
    ordinal = last[:-1] + "ieth" if last.endswith("y") else _ORDINALS.get(last, last + "th")
    return (head + dash + ordinal).capitalize()


def _han(value: int) -> str:
    """Chinese and Japanese counting, as far as 99."""
    if not 1 <= value < 100:
        return "".join(_HAN[int(digit)] for digit in str(value))
    tens, ones = divmod(value, 10)
    head = "" if not tens else ("十" if tens == 1 else f"{_HAN[tens]}十")
    return head + (_HAN[ones] if ones else "")


def _circled(value: int) -> str:
    return chr(0x2460 + value - 1) if 1 <= value <= 20 else str(value)


def _nothing(value: int) -> str:
    return ""


_FORMATS: dict[str, Callable[[int], str]] = {
    "bullet": _nothing,
    "none": _nothing,
    "decimalZero": lambda value: f"{value:02}",
    "lowerLetter": _doubled("abcdefghijklmnopqrstuvwxyz"),
    "upperLetter": _doubled("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperRoman": _roman,
    "ordinal": _ordinal,
    "cardinalText": _cardinal_text,
    "ordinalText": _ordinal_text,
    "numberInDash": lambda value: f"- {value} -",
    "hex": lambda value: f"{value:X}",
    "chicago": _doubled(_CHICAGO),
    "russianLower": _doubled(_RUSSIAN),
    "russianUpper": _doubled(_RUSSIAN.upper()),
    "arabicAlpha": _doubled(_ARABIC),
    "arabicAbjad": _doubled(_ABJAD),
    "chineseCounting": _han,
    "chineseCountingThousand": _han,
    "taiwaneseCounting": _han,
    "taiwaneseCountingThousand": _han,
    "japaneseCounting": _han,
    "ideographDigital": lambda value: "".join(_HAN[int(digit)] for digit in str(value)),
    "decimalEnclosedCircle": _circled,
}
