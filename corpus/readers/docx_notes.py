"""Footnotes and endnotes: under which mark each is printed."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.readers.docx_number_formats import format_number
from corpus.readers.docx_runs import NoteKind
from corpus.readers.docx_xml import Element, W, number, value

_DEFAULTS: dict[NoteKind, str] = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass(frozen=True, slots=True)
class _Counting:
    """How notes are counted: format, first number, and where they begin anew."""

    format: str
    start: int = 1
    restart: str = "continuous"


class Notes:
    """Gives the notes of a document their marks, in the order in which they are referred to.

    Attributes:
        pages: How many pages the text has gone on to; needed where each page counts anew.
    """

    def __init__(
        self,
        roots: dict[NoteKind, Element | None],
        settings: Element | None,
        sections: list[Element],
    ) -> None:
        """Read the parts' roots and the properties of the sections, in order."""
        self.pages = 0
        self._notes: dict[tuple[NoteKind, str], Element] = {}
        for kind, root in roots.items():
            for note in root if root is not None else ():
                if note.get(W + "type") in {None, "normal"}:
                    self._notes.setdefault((kind, note.get(W + "id") or ""), note)
        whole = {kind: _counting(settings, kind, _Counting(_DEFAULTS[kind])) for kind in _DEFAULTS}
        self._sections = [
            {kind: _counting(section, kind, whole[kind]) for kind in _DEFAULTS}
            for section in sections
        ] or [whole]
        self._section = 0
        self._marks: dict[tuple[NoteKind, str], str] = {}
        self._counts: dict[NoteKind, int | None] = dict.fromkeys(_DEFAULTS)
        self._counted_on: dict[NoteKind, int] = dict.fromkeys(_DEFAULTS, 0)

    def end_section(self) -> None:
        """Go on to the next section."""
        self._section = min(self._section + 1, len(self._sections) - 1)
        for kind, counting in self._sections[self._section].items():
            if counting.restart != "continuous":
                self._counts[kind] = None

    def refer(self, kind: NoteKind, key: str, own_mark: str) -> str:
        """Return the mark that a reference prints; `own_mark` is the author's, if any."""
        known = self._marks.get((kind, key))
        if known is not None:
            return known
        mark = own_mark
        if not mark:
            counting = self._sections[self._section][kind]
            if counting.restart == "eachPage" and self._counted_on[kind] != self.pages:
                self._counts[kind] = None
            self._counted_on[kind] = self.pages
            last = self._counts[kind]
            count = counting.start if last is None else last + 1
            self._counts[kind] = count
            mark = format_number(count, counting.format) or str(count)
        self._marks[kind, key] = mark
        return mark

    def content(self, kind: NoteKind, key: str) -> Element | None:
        """Return a note's paragraphs, None where there is no such note."""
        return self._notes.get((kind, key))


def _counting(parent: Element | None, kind: NoteKind, default: _Counting) -> _Counting:
    properties = parent.find(f"{W}{kind}Pr") if parent is not None else None
    if properties is None:
        return default
    start = number(value(properties, "numStart"))
    return _Counting(
        format=value(properties, "numFmt") or default.format,
        start=default.start if start is None else start,
        restart=value(properties, "numRestart") or default.restart,
    )
