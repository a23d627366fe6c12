"""Markdown -> `Source`, by way of the HTML that it stands for.

Two things are not as in a browser. Line ends stay, because a line may begin with a paragraph's
marker. And a list keeps the numbers that were typed: Markdown counts on from the first one, which
would give another number to every paragraph behind one that is left out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from corpus.readers.html import source_from_html
from corpus.readers.text import decode, source_from_text
from corpus.source import Source

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

SUFFIXES = frozenset({".md", ".markdown"})
"""Endings that say that a text is Markdown; nothing in the text itself does so for certain."""

_MAX_LENGTH = 20_000_000
"""Characters; longer texts are read as plain text, for the parser needs a second for 600,000."""
_MAX_NESTING = 100
_FIELD = re.compile(r"([A-Za-z][\w .-]{0,40}?)\s*:\s+(\S.*)\Z")
_NAMES = {"date": "created", "lang": "language"}


def read_markdown(data: bytes, where: str, name: str) -> Source:
    """Read Markdown of any encoding: CommonMark with tables, footnotes and front matter.

    Args:
        data: The file's bytes.
        where: The file as messages name it.
        name: The file's name, without its folder.

    Raises:
        UnreadableFileError: It is not text, or its encoding cannot be told.
    """
    text = decode(data, where).replace("\r\n", "\n").replace("\r", "\n")
    sha256 = hashlib.sha256(data).hexdigest()
    if len(text) > _MAX_LENGTH:
        return source_from_text(text, name=name, sha256=sha256)
    parser = _parser()
    environment: dict[str, Any] = {}
    tokens = parser.parse(text, environment)
    _keep_typed_numbers(tokens)
    page = str(parser.renderer.render(tokens, parser.options, environment))
    source = source_from_html(page, where, name=name, sha256=sha256)
    front = next((token.content for token in tokens if token.type == "front_matter"), "")
    return replace(source, format="text", properties=dict(source.properties) | _fields(front))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    options = {"breaks": True, "html": True, "maxNesting": _MAX_NESTING}
    parser = MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
    parser.use(footnote_plugin).use(front_matter_plugin)
    parser.add_render_rule("footnote_caption", _caption)
    return parser


def _caption(_: object, tokens: list[Token], at: int, *__: object) -> str:
    """Return a footnote's mark: the number that was typed, or else its place."""
    label = str(tokens[at].meta.get("label") or "")
    return f"[{label if label.isdigit() else int(tokens[at].meta['id']) + 1}]"


def _keep_typed_numbers(tokens: Iterable[Token]) -> None:
    """Write the typed number on each item, unless a list has the same one on all its items."""
    open_lists: list[list[Token]] = []
    for token in tokens:
        if token.type in {"ordered_list_open", "bullet_list_open"}:
            open_lists.append([])
        elif token.type == "list_item_open" and token.info:
            open_lists[-1].append(token)
        elif token.type in {"ordered_list_close", "bullet_list_close"}:
            items = open_lists.pop()
            if len(items) > 1 and len({item.info for item in items}) == 1:
                continue
            for item in items:
                item.attrSet("style", f"list-style-type: '{item.info}{item.markup} '")


def _fields(front: str) -> dict[str, str]:
    """Return the plain fields of the front matter: ``key: value``, a line each."""
    found: dict[str, str] = {}
    for line in front.splitlines():
        match = _FIELD.match(line)
        if match:
            key = match[1].lower()
            found[_NAMES.get(key, key)] = match[2].strip().strip("\"'")
    return found
