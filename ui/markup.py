"""HTML of everything foreign that the page shows.

Every word from outside goes through `as_html`; the tags are written here, and only here.
``dir="auto"`` and ``<bdi>`` keep text that runs from right to left from moving its neighbours.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence

from corpus.readers.pdf_view import PageView
from corpus.types import Document
from ui import wording
from ui.escaping import as_html
from ui.language import say
from ui.presentation import QuoteView, excerpt
from ui.runs import Run
from ui.section_view import SectionView
from ui.source import SourceView, UnitView

MOST_NAMED = 3
"""Documents that the first screen names."""

DEEPEST = 4
"""Levels that the styles indent."""

MARGIN = 0.02
"""Share of a page's width that is left beside its print."""

TITLE_LENGTH = 90


def paragraph(text: str, style: str) -> str:
    """Return one paragraph of text in a style of ``styles.css``."""
    return f'<p class="{style}" dir="auto">{as_html(text)}</p>'


def awaited(number: int) -> str:
    """Return the room that buttons will take, for those who see the page."""
    return f'<div class="pc-awaited" aria-hidden="true">{"<div></div>" * number}</div>'


def told(text: str) -> str:
    """Return what was just done, told to those who hear the page too."""
    return f'<p class="pc-note" role="status" dir="auto">{as_html(text)}</p>'


def hidden_title() -> str:
    """Return the page's heading for those who hear the page."""
    return f'<h1 class="pc-heard">{wording.NAME}</h1>'


def question(text: str) -> str:
    """Return a question as the heading of its turn."""
    return f'<h2 class="pc-question" dir="auto">{as_html(text)}</h2>'


def read_as(text: str) -> str:
    """Return how a follow-up was read."""
    return f'<p class="pc-note">{say("read-as")} <bdi>{as_html(text)}</bdi></p>'


def quote(view: QuoteView) -> str:
    """Return the quoted stretches of one unit."""
    stretches = "".join(f'<p dir="auto">{as_html(text)}</p>' for text in view.texts)
    return f'<blockquote class="pc-quote">{stretches}</blockquote>'


def document_line(title: str, superseded_by: str) -> str:
    """Return which document quotes come from, and that there is a newer one."""
    newer = f" {as_html(say('superseded-by', symbol=superseded_by))}" if superseded_by else ""
    newer = f'<span class="pc-warn" dir="auto">{newer}</span>' if newer else ""
    name = f"<bdi>{as_html(title)}</bdi>" if title else ""
    return f'<p class="pc-note">{name}{newer}</p>'


def link_notice(text: str) -> str:
    """Return what is not as a link said."""
    return f'<p class="pc-note pc-warn pc-link-notice" role="status" dir="auto">{as_html(text)}</p>'


def gone(reference: str) -> str:
    """Return a reference to what is not in the library any more."""
    return f'<p class="pc-note"><bdi>{as_html(reference)}</bdi> ({say("gone")})</p>'


def library_line(documents: Iterable[Document]) -> str:
    """Return the line that says over which documents one asks."""
    shown = tuple(documents)
    names = "; ".join(
        f"<bdi>{as_html(excerpt(document.metadata.title, TITLE_LENGTH))}</bdi> "
        f"(<bdi>{as_html(document.symbol)}</bdi>)"
        for document in shown[:MOST_NAMED]
    )
    more = f"; {say('and-more', number=len(shown) - MOST_NAMED)}" if len(shown) > MOST_NAMED else ""
    label = say("library-names", number=len(shown))
    return f'<p class="pc-note"><strong>{label}</strong> {names}{more}</p>'


def document_entry(document: Document) -> str:
    """Return what the sidebar says of one document."""
    paragraphs = sum(unit.kind == "paragraph" for unit in document.units)
    told = [say("counted-paragraphs", number=paragraphs)] if paragraphs else []
    told.append(say("counted-units", number=len(document.units)))
    size = ", ".join(told)
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
    steps += [f"{say('page-word')} {view.page}"] if view.page is not None else []
    path = "".join(f"<li><bdi>{as_html(step)}</bdi></li>" for step in steps)
    style = "pc-reference pc-chosen" if chosen else "pc-reference"
    cautions = "".join(
        f'<p class="pc-note pc-warn" dir="auto">{as_html(caution)}</p>' for caution in view.cautions
    )
    return (
        f'<h2 class="{style}"><bdi>{as_html(view.short_reference)}</bdi></h2>'
        f'<ol class="pc-path" title="{as_html(view.title)}">{path}</ol>{cautions}'
    )


