"""Lines -> chunks: stretches of lines that are read as one heading, unit or continuation."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.markers import Marker, read_marker
from corpus.source import Line

ChunkKind = Literal["plain", "division", "row", "table header"]

_DIVISION = re.compile(
    r"(?:annex|appendix|attachment|enclosure|schedule|annexe|anexo)(?:\s+(?:[IVXLC]{1,6}|[A-Z]|\d{1,3}))?\s*[.:]?\Z",
    re.IGNORECASE,
)
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


def is_division(text: str) -> bool:
    """Tell whether a line alone names an annex or the like, e.g. ``Annex II``."""
    return bool(_DIVISION.match(text)) and text[:1].isupper()


def wrap_width(lines: Sequence[Line]) -> int | None:
    """Return the width at which lines are wrapped, None if each paragraph is one line."""
    lengths = sorted(len(line.text) for line in lines if line.text)
    if not lengths:
        return None
    width = lengths[int(len(lengths) * 0.9)]
    return width if lengths[-1] <= 2 * width and width <= 140 else None


def make_chunks(
    lines: Sequence[Line], skip: Collection[int], rows: dict[int, str], headers: Collection[int]
) -> Iterator[Chunk]:
    """Yield the chunks of a source in order.

    Args:
        lines: All lines.
        skip: Positions of furniture.
        rows: First line of each table row -> the row's key.
        headers: Positions of table header lines.
    """
    width = wrap_width(lines)
    starts = _starts(lines, skip, rows, headers)
    blank_run = blanks = 0
    previous: Line | None = None
    pending: list[tuple[int, Line]] = []
    before: Line | None = None
    for i, line in enumerate(lines):
        if not line.text or i in skip:
            blank_run += 1
            continue
        if i in starts or (blank_run and not _inside_row(i, pending, rows, starts)):
            if pending:
                yield _chunk(pending, before, blanks, blank_run, width, rows, headers)
            before, pending, blanks = previous, [], blank_run
        pending.append((i, line))
        previous, blank_run = line, 0
    if pending:
        yield _chunk(pending, before, blanks, 1, width, rows, headers)


def _inside_row(
    i: int, pending: Sequence[tuple[int, Line]], rows: dict[int, str], starts: Collection[int]
) -> bool:
    """Tell whether a line after a blank one still belongs to the wrapped row before it."""
    if not pending or pending[0][0] not in rows:
        return False
    later_row = any(k > i for k in rows)
    text = " ".join(line.text for _, line in pending)
    only_key = text == rows[pending[0][0]]
    return i not in starts and (later_row or only_key or pending[-1][1].text[-1] not in ".;:!?")


def _starts(
    lines: Sequence[Line], skip: Collection[int], rows: dict[int, str], headers: Collection[int]
) -> set[int]:
    starts: set[int] = set()
    last_row = max(rows, default=-1)
    first_row = min(rows, default=len(lines))
    for i, line in enumerate(lines):
        if not line.text or i in skip:
            continue
        in_table = first_row <= i <= last_row
        if i in rows or (i in headers and i - 1 not in headers):
            starts.add(i)
        elif is_division(line.text):
            starts |= {i, i + 1}
        elif not in_table and i not in headers and read_marker(line.text):
            starts.add(i)
    return starts


def _chunk(
    pending: Sequence[tuple[int, Line]],
    before: Line | None,
    blanks: int,
    blanks_after: int,
    width: int | None,
    rows: dict[int, str],
    headers: Collection[int],
) -> Chunk:
    first, line = pending[0]
    kind: ChunkKind = "plain"
    if first in rows:
        kind = "row"
    elif first in headers:
        kind = "table header"
    elif len(pending) == 1 and is_division(line.text):
        kind = "division"
    stop = before is None or ends_sentence(before.text)
    full = width is not None and before is not None and len(before.text) >= 0.7 * width
    return Chunk(
        kind=kind,
        lines=tuple(text for _, text in pending),
        marker=read_marker(line.text) if kind == "plain" else None,
        key=rows.get(first, ""),
        blanks_before=blanks,
        blank_after=blanks_after > 0,
        follows_full_stop=stop,
        follows_colon=before is not None and before.text.endswith((":", ":—", ": –")),
        mid_sentence=not stop and full and blanks == 0,
    )
