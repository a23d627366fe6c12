"""Small PDF files for tests, written operator by operator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

WIDTH, HEIGHT = 612, 792
FONTS = {"plain": "Times-Roman", "bold": "Times-Bold", "italic": "Times-Italic"}


@dataclass(frozen=True)
class Text:
    """Words at a place: `left` and `base` in points from the page's top left corner.

    With `upward`, they are read from the bottom of the page to its top.
    """

    left: float
    base: float
    words: str
    size: float = 10.0
    font: str = "plain"
    upward: bool = False


@dataclass(frozen=True)
class Rule:
    """A thin horizontal line."""

    left: float
    right: float
    y: float


@dataclass(frozen=True)
class Drawing:
    """Paths, as operators of PDF; y grows upwards from the page's foot."""

    operators: str


@dataclass(frozen=True)
class Picture:
    """A grey square that fills the page."""


Thing = Text | Rule | Drawing | Picture
"""What a page shows."""


def make_pdf(pages: Sequence[Sequence[Thing]], *, by_matrix: bool = False) -> bytes:
    """Return a PDF with these pages.

    Args:
        pages: What each shows, in drawing order.
        by_matrix: Give the font size 1 and keep the real one in the text matrix, as printer
            drivers do.
    """
    names = list(FONTS)
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    fonts = []
    for name in names:
        objects.append(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{FONTS[name]} "
            "/Encoding /WinAnsiEncoding >>".encode()
        )
        fonts.append(f"/{name} {len(objects)} 0 R")
    kids = []
    for page in pages:
        content = "\n".join(_draw(thing, by_matrix) for thing in page).encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] "
            f"/Resources << /Font << {' '.join(fonts)} >> >> "
            f"/Contents {len(objects)} 0 R >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects)


def _draw(thing: Thing, by_matrix: bool) -> str:
    if isinstance(thing, Picture):
        data = "BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 80> EI"
        return f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm {data} Q"
    if isinstance(thing, Drawing):
        return f"q {thing.operators} Q"
    if isinstance(thing, Rule):
        y = HEIGHT - thing.y
        return f"0.5 w {thing.left} {y} m {thing.right} {y} l S"
    words = thing.words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    x, y, size = thing.left, HEIGHT - thing.base, thing.size
    if thing.upward:
        return f"BT /{thing.font} {size} Tf 0 1 -1 0 {x} {y} Tm ({words}) Tj ET"
    if by_matrix:
        return f"BT /{thing.font} 1 Tf {size} 0 0 {size} {x} {y} Tm ({words}) Tj ET"
    return f"BT /{thing.font} {size} Tf {x} {y} Td ({words}) Tj ET"


def _file(objects: Sequence[bytes]) -> bytes:
    pieces = [b"%PDF-1.4\n"]
    pieces += [b"%d 0 obj\n%s\nendobj\n" % (n, body) for n, body in enumerate(objects, start=1)]
    starts = list(accumulate(len(piece) for piece in pieces))
    table = b"".join(b"%010d 00000 n \n" % start for start in starts[:-1])
    trailer = b"<< /Size %d /Root 1 0 R >>" % (len(objects) + 1)
    return b"".join(pieces) + (
        b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
        + b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (trailer, starts[-1])
    )
