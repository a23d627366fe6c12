"""Files and pages that were damaged at random, the same ones for the same seed."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from corpus.documents import make_document
from corpus.flags import find_flags, refusal
from corpus.metadata import guess_metadata
from corpus.readers.files import read_bytes
from corpus.source import Line, Role, Source, SourceBuilder
from corpus.structure.parse import parse
from corpus.types import Parse, Rendition

SNIPPETS = (
    "1. ",
    "(a) ",
    "(i) ",
    "(ii) ",
    "I. ",
    "12.4 ",
    "51 bis. ",
    "A/80/6",
    "A/RES/80/1 (2025)",
    "Annex",
    "Annex II",
    "V.20-12345",
    "5/27",
    "___________",
    "Contents",
    "........ 7",
    "Page",
    "(",
    ")",
    "((",
    "§ 50",
    "\t",
    "a\tb\tc",
    "\x00",
    "\x0c",
    "\u202e",
    "\u200f",
    "\u00ad",
    "\ufeff",
    "\ud800",
    "é",
    "文",
    "١",
    "²",
    "9" * 40,
    "1." * 40,
    "(a)(b)(c)",
    "-",
    "–",
    "• ",
    "3 See A/80/6.",
    "*",
    "…",
    ":",
    ";",
    ".",
    "",
    " " * 50,
    "x" * 300,
)
"""What is put in: markers, furniture, table cells, marks of direction, half characters."""
_ROLES: tuple[Role, ...] = (
    "",
    "heading",
    "row",
    "table header",
    "caption",
    "aside",
    "furniture",
)


def mutate_bytes(rng: random.Random, data: bytes) -> bytes:
    """Return a file cut short, with bits turned, or with pieces moved, repeated or lost."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 5, 20))):
        if not changed:
            break
        at = rng.randrange(len(changed))
        end = min(len(changed), at + rng.choice((1, 4, 64, 1000)))
        kind = rng.randrange(7)
        if kind == 0:
            del changed[at : len(changed) if rng.random() < 0.3 else end]
        elif kind == 1:
            changed[at] ^= 1 << rng.randrange(8)
        elif kind == 2:
            changed[at:end] = bytes(end - at)
        elif kind == 3:
            changed[at:at] = changed[at:end] * rng.choice((1, 3, 50))
        elif kind == 4:
            changed[at:end] = rng.randbytes(end - at)
        elif kind == 5:
            changed[at:at] = rng.choice(SNIPPETS).encode("utf-8", "surrogatepass")
        else:
            changed[at : at + 1] = b"%d" % rng.choice((0, -1, 2**31, 2**63, 10**30))
    return bytes(changed)


def mutate_source(rng: random.Random, source: Source) -> Source:
    """Return a source with lines changed, moved, repeated, lost or taken for something else."""
    lines = list(source.lines)
    for _ in range(rng.choice((1, 3, 10, 40))):
        if not lines:
            break
        at = rng.randrange(len(lines))
        change = rng.choice(_CHANGES)
        change(rng, lines, at)
    return _put_together(source, lines)


def page_of(rng: random.Random, source: Source) -> Source:
    """Return some of a source's lines: those of a page or two."""
    length = rng.choice((20, 60, 120))
    at = rng.randrange(max(1, len(source.lines) - length))
    return _put_together(source, source.lines[at : at + length])


def check(source: Source, parsed: Parse) -> None:
    """Assert what must hold of every parse, whatever it was made from."""
    labels = [unit.label for unit in parsed.units]
    assert len(set(labels)) == len(labels), "labels are unique"
    assert all(labels), "labels are not empty"
    for unit in parsed.units:
        assert parsed.text[unit.start : unit.end] == unit.text, unit.label
        assert unit.parent is None or unit.parent in labels, unit.label
        assert unit.text == " ".join(unit.text.split()), unit.label
    for heading in parsed.headings:
        assert 0 <= heading.start <= heading.end <= len(parsed.text)
    assert 0.0 <= parsed.coverage <= 1.0


