"""Lines -> chunks: stretches of lines that are read as one heading, unit or continuation."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.source import Line
from corpus.structure.markers import Marker, is_division, read_marker
from corpus.structure.tables import Tables
from corpus.structure.wrapping import wrap_width

ChunkKind = Literal["plain", "division", "row", "table header"]

_TERMINAL = re.compile(r"(?:[.;:!?…][”\"’')\]*\d]{0,4}|[;,]\s*(?:and|or|and/or|et|ou|y|o))\Z")


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
    width = wrap_width(lines)
    starts = _starts(lines, skip, tables)
    blank_run = blanks = 0
    previous: Line | None = None
    pending: list[tuple[int, Line]] = []
    before: Line | None = None
    for i, line in enumerate(lines):
        if not line.text or i in skip:
            blank_run += 1
            continue
        if i in starts or (blank_run and not _inside_row(i, pending, tables, starts)):
            if pending:
                yield _chunk(pending, before, blanks, blank_run, width, tables)
            before, pending, blanks = previous, [], blank_run
        pending.append((i, line))
        previous, blank_run = line, 0
    if pending:
        yield _chunk(pending, before, blanks, 1, width, tables)


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


def _chunk(
    pending: Sequence[tuple[int, Line]],
    before: Line | None,
    blanks: int,
    blanks_after: int,
    width: int | None,
    tables: Tables,
) -> Chunk:
    first, line = pending[0]
    kind: ChunkKind = "plain"
    if first in tables.rows:
        kind = "row"
    elif first in tables.headers:
        kind = "table header"
    elif len(pending) == 1 and is_division(line.text):
        kind = "division"
    stop = before is None or ends_sentence(before.text)
    full = width is not None and before is not None and len(before.text) >= 0.7 * width
    return Chunk(
        kind=kind,
        lines=tuple(text for _, text in pending),
        marker=read_marker(line.text) if kind == "plain" else None,
        key=tables.rows.get(first, ""),
        blanks_before=blanks,
        blank_after=blanks_after > 0,
        follows_full_stop=stop,
        follows_colon=before is not None and before.text.endswith((":", ":—", ": –")),
        mid_sentence=not stop and full and blanks == 0,
    )
