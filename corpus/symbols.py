"""Document symbols: telling one, spelling it as the masthead does, what revises what.

A symbol is a document's key, e.g. ``A/HRC/27/3``, ``S/RES/2769 (2025)``, ``E/CN.6/2025/3/Rev.1``,
``A/81/6 (Sect. 25)``. A document of two bodies has two, printed as one: ``A/79/722-S/2025/27``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePath

from corpus.series import is_known_series

_SERIES = r"[A-Z][A-Z0-9]{0,8}(?:-[A-Z]{2,4})?"
_PART = (
    r"(?:(?:ES|S)-\d{1,3}|(?:Add|Amend|Corr|Dec|Inf|Res|Rev|Sub|Supp?)\.?\d{1,3}"
    r"|[A-Z0-9](?:[A-Z0-9.]{0,20}[A-Z0-9])?)(?:\([A-Za-z0-9]{1,6}\))?"
)
_QUALIFIER = (
    r"(?:\s?\((?:\d{4}|(?i:sect|section|part|vol|intro|introduction|suppl?|supplement|"
    r"resumption|chap|prov|fasc)\b[^()]{0,30})\))?"
)
_ONE = rf"{_SERIES}(?:/{_PART})+{_QUALIFIER}(?:/(?:(?:Add|Corr|Rev|Amend)\.\d{{1,3}}|Part [A-Z]))*"
_SYMBOLS = re.compile(rf"(?P<first>{_ONE})\*{{0,3}}(?:\s?[-–,;]\s?(?P<second>{_ONE})\*{{0,3}})?")
_NUMBERED = re.compile(r"(?:^|/)[^/]*\d")
_REVISION = re.compile(r"/(?P<kind>Rev|Corr)\.(?P<number>\d{1,3})\Z", re.IGNORECASE)
_PIECE = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"\s?\(\d{4}\)\Z")
_LANGUAGE = re.compile(r"[._\s-](?:en|fr|es|ru|zh|ar|de|pt|[efsrca])\Z", re.IGNORECASE)
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Revision:
    """What a symbol says of its place among the versions of a document.

    Attributes:
        base: The symbol without its last ``/Rev.n`` or ``/Corr.n``.
        number: Of the revision; 0 for the first issue and for corrigenda.
        corrigendum: Number of the corrigendum; 0 if it is none.
    """

    base: str
    number: int = 0
    corrigendum: int = 0


def normalise_symbol(text: str) -> str:
    """Return a symbol as mastheads print it: plain blanks and dashes, no asterisks, ``Rev.1``."""
    plain = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    plain = re.sub(r"[\u2010-\u2012\u2212]", "-", " ".join(plain.split())).strip("* ")
    plain = re.sub(r"\s*/\s*", "/", plain)
    plain = re.sub(r"(?<=\w)\((?=\d{4}\)|sect|part|vol|suppl|chap)", " (", plain, flags=re.I)
    plain = re.sub(
        r"\b(add|corr|rev|amend)\.\s?(?=\d)", lambda m: m[1].capitalize() + ".", plain, flags=re.I
    )
    return re.sub(
        r"\((sect|part|vol)\b(\.?)\s*", lambda m: f"({m[1].capitalize()}{m[2]} ", plain, flags=re.I
    )


def read_symbols(text: str) -> tuple[str, ...]:
    """Return the symbols that a text consists of, none if it holds anything else.

    Two joined by a hyphen are one document's: ``A/79/722-S/2025/27``. Asterisks of footnotes are
    left out.
    """
    if not 3 <= len(text) <= _LONGEST or "/" not in text or text.startswith("*"):
        return ()
    match = _SYMBOLS.fullmatch(normalise_symbol(text))
    if match is None:
        return ()
    found = tuple(symbol for symbol in match.group("first", "second") if symbol)
    return found if all(_is_like_one(symbol) for symbol in found) else ()


def is_symbol(text: str) -> bool:
    """Tell whether a text is one document symbol and nothing else."""
    return len(read_symbols(text)) == 1


def _is_like_one(symbol: str) -> bool:
    """Tell a symbol from ``HIV/AIDS`` and ``I/2``: a number, and a series known or of two parts."""
    rest = symbol.partition("/")[2]
    return bool(_NUMBERED.search(rest)) and (is_known_series(symbol) or "/" in rest)


def read_revision(symbol: str) -> Revision:
    """Return which version a symbol stands for: ``A/80/1/Rev.2`` is revision 2 of ``A/80/1``.

    An addendum is a document of its own: ``A/80/74/Add.1/Rev.1`` revises ``A/80/74/Add.1``.
    """
    match = _REVISION.search(symbol)
    if match is None:
        return Revision(symbol)
    number, base = int(match["number"]), symbol[: match.start()]
    if match["kind"].lower() == "corr":
        return Revision(base, corrigendum=number)
    return Revision(base, number)


def symbol_key(symbol: str) -> str:
    """Return what two spellings of one symbol share: ``a 79 722``.

    Separators and case do not matter, as in files named after symbols; nor does the year that
    follows a resolution's number.
    """
    return " ".join(_PIECE.findall(_YEAR.sub("", normalise_symbol(symbol)).casefold()))


def symbol_in_name(file: str) -> str:
    """Return the symbol that a file's name states, with slashes; empty if it states none.

    ``A_79_722.en.pdf`` states ``A/79/722``. Names that merely hold an underscore state none.
    """
    stem = PurePath(file.replace("\\", "/")).name
    stem = re.sub(r"\.(?:pdf|docx?|html?|xhtml|txt|text|md|json)\Z", "", stem, flags=re.I)
    stem = _LANGUAGE.sub("", stem).strip()
    found = read_symbols(re.sub(r"[_\s]+(?=\()", " ", stem).replace("_", "/"))
    return found[0] if found and is_known_series(found[0]) else ""