def section_head(view: SectionView) -> str:
    """Return a section's heading, and the document and headings it stands under."""
    path = "".join(f"<li><bdi>{as_html(step)}</bdi></li>" for step in (view.document, *view.path))
    return (
        f'<h2 class="pc-reference pc-chosen" dir="auto">{as_html(view.heading)}</h2>'
        f'<ol class="pc-path" title="{as_html(view.title)}">{path}</ol>'
    )


def reading_head(document: Document, cautions: Sequence[str], others: int) -> str:
    """Return what stands over a document that is read.

    Args:
        document: The document.
        cautions: What one should know before citing it.
        others: How many units of other documents refer to it.
    """
    about = document.metadata
    told = [cited for cited in (about.body, about.date) if cited]
    if others:
        told.append(say("read-refers-here", number=others))
    notes = "".join(f'<p class="pc-note" dir="auto">{as_html(line)}</p>' for line in told)
    warnings = "".join(
        f'<p class="pc-note pc-warn" dir="auto">{as_html(caution)}</p>' for caution in cautions
    )
    return (
        f'<h1 class="pc-read-title" dir="auto" lang="{as_html(about.language)}">'
        f"{as_html(about.title)}</h1>"
        f'<p class="pc-note"><bdi>{as_html(document.symbol)}</bdi></p>{notes}{warnings}'
    )


def source_text(view: SourceView) -> str:
    """Return the unit between its neighbours, under its lead-in, the quoted words marked.

    It takes the focus, so that a long one can be scrolled by keyboard.
    """
    units = "".join(_unit(one) for one in view.units)
    name = as_html(view.short_reference)
    return (
        f'<div class="pc-source" lang="{as_html(view.language)}" tabindex="0" role="region" '
        f'aria-label="{name}">{units}</div>'
    )


def source_page(view: PageView, alternative: str, caption: str, *, whole: bool) -> str:
    """Return the picture of a page, and an anchor at the height of the first box.

    Args:
        view: The page.
        alternative: What those hear who do not see it.
        caption: What stands under it.
        whole: Whether to show the margins at its sides; without them the print is larger.
    """
    data = base64.b64encode(view.png).decode()
    anchor = ""
    if view.boxed is not None:
        anchor = f'<span class="pc-boxed" style="top:{100 * view.boxed:.1f}%"></span>'
    style = ""
    left, right = max(0.0, view.left - MARGIN), min(1.0, view.right + MARGIN)
    if not whole and right > left:
        times = 1 / (right - left)
        style = f"width:{100 * times:.1f}%;margin-left:{-100 * left * times:.1f}%;max-width:none"
    return (
        f'<figure class="pc-page"><div tabindex="0" role="region" aria-label="{as_html(caption)}">'
        f'<img src="data:image/png;base64,{data}" width="{view.width}" height="{view.height}" '
        f'style="{style}" alt="{as_html(alternative)}">{anchor}</div>'
        f"<figcaption>{as_html(caption)}</figcaption></figure>"
    )


def footnotes(texts: Sequence[str]) -> str:
    """Return the footnotes of a unit."""
    items = "".join(f'<li dir="auto">{as_html(text)}</li>' for text in texts)
    return f'<ul class="pc-footnotes">{items}</ul>' if items else ""


def _unit(view: UnitView) -> str:
    marker = f'<span class="pc-marker">{as_html(view.marker)}</span> ' if view.marker else ""
    words = "".join(_run(run) for run in view.runs)
    current = ' aria-current="true"' if view.role == "own" else ""
    depth = min(view.depth, DEEPEST)
    return (
        f'<p class="pc-{view.role} pc-depth-{depth}" dir="auto"{current}>{marker}{words}</p>'
        f"{footnotes(view.notes)}"
    )


def _run(run: Run) -> str:
    text = as_html(run.text)
    return f"<mark>{text}</mark>" if run.marked else text


def likelihood_table(likelihoods: Iterable[tuple[float, str]]) -> str:
    """Return the phrases for a confidence with the least probability of each."""
    rows = "".join(
        f"<tr><td>{say('likelihood', likelihood=name)}</td>"
        f"<td>{say('least-chance', least=least)}</td></tr>"
        for least, name in likelihoods
    )
    return f'<table class="pc-likelihoods">{rows}</table>'


def heading(text: str) -> str:
    """Return a heading inside a dialog."""
    return f'<h3 class="pc-heading">{as_html(text)}</h3>'


def keys_table(keys: Iterable[tuple[str, str]]) -> str:
    """Return the keys with what each does, which messages say."""
    rows = "".join(
        f'<tr><th scope="row"><kbd>{as_html(key)}</kbd></th><td>{as_html(say(does))}</td></tr>'
        for key, does in keys
    )
    return f'<table class="pc-keys">{rows}</table>'
