from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import PinciteError, UnreadableFileError
from corpus.readers import read_source
from corpus.readers.html import read_html
from corpus.source import Source, SourceNote
from corpus.structure.parse import parse

SOUP = """
<p> <div> </div> </p> <ol> <ul> <li> </ol> </ul> <table> <tr> <td> <th> </td> </table> <caption>
<thead> <h1> </h1> <sup> </sup> <a/href='#x'> <a/id=x> </a> <br> <pre> </pre> <title> </title>
<header> <nav> </nav> <q> <aside> <dl> <dt> <dd> text 1 (a) &amp; \x00 <!-- --> <script> </script>
<html> <body> <template> ]]> <![CDATA[ \ud7ff
"""


def read(page: str | bytes) -> Source:
    data = page if isinstance(page, bytes) else page.encode()
    return read_html(data, "page.html", "page.html")


def texts(page: str | bytes) -> list[str]:
    return [line.text for line in read(page).lines if line.text]


def test_blocks_become_lines_with_blank_lines_between_them() -> None:
    source = read("<h2>Title</h2><p>One\n two</p><div>three<div>four</div>five</div>six<br>seven")
    assert [line.text for line in source.lines] == [
        "Title", "", "One two", "", "three", "", "four", "", "five", "", "six", "seven",
    ]  # fmt: skip
    assert (source.lines[0].role, source.lines[0].level) == ("heading", 2)
    assert source.format == "html"


def test_offsets_of_lines_point_into_the_text() -> None:
    source = read("<p>One<sup>1</sup> é</p><ol><li>two<li>three</ol><pre>a\n b</pre>")
    for line in source.lines:
        assert source.text[line.start : line.end] == line.text


def test_a_second_line_break_makes_a_gap() -> None:
    assert [line.text for line in read("<p>a<br>b<br><br>c").lines] == ["a", "b", "", "c"]


def test_preformatted_text_keeps_its_lines_and_blanks() -> None:
    assert texts("<pre>\n1.  The\n    Committee\n\n2.  x</pre>") == [
        "1.  The", "Committee", "2.  x",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "chrome",
    [
        "<nav>Menu</nav>",
        "<div role=navigation>Menu</div>",
        "<script>var a = '<p>x</p>';</script>",
        "<style>p { color: red }</style>",
        "<template><p>x</p></template>",
        "<div hidden>x</div>",
        "<div aria-hidden=true>x</div>",
        "<div style='color: red; display: none'>x</div>",
        "<form><button>Go</button><select><option>x</select><input value=x></form>",
        "<!-- x --><noscript>x</noscript><svg><text>x</text></svg>",
        "<dialog open>Cookies?</dialog><del>old</del>",
    ],
)
def test_what_is_no_text_of_the_page_is_left_out(chrome: str) -> None:
    assert texts(f"<body>{chrome}<p>Text</p>{chrome}</body>") == ["Text"]


def test_a_page_s_header_and_footer_are_furniture_but_its_title_is_not() -> None:
    source = read(
        "<header>Home<h1>Report</h1></header><main><header>By A</header><p>x</p></main>"
        "<footer>© 2025</footer>"
    )
    assert [(line.text, line.role, line.kind) for line in source.lines if line.text] == [
        ("Home", "furniture", "running header"),
        ("Report", "heading", ""),
        ("By A", "", ""),
        ("x", "", ""),
        ("© 2025", "furniture", "running header"),
    ]


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<ol><li>a<li>b</ol>", ["1. a", "2. b"]),
        ("<ol type=a start=3><li>x<li>y</ol>", ["c. x", "d. y"]),
        ("<ol type=i><li>x<li>y<li>z<li>w</ol>", ["i. x", "ii. y", "iii. z", "iv. w"]),
        ("<ol type=A start=26><li>x<li>y</ol>", ["Z. x", "AA. y"]),
        ("<ol reversed><li>a<li>b</ol>", ["2. a", "1. b"]),
        ("<ol><li>a<li value=7>b<li>c</ol>", ["1. a", "7. b", "8. c"]),
        ("<ol><li>a<ol type=a><li>b</ol><li>c</ol>", ["1. a", "a. b", "2. c"]),
        ("<ol><li><ol type=a><li>b</ol></ol>", ["1.", "a. b"]),
        ("<ol><li><p>a</p><p>b</p></li></ol>", ["1. a", "b"]),
        ("<ul><li>a<li>b</ul>", ["• a", "• b"]),
        ("<ol style='list-style-type: lower-roman'><li>a</ol>", ["i. a"]),
        ("<ol style='list-style: none'><li>a</ol>", ["a"]),
        ("<ol><li style=\"list-style-type: '(a) '\">x</ol>", ["(a) x"]),
        # A style sheet, which is not read, must have switched the list's own numbers off.
        ("<ol><li>(a) x<li>(b) y</ol>", ["(a) x", "(b) y"]),
        ("<ol start=12><li>12. x</ol>", ["12. x"]),
        ("<ul><li>– x<li>– y</ul>", ["– x", "– y"]),
        # Paragraph 5 begins with its sub-paragraph (a): both are printed.
        ("<ol start=5><li>(a) x</ol>", ["5. (a) x"]),
    ],
)
def test_list_items_have_the_markers_that_a_browser_prints(page: str, lines: list[str]) -> None:
    assert texts(page) == lines


