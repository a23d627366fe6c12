"""What the library page shows, made from the library's list and documents. Knows no Streamlit."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.display import display
from corpus.links import Links
from corpus.types import Document, Parse, Rendition, Unit
from embeddings.holdings import Holding
from ui import wording
from ui.language import say
from ui.library_work import WAITING, WorkProgress
from ui.retelling import retold

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
                part for part in (holding.body, _kind(holding.kind), _language(holding)) if part
            ),
            date=holding.date,
            pages=holding.pages,
            units=holding.units,
            notes=_notes(holding),
        )
        for holding in holdings
    )


def _kind(kind: str) -> str:
    return wording.document_kind(kind) if kind else ""


def _language(holding: Holding) -> str:
    return "" if holding.language == "en" else _language_name(holding.language)


def _language_name(code: str) -> str:
    return wording.language_name(code) if code else ""


def _notes(holding: Holding) -> tuple[str, ...]:
    notes = [*dict.fromkeys(wording.flag_kind(flag.kind) for flag in holding.flags)]
    if holding.superseded_by:
        notes.append(say("library-superseded", symbol=holding.superseded_by))
    formats = list(dict.fromkeys(wording.file_format(file.format) for file in holding.files))
    if len(formats) > 1:
        notes.append(" + ".join(formats))
    return tuple(notes)


def named(symbols: Sequence[str]) -> str:
    """Return symbols in a line, of many the first."""
    more = len(symbols) - MOST_NAMED
    shown = ", ".join(symbols[:MOST_NAMED])
    return f"{shown} {say('and-more', number=more)}" if more > 0 else shown


def report_of(document: Document, links: Links) -> Report:
    """Return how a document was read, as far as the library keeps it.

    Args:
        document: Of the library.
        links: Its cross-references.
    """
    about = document.metadata
    files = "; ".join(map(_file, document.renditions))
    facts = (
        (say("library-issued-by"), about.body),
        (say("library-date"), about.date),
        (say("library-kind"), _kind(about.kind)),
        (say("library-session"), about.session),
        (say("library-language"), _language_name(about.language)),
        (say("library-also-known"), ", ".join(about.aliases)),
        (say("library-superseded-by"), document.superseded_by),
        (say("library-files"), files),
    )
    problems = [(one.kind, one.label, one.detail) for one in document.problems]
    problems += [("reference", one.source, one.reason) for one in links.unresolved]
    return Report(
        symbol=document.symbol,
        title=about.title,
        facts=tuple((name, value) for name, value in facts if value),
        figures=_figures(document),
        flags=tuple(retold(flag.detail) for flag in document.flags),
        problems=Table(
            (say("library-kind"), say("library-label"), say("library-detail")),
            tuple(
                (wording.problem_kind(kind), _where(label), retold(detail))
                for kind, label, detail in problems
            ),
        ),
    )


def _where(label: str) -> str:
    return display(label) if label else ""


def _figures(document: Document) -> str:
    notes = sum(len(unit.notes) for unit in document.units)
    parts = (
        say("counted-units", number=len(document.units)),
        say("counted-headings", number=len(document.headings)),
        say("counted-footnotes", number=notes) if notes else "",
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
    return say("library-coverage", share=math.floor(parse.coverage * 10_000) / 10_000)


def decisions_of(parse: Parse) -> Table:
    """Return the markers that had more than one reading."""
    return Table(
        (
            say("library-line"),
            say("library-marker"),
            say("library-read-as"),
            say("library-because"),
        ),
        tuple(
            (str(d.line), d.marker, wording.marker_reading(d.reading), retold(d.reason))
            for d in parse.decisions
        ),
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
        (say("library-line"), say("library-kind"), say("library-text")),
        tuple(
            (
                str(line),
                wording.furniture_kind(kind),
                text if times[kind, text] == 1 else f"{text} (×{times[kind, text]})",
            )
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
        return say("library-waiting")
    left = ""
    spent = now - work.began
    if 0 < work.done < work.total and spent > _SURE_AFTER:
        left = wording.time_left(spent * (work.total - work.done) / work.done)
    return wording.stage(work.stage, work.done, work.total, left)


def share_done(work: WorkProgress) -> float:
    """Return the share (0 to 1) of the stage that is done."""
    return min(1.0, max(0.0, work.done / work.total)) if work.total else 0.0


def _file(rendition: Rendition) -> str:
    """Return a file with its format and, where it has any, its pages."""
    if rendition.pages is None:
        return f"{rendition.file} ({wording.file_format(rendition.format)})"
    pages = say("counted-pages", number=rendition.pages)
    return f"{rendition.file} ({wording.file_format(rendition.format)}, {pages})"
