"""Files -> `Source`: decoding, line ends, and inline markup."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import replace
from pathlib import Path

from corpus.errors import UnreadableFileError
from corpus.source import Source, make_source
from corpus.types import Furniture

MAX_BYTES = 200_000_000
"""Larger files are refused: no text of a document is that long."""

_WESTERN = ("cp1252", "mac_roman")
"""Tried first: what most official documents in one-byte encodings are in."""

_MARKUP = (
    re.compile(r"</?(?:i|b|em|strong|u|sup|sub|span)>", re.IGNORECASE),
    re.compile(r"\*\*(?=\S)(?P<inner>[^*]{1,400}?)(?<=\S)\*\*"),
    re.compile(r"(?<![\w*])\*(?=[^\s*])(?P<inner>[^*\n]{1,200}?)(?<=[^\s*])\*(?![\w*])"),
)


def _decode(data: bytes, path: Path) -> str:
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise UnreadableFileError(
                    f"{path} begins as {encoding} but is not: byte {error.start}. "
                    "Save it as UTF-8 text."
                ) from None
    if b"\x00" in data or data.startswith((b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise UnreadableFileError(
            f"{path} is not a text file. This version reads plain text: save it as UTF-8 .txt."
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    from charset_normalizer import from_bytes

    sample = data[:200_000]
    best = from_bytes(sample, cp_isolation=list(_WESTERN)).best() or from_bytes(sample).best()
    if best is None:
        raise UnreadableFileError(f"{path} has no encoding that can be told. Save it as UTF-8.")
    return data.decode(best.encoding, errors="replace")


def _strip_markup(text: str) -> tuple[str, tuple[Furniture, ...]]:
    found: list[Furniture] = []

    def drop(match: re.Match[str]) -> str:
        line = match.string.count("\n", 0, match.start()) + 1
        found.append(Furniture("markup", match.group().split("\n")[0][:60], line))
        return match.groupdict().get("inner") or ""

    for shape in _MARKUP:
        text = shape.sub(drop, text)
    return text, tuple(sorted(found, key=lambda f: f.line))


def source_from_text(text: str, *, name: str = "", sha256: str = "") -> Source:
    """Return the source of a decoded text: line ends unified, NFC, inline markup taken out."""
    unified = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    bare, markup = _strip_markup(unified)
    return replace(make_source(bare, name=name, sha256=sha256), markup=markup)


def read_source(path: Path) -> Source:
    """Read one rendition from a plain-text file of any encoding.

    Raises:
        UnreadableFileError: The file is missing, empty, too large or not text.
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
    text = _decode(data, path)
    if not text.strip():
        raise UnreadableFileError(f"{path} holds no text. Choose another file.")
    return source_from_text(text, name=path.name, sha256=hashlib.sha256(data).hexdigest())
