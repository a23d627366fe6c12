"""Lines -> chunks: stretches of lines that are read as one heading, unit or continuation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.source import Line, Look
from corpus.structure.bullets import find_bullets
from corpus.structure.looks import SIZE_STEP, goes_on_displayed, is_displayed, is_small, text_sizes
from corpus.structure.markers import Marker, is_bare_caption, is_caption, is_division, read_marker
from corpus.structure.parts import find_parts
from corpus.structure.tables import Tables
from corpus.structure.wrapping import wrap_width

ChunkKind = Literal["plain", "division", "row", "table header", "caption"]

_TERMINAL = re.compile(r"(?:[.;:!?…][”\"’')\]*\d]{0,4}|[;,]\s*(?:and|or|and/or|et|ou|y|o))\Z")


_OUTDENT = 15.0
_INDENT = 10.0
_FLUSH = 2.0
"""Points."""
_ROOM = 60.0
"""Points that the last line of a heading leaves free; another word would have had room."""
_LONG = 30
"""Font sizes that a line is wide if it is not short."""

_MOST_OPENING = 12
"""Words of the line that opens a preamble: "The General Assembly,"."""

_FLOATS = frozenset({"row", "table header", "caption", "aside", "furniture"})
"""Roles of lines that stand between the lines of running text without being part of it."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of lines that belongs together.

    Attributes:
        kind: ``division`` for a line such as "Annex II", or "Part Two" where numbers begin anew,
            ``row`` and ``table header`` for tables, else ``plain``.
        lines: One or more, none blank.
        marker: The marker that the first line begins with, if any.
        key: For a row: the words of its first cell, which name it.
        blanks_before: Blank lines (or a page break, or furniture) before it.
        blank_after: Whether a blank line follows.
        follows_full_stop: Whether the text before it ends a sentence or clause.
        follows_colon: Whether the text before it ends with a colon.
        mid_sentence: Whether a wrapped line seems to run on into this chunk.
        wrapped: Whether it begins a line because the line above had no room for its first word.
        displayed: Whether it is set as headings are; None where the format does not tell.
        small: Whether it is set smaller than running text.
        unlike: Whether the text before it is set in another size.
        turned: Whether it is displayed and the text before it is not.
        level: Depth that the format itself gives it as a heading; 0 if it is none or not told.
        told: Whether the format tells which of its paragraphs are headings.
        bullet: The sign that sets it off as an entry of a list without numbers; empty if none.
        follows_bullet: Whether the text before it is such an entry, too.
        next_clause: Whether it is a paragraph of its own though the one before it ends with a
            comma, as those of a preamble do.
        follows_preamble: Whether the text before it is such a paragraph, and ends with a comma.
        like_text: Whether it is set as running text is, where headings are set otherwise.
        follows_like_text: Whether the text before it is, too.
        follows_caption: Whether a figure's caption stands between it and the text before it.
        set_off: Whether it begins in the right half of the page and is not centred, as
            signatures do.
        title: Which of the front page's titles it is, counted from 0; None if it is none.
    """

    kind: ChunkKind
    lines: tuple[Line, ...]
    marker: Marker | None
    key: str
    blanks_before: int
    blank_after: bool
    follows_full_stop: bool
    follows_colon: bool
    mid_sentence: bool
    wrapped: bool = False
    displayed: bool | None = None
    small: bool = False
    unlike: bool = False
    turned: bool = False
    level: int = 0
    told: bool = False
    bullet: str = ""
    follows_bullet: bool = False
    next_clause: bool = False
    follows_preamble: bool = False
    like_text: bool = False
    follows_like_text: bool = False
    follows_caption: bool = False
    set_off: bool = False
    title: int | None = None

    @property
    def body(self) -> str:
        """The words behind the marker, line ends as blanks."""
        whole = " ".join(line.text for line in self.lines)
        return whole[self.marker.length :] if self.marker else whole

    @property
    def ends_sentence(self) -> bool:
        """Whether its last line ends a sentence or clause."""
        return ends_sentence(self.lines[-1].text)


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends a sentence or a clause of a list."""
    return bool(_TERMINAL.search(text))


