"""Wrapped lines: at which width they are wrapped, and how they join to running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.source import Line


def wrap_width(lines: Sequence[Line]) -> int | None:
    """Return the width at which lines are wrapped, None if each paragraph is one line."""
    lengths = sorted(len(line.text) for line in lines if line.text)
    if not lengths:
        return None
    width = lengths[int(len(lengths) * 0.9)]
    return width if lengths[-1] <= 2 * width and width <= 140 else None


def join_lines(lines: Iterable[str], vocabulary: frozenset[str] = frozenset()) -> str:
    """Join wrapped lines to running text with single spaces.

    A hyphen at a line end stays if the document has the word without it nowhere else.
    """
    pieces: list[str] = []  # joined at the end: a paragraph may have thousands of lines
    for line in lines:
        folded = " ".join(line.split())
        if not folded:
            continue
        last = pieces[-1] if pieces else ""
        if last.endswith("\u00ad"):
            pieces[-1] = last[:-1]
        elif last.endswith("-") and re.match(r"\w", last[-2:-1]) and folded[:1].islower():
            head, tail = re.findall(r"\w+(?=-\Z)", last)[0], re.match(r"\w+", folded)
            whole = (head + (tail.group() if tail else "")).lower()
            pieces[-1] = last[:-1] if whole in vocabulary else last
        elif pieces:
            pieces.append(" ")
        pieces.append(folded)
    # A soft hyphen may have stood between two blanks.
    return " ".join("".join(pieces).replace("\u00ad", "").split())
