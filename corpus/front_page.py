"""A document's front page: what each line before the running text is.

United Nations documents begin with a masthead (organisation, symbol, distribution, date, original
language, job number), the session, the agenda item, and then the title and who reports. Others
begin with their title. Lines are told apart by their shape, and by their look where the format
tells it; what is none of the known things may be the title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.dates import find_span, read_date
from corpus.series import BODIES
from corpus.source import Line, Source
from corpus.structure.markers import read_marker
from corpus.symbols import read_symbols

Part = Literal[
    "title", "organisation", "symbol", "distribution", "date", "language", "job", "session",
    "meeting", "agenda", "agenda title", "body", "officer", "series", "adoption", "note",
]  # fmt: skip

_MOST_LINES = 90
_MOST_PAGES = 3
_LONGEST_LINE = 800
_ROWS = frozenset({"row", "table header", "caption"})
_SMALL_PRINT = 1.0
"""Points below the running text's size."""
_LEADING = 1.45
"""Lines of one piece stand at most this many font sizes below one another."""
_MOST_WORDS = 45
LARGEST_TEXT = 11.0
"""Points: running text on a front page is not taken to be larger."""
_IN_MASTHEAD: frozenset[Part] = frozenset(
    {"organisation", "symbol", "distribution", "date", "language"}
)
_IN_TITLES: frozenset[Part] = frozenset({"body", "organisation", "date", "session", "meeting"})

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
_START = re.compile(
    r"(?:executive )?summary|(?:table of )?contents|(?:\w+\W+)?introduction|abstract|foreword|"
    r"preface|letters? of transmittal|chapter|page|annex\b.*|explanatory note|background|"
    r"sommaire|résumé|table des matières|resumen|índice|содержание|резюме|введение|摘要|目录|"
    r"ملخص|موجز|المحتويات",
    re.IGNORECASE,
)
_LEADER = re.compile(r"(?:\.\s?){6}|…{2}")
_DAYS_ALONE = re.compile(
    r"\d{1,2}(?:\s?[–-]\s?|\s+to\s+)\d{1,2} [A-Z][a-z]+(?:, [A-Z][\w ]{2,30})?"
)
_SENTENCE_END = re.compile(r"[.;:?!,][”\"’)]?\Z")
_OPEN_END = re.compile(r"(?:\b(?:the|of|to|on|in|by|and|for|from|at|with|a|an)|[,:–—-])\Z", re.I)
_STARS = re.compile(r"\s*[*†‡]+(?=\s|\Z)")


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines of the front page that are one thing.

    Attributes:
        part: What they are; ``title`` is what may be the title.
        lines: One or more.
    """

    part: Part
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Its words on one line, without asterisks that stand for footnotes."""
        return strip_stars(" ".join(" ".join(line.text.split()) for line in self.lines))

    @property
    def size(self) -> float:
        """Font size of its largest line in points; 0 where the format does not tell."""
        return max((line.look.size for line in self.lines if line.look), default=0.0)

    @property
    def level(self) -> int:
        """Level as a heading; 0 if the format does not call it one."""
        return self.lines[0].level if self.lines[0].role == "heading" else 0


def strip_stars(text: str) -> str:
    """Return a text without the asterisks and daggers that stand for footnotes."""
    return _STARS.sub("", text).strip()


def read_front_page(source: Source) -> tuple[Piece, ...]:
    """Return what stands before a document's running text, in order."""
    lines = _leading_lines(source)
    usual = body_size(source)
    pieces = _header_pieces(source)
    for at, (line, gap) in enumerate(lines):
        kind = _kind(line.text)
        before = pieces[-1] if pieces else None
        if before is not None and _runs_on(before, line, gap, kind):
            pieces[-1] = Piece(before.part, (*before.lines, line))
            continue
        if kind is None:
            kind = _kind_by_place(lines, at, usual, pieces)
            if kind is None:
                return (*pieces, *_late_masthead([line for line, _ in lines[at:]]))
        pieces.append(Piece(kind, (line,)))
    return tuple(pieces)


def _header_pieces(source: Source) -> list[Piece]:
    """Return the masthead that Word keeps in the first page's header, outside the text."""
    lines = source.properties.get("header", "").split("\n")
    texts = [text for text in map(str.strip, lines) if 0 < len(text) <= _LONGEST_LINE]
    kinds = [(_kind(text), Line(text, 0, 0, None)) for text in texts]
    return [Piece(kind, (line,)) for kind, line in kinds if kind in {*_IN_MASTHEAD, "body"}]


def _kind_by_place(
    lines: Sequence[tuple[Line, bool]], at: int, usual: float, pieces: Sequence[Piece]
) -> Part | None:
    """Return what words are that have no shape of their own; None where running text begins."""
    line, gap = lines[at]
    before = pieces[-1] if pieces else None
    if before is not None and before.part == "agenda" and not gap:
        return "title" if before.text.startswith("(") else "agenda title"
    if line.look and line.look.size < usual - _SMALL_PRINT:
        return "note"
    cells = line.text.split("\t")
    if line.role in _ROWS and len(cells) > 1 and not any(p.part == "title" for p in pieces):
        # Two bodies' sessions and agenda items side by side are no table of data.
        return next((kind for kind in map(_kind, cells) if kind), None)
    return None if _begins_text(lines, at, usual, pieces) else "title"


