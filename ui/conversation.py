"""A conversation: what was asked and answered, and the source that is open. Immutable."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from assistant.scope import Scope
from assistant.types import Answer

Judged = Literal["", "choosing", "kept", "failed"]
"""How far a person is with judging an answer."""

Digests = tuple[tuple[str, str], ...]
"""Symbols of documents, and the digest of what each said."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question with its answer, or with the error that kept it from one.

    Attributes:
        question: As asked.
        answer: None if an error came instead, or the person stopped it.
        error: The error in the person's words; empty if there is an answer, or it was stopped.
        judged: How far the person is with judging the answer.
        told: What is said of the judgement: where it is kept, or why it is not.
        within: The documents that the person had it asked of, in words; empty for all.
        scope: The same as it was asked.
        reading: How the person wants it read, in place of what its chat would make of it; empty
            if they left that to the assistant.
        digests: Of the documents that the answer shows, when it was made.
        earlier: Other versions of the question, each with what was asked after it, that were
            asked before this one.
        later: Those that were asked after this one.
    """

    question: str
    answer: Answer | None
    error: str = ""
    judged: Judged = ""
    told: str = ""
    within: str = ""
    scope: Scope = Scope()
    reading: str = ""
    digests: Digests = ()
    earlier: tuple[tuple[Turn, ...], ...] = ()
    later: tuple[tuple[Turn, ...], ...] = ()

    @property
    def asked_as(self) -> str:
        """The question as a follow-up leans on it."""
        return self.reading or self.question

    @property
    def version(self) -> int:
        """Which version of the question this is, from 1."""
        return len(self.earlier) + 1

    @property
    def versions(self) -> int:
        """How many versions of the question there are."""
        return len(self.earlier) + 1 + len(self.later)

    def has_question(self, question: str) -> bool:
        """Tell whether a question is the one that was asked, or how it was read."""
        read = self.answer.read_as if self.answer else self.question
        return " ".join(question.split()) in (" ".join(t.split()) for t in (read, self.question))


Thread = tuple[Turn, ...]
"""A question and what was asked after it."""


@dataclass(frozen=True, slots=True)
class OpenSource:
    """The unit shown in the source panel.

    Attributes:
        turn: Position of the turn it was opened from.
        document: Symbol of the document.
        label: Label of the unit.
        chosen: True if the person opened it, False if it came with an answer.
        page: Page of the file to show; None for the one that the unit is on.
        section: Number of the section to show in place of the unit, one that it stands in; None
            for the unit itself.
    """

    turn: int
    document: str
    label: str
    chosen: bool
    page: int | None = None
    section: int | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """The turns of a conversation, oldest first, and the open source."""

    turns: Thread = ()
    source: OpenSource | None = None

    @classmethod
    def reopened(cls, turns: Thread) -> Conversation:
        """Return a kept conversation, the best citation of its last turn open."""
        return cls(turns, _best_source(len(turns) - 1, turns[-1]) if turns else None)

    @property
    def history(self) -> tuple[str, ...]:
        """The questions that got an answer, oldest first, as a follow-up needs them."""
        return tuple(turn.asked_as for turn in self.turns if turn.answer is not None)

    def history_before(self, turn: int) -> tuple[str, ...]:
        """Return the questions that were answered before a turn, oldest first."""
        return Conversation(self.turns[:turn]).history

    def judged(self, turn: int, judged: Judged, told: str = "") -> Conversation:
        """Return the conversation with a turn judged as far as that."""
        changed = replace(self.turns[turn], judged=judged, told=told)
        return replace(self, turns=(*self.turns[:turn], changed, *self.turns[turn + 1 :]))

    def answered(self, question: str, answer: Answer, within: str = "") -> Conversation:
        """Return the conversation with an answered question, its best citation open."""
        return self.with_turn(Turn(question, answer, within=within))

    def failed(self, question: str, error: str, within: str = "") -> Conversation:
        """Return the conversation with a question that met an error."""
        return self.with_turn(Turn(question, None, error, within=within))

    def with_turn(self, turn: Turn, at: int | None = None) -> Conversation:
        """Return the conversation with a new turn, its best citation open.

        Args:
            turn: The new one.
            at: Position of the turn that it is another version of; what was asked after that one
                goes with it and can be switched back to. None puts it at the end.
        """
        if at is None:
            return Conversation((*self.turns, turn), _best_source(len(self.turns), turn))
        old, *after = self.turns[at:]
        kept: tuple[Thread, ...] = ()
        if old.answer is not None or after:
            kept = ((replace(old, earlier=(), later=()), *after),)
        turn = replace(turn, earlier=(*old.earlier, *kept, *old.later), later=())
        return Conversation((*self.turns[:at], turn), _best_source(at, turn))

    def switched(self, at: int, version: int) -> Conversation:
        """Return the conversation with another version of a question, and what came after it.

        Args:
            at: Position of the turn.
            version: From 1; one that is not there changes nothing.
        """
        head, *after = self.turns[at:]
        if version == head.version or not 1 <= version <= head.versions:
            return self
        shown = (replace(head, earlier=(), later=()), *after)
        threads = (*head.earlier, shown, *head.later)
        chosen, *rest = threads[version - 1]
        chosen = replace(chosen, earlier=threads[: version - 1], later=threads[version:])
        return Conversation((*self.turns[:at], chosen, *rest), _best_source(at, chosen))

    def without(self, at: int) -> Conversation:
        """Return the conversation without a question and its other versions.

        What was asked after it stays as it was answered.
        """
        source = self.source
        if source is not None and source.turn >= at:
            source = None if source.turn == at else replace(source, turn=source.turn - 1)
        return Conversation((*self.turns[:at], *self.turns[at + 1 :]), source)

    def opened(
        self, turn: int, document: str, label: str, section: int | None = None
    ) -> Conversation:
        """Return the conversation with another source open, chosen by the person."""
        source = OpenSource(turn, document, label, chosen=True, section=section)
        return replace(self, source=source)

    def turned_to(self, page: int) -> Conversation:
        """Return the conversation with another page of the open source's file in view."""
        if self.source is None:
            return self
        return replace(self, source=replace(self.source, page=page, chosen=True))

    def closed(self) -> Conversation:
        """Return the conversation with no source open."""
        return replace(self, source=None)


def _best_source(at: int, turn: Turn) -> OpenSource | None:
    """Return the best citation of a turn, None if it has none."""
    if turn.answer is None or not turn.answer.citations:
        return None
    best = turn.answer.citations[0]
    return OpenSource(at, best.document, best.label, chosen=False)
