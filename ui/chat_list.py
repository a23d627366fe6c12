"""The visitor's chats as they are listed: by day, and those that have some words. No Streamlit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from ui.chats import ChatEntry
from ui.language import say
from ui.presentation import excerpt

NAME_LENGTH = 70
_BESIDE = 40
"""Characters of a found text on either side of what was looked for."""


@dataclass(frozen=True, slots=True)
class ChatRow:
    """A chat in the list.

    Attributes:
        id: Of the chat.
        name: Its title, or how its first question begins.
        current: Whether the visitor is in it.
        found: Where the words that were looked for stand; empty if they are in the name, or
            nothing was looked for.
    """

    id: str
    name: str
    current: bool
    found: str = ""


@dataclass(frozen=True, slots=True)
class ChatGroup:
    """Chats of about the same age, the newest first."""

    title: str
    rows: tuple[ChatRow, ...]


@dataclass(frozen=True, slots=True)
class ChatListView:
    """The list of chats as it is drawn.

    Attributes:
        groups: The newest first.
        hidden: How many more there are.
        nothing_found: Whether words were looked for that no chat has.
    """

    groups: tuple[ChatGroup, ...]
    hidden: int = 0
    nothing_found: bool = False


def list_chats(
    entries: Sequence[ChatEntry], now: datetime, *, current: str = "", query: str = "", most: int
) -> ChatListView:
    """Return the list of chats.

    Args:
        entries: The newest first.
        now: With a time zone, whose days count.
        current: Id of the chat that the visitor is in.
        query: Words that a chat must have, all of them, in its name, a question or an answer.
        most: Chats that are shown.
    """
    rows = [
        (_age(entry.changed, now), ChatRow(entry.id, _name(entry), entry.id == current, found))
        for entry in entries
        if (found := find_words(entry, query)) is not None
    ]
    shown = rows[:most]
    groups = tuple(
        ChatGroup(title, tuple(row for age, row in shown if age == title))
        for title in (
            say("chat-today"),
            say("chat-yesterday"),
            say("chat-this-week"),
            say("chat-earlier"),
        )
        if any(age == title for age, _ in shown)
    )
    looked = bool(query.strip())
    return ChatListView(groups, len(rows) - len(shown), nothing_found=looked and not rows)


def find_words(entry: ChatEntry, query: str) -> str | None:
    """Return where a chat has all words of a query; None if it has not.

    Upper and lower case are the same. Empty if the words are in the chat's name, or there are none.
    """
    wanted = query.casefold().split()
    if all(word in entry.name.casefold() for word in wanted):
        return ""
    everything = "\n".join((entry.name, *entry.texts)).casefold()
    if not all(word in everything for word in wanted):
        return None
    return next(iter(_places(entry.texts, query.split())), "")


def _places(texts: Iterable[str], wanted: Iterable[str]) -> Iterable[str]:
    pattern = re.compile("|".join(map(re.escape, wanted)), re.IGNORECASE)
    for text in texts:
        folded = " ".join(text.split())
        found = pattern.search(folded)
        if found:
            yield _stretch(folded, *found.span())


def _stretch(text: str, start: int, end: int) -> str:
    """Return some words with what stands beside them, cut between words."""
    before, after = text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
    if start > _BESIDE:
        before = f"…{before.partition(' ')[2]}"
    if end + _BESIDE < len(text):
        after = f"{after.rpartition(' ')[0]}…"
    return f"{before}{text[start:end]}{after}"


def _name(entry: ChatEntry) -> str:
    return excerpt(" ".join(entry.name.split()), NAME_LENGTH)


def _age(changed: str, now: datetime) -> str:
    try:
        days = (now.date() - datetime.fromisoformat(changed).astimezone(now.tzinfo).date()).days
    except (ValueError, OverflowError):
        return say("chat-earlier")
    if days <= 0:
        return say("chat-today")
    if days == 1:
        return say("chat-yesterday")
    return say("chat-this-week") if days < 7 else say("chat-earlier")
