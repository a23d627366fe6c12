"""What a DOCX states of itself: core properties, language, and its first page's header."""

from __future__ import annotations

from corpus.readers.docx_blocks import paragraphs
from corpus.readers.docx_marks import TypedNotes
from corpus.readers.docx_numbering import Numbering
from corpus.readers.docx_package import Package
from corpus.readers.docx_story import Story
from corpus.readers.docx_styles import Styles
from corpus.readers.docx_xml import Element, R, W, is_on

LONGEST_HEADER = 500
_LONGEST = 1000
_CORE = {
    "title": "title",
    "subject": "subject",
    "keywords": "keywords",
    "created": "created",
    "modified": "modified",
    "language": "language",
}


def core_properties(root: Element | None) -> dict[str, str]:
    """Return what docProps/core.xml states: title, subject, keywords, dates and language."""
    found: dict[str, str] = {}
    for child in root if root is not None else ():
        key = _CORE.get(child.tag.rpartition("}")[2])
        text = " ".join((child.text or "").split())[:_LONGEST]
        if key and text:
            found.setdefault(key, text)
    return found


def first_header(
    package: Package, main: str, section: Element | None, styles: Styles, numbering: Numbering
) -> str:
    """Return the header of the first page, lines divided by line feeds; empty without one."""
    if section is None:
        return ""
    title_page = section.find(W + "titlePg")
    kinds = ["default", "first", "even"]
    if title_page is not None and is_on(title_page):
        kinds = ["first", "default", "even"]
    parts = package.related(main)
    references = {
        child.get(W + "type") or "default": parts.get(child.get(R + "id") or "")
        for child in section
        if child.tag == W + "headerReference"
    }
    for kind in kinds:
        target = references.get(kind)
        root = package.xml(target[1]) if target is not None else None
        if root is None:
            continue
        blocks = Story(package.where, styles, numbering).blocks(root)
        plain = TypedNotes((), "")
        lines = [
            " ".join(text.split()) for p in paragraphs(blocks) for text, _, _ in plain.lines(p)
        ]
        text = "\n".join(filter(None, lines))
        if text:
            return text[:LONGEST_HEADER]
    return ""
