"""The lines that stand before a document's text: its masthead and its title.

The masthead (symbol, distribution, date, session, agenda item …) is set aside: it is what the
metadata is read from, and nothing to cite. Of the titles, each with all lines that it is wrapped
to, the largest are the document's own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from corpus.source import Line, Source
from corpus.structure.front_page import Piece, read_front_page
from corpus.structure.markers import read_marker
from corpus.structure.masthead import Part, masthead_part

_STATES: frozenset[Part] = frozenset({"organisation", "symbol", "distribution"})
"""Parts that nothing but a masthead has."""
_LANGUAGES = re.compile(r"\[.{5,90}\]\Z")
"""Annexes say in brackets in which languages they are issued."""
_STAR_NOTE = re.compile(r"\*{1,4}\s*[^\s*\d]")
_LONGEST_DATE = 6
"""Words; a date may also stand in a sentence."""
_LIKE_THE_LARGEST = 0.8
"""Share of the largest title's size that a title of the document itself has."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Where the front matter of a source is.

    Attributes:
        masthead: Positions of the masthead's lines.
        titles: Positions of the lines of each title, in order.
        own: Which of `titles` are the document's own title, counted from 0.
    """

    masthead: frozenset[int] = frozenset()
    titles: tuple[tuple[int, ...], ...] = ()
    own: frozenset[int] = frozenset()


def find_front_matter(source: Source, skip: Collection[int]) -> FrontMatter:
    """Find the masthead and the titles of a source; `skip` are positions of furniture.

    Without a masthead nothing is taken for one, and titles are told only where the format shows
    how lines look.
    """
    pieces = [piece for piece in read_front_page(source) if piece.lines[0].number]
    if not any(piece.part in _STATES for piece in pieces):
        return FrontMatter()
    masthead = {k for k, line in enumerate(source.lines) if _LANGUAGES.match(line.text)}
    masthead = {k for k in masthead if masthead_part(source.lines[k].text[1:-1]) == "language"}
    masthead |= {
        line.number - 1
        for piece in pieces
        if piece.part not in {"title", "note"} or piece.lines[0].text[0] in "*†‡"
        for line in piece.lines
        if len(line.text.split()) <= _LONGEST_DATE or piece.part != "date"
    }
    masthead |= _star_notes(source.lines, {piece.lines[0].page for piece in pieces})
    titles = [piece for piece in pieces if piece.part == "title" and _may_be_title(piece)]
    kept = [(piece, places) for piece in titles if (places := _places(piece, skip))]
    largest = max((piece.size for piece, _ in kept), default=0.0)
    return FrontMatter(
        frozenset(masthead - set(skip)),
        tuple(places for _, places in kept),
        frozenset(k for k, (p, _) in enumerate(kept) if p.size >= _LIKE_THE_LARGEST * largest),
    )


def _star_notes(lines: Sequence[Line], pages: Collection[int | None]) -> set[int]:
    """Return the positions of notes to the masthead and title: blocks that begin with a star.

    They stand on the pages of the front matter, and a line of those ends in the star.
    """
    found: set[int] = set()
    starred = {ln.page for ln in lines if ln.page in pages and ln.text.endswith("*")}
    inside = False
    blank = True
    for i, line in enumerate(lines):
        if not line.text or line.page not in starred or line.look is None:
            inside, blank = False, True
            continue
        inside = inside or (blank and _STAR_NOTE.match(line.text) is not None)
        if inside:
            found.add(i)
        blank = False
    return found


def _may_be_title(piece: Piece) -> bool:
    """Tell whether words have the look of a title; numbered ones are the text's first."""
    return piece.lines[0].look is not None and read_marker(piece.text) is None


def _places(piece: Piece, skip: Collection[int]) -> tuple[int, ...]:
    return tuple(line.number - 1 for line in piece.lines if line.number - 1 not in skip)
