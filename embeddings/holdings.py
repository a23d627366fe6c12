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

from corpus.errors import IndexDamagedError
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
        parser: Version of the parser that read it; 0 if it is not known.
    """

    file: str
    sha256: str
    format: str
    pages: int | None
    parser: int = 0


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

    @property
    def pages(self) -> int | None:
        """Number of pages of the first rendition that has any."""
        return next((file.pages for file in self.files if file.pages is not None), None)


def holding_of(document: Document, parsers: Mapping[str, int]) -> Holding:
    """Return what is kept about a document.

    Args:
        document: The document.
        parsers: Version of the parser that read each file, by the file's SHA-256.
    """
    about = document.metadata
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
        files=tuple(
            HeldFile(r.file, r.sha256, r.format, r.pages, parsers.get(r.sha256, 0))
            for r in document.renditions
        ),
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
        raise IndexDamagedError(f"Cannot read {path}: {error}. Mend it: pincite index") from error


def parsers_of(holdings: Sequence[Holding]) -> dict[str, int]:
    """Return the version of the parser that read each file, by the file's SHA-256."""
    return {file.sha256: file.parser for holding in holdings for file in holding.files}


def _holding(raw: dict[str, Any]) -> Holding:
    return Holding(
        **{
            **raw,
            "aliases": tuple(raw["aliases"]),
            "flags": tuple(Problem(**flag) for flag in raw["flags"]),
            "files": tuple(HeldFile(**file) for file in raw["files"]),
        }
    )
