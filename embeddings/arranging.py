"""Documents of the library and new ones -> what the library is to hold."""

from __future__ import annotations

from collections.abc import Sequence

import corpus.documents
from corpus.types import Document
from embeddings.build import put_together


def arrange(old: Sequence[Document], new: Sequence[Document]) -> tuple[Document, ...]:
    """Return all documents: new ones in the place of their old selves, revisions told apart."""
    return reconcile(put_together(old, new))


def arrange_new(old: Sequence[Document], new: Sequence[Document]) -> tuple[Document, ...]:
    """Return the new documents alone."""
    del old
    return reconcile(new)


def reconcile(documents: Sequence[Document]) -> tuple[Document, ...]:
    found = getattr(corpus.documents, "reconcile", None)
    return tuple(documents) if found is None else found(documents)
