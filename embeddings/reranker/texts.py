"""What the reranker reads of a unit."""

from __future__ import annotations

from corpus.types import Unit
from embeddings.passages import context_of

_TITLE_WORDS = 24
"""Where a document's title is cut, so that the unit has room."""


def text_to_read(title: str, unit: Unit) -> str:
    """Return a unit after the title of its document and its own context.

    Args:
        title: From `short_title`; empty for none.
        unit: The unit.
    """
    return f"{title} {context_of(unit)} {unit.text}".strip()


def short_title(title: str) -> str:
    """Return a title as it is read: its first words, ended by a full stop."""
    words = " ".join(title.split()[:_TITLE_WORDS])
    return f"{words}." if words else ""
