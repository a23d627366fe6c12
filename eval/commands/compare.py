"""``python -m eval compare``: two runs, or two systems of one, question by question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.options import AsJson
from assistant.commands.streams import console, write_json

if TYPE_CHECKING:
    from eval.compare import Change, Comparison, Difference
    from eval.report.recorded import RecordedAnswer, RecordedRun, RecordedSystem
    from eval.report.words import Words
    from eval.table import Grid

EXAMPLES = """[bold]Examples[/bold]
  python -m eval compare eval-results/before eval-results/after
  python -m eval compare eval-results/report --systems bm25 pincite
  python -m eval compare before/results.json after/results.json --systems pincite pincite
"""

LISTED = 20


def compare(
    runs: Annotated[
        list[Path],
        typer.Argument(
            metavar="A [B]", help="Folders that `run` has written, or their results.json."
        ),
    ],
    systems: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--systems",
            metavar="NAME NAME",
            show_default=False,
            help="The system of A and that of B (or both of A); the first of each by default.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Say how B differs from A on the same questions, and which questions it won and lost.

    Each difference has the p-value of a paired permutation test: the chance of one at least
    as large if A and B were alike.
    """
    from eval.compare import compare as compare_systems
    from eval.report.recorded import read_run
    from eval.table import draw

    if len(runs) > 2 or (len(runs) == 1 and systems is None):
        raise typer.BadParameter("name two runs, or one with --systems", param_hint="A [B]")
    first, second = read_run(runs[0]), read_run(runs[-1])
    names = systems or (None, None)
    one, other = _system(first, names[0]), _system(second, names[1])
    found = compare_systems(one, other)
    if as_json:
        write_json(to_json(found, one.name, other.name))
        return
    shown = console()
    for grid in grids(found, one.name, other.name):
        shown.print(draw(grid))
    for title, changes in (("won", found.won), ("lost", found.lost)):
        for line in change_lines(title, changes):
            shown.print(line, soft_wrap=True)


def _system(run: RecordedRun, name: str | None) -> RecordedSystem:
    systems = {system.name: system for system in run.systems}
    if name is None and systems:
        return run.systems[0]
    if name not in systems:
        known = ", ".join(systems) or "none"
        raise typer.BadParameter(f"no system {name} in {run.folder}; there are: {known}")
    return systems[name]


def grids(found: Comparison, first: str, second: str, words: Words | None = None) -> Iterator[Grid]:
    """Yield the differences over all questions, then those kind by kind.

    Args:
        found: What to show.
        first: Name of the system compared with.
        second: Name of the system compared.
        words: In which it is said; None for English, with measures as the results have them.
    """
    from eval.report.words import Words
    from eval.table import Grid

    words = words or Words(measure=str)
    title = words.titled(words.against(second, first), words.compared(found.n, found.left_out))
    a, b = (first, second) if first != second else ("A", "B")
    head = (words.measure_head, "n", a, b, words.difference_head, "p")
    yield Grid(
        title,
        head,
        tuple(_row(words.measure(d.measure), d, words) for d in found.differences if d.n),
    )
    rows = tuple(
        _row(f"{words.measure(d.measure)}, {words.kind(d.kind)}", d, words) for d in found.by_kind
    )
    yield Grid(f"{title}, {words.compared_kinds}", head, rows)


def _row(name: str, found: Difference, words: Words) -> tuple[str, ...]:
    from eval.table import UNDEFINED

    figures = (found.first, found.second)
    return (
        name,
        str(found.n),
        *(UNDEFINED if figure is None else words.figure(figure, 3) for figure in figures),
        UNDEFINED if found.gain is None else words.gain(found.gain, 3),
        UNDEFINED if found.p_value is None else words.figure(found.p_value, 4),
    )


def change_lines(title: str, changes: Sequence[Change]) -> Iterator[str]:
    """Yield a line for each question won or lost: what was expected and what was cited."""
    yield ""
    yield f"{len(changes)} questions {title}"
    for change in changes[:LISTED]:
        asked = change.first.question
        gold = ", ".join(unit.label for unit in asked.gold) or "a refusal"
        yield f"  {asked.id} ({asked.kind}) {change.before:.2f} -> {change.after:.2f}: {asked.text}"
        yield f"      expected {gold}; {_said(change.first)} -> {_said(change.second)}"
    if len(changes) > LISTED:
        yield f"  and {len(changes) - LISTED} more: --json lists all"


def _said(answer: RecordedAnswer) -> str:
    if answer.abstained:
        return "refused"
    return "cited " + (", ".join(cited.unit.label for cited in answer.cited) or "nothing")


def to_json(found: Comparison, first: str, second: str) -> dict[str, object]:
    """Return a comparison as one JSON object."""

    def changes(listed: Sequence[Change]) -> list[dict[str, object]]:
        return [{"id": c.first.question.id, "before": c.before, "after": c.after} for c in listed]

    return {
        "systems": [first, second],
        "questions": found.n,
        "left_out": found.left_out,
        "differences": [{**asdict(d), "gain": d.gain} for d in found.differences],
        "by_kind": [{**asdict(d), "gain": d.gain} for d in found.by_kind],
        "won": changes(found.won),
        "lost": changes(found.lost),
    }
