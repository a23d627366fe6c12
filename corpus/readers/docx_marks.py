"""Footnote marks and notes that are typed by hand, and the printed lines of a paragraph.

A raised ``a`` or ``3`` behind a word is a mark where a paragraph that begins with the same raised
sign stands below it (the foot of a table, of a page, or a frame), which is then the note. Raised
digits behind a word are marks in any case; behind a unit (``m²``) or a number they are not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import dropwhile, groupby, takewhile

from corpus.readers.docx_blocks import Paragraph
from corpus.readers.docx_runs import NoteKind, Piece
from corpus.source import SourceNote

_MARK = re.compile(r"(?:\d{1,3}|[a-z]{1,2}|[*†‡§#]{1,5})\Z")
_STAR = re.compile(r"[*†‡]")
_STARS = r"[*†‡]{1,5}"
_LEADING_STARS = re.compile(rf"\s*({_STARS})\s+(?=\S)")
_TYPED_STARS = re.compile(rf"(?<=[^\s*†‡(\[/])({_STARS})(?=[\s,.;:)\]]|\Z)")
_UNIT = re.compile(r"(?:(?<![^\W\d_])(?:[kcdm]?m|ft|in|yd|mi|s|sec))\Z")
_POWER = re.compile(r"(?<![\d.,])(?:10|2)\Z")
_WORD = re.compile(r"(?:[^\W\d_]{3}|[.,;:!?)\]”’\"'%])\Z")
_SPLIT = re.compile(r"[\s,;]+")
_BLANKS = re.compile(r"[^\S\t\n]+")
_MARKER = re.compile(
    r"(?:[(\[]?(?:\d{1,4}|[A-Za-z]{1,5})[.):\]]{1,2}"  # 1. (a) [iv] A.
    r"|(?=\S*\d)(?:[A-Z]{1,3}|\d{1,4}[A-Z]?)(?:\.\w{1,4})+\.?"  # 12.4 29B.3 5.I.1 A.14
    r"|[§¶]\s?\d+|[^\W\d_]{3,12} \d{1,4}[.:]?"  # § 5, Article 5.
    r"|(?P<bare>\d{1,4})|[•●▪–—*-])(?: [(\[]?[A-Za-z]{1,5}[).\]]{1,2})?\Z"
)
_TAIL = 40
"""Characters before a raised sign that tell what it is."""

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_JOINERS = re.compile(r"(?<=[^\w])[\u200c\u200d]|[\u200c\u200d](?=[^\w])|(?<=[\x00-\u024f])\u200d")

PrintedLine = tuple[str, tuple[str, ...], tuple[tuple[NoteKind, str, str], ...]]
"""A line's text, its marks, and the notes that Word counts: kind, key, mark."""


class TypedNotes:
    """The notes of a document that are typed by hand.

    Attributes:
        notes: Identity of a paragraph -> the note that it is.
    """

    def __init__(self, paragraphs: Iterable[Paragraph], header: str) -> None:
        """Find them among all paragraphs in order; `header` may refer to them too."""
        self.notes: dict[int, SourceNote] = {}
        everything = list(paragraphs)
        anywhere = {mark for p in everything for mark in _references(p)}
        open_marks = {match.group(1) for match in _TYPED_STARS.finditer(header)}
        anywhere |= open_marks
        for paragraph in everything:
            found = _as_note(paragraph)
            # A frame at the page's foot may stand before the words that refer to it.
            known = anywhere if paragraph.framed else open_marks
            if found is not None and (found.mark in known or _is_letter(found, paragraph)):
                self.notes[id(paragraph)] = found
                open_marks.discard(found.mark)
            else:
                open_marks.update(_references(paragraph))
        self._marks = {note.mark for note in self.notes.values()}
        self._printed: dict[int, list[PrintedLine]] = {}
        self._texts: dict[int, str] = {}

    def lines(self, paragraph: Paragraph) -> list[PrintedLine]:
        """Return a paragraph's lines as printed, its automatic number before the first.

        A tab behind a marker is a blank; other tabs divide cells and stay.
        """
        known = self._printed.get(id(paragraph))
        if known is None:
            known = self._printed[id(paragraph)] = self._print(paragraph)
        return known

    def text(self, paragraph: Paragraph) -> str:
        """Return a paragraph as one line; nothing where it is a note typed by hand."""
        known = self._texts.get(id(paragraph))
        if known is None:
            printed = () if id(paragraph) in self.notes else self.lines(paragraph)
            known = self._texts[id(paragraph)] = " ".join(text for text, _, _ in printed)
        return known

    def _print(self, paragraph: Paragraph) -> list[PrintedLine]:
        lines = [_OpenLine()]
        for raised, group in groupby(paragraph.pieces, key=_is_raised):
            pieces = list(group)
            whole = "".join(piece.text for piece in pieces)
            line = lines[-1]
            if raised and self._is_mark(whole, line.tail):
                line.marks.extend(filter(None, _SPLIT.split(whole.strip())))
                continue
            # A raised number that begins a line, as in some laws, is no part of the word behind.
            gap = " " if raised and not line.tail.strip() else ""
            for piece in pieces:
                if piece.note is not None:
                    lines[-1].marks.append(piece.text)
                    lines[-1].notes.append((*piece.note, piece.text))
                    continue
                first, *rest = piece.text.split("\n")
                lines[-1].add(first)
                for text in rest:
                    lines.append(_OpenLine())
                    lines[-1].add(text)
            lines[-1].add(gap)
        printed = []
        for at, line in enumerate(lines):
            text = self._drop_stars(_clean("".join(line.words)), line.marks)
            number = paragraph.number if at == 0 else None
            if number is not None:
                text = text.lstrip()
                gap = " " if number.gap or text[:1].isalnum() else ""
                text = f"{number.text}{gap}{text}".rstrip()
            text = _tidy_tabs(text)
            if text or line.marks:
                printed.append((text, tuple(line.marks), tuple(line.notes)))
        return printed

    def _is_mark(self, raised: str, before: str) -> bool:
        tokens = [token for token in _SPLIT.split(raised.strip()) if token]
        if not before.strip() or not all(map(_MARK.match, tokens)):
            return False
        if not tokens:  # a raised comma divides two marks
            return bool(raised.strip())
        if _is_exponent(tokens, before):
            return False
        digits = all(token.isdigit() for token in tokens)
        return (
            all(token in self._marks for token in tokens)
            or not any(token.isalnum() for token in tokens)
            or (digits and bool(_WORD.search(before.rstrip())))
        )

    def _drop_stars(self, text: str, marks: list[str]) -> str:
        def drop(match: re.Match[str]) -> str:
            if match.group(1) not in self._marks:
                return match.group()
            marks.append(match.group(1))
            return ""

        return _TYPED_STARS.sub(drop, text)


