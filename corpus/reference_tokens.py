"""Text -> the tokens that references are read from, in one pass over the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from corpus.labels import LATIN, is_number
from corpus.reference_words import fold_word

TokenKind = Literal[
    "number", "slashed", "sub", "occurrence", "symbol", "word", "quoted", "dash", "sign",
    "punctuation", "end",
]  # fmt: skip

_LATIN = "|".join(LATIN)
_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f])"
_TOKEN = re.compile(
    rf"""
      (?P<slashed>[0-9]+(?:/[0-9A-Za-z]+)+)
    | (?P<number>[0-9]+(?:\.(?:(?-i:[IVXLC]+)\.)?[0-9]+)*)
    | (?P<sub>\(\s{{0,4}}(?P<body>[A-Za-z]{{1,12}}|[0-9]{{1,4}})
        (?:\s{{0,4}}(?P<latin>{_LATIN}))?\s{{0,4}}\))
    | (?P<occurrence>\#(?P<hash>[1-9][0-9]{{0,3}})(?![0-9])
        |\[(?P<ordinal>[1-9][0-9]{{0,3}})(?:st|nd|rd|th)\])
    | (?P<word>(?:(?:sub|sous)[-\u2010\u2011])?{_LETTER}+)
    | (?P<dash>[-\u2010-\u2015\u2212\uff0d\ufe58\ufe63~])
    | (?P<sign>[\u00a7\u00b6](?:\s?[\u00a7\u00b6])*)
    | (?P<punctuation>.)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_BLANK = re.compile(r"[\s\u200b\u2060\ufeff]+")
_RUN = re.compile(r"[A-Za-z][A-Za-z0-9./_-]*")
_SYMBOL = re.compile(
    # A session stands in brackets in ICCD/COP(8)/CST/INF.1, a year in S/RES/2769 (2025).
    r"[A-Za-z][A-Za-z0-9._-]*"
    r"(?:/[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?(?:\([0-9]{1,3}\)(?=/))?)+"
    r"(?:\s?\((?:(?:19|20)[0-9]{2}\)|(?:sect|section|part|vol|intro|introduction|suppl|"
    r"supplement|resumption|chap|corr|rev|add|art|prov|fasc)\b[^()]{0,30}\)))?"
    r"(?:/(?:(?:add|amend|corr|rev)\.[0-9]{1,3}|part [a-z]{1,4}\b))*"
    r"(?:(?:,| and) (?:add|corr|rev)\.[0-9]+(?:[-–][0-9]+)?)*",
    re.IGNORECASE,
)
_QUOTES = {
    "“": ("”", re.compile(r"“(?P<inside>(?:[^”]|””)*)”")),
    '"': ('"', re.compile(r'"(?P<inside>[^"]*)"')),
}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text.

    Attributes:
        kind: ``number`` (of a paragraph), ``slashed`` (``64/293``), ``sub`` (``(iii)``),
            ``occurrence`` (``#2``, ``[2nd]``), ``symbol`` (of a document), ``word``,
            ``quoted``, ``dash``, ``sign`` (``§``), ``punctuation`` (one character), ``end``.
        value: What it stands for: a word without case and accents, ``(jbis)`` for ``( j bis )``,
            ``#2`` for ``[2nd]``, the words between quotation marks; else the text itself.
        text: As written.
        start: Offset of its first character.
        end: Offset behind its last one.
        glued: True if nothing stands between it and the token before.
    """

    kind: TokenKind
    value: str
    text: str
    start: int
    end: int
    glued: bool = False


def tokenize(text: str, *, quotes: bool) -> list[Token]:
    """Return the tokens of a text in order; takes time in proportion to its length.

    Args:
        text: Any text.
        quotes: Make one token of the words between quotation marks (“ ” or " ").
    """
    tokens: list[Token] = []
    closing = {m: text.rfind(close) for m, (close, _) in _QUOTES.items()} if quotes else {}
    no_symbol_before = position = 0
    while position < len(text):
        blank = _BLANK.match(text, position)
        if blank:
            position = blank.end()
            continue
        token = None
        if closing.get(text[position], -1) > position:
            token = _quoted(text, position)
        elif position >= no_symbol_before:
            run = _RUN.match(text, position)
            if run:
                token = _symbol(text, run)
                no_symbol_before = run.end()  # else "a.a.a…" is scanned once per letter
        kind, value, end = token or _plain(text, position)
        glued = bool(tokens) and tokens[-1].end == position
        tokens.append(Token(kind, value, text[position:end], position, end, glued))
        position = end
    return tokens


def _quoted(text: str, position: int) -> tuple[TokenKind, str, int] | None:
    match = _QUOTES[text[position]][1].match(text, position)
    if match is None:
        return None
    return "quoted", match["inside"].replace("””", "”"), match.end()


def _symbol(text: str, run: re.Match[str]) -> tuple[TokenKind, str, int] | None:
    if "/" not in run.group():
        return None
    match = _SYMBOL.match(text, run.start())
    if match is None or not any(c.isdigit() for c in match.group()):
        return None
    return "symbol", " ".join(match.group().split()), match.end()


def _plain(text: str, position: int) -> tuple[TokenKind, str, int]:
    match = _TOKEN.match(text, position)
    assert match is not None  # the last alternative takes any character
    value, end = match.group(), match.end()
    match match.lastgroup:
        case "slashed":
            return "slashed", value, end
        case "number":
            return ("number" if is_number(value) else "punctuation"), value, end
        case "word":
            return "word", fold_word(value), end
        case "dash":
            return "dash", value, end
        case "sign":
            return "sign", value, end
        case _:
            return _composed(match)


def _composed(match: re.Match[str]) -> tuple[TokenKind, str, int]:
    if match["sub"]:
        return "sub", f"({match['body']}{match['latin'] or ''})".lower(), match.end()
    if match["occurrence"]:
        return "occurrence", f"#{match['hash'] or match['ordinal']}", match.end()
    return "punctuation", match.group(), match.end()
