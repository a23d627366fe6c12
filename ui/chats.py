"""Where chats are kept: a file each in the library's folder, or for one visit. Knows no Streamlit.

Files are the person's own: only their account can read them, each is replaced in one step, and
one that cannot be read is named and left as it is.
"""

from __future__ import annotations

import os
import re
import secrets
import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from assistant.settings import KEEP_CHATS
from corpus.errors import PinciteError, reason_of
from corpus.types import Unit
from embeddings.durable import sync_folder
from ui.chat_json import Chat, ChatDamagedError, FindUnit, read_chat, write_chat
from ui.conversation import Thread
from ui.language import say

FOLDER = "chats"

LARGEST = 64_000_000
"""Bytes of a file that is read; a chat of a thousand long answers is far smaller."""

_NAME = re.compile(r"([0-9a-f]{16})\.json")
_PROXIES = frozenset(["forwarded", "via", "x-real-ip"])
_YES = frozenset(["", "1", "true", "yes", "on"])


class ChatError(PinciteError):
    """A chat cannot be read, kept or deleted; the message says which and why."""


@dataclass(frozen=True, slots=True)
class ChatEntry:
    """A chat as it is listed and searched.

    Attributes:
        id: Of the chat.
        name: Its title, or its first question.
        changed: ISO time of the last change, in UTC.
        texts: Questions and answers, in the order in which they were asked.
    """

    id: str
    name: str
    changed: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """All chats, and what is wrong with those that cannot be read.

    Attributes:
        entries: The one that was changed last first.
        faults: One line for each file that cannot be read.
    """

    entries: tuple[ChatEntry, ...]
    faults: tuple[str, ...] = ()


class Chats(Protocol):
    """Keeps chats."""

    @property
    def folder(self) -> Path | None:
        """Where they are kept; None if only for this visit."""

    def listing(self) -> Listing:
        """Return all chats.

        Raises:
            ChatError: The folder cannot be read.
        """

    def load(self, chat_id: str, find_unit: FindUnit) -> Chat:
        """Return a chat.

        Raises:
            ChatError: It is not there any more, or cannot be read.
        """

    def save(self, chat: Chat) -> Chat:
        """Keep a chat and return it as it was kept.

        What somebody else has written since it was loaded stays: the chat then becomes another
        one, with an id of its own.

        Raises:
            ChatError: It cannot be kept.
        """

    def delete(self, chat_id: str) -> None:
        """Delete a chat for good; one that is not there is deleted already.

        Raises:
            ChatError: It cannot be deleted.
        """


def new_chat(turns: Thread, at: datetime | None = None) -> Chat:
    """Return a chat that is not kept yet."""
    now = stamp(at)
    return Chat(secrets.token_hex(8), now, now, turns)


def stamp(at: datetime | None = None) -> str:
    """Return a time (now, if none is given) as chats have it."""
    return (at or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="milliseconds")


def entry_of(chat: Chat) -> ChatEntry:
    """Return a chat as it is listed; other versions of its questions are searched too."""
    return ChatEntry(chat.id, chat.name, chat.changed, tuple(_texts(chat.turns)))


def _texts(turns: Thread) -> list[str]:
    found: list[str] = []
    for turn in turns:
        found.append(turn.question)
        found += [turn.answer.text] if turn.answer is not None else []
        for thread in (*turn.earlier, *turn.later):
            found += _texts(thread)
    return found


def may_keep(
    address: str | None, came_from: str | None, headers: Mapping[str, str], setting: str | None
) -> bool:
    """Tell whether a visitor's chats may be kept on the disk.

    They may if nobody but the people of this machine can come: everybody who reaches the page
    sees what is kept. Behind a proxy, which looks like this machine, they are not kept.

    Args:
        address: That the page is served on; None if it is not told.
        came_from: The visitor's address; None for this machine.
        headers: Of the visitor's request.
        setting: Of `KEEP_CHATS`; None if it is not set. What is neither yes nor no means no.
    """
    names = {name.casefold() for name in headers}
    forwarded = any(name in _PROXIES or name.startswith("x-forwarded") for name in names)
    return (
        (setting or "").strip().casefold() in _YES
        and is_loopback(address)
        and (came_from is None or is_loopback(came_from))
        and not forwarded
    )


def is_loopback(address: str | None) -> bool:
    """Tell whether an address is reached from this machine alone."""
    return address is not None and (
        address in {"localhost", "::1", "[::1]"} or address.startswith("127.")
    )


class VisitChats:
    """Chats that end with the visit. For one visitor."""

    def __init__(self) -> None:
        self._chats: dict[str, Chat] = {}

    @property
    def folder(self) -> Path | None:
        """Nowhere."""
        return None

    def listing(self) -> Listing:
        """Return all chats."""
        return Listing(_newest_first([entry_of(chat) for chat in self._chats.values()]))

    def load(self, chat_id: str, find_unit: FindUnit) -> Chat:
        """Return a chat.

        Raises:
            ChatError: It is not there any more.
        """
        del find_unit  # nothing was left out
        if chat_id not in self._chats:
            raise _gone()
        return self._chats[chat_id]

    def save(self, chat: Chat) -> Chat:
        """Keep a chat and return it as it was kept."""
        kept = replace(chat, revision=chat.revision + 1)
        self._chats[chat.id] = kept
        return kept

    def delete(self, chat_id: str) -> None:
        """Delete a chat."""
        self._chats.pop(chat_id, None)


