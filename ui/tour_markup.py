"""HTML of the tour: a still drawing of what each step is about, made of the page's own words.

The drawings are for the eye alone: what they show, the step's text says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from corpus.display import display
from ui.escaping import as_html
from ui.language import say
from ui.tour import Step, StepName

_BEFORE, _QUOTED, _AFTER = "11", "12", "13"
"""Paragraphs of no document."""


def step(shown: Step, counted: str) -> str:
    """Return a step with its drawing.

    Args:
        shown: The step.
        counted: Which of the steps it is.
    """
    return (
        f'<div class="pc-tour"><p class="pc-note">{as_html(counted)}</p>'
        f'<h3 class="pc-heading">{as_html(shown.title)}</h3>'
        f"<p>{as_html(shown.text)}</p>"
        f'<div class="pc-still pc-still-{shown.name}" aria-hidden="true">'
        f"{_STILLS[shown.name]()}</div></div>"
    )


def _ask() -> str:
    question = as_html(say("tour-example-question"))
    return f'<p class="pc-still-box">{question}<span class="pc-still-send">↑</span></p>'


def _quote() -> str:
    return (
        f'<div><p class="pc-still-question">{as_html(say("tour-example-question"))}</p>'
        f"{_quoted()}</div>"
    )


def _source() -> str:
    reference = f'<p class="pc-reference">{as_html(display(_QUOTED))}</p>'
    units = "".join(
        f'<p class="{style}"><span class="pc-marker">{number}.</span> {words}</p>'
        for style, number, words in (
            ("pc-neighbour", _BEFORE, as_html(say("tour-example-before"))),
            ("pc-own", _QUOTED, f"<mark>{as_html(say('tour-example-quote'))}</mark>"),
            ("pc-neighbour", _AFTER, as_html(say("tour-example-after"))),
        )
    )
    ways = _row(_button(name) for name in (say("previous"), say("up"), say("next")))
    panel = (
        f'<div class="pc-still-panel">{reference}<div class="pc-source">{units}</div>{ways}</div>'
    )
    return f"{_quoted(open_now=True)}{panel}"


def _sure() -> str:
    line = _row([_word(say("sure", likelihood="very-likely")), _word(say("why"))])
    none = as_html(say("not-answered", documents=2))
    nearest = as_html(say("nearest"))
    return (
        f"<div>{line}{_quoted()}</div>"
        f'<div class="pc-still-panel"><p class="pc-statement">{none}</p>'
        f'<p class="pc-label">{nearest}</p>{_row([_badge()])}</div>'
    )


def _take_away() -> str:
    forms = (say("copy-reference"), say("copy-quote"), say("copy-footnote"), say("copy-bibtex"))
    menu = "".join(f"<span>{as_html(name)}</span>" for name in forms)
    copy = f"<div>{_row([_badge(), _word(say('copy'))])}"
    return (
        f'{copy}<p class="pc-still-menu">{menu}</p></div>'
        f"<div>{_row([_button('↓ ' + say('download-chat'))])}</div>"
    )


def _quoted(*, open_now: bool = False) -> str:
    """Return a quote over its reference."""
    words = f'<p class="pc-quote">{as_html(say("tour-example-quote"))}</p>'
    return f'<div class="pc-still-quote">{words}{_row([_badge(open_now=open_now)])}</div>'


def _row(parts: Iterable[str]) -> str:
    return f'<p class="pc-still-row">{"".join(parts)}</p>'


def _badge(*, open_now: bool = False) -> str:
    style = "pc-still-button pc-still-open" if open_now else "pc-still-button"
    return f'<span class="{style}">{as_html(display(_QUOTED))}</span>'


def _button(name: str) -> str:
    return f'<span class="pc-still-button">{as_html(name)}</span>'


def _word(name: str) -> str:
    """Return a button without a border, which opens something."""
    return f'<span class="pc-still-word">{as_html(name)}</span>'


_STILLS: dict[StepName, Callable[[], str]] = {
    "ask": _ask,
    "words": _quote,
    "source": _source,
    "sure": _sure,
    "take": _take_away,
}