@dataclass(slots=True)
class _OpenLine:
    words: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    notes: list[tuple[NoteKind, str, str]] = field(default_factory=list)
    tail: str = ""

    def add(self, text: str) -> None:
        self.words.append(text)
        self.tail = (self.tail + text[-_TAIL:])[-_TAIL:]


def _is_raised(piece: Piece) -> bool:
    return piece.raised and piece.note is None


def _is_exponent(tokens: list[str], before: str) -> bool:
    if len(tokens) != 1 or not tokens[0].isdigit():
        return False
    return bool(_POWER.search(before)) or (tokens[0] in {"2", "3"} and bool(_UNIT.search(before)))


def _references(paragraph: Paragraph) -> Iterator[str]:
    """Yield the marks that are typed in a paragraph, not those that it begins with."""
    before = ""
    if not any(piece.raised or _STAR.search(piece.text) for piece in paragraph.pieces):
        return
    for raised, group in groupby(paragraph.pieces, key=_is_raised):
        whole = "".join(piece.text for piece in group if piece.note is None)
        tokens = [token for token in _SPLIT.split(whole.strip()) if token]
        if not raised:
            yield from (match.group(1) for match in _TYPED_STARS.finditer(whole))
        elif before.strip() and all(map(_MARK.match, tokens)) and not _is_exponent(tokens, before):
            yield from tokens
        before = (before + whole[-_TAIL:])[-_TAIL:]


def _as_note(paragraph: Paragraph) -> SourceNote | None:
    """Return the note that a paragraph would be: it begins with a raised mark, or stars."""
    if paragraph.number is not None or any(piece.note for piece in paragraph.pieces):
        return None
    words = dropwhile(lambda piece: not piece.text.strip(), paragraph.pieces)
    pieces = list(words)
    if not pieces or not (pieces[0].raised or _STAR.match(pieces[0].text.lstrip())):
        return None
    raised = list(takewhile(lambda piece: piece.raised, pieces))
    mark = "".join(piece.text for piece in raised).strip()
    pieces = pieces[len(raised) :]
    text = _clean("".join(piece.text for piece in pieces)).replace("\n", " ")
    if not mark and (stars := _LEADING_STARS.match(text)):
        mark, text = stars.group(1), text[stars.end() :]
    text = " ".join(text.split())
    return SourceNote(mark, text) if _MARK.match(mark) and text else None


def _is_letter(note: SourceNote, paragraph: Paragraph) -> bool:
    """Tell whether a raised letter begins it: it need not be referred to (a chart may do that).

    Raised digits begin the paragraphs of some laws, stars those of lists.
    """
    first = next(piece for piece in paragraph.pieces if piece.text.strip())
    return first.raised and note.mark.isalpha()


def _clean(text: str) -> str:
    """Return NFC text without characters that are not seen, blanks as single spaces."""
    if not text.isascii():
        text = _JOINERS.sub("", text.translate(_INVISIBLE))
        text = unicodedata.normalize("NFC", text)
    return _BLANKS.sub(" ", text)


def _tidy_tabs(text: str) -> str:
    """Turn the tab behind a marker into a blank; other tabs divide cells and stay."""
    text = re.sub(r" *\t[\t ]*", "\t", text).strip()
    while "\t" in text:
        head, _, tail = text.partition("\t")
        marker = _MARKER.match(head)
        if marker is None or (marker["bare"] and "\t" in tail):
            break
        text = f"{head} {tail}"
    return text
