"""Words of a unit -> where they are printed on the pages of a PDF: a box for each line."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.errors import UnreadableFileError
from corpus.readers.pdf_alignment import align
from corpus.readers.pdf_glyphs import Glyphs, open_pdf

_FOLLOWING = 3
"""Pages on which the words may go on."""
_LEAST_FOUND = 0.6
"""Share of the letters and digits that must be found; less may be other words."""
_ASCENT, _DESCENT = 0.95, 0.3
"""From the baseline to the edges of a box, as a share of the font size."""
_SAME_LINE = 0.5
_WIDEST_GAP = 2.5
"""Font sizes between two characters of one box."""


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
    with opened(path) as document:
        check_page(path, page, len(document))
        last = min(len(document), page + _FOLLOWING)
        print_ = _Print()
        found: list[int | None] = []
        for number in range(page, last + 1):
            print_.add(number, _glyphs(document, number, path))
            before, found = found, align(text, print_.chars)
            if _complete(text, found) or (before and _count(found) == _count(before)):
                break
    inside = [at for at in found[start:stop] if at is not None]
    if not inside or len(inside) < _LEAST_FOUND * wanted:
        return ()
    return tuple(print_.boxes(_with_punctuation(print_, inside, text[start:stop])))


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


def _with_punctuation(print_: _Print, inside: Sequence[int], words: str) -> list[int]:
    """Return the letters and digits of some words, and the other characters close to them."""
    wanted = set(inside)
    first, last = inside[0], inside[-1]

    def is_close(at: int, after: int) -> bool:
        """Tell whether a character is no letter, and not parted from its neighbour."""
        if not 0 <= at < len(print_.chars) or print_.chars[at].isalnum():
            return False
        _, glyphs, i = print_.place(after)
        return not glyphs.spaced[i]

    for at in inside:
        behind, before = at + 1, at - 1
        while behind not in wanted and is_close(behind, behind):
            if at == last and words[-1:].isalnum():
                break
            wanted.add(behind)
            behind += 1
        while before not in wanted and is_close(before, before + 1):
            if at == first and words[:1].isalnum():
                break
            wanted.add(before)
            before -= 1
    return sorted(wanted)


def _complete(text: str, found: Sequence[int | None]) -> bool:
    """Tell whether the end of a text has been found."""
    at = max((i for i, character in enumerate(text) if character.isalnum()), default=-1)
    return at >= 0 and found[at] is not None


def _count(found: Iterable[int | None]) -> int:
    return sum(at is not None for at in found)


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    """Open a PDF as PDFium has it.

    Raises:
        UnreadableFileError: It is missing, no PDF, damaged, or needs a password; or what is done
            with it fails in PDFium.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
        try:
            yield document
        finally:
            document.close()
    except (pypdfium2.PdfiumError, OSError) as error:
        raise UnreadableFileError(
            f"Cannot show pages of {path}: {str(error).rstrip('.')}. Index the file again: "
            "pincite index FILE"
        ) from None


def check_page(path: Path, page: int, pages: int) -> None:
    """Check that a PDF has a page.

    Raises:
        UnreadableFileError: It has not.
    """
    if not 1 <= page <= pages:
        raise UnreadableFileError(f"{path} has no page {page}. Choose one from 1 to {pages}.")


def _glyphs(document: Any, number: int, path: Path) -> Glyphs:  # noqa: ANN401 (PDFium's class)
    """Return what a page prints; it is taken out alone, so that those before it cost nothing."""
    import pypdfium2

    single = pypdfium2.PdfDocument.new()
    stream = io.BytesIO()
    try:
        single.import_pages(document, [number - 1])
        single.save(stream)
    finally:
        single.close()
    with open_pdf(stream.getvalue(), f"page {number} of {path}") as (_, pages, _):
        return next(pages).glyphs
