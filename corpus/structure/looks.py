"""What the look of lines tells: which size is running text, what is displayed, what is debris.

Only readers that see a page tell how a line looks. All functions do without: then nothing is told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from corpus.source import Line

SIZE_STEP = 0.6
"""Points by which print differs when it is meant to differ."""
_TEXT_SHARE = 0.12
"""Share of a document's characters, and of its numbers, that a size of running text has."""
_FEWEST_WORDS = 10
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
    found = {
        size
        for size, count in sizes.items()
        if count >= _TEXT_SHARE * total and numbered[size] >= _TEXT_SHARE * marked
    }
    return frozenset(found or {size for size, _ in sizes.most_common(1)})


def is_displayed(lines: Sequence[Line], sizes: Collection[float]) -> bool | None:
    """Tell whether lines are set as headings are: bold, italic or larger; None if not told."""
    looks = [line.look for line in lines if line.look is not None]
    if not looks or not sizes:
        return None
    large = max(sizes) + SIZE_STEP
    return all(look.bold or look.italic or look.size > large for look in looks)


def is_small(line: Line, sizes: Collection[float]) -> bool:
    """Tell whether a line is set smaller than running text."""
    return line.look is not None and bool(sizes) and line.look.size <= min(sizes) - SIZE_STEP


def find_debris(lines: Sequence[Line], found: Collection[int]) -> dict[int, str]:
    """Return the positions of small print that is no sentence: labels of figures and the like."""
    sizes = text_sizes(lines)
    debris: dict[int, str] = {}
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
