"""A page of a PDF as a picture, with the words of a unit boxed.

Meant for files that are in a library: PDFium has read them before. It draws them here by other
code than it reads them with, so who shows hostile files calls this in a process that can be
stopped (`corpus.isolation`).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.readers.pdf_boxes import Box, check_page, find_words, opened

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = ["Box", "PageView", "Sheet", "Words", "find_words", "render", "view_page"]

SCALE = 110 / 72
"""Pixels a point at which print of ordinary size can be read."""

MOST_PIXELS = 6_000_000
"""A larger page is drawn smaller: a page may say that it is as large as a house."""

_BRIDGED = 0.8
"""Boxes of neighbouring lines are drawn as one if no more than this share of one lies between."""

_FILL = (255, 238, 150)
_OUTLINE = (178, 24, 43)
_PADDING, _LINE = 3, 2
"""Pixels."""
_HAIR = 2.5
"""Points."""
_PAPER = 245
"""Brightness (0 to 255) from which a pixel is paper."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words to box.

    Attributes:
        page: Where `text` begins, from 1.
        text: Of the unit, its marker included.
        start: Offset in `text` of the words.
        end: Offset behind their last character.
    """

    page: int
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """What to show.

    Attributes:
        path: A PDF.
        words: To box, those that matter most first.
        page: From 1; None for the page on which the first words are.
        scale: Pixels a point.
    """

    path: Path
    words: tuple[Words, ...] = ()
    page: int | None = None
    scale: float = SCALE


@dataclass(frozen=True, slots=True)
class PageView:
    """A page to look at.

    Attributes:
        png: The picture, words boxed.
        width: Of the picture, in pixels.
        height: Likewise.
        page: From 1.
        pages: How many there are.
        boxed: How far down the first box begins, as a share of the page's height; None if no
            box is on this page.
        left: Where the print begins, as a share of the page's width: left of it is margin.
        right: Where it ends.
    """

    png: bytes
    width: int
    height: int
    page: int
    pages: int
    boxed: float | None
    left: float = 0.0
    right: float = 1.0


def view_page(sheet: Sheet) -> PageView:
    """Return a page with all the words boxed that are on it.

    Raises:
        UnreadableFileError: It is missing, no PDF, damaged, or has no such page.
    """
    found = [find_words(sheet.path, w.page, w.text, w.start, w.end) for w in sheet.words]
    boxes = [box for some in found for box in some]
    page = sheet.page or (boxes[0].page if boxes else sheet.words[0].page if sheet.words else 1)
    with opened(sheet.path) as document:
        check_page(sheet.path, page, len(document))
        height = document.get_page_size(page - 1)[1]
        pages = len(document)
    tops = [box.top / height for box in boxes if box.page == page]
    png, left, right = _drawn(sheet.path, page, boxes, sheet.scale)
    # A PNG begins with a mark of 8 bytes, and 8 of its header; width and height follow.
    wide, high = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    first = max(0.0, tops[0]) if tops else None
    return PageView(png, wide, high, page, pages, first, left, right)


def render(path: Path, page: int, boxes: Iterable[Box] = (), scale: float = SCALE) -> bytes:
    """Return a page as a PNG, with boxes drawn around words.

    Args:
        path: A PDF.
        page: From 1.
        boxes: Those of other pages are left out.
        scale: Pixels a point; less if the page would have more than `MOST_PIXELS`.

    Raises:
        UnreadableFileError: It is missing, no PDF, damaged, or has no such page.
    """
    return _drawn(path, page, boxes, scale)[0]


def _drawn(path: Path, page: int, boxes: Iterable[Box], scale: float) -> tuple[bytes, float, float]:
    """Return a page as a PNG, and where its print begins and ends, as shares of its width."""
    with opened(path) as document:
        check_page(path, page, len(document))
        sheet = document[page - 1]
        width, height = sheet.get_size()
        scale = min(scale, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
        bitmap = sheet.render(scale=scale, rev_byteorder=True)
        try:
            pixels = bitmap.to_numpy()
            left, right = _printed(pixels)
            _draw(pixels, [box for box in boxes if box.page == page], scale)
            stream = io.BytesIO()
            bitmap.to_pil().save(stream, "PNG")
        finally:
            bitmap.close()
    return stream.getvalue(), left, right


def _printed(pixels: npt.NDArray[np.uint8]) -> tuple[float, float]:
    """Return where the print begins and ends, as shares of the width; 0 and 1 without print."""
    columns = (pixels[:, :, :3].min(axis=2) < _PAPER).any(axis=0).nonzero()[0]
    if not len(columns):
        return 0.0, 1.0
    width = pixels.shape[1]
    return float(columns[0]) / width, float(columns[-1] + 1) / width


def _draw(pixels: npt.NDArray[np.uint8], boxes: Sequence[Box], scale: float) -> None:
    """Tint what is in boxes and draw a line around boxes that touch."""
    import numpy as np

    if not boxes:
        return
    boxes = _flush(boxes)
    inside = np.zeros(pixels.shape[:2], dtype=bool)
    bridges = [bridge for pair in pairwise(boxes) if (bridge := _bridge(*pair)) is not None]
    for box in (*boxes, *bridges):
        top, left = (max(0, round(edge * scale) - _PADDING) for edge in (box.top, box.left))
        bottom, right = (round(edge * scale) + _PADDING for edge in (box.bottom, box.right))
        inside[top : max(bottom, 0), left : max(right, 0)] = True
    core = inside.copy()
    for axis in (0, 1):
        for step in (-_LINE, _LINE):
            core &= np.roll(inside, step, axis)
    tinted = pixels[inside].astype(np.uint16) * np.array(_FILL, dtype=np.uint16) // 255
    pixels[inside] = tinted.astype(np.uint8)
    pixels[inside & ~core] = _OUTLINE


def _flush(boxes: Sequence[Box]) -> list[Box]:
    """Return boxes with sides in line where they nearly are: justified lines differ by a hair."""
    lefts = [box.left for box in boxes]
    rights = [box.right for box in boxes]
    return [
        replace(
            box,
            left=min(left for left in lefts if left >= box.left - _HAIR),
            right=max(right for right in rights if right <= box.right + _HAIR),
        )
        for box in boxes
    ]


def _bridge(one: Box, two: Box) -> Box | None:
    """Return what lies between two lines of running text; None if too much does."""
    gap = two.top - one.bottom
    left, right = max(one.left, two.left), min(one.right, two.right)
    if one.page != two.page or not 0 < gap <= _BRIDGED * (one.bottom - one.top) or left >= right:
        return None
    return Box(one.page, left, one.bottom, right, two.top)
