"""XML -> blocks: reads the paragraphs and tables of one story in order.

Here automatic numbers are counted, paragraphs whose mark is deleted or hidden run into the next
one, and tables keep their cells, so that `docx_tables` can decide what each is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.errors import UnreadableFileError
from corpus.readers.docx_blocks import Block, Cell, Paragraph, Row, Table
from corpus.readers.docx_fields import Fields
from corpus.readers.docx_notes import Notes
from corpus.readers.docx_numbering import Counters, Numbering
from corpus.readers.docx_runs import Piece, alternative, is_placeholder, read_runs
from corpus.readers.docx_styles import (
    NumberRef,
    StyleFacts,
    Styles,
    has_box,
    has_leader,
    outline_level,
)
from corpus.readers.docx_xml import MC, Element, W, is_on, number, value

MAX_NESTED = 20
"""Tables and boxes inside each other."""

_MOST_SPAN = 64
_WRAPPERS = frozenset(W + name for name in ("sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_GONE = (W + "del", W + "moveFrom")


@dataclass(slots=True)
class Story:
    """Reads the blocks of one story.

    Attributes:
        where: The file as messages name it.
        styles: Of the document.
        numbering: Of the document.
        notes: Of the document; None within a note.
        fields: That are open at this point.
        unread: Parts in other formats that were met and are not read.
    """

    where: str
    styles: Styles
    numbering: Numbering
    notes: Notes | None = None
    fields: Fields = field(default_factory=Fields)
    unread: int = 0
    _counters: Counters = field(init=False)
    _carried: Paragraph | None = None
    _depth: int = 0

    def __post_init__(self) -> None:
        self._counters = Counters(self.numbering)

    def blocks(self, container: Element) -> list[Block]:
        """Return the blocks of a body, cell, note or text box.

        Raises:
            UnreadableFileError: Tables or boxes are nested too deeply.
        """
        if self._depth >= MAX_NESTED:
            raise UnreadableFileError(
                f"{self.where} has tables in tables more than {MAX_NESTED} deep. Save it as PDF."
            )
        self._depth += 1
        found: list[Block] = []
        for child, contents in _unwrap(container):
            if child.tag == W + "p":
                paragraph = self._paragraph(child)
                if paragraph is not None:
                    paragraph.kind = "contents" if contents else paragraph.kind
                    found.append(paragraph)
            elif child.tag == W + "tbl":
                found += self._take_carried()
                found.append(self._table(child))
            elif child.tag in {W + "altChunk", W + "subDoc"}:
                self.unread += 1
        found += self._take_carried()
        self._depth -= 1
        return found

    def _take_carried(self) -> list[Paragraph]:
        """Return text that waited for a paragraph to become part of, where none came."""
        waiting = [] if self._carried is None else [self._carried]
        self._carried = None
        return waiting

    def _paragraph(self, element: Element) -> Paragraph | None:
        properties = element.find(W + "pPr")
        style = self.styles.paragraph(value(properties, "pStyle"))
        runs = read_runs(element, style, self.styles, self.fields)
        pieces = [self._marked(piece) for piece in runs.pieces]
        first, self._carried = self._carried, None
        deleted, hidden = _mark(properties, style)
        empty = not pieces and not runs.boxes and first is None
        counted = not ((deleted or hidden) and empty)
        if properties is not None and self.notes is not None:
            if properties.find(W + "sectPr") is not None:
                self.notes.end_section()
            self.notes.pages += sum(1 for _ in element.iter(W + "lastRenderedPageBreak"))
        if not counted:
            return None
        frame = properties.find(W + "framePr") if properties is not None else None
        drop_cap = frame is not None and frame.get(W + "dropCap") in {"drop", "margin"}
        direct = outline_level(properties)
        paragraph = Paragraph(
            pieces,
            level=style.level if direct is None else direct,
            kind="contents" if runs.contents or style.kind == "contents" else style.kind,
            framed=not drop_cap and (frame is not None or style.framed),
            leaders=style.leaders
            or (properties is not None and has_leader(properties.find(W + "tabs"))),
        )
        if first is not None:
            first.pieces.extend(pieces)
            paragraph.pieces, paragraph.boxes = first.pieces, first.boxes
            paragraph.number = first.number
            paragraph.level = 0 if first.level != paragraph.level else first.level
        # Text before a deleted mark takes the number of the paragraph that it becomes part of.
        if paragraph.number is None and not deleted:
            paragraph.number = self._counters.next(_number_ref(properties, style))
        paragraph.boxes.extend(self._box(box) for box in runs.boxes)
        if deleted or hidden or drop_cap:
            self._carried = paragraph
            return None
        return paragraph

    def _box(self, content: Element) -> list[Block]:
        """Read a text box: a story of its own, with its own counts."""
        inner = Story(self.where, self.styles, self.numbering, self.notes, _depth=self._depth)
        blocks = inner.blocks(content)
        self.unread += inner.unread
        self.fields.numberless += inner.fields.numberless
        return blocks

    def _marked(self, piece: Piece) -> Piece:
        """Give a reference to a note its printed mark."""
        if piece.note is None or self.notes is None:
            return piece
        return piece._replace(text=self.notes.refer(*piece.note, piece.text))

    def _table(self, element: Element) -> Table:
        properties = element.find(W + "tblPr")
        style = value(properties, "tblStyle")
        borders = properties.find(W + "tblBorders") if properties is not None else None
        cell_borders = element.find(f"{W}tr/{W}tc/{W}tcPr/{W}tcBorders")
        look = properties.find(W + "tblLook") if properties is not None else None
        rows: list[Row] = []
        for child, _ in _unwrap(element):
            if child.tag == W + "tr":
                row = self._row(child)
                if row is not None:
                    rows.append(row)
        return Table(
            rows,
            bordered=has_box(borders)
            or has_box(cell_borders)
            or (borders is None and self.styles.has_borders(style)),
            marked=_shows_first_row(look) and self.styles.marks_first_row(style),
        )

    def _row(self, element: Element) -> Row | None:
        properties = element.find(W + "trPr")
        header, column = False, 0
        for child in properties if properties is not None else ():
            if child.tag == W + "del" or (child.tag == W + "hidden" and is_on(child)):
                return None
            if child.tag == W + "tblHeader":
                header = is_on(child)
            elif child.tag == W + "gridBefore":
                column = number(child.get(W + "val"), most=_MOST_SPAN) or 0
        cells: list[Cell] = []
        for child, _ in _unwrap(element):
            if child.tag != W + "tc":
                continue
            looks = child.find(W + "tcPr")
            merged = looks is not None and (
                _goes_on(looks.find(W + "vMerge")) or _goes_on(looks.find(W + "hMerge"))
            )
            gone = looks is not None and looks.find(W + "cellDel") is not None
            # Word does not count the paragraphs of a cell that goes on with the one above.
            cells.append(Cell(column, [] if merged or gone else self.blocks(child)))
            column += number(value(looks, "gridSpan"), least=1, most=_MOST_SPAN) or 1
        return Row(cells, header)


def _unwrap(container: Element) -> Iterator[tuple[Element, bool]]:
    """Yield children, those of wrappers included, and whether they are a table of contents."""
    waiting: list[tuple[Iterator[Element], bool]] = [(iter(container), False)]
    while waiting:
        children, contents = waiting[-1]
        child = next(children, None)
        if child is None:
            waiting.pop()
        elif child.tag == W + "sdt":
            if not is_placeholder(child):
                gallery = child.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
                made = gallery is not None and gallery.get(W + "val") == "Table of Contents"
                waiting.append((iter(child), contents or made))
        elif child.tag in _WRAPPERS:
            waiting.append((iter(child), contents))
        elif child.tag == MC + "AlternateContent":
            waiting.append((iter(alternative(child)), contents))
        else:
            yield child, contents


def _number_ref(properties: Element | None, style: StyleFacts) -> NumberRef:
    """Return which number a paragraph takes: what it says itself goes before its style."""
    direct = properties.find(W + "numPr") if properties is not None else None
    num_id = value(direct, "numId")
    level = number(value(direct, "ilvl"), most=8)
    return NumberRef(style.number.num_id if num_id is None else num_id, level, style.number.styles)


def _mark(properties: Element | None, style: StyleFacts) -> tuple[bool, bool]:
    """Tell whether the mark at the paragraph's end is deleted, and whether it is hidden."""
    deleted, hidden = False, style.hidden
    mark = properties.find(W + "rPr") if properties is not None else None
    for child in mark if mark is not None else ():
        deleted = deleted or child.tag in _GONE
        if child.tag == W + "vanish":
            hidden = is_on(child)
    return deleted, hidden


def _goes_on(merge: Element | None) -> bool:
    return merge is not None and (merge.get(W + "val") or "continue") == "continue"


def _shows_first_row(look: Element | None) -> bool:
    if look is None:
        return False
    shown = look.get(W + "firstRow")
    if shown is not None:
        return shown.lower() in {"1", "true", "on"}
    try:
        return bool(int(look.get(W + "val") or "0", 16) & 0x20)
    except ValueError:
        return False
