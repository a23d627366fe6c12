"""Finds the entries of lists that have a sign in front of them and no number.

They have no label of their own: an entry is part of the text that announces the list, so that
whoever cites the text cites the list with it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from corpus.source import Line

_SURE = re.compile(r"[•●▪■◦‣⁃➢➤❖✓✔\uf0a7\uf0b7\uf0d8\uf0fc](?=\s|\Z)")
_LIKELY = re.compile(r"[-–—*·∙](?=\s)|o(?=\s+[A-Z])")
_OPENS = re.compile(r"[.:;,!?][”\"’)]?\Z")
_NEAR = 12
"""Lines within which another entry tells a list from a dash between words."""
_ALIGNED = 2.0
"""Points."""


def find_bullets(lines: Sequence[Line], skip: Collection[int]) -> Mapping[int, str]:
    """Return the sign of each line that begins an entry of a list without numbers.

    A dash or an asterisk may stand between words or before a footnote. It begins an entry if a
    colon announces it, or if another line near it begins with the same sign at the same place.
    """
    found: dict[int, str] = {}
    likely: list[tuple[int, str]] = []
    before: Line | None = None
    for i, line in enumerate(lines):
        if not line.text or i in skip:
            continue
        if sure := _SURE.match(line.text):
            found[i] = sure.group()
        elif match := _LIKELY.match(line.text):
            sign = match.group()
            noted = sign == "*" and line.look is not None  # on a page: a footnote
            apart = before is None or not lines[i - 1].text or _OPENS.search(before.text)
            if apart and not noted:
                if before is not None and before.text.endswith(":"):
                    found[i] = sign
                likely.append((i, sign))
        before = line
    for at, (i, sign) in enumerate(likely):
        for k, other in likely[at + 1 : at + _NEAR]:
            if k - i > _NEAR:
                break
            if other == sign and _aligned(lines[i], lines[k]):
                found[i] = found[k] = sign
    return found


def _aligned(one: Line, other: Line) -> bool:
    """Tell whether two lines begin at the same distance from the margin, if that is told."""
    if one.look is None or other.look is None:
        return True
    return abs(one.look.left - other.look.left) <= _ALIGNED
