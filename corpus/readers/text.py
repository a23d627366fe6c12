"""Plain text and Markdown -> `Source`: decoding, line ends, and inline markup."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import replace

from corpus.errors import UnreadableFileError
from corpus.source import Source, make_source
from corpus.types import Furniture

_WESTERN = ("cp1252", "mac_roman")
"""Tried first: what most official documents in one-byte encodings are in."""

_MARKUP = (
    re.compile(r"</?(?:i|b|em|strong|u|sup|sub|span)>", re.IGNORECASE),
    re.compile(r"\*\*(?=\S)(?P<inner>[^*]{1,400}?)(?<=\S)\*\*"),
    re.compile(r"(?<![\w*])\*(?=[^\s*])(?P<inner>[^*\n]{1,200}?)(?<=[^\s*])\*(?![\w*])"),
)


def read_text(data: bytes, where: str, name: str) -> Source:
    """Read plain text of any encoding and with any line ends.

    Args:
        data: The file's bytes.
        where: The file as messages name it.
        name: The file's name, without its folder.

    Raises:
        UnreadableFileError: It is not text, or its encoding cannot be told.
    """
    text = decode(data, where)
    return source_from_text(text, name=name, sha256=hashlib.sha256(data).hexdigest())


def decode(data: bytes, where: str) -> str:
    """Return the text that bytes stand for, in whatever encoding.

    Raises:
        UnreadableFileError: They are not text, or their encoding cannot be told.
    """
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
                    f"{where} begins as {encoding} but is not: byte {error.start}. "
                    "Save it as UTF-8 text."
                ) from None
    if b"\x00" in data:
        raise UnreadableFileError(
            f"{where} is not a document that can be read. Save it as PDF, DOCX, HTML or UTF-8 text."
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if _is_mac_roman(data):
        return data.decode("mac_roman")
    from charset_normalizer import from_bytes

    sample = data[:200_000]
    best = from_bytes(sample, cp_isolation=list(_WESTERN)).best() or from_bytes(sample).best()
    if best is None:
        raise UnreadableFileError(f"{where} has no encoding that can be told. Save it as UTF-8.")
    return data.decode(best.encoding, errors="replace")


def _is_mac_roman(data: bytes) -> bool:
    """Tell Mac Roman from Windows-1252, whose texts differ in little but their quotes and dashes.

    The codes of the one's quotes and dashes are accented capitals in the other, which hardly ever
    stand so often; old Macs also end lines with a carriage return alone.
    """
    carriage = data.count(b"\r") > data.count(b"\n") * 4
    mac = sum(data.count(bytes([code])) for code in (0xD0, 0xD1, 0xD2, 0xD3, 0xD4, 0xD5))
    windows = sum(data.count(bytes([code])) for code in range(0x91, 0x98))
    return mac > 2 * windows and (carriage or mac > 20)


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
