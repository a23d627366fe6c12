"""Footnote marks and notes that are typed by hand, and the printed lines of a paragraph.

A raised ``a`` or ``3`` behind a word is a mark where a paragraph that begins with the same raised
sign stands below it (the foot of a table, of a page, or a frame), which is then the note. Raised
digits behind a word are marks in any case; behind a unit (``m²``) or a number they are not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from corpus.readers.docx_blocks import Paragraph
from corpus.readers.docx_runs import NoteKind, Piece
from corpus.source import SourceNote

_MARK = re.compile(r"(?:\d{1,3}|[a-z]{1,2}|[*†‡§#]{1,5})\Z")
_STARS = r"[*†‡]{1,5}"
_LEADING_STARS = re.compile(rf"\s*({_STARS})\s+(?=\S)")
_TYPED_STARS = re.compile(rf"(?<=[^\s*†‡(\[/])({_STARS})(?=[\s,.;:)\]]|\Z)")
_UNIT = re.compile(r"(?:(?<![^\W\d_])(?:[kcdm]?m|ft|in|yd|mi|s|sec))\Z")
_POWER = re.compile(r"(?<![\d.,])(?:10|2)\Z")
_WORD = re.compile(r"(?:[^\W\d_]{3}|[.,;:!?)\]”’\"'%])\Z")
_SPLIT = re.compile(r"[\s,;]+")
_BLANKS = re.compile(r"[^\S\t\n]+")
_MARKER = re.compile(
    r"(?:[(\[]?(?:\d{1,4}|[A-Za-z]{1,5})[.):\]]{1,2}|\d{1,4}[A-Z]?(?:\.\w{1,4})+\.?|[§¶]\s?\d+"
    r"|(?P<bare>\d{1,4})|[•●▪–—*-])(?: [(\[]?[A-Za-z]{1,5}[).\]]{1,2})?\Z"
)
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

    def lines(self, paragraph: Paragraph, heading: bool = False) -> list[PrintedLine]:
        """Return a paragraph's lines as printed, its automatic number before the first."""
        lines: list[tuple[list[str], list[str], list[tuple[NoteKind, str, str]]]] = [([], [], [])]
        for raised, group in groupby(paragraph.pieces, key=_is_raised):
            pieces = list(group)
            whole = "".join(piece.text for piece in pieces)
            if raised and self._is_mark(whole, "".join(lines[-1][0])):
                lines[-1][1].extend(filter(None, _SPLIT.split(whole.strip())))
                continue
            for piece in pieces:
                words, marks, notes = lines[-1]
                if piece.note is not None:
                    marks.append(piece.text)
                    notes.append((*piece.note, piece.text))
                    continue
                first, *rest = piece.text.split("\n")
                words.append(first)
                lines.extend(([line], [], []) for line in rest)
            if raised and not "".join(lines[-1][0]).removesuffix(whole).strip():
                lines[-1][0].append(" ")
        printed = []
        for at, (words, marks, notes) in enumerate(lines):
            text = self._drop_stars(_clean("".join(words)), marks)
            if heading:
                text = text.replace("\t", " ")
            number = paragraph.number if at == 0 else None
            if number is not None:
                text = text.lstrip()
                gap = " " if number.gap or text[:1].isalnum() else ""
                text = f"{number.text}{gap}{text}".rstrip()
            text = _tidy_tabs(text)
            if text or marks:
                printed.append((text, tuple(marks), tuple(notes)))
        return printed

    def _is_mark(self, raised: str, before: str) -> bool:
        tokens = [token for token in _SPLIT.split(raised.strip()) if token]
        if not tokens or not before.strip() or not all(map(_MARK.match, tokens)):
            return False
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


def _is_raised(piece: Piece) -> bool:
    return piece.raised and piece.note is None


def _is_exponent(tokens: list[str], before: str) -> bool:
    if len(tokens) != 1 or not tokens[0].isdigit():
        return False
    return bool(_POWER.search(before)) or (tokens[0] in {"2", "3"} and bool(_UNIT.search(before)))


def _references(paragraph: Paragraph) -> Iterator[str]:
    """Yield the marks that are typed in a paragraph, not those that it begins with."""
    before = ""
    for raised, group in groupby(paragraph.pieces, key=_is_raised):
        whole = "".join(piece.text for piece in group if piece.note is None)
        tokens = [token for token in _SPLIT.split(whole.strip()) if token]
        if not raised:
            yield from (match.group(1) for match in _TYPED_STARS.finditer(whole))
        elif before.strip() and all(map(_MARK.match, tokens)) and not _is_exponent(tokens, before):
            yield from tokens
        before += whole


def _as_note(paragraph: Paragraph) -> SourceNote | None:
    """Return the note that a paragraph would be: it begins with a raised mark, or stars."""
    if paragraph.number is not None or any(piece.note for piece in paragraph.pieces):
        return None
    pieces = list(paragraph.pieces)
    while pieces and not pieces[0].text.strip():
        pieces.pop(0)
    mark = ""
    while pieces and pieces[0].raised:
        mark += pieces.pop(0).text
    mark = mark.strip()
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
    text = _JOINERS.sub("", text.translate(_INVISIBLE))
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", text))


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
