"""Kept PDFs: their pages as pictures, and how they were read. Knows no Streamlit.

PDFs are hostile until proven otherwise, and drawing one may take for ever or end the program that
draws: it happens in a process of its own (`corpus.isolation`).
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from pathlib import Path
from typing import TypeVar

from corpus.documents import read_rendition
from corpus.errors import UnreadableFileError
from corpus.isolation import Answer, Worker
from corpus.limits import Limits
from corpus.readers.pdf_view import PageView, Sheet, view_page
from corpus.types import Document, Parse
from embeddings.originals import find
from ui.language import say

LIMITS = Limits(seconds=20.0, memory=1 << 30)
"""For one page; far above what a page of an official document needs."""

_MOST_KEPT = 64
"""Pages that are kept drawn: some 20 MB."""

Value = TypeVar("Value")


def original_of(home: Path, document: Document) -> Path | None:
    """Return the kept PDF that a document's units were read from, None if it was no PDF.

    Args:
        home: The data directory.
        document: Of the library.
    """
    first = document.renditions[0] if document.renditions else None
    if first is None or first.format != "pdf":
        return None
    return find(home, first.sha256)


def printed_of(home: Path, document: Document) -> Path | None:
    """Return the kept PDF whose pages a document's units stand on, None if there is none.

    Units that were read from another file, such as a DOCX, have the pages of the PDF beside it.

    Args:
        home: The data directory.
        document: Of the library.
    """
    for rendition in document.renditions:
        if rendition.format == "pdf":
            return find(home, rendition.sha256)
    return None


class PageImages:
    """Draws pages, one at a time, and keeps the last ones."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._worker: Worker[Sheet, PageView] = Worker(view_page, LIMITS)
        self._drawn: OrderedDict[Sheet, PageView] = OrderedDict()

    def view(self, sheet: Sheet) -> PageView:
        """Return a page with its words boxed.

        Raises:
            UnreadableFileError: It cannot be drawn, or not in time.
        """
        with self._lock:
            found = self._drawn.get(sheet)
            if found is None:
                found = _value(self._worker.do(sheet), say("the-page"))
                self._drawn[sheet] = found
                if len(self._drawn) > _MOST_KEPT:
                    self._drawn.popitem(last=False)
            else:
                self._drawn.move_to_end(sheet)
        return found

    def close(self) -> None:
        """End the process that draws."""
        self._worker.close()


def read_again(path: Path) -> Parse:
    """Read a kept PDF again and return how.

    Raises:
        UnreadableFileError: It cannot be read, or not in time.
    """
    worker = Worker(read_rendition, Limits())
    try:
        _, parse = _value(worker.do(path), say("the-file"))
    finally:
        worker.close()
    return parse


def _value(answer: Answer[Value], what: str) -> Value:
    if answer.value is None:
        raise UnreadableFileError(answer.error or f"{what} {answer.fault}")
    return answer.value
