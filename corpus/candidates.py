"""What a person names -> the files to read: folders, patterns and archives opened up."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath

from corpus.archive import Address, Member, is_zip, list_members, read_member
from corpus.errors import MetadataError, UnreadableFileError
from corpus.file_names import printable
from corpus.isolation import Worker
from corpus.limits import Limits
from corpus.readers.files import SUFFIXES
from corpus.sidecars import (
    Sidecar,
    find_sidecar,
    is_meant_as_sidecar,
    parse_sidecar,
    read_sidecar,
    sidecars_in,
)
from corpus.types import Metadata

REFUSED_SUFFIXES = frozenset({".doc", ".docm", ".odt", ".rtf", ".wpd", ".pages"})
"""Endings of documents that cannot be read; in a folder they are named rather than left out."""
_OFFICE_SUFFIXES = frozenset({".docx", ".docm", ".odt", ".pages"})
"""Endings of documents that are ZIPs inside."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a document.

    Attributes:
        where: As messages name it: its path, or ``archive.zip: folder/x.pdf``.
        file: Its name without its folder.
        path: Where its bytes lie, or the archive that holds it.
        address: Its place in the archive; empty for a file on disk.
    """

    where: str
    file: str
    path: Path
    address: Address = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is read as one document.

    Attributes:
        name: As the person knows it; printable.
        parts: Its renditions, the primary one first; empty if it is refused.
        metadata: What a metadata file states; None if there is none.
        refusal: Why it is not read, in one sentence; empty if it is.
    """

    name: str
    parts: tuple[Part, ...] = ()
    metadata: Metadata | None = None
    refusal: str = ""


def collect(paths: Iterable[Path], limits: Limits | None = None) -> list[Candidate]:
    """Return the documents to read in files, folders, patterns and ZIP archives, each once.

    In folders, files are told by their endings, and PDFs without one by their first bytes; hidden
    files and the lock files of office programs (``~$x.docx``) are left out. Renditions that a
    metadata file brings together come as one.

    Args:
        paths: As the person named them; ``**`` in a pattern stands for any folders. The order is
            kept; within a folder it is that of names.
        limits: On archives.

    Raises:
        UnreadableFileError: Paths that do not exist, patterns that match nothing and folders
            without a document, all of them at once.
    """
    collector = _Collector(limits or Limits())
    faults = [fault for path in paths if (fault := collector.take(Path(path)))]
    collector.close()
    if faults:
        raise UnreadableFileError(" ".join(faults))
    return collector.candidates


def read_part(part: Part, limits: Limits | None = None) -> bytes:
    """Return the bytes of one file of a document.

    Raises:
        UnreadableFileError: It cannot be read, is beyond a limit, or changed meanwhile.
    """
    limits = limits or Limits()
    try:
        mode = part.path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableFileError(f"{part.where} is a folder. Name the files in it.")
        if not stat.S_ISREG(mode):
            raise UnreadableFileError(f"{part.where} is not a file. Name a file.")
        with part.path.open("rb") as stream:
            before = os.fstat(stream.fileno())
            if part.address:
                data = read_member(part.path, part.address, part.where, limits)
            elif before.st_size > limits.bytes:
                raise UnreadableFileError(
                    f"{part.where} has {before.st_size:,} bytes; the most is {limits.bytes:,}. "
                    "Split it."
                )
            else:
                data = stream.read(limits.bytes + 1)
            after = os.fstat(stream.fileno())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreadableFileError(f"Cannot read {part.where}: {reason}. Check the path.") from None
    changed = (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns)
    if changed or not part.address and len(data) != after.st_size:
        raise UnreadableFileError(
            f"{part.where} changed while it was read. Read it again when it is complete."
        )
    return data


def find_parts(path: Path) -> Candidate:
    """Return one file with the metadata and other renditions that a metadata file gives it.

    Args:
        path: A document's file, or a metadata file.

    Raises:
        MetadataError: The metadata file is at fault.
    """
    if path.suffix == ".json":
        return _from_sidecar(read_sidecar(path))
    sidecar = find_sidecar(path)
    return _from_file(path) if sidecar is None else _from_sidecar(sidecar)


def part_of(path: Path) -> Part:
    """Return a file on disk as a part of a document."""
    return Part(printable(str(path)), printable(path.name), path)


def _from_file(path: Path) -> Candidate:
    part = part_of(path)
    return Candidate(part.where, (part,))


