"""A conversation -> a Word document, with real footnotes where the references stand in such.

python-docx writes the document; footnotes it does not know, so they are made here as a part of
their own (ECMA-376, part 1, 17.11), with the two separators that Word expects.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from assistant.citation_styles import Cited, as_footnote, as_reference
from assistant.escaping import visible
from assistant.transcript import HEADINGS, Referencing, Source, Transcript, Turn, on_one_line
from assistant.transcript_words import Words
from corpus.display import display_places

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NOTE_TEXT, _NOTE_MARK = "footnote text", "footnote reference"
_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))
_LONGEST_TITLE = 255  # of the document's properties

_Refer = Callable[["Paragraph", Cited], None]
"""Puts behind a quote what refers to its source."""


def write_docx(transcript: Transcript, references: Referencing) -> bytes:
    """Return the conversation as the bytes of a DOCX file.

    Args:
        transcript: The conversation.
        references: Where the references stand.
    """
    from docx import Document

    document = Document()
    properties = document.core_properties
    properties.title = visible(transcript.title)[:_LONGEST_TITLE]
    properties.author, properties.comments = "Pincite", ""
    notes: list[str] = []

    def refer(paragraph: Paragraph, cited: Cited) -> None:
        if references == "footnotes":
            notes.append(as_footnote([cited]))
            _mark_note(paragraph, len(notes))
        else:
            paragraph.add_run(f" ({as_reference([cited])})")

    _set_styles(document)
    _add(document, transcript.title, "Title")
    _add(document, transcript.head, "Subtitle")
    for turn in transcript.turns:
        _write_turn(document, turn, transcript.words, refer)
    if transcript.sources:
        _add(document, transcript.words.annex, "Heading 1")
    for source in transcript.sources:
        _write_source(document, source)
    if notes:
        _add_notes(document, notes)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _write_turn(document: WordDocument, turn: Turn, words: Words, refer: _Refer) -> None:
    _add(document, turn.question, "Heading 1")
    for note in turn.notes:
        _add(document, note, "Caption")
    if turn.statement:
        _add(document, turn.statement)
    for group in turn.groups:
        if group.lead_in:
            _add(document, group.lead_in)
        for one in group.cited:
            refer(_add(document, f"“{one.quote}”", "Quote"), one)
    if turn.nearest:
        _add(document, words.nearest)
    for one in turn.nearest:
        refer(_add(document, f"“{one.quote}”", "List Bullet"), one)


def _write_source(document: WordDocument, source: Source) -> None:
    _add(document, source.name, "Heading 2")
    for caution in source.cautions:
        _add(document, caution, "Caption")
    for unit in source.units:
        _add(document, display_places([unit]), "Heading 3")
        if unit.heading_path:
            _add(document, HEADINGS.join(unit.heading_path), "Caption")
        if unit.lead_in:
            _add(document, unit.lead_in)
        _add(document, f"{unit.marker} {unit.text}".strip(), "Quote")
        for note in unit.notes:
            _add(document, note, "List Bullet")


def _add(document: WordDocument, text: str, style: str = "Normal") -> Paragraph:
    """Add a paragraph of foreign text, from right to left if its letters are."""
    from docx.oxml import OxmlElement

    paragraph = document.add_paragraph(style=style)
    run = paragraph.add_run(on_one_line(visible(text)))
    if _runs_from_right(text):
        run.font.rtl = True
        # Among a paragraph's properties its place is fixed; behind the style nothing comes before.
        paragraph.paragraph_format.element.get_or_add_pPr().append(OxmlElement("w:bidi"))
    return paragraph


def _runs_from_right(text: str) -> bool:
    """Tell whether the first letter belongs to a script that runs from right to left."""
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((d for d in directions if d in {"L", "R", "AL"}), "L") != "L"


def _set_styles(document: WordDocument) -> None:
    """Give quotes an indent in place of italics, which would hide those of the text, and so on."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    quote, caption = document.styles["Quote"], document.styles["Caption"]
    quote.font.italic = False
    quote.paragraph_format.left_indent = Pt(18)
    caption.font.bold = False
    caption.font.color.rgb = RGBColor(0x55, 0x55, 0x55)
    for level in (1, 2, 3):
        document.styles[f"Heading {level}"].paragraph_format.space_after = Pt(4)
    text = document.styles.add_style(_NOTE_TEXT, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    text.base_style = document.styles["Normal"]
    text.font.size = Pt(9)
    text.paragraph_format.space_after = Pt(2)
    mark = document.styles.add_style(_NOTE_MARK, WD_STYLE_TYPE.CHARACTER, builtin=True)
    mark.font.superscript = True


def _mark_note(paragraph: Paragraph, number: int) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = paragraph.add_run(style=_NOTE_MARK)
    mark = OxmlElement("w:footnoteReference")
    mark.set(qn("w:id"), str(number))
    run.element.append(mark)


def _add_notes(document: WordDocument, notes: list[str]) -> None:
    """Add the part with the footnotes, and tell the settings of its separators."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    text_style = document.styles[_NOTE_TEXT].style_id
    mark_style = document.styles[_NOTE_MARK].style_id
    written = [
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p>'
        "</w:footnote>"
        for kind, number in _SEPARATORS
    ]
    for number, note in enumerate(notes, start=1):
        written.append(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{text_style}"/></w:pPr>'
            f'<w:r><w:rPr><w:rStyle w:val="{mark_style}"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {escape(note)}</w:t></w:r></w:p></w:footnote>'
        )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:footnotes xmlns:w="{_NAMESPACE}">{"".join(written)}</w:footnotes>'
    )
    part = Part(
        PackURI("/word/footnotes.xml"),
        CONTENT_TYPE.WML_FOOTNOTES,
        xml.encode("utf-8"),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    separators = OxmlElement("w:footnotePr")
    for _, number in _SEPARATORS:
        one = OxmlElement("w:footnote")
        one.set(qn("w:id"), str(number))
        separators.append(one)
    # Its place in the sequence of the settings is before these two.
    settings = document.settings.element
    behind = next(
        (
            one
            for name in ("w:endnotePr", "w:compat")
            if (one := settings.find(qn(name))) is not None
        ),
        None,
    )
    if behind is not None:
        behind.addprevious(separators)
