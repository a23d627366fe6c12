"""PDFium -> glyphs: every printed character of a page with its place and size.

The only module that calls PDFium for text. Lengths are in points; `y` grows downwards from the
page's top edge, as one reads.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
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

_Piece = tuple[float, float, float]
_Shape = tuple[float, float, float, float, bool]
_BOX_SEGMENTS = 6
_THICKEST = 3.0
"""A path that is higher is no horizontal rule."""
_ABOVE = 0.3
"""A character that begins this close to where the one before it did may lie on its side."""
_SHORTEST_PIECE = 9.0
"""A rule may be drawn in pieces, one a cell; shorter ones are the joins between them."""

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
        turned: Those that do not stand upright on the page, and by how many degrees.
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
    turned: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Page:
    """One open page.

    Attributes:
        number: From 1.
        glyphs: What it prints.
        rules: Horizontal rules as (left, right, y).
        shapes: What else it draws, as (left, top, right, bottom, whether it may be a box).
        pictured: Whether it shows a picture and no text.
    """

    number: int
    glyphs: Glyphs
    rules: list[_Piece]
    shapes: list[_Shape]
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
def open_pdf(
    data: bytes, where: str, *, upright: bool = False
) -> Iterator[tuple[int, Iterator[Page], dict[str, str]]]:
    """Open a PDF; yield its number of pages, the pages one by one, and what it says of itself.

    A page can be used until the next one is asked for.

    Args:
        data: The file's bytes.
        where: The file as messages name it.
        upright: Turn pages whose text lies on its side, as on broad tables, so that it stands.

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
        yield len(document), _pages(document, upright=upright), properties
    finally:
        document.close()


def _pages(document: Any, *, upright: bool) -> Iterator[Page]:  # noqa: ANN401 (PDFium's class)
    import pypdfium2

    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
        except pypdfium2.PdfiumError:
            yield Page(number, Glyphs(0.0, 0.0), [], [], False, None)
            continue
        text, turn = page.get_textpage(), page.get_rotation()
        glyphs = _glyphs(page, text, turn)
        if upright and 2 * len(glyphs.turned) > len(glyphs.chars):
            turn = Counter(glyphs.turned.values()).most_common(1)[0][0]
            glyphs = _glyphs(page, text, turn)
        rules, shapes = _paths(page, turn)
        yield Page(number, glyphs, rules, shapes, not glyphs.chars and _is_pictured(page), text)
        text.close()
        page.close()


def _glyphs(page: Any, text: Any, turn: int) -> Glyphs:  # noqa: ANN401
    import pypdfium2.raw as pdfium

    count = text.count_chars()
    left, bottom, right, top = page.get_bbox()
    across, down = right - left, top - bottom
    found = Glyphs(*((down, across) if turn in {90, 270} else (across, down)))
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    get_origin, get_box = pdfium.FPDFText_GetCharOrigin, pdfium.FPDFText_GetLooseCharBox
    get_size, is_generated = pdfium.FPDFText_GetFontSize, pdfium.FPDFText_IsGenerated
    px, py, pbox = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    space = generated = False
    ended = True
    scaled, matrix = None, pdfium.FS_MATRIX()
    for i, char in enumerate(_characters(text, count)):
        if char.isspace() or char in "\x00\u200b\ufeff":
            generated = (generated or not space) and is_generated(text, i) == 1
            space = True
            continue
        get_origin(text, i, px, py)
        size = get_size(text, i)
        if scaled is None or scaled or size < _NOMINAL:
            # PDFium tells the size before the text matrix; most files leave that at 1.
            pdfium.FPDFText_GetMatrix(text, i, matrix)
            scale = math.hypot(matrix.b, matrix.d) or 1.0
            scaled = abs(scale - 1) > 0.01 if scaled is None else scaled
            size = round(size * scale, 2)
        if turn:
            get_box(text, i, pbox)
            ax, ay, bx = _turned(turn, x.value, y.value, box, page)
            bx, ended = _end(ax, bx, size), True
        else:
            ax = bx = x.value - left
            ay = top - y.value
            # Within a word a character ends where the next one begins; asking takes time.
            if not ended and not space and _follows(found, ax, ay, size):
                found.right[-1] = ax
            elif not ended:
                get_box(text, found.at[-1], pbox)
                found.right[-1] = _end(found.left[-1], box.right - left, found.size[-1])
            ended = False
        if space and generated and _is_stray(found, ax, ay, size):
            space = False
        if found.left and abs(ax - found.left[-1]) < _ABOVE * size:
            _mark_turned(found, text, i, turn, abs(ay - found.base[-1]) > 0.1 * size)
        found.chars.append(_LIGATURES.get(char, "-" if char in "\x02\ufffe" else char))
        found.left.append(ax)
        found.right.append(bx)
        found.base.append(ay)
        found.size.append(size)
        found.spaced.append(space)
        found.at.append(i)
        space = generated = False
    if not ended:
        get_box(text, found.at[-1], pbox)
        found.right[-1] = _end(found.left[-1], box.right - left, found.size[-1])
    return found


