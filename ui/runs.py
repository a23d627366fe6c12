"""A text cut into what is marked and what is not. Knows no Streamlit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is quoted, or not."""

    text: str
    marked: bool


def cut_runs(text: str, spans: Iterable[tuple[int, int]]) -> tuple[Run, ...]:
    """Cut a text into marked and unmarked runs.

    Args:
        text: The whole text.
        spans: Offsets ``(start, end)`` to mark, in any order; they may overlap or touch.

    Returns:
        Runs without empty ones; joined they are `text`.

    Raises:
        ValueError: A span does not lie in the text.
    """
    runs: list[Run] = []
    at = 0
    for start, end in _joined(spans):
        if not 0 <= start < end <= len(text):
            raise ValueError(f"span {start}:{end} lies outside a text of {len(text)} characters")
        runs += [Run(text[at:start], False), Run(text[start:end], True)]
        at = end
    runs.append(Run(text[at:], False))
    return tuple(run for run in runs if run.text)


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans in order, those that overlap or touch made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
