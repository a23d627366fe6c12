"""Blocks -> lines: the last step, where each paragraph and row gets its role."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from corpus.readers.docx_blocks import Block, Paragraph, Row, Table, paragraphs
from corpus.readers.docx_marks import TypedNotes
from corpus.readers.docx_runs import NoteKind
from corpus.readers.docx_tables import columns, header_rows, kind_of
from corpus.source import Role, SourceBuilder, SourceNote

_LONGEST_HEADING = 60
_LONGEST_SENTENCE = 15
_REACH = 60
"""Lines above a table in which the last numbered paragraph is looked for."""
_NUMBERED = re.compile(r"(?P<number>\d{1,4}[A-Z]?(?:\.\d{1,4})*)\.?\s+[^\W\d_]")
_LEADER_LINE = re.compile(r"\S.*\t[\divxlcIVXLC]{0,6}\Z")

NoteText = Callable[[NoteKind, str, str], str]
"""Kind, key and mark of a note -> its words."""


@dataclass(slots=True)
class LineWriter:
    """Writes blocks to a source.

    Attributes:
        typed: The notes that are typed by hand.
        note_text: Reads a note that Word counts.
        total: Characters of all text, boxes included.
        builder: What has been written.
        notes: The notes that have been referred to, or met, in order.
    """

    typed: TypedNotes
    note_text: NoteText
    total: int
    frames_are_text: bool = False
    boxes_are_text: bool = False
    builder: SourceBuilder = field(default_factory=SourceBuilder)
    notes: list[SourceNote] = field(default_factory=list)
    _noted: set[tuple[NoteKind, str]] = field(default_factory=set)

    def write(self, blocks: Sequence[Block], *, aside: bool = False, prefix: str = "") -> None:
        """Write blocks in order.

        Args:
            blocks: Of the main text, a cell or a box.
            aside: Whether they stand beside the running text.
            prefix: A marker that stands before the first paragraph, in a cell of its own.
        """
        for block in blocks:
            if isinstance(block, Paragraph):
                prefix = self._paragraph(block, aside, prefix)
            else:
                self._table(block, aside)

    def _paragraph(self, paragraph: Paragraph, aside: bool, prefix: str = "") -> str:
        note = self.typed.notes.get(id(paragraph))
        if note is not None:
            self.notes.append(replace(note, line=len(self.builder.lines)))
        else:
            role, level, kind = self._role(paragraph, aside)
            lines = self.typed.lines(paragraph)
            if any(text for text, _, _ in lines):
                self.builder.blank()
            for text, marks, notes in lines:
                self._take(notes)
                if text:
                    text = text.replace("\t", " ") if role == "heading" else text
                    whole = f"{prefix} {text}" if prefix else text
                    self.builder.add(whole, role=role, level=level, kind=kind, marks=marks)
                    prefix = ""
        self._boxes(paragraph)
        return prefix

    def _boxes(self, paragraph: Paragraph) -> None:
        for box in paragraph.boxes:
            self.write(box, aside=not self.boxes_are_text)

    def _role(self, paragraph: Paragraph, aside: bool) -> tuple[Role, int, str]:
        text = self.typed.text(paragraph)
        raw = "".join(piece.text for piece in paragraph.pieces).strip(" ")
        led = paragraph.leaders and _LEADER_LINE.search(raw.strip("\n")) is not None
        if paragraph.kind == "contents" or led:
            return "furniture", 0, "contents"
        if paragraph.kind == "caption":
            return "caption", 0, ""
        beside = paragraph.kind == "note" or (paragraph.framed and not self.frames_are_text)
        if aside or beside:
            return "aside", 0, ""
        if paragraph.level and _could_be_heading(text):
            return "heading", paragraph.level, ""
        return "", 0, ""

    def _table(self, table: Table, aside: bool) -> None:
        words = sum(len(self.typed.text(p)) for p in paragraphs([table]))
        opening = not self.builder.lines and 2 * words < self.total
        kind = kind_of(table, self.typed.text, opening=opening, before=self._last_number())
        if kind in {"layout", "box"}:
            for row in table.rows:
                for cell in row.cells:
                    self.write(cell.blocks, aside=aside or kind == "box")
        elif kind == "markers":
            for row in table.rows:
                self._marker_row(row, aside)
        else:
            self._rows(table, kind == "contents")

    def _last_number(self) -> str:
        """Return the number of the last numbered paragraph of the running text."""
        recent = self.builder.lines[: -_REACH - 1 : -1]
        matches = (_NUMBERED.match(line.text) for line in recent if not line.role)
        return next((match["number"] for match in matches if match), "")

    def _marker_row(self, row: Row, aside: bool) -> None:
        filled = [c for c in row.cells if any(self.typed.text(p) for p in paragraphs(c.blocks))]
        if len(filled) == 2:
            marker = " ".join(filter(None, map(self.typed.text, paragraphs(filled[0].blocks))))
            self.write(filled[1].blocks, aside=aside, prefix=marker)
        else:
            for cell in filled:
                self.write(cell.blocks, aside=aside)

    def _rows(self, table: Table, contents: bool) -> None:
        headers = header_rows(table, self.typed.text)
        places = columns(table, headers, self.typed.text)
        self.builder.blank()
        for at, row in enumerate(table.rows):
            role: Role = "table header" if at < headers else "row"
            self._row(row, places, "furniture" if contents else role)

    def _row(self, row: Row, places: Sequence[int], role: Role) -> None:
        texts: list[list[str]] = [[] for _ in places]
        marks: list[str] = []
        boxes: list[Paragraph] = []
        for cell in row.cells:
            # A heading over several columns stands over the first of them.
            printed = texts[max(0, bisect_right(places, cell.column) - 1)]
            for paragraph in paragraphs(cell.blocks):
                note = self.typed.notes.get(id(paragraph))
                if note is not None:
                    self.notes.append(replace(note, line=len(self.builder.lines)))
                    continue
                boxes += [paragraph] if paragraph.boxes else []
                for text, own, notes in self.typed.lines(paragraph):
                    printed += [text.replace("\t", " ")] if text else []
                    marks += own
                    self._take(notes)
        line = "\t".join(map(" ".join, texts)).rstrip("\t")
        line = line.lstrip("\t") if role == "furniture" else line
        if line:
            kind = "contents" if role == "furniture" else ""
            self.builder.add(line, role=role, kind=kind, marks=tuple(marks))
        for paragraph in boxes:
            self._boxes(paragraph)

    def _take(self, notes: Sequence[tuple[NoteKind, str, str]]) -> None:
        for kind, key, mark in notes:
            if (kind, key) not in self._noted:
                self._noted.add((kind, key))
                words = self.note_text(kind, key, mark)
                if words:
                    self.notes.append(SourceNote(mark, words, line=len(self.builder.lines) + 1))


def _could_be_heading(text: str) -> bool:
    """Tell whether text that is styled as a heading can be one; clauses are often styled so."""
    words = len(text.split())
    return words <= _LONGEST_HEADING and not (
        words > _LONGEST_SENTENCE and text.endswith((".", ";", ":", ","))
    )
