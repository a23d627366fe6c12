"""HTML of everything foreign that the library page shows; see `ui.markup`."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.display import display
from corpus.types import Unit
from ui import wording
from ui.escaping import as_html
from ui.language import say
from ui.library_view import MOST_ROWS, Report, Table
from ui.library_work import FileLine, Outcome
from ui.markup import footnotes
from ui.retelling import retold


def outcome(found: Outcome) -> str:
    """Return what came of a change of the library: a line for each file that needs one.

    It takes the focus, so that a long list can be scrolled by keyboard.
    """
    if found.removed:
        lines = "".join(f"<li><bdi>{as_html(symbol)}</bdi></li>" for symbol in found.removed)
        return _outcome(say("library-removed", number=len(found.removed)), f"<ul>{lines}</ul>")
    counts = (len(found.read), len(found.flagged), len(found.unchanged), len(found.refused))
    pieces = []
    if found.waiting:
        pieces.append(f"<p>{say('library-files-waiting', number=found.waiting)}</p>")
    for style, label, files in (
        ("pc-refused", say("library-refused"), found.refused),
        ("pc-flagged", say("library-flagged"), found.flagged),
        ("pc-read", say("library-read"), found.read),
        ("pc-unchanged", say("library-unchanged"), found.unchanged),
    ):
        items = "".join(_file_line(file, style, label) for file in files)
        pieces.append(f"<ul>{items}</ul>" if items else "")
    return _outcome(wording.summary(*counts), "".join(pieces))


def _outcome(title: str, body: str) -> str:
    return (
        f'<div class="pc-outcome" tabindex="0" role="region" aria-label="{as_html(title)}">'
        f"<p><strong>{as_html(title)}</strong></p>{body}</div>"
    )


def _file_line(file: FileLine, style: str, label: str) -> str:
    reasons = " ".join(file.reasons)
    # A message about a file mostly begins with its name.
    named = "" if reasons.startswith(file.name) else f"<bdi>{as_html(file.name)}</bdi>"
    symbol = f"<bdi>{as_html(file.symbol)}</bdi>" if file.symbol else ""
    retelling = " ".join(map(retold, file.reasons))
    told = f'<span dir="auto">{as_html(retelling)}</span>' if reasons else ""
    words = " · ".join(part for part in (symbol, named, told) if part)
    return f'<li class="{style}"><strong>{label}</strong> {words}</li>'


def report_head(report: Report) -> str:
    """Return what is known about a document."""
    facts = "".join(
        f'<dt>{as_html(name)}</dt><dd dir="auto">{as_html(value)}</dd>'
        for name, value in report.facts
    )
    title = "" if report.title == report.symbol else as_html(report.title)
    return (
        f'<p class="pc-report-title" dir="auto">{title}</p>'
        f'<dl class="pc-facts">{facts}</dl>'
        f'<p class="pc-note">{as_html(report.figures)}</p>'
    )


def flags(report: Report) -> str:
    """Return why a document must be cited with care."""
    items = "".join(f'<li dir="auto">{as_html(flag)}</li>' for flag in report.flags)
    return f'<div class="pc-caution"><strong>{say("library-flags")}</strong><ul>{items}</ul></div>'


def table(found: Table, most: int = MOST_ROWS) -> str:
    """Return a table; rows beyond `most` are counted."""
    head = "".join(f'<th scope="col">{as_html(name)}</th>' for name in found.columns)
    body = "".join(
        "<tr>" + "".join(f'<td dir="auto">{as_html(cell)}</td>' for cell in row) + "</tr>"
        for row in found.rows[:most]
    )
    over = len(found.rows) - most
    more = f'<p class="pc-note">{say("library-and-more-rows", number=over)}</p>' if over > 0 else ""
    return (
        f'<table class="pc-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}'
    )


def unit_table(units: Iterable[Unit], language: str) -> str:
    """Return units with their labels, pages and footnotes.

    Args:
        units: Those to show.
        language: Of the document, ISO 639-1.
    """
    units = tuple(units)
    paged = any(unit.page is not None for unit in units)
    names = (say("library-label"), *((say("library-page"),) if paged else ()), say("library-text"))
    head = "".join(f'<th scope="col">{name}</th>' for name in names)
    body = "".join(_unit_row(unit, paged) for unit in units)
    return (
        f'<table class="pc-table pc-units" lang="{as_html(language)}">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _unit_row(unit: Unit, paged: bool) -> str:
    page = f"<td>{'' if unit.page is None else unit.page}</td>" if paged else ""
    text = f'<p dir="auto">{as_html(unit.text)}</p>' if unit.text else ""
    return (
        f'<tr><th scope="row"><bdi>{as_html(display(unit.label))}</bdi></th>{page}'
        f"<td>{text}{footnotes(unit.notes)}</td></tr>"
    )