def test_a_number_in_a_block_of_its_own_joins_the_text_below_it() -> None:
    page = (
        "<div id=rct_71><p>(71)</p><p>Such processing.</p></div><p>(72)</p><h2>Next</h2><p>2025</p>"
    )
    assert texts(page) == ["(71) Such processing.", "(72)", "Next", "2025"]


def test_tables_of_data_become_rows() -> None:
    source = read(
        "<table><caption>Table 1</caption><thead><tr><th>Year<th>Sum<th>Note</thead>"
        "<tr><td rowspan=2>2024<td>5<td rowspan=2>n<tr><td>6"
        "<tr><td colspan=2>Total<td>11</table>"
    )
    # The first cell, which names the row, is said again; the note that spans rows is not.
    assert [(line.text, line.role) for line in source.lines if line.text] == [
        ("Table 1", "caption"),
        ("Year\tSum\tNote", "table header"),
        ("2024\t5\tn", "row"),
        ("2024\t6", "row"),
        ("Total\t\t11", "row"),
    ]


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>", ["a", "b", "c", "d"]),
        ("<table><tr><td><h1>a</h1><td>b<tr><td>c<td>d</table>", ["a", "b", "c", "d"]),
        ("<table><tr><td>a<tr><td>b</table>", ["a", "b"]),
        ("<table><tr><td>United Nations<td>A/80/1</table>", ["United Nations", "A/80/1"]),
        ("<table><tr><td>a<td><p>b<p>c<p>d<tr><td>e<td>f</table>", ["a", "b", "c", "d", "e", "f"]),
        # Legal gazettes set markers off from their text by tables.
        (
            "<table><tr><td>(1)<td><p>x</p><p>y</p></table><table><tr><td>(2)<td>z</table>",
            ["(1) x", "y", "(2) z"],
        ),
    ],
)
def test_tables_that_lay_out_a_page_become_ordinary_lines(page: str, lines: list[str]) -> None:
    source = read(page)
    assert [line.text for line in source.lines if line.text] == lines
    assert {line.role for line in source.lines} <= {"", "heading"}


@pytest.mark.parametrize(
    "page",
    [
        "<p>Text<sup><a href='#fn1'>1</a></sup> on.</p>"
        "<ol><li id=fn1>See A. <a href='#r'>↩</a></ol>",
        "<p>Text<a href='#n1' role=doc-noteref>[1]</a> on.</p>"
        "<aside role=doc-footnote id=n1>1 See A.</aside>",
        "<p>Text<a href='#_ftn1' name='_ftnref1'>[1]</a> on.</p>"
        "<div id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> See A.</p></div>",
        "<p>Text<sup>1</sup> on.</p><p><sup>1</sup> See A.</p>",
        "<p>Text<span style='vertical-align: super'>1</span> on.</p><p><sup>1</sup> See A.</p>",
        "<p>Text<a id=ntc1 href='#ntr1'>(<span class='oj-super oj-note-tag'>1</span>)</a> on.</p>"
        "<p class=oj-note><a id=ntr1 href='#ntc1'>(<span class=oj-super>1</span>)</a> See A.</p>",
    ],
)
def test_footnotes_leave_the_text_and_keep_their_marks(page: str) -> None:
    source = read(page)
    assert [(line.text, line.marks) for line in source.lines if line.text] == [("Text on.", ("1",))]
    assert source.notes == (SourceNote("1", "See A."),)


def test_raised_letters_are_marks_only_if_a_note_begins_with_them() -> None:
    source = read("<p>1<sup>er</sup> XIX<sup>e</sup> sum<sup>a,b</sup></p><p><sup>a</sup> Net.</p>")
    assert source.lines[0].text == "1er XIXe sum"
    assert source.notes == (SourceNote("a", "Net."),)