def make_chunks(
    lines: Sequence[Line],
    skip: Collection[int],
    tables: Tables,
    titles: Sequence[Sequence[int]] = (),
) -> Iterator[Chunk]:
    """Yield the chunks of a source in order.

    Args:
        lines: Of the source.
        skip: Positions of furniture.
        tables: Where the tables are.
        titles: Positions of the lines of each title on the front page.
    """
    title = {place: k for k, places in enumerate(titles) for place in places}
    width = wrap_width([line for line in lines if not line.role])
    bullets = find_bullets(lines, {*skip, *tables.inside})
    sizes = text_sizes(lines)
    text = [line for i, line in enumerate(lines) if i not in skip]
    page = _Page(
        width,
        sizes,
        _tells_headings(text, sizes),
        any(line.level for line in lines),
        bullets,
        title,
        _block(text),
        find_parts(lines, {*skip, *tables.inside}),
    )
    starts = _starts(lines, skip, tables) | bullets.keys()
    starts |= {place for part in page.parts for place in (part, part + 1)}
    blank_run = blanks = 0
    between = False
    previous: Line | None = None
    pending: list[tuple[int, Line]] = []
    before = _Before()
    listed = False
    last: Chunk | None = None
    for i, line in enumerate(lines):
        if not line.text or i in skip:
            blank_run += 1
            between = between or i in skip
            continue
        if between:  # what the page brought stands between; how many lines of it says nothing
            blank_run, between = 1, False
        if pending and _is_one_heading(pending[-1], (i, line), blank_run, page, starts):
            starts.discard(i)
            blank_run = 0
        elif pending and _is_other_text(pending, (i, line), blank_run, page):
            starts.add(i)
        if (
            i in starts
            or (pending and line.role != pending[-1][1].role)
            or (blank_run and not _inside_row(i, pending, tables, starts))
        ):
            if pending:
                leads = line.role in {"row", "table header"}
                chunk = _chunk(pending, before, blanks, blank_run, page, tables, leads, last)
                last = chunk
                runs_on = chunk.kind in _FLOATS or not chunk.follows_full_stop
                listed = bool(chunk.bullet) or (listed and runs_on)
                if chunk.kind == "caption":
                    previous = before.line
                edge = before.left if previous is before.line else _left(pending)
                of_preamble = (before.clause or before.opening) and runs_on and not chunk.marker
                clause = chunk.next_clause or of_preamble
                opening = _opens(chunk, before)
                before = _Before(previous, edge, listed, chunk.like_text, clause, opening)
                yield chunk
            pending, blanks = [], blank_run
        pending.append((i, line))
        blank_run = 0
        floats = line.role in _FLOATS or is_caption(pending[0][1].text)
        if not floats and not is_small(line, sizes):
            previous = line
    if pending:
        yield _chunk(pending, before, blanks, 1, page, tables, last=last)


def _inside_row(
    i: int, pending: Sequence[tuple[int, Line]], tables: Tables, starts: Collection[int]
) -> bool:
    """Tell whether a line after a blank one still belongs to the wrapped row before it."""
    if not pending or pending[0][0] not in tables.rows or i in starts:
        return False
    only_key = " ".join(line.text for _, line in pending) == tables.rows[pending[0][0]]
    return i in tables.inside or only_key or pending[-1][1].text[-1] not in ".;:!?"


def _starts(lines: Sequence[Line], skip: Collection[int], tables: Tables) -> set[int]:
    starts: set[int] = set()
    headers = tables.headers
    for i, line in enumerate(lines):
        if not line.text or i in skip:
            continue
        if i in tables.rows or (i in headers and i - 1 not in headers):
            starts.add(i)
        elif is_division(line.text):
            starts |= {i, i + 1}
        elif i not in tables.inside and read_marker(line.text):
            starts.add(i)
    return starts


@dataclass(frozen=True, slots=True)
class _Page:
    """What is the same for all chunks of a source."""

    width: int | None
    sizes: frozenset[float]
    tells: bool
    told: bool
    bullets: Mapping[int, str]
    titles: Mapping[int, int]
    block: tuple[float, float] | None
    parts: frozenset[int]


