"""Counts the cross-references that name nothing, document by document, in the background.

Finding the links of 30,000 units takes ten seconds. Nobody waits for that to see the rest of the
page, and it is done once for all visitors. Knows no Streamlit.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from concurrent.futures import Future

from corpus.catalogue import Catalogue


class UnresolvedCounting:
    """One count over a library's documents.

    Args:
        catalogue: Whose links are found, and stay found.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._lock = threading.Lock()
        self._begun = False
        self._done = 0
        self._found: Future[Mapping[str, int]] = Future()

    @property
    def total(self) -> int:
        """Number of documents."""
        return len(self._catalogue.documents)

    @property
    def done(self) -> int:
        """Number of documents that have been counted."""
        return self._done

    @property
    def running(self) -> bool:
        """Whether it has begun and not ended."""
        return self._begun and not self._found.done()

    def start(self) -> None:
        """Begin, unless that has been done."""
        with self._lock:
            if self._begun:
                return
            self._begun = True
        threading.Thread(target=self._count, daemon=True).start()

    def counts(self, seconds: float = 0.0) -> Mapping[str, int] | None:
        """Return the number of references that name nothing, by symbol, where there are any.

        Args:
            seconds: How long to wait for it.

        Returns:
            None if it is not known yet.
        """
        try:
            return self._found.result(seconds)
        except TimeoutError:
            return None

    def _count(self) -> None:
        try:
            found = {}
            for document in self._catalogue.documents:
                number = len(self._catalogue.links(document.symbol).unresolved)
                if number:
                    found[document.symbol] = number
                self._done += 1
            self._found.set_result(found)
        except Exception as error:
            self._found.set_exception(error)  # whoever asks for the counts is told
