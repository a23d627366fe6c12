"""Which document a visitor reads, and where in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

PAGE = "read.py"
"""The page that shows it."""

_READING = "reading-place"
_READ = "documents-read"


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """A place in a document that is read.

    Attributes:
        document: Symbol of the document.
        label: Label of the unit to bring into view; empty for the beginning.
        round: Grows with every place, so that one can be gone to twice.
    """

    document: str = ""
    label: str = ""
    round: int = 0


def reading_place() -> ReadingPlace:
    """Return what this visitor reads; before they chose, no document."""
    found = st.session_state.get(_READING)
    return found if isinstance(found, ReadingPlace) else ReadingPlace()


def read_at(document: str, label: str = "") -> None:
    """Read a document, at a unit if one is named."""
    before = reading_place()
    st.session_state[_READING] = replace(
        before, document=document, label=label, round=before.round + 1
    )
    st.session_state[_READ] = _read() | {document}


def was_read(document: str) -> bool:
    """Tell whether this visitor has been at a document in this visit."""
    return document in _read()


def _read() -> frozenset[str]:
    found = st.session_state.get(_READ)
    return found if isinstance(found, frozenset) else frozenset()
