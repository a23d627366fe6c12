"""Files -> documents: renditions brought together, metadata from a sidecar file."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from corpus.errors import MetadataError, UnreadableFileError
from corpus.readers import read_source
from corpus.structure import parse
from corpus.types import Document, Metadata, Parse, Problem, Rendition

_TEXT_SUFFIXES = frozenset({".txt", ".text", ".md"})
_FIELDS = frozenset(field.name for field in dataclasses.fields(Metadata))
_QUOTES = str.maketrans("‘’‚‛“”„«»–—‐‑", '\'\'\'\'"""""----')


@dataclass(frozen=True, slots=True)
class Sidecar:
    """A metadata file and the renditions it names.

    Attributes:
        path: Of the sidecar file itself.
        metadata: What it says.
        renditions: Files, the primary one first.
    """

    path: Path
    metadata: Metadata
    renditions: tuple[Path, ...]


def read_sidecar(path: Path) -> Sidecar:
    """Read a metadata file: a JSON object with `Metadata`'s fields and ``renditions``.

    Raises:
        MetadataError: It is not such an object, or lacks the symbol, the title or a rendition.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise MetadataError(f"Cannot read {path} as JSON: {error}. Correct the file.") from None
    if not isinstance(data, dict):
        raise MetadataError(f"{path} must hold one JSON object with symbol, title, renditions.")
    files = data.pop("renditions", None)
    faults = [f"unknown field {name!r}" for name in sorted(set(data) - _FIELDS)]
    faults += [f"{k!r} must be text" for k, v in data.items() if not isinstance(v, str)]
    faults += [f"{k!r} is missing" for k in ("symbol", "title") if not data.get(k)]
    if not isinstance(files, list) or not files or not all(isinstance(f, str) for f in files):
        faults.append("'renditions' must list at least one file name")
    if faults:
        raise MetadataError(f"{path}: {'; '.join(faults)}. Correct the file.")
    return Sidecar(path, Metadata(**data), tuple(path.parent / name for name in files))


def find_sidecar(path: Path) -> Sidecar | None:
    """Return the sidecar in a file's folder that names the file as a rendition, if any."""
    for candidate in sorted(path.parent.glob("*.json")):
        try:
            sidecar = read_sidecar(candidate)
        except MetadataError:
            continue  # some other JSON file
        if path.name in {r.name for r in sidecar.renditions}:
            return sidecar
    return None


def guess_metadata(path: Path, reading: Parse) -> Metadata:
    """Return what the text itself tells: its title, and the symbol in its running headers.

    Without a symbol the file's name without its ending stands in.
    """
    symbols = Counter(
        piece.text
        for piece in reading.furniture
        if piece.kind == "running header" and re.fullmatch(r"\S+(?:/\S+)+", piece.text)
    )
    symbol = symbols.most_common(1)[0][0] if symbols else path.stem
    return Metadata(symbol=symbol, title=reading.title or path.stem)


def read_rendition(path: Path) -> tuple[Rendition, Parse]:
    """Read and parse one file.

    Raises:
        UnreadableFileError: See `corpus.readers.read_source`.
    """
    source = read_source(path)
    return Rendition(path.name, source.sha256, source.format, source.pages), parse(source)


def typographic_key(text: str) -> str:
    """Return a text without white space and with plain quotes and hyphens, for comparison."""
    return "".join(text.translate(_QUOTES).split())


def compare_renditions(primary: Parse, other: Parse, name: str) -> tuple[Problem, ...]:
    """Return where another rendition differs in labels, or in text beyond typography."""
    ours = {u.label: typographic_key(u.text) for u in primary.units}
    theirs = {u.label: typographic_key(u.text) for u in other.units}
    found = [Problem("difference", k, f"{name} has no {k}.") for k in ours if k not in theirs]
    found += [Problem("difference", k, f"Only {name} has {k}.") for k in theirs if k not in ours]
    found += [
        Problem("difference", k, f"{name} words {k} differently.")
        for k in ours
        if k in theirs and ours[k] != theirs[k]
    ]
    return tuple(found)