def _block(lines: Sequence[Line]) -> tuple[float, float] | None:
    """Return the left and right edges of most lines that are not short; None if not told."""
    looks = [ln.look for ln in lines if ln.look is not None and not ln.role]
    long = [look for look in looks if look.right - look.left > _LONG * look.size]
    if not long:
        return None
    left, right = (Counter(map(round, edges)).most_common(1)[0][0] for edges in (
        [look.left for look in long], [look.right for look in long]))  # fmt: skip
    return (left, right) if left < right else None


def _set_off(look: Look, block: tuple[float, float]) -> bool:
    """Tell whether a line begins in the right half of the text, and is not centred."""
    centre = sum(block) / 2
    return look.left > centre and abs((look.left + look.right) / 2 - centre) > _OUTDENT


def _is_wrapped(line: Line, above: Line, block: tuple[float, float] | None) -> bool:
    """Tell whether a line begins at the text's left edge, and its first word had no room above."""
    look, over = line.look, above.look
    if block is None or look is None or over is None or line.page != above.page:
        return False
    flush = min(abs(look.left - edge) for edge in (block[0], over.left)) < _FLUSH
    word = len(line.text.split()[0]) / len(line.text) * (look.right - look.left)
    return flush and over.right + word > block[1]


def _indented(lines: Sequence[Line], block: tuple[float, float] | None) -> bool:
    """Tell whether the first line stands in from the text's left edge, and the next one not."""
    looks = [line.look for line in lines[:2]]
    if block is None or looks[0] is None:
        return False
    edge = max(block[0], looks[-1].left if len(looks) > 1 and looks[-1] is not None else 0.0)
    return looks[0].left - edge > _INDENT


@dataclass(frozen=True, slots=True)
class _Before:
    """The running text before a chunk.

    Attributes:
        line: The last of its lines; None before the first.
        left: Where the leftmost line of its last chunk begins; None if not told.
        listed: Whether it is an entry of a list without numbers.
        like_text: Whether it is set as running text is, where headings are set otherwise.
        clause: Whether it is a paragraph of a preamble.
        opening: Whether it is the line that opens a preamble: "The General Assembly,".
    """

    line: Line | None = None
    left: float | None = None
    listed: bool = False
    like_text: bool = False
    clause: bool = False
    opening: bool = False


def _opens(chunk: Chunk, before: _Before) -> bool:
    """Tell whether a chunk may be the line that opens a preamble, which says who speaks."""
    text = chunk.body
    goes_on = before.line is not None and before.line.text.endswith(",")
    alone = len(chunk.lines) == 1 and chunk.kind == "plain" and chunk.marker is None
    return alone and not goes_on and text.endswith(",") and len(text.split()) <= _MOST_OPENING


def _is_one_heading(
    last: tuple[int, Line],
    this: tuple[int, Line],
    blanks: int,
    page: _Page,
    starts: Collection[int],
) -> bool:
    """Tell whether a line goes on with the title or heading before it, whatever the gap."""
    title = page.titles.get(this[0])
    if title is not None or last[0] in page.titles:
        return title == page.titles.get(last[0])
    goes_on = this[0] not in starts and blanks == 1
    return goes_on and goes_on_displayed(last[1], this[1], page.sizes)


def _is_other_text(
    pending: Sequence[tuple[int, Line]], this: tuple[int, Line], blanks: int, page: _Page
) -> bool:
    """Tell whether a line begins another text than the title or heading before it."""
    if page.titles.get(this[0]) != page.titles.get(pending[-1][0]):
        return True
    return not blanks and _turns_to_text(pending, this[1], page)