def _from_sidecar(sidecar: Sidecar) -> Candidate:
    parts = tuple(map(part_of, sidecar.renditions))
    return Candidate(printable(str(sidecar.path)), parts, sidecar.metadata)


def _refused(where: str, refusal: str) -> Candidate:
    where = printable(where)
    return Candidate(where, refusal=f"{where} {refusal}")


@dataclass(slots=True)
class _Collector:
    """Gathers candidates, each once.

    Attributes:
        limits: On archives.
        candidates: What was found, in order.
    """

    limits: Limits
    candidates: list[Candidate] = field(default_factory=list)
    _taken: set[Path] = field(default_factory=set)
    _claimed: dict[Path, Candidate] = field(default_factory=dict)
    _looked_in: set[Path] = field(default_factory=set)
    _unpacker: Worker[Path, tuple[Member, ...] | None] | None = None

    def take(self, path: Path) -> str:
        """Take in what one path names; return what is wrong with it, empty if nothing is."""
        try:
            path.stat()
        except (OSError, ValueError) as error:
            if glob.has_magic(str(path)):
                return self._take_matches(path)
            reason = getattr(error, "strerror", None) or "no file can have that name"
            return f"Cannot read {printable(str(path))}: {reason}. Check the path."
        if path.is_dir():
            before = len(self.candidates)
            again = self._take_folder(path)
            if len(self.candidates) == before and not again:
                return (
                    f"No document in the folder {printable(str(path))}. "
                    f"Name one that holds PDF, DOCX, HTML, text or ZIP files."
                )
        elif path.suffix.lower() == ".json":
            self._take_sidecar(path)
        else:
            self._take_file(path)
        return ""

    def close(self) -> None:
        """End the process that opened archives."""
        if self._unpacker is not None:
            self._unpacker.close()

    def _take_matches(self, pattern: Path) -> str:
        found = _matches(pattern)
        faults = [self.take(path) for path in found]
        if not all(faults):
            return ""
        name = printable(str(pattern))
        if found:
            return f"Nothing that matches is a document: {name}. Check the pattern."
        return f"Nothing matches: {name}. Check the pattern."

    def _take_folder(self, folder: Path) -> bool:
        """Take the documents in a folder and those below; tell whether there were any."""
        found = False
        entered: set[tuple[int, int]] = set()
        _is_new(folder, entered)

        def note(error: OSError) -> None:
            reason = error.strerror or type(error).__name__
            self.candidates.append(
                _refused(str(error.filename), f"cannot be opened: {reason}. Check its permissions.")
            )

        for parent, folders, files in os.walk(folder, onerror=note, followlinks=True):
            folders[:] = sorted(
                name
                for name in folders
                if not _is_hidden(name) and _is_new(Path(parent) / name, entered)
            )
            for name in sorted(files):
                path = Path(parent) / name
                if not _is_hidden(name) and _is_document(path):
                    found = True
                    self._take_file(path)
            self._look_for_sidecars(Path(parent))
        return found

    def _take_sidecar(self, path: Path) -> None:
        try:
            self._add(_from_sidecar(read_sidecar(path)))
        except MetadataError as error:
            self.candidates.append(Candidate(printable(str(path)), refusal=str(error)))

    def _take_file(self, path: Path) -> None:
        real = _real(path)
        if real in self._taken:
            return
        self._look_for_sidecars(path.parent)
        if real in self._claimed:
            self._add(self._claimed[real])
            return
        self._taken.add(real)
        members = self._members(path)
        if members is None:
            self.candidates.append(_from_file(path))
        elif isinstance(members, str):
            self.candidates.append(Candidate(printable(str(path)), refusal=members))
        else:
            self.candidates += list(_from_archive(path, members)) or [
                _refused(str(path), "holds no document. Pack PDF, DOCX, HTML or text files in it.")
            ]

    def _add(self, candidate: Candidate) -> None:
        """Add a document of several files, unless it is there."""
        real = {_real(part.path) for part in candidate.parts}
        if not real <= self._taken:
            self._taken |= real
            self.candidates.append(candidate)

    def _look_for_sidecars(self, folder: Path) -> None:
        if folder in self._looked_in:
            return
        self._looked_in.add(folder)
        for path, sidecar in sidecars_in(folder):
            if isinstance(sidecar, MetadataError):
                self.candidates.append(Candidate(printable(str(path)), refusal=str(sidecar)))
                continue
            candidate = _from_sidecar(sidecar)
            for part in candidate.parts:
                self._claimed.setdefault(_real(part.path), candidate)

    def _members(self, path: Path) -> tuple[Member, ...] | str | None:
        """Return what is in an archive, None for what is none, or why it cannot be told."""
        if path.suffix.lower() in _OFFICE_SUFFIXES or not is_zip(_head(path, 4)):
            return None
        if self._unpacker is None:
            self._unpacker = Worker(partial(list_members, limits=self.limits), self.limits)
        answer = self._unpacker.do(path)
        if answer.fault:
            return f"{printable(str(path))} {answer.fault}"
        return answer.error or answer.value


