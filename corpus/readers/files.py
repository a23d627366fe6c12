"""One file -> `Source`: chooses the reader by what the file holds, not by how it is called."""

from __future__ import annotations

import re
from pathlib import Path

from corpus.errors import UnreadableFileError
from corpus.readers.text import read_text
from corpus.source import Source

MAX_BYTES = 200_000_000
"""Larger files are refused: no text of a document is that long."""

_MARKDOWN = frozenset({".md", ".markdown"})
SUFFIXES = _MARKDOWN | {".pdf", ".docx", ".html", ".htm", ".xhtml", ".txt", ".text"}
"""Endings of the files that are looked at in a folder."""

_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<body[\s>]", re.IGNORECASE)
_OTHERS = {
    b"\xd0\xcf\x11\xe0": "an old Word, Excel or PowerPoint file",
    b"{\\rtf": "a rich-text file",
}


def read_source(path: Path) -> Source:
    """Read one rendition.

    Raises:
        UnreadableFileError: The file is missing, empty, too large, or of no known format.
    """
    if path.is_dir():
        raise UnreadableFileError(f"{path} is a folder. Name the files in it: {path}/*.txt")
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableFileError(
                f"{path} has {size:,} bytes; the most is {MAX_BYTES:,}. Split it."
            )
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreadableFileError(f"Cannot read {path}: {reason}. Check the path.") from None
    source = read_bytes(data, str(path), path.name)
    if not source.text.strip():
        raise UnreadableFileError(f"{path} holds no text. Choose another file.")
    return source


def read_bytes(data: bytes, where: str, name: str) -> Source:
    """Read a rendition's bytes with the reader that their first bytes ask for.

    Args:
        data: The whole file.
        where: The file as messages name it.
        name: The file's name, without its folder.

    Raises:
        UnreadableFileError: They are of no known format, or damaged.
    """
    if b"%PDF-" in data[:1024]:
        from corpus.readers.pdf import read_pdf

        return read_pdf(data, where, name)
    if data.startswith(b"PK\x03\x04"):
        from corpus.readers.docx import is_docx, read_docx

        if is_docx(data):
            return read_docx(data, where, name)
        raise UnreadableFileError(
            f"{where} is a ZIP file, not one document. Unpack it and name the files in it."
        )
    for start, what in _OTHERS.items():
        if data.startswith(start):
            raise UnreadableFileError(f"{where} is {what}. Save it as DOCX or PDF.")
    if _HTML.search(data[:4096]):
        from corpus.readers.html import read_html

        return read_html(data, where, name)
    if Path(name).suffix.lower() in _MARKDOWN:
        from corpus.readers.markdown import read_markdown

        return read_markdown(data, where, name)
    return read_text(data, where, name)
