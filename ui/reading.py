"""Shows a document, or a section of it, to be read: a Streamlit component, nothing fetched.

A component, because thousands of units with their marks, a search among them and what can be done
with each are beyond Streamlit's own elements.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from ui.components import sent
from ui.escaping import visible
from ui.language import say
from ui.reading_view import HeadingBlock, Reading, UnitBlock

_HERE = Path(__file__)
_HTML = _HERE.with_suffix(".html").read_text(encoding="utf-8")
_CSS = _HERE.with_suffix(".css").read_text(encoding="utf-8")
_JS = "\n".join(
    _HERE.with_name(name).read_text(encoding="utf-8") for name in ("reading.js", "reading_tools.js")
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A place to bring into view.

    Attributes:
        place: Of a unit in ``document.units``.
        round: Another number brings it into view again.
    """

    place: int
    round: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person wants to ask about.

    Attributes:
        place: Of the unit in ``document.units``.
        words: The selected words of it; empty for the whole unit.
    """

    place: int
    words: str


def draw_reading(
    reading: Reading,
    key: str,
    *,
    whole: bool = False,
    go: Wanted | None = None,
    told: str = "",
    on_open: Callable[[], None] | None = None,
    on_ask: Callable[[], None] | None = None,
    on_want: Callable[[], None] | None = None,
) -> None:
    """Draw blocks of a document.

    Args:
        reading: What to draw.
        key: Of the widget; `components.opened_place`, `asked` and `wanted_reference` read it.
        whole: Whether it is the page of a document, with contents, search and actions; else
            each unit can be opened.
        go: A unit to bring into view.
        told: What is said of the last reference that was typed.
        on_open: Called when a unit is opened.
        on_ask: Called when a person asks about a unit.
        on_want: Called when a person types a reference to go to.
    """
    component = st.components.v2.component("pincite.reading", html=_HTML, css=_CSS, js=_JS)
    drawn = as_data(reading)
    component(
        key=key,
        data={
            **drawn,
            "key": hashlib.sha256(json.dumps([drawn, whole]).encode()).hexdigest(),
            "whole": whole,
            "go": None if go is None else {"place": go.place, "round": go.round},
            "told": visible(told),
            "words": _words(),
        },
        on_opened_change=on_open or _nothing,
        on_asked_change=on_ask or _nothing,
        on_wanted_change=on_want or _nothing,
    )


def wanted_reference(key: str) -> str:
    """Return the reference that was typed just now; empty if none was."""
    found = sent(key, "wanted")
    return found if isinstance(found, str) else ""


def asked(key: str) -> Asked | None:
    """Return what a person asked about just now."""
    found = sent(key, "asked")
    if not isinstance(found, dict):
        return None
    place, selected = found.get("place"), found.get("words")
    if not isinstance(place, int) or not isinstance(selected, str):
        return None
    return Asked(place, selected)


def _nothing() -> None:
    """Take note of nothing."""


def as_data(reading: Reading) -> dict[str, object]:
    """Return what the browser draws; all foreign text in it is shown as text."""
    return {
        "document": _shown(reading.document),
        "language": reading.language,
        "direction": "rtl" if reading.from_right else "ltr",
        "blocks": [
            _heading(block) if isinstance(block, HeadingBlock) else _unit(block)
            for block in reading.blocks
        ],
    }


def _heading(block: HeadingBlock) -> dict[str, object]:
    return {"kind": "heading", "text": _shown(block.text), "level": block.level}


def _unit(block: UnitBlock) -> dict[str, object]:
    own = "".join(run.text for run in block.runs)
    shown: dict[str, object] = {
        "kind": block.kind,
        "place": block.place,
        "reference": _shown(block.reference),
        "marker": _shown(block.marker),
        "runs": [[_shown(run.text), run.marked] for run in block.runs],
        "cell": block.cell,
        "columns": _shown(block.columns),
        "depth": block.depth,
        "page": block.page,
        "notes": [_shown(note) for note in block.notes],
        "cited": [_shown(question) for question in block.cited_for],
        "rank": block.rank,
    }
    # What is copied is the text itself, where it cannot be shown as it is; offsets do not fit then.
    return shown if _shown(own) == own else {**shown, "raw": own, "cell": 0}


def _shown(text: str) -> str:
    """Return the text as `visible` does, at once for most: a document has millions of letters."""
    return text if text.isprintable() else visible(text)


def _words() -> dict[str, str]:
    """Return the words of the page; where it has to put something in stands ``{}``."""
    return {
        "contents": say("read-contents"),
        "find": say("read-find"),
        "findBefore": say("read-find-before"),
        "findAfter": say("read-find-next"),
        "matches": say("read-matches", at="{at}", all="{all}"),
        "noMatch": say("read-no-match"),
        "jump": say("read-jump"),
        "jumpHint": say("read-jump-hint"),
        "go": say("read-go"),
        "markBefore": say("read-mark-before"),
        "markAfter": say("read-mark-next"),
        "marksCited": say("read-marks-cited", number="{}"),
        "marksFound": say("read-marks-found", number="{}"),
        "citedFor": say("read-cited-for", question="{}"),
        "foundAs": say("read-found-as", rank="{}"),
        "columns": say("read-row-columns", columns="{}"),
        "page": say("read-page", page="{}"),
        "open": say("read-open", reference="{}"),
        "ask": say("read-ask"),
        "askWords": say("read-ask-words"),
        "copyReference": say("copy-reference"),
        "copyQuote": say("copy-quote"),
        "copied": say("copied"),
        "copyFailed": say("copy-failed"),
        "close": say("close"),
    }
