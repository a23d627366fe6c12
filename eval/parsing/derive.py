"""Makes gold files of documents that nobody labelled for us, from what their publishers have.

Review reports have hand-coded recommendations beside them (github.com/rochelleterman/uprs), each
with its number in front. A recommendation is taken where the bare text of the PDF has the number
right before its words. Older reports number them 1, 2, 3 … in the paragraph that lists them: then
``96.4`` of the coders is item ``96(4)``. For other PDFs a manifest says how far one comes counting
1, 2, 3 … at the beginnings of lines, by a count that sees no structure.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import UnreadableFileError
from embeddings.durable import hash_file
from embeddings.encoders import Progress
from eval.parsing.errors import GoldError
from eval.parsing.gold import MIXED, REVIEW
from eval.parsing.likeness import letters_of
from eval.parsing.reading import bare_text

_YEAR_TABLES = "year-csvs/20[0-9][0-9]data.csv"
_NUMBERED = re.compile(r"\s*(\d+)\.(\d+)\.?\s+(?=\D)(.+)", re.DOTALL)
_LINE_NUMBER = re.compile(r"^\s*(\d{1,3})\.\s", re.MULTILINE)
_WORD = re.compile(r"\w+")
_SCAN, _SHORT, _LONG = 60, 4, 10
"""Words below which a file has no text; numbers from which on it is numbered, and well so."""
_COMPARED = 40
"""Letters and digits of a recommendation that have to follow its number."""
_ENGLISH = frozenset({"the", "of", "and", "to"})
_ENGLISH_SHARE = 0.04
_COLUMNS = ("file", "kind", "lang", "pages", "words", "consecutive_paras")


@dataclass(frozen=True, slots=True)
class Derived:
    """What was made of some files.

    Attributes:
        files: Documents in the gold file or the manifest.
        rows: Recommendations, or files.
        left_out: Coded recommendations whose number does not stand before them, or documents that
            are known already.
    """

    files: int
    rows: int
    left_out: int


def derive_reviews(
    checkout: Path, output: Path, known: frozenset[str], progress: Progress
) -> Derived:
    """Make the gold of review reports from a checkout with PDFs and the coders' tables.

    Args:
        checkout: Holds ``pdfs/*.pdf``, ``txts/*.txt`` and ``year-csvs/20??data.csv`` somewhere.
        output: Gets the folder ``upr-reports``.
        known: SHA-256 of files that are left out.
        progress: Told of the PDFs read.

    Raises:
        GoldError: The checkout has no such table or no such PDF.
    """
    tables = sorted(checkout.rglob(_YEAR_TABLES))
    files = {letters_of(path.stem): path for path in sorted(checkout.rglob("pdfs/*.pdf"))}
    if not tables or not files:
        raise GoldError(
            f"{checkout} holds no coded review reports (pdfs/*.pdf and {_YEAR_TABLES}). Clone "
            "github.com/rochelleterman/uprs and name its folder: --reviews FOLDER"
        )
    texts = {letters_of(path.stem): path for path in sorted(checkout.rglob("txts/*.txt"))}
    coded: dict[str, list[str]] = {}
    for table in tables:
        for report, words in _coded(table):
            coded.setdefault(report, []).append(words)
    rows: list[dict[str, str]] = []
    taken = left_out = 0
    wanted = [report for report in sorted(coded) if report in files]
    for done, report in enumerate(wanted):
        progress("reading PDFs", done, len(wanted))
        if hash_file(files[report]) in known:
            continue
        found = list(_numbered(coded[report], letters_of(_unpaged(_pages(files[report])))))
        left_out += len(coded[report]) - len(found)
        if not found:
            continue
        taken += 1
        rows += [{"file": f"{report}.pdf", "para": para, "text": text} for para, text in found]
        _copy(files[report], output / REVIEW / "pdf" / f"{report}.pdf")
        if report in texts:
            _copy(texts[report], output / REVIEW / "txt_macroman" / f"{report}.txt")
    progress("reading PDFs", len(wanted), len(wanted))
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    _write(output / REVIEW / "gold_recommendations.jsonl", lines)
    return Derived(taken, len(rows), left_out)


def derive_mixed(folder: Path, output: Path, known: frozenset[str], progress: Progress) -> Derived:
    """Make the manifest of a folder of PDFs.

    Args:
        folder: Holds PDFs, in folders or not.
        output: Gets the folder ``un-reports-2025``.
        known: SHA-256 of files that are left out.
        progress: Told of the PDFs read.

    Raises:
        GoldError: There is no PDF in the folder.
    """
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() == ".pdf")
    if not files:
        raise GoldError(f"There is no PDF in {folder}. Name a folder of PDFs: --mixed FOLDER")
    seen, names = set(known), set[str]()
    rows: list[Sequence[object]] = []
    for done, path in enumerate(files):
        progress("reading PDFs", done, len(files))
        digest = hash_file(path)
        if digest in seen:
            continue
        seen.add(digest)
        name = path.name if path.name not in names else f"{digest}.pdf"
        names.add(name)
        rows.append(_listed(name, _pages(path)))
        _copy(path, output / MIXED / "pdf" / name)
    progress("reading PDFs", len(files), len(files))
    table = io.StringIO()
    csv.writer(table, delimiter="\t", lineterminator="\n").writerows([_COLUMNS, *rows])
    _write(output / MIXED / "manifest.tsv", table.getvalue())
    return Derived(len(rows), len(rows), len(files) - len(rows))


def hash_files(folder: Path) -> frozenset[str]:
    """Return the SHA-256 of each file in a folder.

    Raises:
        GoldError: There is no such folder.
    """
    if not folder.is_dir():
        raise GoldError(f"There is no folder {folder}. Name the one of known files: --without")
    return frozenset(hash_file(path) for path in folder.rglob("*") if path.is_file())


def _coded(table: Path) -> Iterator[tuple[str, str]]:
    """Yield report and words of each row; the tables come from different programs."""
    year = table.name[:4]
    with table.open(encoding="utf-8", errors="replace", newline=None) as stream:
        for row in csv.DictReader(stream.read().splitlines(keepends=True)):
            yield (
                letters_of((row.get("to") or "") + (row.get("year") or year)),
                row.get("text") or "",
            )


def _numbered(coded: Sequence[str], letters: str) -> Iterator[tuple[str, str]]:
    """Yield label and words of the recommendations that the PDF has under their numbers."""
    seen = set()
    for words in coded:
        match = _NUMBERED.match(words)
        if match is None or words in seen:
            continue
        seen.add(words)
        paragraph, item, text = match.group(1), match.group(2), match.group(3).strip()
        start = letters_of(text)[:_COMPARED]
        if len(start) < _COMPARED:
            continue
        if f"{paragraph}{item}{start}" in letters:
            yield f"{paragraph}.{item}", text
        elif f"{item}{start}" in letters:
            yield f"{paragraph}({item})", text


def _listed(name: str, pages: Sequence[str]) -> Sequence[object]:
    text = "\n".join(pages)
    words = [word.lower() for word in _WORD.findall(text)]
    run = 0
    for match in _LINE_NUMBER.finditer(text):
        run += int(match.group(1)) == run + 1
    share = sum(word in _ENGLISH for word in words) / max(len(words), 1)
    language = "?" if len(words) < _SCAN else "en" if share >= _ENGLISH_SHARE else "other"
    if len(words) < _SCAN:
        kind = "scan-or-no-text"
    else:
        kind = "numbered" if run >= _LONG else "numbered-short" if run >= _SHORT else "other"
    return name, kind, language, len(pages), len(words), run


def _pages(path: Path) -> list[str]:
    """Return the text of each page; none of a file that PDFium cannot open."""
    try:
        return bare_text(path.read_bytes())
    except UnreadableFileError:
        return []


def _unpaged(pages: Sequence[str]) -> str:
    """Return the pages' lines without symbols, page numbers and job numbers between them."""
    furniture = re.compile(r"(?:A/HRC/\S+|GE\.\S+.*|\d+|(?i:page) \d+)\s*")
    lines = (line for page in pages for line in page.splitlines())
    return "\n".join(line for line in lines if not furniture.fullmatch(line))


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
