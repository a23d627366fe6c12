"""HTML of tables, plots and questions, for the report page and for the browser's.

Every word from outside goes through `as_html`; the tags are written here, and in `page`.
"""

from __future__ import annotations

from collections.abc import Iterable

from eval.report.cards import Card, Passage
from eval.report.escaping import as_html
from eval.report.plots import Plot
from eval.report.words import ENGLISH, Words
from eval.table import Grid


def table(grid: Grid) -> str:
    """Return a table under its caption; wide ones scroll by themselves."""
    head = "".join(f'<th scope="col">{as_html(cell)}</th>' for cell in grid.head)
    rows = "".join(
        f'<tr><th scope="row">{as_html(cells[0])}</th>'
        + "".join(f"<td>{as_html(cell)}</td>" for cell in cells[1:])
        + "</tr>"
        for cells in grid.rows
    )
    return (
        f'<div class="ev-wide" role="region" tabindex="0" aria-label="{as_html(grid.title)}">'
        f'<table class="ev-table"><caption>{as_html(grid.title)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def plots(drawn: Iterable[Plot]) -> str:
    """Return plots side by side, each under its title."""
    figures = "".join(
        f"<figure><h3>{as_html(plot.title)}</h3>{plot.svg}"
        f"<figcaption>{as_html(plot.note)}</figcaption></figure>"
        for plot in drawn
    )
    return f'<div class="ev-plots">{figures}</div>'


def card(one: Card, words: Words = ENGLISH) -> str:
    """Return a question with what was expected and what was given, side by side."""
    history = "".join(f'<li dir="auto">{as_html(text)}</li>' for text in one.history)
    before = f'<ol class="ev-history">{history}</ol>' if history else ""
    answer = f'<p class="ev-note" dir="auto">{as_html(one.answer)}</p>' if one.answer else ""
    expected = "".join(map(_passage, one.expected)) or f"<p>{as_html(words.nothing)}</p>"
    heading = f"<p>{as_html(one.given_heading)}</p>" if one.given_heading else ""
    given = heading + "".join(map(_passage, one.given))
    return (
        f'<article class="ev-card" data-kind="{as_html(one.kind)}" data-verdict="{one.verdict}">'
        f'{before}<h3 dir="auto">{as_html(one.question)}</h3>'
        f'<p class="ev-note"><span class="ev-verdict ev-{one.verdict}">'
        f"{as_html(words.verdict(one.verdict))}</span> {as_html(_facts(one, words))}</p>"
        f'<div class="ev-sides"><section><h4>{as_html(words.expected)}</h4>{answer}{expected}'
        f"</section><section><h4>{as_html(words.given)}</h4>{given}</section></div>"
        f"{_others(one, words)}</article>"
    )


def _facts(one: Card, words: Words) -> str:
    sure = words.confidence(words.figure(one.confidence, 2))
    facts = [one.id, words.kind(one.kind), sure]
    if one.expected:
        facts.append(words.first_rank(one.rank) if one.rank else words.not_found)
    return " · ".join(facts)


def _passage(one: Passage) -> str:
    words = "".join(
        f"<mark>{as_html(stretch.text)}</mark>" if stretch.marked else as_html(stretch.text)
        for stretch in one.stretches
    )
    note = f' <span class="ev-note">({as_html(one.note)})</span>' if one.note else ""
    return (
        f'<p class="ev-reference"><bdi>{as_html(one.reference)}</bdi>{note}</p>'
        f'<blockquote dir="auto">{words}</blockquote>'
    )


def _others(one: Card, words: Words) -> str:
    if not one.others:
        return ""
    said = "".join(
        f"<li>{as_html(other.name)}: {as_html(words.verdict(other.verdict))}"
        f"{', ' + as_html(other.cited) if other.cited else ''}</li>"
        for other in one.others
    )
    return f'<ul class="ev-others">{said}</ul>'
