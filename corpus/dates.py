"""Dates as official documents print them, in the six United Nations languages, German, Portuguese.

Numbers alone (``03/04/2025``) are not read: they mean two days, depending on the country.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import NamedTuple

_MONTHS = (
    "january|janvier|enero|января|januar|janeiro|jan|كانون الثاني/يناير|يناير",
    "february|fevrier|febrero|февраля|februar|fevereiro|feb|شباط/فبراير|فبراير",
    "march|mars|marzo|марта|marz|marco|mar|آذار/مارس|مارس",
    "april|avril|abril|апреля|apr|نيسان/أبريل|أبريل",
    "may|mai|mayo|мая|maio|أيار/مايو|مايو",
    "june|juin|junio|июня|juni|junho|jun|حزيران/يونيه|يونيه|يونيو",
    "july|juillet|julio|июля|juli|julho|jul|تموز/يوليه|يوليه|يوليو",
    "august|aout|agosto|августа|aug|آب/أغسطس|أغسطس",
    "september|septembre|septiembre|setiembre|сентября|setembro|sept|sep|أيلول/سبتمبر|سبتمبر",
    "october|octobre|octubre|октября|oktober|outubro|oct|تشرين الأول/أكتوبر|أكتوبر",
    "november|novembre|noviembre|ноября|novembro|nov|تشرين الثاني/نوفمبر|نوفمبر",
    "december|decembre|diciembre|декабря|dezember|dezembro|dec|كانون الأول/ديسمبر|ديسمبر",
)


def _fold(text: str) -> str:
    """Return a text in small letters, accents and odd blanks left out."""
    latin = unicodedata.normalize("NFKD", text.lower()).replace("\u0327", "")
    return " ".join(re.sub("[\u0300-\u0304\u0308]", "", latin).split())


_MONTH_OF = {
    _fold(name): number for number, names in enumerate(_MONTHS, 1) for name in names.split("|")
}
_MONTH = "|".join(sorted(map(re.escape, _MONTH_OF), key=len, reverse=True))
_DAY_FIRST = re.compile(
    rf"(?P<day>\d{{1,2}})(?:er|\.|º)?\s?(?:de )?(?P<month>{_MONTH})\.?,? (?:de )?"
    r"(?P<year>\d{4})(?: года| г\.)?\Z"
)
_MONTH_FIRST = re.compile(
    rf"(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\Z"
)
_NUMBERS = re.compile(
    r"(?P<year>\d{4})(?:-|\s?年\s?)(?P<month>\d{1,2})(?:-|\s?月\s?)(?P<day>\d{1,2})(?:\s?日)?"
    r"(?:t[\d:.+z-]*)?\Z"
)
_TOKEN = re.compile(rf"(?P<month>(?:{_MONTH})(?![^\W\d_]))|(?P<year>\d{{4}})|(?P<day>\d{{1,2}})")
_SPAN = re.compile(
    rf"(?<!\w)(?:\d{{1,2}}|(?:{_MONTH}))(?![^\W_])"
    rf"(?:[\s,–—-]|(?:to|and|au|et|al|de|y|(?:{_MONTH}))(?![^\W_])|\d{{1,4}}){{0,40}}"
    r"(?<!\d)\d{4}(?!\d)"
)
_LONGEST = 400


class Span(NamedTuple):
    """The days of a meeting, and where in a text they stand.

    Attributes:
        first: ISO date.
        last: ISO date; the same as `first` for one day.
        start: Offset of the first character.
        end: Offset behind the last one.
    """

    first: str
    last: str
    start: int
    end: int


def read_date(text: str) -> str:
    """Return the ISO date that a whole text states, empty if it is anything but a date."""
    if not 6 <= len(text) <= 50:
        return ""
    folded = _fold(text.strip(" .,()[]*"))
    for shape in (_DAY_FIRST, _MONTH_FIRST, _NUMBERS):
        match = shape.match(folded)
        if match:
            month = match["month"]
            number = int(month) if month.isdecimal() else _MONTH_OF[month]
            return _iso(int(match["year"]), number, int(match["day"]))
    return ""


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def find_span(text: str) -> Span | None:
    """Return the first days that a text states: ``17 February–14 March 2025``.

    Only a title's or a cover line's length is looked at, and months without accents are known.
    Several stretches, ``19–23, 28 and 29 May and 5 June 2025``, go from the first day to the last.
    """
    lower = text[:_LONGEST].lower()
    if len(lower) != len(text[:_LONGEST]):
        return None
    for match in _SPAN.finditer(lower):
        days = _days(match.group())
        if days and days[0] and days[-1] and days[0] <= days[-1]:
            return Span(days[0], days[-1], match.start(), match.end())
    return None


def _days(text: str) -> list[str]:
    """Return the ISO dates of the first and the last day; empty if it is no such list."""
    tokens = [(str(match.lastgroup), match.group()) for match in _TOKEN.finditer(text)]
    shape = "".join(kind[0] for kind, _ in tokens)
    # Days, then their month, again and again; a year behind some of the months, and at the end.
    if not re.fullmatch(r"(?:d+my?)*d+my", shape) or tokens[-1][0] != "year":
        return []
    found: list[tuple[int, int]] = []
    dates: list[str] = []
    waiting: list[int] = []
    for kind, words in tokens:
        if kind == "day":
            waiting.append(int(words))
        elif kind == "month":
            found += [(_MONTH_OF[_fold(words)], day) for day in waiting]
            waiting = []
        else:
            dates += [_iso(int(words), month, day) for month, day in found]
            found = []
    return dates
