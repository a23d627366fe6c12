"""The steps of the short tour, in words. Knows no Streamlit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ui.language import say

StepName = Literal["ask", "words", "source", "sure", "take"]
"""What a step shows."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the tour.

    Attributes:
        name: What it shows.
        title: In a few words.
        text: What to look at, in a sentence or two.
    """

    name: StepName
    title: str
    text: str


def steps() -> tuple[Step, ...]:
    """Return the steps in their order."""
    return (
        Step("ask", say("tour-ask"), say("tour-ask-text")),
        Step("words", say("tour-quote"), say("tour-quote-text")),
        Step("source", say("tour-source"), say("tour-source-text")),
        Step("sure", say("tour-sure"), say("tour-sure-text")),
        Step("take", say("tour-take-away"), say("tour-take-away-text")),
    )


def heard(number: int) -> str:
    """Return what is said of a step to those who hear the page."""
    step, told = steps()[number], counted(number)
    return f"{told}. {step.title}. {step.text}"


def counted(number: int) -> str:
    """Return which of the steps it is, counted from 0 here and from 1 there."""
    return say("tour-step", number=number + 1, total=len(steps()))