def _late_masthead(lines: Sequence[Line]) -> list[Piece]:
    """Return the masthead's parts that stand below the text's first lines, as some PDFs have it."""
    for at, line in enumerate(lines):
        if line.page == lines[0].page and re.match(r"distr\b|.{0,60}\bdistr\.", line.text, re.I):
            near = lines[max(0, at - 2) : at + 5]
            kinds = [(_kind(one.text), one) for one in near]
            return [Piece(kind, (one,)) for kind, one in kinds if kind in _IN_MASTHEAD]
    return []


def _leading_lines(source: Source) -> list[tuple[Line, bool]]:
    """Return the first lines with words, each with whether space stands above it."""
    found: list[tuple[Line, bool]] = []
    blank = True
    for line in source.lines:
        if len(found) >= _MOST_LINES or (line.page or 1) > _MOST_PAGES:
            break
        if len(line.text) > _LONGEST_LINE:
            break  # a paragraph on one line
        if line.text:
            found.append((line, _is_apart(found[-1][0], line, blank) if found else True))
        blank = not line.text
    return found


def _is_apart(before: Line, line: Line, blank: bool) -> bool:
    """Tell whether space stands between two lines; their places tell better than blank lines."""
    if before.page != line.page:
        return True
    if before.look is None or line.look is None:
        return blank
    return (
        not 0 < line.look.top - before.look.top <= _LEADING * max(before.look.size, line.look.size)
    )


def body_size(source: Source) -> float:
    """Return the font size of the running text, 0 where the format does not tell.

    Notes and tables can have more characters than the text; then the first page tells, unless
    it is a cover.
    """
    sizes: Counter[float] = Counter()
    front: Counter[float] = Counter()
    for line in source.lines:
        if line.look:
            weight = len(line.text) ** 2  # long lines are running text
            sizes[line.look.size] += weight
            if line.page == 1:
                front[line.look.size] += weight
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    return max(usual, min(front.most_common(1)[0][0], LARGEST_TEXT)) if front else usual


def _runs_on(piece: Piece, line: Line, gap: bool, kind: Part | None) -> bool:
    """Tell whether a line goes on with the piece before it.

    The name of a body or a date may begin the second line of a title.
    """
    last = piece.lines[-1]
    if gap or last.role != line.role or kind not in {None, *_IN_TITLES}:
        return False
    if piece.part == "note":
        return kind is None and not last.text.endswith(".")
    if piece.part == "body":
        whole = piece.text.casefold() in _KNOWN_BODIES
        return kind in {None, "organisation"} and not whole and _looks_alike(last, line)
    if piece.part not in {"title", "agenda title"} or not _looks_alike(last, line):
        return False
    if _is_marked(line.text) or _is_start(line.text) or _STARS.search(last.text[-3:]):
        return False
    if line.look is not None:
        return True
    return bool(_OPEN_END.search(last.text)) or (
        kind is None and not _breaks_early(last.text, line.text)
    )


def _is_marked(text: str) -> bool:
    """Tell whether a line begins with a marker and words: ``I. Introduction``."""
    marker = read_marker(text)
    return marker is not None and marker.length < len(text)


def _is_start(text: str) -> bool:
    """Tell whether a line is a heading that titles are never part of: ``Summary``."""
    return bool(_START.fullmatch(text.strip(":.")) or _LEADER.search(text))


def _looks_alike(one: Line, other: Line) -> bool:
    if one.look is None or other.look is None:
        return one.look is other.look
    alike = abs(one.look.size - other.look.size) < 0.6
    return alike and (one.look.bold == other.look.bold or one.look.size >= 11.5)


def _breaks_early(before: str, after: str) -> bool:
    """Tell whether a line ended though the next one's first word had room in it."""
    room = max(len(before), len(after)) - len(before)
    return after[:1].isupper() and len(after.split()[0]) + 1 <= room


def _begins_text(
    lines: Sequence[tuple[Line, bool]], at: int, usual: float, pieces: Sequence[Piece]
) -> bool:
    """Tell whether running text, a summary or a table of contents begins with a line."""
    line = lines[at][0]
    if (line.role in _ROWS and "\t" in line.text) or _is_start(line.text):
        return True
    if read_marker(line.text) is not None:
        return bool(pieces) and _is_marked(line.text)
    group = [line]
    for following, gap in lines[at + 1 :]:
        if gap or _kind(following.text) or not _looks_alike(line, following):
            break
        if following.look is None and _breaks_early(group[-1].text, following.text):
            break
        group.append(following)
    text = " ".join(part.text for part in group)
    words = len(text.split())
    bold = line.look is not None and line.look.bold
    large = line.look is not None and line.look.size > usual + 0.6
    if line.role == "heading" or (large and (bold or words < _MOST_WORDS or text[-1] != ".")):
        return False
    if _SENTENCE_END.search(text):
        return words >= 10 or text[-1] in ",:" or any(p.part == "title" for p in pieces)
    return words > (2 * _MOST_WORDS if bold else _MOST_WORDS)


def _kind(text: str) -> Part | None:
    """Return what a line is by its shape; None for words that may be anything."""
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
    if text.casefold() in _KNOWN_BODIES:
        return True
    if _PRINCIPAL.match(text) and _SESSION.search(text):
        return True  # a box on the front page with all that stands in it
    short = len(text.split()) <= _LONGEST_BODY
    return (
        short
        and bool(_BODY.match(text))
        and not (_NO_BODY.search(text) or _SENTENCE_END.search(text))
    )
