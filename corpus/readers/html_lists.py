"""The numbers and bullets that a browser prints in front of list items."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from corpus.readers.html_types import Block

Style = Literal["decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman", "none"]

_TYPES: dict[str, Style] = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
_STYLES: dict[str, Style] = {
    "decimal": "decimal",
    "lower-alpha": "lower-alpha",
    "lower-latin": "lower-alpha",
    "upper-alpha": "upper-alpha",
    "upper-latin": "upper-alpha",
    "lower-roman": "lower-roman",
    "upper-roman": "upper-roman",
    "none": "none",
}
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_PRINTED = re.compile(r"list-style(?:-type)?\s*:\s*(?:'([^']{0,20})'|\"([^\"]{0,20})\")")
_OWN = re.compile(r"\(?(?P<body>\d{1,4}|[A-Za-z]{1,6})[.)](?=\s|\Z)")
_OWN_BULLET = re.compile(r"[-–—•*·▪◦o](?=\s)|\(?(?:\d{1,4}|[A-Za-z]{1,6})[.)](?=\s)")
_ROMANS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(slots=True)
class Item:
    """A list item.

    Attributes:
        value: Its ``value`` attribute.
        printed: The very marker that its style asks for; None if it does not.
        block: Its first block; None while it has none.
    """

    value: int | None = None
    printed: str | None = None
    block: Block | None = None


@dataclass(slots=True)
class ListFrame:
    """A list that is being read; its items are numbered when it ends.

    Attributes:
        ordered: Whether its items have numbers.
        style: How they are printed.
        start: Number of the first; None for 1, or for the count of a reversed list.
        step: 1, or -1 for a reversed list.
        items: In order.
    """

    ordered: bool
    style: Style
    start: int | None
    step: int
    items: list[Item] = field(default_factory=list)


def begin_list(tag: str, attributes: Mapping[str, str]) -> ListFrame:
    """Open a list; only what stands on the element itself is known of its style."""
    ordered = tag == "ol"
    style = _TYPES.get(attributes.get("type", "1"), "decimal")
    stated = _LIST_STYLE.search(attributes.get("style", ""))
    if stated:
        style = _STYLES.get(stated[1].lower(), style)
    start = attributes.get("start", "").strip()
    return ListFrame(
        ordered,
        style,
        int(start) if re.fullmatch(r"-?[0-9]{1,9}", start) else None,
        -1 if "reversed" in attributes else 1,
    )


def begin_item(attributes: Mapping[str, str]) -> Item:
    """Open an item."""
    value = attributes.get("value", "").strip()
    printed = _PRINTED.search(attributes.get("style", ""))
    return Item(
        int(value) if re.fullmatch(r"-?[0-9]{1,9}", value) else None,
        (printed[1] or printed[2] or "") if printed else None,
    )


def number_items(frame: ListFrame) -> None:
    """Give the first block of each item the marker that a browser prints.

    Pages that print their own markers switch the list's off in a style sheet, which is not read:
    items that all begin with the very number they would get keep their own alone.
    """
    values = _values(frame)
    for item in frame.items:
        if item.printed and item.block is not None:
            item.block.marker = item.printed + item.block.marker
    shown = [
        (value, item.block)
        for value, item in zip(values, frame.items, strict=True)
        if item.printed is None
        and item.block is not None
        and item.block.role in {"", "aside", "heading", "furniture"}
    ]
    if frame.style == "none" or not shown:
        return
    if not frame.ordered:
        if not all(_OWN_BULLET.match(block.words) for _, block in shown):
            for _, block in shown:
                block.marker = "• " + block.marker
        return
    if all(_has_own_number(block.words, value, len(shown)) for value, block in shown):
        return
    for value, block in shown:
        block.marker = f"{format_number(value, frame.style)}. {block.marker}"


def _values(frame: ListFrame) -> list[int]:
    value = frame.start
    if value is None:
        value = len(frame.items) if frame.step < 0 else 1
    values = []
    for item in frame.items:
        value = item.value if item.value is not None else value
        values.append(value)
        value += frame.step
    return values


def _has_own_number(words: str, value: int, items: int) -> bool:
    match = _OWN.match(words)
    if match is None:
        return False
    body = match["body"].lower()
    # A lone "1. (a) …" may well be meant: paragraph 1 begins with its sub-paragraph (a).
    if body.isdigit():
        return int(body) == value
    ours = {format_number(value, "lower-alpha"), format_number(value, "lower-roman")}
    return items > 1 and body in ours


def format_number(value: int, style: Style) -> str:
    """Return a number as CSS prints it; what a style cannot print is printed in digits."""
    text = str(value)
    if style.endswith("alpha") and value >= 1:
        text = ""
        while value:
            value, rest = divmod(value - 1, 26)
            text = chr(ord("a") + rest) + text
    elif style.endswith("roman") and 1 <= value <= 3999:
        text = ""
        for amount, letters in _ROMANS:
            count, value = divmod(value, amount)
            text += letters * count
    return text.upper() if style.startswith("upper") else text