def read_and_check(data: bytes) -> str:
    """Take a file through all that is done with it, and say in short what came out."""
    source = read_bytes(data, "f", "f")
    parsed = parse(source)
    check(source, parsed)
    metadata = guess_metadata(source, parsed, "f")
    flags = find_flags(source, parsed, metadata)
    refused = refusal(source, parsed, metadata)
    if refused is None:
        rendition = Rendition("f", source.sha256, source.format, source.pages)
        document = make_document(metadata, [(rendition, parsed)], flags)
        json.dumps([document.text, document.symbol], ensure_ascii=False).encode()
    return source.format


def _put_together(source: Source, lines: Sequence[Line]) -> Source:
    builder = SourceBuilder()
    for line in lines:
        builder.add(
            line.text,
            page=line.page,
            role=line.role,
            level=line.level,
            kind=line.kind,
            look=line.look,
            marks=line.marks,
        )
    return replace(source, text=builder.text, lines=tuple(builder.lines), markup=())


def _lose(rng: random.Random, lines: list[Line], at: int) -> None:
    del lines[at]


def _repeat(rng: random.Random, lines: list[Line], at: int) -> None:
    lines[at:at] = lines[at : at + rng.choice((1, 5))] * rng.choice((1, 1, 8))


def _move(rng: random.Random, lines: list[Line], at: int) -> None:
    lines.insert(rng.randrange(len(lines)), lines.pop(at))


def _put_in(rng: random.Random, lines: list[Line], at: int) -> None:
    text = lines[at].text
    place = rng.choice((0, 0, len(text), rng.randrange(len(text) + 1)))
    lines[at] = replace(lines[at], text=text[:place] + rng.choice(SNIPPETS) + text[place:])


def _replace(rng: random.Random, lines: list[Line], at: int) -> None:
    lines[at] = replace(lines[at], text=rng.choice(SNIPPETS))


def _join(rng: random.Random, lines: list[Line], at: int) -> None:
    for _ in range(rng.choice((1, 5))):
        if at + 1 < len(lines):
            lines[at] = replace(lines[at], text=f"{lines[at].text} {lines.pop(at + 1).text}")


def _cut(rng: random.Random, lines: list[Line], at: int) -> None:
    line = lines[at]
    place = rng.randrange(len(line.text) + 1)
    lines[at : at + 1] = [
        replace(line, text=line.text[:place]),
        replace(line, text=line.text[place:]),
    ]


def _digit(rng: random.Random, lines: list[Line], at: int) -> None:
    digits = [place for place, c in enumerate(lines[at].text) if c.isdigit()]
    if digits:
        place = rng.choice(digits)
        text = lines[at].text
        new = rng.choice("0123456789²١")
        lines[at] = replace(lines[at], text=text[:place] + new + text[place + 1 :])


def _blank(rng: random.Random, lines: list[Line], at: int) -> None:
    if lines[at].text:
        lines[at:at] = [replace(lines[at], text="")] * rng.choice((1, 3))
    else:
        del lines[at]


def _page(rng: random.Random, lines: list[Line], at: int) -> None:
    lines[at] = replace(lines[at], page=rng.choice((None, 1, 2, 99)))


def _role(rng: random.Random, lines: list[Line], at: int) -> None:
    role = rng.choice(_ROLES)
    kind = rng.choice(("", "running header", "page number", "contents")) if role else ""
    marks = rng.choice(((), ("3",), ("*", "999")))
    lines[at] = replace(
        lines[at], role=role, level=rng.choice((0, 1, 9)), kind=kind, look=None, marks=marks
    )


_CHANGES: tuple[Callable[[random.Random, list[Line], int], None], ...] = (
    _lose,
    _repeat,
    _move,
    _put_in,
    _put_in,
    _put_in,
    _replace,
    _join,
    _cut,
    _digit,
    _blank,
    _page,
    _role,
)
