"""Reads and parses a file and says how much processor time that took."""

from __future__ import annotations

import resource
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import UnreadableFileError
from corpus.readers import read_source, source_from_text
from corpus.source import Source
from corpus.structure.parse import parse
from corpus.types import Parse
from eval.parsing.types import Spent


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was read.

    Attributes:
        source: Its lines.
        parse: Its units.
        spent: What that took.
    """

    source: Source
    parse: Parse
    spent: Spent


def read_timed(path: Path) -> Reading:
    """Read and parse a file; a PDF is put through PDFium's bare extraction, too.

    Processor time is what one core needs, whatever else the machine does meanwhile.

    Raises:
        UnreadableFileError: It cannot be read.
    """
    began = time.process_time()
    source = read_source(path)
    read = time.process_time()
    parsed = parse(source)
    done = time.process_time()
    bare = 0.0
    if source.format == "pdf":
        extract_bare(path.read_bytes())
        bare = time.process_time() - done
    spent = Spent(source.pages or 0, read - began, done - read, bare, memory_held())
    return Reading(source, parsed, spent)


def memory_held() -> float:
    """Return the memory that this process holds, in MiB, or its peak where no system file tells."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak / (2**20 if sys.platform == "darwin" else 2**10)
    return pages * resource.getpagesize() / 2**20


def extract_bare(data: bytes) -> int:
    """Extract the text of a PDF as PDFium alone does it, and return how many characters it has.

    That is the yardstick of speed: nothing that reads PDF through PDFium can take less.
    """
    return sum(map(len, bare_text(data)))


def bare_text(data: bytes) -> list[str]:
    """Return the text of each page of a PDF as PDFium alone extracts it.

    Raises:
        UnreadableFileError: PDFium cannot open it.
    """
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with PdfDocument(data) as pdf:
            return [page.get_textpage().get_text_bounded() for page in pdf]
    except PdfiumError as error:
        raise UnreadableFileError(f"PDFium cannot open the file: {error}") from error


def warm_up() -> None:
    """Load what the first file would be charged for: PDFium and the tokens' vocabulary."""
    import pypdfium2  # noqa: F401

    parse(source_from_text("1. A paragraph."))
