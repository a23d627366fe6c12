"""What the evaluation page shows, made from finished runs alone. Knows no Streamlit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.compare import Change
from eval.questions import SHIPPED, find_set
from eval.report.cards import Card
from eval.report.recorded import VERDICTS, RecordedRun, Verdict
from ui.escaping import as_html
from ui.evaluation_words import kind_name, verdict_name
from ui.language import figure, say

PER_PAGE = 10

FAILED: tuple[Verdict, ...] = tuple(verdict for verdict in VERDICTS if verdict != "right")

ORDERS = {
    "as-set": lambda card: 0.0,
    "worst": lambda card: card.score,
    "surest": lambda card: -card.confidence,
    "least-sure": lambda card: card.confidence,
    "deepest": lambda card: -(card.rank or 1000),
}
"""What questions can be sorted by, as `order_name` calls it; equal ones stay in the set's order."""


@dataclass(frozen=True, slots=True)
class SetChoice:
    """A set of questions that can be run.

    Attributes:
        name: As the page has it.
        path: The file.
        home: Data folder of the library it is about; None for the shipped report alone.
    """

    name: str
    path: Path
    home: Path | None


def set_choices(own: Path, home: Path) -> tuple[SetChoice, ...]:
    """Return the sets that can be run: the shipped ones, and the person's own if there is one.

    Args:
        own: File of the person's own set.
        home: Data folder of the person's library.
    """
    shipped = [SetChoice(name, find_set(name), None) for name in SHIPPED]
    mine = [SetChoice(say("own-set"), own, home)] if own.is_file() else []
    return (*shipped, *mine)


def comparable(
    found: Mapping[str, RecordedRun], shown: str, system: str
) -> dict[str, tuple[str, ...]]:
    """Return what a system can be compared with: names of runs, each with its systems.

    Args:
        found: Finished runs of one set by name.
        shown: Name of the system's run; it comes last, without the system itself.
        system: Name of the system.
    """
    others = {name: run for name, run in found.items() if name != shown} | {shown: found[shown]}
    systems = {
        name: tuple(one.name for one in run.systems if name != shown or one.name != system)
        for name, run in others.items()
    }
    return {name: names for name, names in systems.items() if names}


def order_name(order: str) -> str:
    """Return what a key of `ORDERS` is called."""
    return say("evaluation-order", order=order)


def choose_cards(
    cards: Iterable[Card],
    kinds: Collection[str],
    verdicts: Collection[str],
    order: str,
) -> tuple[Card, ...]:
    """Return the questions to show, in order.

    Args:
        cards: All of them, in the set's order.
        kinds: Those to show; none chosen shows all.
        verdicts: Those to show; none chosen shows all.
        order: A key of `ORDERS`.
    """
    fitting = [
        card
        for card in cards
        if (not kinds or card.kind in kinds) and (not verdicts or card.verdict in verdicts)
    ]
    return tuple(sorted(fitting, key=ORDERS[order]))


def page_count(questions: int) -> int:
    """Return how many pages the questions take; at least one."""
    return max(1, -(-questions // PER_PAGE))


def page_cards(cards: Sequence[Card], number: int) -> Sequence[Card]:
    """Return the questions of a page, counted from 1; the last one for a number beyond it."""
    number = max(1, min(number, page_count(len(cards))))
    return cards[(number - 1) * PER_PAGE : number * PER_PAGE]


def changes(title: str, listed: Sequence[Change]) -> str:
    """Return the questions that a run has won or lost against another, as HTML."""
    rows = "".join(
        f'<li dir="auto">{as_html(change.first.question.text)} '
        f'<span class="ev-note">{as_html(_moved(change))}</span></li>'
        for change in listed
    )
    return f"<h4>{as_html(title)}</h4><ol>{rows}</ol>" if rows else f"<h4>{as_html(title)}</h4>"


def _moved(change: Change) -> str:
    question = change.first.question
    return (
        f"{question.id} · {kind_name(question.kind)} · {verdict_name(change.first.verdict)} → "
        f"{verdict_name(change.second.verdict)} "
        f"({figure(change.before, 2)} → {figure(change.after, 2)})"
    )
