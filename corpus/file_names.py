"""Names of files as they may be shown and kept: any file system's, any archive's."""

from __future__ import annotations

_JOINERS = "\u200c\u200d"
"""Invisible, but part of how words in Persian, Hindi and others are spelt."""


def printable(name: str) -> str:
    """Return a name with the replacement character for what must not be shown or stored.

    That is control characters (a line feed would end a message, an escape character command a
    terminal), marks that turn the direction of writing, and bytes that are no characters.
    """
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() or c in _JOINERS else "\ufffd" for c in name)