def _characters(text: Any, count: int) -> Iterator[str]:  # noqa: ANN401
    """Yield what PDFium has on its text page, one for each of its indices."""
    import pypdfium2.raw as pdfium

    buffer = (ctypes.c_ushort * (count + 1))()
    taken = max(pdfium.FPDFText_GetText(text, 0, count, buffer) - 1, 0) if count else 0
    # PDFium counts UTF-16 units here; a character beyond the first plane takes two.
    whole = bytes(buffer)[: 2 * taken].decode("utf-16-le", "replace")
    if len(whole) == count:
        return iter(whole)
    return (chr(pdfium.FPDFText_GetUnicode(text, i)) for i in range(count))


def _end(left: float, right: float, size: float) -> float:
    """Return where a glyph ends, unless its font says nonsense."""
    return left + size / 2 if right - left > 3 * size or right < left else right


def _follows(found: Glyphs, left: float, base: float, size: float) -> bool:
    """Tell whether a glyph stands right behind the one before it."""
    return base == found.base[-1] and 0.15 * size < left - found.left[-1] < size


def _is_stray(found: Glyphs, left: float, base: float, size: float) -> bool:
    """Tell whether the blank that PDFium put before a glyph is narrower than a blank is."""
    if not found.right:
        return False
    gap = left - found.right[-1]
    close = abs(base - found.base[-1]) < 0.1 * size
    return close and -0.5 * size < gap < _GENERATED_GAP * size


def _mark_turned(found: Glyphs, text: Any, at: int, turn: int, moved: bool) -> None:  # noqa: ANN401
    """Note a glyph that begins over or under the one before because it lies on its side."""
    if not moved or (lies := _lies(text, at)) == turn:
        return
    found.turned[len(found.chars)] = lies
    if _lies(text, found.at[-1]) == lies:
        found.turned[len(found.chars) - 1] = lies


def _lies(text: Any, at: int) -> int:  # noqa: ANN401
    """Return by how many degrees the page must be turned for a character to stand upright."""
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, at, matrix)
    if abs(matrix.b) > abs(matrix.a):
        return 90 if matrix.b > 0 else 270
    return 180 if matrix.a < 0 else 0


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


def _paths(page: Any, turn: int) -> tuple[list[_Piece], list[_Shape]]:  # noqa: ANN401
    """Return the page's horizontal rules, and what else it draws that is no line.

    Shapes are told for pages that are not turned; only charts are looked for among them.
    """
    import pypdfium2.raw as pdfium

    left, bottom, right, top = page.get_bbox()
    rules: list[_Piece] = []
    shapes: list[_Shape] = []
    for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=2):
        x0, y0, x1, y1 = thing.get_bounds()
        if turn in {90, 270}:
            x0, x1, y0, y1 = y0, y1, x0, x1
        if y1 - y0 >= _THICKEST:
            if x1 - x0 >= _THICKEST and not turn:
                plain = pdfium.FPDFPath_CountSegments(thing.raw) <= _BOX_SEGMENTS
                shapes.append((x0 - left, top - y1, x1 - left, top - y0, plain))
            continue
        if x1 - x0 <= _SHORTEST_PIECE:
            continue
        y = (y0 + y1) / 2
        if turn == 90:
            rules.append((x0 - bottom, x1 - bottom, y - left))
        elif turn == 270:
            rules.append((top - x1, top - x0, right - y))
        elif turn == 180:
            rules.append((right - x1, right - x0, y - bottom))
        else:
            rules.append((x0 - left, x1 - left, top - y))
    return rules, shapes
