"""The text of one paragraph: its runs in reading order, without what is not to be read.

Left out: deleted and hidden text, instructions of fields, placeholders of forms. Kept for later:
what is raised (a footnote mark may be typed so), notes that are referred to, and text boxes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from corpus.readers.docx_styles import StyleFacts, Styles
from corpus.readers.docx_symbols import symbol
from corpus.readers.docx_xml import MC, XML, Element, M, W, is_on

NoteKind = Literal["footnote", "endnote"]

_SKIPPED = frozenset(
    W + name
    for name in (
        "del",
        "moveFrom",
        "pPr",
        "rPr",
        "rt",
        "delText",
        "delInstrText",
        "sdtPr",
        "sdtEndPr",
        "fldData",
    )
)
_BREAKS = {W + "br": "\n", W + "cr": "\n", W + "tab": "\t", W + "ptab": "\t"}
_HYPHENS = {W + "noBreakHyphen": "-", W + "softHyphen": ""}
_NOTES: dict[str, NoteKind] = {
    W + "footnoteReference": "footnote",
    W + "endnoteReference": "endnote",
}
_DRAWINGS = frozenset({W + "drawing", W + "pict", W + "object"})
_NUMBER_FIELDS = ("AUTONUM", "LISTNUM")


class Piece(NamedTuple):
    """A stretch of a paragraph's text that looks the same.

    Attributes:
        text: May hold tabs and line feeds.
        raised: Whether it is superscript.
        strong: Whether it is bold or italic.
        note: Kind and key of the note that it refers to; `text` is then a mark that the author
            chose, or empty where Word counts the notes.
    """

    text: str
    raised: bool = False
    strong: bool = False
    note: tuple[NoteKind, str] | None = None


@dataclass(slots=True)
class Field:
    """A field that is open: what it does, and whether its result has begun."""

    instruction: str = ""
    in_result: bool = False


@dataclass(slots=True)
class Fields:
    """The fields that are open, outermost first; they may reach over paragraphs.

    Attributes:
        open: See above.
        numberless: How many numbers were left to Word to work out, none being stored.
    """

    open: list[Field] = field(default_factory=list)
    numberless: int = 0

    @property
    def readable(self) -> bool:
        """Whether text at this point is printed."""
        return all(entry.in_result for entry in self.open)

    @property
    def in_contents(self) -> bool:
        """Whether this point is in a table of contents that Word made."""
        return any(entry.instruction.lstrip().upper().startswith("TOC") for entry in self.open)

    def turn(self, kind: str | None) -> None:
        """Take the mark that begins, divides or ends a field."""
        if kind == "begin":
            self.open.append(Field())
        elif kind == "separate" and self.open:
            self.open[-1].in_result = True
        elif kind == "end" and self.open:
            last = self.open.pop()
            numbers = last.instruction.lstrip().upper().startswith(_NUMBER_FIELDS)
            if numbers and not last.in_result and self.readable:
                self.numberless += 1

    def end_paragraph(self) -> None:
        """Close fields whose result never came, lest they swallow the rest of the text."""
        while self.open and not self.open[-1].in_result:
            self.open.pop()


@dataclass(frozen=True, slots=True)
class _Look:
    hidden: bool
    raised: bool
    strong: bool
    font: str


@dataclass(slots=True)
class Runs:
    """What a paragraph's runs hold.

    Attributes:
        pieces: The text.
        boxes: The contents of text boxes that are anchored in it.
        contents: Whether part of it stands in a table of contents that Word made.
        awaits_mark: Whether the next words are the mark of the note before them.
    """

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    contents: bool = False
    awaits_mark: bool = False

    def add(self, text: str, look: _Look) -> None:
        """Add words, or take them for the mark of the note before them."""
        if self.awaits_mark and text.strip():
            self.pieces[-1] = self.pieces[-1]._replace(text=text.strip())
            self.awaits_mark = False
        else:
            self.pieces.append(Piece(text, look.raised, look.strong))


def read_runs(paragraph: Element, style: StyleFacts, styles: Styles, fields: Fields) -> Runs:
    """Read a paragraph's text; `fields` is carried on from one paragraph to the next."""
    found = Runs()
    outside = _Look(style.hidden, bool(style.raised), style.strong, "")
    waiting: list[tuple[Iterator[Element], _Look]] = [(iter(paragraph), outside)]
    while waiting:
        children, look = waiting[-1]
        child = next(children, None)
        if child is None:
            waiting.pop()
            continue
        tag = child.tag
        if tag == W + "r":
            waiting.append((iter(child), _look(child, style, styles)))
        elif tag == W + "fldChar":
            fields.turn(child.get(W + "fldCharType"))
        elif tag == W + "instrText":
            if fields.open and not fields.open[-1].in_result:
                fields.open[-1].instruction += (child.text or "")[:200]
        elif tag == MC + "AlternateContent":
            waiting.append((iter(alternative(child)), look))
        elif tag in _DRAWINGS:
            if not look.hidden and fields.readable:
                found.boxes += text_boxes(child)
        elif tag == W + "sdt":
            if not is_placeholder(child):
                waiting.append((iter(child), look))
        elif tag in _NOTES:
            if not look.hidden and fields.readable:
                _take_note(child, tag, children, found)
        elif tag not in _SKIPPED:
            text = None if look.hidden else _text(child, look.font)
            if text is None:
                waiting.append((iter(child), look))
            elif text and fields.readable:
                found.contents = found.contents or fields.in_contents
                found.add(text, look)
    fields.end_paragraph()
    return found