class KeptChats:
    """Chats in a folder, a file each. For all who use the folder at once.

    Args:
        folder: Made when the first chat is kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[Path, tuple[tuple[int, int], ChatEntry | str]] = {}
        self._lock = threading.Lock()

    @property
    def folder(self) -> Path | None:
        """Where they are kept."""
        return self._folder

    def listing(self) -> Listing:
        """Return all chats; a file is read again when it has changed.

        Raises:
            ChatError: The folder cannot be read.
        """
        with self._lock:
            try:
                names = sorted(os.listdir(self._folder)) if self._folder.exists() else []
            except OSError as error:
                raise ChatError(
                    say("chats-cannot-read", folder=str(self._folder), reason=str(error.strerror))
                ) from error
            paths = [self._folder / name for name in names if _NAME.fullmatch(name)]
            found = {path: self._look(path) for path in paths}
            self._read = {path: seen for path, seen in found.items() if seen is not None}
        told = [what for _, what in self._read.values()]
        return Listing(
            _newest_first([what for what in told if isinstance(what, ChatEntry)]),
            tuple(what for what in told if isinstance(what, str)),
        )

    def load(self, chat_id: str, find_unit: FindUnit) -> Chat:
        """Return a chat.

        Raises:
            ChatError: It is not there any more, or cannot be read.
        """
        path = self._path(chat_id)
        try:
            return self._parse(path, find_unit)
        except FileNotFoundError as error:
            raise _gone() from error
        except (ChatDamagedError, OSError) as error:
            raise ChatError(_fault(path, error)) from error

    def save(self, chat: Chat) -> Chat:
        """Keep a chat and return it as it was kept.

        Raises:
            ChatError: It cannot be kept.
        """
        from filelock import FileLock, Timeout

        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with FileLock(self._folder / ".lock", timeout=10.0, mode=0o600):
                path = self._path(chat.id)
                if not self._is_ours(path, chat):
                    chat = replace(chat, id=secrets.token_hex(8))
                    path = self._path(chat.id)
                kept = replace(chat, revision=chat.revision + 1)
                _replace_privately(path, write_chat(kept).encode("utf-8", "replace"))
        except (OSError, Timeout) as error:
            raise ChatError(
                say(
                    "chat-cannot-keep",
                    folder=str(self._folder),
                    reason=reason_of(error),
                    setting=f"{KEEP_CHATS}=0",
                )
            ) from error
        return kept

    def delete(self, chat_id: str) -> None:
        """Delete a chat for good.

        Raises:
            ChatError: It cannot be deleted.
        """
        path = self._path(chat_id)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise ChatError(
                say("chat-cannot-delete", file=str(path), reason=reason_of(error))
            ) from error

    def _path(self, chat_id: str) -> Path:
        if not _NAME.fullmatch(f"{chat_id}.json"):
            raise _gone()
        return self._folder / f"{chat_id}.json"

    def _look(self, path: Path) -> tuple[tuple[int, int], ChatEntry | str] | None:
        """Return a file's state and what it holds, or what is wrong with it; None if it is gone."""
        try:
            about = path.stat()
            state = (about.st_mtime_ns, about.st_size)
            seen = self._read.get(path)
            if seen is not None and seen[0] == state:
                return seen
            return state, entry_of(self._parse(path, _nothing))
        except FileNotFoundError:
            return None
        except (ChatDamagedError, OSError) as error:
            return (0, 0), _fault(path, error)

    def _parse(self, path: Path, find_unit: FindUnit) -> Chat:
        if path.stat().st_size > LARGEST:
            raise ChatDamagedError(say("chat-too-large", megabytes=LARGEST // 1_000_000))
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise ChatDamagedError(say("chat-damaged")) from error
        # The name is what opens and deletes it, whatever the file says of itself.
        return replace(read_chat(text, find_unit), id=path.stem)

    def _is_ours(self, path: Path, chat: Chat) -> bool:
        """Tell whether a file is as this chat was loaded, or there is none."""
        try:
            return self._parse(path, _nothing).revision == chat.revision
        except FileNotFoundError:
            return True
        except (ChatDamagedError, OSError):
            return False


def _nothing(symbol: str, label: str) -> Unit | None:
    del symbol, label
    return None


def _newest_first(entries: list[ChatEntry]) -> tuple[ChatEntry, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.changed, entry.id), reverse=True))


def _gone() -> ChatError:
    return ChatError(say("chat-gone"))


def _fault(path: Path, error: Exception) -> str:
    return say("chat-cannot-read", file=str(path), reason=reason_of(error))


def _replace_privately(path: Path, content: bytes) -> None:
    """Replace a file in one step by one that nobody but its owner can read."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
    try:
        with os.fdopen(os.open(temporary, flags, 0o600), "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    sync_folder(path.parent)