def test_exponents_stay_and_links_to_paragraphs_are_no_marks() -> None:
    source = read(
        "<p>5 km<sup>2</sup>, 10<sup>6</sup>, 2010<sup>3</sup>, para. <a href='#p12'>12</a></p>"
        "<p id=p12>12. x</p>"
    )
    assert source.lines[0].text == "5 km², 10⁶, 2010, para. 12"
    assert source.lines[0].marks == ("3",)
    assert source.notes == ()


def test_a_page_says_title_language_and_date_of_itself() -> None:
    source = read(
        "<html lang=fr-CH><title>A\n report</title><meta name=DC.date content=2025-01-02>"
        "<meta name=description content='About it'><p>x"
    )
    assert dict(source.properties) == {
        "title": "A report",
        "language": "fr",
        "created": "2025-01-02",
        "description": "About it",
    }


@pytest.mark.parametrize(
    "data",
    [
        "<p>Déjà “vu”".encode(),
        b"\xef\xbb\xbf" + "<p>Déjà “vu”".encode(),
        "<p>Déjà “vu”".encode("utf-16"),
        b"<meta charset=iso-8859-1>" + "<p>Déjà “vu”".encode("cp1252"),
        b"<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>"
        + "<p>Déjà “vu”".encode("cp1252"),
        b"<?xml version='1.0' encoding='utf-8'?><html>" + "<p>Déjà “vu”".encode(),
        b"<meta charset=utf-16>" + "<p>Déjà “vu”".encode(),
        b"<meta charset=no-such-thing>" + "<p>Déjà “vu”".encode(),
    ],
)
def test_the_encoding_is_the_declared_one_if_it_can_be(data: bytes) -> None:
    assert texts(data) == ["Déjà “vu”"]


def test_a_stray_byte_does_not_spoil_a_page_in_utf_8() -> None:
    page = b"<meta charset=utf-8>" + "<p>Déjà vu. ".encode() * 300 + b"\xff"
    assert texts(page)[0] == "Déjà vu."


def test_entities_and_bidirectional_marks_are_text_and_control_characters_are_not() -> None:
    assert texts("<p>a&nbsp;&lt;b&gt; &hellip; &bogus; \u202eabc\u202c\x07\u200b</p>") == [
        "a <b> … &bogus; \u202eabc\u202c"
    ]


def test_no_external_entity_is_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    page = f'<!DOCTYPE html [<!ENTITY e SYSTEM "{secret.as_uri()}">]><p>a &e; b'
    assert "secret" not in read(page).text.replace(str(secret), "")


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + "deep" + "</div>" * 100_000 + "<p>after",
        "<b><i>" * 100_000 + "deep<p>after",
        "<ol><li>" * 20_000 + "deep<p>after",
        "<table><tr><td>" * 20_000 + "deep<p>after",
        "<p>deep" + "<sup>1,2,3</sup>" * 20_000 + "<p>after",
        "<p>deep" + "<sup><a href=#n>1</a></sup>" * 20_000 + "<p>after<p id=n>1 note",
        "<table>" + "<tr><td colspan=9999 rowspan=9999>x" * 5_000 + "</table>deep<p>after",
    ],
    ids=["divs", "inline", "lists", "tables", "marks", "references", "spans"],
)
def test_hostile_pages_are_read_in_time(page: str) -> None:
    begun = time.process_time()
    found = read(page).text
    assert "deep" in found
    assert "after" in found
    assert time.process_time() - begun < 20


@given(st.lists(st.sampled_from(SOUP.split()), max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_soup_of_tags_gives_a_source_or_a_stated_error(pieces: list[str]) -> None:
    try:
        source = read(" ".join(pieces))
    except PinciteError:
        return
    for line in source.lines:
        assert source.text[line.start : line.end] == line.text
        assert not re.search(r"[\x00-\x08\x0b-\x1f]", line.text)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UnreadableFileError, match="page.html"):
        read(b"<html>\x00\x01")


def test_numbered_paragraphs_of_a_page_get_their_labels(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(
        "<!doctype html><title>R</title><nav>1. Menu</nav><h1>Report of the Committee</h1>"
        "<h2>I. Introduction</h2><p>1. The Committee met.</p><p>2. It decided to:</p>"
        "<ol type=a><li>Report;<li>Meet again.</ol><p>3. It closed.</p>"
    )
    reading = parse(read_source(path))
    assert [(unit.label, unit.text) for unit in reading.units] == [
        ("1", "The Committee met."),
        ("2", "It decided to:"),
        ("2(a)", "Report;"),
        ("2(b)", "Meet again."),
        ("3", "It closed."),
    ]