def _turns_to_text(pending: Sequence[tuple[int, Line]], line: Line, page: _Page) -> bool:
    """Tell whether text begins right below a heading: in another look, though without a gap.

    A paragraph may begin in bold; then its first line is as wide as the others.
    """
    above, look = pending[-1][1].look, line.look
    own = [text for _, text in pending]
    if above is None or look is None or page.block is None or any(text.role for text in own):
        return False
    if not is_displayed(own, page.sizes) or is_displayed([line], page.sizes):
        return False
    if is_small(line, page.sizes):
        return False
    short = above.right < page.block[1] - _ROOM
    return short and line.text[:1].isupper() and read_marker(own[0].text) is None


def _left(pending: Sequence[tuple[int, Line]]) -> float | None:
    return min((line.look.left for _, line in pending if line.look is not None), default=None)


def _tells_headings(lines: Sequence[Line], sizes: Collection[float]) -> bool:
    """Tell whether anything is set as headings are; a typewriter sets all words alike."""
    return any(not line.role and is_displayed([line], sizes) for line in lines)


def _outdented(look: Look, running: _Before) -> bool:
    """Tell whether a line begins left of the text above it, where nothing of it can go on."""
    return running.left is not None and look.left < running.left - _OUTDENT


def _completes(caption: Chunk, own: Sequence[Line], displayed: bool | None, page: _Page) -> bool:
    """Tell whether lines below a caption are part of it: its title, or what the figures count."""
    if own[0].text.startswith("(") and own[-1].text.endswith(")"):
        return True
    titled = displayed or own[0].role == "heading"
    titled = titled or (page.told and not ends_sentence(own[-1].text))
    return titled and is_bare_caption(caption.lines[-1].text)


def _chunk(
    pending: Sequence[tuple[int, Line]],
    running: _Before,
    blanks: int,
    blanks_after: int,
    page: _Page,
    tables: Tables,
    leads_table: bool = False,
    last: Chunk | None = None,
) -> Chunk:
    before = running.line
    first, line = pending[0]
    kind: ChunkKind = "plain"
    if first in tables.rows:
        kind = "row"
    elif first in tables.headers:
        kind = "table header"
    elif len(pending) == 1 and (is_division(line.text) or first in page.parts):
        kind = "division"
    elif line.role == "caption" or is_caption(line.text):
        kind = "caption"
    own = tuple(text for _, text in pending)
    displayed = is_displayed(own, page.sizes)
    marker = read_marker(line.text) if kind == "plain" else None
    captioned = last is not None and last.kind == "caption"
    if kind == "plain" and not marker:
        leads = leads_table and bool(displayed) and line.role != "heading"
        if leads or (last is not None and captioned and _completes(last, own, displayed, page)):
            kind = "caption"
    stop = before is None or ends_sentence(before.text)
    width = page.width
    full = width is not None and before is not None and len(before.text) >= 0.7 * width
    look, above = line.look, before.look if before is not None else None
    unlike = (
        look is not None
        and above is not None
        and (
            abs(look.size - above.size) >= SIZE_STEP
            or (before is not None and before.page == line.page and _outdented(look, running))
        )
    )
    return Chunk(
        kind=kind,
        lines=own,
        marker=marker,
        key=tables.rows.get(first, ""),
        blanks_before=blanks,
        blank_after=blanks_after > 0,
        follows_full_stop=stop,
        follows_colon=before is not None and before.text.endswith((":", ":—", ": –")),
        mid_sentence=not stop and full and blanks == 0,
        wrapped=blanks == 0 and before is not None and _is_wrapped(line, before, page.block),
        displayed=displayed,
        small=is_small(line, page.sizes),
        unlike=unlike,
        turned=bool(displayed) and above is not None and not above.bold,
        level=line.level if line.role == "heading" else 0,
        told=page.told,
        bullet=page.bullets.get(first, "") if kind == "plain" else "",
        follows_bullet=running.listed,
        next_clause=before is not None
        and before.text.endswith(",")
        and not running.opening
        and blanks > 0
        and line.text[:1].isupper()
        and (page.told or _indented(own, page.block)),
        follows_preamble=running.clause and before is not None and before.text.endswith(","),
        like_text=displayed is False and page.tells,
        follows_like_text=running.like_text,
        follows_caption=captioned,
        set_off=page.block is not None and look is not None and _set_off(look, page.block),
        title=page.titles.get(first),
    )
