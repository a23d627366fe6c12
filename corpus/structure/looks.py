"""What the look of lines tells: which size is running text, what is displayed, what is debris.

Only readers that see a page tell how a line looks. All functions do without: then nothing is told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence, Set
from itertools import pairwise

from corpus.source import Line

SIZE_STEP = 0.6
"""Points by which print differs when it is meant to differ."""
_TEXT_SHARE = 0.12
"""Share of a document's characters, and of its numbers, that a size of running text has."""
_LEADING = 1.45
"""Lines of one heading stand at most this many font sizes below one another."""
_FEWEST_WORDS = 10
_FULL_LINE = 55
"""Characters."""
_PARAGRAPH = 3
"""Lines."""
_FIGURES = re.compile(r"[\d\W_]*[^\s.;:,)]\Z(?<![^\W\d_])")
_WHOLE = re.compile(r"\d{1,4}\Z")
_NUMBER = re.compile(r"\d{1,4}[A-Z]?(?:\.[\dIVX]{1,4})*\.?\s+[^\W\d_]")


def text_sizes(lines: Sequence[Line]) -> frozenset[float]:
    """Return the font sizes that running text is set in; empty if no line tells its look."""
    sizes: Counter[float] = Counter()
    numbered: Counter[float] = Counter()
    for line in lines:
        if line.look is not None and not line.role:
            sizes[line.look.size] += len(line.text)
            numbered[line.look.size] += _NUMBER.match(line.text) is not None
    total, marked = sum(sizes.values()), sum(numbered.values())
    found: Set[float] = {
        size
        for size, count in sizes.items()
        if count >= _TEXT_SHARE * total and numbered[size] >= _TEXT_SHARE * marked
    }
    found = found or {size for size, _ in sizes.most_common(1)}
    return frozenset(found | _larger_text(lines, max(found, default=0.0)))


def _larger_text(lines: Sequence[Line], largest: float) -> set[float]:
    """Return larger sizes in which whole paragraphs are set, as in a letter before a report.

    No heading has so many full lines that are neither bold nor italic.
    """
    found: set[float] = set()
    run = 0
    last = 0.0
    for line in lines:
        look = line.look
        plain = look is not None and not (line.role or look.bold or look.italic)
        if look is None or not plain or look.size <= largest or len(line.text) < _FULL_LINE:
            run = 0
            continue
        run = run + 1 if look.size == last else 1
        last = look.size
        if run == _PARAGRAPH:
            found.add(look.size)
    return found


def is_displayed(lines: Sequence[Line], sizes: Collection[float]) -> bool | None:
    """Tell whether lines are set as headings are: bold, italic or larger; None if not told."""
    looks = [line.look for line in lines if line.look is not None]
    if not looks or not sizes:
        return None
    large = max(sizes) + SIZE_STEP
    return all(look.bold or look.italic or look.size > large for look in looks)


def goes_on_displayed(one: Line, other: Line, sizes: Collection[float]) -> bool:
    """Tell whether a line goes on with the heading above it: alike, and one line lower.

    Large print stands farther apart than running text, so that a gap alone says nothing.
    """
    above, look = one.look, other.look
    if above is None or look is None or one.page != other.page:
        return False
    alike = above.bold == look.bold and above.italic == look.italic
    alike = alike and abs(above.size - look.size) < SIZE_STEP
    near = 0 < look.top - above.top <= _LEADING * max(above.size, look.size)
    return alike and near and bool(is_displayed([one, other], sizes))


def is_small(line: Line, sizes: Collection[float]) -> bool:
    """Tell whether a line is set smaller than running text."""
    return line.look is not None and bool(sizes) and line.look.size <= min(sizes) - SIZE_STEP


def find_debris(lines: Sequence[Line], found: Collection[int]) -> dict[int, str]:
    """Return the positions of print that says nothing by itself: labels of figures and the like.

    Small print that is no sentence, and figures that stand alone on a page.
    """
    sizes = text_sizes(lines)
    debris = dict.fromkeys(_lone_figures(lines, found), "small print")
    block: list[int] = []
    for i, line in enumerate([*lines, Line("", 0, 0, None)]):
        small = bool(line.text) and i not in found and not line.role and is_small(line, sizes)
        if small:
            block.append(i)
            continue
        words = " ".join(lines[k].text for k in block)
        sentence = re.search(r"[.:;][”’)]?\Z", words) and len(words.split()) >= _FEWEST_WORDS
        if block and not sentence:
            debris |= dict.fromkeys(block, "small print")
        block = []
    return debris


def _lone_figures(lines: Sequence[Line], found: Collection[int]) -> set[int]:
    """Return the positions of blocks of one line without a letter, such as a diagram's scale.

    A lone whole number may be a paragraph's, unless another such block is next to it.
    """
    lone: list[int] = []
    blocks = 0
    where: dict[int, int] = {}
    blank = True
    for i, line in enumerate(lines):
        if not line.text:
            blank = True
            continue
        blocks += blank
        follows = i + 1 < len(lines) and bool(lines[i + 1].text)
        alone = blank and not follows and line.look is not None and not line.role
        if alone and i not in found and _FIGURES.match(line.text):
            where[i] = blocks
            lone.append(i)
        blank = False
    together = {
        k for one, two in pairwise(lone) if where[two] - where[one] == 1 for k in (one, two)
    }
    return {i for i in lone if i in together or not _WHOLE.match(lines[i].text)}
