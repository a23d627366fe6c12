"""Lines -> chunks: stretches of lines that are read as one heading, unit or continuation."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.source import Line, Look
from corpus.structure.looks import SIZE_STEP, is_displayed, is_small, text_sizes
from corpus.structure.markers import Marker, is_caption, is_division, read_marker
from corpus.structure.tables import Tables
from corpus.structure.wrapping import wrap_width

ChunkKind = Literal["plain", "division", "row", "table header", "caption"]

_TERMINAL = re.compile(r"(?:[.;:!?…][”\"’')\]*\d]{0,4}|[;,]\s*(?:and|or|and/or|et|ou|y|o))\Z")


_OUTDENT = 15.0
"""Points."""

_FLOATS = frozenset({"row", "table header", "caption", "aside", "furniture"})
"""Roles of lines that stand between the lines of running text without being part of it."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of lines that belongs together.

    Attributes:
        kind: ``division`` for a line such as "Annex II", ``row`` and ``table header`` for
            tables, else ``plain``.
        lines: One or more, none blank.
        marker: The marker that the first line begins with, if any.
        key: For a row: the words of its first cell, which name it.
        blanks_before: Blank lines (or a page break, or furniture) before it.
        blank_after: Whether a blank line follows.
        follows_full_stop: Whether the text before it ends a sentence or clause.
        follows_colon: Whether the text before it ends with a colon.
        mid_sentence: Whether a wrapped line seems to run on into this chunk.
        displayed: Whether it is set as headings are; None where the format does not tell.
        small: Whether it is set smaller than running text.
        unlike: Whether the text before it is set in another size.
        turned: Whether it is displayed and the text before it is not.
        level: Depth that the format itself gives it as a heading; 0 if it is none or not told.
        told: Whether the format tells which of its paragraphs are headings.
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
    displayed: bool | None = None
    small: bool = False
    unlike: bool = False
    turned: bool = False
    level: int = 0
    told: bool = False

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


def make_chunks(lines: Sequence[Line], skip: Collection[int], tables: Tables) -> Iterator[Chunk]:
    """Yield the chunks of a source in order; `skip` are positions of furniture."""
    width = wrap_width([line for line in lines if not line.role])
    page = _Page(width, text_sizes(lines), any(line.level for line in lines))
    starts = _starts(lines, skip, tables)
    blank_run = blanks = 0
    between = False
    previous: Line | None = None
    pending: list[tuple[int, Line]] = []
    before: Line | None = None
    for i, line in enumerate(lines):
        if not line.text or i in skip:
            blank_run += 1
            between = between or i in skip
            continue
        if between:  # what the page brought stands between; how many lines of it says nothing
            blank_run, between = 1, False
        if (
            i in starts
            or (pending and line.role != pending[-1][1].role)
            or (blank_run and not _inside_row(i, pending, tables, starts))
        ):
            if pending:
                leads = line.role in {"row", "table header"}
                chunk = _chunk(pending, before, blanks, blank_run, page, tables, leads)
                if chunk.kind == "caption":
                    previous = before
                yield chunk
            before, pending, blanks = previous, [], blank_run
        pending.append((i, line))
        blank_run = 0
        floats = line.role in _FLOATS or is_caption(pending[0][1].text)
        if not floats and not is_small(line, page.sizes):
            previous = line
    if pending:
        yield _chunk(pending, before, blanks, 1, page, tables)


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
    told: bool


def _outdented(look: Look, above: Look) -> bool:
    """Tell whether a line begins left of the text above it, where nothing of it can go on."""
    return look.left < above.left - _OUTDENT


def _chunk(
    pending: Sequence[tuple[int, Line]],
    before: Line | None,
    blanks: int,
    blanks_after: int,
    page: _Page,
    tables: Tables,
    leads_table: bool = False,
) -> Chunk:
    first, line = pending[0]
    kind: ChunkKind = "plain"
    if first in tables.rows:
        kind = "row"
    elif first in tables.headers:
        kind = "table header"
    elif len(pending) == 1 and is_division(line.text):
        kind = "division"
    elif line.role == "caption" or is_caption(line.text):
        kind = "caption"
    own = tuple(text for _, text in pending)
    displayed = is_displayed(own, page.sizes)
    marker = read_marker(line.text) if kind == "plain" else None
    if leads_table and displayed and not marker and kind == "plain" and line.role != "heading":
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
            or (before is not None and before.page == line.page and _outdented(look, above))
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
        displayed=displayed,
        small=is_small(line, page.sizes),
        unlike=unlike,
        turned=bool(displayed) and above is not None and not above.bold,
        level=line.level if line.role == "heading" else 0,
        told=page.told,
    )
