"""Damaged and malicious input: only a stated error may leave, and nothing may hang.

PINCITE_FUZZ sets how many mutated pages and files are tried (300 if it is not set).
"""

from __future__ import annotations

import io
import os
import random
import time
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from itertools import cycle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.archive import list_members, read_member
from corpus.documents import shipped_report_path
from corpus.errors import PinciteError
from corpus.isolation import run_all
from corpus.limits import Limits
from corpus.readers import source_from_text
from corpus.readers.files import read_bytes
from corpus.source import Source
from corpus.structure.parse import parse
from tests.support.docx_files import make_docx
from tests.support.mutations import (
    SNIPPETS,
    check,
    mutate_bytes,
    mutate_source,
    page_of,
    read_and_check,
)
from tests.support.pdf_files import Text, make_pdf

EXAMPLES = int(os.environ.get("PINCITE_FUZZ", "300"))
SHARED = Path(__file__).parents[3] / "shared" / "data"
PDFS = ("un-reports-2025/pdf", "upr-reports/pdf", "budget-reports/pkm2026")


@cache
def real_sources() -> tuple[Source, ...]:
    """Return the shipped report's renditions, and some PDFs where they are there."""
    files = [*shipped_report_path().parent.glob("*.txt")]
    wanted = 1 if EXAMPLES <= 300 else 8
    for folder in PDFS:
        files += sorted((SHARED / folder).glob("*.pdf"), key=lambda f: f.stat().st_size)[3:][
            :wanted
        ]
    return tuple(read_bytes(file.read_bytes(), file.name, file.name) for file in files)


@pytest.mark.timeout(7200)
def test_mutated_pages_are_parsed() -> None:
    sources = real_sources()
    slowest = 0.0
    for seed in range(EXAMPLES):
        rng = random.Random(seed)
        source = mutate_source(rng, page_of(rng, rng.choice(sources)))
        began = time.process_time()
        try:
            check(source, parse(source))
        except Exception as error:
            error.add_note(f"seed {seed}")
            raise
        slowest = max(slowest, time.process_time() - began)
    assert slowest < 20


PIECES = st.one_of(
    st.sampled_from(SNIPPETS),
    st.sampled_from(
        ["Bees were seen.", "and", "The Meeting decided to:", "go on", "\n", "\n\n", " "]
    ),
    st.text(max_size=5),
    st.integers(0, 120).map(lambda n: f"\n\n{n}. "),
    st.sampled_from("abcdefghivx").map(lambda c: f"\n({c}) "),
)


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=min(EXAMPLES, 2000), deadline=None, derandomize=True)
def test_any_text_is_parsed(text: str) -> None:
    source = source_from_text(text)
    check(source, parse(source))


def lines_of(line: str) -> Callable[[int], str]:
    return lambda size: "\n".join(line.format(n) for n in range(size))


def blocks_of(block: str) -> Callable[[int], str]:
    return lambda size: "\n\n".join(block.format(n) for n in range(size))


BIG: dict[str, Callable[[int], str]] = {
    "nested parentheses": lambda size: "(" * size + "a" + ")" * size,
    "nested markers": lambda size: "1. " + "(a) (i) " * size,
    "one word": lambda size: "x" * size,
    "one line": lambda size: "word " * size,
    "digits": lambda size: "9" * size + ". Text.",
    "dotted digits": lambda size: "1." * size,
    "cells": lambda size: "a\t" * size,
    "hyphens": lambda size: "x-" * size,
    "leaders": lambda size: "." * size,
    "brackets of markup": lambda size: "<i>*" * size,
    "blank lines": lambda size: "\n" * size + "a.",
    "pages": lambda size: "\f".join(f"A/1/2\n\nSome text goes here.\n\n{n}" for n in range(size)),
}
LONG = [name for name in BIG if name not in {"pages", "nested parentheses"}]
CHARACTERS = 5_000_000 if EXAMPLES > 300 else 500_000


@pytest.mark.parametrize("name", LONG)
def test_megabytes_without_a_paragraph_are_parsed(name: str) -> None:
    text = BIG[name](CHARACTERS)[:CHARACTERS]
    began = time.process_time()
    parse(source_from_text(text))
    assert time.process_time() - began < 60


def test_a_line_of_five_megabytes_is_parsed() -> None:
    (unit,) = parse(source_from_text("1. " + "word " * 1_000_000 + "ends.")).units
    assert len(unit.text) == 5_000_005


