"""Broken and hostile files: one clear line, and nothing but a `PinciteError`."""

from __future__ import annotations

import io
import random
import re
import time
import zipfile

import pytest

from corpus.errors import PinciteError, UnreadableFileError
from corpus.readers.docx import is_docx, read_docx
from tests.support.docx_files import (
    NAMESPACES,
    a_list,
    definition,
    level,
    make_docx,
    num,
    par,
    paragraph_style,
    run,
    style,
    table,
    zip_parts,
)

LONG_TEXT = "%1" * 5000 + "x" * 100_000
REFERENCE = '<w:r><w:footnoteReference w:id="2"/></w:r>'


def document(body: str, before: str = "") -> bytes:
    inner = f"{before}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    return zip_parts({"word/document.xml": inner})


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as error:
        read_docx(data, "dir/f.docx", "f.docx")
    message = str(error.value)
    assert message.startswith("dir/f.docx")
    assert "\n" not in message
    return message


def nested(opening: str, closing: str, depth: int) -> bytes:
    return make_docx(opening * depth + par("x") + closing * depth)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no whole ZIP"),
        (b"PK\x03\x04 and nothing more", "no whole ZIP"),
        (make_docx(par("x"))[:-40], "no whole ZIP"),
        (zip_parts({"word/styles.xml": f"<w:styles {NAMESPACES}/>"}), "no Word text"),
        (zip_parts({"word/document.xml": "<html/>"}), "no Word text"),
        (zip_parts({"word/document.xml": "<w:document"}), "no XML"),
        (document("&nothing;"), "no XML"),
        (document("x", '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]>'), "a DTD"),
        (
            zip_parts({"word/document.xml": '<!DOCTYPE d [<!ENTITY e "x">]><d/>'.encode("utf-16")}),
            "a DTD",
        ),
        (make_docx(par("x"), styles='<!DOCTYPE d SYSTEM "http://localhost/">'), "a DTD"),
        (document(" " * 20_000_000), "unpacks to too much"),
        (nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 25), "tables in tables"),
        (nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 60), "deep"),
        (nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 5000), "no XML"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    assert reason in refusal(data)


def test_an_encrypted_entry_is_refused() -> None:
    data = bytearray(make_docx(par("x")))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for match in re.finditer(re.escape(mark), bytes(data)):
            data[match.start() + flags] |= 1
    assert "password" in refusal(bytes(data))


def test_a_zip_of_very_many_files_is_refused_unread() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for at in range(20_001):
            packed.writestr(str(at), "")
    assert "too many files" in refusal(buffer.getvalue())
    assert not is_docx(buffer.getvalue())


def test_nesting_that_word_makes_is_read() -> None:
    box = "<w:p><w:r><w:pict><v:textbox><w:txbxContent>"
    end = "</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    for data in (
        nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 10),
        nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 40),
        nested(box, end, 10),
        make_docx(f"<w:p>{'<w:ins>' * 100}{run('x')}{'</w:ins>' * 100}</w:p>"),
    ):
        assert read_docx(data, "f", "f").text == "x"


