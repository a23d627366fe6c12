"""What can be wrong with what the parser is measured on.

PinciteError
└── GoldError                  a folder or file of gold labels is missing or not in its format
"""

from __future__ import annotations

from corpus.errors import PinciteError


class GoldError(PinciteError):
    """A folder or file of gold labels is missing or not in its format."""
