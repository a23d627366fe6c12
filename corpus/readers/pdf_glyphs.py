"""PDFium -> glyphs: every printed character of a page with its place and size.

The only module that calls PDFium for text. Lengths are in points; `y` grows downwards from the
page's top edge, as one reads.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from corpus.errors import UnreadableFileError

_BOLD_WEIGHT = 600
_ITALIC_FLAG = 1 << 6
_FORCE_BOLD_FLAG = 1 << 18
_GENERATED_GAP = 0.18
"""PDFium puts a blank where letters stand apart; under this share of the size it is a stray one."""

_NOMINAL = 3.0
"""A smaller size is no print that anybody reads: the text matrix makes it larger."""

_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}


@dataclass(slots=True)
class Glyphs:
    """The characters of a page that show, in the order in which the file draws them.

    All lists have one entry a glyph.

    Attributes:
        width: Of the page.
        height: Of the page.
        chars: What it stands for; a ligature stands for several characters.
        left: Where it begins.
        right: Where the next one would begin.
        base: Its baseline.
        size: Font size.
        spaced: Whether a blank stands before it.
        at: Its index on PDFium's text page.
    """

    width: float
    height: float
    chars: list[str] = field(default_factory=list)
    left: list[float] = field(default_factory=list)
    right: list[float] = field(default_factory=list)
    base: list[float] = field(default_factory=list)
    size: list[float] = field(default_factory=list)
    spaced: list[bool] = field(default_factory=list)
    at: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Page:
    """One open page.

    Attributes:
        number: From 1.
        glyphs: What it prints.
        rules: Horizontal rules as (left, right, y).
        pictured: Whether it shows a picture.
    """

    number: int
    glyphs: Glyphs
    rules: list[tuple[float, float, float]]
    pictured: bool
    _text: Any

    def style(self, glyph: int) -> tuple[bool, bool]:
        """Return whether a glyph is bold and whether it is italic."""
        import pypdfium2.raw as pdfium

        name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        at = self.glyphs.at[glyph]
        pdfium.FPDFText_GetFontInfo(self._text, at, name, 128, flags)
        words = name.value.decode("latin-1").lower()
        weight = pdfium.FPDFText_GetFontWeight(self._text, at)
        bold = weight >= _BOLD_WEIGHT or "bold" in words or bool(flags.value & _FORCE_BOLD_FLAG)
        italic = "italic" in words or "oblique" in words or bool(flags.value & _ITALIC_FLAG)
        return bold, italic


@contextmanager
def open_pdf(data: bytes, where: str) -> Iterator[tuple[int, Iterator[Page], dict[str, str]]]:
    """Open a PDF; yield its number of pages, the pages one by one, and what it says of itself.

    A page can be used until the next one is asked for.

    Raises:
        UnreadableFileError: It is no PDF, is damaged, or needs a password.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        secret = "password" in str(error).lower()
        raise UnreadableFileError(
            f"{where} needs a password. Save it without one."
            if secret
            else f"{where} is a damaged PDF: {str(error).rstrip('.')}. Save it again."
        ) from None
    try:
        properties = {k.lower(): v for k, v in document.get_metadata_dict(skip_empty=True).items()}
        yield len(document), _pages(document), properties
    finally:
        document.close()


def _pages(document: Any) -> Iterator[Page]:  # noqa: ANN401 (PDFium's class stays in here)
    import pypdfium2

    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
        except pypdfium2.PdfiumError:
            yield Page(number, Glyphs(0.0, 0.0), [], False, None)
            continue
        text = page.get_textpage()
        yield Page(number, _glyphs(page, text), _rules(page), _is_pictured(page), text)
        text.close()
        page.close()


def _glyphs(page: Any, text: Any) -> Glyphs:  # noqa: ANN401
    import pypdfium2.raw as pdfium

    count = text.count_chars()
    left, bottom, right, top = page.get_bbox()
    found = Glyphs(right - left, top - bottom)
    if not count:
        return found
    buffer = (ctypes.c_ushort * (count + 1))()
    taken = max(pdfium.FPDFText_GetText(text, 0, count, buffer) - 1, 0)
    # PDFium counts UTF-16 units here; a character beyond the first plane takes two.
    whole = bytes(buffer)[: 2 * taken].decode("utf-16-le", "replace")
    same = len(whole) == count
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    get_origin, get_box = pdfium.FPDFText_GetCharOrigin, pdfium.FPDFText_GetLooseCharBox
    get_size, is_generated = pdfium.FPDFText_GetFontSize, pdfium.FPDFText_IsGenerated
    px, py, pbox = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    space = generated = False
    turn, scaled, matrix = page.get_rotation(), None, pdfium.FS_MATRIX()
    for i in range(count):
        char = whole[i] if same else chr(pdfium.FPDFText_GetUnicode(text, i))
        if char.isspace() or char in "\x00\u200b\ufeff":
            if not space:
                generated = True
            space = True
            generated = generated and is_generated(text, i) == 1
            continue
        get_origin(text, i, px, py)
        get_box(text, i, pbox)
        size = get_size(text, i)
        if scaled is None or scaled or size < _NOMINAL:
            # PDFium tells the size before the text matrix; most files leave that at 1.
            pdfium.FPDFText_GetMatrix(text, i, matrix)
            scale = math.hypot(matrix.b, matrix.d) or 1.0
            scaled = abs(scale - 1) > 0.01 if scaled is None else scaled
            size = round(size * scale, 2)
        ax, ay, bx = x.value - left, top - y.value, box.right - left
        if turn:
            ax, ay, bx = _turned(turn, x.value, y.value, box, page)
        if bx - ax > 3 * size or bx < ax:
            bx = ax + size / 2
        if space and generated and found.right:
            gap = ax - found.right[-1]
            close = abs(ay - found.base[-1]) < 0.1 * size
            if close and -0.5 * size < gap < _GENERATED_GAP * size:
                space = False
        found.chars.append(_LIGATURES.get(char, "-" if char in "\x02\ufffe" else char))
        found.left.append(ax)
        found.right.append(bx)
        found.base.append(ay)
        found.size.append(size)
        found.spaced.append(space)
        found.at.append(i)
        space = generated = False
    return found


def _turned(turn: int, x: float, y: float, box: Any, page: Any) -> tuple[float, float, float]:  # noqa: ANN401
    """Return left, baseline and right of a glyph on a page that is shown turned (degrees)."""
    left, bottom, right, top = page.get_bbox()
    if turn == 90:
        return y - bottom, x - left, box.top - bottom
    if turn == 180:
        return right - x, y - bottom, right - box.left
    return top - y, right - x, top - box.bottom


def _is_pictured(page: Any) -> bool:  # noqa: ANN401
    import pypdfium2.raw as pdfium

    pictures = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2)
    return next(iter(pictures), None) is not None


def _rules(page: Any) -> list[tuple[float, float, float]]:  # noqa: ANN401
    """Return the page's horizontal rules: thin paths that are much wider than high."""
    import pypdfium2.raw as pdfium

    left, _, _, top = page.get_bbox()
    found = []
    for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=2):
        x0, y0, x1, y1 = thing.get_bounds()
        if y1 - y0 < 3 and x1 - x0 > 30:
            found.append((x0 - left, x1 - left, top - (y0 + y1) / 2))
    return found
