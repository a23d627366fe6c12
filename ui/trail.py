"""The way a person took through the sources, and the places they keep open. Immutable."""

from __future__ import annotations

from dataclasses import dataclass, replace

MOST_PLACES = 100
"""Places that can be gone back to."""

MOST_KEPT = 4
"""Places that stay open beside the one in view."""


@dataclass(frozen=True, slots=True)
class Place:
    """What the source panel shows, or showed.

    Attributes:
        turn: Position of the turn it was opened from.
        document: Symbol of the document.
        label: Label of the unit.
        section: Number of the section in place of the unit; None for the unit itself.
    """

    turn: int
    document: str
    label: str
    section: int | None = None


@dataclass(frozen=True, slots=True)
class Trail:
    """Where a person has been in one chat, as a browser keeps it.

    Attributes:
        chat: What tells the chat from others; another one begins a new trail.
        places: Oldest first.
        at: Which of them is in view; -1 before the first.
        kept: Places that stay open beside it, oldest first.
    """

    chat: str = ""
    places: tuple[Place, ...] = ()
    at: int = -1
    kept: tuple[Place, ...] = ()

    @property
    def current(self) -> Place | None:
        """The place in view."""
        return self.places[self.at] if self.places else None

    @property
    def before(self) -> Place | None:
        """The place to go back to."""
        return self.places[self.at - 1] if self.at > 0 else None

    @property
    def after(self) -> Place | None:
        """The place to go forward to again."""
        return self.places[self.at + 1] if self.at + 1 < len(self.places) else None

    def visited(self, place: Place) -> Trail:
        """Return the trail with a place in view; one in view already changes nothing."""
        if place == self.current:
            return self
        places = (*self.places[: self.at + 1], place)[-MOST_PLACES:]
        return replace(self, places=places, at=len(places) - 1)

    def stepped(self, step: int) -> Trail:
        """Return the trail with the place before (-1) or after (1) in view, if there is one."""
        at = self.at + step
        return replace(self, at=at) if 0 <= at < len(self.places) else self

    def keeping(self, place: Place) -> Trail:
        """Return the trail with a place kept open, the oldest let go where there are too many."""
        others = tuple(other for other in self.kept if other != place)
        return replace(self, kept=(*others, place)[-MOST_KEPT:])

    def letting_go(self, place: Place) -> Trail:
        """Return the trail with a place no longer kept open."""
        return replace(self, kept=tuple(other for other in self.kept if other != place))
