"""The report as one HTML page that needs nothing but itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from eval.report import markup
from eval.report.cards import Card, make_cards
from eval.report.escaping import as_html
from eval.report.plots import make_plots
from eval.report.recorded import VERDICTS
from eval.report.sections import Section
from eval.report.tables import kinds_grid, overall_grid

HERE = Path(__file__).parent
STYLES = ("page.css", "plots.css", "cards.css")

_ALL = "all"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"


def make_page(sections: Sequence[Section], system: str | None = None) -> str:
    """Return the whole page.

    It fetches nothing (its policy forbids it), follows the reader's light or dark theme, and can
    be read without its script, which only filters the questions.

    Args:
        sections: One a set.
        system: Name of the system whose failures are shown; by default each section's first.
    """
    styles = "".join((HERE / name).read_text(encoding="utf-8") for name in STYLES)
    script = (HERE / "filter.js").read_text(encoding="utf-8")
    body = "".join(_section(section, choose_system(section, system)) for section in sections)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Pincite evaluation</title><style>{styles}</style></head>"
        f"<body><main><h1>Pincite evaluation</h1>{body}</main>"
        f"<script>{script}</script></body></html>\n"
    )


def choose_system(section: Section, name: str | None) -> int:
    """Return the position of the system of that name, the first if there is none."""
    names = [named.name for named in section.systems]
    return names.index(name) if name in names else 0


def _section(section: Section, system: int) -> str:
    return (
        f"<section><h2>Set {as_html(section.set_name)}</h2>{_made_from(section)}"
        f"{markup.table(overall_grid(section))}{markup.plots(make_plots(section, system))}"
        f"{markup.table(kinds_grid(section))}{_failures(section, system)}</section>"
    )


def _made_from(section: Section) -> str:
    runs = "".join(
        f"<li>{as_html(run.folder.name)}: {as_html(run.created)}, "
        f"{f'code {as_html(run.commit)}, ' if run.commit else ''}"
        f"set {as_html(run.set_sha256[:12])}, {as_html('; '.join(run.documents))}</li>"
        for run in section.runs
    )
    return f'<ul class="ev-others">{runs}</ul>'


def _failures(section: Section, system: int) -> str:
    failed = [card for card in make_cards(section, system) if card.failed]
    name = as_html(section.systems[system].name)
    title = f"<h2>What {name} failed on: {len(failed)} of {len(section.runs[0].questions)}</h2>"
    if not failed:
        return title
    kinds = {kind: kind for kind in section.kinds}
    filters = _filter("Kind", "kind", kinds, failed) + _filter(
        "Fault", "verdict", {str(key): words for key, words in VERDICTS.items()}, failed
    )
    cards = "".join(map(markup.card, failed))
    return (
        f'{title}<div class="ev-failures"><p class="ev-filters" hidden>{filters}'
        f'<output class="ev-note"></output></p>{cards}</div>'
    )


def _filter(label: str, field: str, names: dict[str, str], cards: Sequence[Card]) -> str:
    """Return a choice of the values of one field of the cards, with how many have each."""
    counts = Counter(str(getattr(card, field)) for card in cards)
    options = "".join(
        f'<option value="{as_html(value)}">{as_html(shown)} ({counts[value]})</option>'
        for value, shown in names.items()
        if counts[value]
    )
    return (
        f'<label>{label} <select data-field="{field}"><option value="">{_ALL}</option>'
        f"{options}</select></label> "
    )
