"""Fields: text that Word works out, of which the file keeps the last result."""

from __future__ import annotations

from dataclasses import dataclass, field

_NUMBER_FIELDS = ("AUTONUM", "LISTNUM")
_LONGEST = 200
_DEEPEST = 20
"""Fields inside each other; more are those that a broken file never ends."""


@dataclass(slots=True)
class Field:
    """A field that is open: what it does, and whether its result has begun."""

    instruction: str = ""
    in_result: bool = False


@dataclass(slots=True)
class Fields:
    """The fields that are open, outermost first; they may reach over paragraphs.

    Attributes:
        open: See above.
        numberless: How many numbers were left to Word to work out, none being stored.
    """

    open: list[Field] = field(default_factory=list)
    numberless: int = 0

    @property
    def readable(self) -> bool:
        """Whether text at this point is printed."""
        return all(entry.in_result for entry in self.open)

    @property
    def in_contents(self) -> bool:
        """Whether this point is in a table of contents that Word made."""
        return any(entry.instruction.lstrip().upper().startswith("TOC") for entry in self.open)

    def turn(self, kind: str | None) -> None:
        """Take the mark that begins, divides or ends a field."""
        if kind == "begin":
            self.open = [*self.open[-_DEEPEST:], Field()]
        elif kind == "separate" and self.open:
            self.open[-1].in_result = True
        elif kind == "end" and self.open:
            last = self.open.pop()
            numbers = last.instruction.lstrip().upper().startswith(_NUMBER_FIELDS)
            if numbers and not last.in_result and self.readable:
                self.numberless += 1

    def instruct(self, text: str) -> None:
        """Take a piece of what the innermost field is to do."""
        if self.open and not self.open[-1].in_result:
            self.open[-1].instruction = (self.open[-1].instruction + text)[:_LONGEST]

    def end_paragraph(self) -> None:
        """Close fields whose result never came, lest they swallow the rest of the text."""
        while self.open and not self.open[-1].in_result:
            self.open.pop()
