"""The ZIP that a DOCX is: its parts, how they are related, and limits on what they unpack to."""

from __future__ import annotations

import io
import posixpath
import struct
import zlib
from dataclasses import dataclass, field
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from corpus.errors import UnreadableFileError
from corpus.readers.docx_xml import Element, parse_xml

MAX_PART = 64_000_000
"""Bytes that one part may unpack to; a text of 5,000 pages has about as many."""

MAX_ALL = 160_000_000
"""Bytes that all parts that are read may unpack to."""

MAX_RATIO = 250
"""Unpacked to packed bytes of a large part; Word's own are below 60."""

MAX_ENTRIES = 20_000
_SMALL = 5_000_000
_CONTENT_TYPES = "[Content_Types].xml"
_MAIN_TYPES = (
    b"wordprocessingml.document.main+xml",
    b"wordprocessingml.template.main+xml",
    b"ms-word.document.macroEnabled.main+xml",
    b"ms-word.template.macroEnabledTemplate.main+xml",
)
_ZIP_ERRORS = (
    BadZipFile,
    LargeZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    LookupError,
    struct.error,
    zlib.error,
)


def is_docx(data: bytes) -> bool:
    """Tell whether bytes are a Word document (``.docx``, ``.docm``, ``.dotx`` or ``.dotm``)."""
    try:
        package = Package("", data)
        types = package.read(_CONTENT_TYPES) or b""
    except UnreadableFileError:
        return False
    return any(kind in types for kind in _MAIN_TYPES) or "word/document.xml" in package


@dataclass(slots=True)
class Package:
    """An Office file's parts by name.

    Attributes:
        where: The file as messages name it.
        data: The whole file.

    Raises:
        UnreadableFileError: It is no ZIP, or has too many entries.
    """

    where: str
    data: bytes = field(repr=False)
    _zip: ZipFile = field(init=False, repr=False)
    _names: dict[str, ZipInfo] = field(init=False, repr=False)
    _left: int = field(init=False, default=MAX_ALL)

    def __post_init__(self) -> None:
        if self.data.count(b"PK\x01\x02") > MAX_ENTRIES:
            raise UnreadableFileError(f"{self.where} is a ZIP of too many files. Unpack it.")
        try:
            self._zip = ZipFile(io.BytesIO(self.data))
            infos = self._zip.infolist()
        except _ZIP_ERRORS:
            raise UnreadableFileError(
                f"{self.where} is damaged: it is no whole ZIP. Get the file again."
            ) from None
        # Names of parts do not tell capital letters from small ones (ECMA-376, part 2).
        self._names = {info.filename.replace("\\", "/").lower(): info for info in infos}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._names

    def read(self, name: str) -> bytes | None:
        """Return a part's bytes, None where there is no such part.

        Raises:
            UnreadableFileError: It is damaged, encrypted, or unpacks to too much.
        """
        info = self._names.get(name.lower())
        if info is None:
            return None
        if info.flag_bits & 0x1:
            raise UnreadableFileError(
                f"{self.where} is protected by a password. Save it without one."
            )
        large = info.file_size > _SMALL and info.file_size > MAX_RATIO * info.compress_size
        if large or info.file_size > min(MAX_PART, self._left):
            raise UnreadableFileError(
                f"{self.where} unpacks to too much ({name}: {info.file_size:,} bytes). "
                "Split it, or save it as PDF."
            )
        try:
            # An entry may lie about its size: zipfile stops there and checks the sum.
            content = self._zip.read(info)
        except _ZIP_ERRORS:
            raise UnreadableFileError(
                f"{self.where} is damaged: {name} cannot be unpacked. Get the file again."
            ) from None
        self._left -= len(content)
        return content

    def xml(self, name: str | None) -> Element | None:
        """Return the root of an XML part, None where there is no such part.

        Raises:
            UnreadableFileError: As `read` and `parse_xml`.
        """
        content = self.read(name) if name else None
        return parse_xml(content, self.where, name or "") if content is not None else None

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """Return what a part refers to: id -> last word of the relation's type, part's name."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", name + ".rels"))
        found: dict[str, tuple[str, str]] = {}
        for relation in root if root is not None else ():
            target, kind = relation.get("Target"), relation.get("Type")
            if target and kind and relation.get("TargetMode") != "External":
                path = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
                found[relation.get("Id") or ""] = (kind.rpartition("/")[2], path)
        return found

    def part(self, owner: str, kind: str) -> str | None:
        """Return the name of the first part of a kind that a part refers to."""
        parts = (path for known, path in self.related(owner).values() if known == kind)
        return next(parts, None)