def test_ten_thousand_nested_parentheses_are_parsed() -> None:
    source = source_from_text("1. " + BIG["nested parentheses"](10_000) + " are many.")
    check(source, parse(source))


ODD = {
    "NUL": "1. a\x00b.\n\n\x00\n2. c\x00.",
    "half characters": "1. a\ud800b.\n\n2. \udfff.",
    "direction": "1. \u202eabc\u202c \u2066x\u2069.",
    "marks of direction": "\u200f1. \u200e(a) text.",
    "escapes": "\x1b[2J1. Text.\x07",
    "byte order marks": "\ufeff1. Text.\ufeff",
    "line separators": "1. \u0000(a)\u2028(b)\u2029",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_characters_are_parsed(text: str) -> None:
    source = source_from_text(text)
    check(source, parse(source))


MANY = {
    "text": blocks_of("Some words go on here."),
    "headings": blocks_of("Heading"),
    "paragraphs": blocks_of("{}. Some words go on here."),
    "paragraphs 1": blocks_of("1. Some words go on here."),
    "items": blocks_of("(a) some words go on here;"),
    "annexes": blocks_of("Annex"),
    "leaders": lines_of("x ........ {}"),
    "rules": blocks_of("______"),
    "rows": lines_of("a{}\tb\tc"),
    "wrapped lines": lines_of("Some words go on here and there"),
    "hyphenated lines": lines_of("Some words{0} go on here inter{0}-"),
    "symbols": blocks_of("A/HRC/1"),
    "page numbers": blocks_of("{}"),
    "equal rows": lines_of("a\tb\tc"),
    "page by page": BIG["pages"],
}


@pytest.mark.parametrize("name", MANY)
def test_four_times_as_many_lines_take_about_four_times_as_long(name: str) -> None:
    times = []
    for size in (500, 2000):
        source = source_from_text(MANY[name](size))
        began = time.process_time()
        parse(source)
        times.append(time.process_time() - began)
    # In step with the lines it is 4, with their square it is 16.
    assert times[1] < 9 * max(times[0], 0.1)


def packed(**members: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(f"{name}.txt", text)
    return stream.getvalue()


def seeds() -> dict[str, bytes]:
    """Return a small file of each format."""
    paragraphs = "".join(f"<w:p><w:r><w:t>{n}. Text goes here.</w:t></w:r></w:p>" for n in (1, 2))
    table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    html = "<!doctype html><html><body><h1>Bees</h1><ol><li>One.<li>Two.</ol><table><tr><td>a<td>b"
    words = [Text(72, 72 + 14 * n, f"{n}. Text goes here, on page one.") for n in range(1, 9)]
    return {
        "pdf": make_pdf([words, words]),
        "docx": make_docx(paragraphs + table),
        "html": html.encode(),
        "utf-16": "1. Text.\n\n2. Text.\n".encode("utf-16"),
        "text": b"Bees\n\n1. Text goes here.\n\n(a) an item;\n\n2. Text.\n",
    }


def files() -> Iterator[bytes]:
    """Yield mutated files: of all formats in turn, and real ones where they are there."""
    bases = seeds()
    if EXAMPLES > 300:
        for folder in (*PDFS, "budget-reports/ppb2027"):
            found = sorted(
                (SHARED / folder).glob("*.[pd][do][fc]*"), key=lambda f: f.stat().st_size
            )
            bases |= {file.name: file.read_bytes() for file in found[:3]}
    for seed, base in zip(range(EXAMPLES), cycle(bases.values()), strict=False):
        yield mutate_bytes(random.Random(seed), base)


@pytest.mark.timeout(7200)
def test_mutated_files_are_read_or_refused() -> None:
    wrong: list[tuple[int, str]] = []
    read = 0
    for seed, answer in enumerate(run_all(read_and_check, files(), Limits(seconds=60), 1)):
        read += answer.value is not None
        if answer.fault or "\n" in answer.error:
            wrong.append((seed, answer.fault or answer.error))
    assert wrong == []
    assert 0 < read < EXAMPLES


def test_mutated_archives_are_read_or_refused(tmp_path: Path) -> None:
    base = packed(a="one " * 50, b="two")
    path = tmp_path / "a.zip"
    read = 0
    for seed in range(min(EXAMPLES, 2000)):
        path.write_bytes(mutate_bytes(random.Random(seed), base))
        try:
            for member in list_members(path, Limits()) or ():
                if not member.refusal:
                    read += len(read_member(path, member.address, member.name, Limits())) > 0
        except PinciteError as error:
            assert "\n" not in str(error), seed
    assert read
