"""Line numbers in a page's margin, as in court papers and transcripts: told from numbered rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.readers.pdf_lines import Printed

_FEWEST = 15
_SAME_X = 8.0
_EVEN = 0.2
"""Lines with numbers stand apart alike, but for this share of the distance."""
_SHARE = 0.8
"""Share of the page's lines that have a number, and of those that have one cell of text."""


def without_line_numbers(lines: Sequence[Printed]) -> tuple[list[Printed], list[Printed]]:
    """Part the numbers of a page's lines from the lines; return the lines and the numbers.

    They rise by one from line to line down the whole page, at one distance, beside text in one
    column. Rows of a table have several columns or stand less evenly.
    """
    counted = [ln for ln in lines if ln.cells[0].text.isdigit() and len(ln.cells[0].text) < 4]
    counted.sort(key=lambda line: line.base)
    if len(counted) < _FEWEST or len(counted) < _SHARE * len({round(ln.base) for ln in lines}):
        return list(lines), []
    steps = [two.base - one.base for one, two in pairwise(counted)]
    usual = sorted(steps)[len(steps) // 2]
    even = all(abs(step - usual) <= _EVEN * usual for step in steps)
    rising = all(
        int(two.cells[0].text) == int(one.cells[0].text) + 1 for one, two in pairwise(counted)
    )
    edges = [line.cells[0].right for line in counted]
    single = sum(len(line.cells) <= 2 for line in counted) >= _SHARE * len(counted)
    if not (even and rising and single and max(edges) - min(edges) <= _SAME_X):
        return list(lines), []
    marked = {id(line) for line in counted}
    rest = [
        replace(line, cells=line.cells[1:]) if id(line) in marked else line
        for line in lines
        if len(line.cells) > 1 or id(line) not in marked
    ]
    return rest, [replace(line, cells=line.cells[:1]) for line in counted]
