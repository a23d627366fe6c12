"""What a document states of itself: symbol, title, body, date, session, language, kind.

All is taken from the front page and the running headers, never from running text, where symbols
and dates are those of other documents. What the document does not state stays empty.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from corpus.dates import find_span, read_date
from corpus.document_kinds import find_kind, names_its_kind
from corpus.language import find_language
from corpus.series import find_bodies
from corpus.source import Source
from corpus.structure.front_page import (
    LARGEST_TEXT,
    Piece,
    body_size,
    read_front_page,
    strip_stars,
)
from corpus.structure.masthead import ORGANISATION, find_session
from corpus.structure.wrapping import join_lines
from corpus.symbols import read_symbols, symbol_key
from corpus.types import Metadata, Parse

_NEAR = 6
"""Lines: a symbol this close to another part of the masthead belongs to it."""
_TOP = 8
_MASTHEAD = frozenset({"organisation", "symbol", "distribution", "agenda", "session"})
_HEADERS = frozenset({"running header", "masthead"})
_LONGEST_TITLE = 400
_MOST_PIECES = 6
_SMALLEST = 0.75
"""Of the largest piece's font size: smaller ones are no part of the title."""
_DISTRIBUTIONS = {
    "gener": "General",
    "génér": "General",
    "limit": "Limited",
    "restr": "Restricted",
    "provis": "Provisional",
}
_ADDITION = re.compile(r"(?:addendum|corrigendum|revision|rev|add|corr)\b[\s.\d]*\Z", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"[^\W\d_]+ [\dIVX]+[A-Z]?\Z")
_HELD = re.compile(
    r"\b(?:held|convened)\s+(?:in|at)\s+(?P<place>[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){0,3})\b"
    r"|\((?P<inside>[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){0,3}),\s\d"
)
_PLACE = re.compile(r"[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){0,3}\Z")
_COVER_PAGES = 8
_COVER_LINES = 400
_DATED = re.compile(
    r"(?P<date>\[?\s*\d{1,2} \w+ \d{4}\s*\]?)\Z|"
    r".{0,40}[•·]\s*[A-Z][\w ]{2,40}, (?P<year>(?:19|20)\d\d)\Z"
)
_JUNK_TITLE = re.compile(
    r"microsoft|untitled|\.(?:docx?|pdf|indd|wpd?|rtf)\b|^(?:document|title|slide)\s?\d*\Z|_|\\|/",
    re.IGNORECASE,
)
_SITE = re.compile(r"\s+[|–—-]\s+[^|–—-]{2,60}\Z")


def guess_metadata(source: Source, reading: Parse, file: str) -> Metadata:
    """Return what a document states of itself.

    Args:
        source: The rendition as its reader gave it.
        reading: The same as the structure parser read it.
        file: The file's name; its stem is the symbol of a document that states none.
    """
    pieces = read_front_page(source)
    symbols = _symbols(source, reading, pieces)
    stem = " ".join(PurePath(file).stem.split()) or "document"
    title = _title(pieces, source, reading) or stem
    first, last, place = _meeting(pieces, title)
    return Metadata(
        symbol=symbols[0] if symbols else stem,
        title=title,
        body=_body(symbols, pieces),
        date=_date(pieces, source, reading),
        language=_language(source, reading),
        distribution=_distribution(pieces),
        place=place,
        meeting_start=first,
        meeting_end=last,
        kind=find_kind(symbols[0] if symbols else "", title),
        session=_session(pieces),
        aliases=tuple(symbols[1:]),
    )


def _header_symbols(source: Source, reading: Parse) -> Counter[tuple[str, ...]]:
    """Return the symbols of the running headers, those of a two-body document together."""
    lines = [line.text for line in source.lines if line.role == "furniture"]
    lines += [piece.text for piece in reading.furniture if piece.kind in _HEADERS]
    found = (read_symbols(ORGANISATION.sub("", line)) for line in lines)
    return Counter(symbols for symbols in found if symbols)


