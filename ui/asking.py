"""Asks in the background, so that a long question can be stopped. Knows no Streamlit.

An answer that is being worked out cannot be broken off inside; a stopped one is left to end and
is not looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass

from assistant.scope import Scope
from assistant.types import Answer
from corpus.errors import PinciteError
from ui.conversation import Turn

MOST_AT_ONCE = 8
"""Questions of all visitors that are worked on at the same time; others wait their turn."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it is asked of the library.

    Attributes:
        text: As the person typed it.
        at: Position of the turn that it is another version of; None for a new one.
        scope: The documents that it is asked of.
        within: The same in words; empty for all.
        reading: How the person wants it read; empty if they left that to the assistant.
    """

    text: str
    at: int | None = None
    scope: Scope = Scope()
    within: str = ""
    reading: str = ""

    def turn(self, answer: Answer | None, error: str = "") -> Turn:
        """Return the turn that an answer, an error or a stop makes of it."""
        return Turn(
            question=self.text,
            answer=answer,
            error=error,
            within=self.within,
            scope=self.scope,
            reading=self.reading,
        )


@dataclass(frozen=True, slots=True)
class Pending:
    """A question that is being worked on."""

    question: Question
    future: Future[Answer]

    def done(self, seconds: float | None = 0.0) -> bool:
        """Tell whether it is worked out, after waiting for it; None waits as long as it takes."""
        wait([self.future], timeout=seconds)
        return self.future.done()

    def turn(self) -> Turn:
        """Return the turn that came of it; only once it is done."""
        try:
            return self.question.turn(self.future.result())
        except PinciteError as error:
            return self.question.turn(None, str(error))

    def stop(self) -> Turn:
        """Return the turn of a stopped question, and do not begin it if it has not begun."""
        self.future.cancel()
        return self.question.turn(None)


class Asking:
    """Works on questions, several at once."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(MOST_AT_ONCE, thread_name_prefix="pincite-ask")

    def begin(self, question: Question, work: Callable[[], Answer]) -> Pending:
        """Begin to work on a question."""
        return Pending(question, self._pool.submit(work))
