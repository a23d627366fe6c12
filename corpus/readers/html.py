"""HTML -> `Source`: the text that a browser shows, without the page's navigation."""

from __future__ import annotations

import codecs
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator

from corpus.errors import UnreadableFileError
from corpus.readers.html_blocks import BlockBuilder
from corpus.readers.html_marks import find_notes, split_lines
from corpus.readers.html_types import Block
from corpus.readers.text import decode
from corpus.source import Source, SourceBuilder

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|"
    rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_LATIN_1 = frozenset({"iso8859-1", "latin-1", "ascii"})
_NOT_TEXT = {
    code: None
    for code in (*range(0x20), *range(0x7F, 0xA0), 0xAD, 0x200B, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF)
    if chr(code) not in "\t\n\r\f\x85"
}
"""Control characters, and those that only say where a line may break."""
_LONE_MARKER = re.compile(r"(?:\(\d{1,4}\)|\d{1,4}(?:\.\d{1,4})*\.|\([a-z]{1,4}\))\Z")
"""Years, pages and headings such as ``I.`` are none."""
_PIECE = 1 << 20
_DATES = (
    "dcterms.issued",
    "dcterms.date",
    "dc.date.issued",
    "dc.date",
    "article:published_time",
    "citation_publication_date",
    "date",
)


def read_html(data: bytes, where: str, name: str) -> Source:
    """Read a web page.

    Args:
        data: The file's bytes.
        where: The file as messages name it.
        name: The file's name, without its folder.

    Raises:
        UnreadableFileError: Its encoding cannot be told, or it is no page.
    """
    text = decode_html(data, where)
    return source_from_html(text, where, name=name, sha256=hashlib.sha256(data).hexdigest())


def source_from_html(text: str, where: str, *, name: str = "", sha256: str = "") -> Source:
    """Return the source of a decoded page.

    Raises:
        UnreadableFileError: It is no page.
    """
    from lxml.etree import HTMLParser, LxmlError

    target = BlockBuilder()
    # Deep pages are no danger here: nothing is kept of an element but what its end must undo.
    parser = HTMLParser(target=target, huge_tree=True)
    text = text.translate(_NOT_TEXT)
    try:
        for start in range(0, len(text), _PIECE):
            parser.feed(text[start : start + _PIECE])
        if text.strip():
            parser.close()
    except LxmlError as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise UnreadableFileError(
            f"{where} cannot be read as HTML: {reason}. Save it as PDF or text."
        ) from None
    target.close()
    notes, taken = find_notes(target.blocks, target.anchors)
    builder = SourceBuilder()
    _write(builder, _join_markers(b for at, b in enumerate(target.blocks) if at not in taken))
    return Source(
        name=name,
        sha256=sha256,
        text=builder.text,
        lines=tuple(builder.lines),
        notes=tuple(notes),
        format="html",
        properties=_properties(target),
    )


def decode_html(data: bytes, where: str) -> str:
    """Return a page's text: by its byte order mark, by what it declares, else by its bytes.

    Raises:
        UnreadableFileError: See `corpus.readers.text.decode`.
    """
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE)):
        return decode(data, where)
    match = _DECLARED.search(data[:4096])
    if match:
        try:
            codec = codecs.lookup((match[1] or match[2]).decode("ascii"))
            # What is declared in bytes of ASCII is not UTF-16, and Latin-1 means Windows-1252.
            if not codec.name.startswith("utf-16"):
                encoding = "cp1252" if codec.name in _LATIN_1 else codec.name
                text = data.replace(b"\x00", b"").decode(encoding, errors="replace")
                if text.count("\ufffd") <= len(text) // 1000:
                    return text
        except (LookupError, UnicodeError):
            pass  # no such encoding, or none of text
    return decode(data, where)


def _join_markers(blocks: Iterable[Block]) -> Iterator[Block]:
    """Put a number that has a block to itself in front of the block that it belongs to."""
    lone: Block | None = None
    for block in blocks:
        if lone is not None:
            if block.role or block.marker or _LONE_MARKER.match(block.words):
                yield lone
            else:
                block.marker = f"{lone.words} "
            lone = None
        if not (block.role or block.marker) and _LONE_MARKER.match(block.words):
            lone = block
        else:
            yield block
    if lone is not None:
        yield lone


def _write(builder: SourceBuilder, blocks: Iterable[Block]) -> None:
    for block in blocks:
        if not block.tight:
            builder.blank()
        lines, marks = split_lines(block)
        for at, (text, found) in enumerate(zip(lines, marks, strict=True)):
            line = unicodedata.normalize("NFC", text.strip(" \r\f\x85"))
            if at == 0:
                line = (block.marker + line).strip()
            if line.strip():
                builder.add(line, role=block.role, level=block.level, kind=block.kind, marks=found)
            else:
                builder.blank()


def _properties(page: BlockBuilder) -> dict[str, str]:
    """Return what a page states of itself."""
    language = page.language or page.meta.get("content-language", "")
    dates = (page.meta[name] for name in _DATES if name in page.meta)
    stated = {
        "title": page.title,
        "language": re.split(r"[-_,;\s]", language.strip().lower())[0],
        "created": next(dates, ""),
        "description": page.meta.get("description", ""),
    }
    folded = {key: " ".join(text.split()) for key, text in stated.items()}
    return {key: text for key, text in folded.items() if text}
