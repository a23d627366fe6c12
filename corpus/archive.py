"""What is in a ZIP, read without trusting it.

Nothing is ever written to disk, so a name in an archive can lead nowhere; names that try are
refused all the same, since a file that carries one was not packed by a person. Lengths are counted
while unpacking: what a header says of a member's length is never believed.

A ZIP within a ZIP is read, as mail programs make them; one within that is refused.
"""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import IO

from corpus.errors import UnreadableFileError
from corpus.file_names import printable
from corpus.limits import Limits

Address = tuple[int, ...]
"""Position of a member in its archive; two numbers for one in an archive within it."""

_METADATA_BYTES = 1_000_000
_RATIO_COUNTS_FROM = 10_000_000
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_DOCUMENT_MARKS = frozenset({"[Content_Types].xml", "mimetype"})
"""Members that tell an office document or a book from a ZIP of files."""
_ENCRYPTED = 0x1
_NAME_IS_UTF8 = 0x800
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    RuntimeError,  # NotImplementedError among them
    LookupError,
    OverflowError,
)


class UnpackLimitError(UnreadableFileError):
    """A member unpacks to more than it may; `length` bytes had been unpacked by then."""

    def __init__(self, message: str, length: int) -> None:
        super().__init__(message)
        self.length = length


@dataclass(frozen=True, slots=True)
class Member:
    """One file in an archive.

    Attributes:
        name: With its folders, fit to be shown; ``inner.zip: x.pdf`` for one in an inner archive.
        address: Where it lies.
        refusal: Why it is not read, as what follows its name in a sentence; empty if it is.
        metadata: Bytes of a metadata file (``.json``) of moderate length.
    """

    name: str
    address: Address
    refusal: str = ""
    metadata: bytes | None = None


