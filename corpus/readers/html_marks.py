"""Footnote marks in HTML and the notes they stand for.

A mark is a link to a note, or a raised number or sign. Raised exponents (``m²``) and ordinals
(``1er``) are none; a raised letter is one only if a note begins with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.readers.html_types import Anchor, Block, Mark, Part, Sign
from corpus.source import SourceNote

_ONE = r"(?:\d{1,4}|[*†‡§¶#]{1,4}|[A-Za-z]|[ivxlc]{1,6})"
_MARKS = re.compile(rf"[\[(]?\s*({_ONE}(?:\s*[,;]\s*{_ONE})*)\s*[\])]?\Z")
_SIGN = re.compile(r"(?:\d{1,4}|[*†‡§¶#]{1,4})\Z")
_MEASURE = re.compile(r"(?:(?:\b|(?<=\d))(?:[kcdm]?m|ft|mi|yd)|\b10)\Z")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOTE_NAME = re.compile(
    r"(?:^|[\W_])(?:ftn|edn|fn|ntr|nt|note|cite)s?(?![a-z])|(?:foot|end)note", re.IGNORECASE
)
_MOST_BLOCKS = 12
"""A longer stretch of blocks is a part of the page, not a note."""
_BACK = "↩↑^\ufe0e\ufe0f \t\n"


def take_mark(parts: list[Part], start: int, target: str, raised: bool) -> None:
    """Turn the parts from `start` on, a link or raised text, into marks if they look like it."""
    inside = parts[start:]
    if not inside or not all(isinstance(part, str | Mark) for part in inside):
        return
    printed = "".join(part.printed if isinstance(part, Mark) else str(part) for part in inside)
    match = _MARKS.match(printed.strip())
    if match is None:
        before = parts[start - 1] if start else ""
        if raised and isinstance(before, Mark) and printed.strip() in {",", ";", "–", "-"}:
            before.printed += printed
            del parts[start:]
        return
    known = [part for part in inside if isinstance(part, Mark)]
    texts = re.split(r"\s*[,;]\s*", match[1])
    if raised and not known and not target and texts[0].isdigit() and _is_exponent(parts, start):
        parts[start:] = [printed.strip().translate(_RAISED)]
        return
    if len(known) == len(texts):
        marks = [
            replace(mark, target=mark.target or target, raised=mark.raised or raised)
            for mark in known
        ]
    else:
        marks = [Mark(text, "", target, raised) for text in texts]
    for mark in marks:
        mark.printed = ""
    marks[0].printed = printed
    parts[start:] = marks


def _is_exponent(parts: Sequence[Part], at: int) -> bool:
    before = parts[at - 1] if at else ""
    return isinstance(before, str) and bool(_MEASURE.search(before[-6:]))


def find_notes(
    blocks: Sequence[Block], anchors: Mapping[str, Anchor]
) -> tuple[list[SourceNote], set[int]]:
    """Settle which marks are kept, and return the notes and the positions of their blocks.

    Args:
        blocks: The page's, in order.
        anchors: What its links can point at, by id.
    """
    places = {id(block): at for at, block in enumerate(blocks)}
    linked: dict[int, tuple[str, int]] = {}
    bare: dict[str, list[Mark]] = {}
    loose: dict[int, str] = {}
    for at, block in enumerate(blocks):
        leading = True
        for part in block.parts:
            if isinstance(part, Mark):
                found = _note_place(part, at, anchors, places)
                if found is not None:
                    part.kept = True
                    linked.setdefault(found[0], (part.text, found[1]))
                elif part.raised and leading and part.text in bare and not block.role:
                    loose[at] = part.text
                elif part.raised and not leading:
                    part.kept = bool(_SIGN.match(part.text))
                    bare.setdefault(part.text, []).append(part)
            if not isinstance(part, str) or part.strip():
                leading = False
    notes: list[SourceNote] = []
    taken: set[int] = set()
    begins = sorted({*linked, *loose})
    for first, following in pairwise([*begins, len(blocks)]):
        text, last = linked.get(first) or (loose[first], first)
        last = min(last, following - 1)
        notes.append(SourceNote(text, _note_text(blocks[first : last + 1], text)))
        taken.update(range(first, last + 1))
        for mark in bare.pop(text, []):
            mark.kept = True
    return notes, taken


def _note_place(
    mark: Mark, at: int, anchors: Mapping[str, Anchor], places: Mapping[int, int]
) -> tuple[int, int] | None:
    """Return the positions of a note's first and last block, if a mark links to a note below."""
    anchor = anchors.get(mark.target)
    if anchor is None or anchor.first is None:
        return None
    if not (mark.raised or anchor.is_note or _NOTE_NAME.search(anchor.name)):
        return None
    first, last = places.get(id(anchor.first)), places.get(id(anchor.last or anchor.first))
    if first is None or last is None or first <= at or last - first >= _MOST_BLOCKS:
        return None
    return None if anchor.first.role == "heading" else (first, last)


def _note_text(blocks: Sequence[Block], mark: str) -> str:
    """Return a note's words without its mark and without the arrow that leads back."""
    text = " ".join(" ".join(split_lines(block)[0]) for block in blocks).strip(_BACK)
    return re.sub(rf"\A[\[(]?\s*{re.escape(mark)}\s*[\])]?(?!\w)[.:]?", "", text).strip(_BACK)


def split_lines(block: Block) -> tuple[list[str], list[tuple[str, ...]]]:
    """Return a block's lines, and for each the marks that stood in it."""
    lines: list[list[str]] = [[]]
    marks: list[list[str]] = [[]]
    for part in block.parts:
        if part is Sign.BREAK and block.role != "heading":
            lines.append([])
            marks.append([])
        elif isinstance(part, Sign):
            lines[-1].append("\t" if part is Sign.CELL else " ")
        elif isinstance(part, str):
            lines[-1].append(part if block.preformatted else re.sub(r"\s+", " ", part))
        elif part.kept:
            marks[-1].append(part.text)
        else:
            lines[-1].append(part.printed)
    texts = ["".join(line) for line in lines]
    if not block.preformatted:
        texts = ["\t".join(" ".join(c.split()) for c in text.split("\t")) for text in texts]
    return texts, [tuple(found) for found in marks]
