"""PDF -> `Source`: pages, their lines in reading order, their notes and their tables."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from corpus.errors import UnreadableFileError
from corpus.readers.pdf_figures import Shape, chart_labels
from corpus.readers.pdf_glyphs import open_pdf
from corpus.readers.pdf_layout import (
    PageLayout,
    head_of_open_table,
    lay_out,
    mark_contents,
    mark_repeated_head,
)
from corpus.readers.pdf_lines import Printed, printed_lines
from corpus.readers.pdf_margins import without_line_numbers
from corpus.readers.pdf_rulings import Piece
from corpus.source import Look, Role, Source, SourceBuilder, SourceNote
from corpus.types import Problem

_MARGIN = 0.085
"""Running headers and footers stand in this share of the page's height, above and below."""
_NUMBERED = re.compile(r"\d{1,4}\.(?P<below>(?:(?:\d{1,3}|[IVX]{1,4})\.?)*)\s*[^\W\d]")
"""A paragraph may begin at the top of several pages with the same words, under other numbers."""
_OFTEN = 0.25
"""Share of the most frequent distance of two baselines that makes a smaller one usual too."""
_GAP = 1.28
"""A baseline lower by more than the usual distance times this begins another block."""


def read_pdf(data: bytes, where: str, name: str) -> Source:
    """Read a PDF that has a text layer.

    Args:
        data: The file's bytes.
        where: The file as messages name it.
        name: The file's name, without its folder.

    Raises:
        UnreadableFileError: It is damaged, needs a password, or no page has text.
    """
    with open_pdf(data, where, upright=True) as (count, pages, properties):
        heights: list[float] = []
        rules: list[list[Piece]] = []
        shapes: list[list[Shape]] = []
        printed: list[list[Printed]] = []
        pictured: list[bool] = []
        beside: list[list[Printed]] = []
        for page in pages:
            pictured.append(page.pictured)
            heights.append(page.glyphs.height)
            rules.append(page.rules)
            shapes.append(page.shapes)
            lines = printed_lines(page)
            beside.append([line for line in lines if line.turned])
            lines = [line for line in lines if not line.turned]
            lines, numbers = without_line_numbers(lines)
            beside[-1] += numbers
            printed.append(_in_order(lines, page.glyphs.height))
    if not any(printed):
        pictures = "its page is a picture" if count == 1 else f"its {count} pages are pictures"
        raise UnreadableFileError(
            f"{where} has no text layer: {pictures}. Put it through OCR first."
        )
    body = body_size(printed)
    running = running_lines(printed, heights, body)
    for at, lines in enumerate(printed):
        if shapes[at]:
            running[at] |= chart_labels(lines, shapes[at], body, heights[at])
    layouts: list[PageLayout] = []
    head: list[str] = []
    for at, lines in enumerate(printed):
        before = layouts[-1].open if layouts else None
        layout = lay_out(lines, body, rules[at], heights[at], running[at], before)
        mark_contents(layout, count)
        mark_repeated_head(layout, head)
        head = head_of_open_table(layout, head)
        # In the margins and along the axes of figures; nothing reads on through it.
        layout.lines += [(line, "furniture", line.text) for line in beside[at]]
        layouts.append(layout)
    builder = SourceBuilder()
    notes: list[SourceNote] = []
    known = {mark for layout in layouts for mark, _ in layout.notes if mark}
    leading = _leading(printed, body)
    for layout in layouts:
        _add_page(builder, layout, notes, known, leading)
    scanned = zip(printed, pictured, strict=True)
    empty = [str(n) for n, (lines, shown) in enumerate(scanned, start=1) if shown and not lines]
    faults: tuple[Problem, ...] = ()
    if empty:
        faults = (
            Problem(
                "no text",
                "",
                f"1 of {count} pages is a picture: {empty[0]}."
                if len(empty) == 1
                else f"{len(empty)} of {count} pages are pictures: {_some(empty)}.",
            ),
        )
    return Source(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        text=builder.text,
        lines=tuple(builder.lines),
        notes=tuple(notes),
        format="pdf",
        pages=count,
        properties=properties,
        faults=faults,
    )