def is_zip(head: bytes) -> bool:
    """Tell whether a file's first four bytes are those of a ZIP: full, or empty."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def list_members(path: Path, limits: Limits) -> tuple[Member, ...] | None:
    """Return the files in an archive, in its order, or None if it is one document.

    Word files, workbooks and books are ZIPs by their bytes, but documents to people.

    Raises:
        UnreadableFileError: It is damaged, or has more entries than the limit.
    """
    with _opened(path, str(path)) as archive:
        if _DOCUMENT_MARKS & set(archive.namelist()):
            return None
        found: list[Member] = []
        for member in _members(archive, (), "", limits):
            found.append(member)
            if len(found) > limits.members:
                raise UnreadableFileError(
                    f"{printable(str(path))} has more than {limits.members:,} entries. Split it."
                )
        return tuple(found)


def read_member(path: Path, address: Address, where: str, limits: Limits) -> bytes:
    """Return the bytes of one member.

    Args:
        path: The archive.
        address: As `list_members` gave it.
        where: The member as messages name it.
        limits: Bounds on its length, and on how well it may be packed.

    Raises:
        UnreadableFileError: The member or the archive is damaged.
        UnpackLimitError: It is beyond a limit.
    """
    outer, *inner = address
    if not inner:
        with _opened(path, where) as archive:
            return _unpack(archive, archive.infolist()[outer], where, limits)
    state = path.stat()
    data = _inner_archive(path, state.st_mtime_ns, state.st_size, outer, limits)
    with _opened(io.BytesIO(data), where) as archive:
        return _unpack(archive, archive.infolist()[inner[0]], where, limits)


@lru_cache(maxsize=1)
def _inner_archive(path: Path, mtime: int, size: int, position: int, limits: Limits) -> bytes:
    """Unpack an archive in an archive once, not for each of its members."""
    where = printable(str(path))
    with _opened(path, where) as archive:
        return _unpack(archive, archive.infolist()[position], where, limits)


@contextmanager
def _opened(file: Path | IO[bytes], where: str) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except UnreadableFileError:
        raise
    except _DAMAGE as error:
        reason = printable(" ".join(str(error).split())) or type(error).__name__
        raise UnreadableFileError(
            f"{printable(where)} cannot be unpacked: {reason}. Pack it again."
        ) from None


def _members(
    archive: zipfile.ZipFile, above: Address, prefix: str, limits: Limits
) -> Iterator[Member]:
    seen: dict[str, int] = {}
    for position, info in enumerate(archive.infolist()):
        raw = _name(info)
        if info.is_dir() or _is_hidden(raw):
            continue
        name = printable(raw.replace("\\", "/"))
        seen[name] = seen.get(name, 0) + 1
        name = prefix + (name if seen[name] == 1 else f"{name} ({seen[name]} of that name)")
        address = (*above, position)
        refusal = _refusal(info, raw, limits)
        ending = Path(raw).suffix.lower()
        if refusal:
            yield Member(name, address, refusal)
        elif ending == ".zip":
            yield from _nested(archive, info, name, address, limits)
        elif ending == ".json" and info.file_size <= _METADATA_BYTES:
            small = Limits(bytes=_METADATA_BYTES)
            try:
                data = _unpack(archive, info, name, small)
            except (UnreadableFileError, *_DAMAGE):
                continue
            yield Member(name, address, metadata=data)
        else:
            yield Member(name, address)


def _nested(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, address: Address, limits: Limits
) -> Iterator[Member]:
    if len(address) > 1:
        yield Member(name, address, "is a ZIP in a ZIP in a ZIP. Unpack the outer ones.")
        return
    try:
        data = _unpack(archive, info, name, limits)
        with _opened(io.BytesIO(data), name) as inner:
            yield from _members(inner, address, f"{name}: ", limits)
    except (UnreadableFileError, *_DAMAGE):
        yield Member(name, address, "cannot be unpacked: it is damaged or too large. Unpack it.")


def _name(info: zipfile.ZipInfo) -> str:
    """Return a member's name, read as UTF-8 where it is that, though the archive does not say so.

    The format knows only code page 437 besides, which `zipfile` has read it as.
    """
    if not info.flag_bits & _NAME_IS_UTF8:
        try:
            return info.orig_filename.encode("cp437").decode("utf-8")
        except UnicodeError:
            pass
    return info.orig_filename


def _is_hidden(name: str) -> bool:
    parts = re.split(r"[/\\]", name)
    return any(
        part == "__MACOSX" or part.startswith("~$") or (part.startswith(".") and part.strip("."))
        for part in parts
    )


def _refusal(info: zipfile.ZipInfo, name: str, limits: Limits) -> str:
    parts = re.split(r"[/\\]", name)
    if "\x00" in name or ".." in parts or not parts[0] or re.match(r"[A-Za-z]:", name):
        return "has a name that leads out of its archive. Pack it again under a plain name."
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind and not stat.S_ISREG(kind):
        return "is a link, not a file. Pack the file itself."
    if info.flag_bits & _ENCRYPTED:
        return "is locked with a password. Pack it again without one."
    if info.compress_type not in _METHODS:
        return "is packed with a method that is not read. Pack it again as a plain ZIP."
    if info.file_size > limits.bytes:
        return f"has {info.file_size:,} bytes; the most is {limits.bytes:,}. Split it."
    return ""


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, where: str, limits: Limits) -> bytes:
    """Return a member's bytes, counted as they come."""
    most = min(limits.bytes, max(_RATIO_COUNTS_FROM, limits.ratio * info.compress_size))
    pieces: list[bytes] = []
    length = 0
    with archive.open(info) as stream:
        while piece := stream.read(1 << 20):
            length += len(piece)
            if length > most:
                name = printable(where)
                told = (
                    f"{name} unpacks to more than {limits.bytes:,} bytes. Split it."
                    if most == limits.bytes
                    else f"{name} unpacks to more than {limits.ratio} times its length. Split it."
                )
                raise UnpackLimitError(told, length)
            pieces.append(piece)
    return b"".join(pieces)