def _symbols(source: Source, reading: Parse, pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Return the document's symbols, the main one first; the masthead's before the headers'."""
    if source.format == "text" and (stated := source.properties.get("symbol", "")):
        return read_symbols(stated) or (stated,)  # the front matter of Markdown
    headers = _header_symbols(source, reading)
    known = {symbol for symbols in headers for symbol in symbols}
    found: list[str] = []
    for at, piece in enumerate(pieces):
        if piece.part != "symbol":
            continue
        symbols = read_symbols(strip_stars(ORGANISATION.sub("", piece.lines[0].text)))
        beside = {p.part for p in pieces[max(0, at - _NEAR) : at + _NEAR]}
        named = bool(ORGANISATION.search(piece.text)) or "distribution" in beside
        if found and pieces[at - 1].part != "symbol":
            break
        if named or at < _TOP or known.intersection(symbols):
            found += symbols
    if not found and headers:
        (best, count), *others = headers.most_common(2)
        # Two symbols in equal numbers are as likely a table's as the page's.
        found = list(best) if not others or others[0][1] < count else []
    unique: dict[str, str] = {}
    for symbol in found:
        unique.setdefault(symbol_key(symbol), symbol)
    return tuple(unique.values())


def _title(pieces: Sequence[Piece], source: Source, reading: Parse) -> str:
    """Return the title: what the front page says of it, or else the parser, or else the file."""
    stated = source.properties.get("title", "")
    if source.format == "text" and stated:
        return stated  # the front matter of Markdown: written by hand for this document
    for chosen in (
        _title_pieces(pieces, body_size(source), source.format),
        [piece for piece in pieces if piece.part == "body"][-1:],
        [piece for piece in pieces if piece.part == "agenda title"][-1:],
    ):
        texts = [_text(piece) for piece in chosen]
        while len(texts) > 1 and _BARE_NUMBER.match(texts[-1]):
            texts.pop()  # "Programme 8", whose name did not fit any more
        if text := _join(texts):
            return text
    bare = _SITE.sub("", stated)
    usable = len(bare.split()) > 1 and not _JUNK_TITLE.search(bare)
    read = strip_stars(reading.title) if len(reading.title) <= _LONGEST_TITLE else ""
    if usable and (source.format == "html" or not read or read.endswith(".")):
        return bare
    return "" if read.endswith(".") else read


def _title_pieces(pieces: Sequence[Piece], usual: float, file_format: str) -> list[Piece]:
    """Return the pieces that make the title.

    Args:
        pieces: Of the front page.
        usual: Font size of the running text; 0 where the format does not tell.
        file_format: As of `Source`; a web page's first words may be its navigation's.
    """
    found = [p for p in pieces if p.part == "title" and _may_be_title(p.text)]
    if not found:
        return []
    if usual:
        return _largest(found, usual)[:_MOST_PIECES]
    if not any(piece.part in _MASTHEAD for piece in pieces):
        levels = [piece.level for piece in found if piece.level]
        if file_format == "html" and not levels:
            return []
        return [p for p in found if not levels or p.level == min(levels)][:1]
    if pieces[pieces.index(found[0]) - 1].part == "agenda":
        found = _without_agenda_title(found)
    return found[:_MOST_PIECES]


def _without_agenda_title(pieces: Sequence[Piece]) -> list[Piece]:
    """Leave out the agenda item's title, unless only who issued the document would be left."""
    first, *rest = pieces
    words = "".join(first.text.split())
    again = next((at for at, p in enumerate(rest) if "".join(p.text.split()) == words), 0)
    return rest[again:] if any(not names_its_kind(p.text) for p in rest) else list(pieces)


def _may_be_title(text: str) -> bool:
    return sum(c.isalpha() for c in text) >= 3 and not _ADDITION.match(text)


def _largest(pieces: Sequence[Piece], usual: float) -> list[Piece]:
    """Return the pieces set larger than the running text, or all if none is."""
    page = pieces[0].lines[0].page
    here = [piece for piece in pieces if piece.lines[0].page == page]
    most = max(piece.size for piece in here)
    large = [p for p in here if p.size > max(usual + 0.6, min(most * _SMALLEST, LARGEST_TEXT))]
    if not large:
        return here
    return [p for p in here if p in large or find_kind("", p.text).startswith("draft")]


def _text(piece: Piece) -> str:
    """Return a piece's words; a footnote's mark that is glued to a year at the end is left out."""
    text = strip_stars(join_lines(line.text for line in piece.lines))
    return re.sub(r"(?<=\b(?:19|20)\d\d)\d\Z", "", text)


def _join(texts: Iterable[str]) -> str:
    """Put the parts of a title together: ``Situation in Abyei: Report of the …``."""
    title = ""
    for text in dict.fromkeys(texts):
        if len(title) + len(text) > _LONGEST_TITLE or text.casefold() in title.casefold():
            continue
        title += ("" if not title else " " if title[-1] in ":,–—" else ": ") + text
    return title.strip(" :*")


def _body(symbols: Sequence[str], pieces: Sequence[Piece]) -> str:
    """Return the bodies, the widest first: by comma within one symbol, by semicolon between two."""
    named = [", ".join(bodies) for symbol in symbols if (bodies := find_bodies(symbol))]
    if named:
        return "; ".join(dict.fromkeys(named))
    printed = [_text(piece) for piece in pieces if piece.part == "body"]
    return ", ".join(dict.fromkeys(printed)) if symbols else ""


def _date(pieces: Sequence[Piece], source: Source, reading: Parse) -> str:
    """Return the date of issue: of the masthead, of adoption, or of the pages behind a cover.

    Where no more is known it is the year that the imprint gives.
    """
    for piece in pieces:
        if piece.part in {"date", "distribution", "symbol", "language"}:
            span = find_span(piece.text)
            if found := read_date(piece.text) or (span.last if span else ""):
                return found
    for piece in pieces:
        if piece.part == "adoption" and (span := find_span(piece.text)):
            return span.last
    years: list[str] = []
    for line in source.lines:
        if (line.page or 1) > _COVER_PAGES or line.number > _COVER_LINES:
            break
        match = _DATED.match(line.text)
        if match and (found := match["year"] or read_date(match["date"])):
            years.append(found)
    if years:
        return max(years, key=len)
    stated = source.properties.get("created", "")
    return read_date(stated) if source.format in {"html", "text"} else ""


def _meeting(pieces: Sequence[Piece], title: str) -> tuple[str, str, str]:
    """Return the first and last day and the place of the meeting that a document is of."""
    for text in (piece.text for piece in pieces if piece.part == "meeting"):
        span = find_span(text)
        rest = text if span is None else text[: span.start] + text[span.end :]
        rest = rest.strip(" ,()") if span else rest.rpartition(",")[2].strip(" ,()")
        place = rest if _PLACE.match(rest) else ""
        if span or place:
            return (span.first, span.last, place) if span else ("", "", place)
    held = _HELD.search(title)
    if held is None:
        return "", "", ""
    span = find_span(title[held.start() :])
    place = held["place"] or held["inside"]
    return (span.first, span.last, place) if span else ("", "", place)


def _language(source: Source, reading: Parse) -> str:
    """Return the language of the text itself; `Original: French` is another's."""
    text = " ".join(unit.text for unit in reading.units)
    found = find_language(text) if len(text) > 500 else find_language(source.text)
    stated = source.properties.get("language", "")[:2].lower()
    return found.code or (stated if stated.isalpha() else "")


def _distribution(pieces: Sequence[Piece]) -> str:
    for piece in pieces:
        if piece.part == "distribution":
            for stem, name in _DISTRIBUTIONS.items():
                if re.search(rf"\b{stem}", piece.text.split("Distr")[-1], re.IGNORECASE):
                    return name
    return ""


def _session(pieces: Sequence[Piece]) -> str:
    """Return the first session named: ``Eightieth session``."""
    for piece in pieces:
        if piece.part in {"session", "body"} and (found := find_session(piece.text)):
            return found
    return ""