def _look(run: Element, style: StyleFacts, styles: Styles) -> _Look:
    properties = run.find(W + "rPr")
    if properties is None:
        return _Look(style.hidden, bool(style.raised), style.strong, "")
    named: StyleFacts | None = None
    raised: bool | None = None
    hidden: bool | None = None
    strong: dict[str, bool] = {}
    font = ""
    for child in properties:
        tag = child.tag
        if tag == W + "rStyle":
            named = styles.facts(child.get(W + "val"))
        elif tag == W + "vanish":
            hidden = is_on(child)
        elif tag == W + "vertAlign":
            raised = child.get(W + "val") == "superscript"
        elif tag in {W + "b", W + "i"}:
            strong[tag] = is_on(child)
        elif tag == W + "rFonts":
            font = child.get(W + "ascii") or child.get(W + "hAnsi") or ""
    if named is not None:
        raised = named.raised if raised is None else raised
        # Such a property is switched over where both styles have it (ECMA-376, 17.7.3).
        hidden = named.hidden != style.hidden if hidden is None else hidden
    return _Look(
        hidden=style.hidden if hidden is None else hidden,
        raised=bool(style.raised if raised is None else raised),
        strong=any(strong.values())
        or (not strong and (style.strong or (named is not None and named.strong))),
        font=font,
    )


def _text(child: Element, font: str) -> str | None:
    """Return what an element prints, None where that is inside it."""
    tag = child.tag
    if tag == W + "t":
        text = child.text or ""
        if child.get(XML + "space") != "preserve":
            text = text.strip(" \t\r\n")
        text = text.replace("\n", " ").replace("\t", " ")
        if any("\uf000" <= character <= "\uf0ff" for character in text):
            text = "".join(
                symbol(ord(c), font or "Symbol") if "\uf000" <= c <= "\uf0ff" else c for c in text
            )
        return text
    if tag == M + "t":
        return child.text or ""
    if tag in _BREAKS:
        return _BREAKS[tag]
    if tag in _HYPHENS:
        return _HYPHENS[tag]
    if tag == W + "sym":
        try:
            return symbol(int(child.get(W + "char") or "", 16), child.get(W + "font") or "")
        except ValueError:
            return ""
    return None


def _take_note(child: Element, tag: str, rest: Iterator[Element], found: Runs) -> None:
    """Take a reference to a note; a mark that the author chose is the rest of the run."""
    own = (child.get(W + "customMarkFollows") or "0").lower() in {"1", "true", "on"}
    mark = "".join(_text(e, "") or "" for e in rest) if own else ""
    found.pieces.append(Piece(mark.strip(), note=(_NOTES[tag], child.get(W + "id") or "")))
    found.awaits_mark = own and not mark.strip()


def alternative(content: Element) -> Element:
    """Return the choice to be read: the first one, or what stands in for it if that is empty."""
    choices = [child for child in content if child.tag == MC + "Choice"]
    fallback = content.find(MC + "Fallback")
    for choice in choices:
        if fallback is None or next(choice.iter(W + "t", W + "drawing"), None) is not None:
            return choice
    return fallback if fallback is not None else content


def is_placeholder(control: Element) -> bool:
    """Tell whether a content control shows nothing but what to fill in."""
    shown = control.find(f"{W}sdtPr/{W}showingPlcHdr")
    return shown is not None and is_on(shown)


def text_boxes(drawing: Element) -> list[Element]:
    """Return the contents of the boxes in a drawing, each once and the outermost ones only."""
    found: list[Element] = []
    waiting = [drawing]
    while waiting:
        element = waiting.pop()
        if element.tag == W + "txbxContent":
            found.append(element)
        elif element.tag == MC + "AlternateContent":
            waiting.append(alternative(element))
        else:
            waiting.extend(reversed(list(element)))
    return found