def body_size(pages: Sequence[Sequence[Printed]]) -> float:
    """Return the font size in which most of a document is set, in points."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            if len(line.cells) == 1 or len(line.cells[-1].text) > 40:
                sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def running_lines(
    pages: Sequence[Sequence[Printed]], heights: Sequence[float], body: float
) -> list[frozenset[int]]:
    """Return for each page the positions of lines in its margins that come back on others.

    They come back with other numbers, on alternating sides, and not on every page.
    """

    def shape(line: Printed) -> str:
        words = sorted(re.sub(r"\d+", "#", line.text.casefold()).split())
        return " ".join(words)

    def in_margin(line: Printed, height: float) -> bool:
        return not 1.4 * _MARGIN * height <= line.base <= (1 - 1.4 * _MARGIN) * height

    counts: Counter[str] = Counter()
    same: Counter[str] = Counter()
    for lines, height in zip(pages, heights, strict=True):
        counts.update({shape(line) for line in lines if in_margin(line, height)})
        same.update({line.text for line in lines if in_margin(line, height)})
    wanted = max(2, len(pages) // 6)

    def is_paragraph(line: Printed) -> bool:
        numbered = _NUMBERED.match(line.text)
        if numbered is None or line.size != body:
            return False
        return not numbered["below"] or same[line.text] < wanted

    return [
        frozenset(
            at
            for at, line in enumerate(lines)
            if in_margin(line, height)
            and counts[shape(line)] >= wanted
            and len(line.text) <= 120
            and not is_paragraph(line)
        )
        for lines, height in zip(pages, heights, strict=True)
    ]


def _in_order(lines: list[Printed], height: float) -> list[Printed]:
    """Put what stands in the upper margin first and what stands in the lower one last."""
    above = [line for line in lines if line.base < _MARGIN * height]
    below = [line for line in lines if line.base > (1 - _MARGIN) * height]
    between = [ln for ln in lines if _MARGIN * height <= ln.base <= (1 - _MARGIN) * height]
    above.sort(key=lambda line: (round(line.base), line.left))
    below.sort(key=lambda line: (round(line.base), line.left))
    return above + between + below


def _leading(pages: Sequence[Sequence[Printed]], body: float) -> float:
    """Return the distance of two baselines of running text, in points.

    That is the least that is usual: on a page of short paragraphs the gap between two of them may
    occur as often.
    """
    steps: Counter[float] = Counter()
    for lines in pages:
        for one, two in zip(lines, lines[1:], strict=False):
            if one.size == two.size == body and 0 < two.base - one.base < 3 * body:
                steps[round(two.base - one.base, 1)] += 1
    often = max(steps.values(), default=0) * _OFTEN
    usual = [step for step, count in steps.items() if count >= often and step >= 0.9 * body]
    return min(usual, default=1.2 * body)


def _add_page(
    builder: SourceBuilder,
    layout: PageLayout,
    notes: list[SourceNote],
    known: set[str],
    leading: float,
) -> None:
    last: Printed | None = None
    for at, (line, role, text) in enumerate(layout.lines):
        step = None if last is None else line.base - last.base
        usual = max(leading, 1.15 * line.size) if last is None else leading
        if last is not None and line.size != last.size:
            usual = max(leading, 1.2 * max(line.size, last.size))
        if step is not None and (step > _GAP * usual or role or step < 0):
            builder.blank(line.page)
        marks: tuple[str, ...] = ()
        if role not in {"row", "furniture"}:
            text, marks = _without_marks(line, known)
        builder.add(
            kind=_kind(role, at in layout.contents),
            text=unicodedata.normalize("NFC", text),
            page=line.page,
            role=role,
            look=Look(
                line.left, line.right, line.base - line.size, line.base, line.size,
                line.bold, line.italic,
            ),
            marks=marks,
        )  # fmt: skip
        if role:
            builder.blank(line.page)
        last = None if role else line
    for mark, text in layout.notes:
        words = unicodedata.normalize("NFC", " ".join(text.split())).strip()
        if mark:
            notes.append(SourceNote(mark, words, layout.page))
        elif notes:
            before = notes[-1]
            notes[-1] = SourceNote(before.mark, f"{before.text} {words}".strip(), before.page)
    builder.blank(layout.page)


def _kind(role: Role, contents: bool) -> str:
    if role != "furniture":
        return ""
    return "contents" if contents else "running header"


def _without_marks(line: Printed, known: set[str]) -> tuple[str, tuple[str, ...]]:
    """Return a line's words and its footnote marks; raised print that marks no note is a word."""
    text, marks = line.text, list[str]()
    for at, mark in reversed(line.marks):
        parts = mark.split(",")
        if all(part in known for part in parts):
            marks[:0] = parts
        else:
            text = text[:at] + mark + text[at:]
    return text, tuple(marks)


def _some(numbers: Sequence[str]) -> str:
    return ", ".join(numbers[:10]) + ("" if len(numbers) <= 10 else " …")
