"""HTML -> blocks: what a browser would print as paragraphs, headings, list items and table rows.

The parser calls `BlockBuilder` for every tag (lxml's parser target interface), so that no tree is
built and a page nested a hundred thousand deep costs what a flat one does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from corpus.readers.html_lists import Item, ListFrame, begin_item, begin_list, number_items
from corpus.readers.html_marks import take_mark
from corpus.readers.html_tables import Table, lay_out
from corpus.readers.html_types import Anchor, Block, Sign

_DROPPED_TAGS = """
    script style template nav noscript iframe object embed svg canvas audio video map button
    input select textarea datalist dialog rp rt del noembed noframes
"""
_DROPPED = frozenset(_DROPPED_TAGS.split())
_DROPPED_ROLES = frozenset({"navigation", "search", "menu", "menubar", "toolbar", "dialog"})
_CHROME_ROLES = frozenset({"banner", "contentinfo"})
_SECTIONS = frozenset({"article", "main", "section", "aside", "blockquote", "figure", "td"})
_BLOCK_TAGS = """
    address article aside blockquote body caption center dd details dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu
    ol p plaintext pre section summary table tbody td tfoot th thead tr ul xmp
"""
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_PREFORMATTED = frozenset({"pre", "listing", "xmp", "plaintext"})
_HEADING = re.compile(r"h([1-6])\Z")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_RAISED_CLASS = re.compile(
    r"(?:^|[\s_-])(?:super|superscript|footnote-?ref(?:erence)?|MsoFootnoteReference)(?:\s|\Z)",
    re.IGNORECASE,
)
_RAISED_STYLE = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_NOTE_ROLES = re.compile(r"(?:doc-)?(?:footnote|endnote|rearnote)s?\b")
_NOTE_REFERENCE = re.compile(r"(?:doc-)?noteref\b")
_MAX_TABLES = 16
"""Tables nested deeper are read as if their tags were not there: no document has such."""


@dataclass(slots=True)
class _Frame:
    """An open element and what its end has to undo."""

    tag: str
    dropped: bool = False
    undo: list[Callable[[], None]] = field(default_factory=list)


class BlockBuilder:
    """Receives a page's tags and text; `blocks` holds what was made of them.

    Attributes:
        blocks: In reading order.
        anchors: What links inside the page can point at, by id.
        title: Text of the ``title`` element.
        language: Of the ``html`` element, as written.
        meta: Content of ``meta`` elements by name, in small letters.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.anchors: dict[str, Anchor] = {}
        self.title = ""
        self.language = ""
        self.meta: dict[str, str] = {}
        self._frames: list[_Frame] = []
        self._dropped = 0
        self._sink = self.blocks
        self._block: Block | None = None
        self._last: Block | None = None
        self._waiting: list[Anchor] = []
        self._lists: list[ListFrame] = []
        self._item: Item | None = None
        self._tables: list[Table] = []
        self._level = self._preformatted = self._asides = self._chrome = self._sections = 0
        self._captions = self._titles = self._too_deep = 0

    # ---- what the parser calls

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take a start tag."""
        frame = _Frame(tag)
        self._frames.append(frame)
        if self._dropped or _is_dropped(tag, attributes):
            frame.dropped = True
            self._dropped += 1
            return
        if tag in _BLOCKS:
            self._close_block()
        self._anchor(frame, tag, attributes)
        self._roles(frame, tag, attributes)
        handle = self._HANDLERS.get(tag)
        if handle is not None:
            handle(self, frame, attributes)

    def end(self, tag: str) -> None:
        """Take an end tag; the parser adds those that a page leaves out."""
        if not self._frames:
            return
        frame = self._frames.pop()
        if frame.dropped:
            self._dropped -= 1
            return
        for undo in reversed(frame.undo):
            undo()
        if frame.tag in _BLOCKS:
            self._close_block()

    def data(self, text: str) -> None:
        """Take text."""
        if self._dropped:
            return
        if self._titles:
            self.title += text
        elif self._block is not None or not text.isspace():
            self._put(text)

    def comment(self, text: str) -> None:
        """Leave comments out."""

    def close(self) -> BlockBuilder:
        """Return what was made when the page ends."""
        while self._frames:
            self.end(self._frames[-1].tag)
        self._close_block()
        return self

    # ---- blocks

    def _put(self, text: str) -> None:
        block = self._open_block()
        if not self._preformatted:
            block.parts.append(text)
            return
        for i, line in enumerate(text.split("\n")):
            if i:
                block.parts.append(Sign.BREAK)
            block.parts.append(line)

    def _open_block(self) -> Block:
        if self._block is None:
            block = Block(preformatted=bool(self._preformatted))
            if self._captions:
                block.role = "caption"
            elif self._level:
                block.role, block.level = "heading", self._level
            elif self._asides:
                block.role = "aside"
            if self._chrome and not self._sections and self._level != 1:
                block.role, block.level, block.kind = "furniture", 0, "running header"
            self._sink.append(block)
            self._block = self._last = block
            for anchor in self._waiting:
                anchor.first = anchor.last = block
            self._waiting.clear()
            if self._item is not None:
                self._item.block = block
                self._item = None
        return self._block

    def _close_block(self) -> None:
        self._block = None

    def _anchor(self, frame: _Frame, tag: str, attributes: Mapping[str, str]) -> None:
        name = attributes.get("id") or (attributes.get("name") if tag == "a" else None)
        if not name or name in self.anchors:
            return
        words = f"{attributes.get('role', '')} {attributes.get('epub:type', '')}"
        anchor = Anchor(
            f"{name} {attributes.get('class', '')}", bool(_NOTE_ROLES.search(words)), self._block
        )
        self.anchors[name] = anchor
        if self._block is None:
            self._waiting.append(anchor)

        def finish() -> None:
            if anchor.first is not None:
                anchor.last = self._last

        frame.undo.append(finish)

    # ---- elements

    def _roles(self, frame: _Frame, tag: str, attributes: Mapping[str, str]) -> None:
        role = attributes.get("role", "")
        match = _HEADING.match(tag)
        if match or role == "heading":
            level = match[1] if match else attributes.get("aria-level", "2")
            self._set(frame, "_level", int(level) if level.isdecimal() and level != "0" else 2)
        if tag in _PREFORMATTED:
            self._set(frame, "_preformatted", 1)
        if tag in {"caption", "figcaption"}:
            self._set(frame, "_captions", 1)
        if tag == "aside" and not _NOTE_ROLES.search(role):
            self._set(frame, "_asides", 1)
        if (tag in {"header", "footer"} and not self._sections) or role in _CHROME_ROLES:
            self._set(frame, "_chrome", 1)
        if tag in _SECTIONS or role in {"main", "article"}:
            self._set(frame, "_sections", 1)
        if tag in {"sup", "a", "span"}:
            self._mark(frame, tag, attributes)

    def _set(self, frame: _Frame, name: str, value: int) -> None:
        before = getattr(self, name)
        setattr(self, name, value)
        frame.undo.append(lambda: setattr(self, name, before))

    def _mark(self, frame: _Frame, tag: str, attributes: Mapping[str, str]) -> None:
        """See at the end of a link or of raised text whether it was a footnote mark."""
        href = attributes.get("href", "")
        target = href[1:] if tag == "a" and href.startswith("#") else ""
        words = f"{attributes.get('role', '')} {attributes.get('epub:type', '')}"
        raised = tag == "sup" or bool(_NOTE_REFERENCE.search(words)) or _is_raised(attributes)
        if not (raised or target):
            return
        block, at = self._block, len(self._block.parts) if self._block else 0

        def finish() -> None:
            if self._block is not None and not self._preformatted:
                take_mark(self._block.parts, at if self._block is block else 0, target, raised)

        frame.undo.append(finish)

    def _start_html(self, frame: _Frame, attributes: Mapping[str, str]) -> None:
        self.language = attributes.get("lang") or attributes.get("xml:lang") or ""

    def _start_meta(self, frame: _Frame, attributes: Mapping[str, str]) -> None:
        name = attributes.get("name") or attributes.get("property") or attributes.get("http-equiv")
        if name and attributes.get("content"):
            self.meta.setdefault(name.strip().lower(), attributes["content"])

    def _start_title(self, frame: _Frame, attributes: Mapping[str, str]) -> None:
        if not self.title:
            self._set(frame, "_titles", 1)
        else:
            self._dropped += 1
            frame.dropped = True

    def _start_br(self, frame: _Frame, attributes: Mapping[str, str]) -> None:
        if self._block is not None:
            self._block.parts.append(Sign.BREAK)

    def _start_q(self, frame: _Frame, attributes: Mapping[str, str]) -> None:
        self._put("“")
        frame.undo.append(lambda: self._put("”"))

    def _start_list(self, frame: _Frame, attributes: Mapping[str, str]) -> None:
        self._settle_item()
        opened = begin_list(frame.tag, attributes)
        self._lists.append(opened)

        def finish() -> None:
            self._settle_item()
            if opened in self._lists[-1:]:
                self._lists.pop()
            number_items(opened)

        frame.undo.append(finish)

    def _start_li(self, frame: _Frame, attributes: Mapping[str, str]) -> None:
        self._settle_item()
        self._item = begin_item(attributes)
        if self._lists:
            self._lists[-1].items.append(self._item)
        frame.undo.append(self._drop_item)

    def _settle_item(self) -> None:
        """Give an item that begins with another list, and so has no words, a line of its own."""
        if self._item is not None and self._lists and self._lists[-1].ordered:
            self._open_block()
            self._close_block()
        self._item = None

    def _drop_item(self) -> None:
        self._item = None

    def _start_table(self, frame: _Frame, attributes: Mapping[str, str]) -> None:
        if len(self._tables) >= _MAX_TABLES:
            self._set(frame, "_too_deep", self._too_deep + 1)
            return
        self._settle_item()
        outer, table = self._sink, Table(attributes.get("role", ""))
        if self._tables:
            self._tables[-1].nested = True
        self._tables.append(table)
        self._sink = table.stray
        lists, self._lists = self._lists, []

        def finish() -> None:
            self._close_block()
            self._item = None
            self._tables.pop()
            self._lists = lists
            self._sink = outer
            outer.extend(lay_out(table))

        frame.undo.append(finish)

    def _start_head(self, frame: _Frame, attributes: Mapping[str, str]) -> None:
        if self._tables and not self._too_deep:
            table = self._tables[-1]
            table.in_head = True
            frame.undo.append(lambda: setattr(table, "in_head", False))

    def _start_row(self, frame: _Frame, attributes: Mapping[str, str]) -> None:
        if self._tables and not self._too_deep:
            self._tables[-1].begin_row()

    def _start_cell(self, frame: _Frame, attributes: Mapping[str, str]) -> None:
        if not self._tables or self._too_deep:
            return
        outer = self._sink
        self._sink = self._tables[-1].begin_cell(frame.tag, attributes)
        frame.undo.append(lambda: setattr(self, "_sink", outer))

    _HANDLERS: Mapping[str, Callable[[BlockBuilder, _Frame, Mapping[str, str]], None]] = {
        "html": _start_html,
        "meta": _start_meta,
        "title": _start_title,
        "br": _start_br,
        "q": _start_q,
        "ol": _start_list,
        "ul": _start_list,
        "menu": _start_list,
        "dir": _start_list,
        "li": _start_li,
        "table": _start_table,
        "thead": _start_head,
        "tr": _start_row,
        "td": _start_cell,
        "th": _start_cell,
    }


def _is_raised(attributes: Mapping[str, str]) -> bool:
    """Tell whether an element is superscript by its own style, or by the class usual for it."""
    return bool(
        _RAISED_CLASS.search(attributes.get("class", ""))
        or _RAISED_STYLE.search(attributes.get("style", ""))
    )


def _is_dropped(tag: str, attributes: Mapping[str, str]) -> bool:
    if tag in _DROPPED or attributes.get("role", "") in _DROPPED_ROLES:
        return True
    if tag in {"html", "body"} or not attributes:
        return False
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
        or bool(_HIDDEN.search(attributes.get("style", "")))
    )
