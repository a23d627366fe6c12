"""A page of a PDF as a picture, with the words of a unit boxed.

Meant for files that are in a library: PDFium has read them before. It draws them here by other
code than it reads them with, so who shows hostile files calls this in a process that can be
stopped (`corpus.isolation`).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import UnreadableFileError
from corpus.readers.pdf_alignment import align
from corpus.readers.pdf_glyphs import Glyphs, open_pdf

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

SCALE = 110 / 72
"""Pixels a point at which print of ordinary size can be read."""

MOST_PIXELS = 6_000_000
"""A larger page is drawn smaller: a page may say that it is as large as a house."""

_FOLLOWING = 3
"""Pages on which the words may go on."""
_LEAST_FOUND = 0.6
"""Share of the letters and digits that must be found; less may be other words."""
_ASCENT, _DESCENT = 0.95, 0.3
"""From the baseline to the edges of a box, as a share of the font size."""
_SAME_LINE = 0.5
_WIDEST_GAP = 2.5
"""Font sizes between two characters of one box."""
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
class Box:
    """Words that stand on one line; lengths in points from the page's top left corner.

    Attributes:
        page: From 1.
        left: Of the first character.
        top: Upper edge.
        right: Of the last character.
        bottom: Lower edge.
    """

    page: int
    left: float
    top: float
    right: float
    bottom: float


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
    with _opened(sheet.path) as document:
        _check_page(sheet.path, page, len(document))
        height = document.get_page_size(page - 1)[1]
        pages = len(document)
    tops = [box.top / height for box in boxes if box.page == page]
    png, left, right = _drawn(sheet.path, page, boxes, sheet.scale)
    # A PNG begins with a mark of 8 bytes, and 8 of its header; width and height follow.
    wide, high = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    first = max(0.0, tops[0]) if tops else None
    return PageView(png, wide, high, page, pages, first, left, right)


def find_words(
    path: Path, page: int, text: str, start: int = 0, end: int | None = None
) -> tuple[Box, ...]:
    """Return where words are printed: a box for each line, on each page that they run over.

    Args:
        path: A PDF.
        page: Where `text` begins, from 1.
        text: Of the unit; more words make it surer that these are meant, where a page has the
            same words twice. White space, hyphens, marks of notes and what stands between two
            pages do not matter.
        start: Offset in `text` of the words to find.
        end: Offset behind their last character; None takes all the rest.

    Returns:
        In reading order; none if less than about half of the words is there.

    Raises:
        UnreadableFileError: It is missing, no PDF, damaged, or has no such page.
    """
    stop = len(text) if end is None else end
    wanted = sum(character.isalnum() for character in text[start:stop])
    with _opened(path) as document:
        _check_page(path, page, len(document))
        last = min(len(document), page + _FOLLOWING)
        print_ = _Print()
        found: list[int | None] = []
        for number in range(page, last + 1):
            print_.add(number, _glyphs(document, number))
            before, found = found, align(text, print_.chars)
            if _complete(text, found) or (before and _count(found) == _count(before)):
                break
    inside = [at for at in found[start:stop] if at is not None]
    if not inside or len(inside) < _LEAST_FOUND * wanted:
        return ()
    first, final = _with_punctuation(print_, inside, text[start:stop])
    return tuple(print_.boxes([first, *inside, final]))


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
    import pypdfium2

    with _opened(path) as document:
        _check_page(path, page, len(document))
        try:
            opened = document[page - 1]
            width, height = opened.get_size()
            scale = min(scale, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
            bitmap = opened.render(scale=scale, rev_byteorder=True)
        except pypdfium2.PdfiumError as error:
            raise UnreadableFileError(
                f"Page {page} of {path} cannot be drawn: {error}. Save the file anew."
            ) from None
        try:
            pixels = bitmap.to_numpy()
            left, right = _printed(pixels)
            _draw(pixels, [box for box in boxes if box.page == page], scale)
            stream = io.BytesIO()
            bitmap.to_pil().save(stream, "PNG")
        finally:
            bitmap.close()
    return stream.getvalue(), left, right


@dataclass(slots=True)
class _Print:
    """What is printed on some pages that follow each other, character by character.

    Attributes:
        chars: What each stands for.
        pages: Number and characters of each page.
    """

    chars: list[str] = field(default_factory=list)
    pages: list[tuple[int, Glyphs]] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def add(self, number: int, glyphs: Glyphs) -> None:
        """Add the page that follows."""
        self._starts.append(len(self.chars))
        self.pages.append((number, glyphs))
        self.chars += glyphs.chars

    def place(self, at: int) -> tuple[int, Glyphs, int]:
        """Return a character's page, that page's characters, and which one of them it is."""
        which = max(k for k, start in enumerate(self._starts) if start <= at)
        number, glyphs = self.pages[which]
        return number, glyphs, at - self._starts[which]

    def boxes(self, places: Sequence[int]) -> Iterator[Box]:
        """Yield a box for each stretch of characters on one line."""
        current: Box | None = None
        size = base = 0.0
        for at in places:
            number, g, i = self.place(at)
            box = Box(
                number,
                g.left[i],
                g.base[i] - _ASCENT * g.size[i],
                g.right[i],
                g.base[i] + _DESCENT * g.size[i],
            )
            if current is None:
                current, size, base = box, g.size[i], g.base[i]
                continue
            size = max(size, g.size[i])
            if (
                number == current.page
                and abs(g.base[i] - base) <= _SAME_LINE * size
                and -size <= g.left[i] - current.right <= _WIDEST_GAP * size
            ):
                current = Box(
                    number,
                    min(current.left, box.left),
                    min(current.top, box.top),
                    max(current.right, box.right),
                    max(current.bottom, box.bottom),
                )
                continue
            yield current
            current, size, base = box, g.size[i], g.base[i]
        if current is not None:
            yield current


def _with_punctuation(print_: _Print, inside: Sequence[int], words: str) -> tuple[int, int]:
    """Return the first and the last printed character, with the marks that stand close to them."""
    first, last = inside[0], inside[-1]

    def spaced(at: int) -> bool:
        _, glyphs, i = print_.place(at)
        return glyphs.spaced[i]

    while (
        first
        and not words[:1].isalnum()
        and not print_.chars[first - 1].isalnum()
        and not spaced(first)
    ):
        first -= 1
    while (
        last + 1 < len(print_.chars)
        and not words[-1:].isalnum()
        and not print_.chars[last + 1].isalnum()
        and not spaced(last + 1)
    ):
        last += 1
    return first, last


def _complete(text: str, found: Sequence[int | None]) -> bool:
    """Tell whether the end of a text has been found."""
    at = max((i for i, character in enumerate(text) if character.isalnum()), default=-1)
    return at >= 0 and found[at] is not None


def _count(found: Iterable[int | None]) -> int:
    return sum(at is not None for at in found)


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except (pypdfium2.PdfiumError, OSError) as error:
        raise UnreadableFileError(
            f"Cannot show pages of {path}: {str(error).rstrip('.')}. Index the file again: "
            "pincite index FILE"
        ) from None
    try:
        yield document
    finally:
        document.close()


def _check_page(path: Path, page: int, pages: int) -> None:
    if not 1 <= page <= pages:
        raise UnreadableFileError(f"{path} has no page {page}. Choose one from 1 to {pages}.")


def _glyphs(document: Any, number: int) -> Glyphs:  # noqa: ANN401 (PDFium's class)
    """Return what a page prints; it is taken out alone, so that those before it cost nothing."""
    import pypdfium2

    single = pypdfium2.PdfDocument.new()
    stream = io.BytesIO()
    try:
        single.import_pages(document, [number - 1])
        single.save(stream)
    finally:
        single.close()
    with open_pdf(stream.getvalue(), f"page {number}") as (_, pages, _):
        return next(pages).glyphs


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