@pytest.mark.parametrize(
    "data",
    [
        make_docx(
            table([f'<w:tc><w:tcPr><w:gridSpan w:val="99999999999"/></w:tcPr>{par("x")}</w:tc>'])
        ),
        make_docx(
            par("x", num(1, 0)) * 500,
            numbering=definition(0, level(0, LONG_TEXT, "lowerLetter", start=2**40)) + a_list(1, 0),
        ),
        make_docx(
            "".join(par("x", style(f"S{at}")) for at in range(0, 3000, 10)),
            styles="".join(paragraph_style(f"S{at}", based_on=f"S{at + 1}") for at in range(3000)),
        ),
        make_docx(
            par("x", style("A")),
            styles=paragraph_style("A", based_on="B") + paragraph_style("B", based_on="A"),
        ),
        make_docx(
            par("x", num(1, 0)),
            styles=f'<w:style w:type="numbering" w:styleId="L"><w:pPr>{num(1)}</w:pPr></w:style>',
            numbering='<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/>'
            "</w:abstractNum>" + a_list(1, 0),
        ),
        make_docx(
            par("x", runs=REFERENCE * 2000),
            footnotes=f'<w:footnote w:id="2">{par("n" * 10_000, runs=REFERENCE)}</w:footnote>',
        ),
        make_docx(
            par(
                "x",
                runs=(
                    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
                    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
                )
                * 2000,
            )
            + par("y") * 2000
        ),
        make_docx(par("x", num("²", 0) + '<w:outlineLvl w:val="²"/>') + par("x", num(-1, -1))),
    ],
    ids=["span", "number", "chain", "circle", "link", "notes", "fields", "figures"],
)
def test_figures_and_circles_meant_to_run_away_are_held(data: bytes) -> None:
    begun = time.perf_counter()
    source = read_docx(data, "f.docx", "f.docx")
    assert source.lines[0].text.endswith("x")
    assert len(source.text) < 200_000
    assert len(source.notes) <= 1
    assert time.perf_counter() - begun < 30


RICH = make_docx(
    par("Title", style("Heading1"))
    + par("x\ty", num(1, 1))
    + par("Text", runs=REFERENCE + run("a", '<w:vertAlign w:val="superscript"/>'))
    + table([par("H"), par("K")], [par("a", num(1, 2)), par("b")], header=1)
    + par(runs='<w:del w:id="1"><w:r><w:delText>q</w:delText></w:r></w:del>' + run("k"))
    + par(
        runs="<w:r><w:pict><v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox></w:pict></w:r>"
    )
    + par(runs=run("a", '<w:vertAlign w:val="superscript"/>') + run("\tnote"))
    + '<w:sectPr><w:headerReference w:type="first" r:id="rheader1"/><w:titlePg/></w:sectPr>',
    styles=paragraph_style("Heading1", num(1) + '<w:outlineLvl w:val="0"/>'),
    numbering=definition(0, level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"))
    + a_list(1, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>'),
    footnotes=f'<w:footnote w:id="2">{par("note")}</w:footnote>',
    header1=par("A/1"),
    core="<x/>",
)


@pytest.mark.parametrize("seed", range(8))
def test_mutated_files_raise_nothing_but_a_stated_error(seed: int) -> None:
    rng = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(RICH)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    read = 0
    for _ in range(60):
        changed = dict(parts)
        for _ in range(rng.randrange(1, 4)):
            name = rng.choice(sorted(parts))
            changed[name] = _mutate(rng, changed[name])
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as packed:
            for name, content in changed.items():
                packed.writestr(name, content)
        try:
            is_docx(buffer.getvalue())
            source = read_docx(buffer.getvalue(), "f.docx", "f.docx")
        except PinciteError as error:
            assert "\n" not in str(error)
        else:
            read += 1
            assert all(source.text[ln.start : ln.end] == ln.text for ln in source.lines)
    assert read > 5


def _mutate(rng: random.Random, xml: bytes) -> bytes:
    """Flip a byte, drop or repeat an element, or change a value."""
    elements = list(re.finditer(rb"<w:[^>]*/>|<w:(\w+)>.*?</w:\1>", xml))
    values = list(re.finditer(rb'w:\w+="([^"]*)"', xml))
    way = rng.randrange(4)
    if way == 0 and xml:
        at = rng.randrange(len(xml))
        return xml[:at] + bytes([rng.randrange(256)]) + xml[at + 1 :]
    if way == 1 and elements:
        one = rng.choice(elements)
        return xml[: one.start()] + xml[one.end() :]
    if way == 2 and elements:
        one, other = rng.choice(elements), rng.choice(elements)
        return xml[: other.start()] + one.group() + xml[other.start() :]
    if values:
        one = rng.choice(values)
        new = rng.choice([b"", b"0", b"-1", b"99999999999", b"x", b"none", "²".encode(), b"begin"])
        return xml[: one.start(1)] + new + xml[one.end(1) :]
    return xml
