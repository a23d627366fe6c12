"""DOCX -> `Source`: Word documents with their automatic numbers, tables, notes and headings."""

from __future__ import annotations

import hashlib

from corpus.errors import UnreadableFileError
from corpus.readers.docx_blocks import Block, Paragraph, paragraphs
from corpus.readers.docx_lines import LineWriter
from corpus.readers.docx_marks import TypedNotes
from corpus.readers.docx_notes import Notes
from corpus.readers.docx_numbering import Numbering
from corpus.readers.docx_package import Package, is_docx
from corpus.readers.docx_properties import core_properties, first_header
from corpus.readers.docx_runs import NoteKind
from corpus.readers.docx_story import Story
from corpus.readers.docx_styles import Styles
from corpus.readers.docx_xml import Element, W
from corpus.source import Source
from corpus.types import Problem

__all__ = ["is_docx", "read_docx"]


def read_docx(data: bytes, where: str, name: str) -> Source:
    """Read a Word document.

    Args:
        data: The file's bytes.
        where: The file as messages name it.
        name: The file's name, without its folder.

    Raises:
        UnreadableFileError: It is damaged, encrypted, no Word document, or unpacks to too much.
    """
    try:
        return _read(Package(where, data), name)
    except (RecursionError, MemoryError):
        raise UnreadableFileError(
            f"{where} is too large or too deeply nested. Split it, or save it as PDF."
        ) from None


def _read(package: Package, name: str) -> Source:
    main = package.part("", "officeDocument") or "word/document.xml"
    root = package.xml(main)
    body = root.find(W + "body") if root is not None else None
    if body is None:
        raise UnreadableFileError(
            f"{package.where} holds no Word text ({main} is missing or another kind of part). "
            "Save it as DOCX with Word."
        )

    def part(kind: str) -> Element | None:
        return package.xml(package.part(main, kind))

    styles = Styles(part("styles"))
    numbering = Numbering(part("numbering"), styles)
    sections = [e for e in body.iter(W + "sectPr") if not _is_former(e)]
    roots: dict[NoteKind, Element | None] = {
        "footnote": part("footnotes"),
        "endnote": part("endnotes"),
    }
    notes = Notes(roots, part("settings"), sections)
    story = Story(package.where, styles, numbering, notes)
    blocks = story.blocks(body)
    header = first_header(package, main, sections[0] if sections else None, styles, numbering)
    everything = list(paragraphs(blocks))
    typed = TypedNotes(everything, header)

    # All footnotes are one story, all endnotes another (lists go on from note to note).
    stories = {kind: Story(package.where, styles, numbering) for kind in roots}
    kept: list[Block] = []

    def note_text(kind: NoteKind, key: str, mark: str) -> str:
        content = notes.content(kind, key)
        inner = stories[kind].blocks(content) if content is not None else []
        kept.extend(inner)  # `typed` knows paragraphs by identity: none may be freed
        lines = (typed.lines(p) for p in paragraphs(inner))
        words = " ".join(text for printed in lines for text, _, _ in printed)
        return " ".join(words.split()).removeprefix(mark).strip()

    total = sum(_length(p) for p in everything)
    framed = sum(_length(p) for p in everything if p.framed)
    boxed = sum(_length(p) for o in everything for box in o.boxes for p in paragraphs(box))
    writer = LineWriter(
        typed,
        note_text,
        total=total,
        frames_are_text=2 * framed > total,
        boxes_are_text=2 * boxed > total,
    )
    writer.write(blocks)
    properties = core_properties(package.xml(package.part("", "core-properties")))
    properties["language"] = styles.language or properties.get("language", "")
    properties["header"] = header
    return Source(
        name=name,
        sha256=hashlib.sha256(package.data).hexdigest(),
        text=writer.builder.text,
        lines=tuple(writer.builder.lines),
        notes=tuple(writer.notes),
        format="docx",
        properties={key: text for key, text in properties.items() if text},
        faults=tuple(_faults(story)),
    )


def _is_former(section: Element) -> bool:
    """Tell whether section properties are those before a tracked change."""
    parent = section.getparent()
    return parent is not None and parent.tag == W + "sectPrChange"


def _length(paragraph: Paragraph) -> int:
    return sum(len(piece.text) for piece in paragraph.pieces)


def _faults(story: Story) -> list[Problem]:
    found = []
    if numberless := story.fields.numberless:
        found.append(
            Problem(
                "numbering",
                "",
                "1 number is a field (AUTONUM, LISTNUM) that the file does not hold the number of; "
                "this paragraph comes without one."
                if numberless == 1
                else f"{numberless} numbers are fields (AUTONUM, LISTNUM) that the file does not "
                "hold the numbers of; these paragraphs come without one.",
            )
        )
    if story.unread:
        found.append(
            Problem(
                "parts",
                "",
                "1 embedded document in it is not read."
                if story.unread == 1
                else f"{story.unread} embedded documents in it are not read.",
            )
        )
    return found
