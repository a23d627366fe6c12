"""What a library holds, document by document, without the documents: `holdings.jsonl`.

It answers what is in the library, and which files need not be read again, without loading texts
and indexes. Opening a library to ask questions does not read it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from corpus.errors import IndexDamagedError, reason_of
from corpus.types import Document, Problem

HOLDINGS_FILE = "holdings.jsonl"


@dataclass(frozen=True, slots=True)
class HeldFile:
    """One rendition of a document.

    Attributes:
        file: The file's name, without its folder.
        sha256: Of the file's bytes.
        format: ``text``, ``pdf``, ``docx`` or ``html``.
        pages: Number of pages; None where the format has none.
    """

    file: str
    sha256: str
    format: str
    pages: int | None


@dataclass(frozen=True, slots=True)
class Reading:
    """By what a file is known again, so that it need not be read twice.

    Attributes:
        sha256: Of the file; of all that went in, where a metadata file had a say.
        parser: Version of the parser that read it.
        file: SHA-256 of the rendition that came of it, the first if there were several.
    """

    sha256: str
    parser: int
    file: str


@dataclass(frozen=True, slots=True)
class Holding:
    """One document of the library.

    Attributes:
        symbol: Its key.
        title: Full title.
        body: The body that issued it.
        date: ISO date, empty if unknown.
        language: ISO 639-1 code.
        kind: ``report``, ``resolution`` and the like; empty if unknown.
        aliases: Other symbols that it carries.
        units: Number of citable units.
        flags: Why it must be cited with care.
        superseded_by: Symbol of the newer revision; empty if there is none.
        files: Its renditions, the one that is shown first.
        readings: What it was read from.
    """

    symbol: str
    title: str
    body: str
    date: str
    language: str
    kind: str
    aliases: tuple[str, ...]
    units: int
    flags: tuple[Problem, ...]
    superseded_by: str
    files: tuple[HeldFile, ...]
    readings: tuple[Reading, ...]

    @property
    def pages(self) -> int | None:
        """Number of pages of the first rendition that has any."""
        return next((file.pages for file in self.files if file.pages is not None), None)


def holdings_of(documents: Iterable[Document], readings: Iterable[Reading]) -> tuple[Holding, ...]:
    """Return what is kept about each document, with the readings that led to it."""
    by_file: dict[str, list[Reading]] = {}
    for reading in readings:
        by_file.setdefault(reading.file, []).append(reading)
    return tuple(_holding_of(document, by_file) for document in documents)


def _holding_of(document: Document, by_file: Mapping[str, Sequence[Reading]]) -> Holding:
    about = document.metadata
    files = dict.fromkeys(rendition.sha256 for rendition in document.renditions)
    return Holding(
        symbol=about.symbol,
        title=about.title,
        body=about.body,
        date=about.date,
        language=about.language,
        kind=about.kind,
        aliases=about.aliases,
        units=len(document.units),
        flags=document.flags,
        superseded_by=document.superseded_by,
        files=tuple(HeldFile(r.file, r.sha256, r.format, r.pages) for r in document.renditions),
        readings=tuple(reading for file in files for reading in by_file.get(file, ())),
    )


def write_holdings(path: Path, holdings: Iterable[Holding]) -> None:
    """Write holdings, one a line."""
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        for holding in holdings:
            stream.write(json.dumps(asdict(holding), ensure_ascii=False) + "\n")


def read_holdings(path: Path) -> tuple[Holding, ...]:
    """Read holdings that `write_holdings` wrote.

    Raises:
        IndexDamagedError: The file is missing, cut short or of another format.
    """
    try:
        with path.open(encoding="utf-8") as stream:
            return tuple(_holding(json.loads(line)) for line in stream)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise IndexDamagedError(
            f"Cannot read {path}: {reason_of(error)}. Mend it: pincite index"
        ) from error


def files_of(holdings: Iterable[Holding]) -> frozenset[str]:
    """Return the SHA-256 of each rendition."""
    return frozenset(file.sha256 for holding in holdings for file in holding.files)


def _holding(raw: dict[str, Any]) -> Holding:
    return Holding(
        **{
            **raw,
            "aliases": tuple(raw["aliases"]),
            "flags": tuple(Problem(**flag) for flag in raw["flags"]),
            "files": tuple(HeldFile(**file) for file in raw["files"]),
            "readings": tuple(Reading(**reading) for reading in raw["readings"]),
        }
    )
