"""Writes a report: Markdown and the page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from assistant.batch import open_whole
from eval.report.cards import Card, make_cards
from eval.report.page import choose_system, make_page
from eval.report.recorded import RecordedRun
from eval.report.sections import Section, make_sections
from eval.report.tables import as_markdown, kinds_grid, overall_grid
from eval.report.words import verdict_words
from eval.table import Grid

PAGE = "report.html"
MARKDOWN = "report.md"


def write_report(
    runs: Sequence[RecordedRun], folder: Path, system: str | None = None
) -> tuple[Path, Path]:
    """Write ``report.html`` and ``report.md`` into a folder that exists.

    Args:
        runs: Finished runs, of one set or several.
        folder: Where to.
        system: Whose failures to show; by default the first system's.

    Returns:
        The two files.

    Raises:
        BatchError: They cannot be written.
    """
    sections = make_sections(runs)
    page, text = folder / PAGE, folder / MARKDOWN
    for path, content in (
        (page, make_page(sections, system)),
        (text, make_markdown(sections, system)),
    ):
        with open_whole(path) as stream:
            stream.write(content)
    return page, text


def make_markdown(sections: Sequence[Section], system: str | None = None) -> str:
    """Return the tables and the failed questions as Markdown."""
    parts = []
    for section in sections:
        place = choose_system(section, system)
        grids = (overall_grid(section), kinds_grid(section), failures_grid(section, place))
        parts += [as_markdown(grid) for grid in grids]
    return "\n".join(parts)


def failures_grid(section: Section, system: int) -> Grid:
    """Return a row a failed question: what was expected and what was given."""
    cards = [card for card in make_cards(section, system) if card.failed]
    return Grid(
        f"{section.systems[system].name} failed on {len(cards)} of "
        f"{len(section.runs[0].questions)}",
        ("question", "kind", "fault", "expected", "given"),
        tuple(_failure_row(card) for card in cards),
    )


def _failure_row(card: Card) -> tuple[str, ...]:
    expected = ", ".join(passage.reference for passage in card.expected)
    given = ", ".join(passage.reference for passage in card.given)
    refused = card.verdict == "refused"
    return (
        card.id,
        card.kind,
        verdict_words(card.verdict),
        expected or "nothing",
        "nothing" if refused else given,
    )
