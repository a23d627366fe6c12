"""Standard output and standard error: results go to the one, everything else to the other."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn, TypeVar

if TYPE_CHECKING:
    from rich.console import Console

PIPE_CLOSED = 141
"""Exit status when the reader of our output has gone: 128 + SIGPIPE, as of any Unix tool."""

WIDEST = 100
"""Columns that text is wrapped to on a wide terminal."""

T = TypeVar("T")

Advance = Callable[[str, int, int], None]
"""Told a stage's name, how much of it is done, and how much there is in all."""


def use_utf8() -> None:
    """Write UTF-8 whatever the locale says, since JSON is UTF-8 and reports are in any script."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def leave_closed_pipe() -> NoReturn:
    """End quietly because nobody reads our output any more, as after ``| head``."""
    # The interpreter flushes at exit and would complain: give it something to flush into.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(PIPE_CLOSED)


def write_json(value: Mapping[str, object]) -> None:
    """Write one object on one line of standard output."""
    from assistant.json_format import dumps

    sys.stdout.write(dumps(value) + "\n")


def note(message: str) -> None:
    """Write a line for the person at the terminal; never part of the result."""
    sys.stderr.write(message + "\n")


def console(*, wide: bool = False) -> Console:
    """Return the console for results; it takes every text literally, never as markup.

    Args:
        wide: Use all of a wide terminal, as a table does; text is easier to read in `WIDEST`.
    """
    from rich.console import Console

    class Results(Console):
        def on_broken_pipe(self) -> None:
            leave_closed_pipe()

    made = Results(highlight=False, markup=False, emoji=False)
    if (made.width > WIDEST and not wide) or not made.is_terminal:
        made.width = WIDEST
    return made


@contextmanager
def progress_bar(
    *, quiet: bool = False, rates: Mapping[str, str] | None = None
) -> Iterator[Advance]:
    """Show a bar a stage on standard error while the block runs; only on a terminal, not if quiet.

    Args:
        quiet: Show nothing.
        rates: What is counted in a stage, for those whose speed is worth telling.

    Yields:
        A function to call with a stage's name, how much of it is done, and how much there is.
    """
    if quiet or not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TaskID,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            noun, speed = task.fields["noun"], task.finished_speed or task.speed
            return Text(f"{speed:.1f} {noun}/s" if noun and speed else "")

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(elapsed_when_finished=True),
    )
    stages: dict[str, TaskID] = {}
    # Some steps are instant and others take seconds: a short look back would make the time jump.
    with Progress(
        *columns, console=Console(stderr=True), transient=True, speed_estimate_period=120
    ) as shown:

        def advance(stage: str, done: int, total: int) -> None:
            if stage not in stages:
                noun = (rates or {}).get(stage, "")
                stages[stage] = shown.add_task(stage, total=total, noun=noun)
            shown.update(stages[stage], completed=done, total=total)

        yield advance


def track(items: Iterable[T], total: int, stage: str, *, quiet: bool = False) -> Iterator[T]:
    """Yield the items while a bar shows how many have been dealt with."""
    with progress_bar(quiet=quiet) as advance:
        advance(stage, 0, total)
        for done, item in enumerate(items, start=1):
            yield item
            advance(stage, done, total)
