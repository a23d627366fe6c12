"""What can be wrong with a public collection.

PinciteError
└── CollectionError            its folder or a file of it is missing or not in the published format
"""

from __future__ import annotations

from corpus.errors import PinciteError


class CollectionError(PinciteError):
    """A collection's folder or a file of it is missing or not in the published format."""
