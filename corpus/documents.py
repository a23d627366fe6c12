"""Files -> documents: read, parsed, brought together, with metadata from the text or beside it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from importlib import resources
from pathlib import Path

from corpus.archive import UnpackLimitError
from corpus.candidates import Candidate, Part, collect, find_parts, part_of, read_part
from corpus.errors import UnreadableFileError
from corpus.flags import find_flags, refusal
from corpus.limits import Limits
from corpus.metadata import guess_metadata
from corpus.readers.files import read_bytes
from corpus.reconcile import reconcile
from corpus.renditions import compare_renditions, make_document, typographic_key
from corpus.sidecars import Sidecar, find_sidecar, read_sidecar
from corpus.source import Source
from corpus.structure.parse import parse
from corpus.types import Document, Metadata, Parse, Problem, Rendition

__all__ = [
    "Examined",
    "Loaded",
    "Sidecar",
    "compare_renditions",
    "examine",
    "find_sidecar",
    "load_candidate",
    "load_document",
    "load_documents",
    "make_document",
    "read_rendition",
    "read_sidecar",
    "shipped_report",
    "shipped_report_path",
    "shipped_symbol",
    "typographic_key",
]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document as it was read, or that it need not be.

    Attributes:
        document: None if a library has it already, or it is refused.
        sha256: Of the file, or of all that a document of several files is made from.
        bytes: Length of its files, as far as they were unpacked.
        refusal: Why an archive's member was not unpacked to its end; empty if it was.
    """

    document: Document | None
    sha256: str
    bytes: int
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Examined:
    """One file as it was read, whether or not it can be cited.

    Attributes:
        metadata: From a metadata file, or as the text tells.
        rendition: The file.
        parse: Its structure.
        flags: Why it must be used with care.
        refusal: Why it cannot be taken into a library, as what follows its name; empty if it can.
    """

    metadata: Metadata
    rendition: Rendition
    parse: Parse
    flags: tuple[Problem, ...]
    refusal: str


def examine(path: Path) -> Examined:
    """Read one file and judge it, without its other renditions.

    Raises:
        UnreadableFileError: It cannot be read, or holds no text.
    """
    sidecar = find_sidecar(path)
    part = part_of(path)
    return _examine(part, read_part(part), None if sidecar is None else sidecar.metadata)


def read_rendition(path: Path) -> tuple[Rendition, Parse]:
    """Read and parse one file.

    Raises:
        UnreadableFileError: It cannot be read, or holds no text.
    """
    part = part_of(path)
    source = _source(part, read_part(part))
    return _rendition(source), parse(source)


def load_candidate(
    candidate: Candidate, known: Collection[str] = frozenset(), limits: Limits | None = None
) -> Loaded:
    """Read a document's files and make a document of them, unless their hash is known.

    Raises:
        UnreadableFileError: A file is refused, cannot be read, or holds nothing to cite.
    """
    if candidate.refusal:
        raise UnreadableFileError(candidate.refusal)
    try:
        files = [read_part(part, limits) for part in candidate.parts]
    except UnpackLimitError as error:
        return Loaded(None, "", error.length, str(error))
    length = sum(map(len, files))
    sha256 = _hash(candidate, files)
    if sha256 in known:
        return Loaded(None, sha256, length)
    first, *others = [
        _examine(part, data, candidate.metadata)
        for part, data in zip(candidate.parts, files, strict=True)
    ]
    if first.refusal:
        raise UnreadableFileError(
            f"{candidate.parts[0].where} {first.refusal} "
            f"See how it was read: pincite inspect {candidate.parts[0].where}"
        )
    read = [(one.rendition, one.parse) for one in (first, *others)]
    return Loaded(make_document(first.metadata, read, first.flags), sha256, length)


def load_document(path: Path) -> Document:
    """Load one document from a file or from its metadata file.

    A file that a metadata file in its folder names comes with that one's other renditions.

    Raises:
        UnreadableFileError: A rendition cannot be read, or holds nothing to cite.
        MetadataError: The metadata file is at fault.
    """
    return _document(find_parts(path))


def load_documents(paths: Iterable[Path]) -> tuple[Document, ...]:
    """Load the documents in files, folders, patterns and archives, each with its own symbol.

    In this process and without bounds on time and memory: `corpus.intake.read_documents` is for
    files that one does not know. `corpus.reconcile.reconcile` says how documents that have to do
    with each other come out.

    Raises:
        UnreadableFileError: A file cannot be read; a folder holds no document.
    """
    return reconcile([_document(candidate) for candidate in collect(paths)])


def shipped_report_path() -> Path:
    """Return the metadata file of the report that ships with the program."""
    with resources.as_file(resources.files("corpus") / "data") as folder:
        return folder / "CTOC_COP_WG.4_2011_8.json"


def shipped_symbol() -> str:
    """Return the symbol of the report that ships with the program, without reading its text."""
    return read_sidecar(shipped_report_path()).metadata.symbol


def shipped_report() -> Document:
    """Return the report that ships with the program, from both its renditions."""
    return load_document(shipped_report_path())


def _document(candidate: Candidate) -> Document:
    loaded = load_candidate(candidate)
    if loaded.document is None:  # no hash is known here
        raise UnreadableFileError(loaded.refusal)
    return loaded.document


def _source(part: Part, data: bytes) -> Source:
    source = read_bytes(data, part.where, part.file)
    if not source.text.strip():
        reason = source.faults[0].detail if source.faults else "Choose another file."
        raise UnreadableFileError(f"{part.where} holds no text. {reason}")
    return source


def _examine(part: Part, data: bytes, stated: Metadata | None) -> Examined:
    source = _source(part, data)
    reading = parse(source)
    metadata = stated or guess_metadata(source, reading, part.file)
    flags = find_flags(source, reading, metadata)
    why_not = refusal(source, reading, metadata) or ""
    return Examined(metadata, _rendition(source), reading, flags, why_not)


def _rendition(source: Source) -> Rendition:
    return Rendition(source.name, source.sha256, source.format, source.pages)


def _hash(candidate: Candidate, files: Iterable[bytes]) -> str:
    """Return the file's hash; of a document with stated metadata, one over these and all files."""
    hashes = [hashlib.sha256(data).hexdigest() for data in files]
    if candidate.metadata is None:
        return hashes[0]
    stated = json.dumps([asdict(candidate.metadata), hashes], sort_keys=True)
    return hashlib.sha256(stated.encode()).hexdigest()
