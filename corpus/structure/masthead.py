"""What a line of a front page is by its shape alone: a symbol, a date, the distribution.

The shapes are those of official documents at large; `front_page` says which lines to ask about.
"""

from __future__ import annotations

import re
from typing import Literal

from corpus.dates import find_span, read_date
from corpus.series import BODIES
from corpus.structure.markers import read_marker
from corpus.symbols import read_symbols

Part = Literal[
    "title", "organisation", "symbol", "distribution", "date", "language", "job", "session",
    "meeting", "agenda", "agenda title", "body", "officer", "series", "adoption", "note",
]  # fmt: skip

ORGANISATION = re.compile(
    r"(?:united\s+nations|nations\s+unies|naciones\s+unidas|организация\s+объедин[её]нных\s+наций|"
    r"联\s*合\s*国|الأمم\s+المتحدة)(?:\s+(?:nations unies|united nations))?(?=\W|\Z)",
    re.IGNORECASE,
)
_NATIONS = re.compile(r"united nations", re.IGNORECASE)
_DISTRIBUTION = re.compile(
    r"\bdistr\b|^(?:general|limited|restricted|provisional)\Z", re.IGNORECASE
)
_LANGUAGE_NAMES = (
    "arabic|chinese|english|french|russian|spanish|german|portuguese|"
    "arabe|chinois|anglais|français|russe|espagnol|árabe|chino|inglés|francés|ruso|español"
)
_ORIGINAL = re.compile(rf"original\s*[.:]|(?:{_LANGUAGE_NAMES})(?:\s+only|/|,|\Z)", re.IGNORECASE)
_JOB = re.compile(
    r"[A-Z]{0,5}\.?\d{2}-\d{4,6}[A-Z]?\*?(?:\W.{0,40})?\Z|\*?\d{7,9}\*?\Z|"
    r"for (?:decision|information|action|discussion)\Z|please recycle|\W*\Z",
    re.IGNORECASE,
)
_ORDINAL = r"(?:[a-z]+(?:-[a-z]+)*(?:st|nd|rd|th)|\d{1,3}(?:st|nd|rd|th)|[ivxlc]{1,6})"
_SESSION = re.compile(
    rf"(?<!\w)(?:(?:{_ORDINAL}|\d{{4}}|annual|regular|resumed|special|emergency|substantive|the|and|"
    r"organi[sz]ational|first|second|third)\s+){1,6}(?:sessions?|year)\b(?:,?\s+(?:of\s+)?\d{4}(?!\s+session))?",
    re.IGNORECASE,
)
_OTHER_SESSION = re.compile(
    r"(?:сессия|届会议|الدورة|período de sesiones|(?:^|\s)session(?=\W*\Z))", re.IGNORECASE
)
_AGENDA = re.compile(
    r"\(?(?:(?:provisional )?agenda items?|items?|points?|temas?|пункты?|项目|البند)\s+"
    r"\(?\d.{0,70}\Z|\(?(?:ordre du jour|повестк)",
    re.IGNORECASE,
)
_OFFICER = re.compile(r"(?:co-)?(?:rapporteurs?|facilitators?|chair(?:person)?s?)\s*:", re.I)
_SERIES = re.compile(
    r"official records|supplement no|documents officiels|general assembly official|suppl[eé]ment",
    re.IGNORECASE,
)
_ADOPTION = re.compile(r"(?:adopted|adoptée|aprobada|принята)\b", re.IGNORECASE)
_NOTE = re.compile(r"\*{1,4}\s*(?!\d{7})(?:\S|\Z)|[†‡§]\s*\S")
_BODY = re.compile(
    r"(?:executive|trade and development) board|(?:special |ad hoc |joint )?(?:sub-?)?committee|"
    r"(?:economic and social |sub-?)?commission|conference of|(?:human rights |security )?council|"
    r"(?:[\w-]+ )?(?:meeting|conference|assembly) of (?:the )?(?:states )?(?:parties|chairs)|"
    r"high-level political|working group|general assembly|convened under the auspices|"
    r"united nations children",
    re.IGNORECASE,
)
_NO_BODY = re.compile(r"\b(?:reports?|resolutions?|decisions?|letter|note|statement)\b", re.I)
_PRINCIPAL = re.compile(
    r"(?:general assembly|security council|economic and social council)\b", re.I
)
_LONGEST_BODY = 25
"""Words."""
_KNOWN_BODIES = frozenset(name.casefold() for name in BODIES.values())
_DAYS_ALONE = re.compile(
    r"\d{1,2}(?:\s?[–-]\s?|\s+to\s+)\d{1,2} [A-Z][a-z]+(?:, [A-Z][\w ]{2,30})?"
)
_SENTENCE_END = re.compile(r"[.;:?!,][”\"’)]?\Z")


def masthead_part(text: str) -> Part | None:
    """Return what a line of a front page is by its shape; None for words that may be anything."""
    bare = ORGANISATION.sub("", text).strip(" *•|–-")
    words = text.split()
    glued = len(words) <= 8 and _NATIONS.search(text) and read_symbols(words[-1])
    if glued or read_symbols(bare):
        return "symbol"
    if not bare or (marker := read_marker(bare)) and marker.length >= len(bare):
        if ORGANISATION.match(text):
            return "organisation"
        return "note" if text.startswith("*") else "job"
    if re.fullmatch(r"(?:(?:UNITED|NATIONS)\b\s*)?[A-Z]?", bare):
        return "organisation"
    if _DISTRIBUTION.search(text) and len(text) <= 80:
        return "distribution"
    for part, shape in _SHAPES:
        if shape.match(text):
            return part
    if read_date(text):
        return "date"
    if _is_session(text):
        return "session"
    if _is_meeting(text):
        return "meeting"
    if _is_body(text):
        return "body"
    return None


_SHAPES: tuple[tuple[Part, re.Pattern[str]], ...] = (
    ("note", _NOTE),
    ("job", _JOB),
    ("language", _ORIGINAL),
    ("agenda", _AGENDA),
    ("series", _SERIES),
    ("officer", _OFFICER),
    ("adoption", _ADOPTION),
)


def is_known_body(text: str) -> bool:
    """Tell whether a text is the name of a body that issues documents, and nothing else."""
    return text.casefold() in _KNOWN_BODIES


def find_session(text: str) -> str:
    """Return the session that a line names, as printed: ``Seventy-ninth session``."""
    match = _SESSION.search(text)
    if match and match.group().split()[0].casefold() not in {"the", "and"}:
        return match.group()
    return text if match is None and _is_session(text) else ""


def _is_session(text: str) -> bool:
    rest = _SESSION.sub("", text).strip(" ,*")
    if rest != text.strip(" ,*"):
        return not rest or len(rest.split()) <= 1
    return len(text.split()) <= 6 and bool(_OTHER_SESSION.search(text))


def _is_meeting(text: str) -> bool:
    """Tell whether a line is the place and days of a meeting: ``Geneva, 2–5 June 2025``."""
    span = find_span(text)
    if span is None:
        return bool(_DAYS_ALONE.fullmatch(text.strip(" *()")))
    rest = (text[: span.start] + text[span.end :]).strip(" ,*()")
    return not rest or (len(rest.split()) <= 4 and rest[:1].isupper() and "," in text)


def _is_body(text: str) -> bool:
    if is_known_body(text):
        return True
    if _PRINCIPAL.match(text) and _SESSION.search(text):
        return True  # a box on the front page with all that stands in it
    short = len(text.split()) <= _LONGEST_BODY
    return (
        short
        and bool(_BODY.match(text))
        and not (_NO_BODY.search(text) or _SENTENCE_END.search(text))
    )
