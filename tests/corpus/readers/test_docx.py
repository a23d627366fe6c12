"""DOCX: what of a paragraph is read, and as what. Expected lines are what Word shows."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path

import pytest

from corpus.readers.docx import is_docx, read_docx
from corpus.source import Line, Source
from tests.support.docx_files import (
    a_list,
    definition,
    level,
    make_docx,
    num,
    par,
    paragraph_style,
    run,
    style,
    zip_parts,
)

DATA = Path(__file__).parents[4] / "shared" / "data" / "budget-reports"
BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def read(body: str, *, core: str = "", **parts: str) -> Source:
    return read_docx(make_docx(body, core=core, **parts), "f.docx", "f.docx")


def lines(body: str, **parts: str) -> list[Line]:
    return [line for line in read(body, **parts).lines if line.text]


def texts(body: str, **parts: str) -> list[str]:
    return [line.text for line in lines(body, **parts)]


def field(instruction: str, result: str = "") -> str:
    return (
        f"{BEGIN}<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f"{SEPARATE + run(result) if result else ''}{END}"
    )


def test_paragraphs_are_lines_with_a_blank_one_before_each() -> None:
    source = read(par("One.") + par() + par("Two."))
    assert [line.text for line in source.lines] == ["One.", "", "Two."]
    assert source.text == "One.\n\nTwo."
    assert source.format == "docx"
    assert source.pages is None
    assert all(source.text[ln.start : ln.end] == ln.text for ln in source.lines)


def test_the_tab_behind_a_typed_marker_is_a_blank_and_other_tabs_stay() -> None:
    body = "".join(
        par(text)
        for text in (
            "\t12.4\tThe Office",
            "\t\t(a)\tThe first;",
            "29B.3\tThe Department",
            "A.14\tThe annex",
            "1.\t(a)\tBoth",
            "Article 5.\tScope",
            "Kenya\t12\t13",
            "2024\t12\t13",
        )
    )
    assert texts(body) == [
        "12.4 The Office",
        "(a) The first;",
        "29B.3 The Department",
        "A.14 The annex",
        "1. (a) Both",
        "Article 5. Scope",
        "Kenya\t12\t13",
        "2024\t12\t13",
    ]


def test_a_line_break_ends_a_line_and_not_the_block() -> None:
    source = read(par("Annex II\nStatement") + par("Text"))
    assert [line.text for line in source.lines] == ["Annex II", "Statement", "", "Text"]


def test_blanks_are_folded_and_signs_that_are_not_seen_dropped() -> None:
    inner = "<w:t>2022–\u200d2031,</w:t><w:t> lost </w:t><w:t>co\u00adoperate</w:t>"
    body = f"<w:p><w:r>{inner}</w:r>{run(' A/C.5')}<w:r><w:noBreakHyphen/></w:r>{run('12')}</w:p>"
    assert texts(body) == ["2022–2031,lostcooperate A/C.5-12"]
    assert texts(par("10\u00a0000  men \u2003 and")) == ["10 000 men and"]


def test_text_is_composed() -> None:
    assert texts(par("Cafe\u0301")) == ["Café"]


def test_deleted_text_is_left_out_and_inserted_text_kept() -> None:
    body = par(
        runs=run("The ")
        + '<w:del w:id="1"><w:r><w:delText>old</w:delText></w:r></w:del>'
        + f'<w:ins w:id="2">{run("new")}</w:ins>'
        + f'<w:moveFrom w:id="3">{run(" gone")}</w:moveFrom>'
        + f'<w:moveTo w:id="4">{run(" here")}</w:moveTo>'
    )
    assert texts(body) == ["The new here"]


def test_a_paragraph_whose_end_is_deleted_runs_into_the_next() -> None:
    end = '<w:rPr><w:del w:id="1" w:author="n"/></w:rPr>'
    lists = definition(0, level(0, "%1.")) + a_list(1, 0)
    body = par("Begin ", num(1, 0) + end) + par("and end.", num(1, 0)) + par("Next", num(1, 0))
    assert texts(body, numbering=lists) == ["1. Begin and end.", "2. Next"]


def test_a_hidden_paragraph_end_makes_a_heading_run_into_its_text() -> None:
    lists = definition(0, level(0, "%1.")) + a_list(1, 0)
    first = num(1, 0) + '<w:outlineLvl w:val="0"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>'
    found = lines(par("Scope.", first) + par(" This law applies."), numbering=lists)
    assert [(line.text, line.role) for line in found] == [("1. Scope. This law applies.", "")]


def test_hidden_text_is_left_out_whether_the_run_or_a_style_hides_it() -> None:
    hidden = (
        '<w:style w:type="character" w:styleId="Hide"><w:name w:val="Hide"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
    ) + paragraph_style("Gone", run_properties="<w:vanish/>")
    body = par(
        runs=run("a")
        + run("b", "<w:vanish/>")
        + run("c", '<w:rStyle w:val="Hide"/>')
        + run("d", '<w:rStyle w:val="Hide"/><w:vanish w:val="0"/>')
    ) + par("e", style("Gone"))
    assert texts(body, styles=hidden) == ["ad"]


def test_fields_give_their_result() -> None:
    body = par("See ", runs=field("REF x", "paragraph 5") + run(" and ") + field("SEQ n", "7"))
    simple = '<w:p><w:fldSimple w:instr="PAGE">' + run("3") + "</w:fldSimple></w:p>"
    assert texts(body + simple) == ["See paragraph 5 and 7", "3"]


def test_a_field_in_a_fields_instruction_is_not_printed() -> None:
    inner = field("REF x", "hidden")
    body = par(
        runs=f"{BEGIN}<w:r><w:instrText>IF </w:instrText></w:r>{inner}{SEPARATE}{run('seen')}{END}"
    )
    assert texts(body) == ["seen"]


def test_a_field_that_never_ends_swallows_no_more_than_its_paragraph() -> None:
    assert texts(par("One", runs=BEGIN + run("lost")) + par("Two")) == ["One", "Two"]


def test_numbers_that_the_file_does_not_hold_are_a_fault() -> None:
    source = read(par(runs=field("AUTONUM") + run("Text.")))
    assert [line.text for line in source.lines] == ["Text."]
    assert [(fault.kind, fault.detail[:10]) for fault in source.faults] == [
        ("numbering", "1 number i")
    ]


def test_an_embedded_document_is_a_fault() -> None:
    source = read(par("Text.") + '<w:altChunk r:id="rId9"/>')
    assert [fault.kind for fault in source.faults] == ["parts"]


def test_a_table_of_contents_is_furniture() -> None:
    begin = f"{BEGIN}<w:r><w:instrText>TOC</w:instrText></w:r>{SEPARATE}"
    toc = par(runs=begin + run("I.\tOne\t3")) + par("II.\tTwo\t5") + f"<w:p>{END}</w:p>"
    leader = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'
    body = toc + par("III.\tThree\t7", leader) + par("Four\t9", style("TOC1")) + par("Text")
    found = lines(body, styles=paragraph_style("toc 1").replace('"toc1"', '"TOC1"'))
    assert [(line.text, line.role, line.kind) for line in found] == [
        ("I. One\t3", "furniture", "contents"),
        ("II. Two\t5", "furniture", "contents"),
        ("III. Three\t7", "furniture", "contents"),
        ("Four\t9", "furniture", "contents"),
        ("Text", "", ""),
    ]


def test_wrappers_are_looked_into_and_placeholders_left_out() -> None:
    inline = (
        f"<w:hyperlink>{run('link')}</w:hyperlink><w:smartTag>{run(' tag')}</w:smartTag>"
        f"<w:sdt><w:sdtContent>{run(' control')}</w:sdtContent></w:sdt>"
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        f"<w:sdtContent>{run(' Click here')}</w:sdtContent></w:sdt>"
    )
    block = f"<w:sdt><w:sdtContent>{par('Block')}</w:sdtContent></w:sdt>"
    custom = f"<w:customXml>{par('Custom')}</w:customXml>"
    assert texts(par(runs=inline) + block + custom) == ["link tag control", "Block", "Custom"]


def test_symbols_of_symbol_fonts_are_characters() -> None:
    inner = (
        '<w:sym w:font="Symbol" w:char="F0B3"/><w:t> 5 </w:t>'
        '<w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Arial" w:char="00A7"/>'
        '<w:sym w:font="Wingdings" w:char="F021"/>'
    )
    symbol_run = run("\uf061", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>')
    assert texts(f"<w:p><w:r>{inner}</w:r>{symbol_run}</w:p>") == ["≥5✓§\ufffdα"]


def test_formulas_give_their_letters() -> None:
    formula = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    assert texts(par("Where ", runs=formula)) == ["Where a+b"]


def test_a_text_box_stands_behind_its_paragraph_once() -> None:
    inner = f"<w:txbxContent>{par('In the box')}</w:txbxContent>"
    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        f"{inner}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    found = lines(par("The running text", runs=box) + par("goes on."))
    assert [(line.text, line.role) for line in found] == [
        ("The running text", ""),
        ("In the box", "aside"),
        ("goes on.", ""),
    ]


def test_a_document_that_stands_in_frames_is_running_text() -> None:
    frame = '<w:framePr w:w="9000"/>'
    few = lines(par("Beside", frame) + par("The text is longer than that."))
    most = lines(par("All of the text stands in frames.", frame) * 2 + par("Short"))
    assert [line.role for line in few] == ["aside", ""]
    assert [line.role for line in most] == ["", "", ""]


def test_a_drop_cap_belongs_to_its_word() -> None:
    assert texts(par("T", '<w:framePr w:dropCap="drop"/>') + par("he end.")) == ["The end."]


def test_headings_have_the_level_of_their_outline() -> None:
    styles = (
        paragraph_style("heading 1", '<w:outlineLvl w:val="0"/>')
        + paragraph_style("Chapter", based_on="heading1")
        + paragraph_style("Title")
        + paragraph_style("Plain", '<w:outlineLvl w:val="9"/>', based_on="heading1")
    )
    clause = "The Supplier shall deliver the goods to the place that the Customer has named to it "
    body = (
        par("One", style("heading1"))
        + par("Two", style("Chapter"))
        + par("Three", style("Chapter") + '<w:outlineLvl w:val="2"/>')
        + par("Four", style("Title"))
        + par("Five", style("Plain"))
        + par(clause + "in writing.", style("heading1"))
    )
    assert [(line.role, line.level) for line in lines(body, styles=styles)] == [
        ("heading", 1),
        ("heading", 1),
        ("heading", 3),
        ("heading", 1),
        ("", 0),
        ("", 0),
    ]


def test_captions_are_told_by_their_style() -> None:
    styles = paragraph_style("caption") + paragraph_style("Rep_Table_Title")
    body = par("Figure 1", style("caption")) + par("Costs", style("Rep_Table_Title"))
    assert [line.role for line in lines(body, styles=styles)] == ["caption", "caption"]


def test_a_note_below_a_figure_is_told_by_its_style() -> None:
    styles = paragraph_style("footnote text")
    body = par("1. Costs rose.") + par("Note: not final.", style("footnotetext"))
    assert [line.role for line in lines(body, styles=styles)] == ["", "aside"]


def test_a_file_states_its_properties_and_the_header_of_its_first_page() -> None:
    core = (
        "<dc:title>Report</dc:title><dc:subject></dc:subject><cp:keywords>a, b</cp:keywords>"
        "<dcterms:created>2014-06-25T10:00:00Z</dcterms:created><dc:creator>Name</dc:creator>"
    )
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault>'
        "</w:docDefaults>"
    )
    section = '<w:sectPr><w:headerReference w:type="first" r:id="rheader1"/><w:titlePg/></w:sectPr>'
    header = par("United Nations\tA/HRC/27/3") + par("Distr.: General")
    source = read(par("Text") + section, core=core, styles=styles, header1=header)
    assert source.properties == {
        "title": "Report",
        "keywords": "a, b",
        "created": "2014-06-25T10:00:00Z",
        "language": "fr-FR",
        "header": "United Nations A/HRC/27/3\nDistr.: General",
    }
    assert "A/HRC" not in source.text


def test_strict_open_xml_is_read() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    document = (
        f'<w:document xmlns:w="{strict}"><w:body><w:p><w:r><w:t>Text</w:t></w:r></w:p>'
        "</w:body></w:document>"
    )
    source = read_docx(zip_parts({"word/document.xml": document}), "f", "f")
    assert source.text == "Text"


def test_a_word_document_is_told_from_other_files() -> None:
    assert is_docx(make_docx(par("Text")))
    assert not is_docx(zip_parts({"xl/workbook.xml": "<x/>"})[:100])
    assert not is_docx(b"%PDF-1.7")


@pytest.mark.slow
def test_every_gold_paragraph_of_the_budget_reports_is_a_line() -> None:
    """1,471 labelled paragraphs; two of them hold a joiner that is not seen and is dropped here."""
    if not DATA.exists():
        pytest.skip(f"no budget reports in {DATA}")
    wanted: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for raw in (DATA / "gold_paragraphs.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(raw)
        wanted[gold["file"]].append((gold["label"], re.sub(r"\s", "", gold["text"])))
    found = 0
    for file, paragraphs in wanted.items():
        path = DATA / f"{file}.docx"
        source = read_docx(path.read_bytes(), str(path), path.name)
        have: dict[tuple[str, str], int] = defaultdict(int)
        for line in source.lines:
            marker, _, rest = line.text.partition(" ")
            have[marker.removesuffix("."), re.sub(r"\s", "", rest)] += 1
        for pair in paragraphs:
            found += have[pair] > 0
            have[pair] -= 1
    assert sum(map(len, wanted.values())) == 1471
    assert found == 1469
