"""Footnotes -> the units whose marks name them."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.source import Line, SourceNote


class Notes:
    """The notes of a source, found by mark and page.

    Args:
        notes: In the order of the source.
    """

    def __init__(self, notes: Sequence[SourceNote]) -> None:
        self._by_mark: dict[str, list[SourceNote]] = {}
        for note in notes:
            self._by_mark.setdefault(note.mark, []).append(note)

    def of(self, lines: Sequence[Line]) -> tuple[str, ...]:
        """Return the notes that the marks in lines name, each once: mark, blank, words.

        The same mark may stand for several notes: a page has its own, and so has a table. The
        note of the line's own page is meant, or that of the next one, on which a long one may end
        up; where notes have lines instead, the next one from the line on.
        """
        found: dict[str, None] = {}
        for line in lines:
            for mark in line.marks:
                note = _nearest(self._by_mark.get(mark, []), line)
                if note is not None:
                    found[f"{mark} {note.text}"] = None
        return tuple(found)


def _nearest(notes: Sequence[SourceNote], line: Line) -> SourceNote | None:
    """Return the note of a mark that a line means; None without any."""
    if not notes:
        return None
    behind = [note for note in notes if note.line is not None and note.line >= line.number]
    if behind:
        return behind[0]
    if notes[-1].line is not None:
        return notes[-1]
    pages = (line.page, None if line.page is None else line.page + 1)
    there = (note for page in pages for note in notes if note.page == page)
    return next(there, notes[0])
