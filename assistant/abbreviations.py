"""What a library's own abbreviations stand for: "UNFPA", where it has "… Fund (UNFPA)".

Nobody has listed them. An abbreviation stands for the capitalised words right before it where a
document introduces it in brackets.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from assistant.name_words import capital_runs
from embeddings.library import Library
from embeddings.terms import tokenize

_SHORT = re.compile(r"(?=(?:.*[A-Z]){2})[A-Z][A-Za-z-]{2,11}\Z")
_BEFORE = 160
"""Characters before an abbreviation in which its long form is looked for."""
_MOST_UNITS = 400
"""Units with an abbreviation that are looked at; the first ones introduce it."""


class Abbreviations:
    """Finds long forms of abbreviations in a library.

    Args:
        library: Opened library.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[str, tuple[tuple[str, ...], ...]] = {}

    def long_forms(self, short: str) -> Sequence[tuple[str, ...]]:
        """Return the terms of the capitalised words before "(short)", the most frequent first.

        They may begin with more than the long form: "The Executive Board of the United Nations
        Population Fund". None for what is no abbreviation, or is introduced nowhere.
        """
        known = self._known.get(short)
        if known is None:
            known = self._known[short] = self._find(short) if _SHORT.match(short) else ()
        return known

    def _find(self, short: str) -> tuple[tuple[str, ...], ...]:
        terms = tokenize(short)
        if not terms:
            return ()
        rows = self._library.lexical_own.texts_with(terms[0])[:_MOST_UNITS]
        introduced = re.compile(rf"\({re.escape(short)}[);,]")
        found: Counter[tuple[str, ...]] = Counter()
        for row in rows:
            text = self._library.units[row].unit.text
            for match in introduced.finditer(text):
                before = text[max(match.start() - _BEFORE, 0) : match.start()].rstrip()
                runs = capital_runs(before)
                # The last word must be one of the name's.
                if runs and tuple(tokenize(before.rpartition(" ")[2]))[-1:] == runs[-1][-1:]:
                    found[runs[-1]] += 1
        return tuple(run for run, _ in found.most_common())