def _matches(pattern: Path) -> list[Path]:
    """Return what a pattern matches, in order.

    One that asks for any ending means documents; one that names an ending means just that.
    """
    text = os.path.expanduser(pattern)
    if "\x00" in text:
        return []
    found = [Path(name) for name in sorted(glob.glob(text, recursive=True))]
    visible = [path for path in found if not path.name.startswith("~$")]
    if not text.endswith("*"):
        return visible
    return [path for path in visible if path.is_dir() or _is_document(path)]


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name == "__MACOSX"


def _is_new(folder: Path, entered: set[tuple[int, int]]) -> bool:
    """Tell whether a folder has not been entered by another name, as links in a circle would."""
    try:
        state = folder.stat()
    except OSError:
        return True  # walking into it will tell why
    identity = (state.st_dev, state.st_ino)
    known = identity in entered
    entered.add(identity)
    return not known


def _is_document(path: Path) -> bool:
    """Tell whether a file in a folder is taken for a document."""
    ending = path.suffix.lower()
    if ending in SUFFIXES | REFUSED_SUFFIXES | {".zip"}:
        return path.is_file()
    return ending != ".json" and path.is_file() and _head(path, 5) == b"%PDF-"


def _is_document_name(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in SUFFIXES | REFUSED_SUFFIXES | {".zip"}


def _head(path: Path, length: int) -> bytes:
    """Return a file's first bytes; none of what is no plain file or cannot be read."""
    try:
        if path.is_file():
            with path.open("rb") as stream:
                return stream.read(length)
    except OSError:
        pass  # reading it will tell why
    return b""


def _real(path: Path) -> Path:
    """Return what a path leads to."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # a circle of links
        return path.absolute()


def _from_archive(path: Path, members: Iterable[Member]) -> Iterator[Candidate]:
    """Yield the documents in an archive; a metadata file counts for what lies beside it."""
    members = tuple(members)
    prefix = printable(str(path))
    parts = {
        member.name: Part(
            f"{prefix}: {member.name}", PurePosixPath(member.name).name, path, member.address
        )
        for member in members
        if _is_document_name(member.name) and not member.refusal
    }
    claimed: dict[str, Candidate] = {}
    for member in members:
        if member.metadata is not None and is_meant_as_sidecar(member.metadata):
            where = f"{prefix}: {member.name}"
            try:
                candidate = _from_packed_sidecar(member, where, parts)
            except MetadataError as error:
                yield Candidate(where, refusal=str(error))
                continue
            claimed |= {part.where: candidate for part in candidate.parts}
    seen: set[str] = set()
    for member in members:
        where = f"{prefix}: {member.name}"
        if member.refusal:
            if _is_document_name(member.name):
                yield _refused(where, member.refusal)
        elif member.name in parts:
            candidate = claimed.get(where, Candidate(where, (parts[member.name],)))
            if candidate.name not in seen:
                seen.add(candidate.name)
                yield candidate


def _from_packed_sidecar(member: Member, where: str, parts: Mapping[str, Part]) -> Candidate:
    metadata, names = parse_sidecar(member.metadata or b"", where)
    # The folder of a member of an inner archive begins with that archive's name.
    folder = member.name[: len(member.name) - len(PurePosixPath(member.name).name)]
    if not folder and ": " in member.name:
        folder = member.name.rpartition(": ")[0] + ": "
    found = [f"{folder}{name}" for name in names]
    if missing := [name for name in found if name not in parts]:
        raise MetadataError(f"{where} names {missing[0]}, which is not there. Pack it, too.")
    return Candidate(where, tuple(parts[name] for name in found), metadata)
