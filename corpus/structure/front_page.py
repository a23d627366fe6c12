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

from corpus.source import Line, Source
from corpus.structure.markers import read_marker
from corpus.structure.masthead import Part, is_known_body, masthead_part

_MOST_LINES = 90
_MOST_PAGES = 3
_LONGEST_LINE = 800
_ROWS = frozenset({"row", "table header", "caption"})
_SMALL_PRINT = 1.0
"""Points below the running text's size."""
_LEADING = 1.45
"""Lines of one piece stand at most this many font sizes below one another."""
_MOST_WORDS = 45
_SENTENCE_WORDS = 20
"""From so many words on, what ends with a full stop is a sentence in whatever size."""
LARGEST_TEXT = 11.0
"""Points: running text on a front page is not taken to be larger."""
_IN_MASTHEAD: frozenset[Part] = frozenset(
    {"organisation", "symbol", "distribution", "date", "language"}
)
_IN_TITLES: frozenset[Part] = frozenset({"body", "organisation", "date", "session", "meeting"})

_START = re.compile(
    r"(?:executive )?summary|(?:table of )?contents|(?:\w+\W+)?introduction|abstract|foreword|"
    r"preface|letters? of transmittal|chapter|page|annex\b.*|explanatory note|background|"
    r"sommaire|résumé|table des matières|resumen|índice|содержание|резюме|введение|摘要|目录|"
    r"ملخص|موجز|المحتويات",
    re.IGNORECASE,
)
_LEADER = re.compile(r"(?:\.\s?){6}|…{2}")
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
        kind = masthead_part(line.text)
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
    kinds = [(masthead_part(text), Line(text, 0, 0, None)) for text in texts]
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
        return next((kind for kind in map(masthead_part, cells) if kind), None)
    return None if _begins_text(lines, at, usual, pieces) else "title"


def _late_masthead(lines: Sequence[Line]) -> list[Piece]:
    """Return the masthead's parts that stand below the text's first lines, as some PDFs have it."""
    for at, line in enumerate(lines):
        if line.page == lines[0].page and re.match(r"distr\b|.{0,60}\bdistr\.", line.text, re.I):
            near = lines[max(0, at - 2) : at + 5]
            kinds = [(masthead_part(one.text), one) for one in near]
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
        whole = is_known_body(piece.text)
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
        if gap or masthead_part(following.text) or not _looks_alike(line, following):
            break
        if following.look is None and _breaks_early(group[-1].text, following.text):
            break
        group.append(following)
    text = " ".join(part.text for part in group)
    words = len(text.split())
    bold = line.look is not None and line.look.bold
    large = line.look is not None and line.look.size > usual + 0.6
    if line.role == "heading":
        return False
    if large:  # so is running text where most of a short document is small print
        return not bold and words >= _SENTENCE_WORDS and text[-1] == "."
    if _SENTENCE_END.search(text):
        return words >= 10 or text[-1] in ",:" or any(p.part == "title" for p in pieces)
    return words > (2 * _MOST_WORDS if bold else _MOST_WORDS)
