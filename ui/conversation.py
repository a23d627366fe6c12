"""A conversation: what was asked and answered, and the source that is open. Immutable."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from assistant.types import Answer

Judged = Literal["", "choosing", "kept", "failed"]
"""How far a person is with judging an answer."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question with its answer, or with the error that kept it from one.

    Attributes:
        question: As asked.
        answer: None if an error came instead.
        error: The error in the person's words; empty if there is an answer.
        judged: How far the person is with judging the answer.
        told: What is said of the judgement: where it is kept, or why it is not.
        within: The documents that the person had it asked of, in words; empty for all.
    """

    question: str
    answer: Answer | None
    error: str = ""
    judged: Judged = ""
    told: str = ""
    within: str = ""


@dataclass(frozen=True, slots=True)
class OpenSource:
    """The unit shown in the source panel.

    Attributes:
        turn: Position of the turn it was opened from.
        document: Symbol of the document.
        label: Label of the unit.
        chosen: True if the person opened it, False if it came with an answer.
        page: Page of the file to show; None for the one that the unit is on.
    """

    turn: int
    document: str
    label: str
    chosen: bool
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """The turns of a conversation, oldest first, and the open source."""

    turns: tuple[Turn, ...] = ()
    source: OpenSource | None = None

    @property
    def history(self) -> tuple[str, ...]:
        """The questions that got an answer, oldest first, as a follow-up needs them."""
        return tuple(turn.question for turn in self.turns if turn.answer is not None)

    def history_before(self, turn: int) -> tuple[str, ...]:
        """Return the questions that were answered before a turn, oldest first."""
        return Conversation(self.turns[:turn]).history

    def judged(self, turn: int, judged: Judged, told: str = "") -> Conversation:
        """Return the conversation with a turn judged as far as that."""
        changed = replace(self.turns[turn], judged=judged, told=told)
        return replace(self, turns=(*self.turns[:turn], changed, *self.turns[turn + 1 :]))

    def answered(self, question: str, answer: Answer, within: str = "") -> Conversation:
        """Return the conversation with an answered question, its best citation open."""
        source = None
        if answer.citations:
            best = answer.citations[0]
            source = OpenSource(len(self.turns), best.document, best.label, chosen=False)
        return Conversation((*self.turns, Turn(question, answer, within=within)), source)

    def failed(self, question: str, error: str, within: str = "") -> Conversation:
        """Return the conversation with a question that met an error."""
        return Conversation((*self.turns, Turn(question, None, error, within=within)), None)

    def opened(self, turn: int, document: str, label: str) -> Conversation:
        """Return the conversation with another source open, chosen by the person."""
        return replace(self, source=OpenSource(turn, document, label, chosen=True))

    def turned_to(self, page: int) -> Conversation:
        """Return the conversation with another page of the open source's file in view."""
        if self.source is None:
            return self
        return replace(self, source=replace(self.source, page=page, chosen=True))

    def closed(self) -> Conversation:
        """Return the conversation with no source open."""
        return replace(self, source=None)