def make_document(metadata: Metadata, read: Sequence[tuple[Rendition, Parse]]) -> Document:
    """Bring the renditions of one document together; the first is the one shown and cited."""
    (_, primary), *others = read
    problems = list(primary.problems)
    for rendition, other in others:
        problems += compare_renditions(primary, other, rendition.file)
    if not primary.units:
        raise UnreadableFileError(
            f"{read[0][0].file} has nothing to cite: no paragraph was found in it. "
            f"See how it was read: pincite inspect {read[0][0].file}"
        )
    content = json.dumps(
        [
            dataclasses.asdict(metadata),
            primary.text,
            [dataclasses.asdict(u) for u in primary.units],
            [dataclasses.asdict(h) for h in primary.headings],
        ],
        sort_keys=True,
        ensure_ascii=False,
    )
    return Document(
        metadata=metadata,
        renditions=tuple(rendition for rendition, _ in read),
        text=primary.text,
        headings=primary.headings,
        units=primary.units,
        problems=tuple(problems),
        content_hash=hashlib.sha256(content.encode()).hexdigest(),
    )


def load_document(path: Path) -> Document:
    """Load one document from a text file or from its sidecar file.

    A text file that a sidecar in its folder names comes with that sidecar's other renditions.

    Raises:
        UnreadableFileError: A rendition cannot be read, or holds nothing to cite.
        MetadataError: The sidecar is at fault.
    """
    sidecar = read_sidecar(path) if path.suffix == ".json" else find_sidecar(path)
    if sidecar is None:
        read = read_rendition(path)
        return make_document(guess_metadata(path, read[1]), [read])
    return make_document(sidecar.metadata, [read_rendition(file) for file in sidecar.renditions])


def load_documents(paths: Iterable[Path]) -> tuple[Document, ...]:
    """Load the documents in files and folders; renditions of one document come as one.

    Besides those that a sidecar brings together, files with the same labels and, up to
    typography, the same words are renditions of one document.

    Raises:
        UnreadableFileError: A file cannot be read; a folder holds no text file.
        MetadataError: A sidecar is at fault, or two documents have one symbol.
    """
    loaded: dict[str, Document] = {}
    by_words: dict[str, str] = {}
    for path in _files(paths):
        document = load_document(path)
        words = "\n".join(f"{u.label} {typographic_key(u.text)}" for u in document.units)
        twin = by_words.setdefault(words, document.symbol)
        if twin != document.symbol:
            loaded[twin] = _merge(loaded[twin], document)
        elif document.symbol not in loaded:
            loaded[document.symbol] = document
        elif loaded[document.symbol].content_hash != document.content_hash:
            raise MetadataError(
                f"{path} and another file both have the symbol {document.symbol} but differ. "
                "Give one of them its own symbol in a sidecar file."
            )
    return tuple(loaded.values())


def _merge(first: Document, second: Document) -> Document:
    """Keep the first one's words; take the symbol that a text gave over one from a file name."""

    def from_file_name(document: Document) -> bool:
        return document.symbol in {Path(r.file).stem for r in document.renditions}

    metadata = first.metadata
    if from_file_name(first) and not from_file_name(second):
        metadata = dataclasses.replace(metadata, symbol=second.symbol)
    extra = tuple(r for r in second.renditions if r not in first.renditions)
    return dataclasses.replace(first, metadata=metadata, renditions=first.renditions + extra)


def _files(paths: Iterable[Path]) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        if not path.is_dir():
            files.append(path)
            continue
        inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in _TEXT_SUFFIXES)
        if not inside:
            raise UnreadableFileError(f"No text file (.txt, .md) in {path}. Name a file: FILE.txt")
        files += inside
    return files


def shipped_report_path() -> Path:
    """Return the sidecar of the report that ships with the program."""
    with resources.as_file(resources.files("corpus") / "data") as folder:
        return folder / "CTOC_COP_WG.4_2011_8.json"


def shipped_report() -> Document:
    """Return the report that ships with the program, from both its renditions."""
    return load_document(shipped_report_path())
