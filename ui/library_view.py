"""What the library page shows, made from the library's list and documents. Knows no Streamlit."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.display import display
from corpus.links import Links
from corpus.types import Document, Parse, Unit
from embeddings.holdings import Holding
from ui import library_wording as wording
from ui.library_work import WAITING, WorkProgress
from ui.wording import and_more, counted

PER_PAGE = 50
"""Units on a page of the list."""

MOST_ROWS = 200
"""Of what was set aside; a long report has thousands of running headers."""

MOST_NAMED = 20

_SURE_AFTER = 2.0
"""Seconds after which the speed so far says something of the time left."""


@dataclass(frozen=True, slots=True)
class Row:
    """A document in the table.

    Attributes:
        symbol: Its key.
        title: Full title; empty where it is the symbol again.
        about: Body, kind, session and language, what is known of them.
        date: ISO date; empty if unknown.
        pages: None where its file has none.
        units: Number of citable units.
        notes: What one should know before citing it.
    """

    symbol: str
    title: str
    about: str
    date: str
    pages: int | None
    units: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of plain text.

    Attributes:
        columns: Their names.
        rows: As many cells each.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """How a document was read.

    Attributes:
        symbol: Its key.
        title: Full title.
        facts: Name and value of what is known about it.
        figures: Units, headings and the like in one line.
        flags: Why it must be cited with care.
        problems: Faults in the numbering, and references that lead nowhere.
    """

    symbol: str
    title: str
    facts: tuple[tuple[str, str], ...]
    figures: str
    flags: tuple[str, ...]
    problems: Table


def rows_of(holdings: Iterable[Holding]) -> tuple[Row, ...]:
    """Return the rows of the table, in the library's order."""
    return tuple(
        Row(
            symbol=holding.symbol,
            title="" if holding.title == holding.symbol else holding.title,
            about=", ".join(
                part for part in (holding.body, holding.kind, _language(holding)) if part
            ),
            date=holding.date,
            pages=holding.pages,
            units=holding.units,
            notes=_notes(holding),
        )
        for holding in holdings
    )


def _language(holding: Holding) -> str:
    return "" if holding.language in ("", "en") else holding.language


def _notes(holding: Holding) -> tuple[str, ...]:
    notes = [*dict.fromkeys(flag.kind for flag in holding.flags)]
    if holding.superseded_by:
        notes.append(wording.superseded_by(holding.superseded_by))
    formats = list(dict.fromkeys(file.format for file in holding.files))
    if len(formats) > 1:
        notes.append(" + ".join(formats))
    return tuple(notes)


def named(symbols: Sequence[str]) -> str:
    """Return symbols in a line, of many the first."""
    more = len(symbols) - MOST_NAMED
    shown = ", ".join(symbols[:MOST_NAMED])
    return f"{shown} {and_more(more)}" if more > 0 else shown


def report_of(document: Document, links: Links) -> Report:
    """Return how a document was read, as far as the library keeps it.

    Args:
        document: Of the library.
        links: Its cross-references.
    """
    about = document.metadata
    files = "; ".join(
        f"{one.file} ({one.format}{'' if one.pages is None else f', {wording.pages(one.pages)}'})"
        for one in document.renditions
    )
    facts = (
        (wording.ISSUED_BY, about.body),
        (wording.DATE, about.date),
        (wording.KIND, about.kind),
        (wording.SESSION, about.session),
        (wording.LANGUAGE, about.language),
        (wording.ALSO_KNOWN, ", ".join(about.aliases)),
        (wording.SUPERSEDED_BY, document.superseded_by),
        (wording.FILES, files),
    )
    problems = [(one.kind, _where(one.label), one.detail) for one in document.problems]
    problems += [("reference", _where(one.source), one.reason) for one in links.unresolved]
    return Report(
        symbol=document.symbol,
        title=about.title,
        facts=tuple((name, value) for name, value in facts if value),
        figures=_figures(document),
        flags=tuple(flag.detail for flag in document.flags),
        problems=Table((wording.KIND, wording.LABEL, wording.DETAIL), tuple(problems)),
    )


def _where(label: str) -> str:
    return display(label) if label else ""


def _figures(document: Document) -> str:
    notes = sum(len(unit.notes) for unit in document.units)
    parts = (
        counted(len(document.units), "citable unit", "citable units"),
        counted(len(document.headings), "heading", "headings"),
        counted(notes, "footnote", "footnotes") if notes else "",
    )
    return ", ".join(part for part in parts if part)


def page_count(units: int) -> int:
    """Return how many pages the list of units takes; at least one."""
    return max(1, math.ceil(units / PER_PAGE))


def page_of(units: Sequence[Unit], number: int) -> Sequence[Unit]:
    """Return the units of a page of the list, counted from 1."""
    number = max(1, min(number, page_count(len(units))))
    return units[(number - 1) * PER_PAGE : number * PER_PAGE]


def coverage_of(parse: Parse) -> str:
    """Return how much of a file was accounted for; cut, so that 100% means every character."""
    percent = math.floor(parse.coverage * 10_000) / 100
    return wording.coverage(f"{percent:g}%")


def decisions_of(parse: Parse) -> Table:
    """Return the markers that had more than one reading."""
    return Table(
        (wording.LINE, wording.MARKER, wording.READ_AS, wording.BECAUSE),
        tuple((str(d.line), d.marker, d.reading, d.reason) for d in parse.decisions),
    )


def set_aside(parse: Parse) -> Table:
    """Return what is neither unit nor heading; what comes back on every page is told once."""
    first: dict[tuple[str, str], int] = {}
    times: dict[tuple[str, str], int] = {}
    for piece in parse.furniture:
        key = (piece.kind, piece.text)
        first.setdefault(key, piece.line)
        times[key] = times.get(key, 0) + 1
    return Table(
        (wording.LINE, wording.KIND, wording.TEXT),
        tuple(
            (str(line), kind, text if times[kind, text] == 1 else f"{text} (×{times[kind, text]})")
            for (kind, text), line in first.items()
        ),
    )


def progress_words(work: WorkProgress, now: float) -> str:
    """Return how far the work is.

    Args:
        work: That runs.
        now: Of `time.monotonic`.
    """
    if work.stage == WAITING:
        return wording.WAITING
    left = ""
    spent = now - work.began
    if 0 < work.done < work.total and spent > _SURE_AFTER:
        left = wording.time_left(spent * (work.total - work.done) / work.done)
    return wording.stage(work.stage, work.done, work.total, left)


def share_done(work: WorkProgress) -> float:
    """Return the share (0 to 1) of the stage that is done."""
    return min(1.0, max(0.0, work.done / work.total)) if work.total else 0.0
