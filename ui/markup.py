"""HTML of everything foreign that the page shows.

Every word from outside goes through `as_html`; the tags are written here, and only here.
``dir="auto"`` and ``<bdi>`` keep text that runs from right to left from moving its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterable

from corpus.types import Document
from ui import wording
from ui.escaping import as_html
from ui.presentation import QuoteView
from ui.source import Run, SourceView, UnitView

MOST_NAMED = 3
"""Documents that the first screen names."""

DEEPEST = 4
"""Levels that the styles indent."""


def paragraph(text: str, style: str) -> str:
    """Return one paragraph of text in a style of ``styles.css``."""
    return f'<p class="{style}" dir="auto">{as_html(text)}</p>'


def hidden_title() -> str:
    """Return the page's heading for those who hear the page."""
    return f'<h1 class="pc-heard">{wording.NAME}</h1>'


def question(text: str) -> str:
    """Return a question as the heading of its turn."""
    return f'<h2 class="pc-question" dir="auto">{as_html(text)}</h2>'


def read_as(text: str) -> str:
    """Return how a follow-up was read."""
    return f'<p class="pc-note">{wording.READ_AS} <bdi>{as_html(text)}</bdi></p>'


def quote(view: QuoteView) -> str:
    """Return the quoted stretches of one unit."""
    stretches = "".join(f'<p dir="auto">{as_html(text)}</p>' for text in view.texts)
    return f'<blockquote class="pc-quote">{stretches}</blockquote>'


def library_line(documents: Iterable[Document]) -> str:
    """Return the line that says over which documents one asks."""
    shown = tuple(documents)
    names = "; ".join(
        f"<bdi>{as_html(document.metadata.title)}</bdi> (<bdi>{as_html(document.symbol)}</bdi>)"
        for document in shown[:MOST_NAMED]
    )
    more = f"; {wording.and_more(len(shown) - MOST_NAMED)}" if len(shown) > MOST_NAMED else ""
    label = wording.library(several=len(shown) > 1)
    return f'<p class="pc-note"><strong>{label}</strong> {names}{more}</p>'


def document_entry(document: Document) -> str:
    """Return what the sidebar says of one document."""
    paragraphs = sum(unit.kind == "paragraph" for unit in document.units)
    size = ", ".join(
        (
            wording.counted(paragraphs, "paragraph", "paragraphs"),
            wording.counted(len(document.units), "citable unit", "citable units"),
        )
    )
    return (
        '<div class="pc-document">'
        f'<p class="pc-document-title" dir="auto">{as_html(document.metadata.title)}</p>'
        f'<p class="pc-note"><bdi>{as_html(document.symbol)}</bdi></p>'
        f'<p class="pc-note">{size}</p>'
        "</div>"
    )


def source_head(view: SourceView, *, chosen: bool) -> str:
    """Return the unit's reference, and the document and headings it stands under.

    Args:
        view: The source.
        chosen: True if the person opened it; a narrow page shows no other.
    """
    steps = [view.document, *view.heading_path]
    steps += [f"{wording.PAGE} {view.page}"] if view.page is not None else []
    path = "".join(f"<li><bdi>{as_html(step)}</bdi></li>" for step in steps)
    style = "pc-reference pc-chosen" if chosen else "pc-reference"
    return (
        f'<h2 class="{style}"><bdi>{as_html(view.short_reference)}</bdi></h2>'
        f'<ol class="pc-path" title="{as_html(view.title)}">{path}</ol>'
    )


def source_text(view: SourceView) -> str:
    """Return the unit between its neighbours, under its lead-in, the quoted words marked."""
    return f'<div class="pc-source">{"".join(_unit(one) for one in view.units)}</div>'


def _unit(view: UnitView) -> str:
    marker = f'<span class="pc-marker">{as_html(view.marker)}</span> ' if view.marker else ""
    words = "".join(_run(run) for run in view.runs)
    current = ' aria-current="true"' if view.role == "own" else ""
    depth = min(view.depth, DEEPEST)
    return f'<p class="pc-{view.role} pc-depth-{depth}" dir="auto"{current}>{marker}{words}</p>'


def _run(run: Run) -> str:
    text = as_html(run.text)
    return f"<mark>{text}</mark>" if run.marked else text


def likelihood_table(likelihoods: Iterable[tuple[float, str]]) -> str:
    """Return the phrases for a confidence with the least probability of each."""
    rows = "".join(
        f"<tr><td>{as_html(words)}</td><td>{wording.from_on(least)}</td></tr>"
        for least, words in likelihoods
    )
    return f'<table class="pc-likelihoods">{rows}</table>'
