"""The text of one paragraph: its runs in reading order, without what is not to be read.

Left out: deleted and hidden text, instructions of fields, placeholders of forms. Kept for later:
what is raised (a footnote mark may be typed so), notes that are referred to, and text boxes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from corpus.readers.docx_fields import Fields
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
_PRINTS = {
    W + "br": "\n",
    W + "cr": "\n",
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}
_NOTES: dict[str, NoteKind] = {
    W + "footnoteReference": "footnote",
    W + "endnoteReference": "endnote",
}
_DRAWINGS = frozenset({W + "drawing", W + "pict", W + "object"})


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


@dataclass(frozen=True, slots=True)
class _Look:
    hidden: bool
    raised: bool
    strong: bool
    font: str = ""


@dataclass(slots=True)
class Runs:
    """What a paragraph's runs hold.

    Attributes:
        pieces: The text.
        boxes: The contents of text boxes that are anchored in it.
        contents: Whether part of it stands in a table of contents that Word made.
    """

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    contents: bool = False
    _awaits_mark: bool = False

    def add(self, text: str, look: _Look) -> None:
        """Add words, or take them for the mark of the note before them."""
        if self._awaits_mark and text.strip():
            self.pieces[-1] = self.pieces[-1]._replace(text=text.strip())
            self._awaits_mark = False
        else:
            self.pieces.append(Piece(text, look.raised, look.strong))

    def refer(self, reference: Element, rest: Iterator[Element]) -> None:
        """Add a reference to a note; a mark that the author chose is what follows it."""
        own = (reference.get(W + "customMarkFollows") or "0").lower() in {"1", "true", "on"}
        mark = "".join(_printed(e, "") or "" for e in rest).strip() if own else ""
        note = (_NOTES[reference.tag], reference.get(W + "id") or "")
        self.pieces.append(Piece(mark, note=note))
        self._awaits_mark = own and not mark


def read_runs(paragraph: Element, style: StyleFacts, styles: Styles, fields: Fields) -> Runs:
    """Read a paragraph's text; `fields` is carried on from one paragraph to the next."""
    found = Runs()
    outside = _Look(style.hidden, bool(style.raised), style.strong)
    waiting: list[tuple[Iterator[Element], _Look]] = [(iter(paragraph), outside)]
    while waiting:
        children, look = waiting[-1]
        child = next(children, None)
        if child is None:
            waiting.pop()
        elif child.tag == W + "r":
            waiting.append((iter(child), _look(child, style, styles)))
        elif not _take_field(child, fields):
            inside = _take(child, children, look, found, fields)
            if inside is not None:
                waiting.append((iter(inside), look))
    fields.end_paragraph()
    return found


def _take_field(child: Element, fields: Fields) -> bool:
    """Tell whether an element is part of a field's frame, and follow it if so."""
    if child.tag == W + "fldChar":
        fields.turn(child.get(W + "fldCharType"))
    elif child.tag == W + "instrText":
        fields.instruct(child.text or "")
    else:
        return False
    return True


def _take(
    child: Element, rest: Iterator[Element], look: _Look, found: Runs, fields: Fields
) -> Element | None:
    """Add what an element prints; return the element whose children are to be read, if any."""
    tag = child.tag
    if tag in _SKIPPED:
        return None
    if tag == MC + "AlternateContent":
        return alternative(child)
    if tag == W + "sdt":
        return None if is_placeholder(child) else child
    shown = not look.hidden and fields.readable
    if tag in _DRAWINGS:
        found.boxes += text_boxes(child) if shown else []
        return None
    if tag in _NOTES:
        if shown:
            found.refer(child, rest)
        return None
    text = _printed(child, look.font)
    if text is None:
        return child
    if text and shown:
        found.contents = found.contents or fields.in_contents
        found.add(text, look)
    return None


def _look(run: Element, style: StyleFacts, styles: Styles) -> _Look:
    named: StyleFacts | None = None
    raised: bool | None = None
    hidden: bool | None = None
    strong: dict[str, bool] = {}
    font = ""
    properties = run.find(W + "rPr")
    for child in properties if properties is not None else ():
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
    inherited = style.strong or (named is not None and named.strong)
    return _Look(
        hidden=style.hidden if hidden is None else hidden,
        raised=bool(style.raised if raised is None else raised),
        strong=any(strong.values()) if strong else inherited,
        font=font,
    )


def _printed(child: Element, font: str) -> str | None:
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
    if tag == W + "sym":
        try:
            return symbol(int(child.get(W + "char") or "", 16), child.get(W + "font") or "")
        except ValueError:
            return ""
    return _PRINTS.get(tag)


def alternative(content: Element) -> Element:
    """Return the choice to be read: the first one, or what stands in for it if that is empty."""
    fallback = content.find(MC + "Fallback")
    for choice in content:
        if choice.tag == MC + "Choice" and (
            fallback is None or next(choice.iter(W + "t", W + "drawing"), None) is not None
        ):
            return choice
    return content if fallback is None else fallback


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
            chosen = alternative(element)
            waiting.extend(reversed(list(chosen)))
        else:
            waiting.extend(reversed(list(element)))
    return found
