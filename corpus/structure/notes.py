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
        self._by_page: dict[tuple[str, int | None], str] = {}
        self._by_mark: dict[str, str] = {}
        for note in notes:
            self._by_page.setdefault((note.mark, note.page), note.text)
            self._by_mark.setdefault(note.mark, note.text)

    def of(self, lines: Sequence[Line]) -> tuple[str, ...]:
        """Return the notes that the marks in lines name, each once: mark, blank, words.

        The same mark may stand on several pages for different notes; the line's own page is
        looked at first, then the page on which a long note may end up, then all.
        """
        found: dict[str, None] = {}
        for line in lines:
            for mark in line.marks:
                pages = (line.page,) if line.page is None else (line.page, line.page + 1)
                texts = (self._by_page.get((mark, page)) for page in pages)
                text = next((t for t in texts if t is not None), self._by_mark.get(mark))
                if text is not None:
                    found[f"{mark} {text}"] = None
        return tuple(found)
