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


def console() -> Console:
    """Return the console for results; it takes every text literally, never as markup."""
    from rich.console import Console

    class Results(Console):
        def on_broken_pipe(self) -> None:
            leave_closed_pipe()

    made = Results(highlight=False, markup=False, emoji=False)
    if made.width > WIDEST or not made.is_terminal:
        made.width = WIDEST
    return made


@contextmanager
def progress_bar(*, quiet: bool = False) -> Iterator[Advance]:
    """Show a bar on standard error while the block runs; only on a terminal, and not if quiet.

    Yields:
        A function to call with a stage's name, how much of it is done, and how much there is.
    """
    if quiet or not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=None)
        yield lambda stage, done, total: shown.update(
            task, description=stage, completed=done, total=total
        )


def track(items: Iterable[T], total: int, stage: str, *, quiet: bool = False) -> Iterator[T]:
    """Yield the items while a bar shows how many have been dealt with."""
    with progress_bar(quiet=quiet) as advance:
        advance(stage, 0, total)
        for done, item in enumerate(items, start=1):
            yield item
            advance(stage, done, total)
