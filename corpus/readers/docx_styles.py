"""styles.xml: what a paragraph or run has from its style and the styles that this is based on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.readers.docx_xml import Element, W, is_on, number, value

_CAPTIONS = ("caption", "table title", "table number", "table heading", "figure title")
_NOTES = ("footnote text", "endnote text")
_CONTENTS = ("toc ", "table of figures", "table of authorities")
_TITLES = {"title": 1, "subtitle": 2}
_LEADERS = frozenset({"dot", "middleDot", "hyphen", "underscore", "heavy"})
_BODY_TEXT = 9
_LONGEST_CHAIN = 30
"""Styles based on each other; Word allows about ten."""


@dataclass(frozen=True, slots=True)
class NumberRef:
    """Which automatic number a paragraph takes.

    Attributes:
        num_id: Key of a list in numbering.xml; ``0`` is none.
        level: From 0, as the paragraph says itself; None where it does not.
        styles: Its style and those that this is based on, nearest first, as far as the one that
            names the list: key, and the level that the style names.
    """

    num_id: str
    level: int | None = None
    styles: tuple[tuple[str, int | None], ...] = ()


@dataclass(frozen=True, slots=True)
class StyleFacts:
    """What a style, with all that it is based on, says of a paragraph or a run.

    Attributes:
        level: Level of a heading from 1; 0 for all other text.
        number: Its automatic number, with ``0`` for none.
        kind: ``caption``, ``contents``, ``note`` or empty.
        hidden: Whether the text is hidden.
        strong: Whether it is bold or italic.
        raised: Whether it is superscript, None where it says nothing.
        framed: Whether it stands in a frame.
        leaders: Whether a tab stop has a leader, as in a table of contents.
    """

    level: int = 0
    number: NumberRef = NumberRef("0")
    kind: str = ""
    hidden: bool = False
    strong: bool = False
    raised: bool | None = None
    framed: bool = False
    leaders: bool = False


class Styles:
    """The styles of a document.

    Attributes:
        language: Of the text unless something else is said, e.g. ``en-US``; empty if unknown.
    """

    def __init__(self, root: Element | None) -> None:
        """Read the part's root; without one, all styles say nothing."""
        self._styles: dict[str, Element] = {}
        self._facts: dict[str, StyleFacts] = {}
        self._default = ""
        self.language = ""
        if root is None:
            return
        for style in root.iter(W + "style"):
            identity = style.get(W + "styleId") or ""
            self._styles.setdefault(identity, style)
            default = (style.get(W + "default") or "0").lower() in {"1", "true", "on"}
            if default and style.get(W + "type") == "paragraph":
                self._default = self._default or identity
        lang = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
        self.language = (lang.get(W + "val") or "") if lang is not None else ""

    def paragraph(self, identity: str | None) -> StyleFacts:
        """Return what a paragraph has from its style, or from the default style without one."""
        return self.facts(identity if identity in self._styles else self._default)

    def facts(self, identity: str | None) -> StyleFacts:
        """Return what a style says; nothing for a style that is not there."""
        key = identity or ""
        known = self._facts.get(key)
        if known is None:
            known = self._facts[key] = self._read(key)
        return known

    def marks_first_row(self, identity: str | None) -> bool:
        """Tell whether a table style gives the first row a look of its own."""
        return any(
            part.get(W + "type") == "firstRow"
            and (part.find(f"{W}rPr/{W}b") is not None or part.find(f"{W}tcPr/{W}shd") is not None)
            for _, style in self._chain(identity or "")
            for part in style.iter(W + "tblStylePr")
        )

    def has_borders(self, identity: str | None) -> bool:
        """Tell whether a table style draws a border around the table."""
        return any(
            has_box(style.find(f"{W}tblPr/{W}tblBorders"))
            for _, style in self._chain(identity or "")
        )

    def list_of(self, identity: str) -> str | None:
        """Return the list that a numbering style stands for."""
        properties = self._styles.get(identity)
        if properties is None:
            return None
        return value(properties.find(f"{W}pPr/{W}numPr"), "numId")

    def _chain(self, identity: str) -> Iterator[tuple[str, Element]]:
        """Yield a style and those it is based on, nearest first; a circle ends."""
        for _ in range(_LONGEST_CHAIN):
            if identity not in self._styles:
                return
            style = self._styles[identity]
            yield identity, style
            identity = value(style, "basedOn") or ""

    def _read(self, identity: str) -> StyleFacts:
        level = num_id = hidden = raised = None
        levels: list[tuple[str, int | None]] = []
        kind = ""
        strong: dict[str, bool] = {}
        framed = leaders = False
        for key, style in self._chain(identity):
            name = (value(style, "name") or "").lower().replace("_", " ")
            kind = kind or _kind(name)
            if level is None:
                level = outline_level(style.find(W + "pPr"))
                level = _TITLES.get(name) if level is None else level
            numbering = style.find(f"{W}pPr/{W}numPr")
            if num_id is None:
                levels.append((key, number(value(numbering, "ilvl"), most=8)))
                num_id = value(numbering, "numId")
            framed = framed or style.find(f"{W}pPr/{W}framePr") is not None
            leaders = leaders or has_leader(style.find(f"{W}pPr/{W}tabs"))
            run = style.find(W + "rPr")
            for child in run if run is not None else ():
                if child.tag == W + "vanish" and hidden is None:
                    hidden = is_on(child)
                elif child.tag in {W + "b", W + "i"}:
                    strong.setdefault(child.tag, is_on(child))
                elif child.tag == W + "vertAlign" and raised is None:
                    raised = child.get(W + "val") == "superscript"
        return StyleFacts(
            level=level or 0,
            number=NumberRef(num_id or "0", styles=tuple(levels)),
            kind=kind,
            hidden=bool(hidden),
            strong=any(strong.values()),
            raised=raised,
            framed=framed,
            leaders=leaders,
        )


def _kind(name: str) -> str:
    if any(word in name for word in _CAPTIONS):
        return "caption"
    if name in _NOTES:
        return "note"
    return "contents" if name.startswith(_CONTENTS) else ""


def outline_level(properties: Element | None) -> int | None:
    """Return a heading's level from 1, 0 for body text, None where nothing is said."""
    level = number(value(properties, "outlineLvl"), most=_BODY_TEXT)
    if level is None:
        return None
    return 0 if level == _BODY_TEXT else level + 1


def has_leader(tabs: Element | None) -> bool:
    """Tell whether one of the tab stops has a leader."""
    return tabs is not None and any(tab.get(W + "leader") in _LEADERS for tab in tabs)


def has_box(borders: Element | None) -> bool:
    """Tell whether borders are drawn above and below."""
    if borders is None:
        return False
    drawn = {
        side.tag
        for side in borders
        if (side.get(W + "val") or "nil").lower() not in {"nil", "none"}
    }
    return {W + "top", W + "bottom"} <= drawn
