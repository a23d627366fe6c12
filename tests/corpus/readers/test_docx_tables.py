"""Tables of a DOCX: rows, or a grid that running text was laid out in."""

from __future__ import annotations

from corpus.readers.docx import read_docx
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
    table,
)

BEFORE = par("Before the table.")
BORDERS = (
    '<w:tblBorders><w:top w:val="single"/><w:left w:val="single"/>'
    '<w:bottom w:val="single"/><w:right w:val="single"/></w:tblBorders>'
)
CLAUSE = "The Conference decides that the report shall be sent to all of the States parties."


def shown(body: str, **parts: str) -> list[tuple[str, str]]:
    source = read_docx(make_docx(body, **parts), "f.docx", "f.docx")
    assert all(source.text[ln.start : ln.end] == ln.text for ln in source.lines)
    return [(line.role, line.text) for line in source.lines if line.text]


def cell(inner: str, properties: str) -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def test_rows_follow_a_blank_line_and_have_tabs_between_cells() -> None:
    data = table([par("State"), par("Year")], [par("Kenya"), par("2004")], header=1)
    source = read_docx(make_docx(BEFORE + data + par("After.")), "f", "f")
    assert [(line.role, line.text) for line in source.lines] == [
        ("", "Before the table."),
        ("", ""),
        ("table header", "State\tYear"),
        ("row", "Kenya\t2004"),
        ("", ""),
        ("", "After."),
    ]


def test_a_cells_paragraphs_and_breaks_are_joined_by_blanks() -> None:
    data = table(
        [par("State"), par("Text")],
        [par("Kenya") + par("(2004)"), par("a\nb\tc")],
        header=1,
    )
    assert shown(data)[1] == ("row", "Kenya (2004)\ta b c")


def test_merged_cells_come_once_and_columns_stay_in_line() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    first, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    data = table(
        [par("Item"), cell(par("Variance"), wide)],
        [par(""), par("Amount"), par("Per cent")],
        [cell(par("Staff"), first), par("1"), par("2")],
        [cell(par(""), more), par("3"), par("4")],
        [cell(par("Total"), wide), par("5")],
        header=2,
    )
    assert shown(data) == [
        ("table header", "Item\tVariance"),
        ("table header", "\tAmount\tPer cent"),
        ("row", "Staff\t1\t2"),
        ("row", "\t3\t4"),
        ("row", "Total\t\t5"),
    ]


def test_a_bold_first_row_is_a_header_and_a_plain_one_is_not() -> None:
    bold = [par(runs=run(text, "<w:b/>")) for text in ("Symbol", "Title")]
    plain = [par("56/227"), par("Third Conference")]
    assert shown(BEFORE + table(bold, plain))[1:] == [
        ("table header", "Symbol\tTitle"),
        ("row", "56/227\tThird Conference"),
    ]
    assert [role for role, _ in shown(BEFORE + table(plain, plain))[1:]] == ["row", "row"]


def test_a_table_style_may_mark_the_first_row() -> None:
    marked = (
        '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/>'
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
    )
    look = '<w:tblStyle w:val="Grid"/><w:tblLook w:val="04A0"/>'
    off = '<w:tblStyle w:val="Grid"/><w:tblLook w:val="0480"/>'
    rows = ([par("a"), par("b")], [par("c"), par("d")])
    assert shown(BEFORE + table(*rows, properties=look), styles=marked)[1][0] == "table header"
    assert shown(BEFORE + table(*rows, properties=off), styles=marked)[1][0] == "row"


def test_deleted_and_hidden_rows_are_left_out() -> None:
    data = table([par("a"), par("b")], [par("c"), par("d")], [par("e"), par("f")])
    gone = data.replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1)
    assert [text for _, text in shown(BEFORE + gone)[1:]] == ["c\td", "e\tf"]


def test_a_page_that_is_laid_out_in_columns_is_running_text() -> None:
    left = par(f"1.\t{CLAUSE}") + par(f"2.\t{CLAUSE}")
    right = par("1.\tLa Conférence décide que le rapport sera envoyé à tous les États parties.")
    right += par("2.\tLa Conférence décide que le rapport sera envoyé à tous les États parties.")
    assert shown(BEFORE + table([left, right]))[1:3] == [("", f"1. {CLAUSE}"), ("", f"2. {CLAUSE}")]


def test_a_heading_with_text_below_it_in_a_cell_is_running_text() -> None:
    styles = paragraph_style("heading 1", '<w:outlineLvl w:val="0"/>')
    data = table([par(""), par("Scope", style("heading1")) + par(CLAUSE)], [par(""), par(CLAUSE)])
    two = table([par("x"), par("Scope", style("heading1")) + par(CLAUSE)])
    assert shown(BEFORE + two, styles=styles)[1:] == [("", "x"), ("heading", "Scope"), ("", CLAUSE)]
    assert ("heading", "Scope") in shown(BEFORE + data, styles=styles)


def test_markers_in_a_column_of_their_own_stand_before_their_text() -> None:
    lists = definition(0, level(0, "%1.")) + a_list(1, 0)
    typed = table([par("(a)"), par(CLAUSE)], [par("(b)"), par(CLAUSE) + par("More of it.")])
    counted = table([par("", num(1, 0)), par(CLAUSE)], [par("", num(1, 0)), par(CLAUSE)])
    assert shown(BEFORE + typed)[1:] == [
        ("", f"(a) {CLAUSE}"),
        ("", f"(b) {CLAUSE}"),
        ("", "More of it."),
    ]
    assert shown(BEFORE + counted, numbering=lists)[1:] == [
        ("", f"1. {CLAUSE}"),
        ("", f"2. {CLAUSE}"),
    ]


def test_numbered_names_are_rows() -> None:
    data = table([par("1."), par("Kenya")], [par("2."), par("Peru")])
    assert shown(BEFORE + data)[1:] == [("row", "1.\tKenya"), ("row", "2.\tPeru")]


def test_long_cells_under_column_headings_are_rows() -> None:
    cells = [par(f"12.\t{CLAUSE}") + par(f"13.\t{CLAUSE}"), par("Done.")]
    data = table([par("Request"), par("Action taken")], cells, header=1)
    assert shown(BEFORE + data)[2] == ("row", f"12. {CLAUSE} 13. {CLAUSE}\tDone.")


def test_the_masthead_is_running_text() -> None:
    masthead = table(
        [par("United Nations"), par("A/HRC/27/3")],
        [par("General Assembly"), par("Distr.: General") + par("25 June 2014")],
    )
    text = par(f"1.\t{CLAUSE}") + par(f"2.\t{CLAUSE}")
    assert shown(masthead + text)[:5] == [
        ("", "United Nations"),
        ("", "A/HRC/27/3"),
        ("", "General Assembly"),
        ("", "Distr.: General"),
        ("", "25 June 2014"),
    ]
    # A document that is little more than its table keeps its rows.
    assert shown(masthead)[0] == ("row", "United Nations\tA/HRC/27/3")


def test_one_column_is_a_box_with_lines_around_it_and_text_without() -> None:
    rows = ([par("Recommendation 1")], [par("Send the report.")])
    assert [role for role, _ in shown(BEFORE + table(*rows, properties=BORDERS))] == [
        "",
        "aside",
        "aside",
    ]
    assert [role for role, _ in shown(BEFORE + table(*rows))] == ["", "", ""]


def test_a_box_in_which_the_numbered_paragraphs_go_on_is_running_text() -> None:
    above, boxed = par(f"3. {CLAUSE}"), par(f"4. {CLAUSE}")
    assert shown(above + table([boxed], properties=BORDERS))[1] == ("", f"4. {CLAUSE}")
    # A number of another list stays in its box; so does one in a box that nothing goes before.
    other = par(f"1. {CLAUSE}")
    assert shown(above + table([other], properties=BORDERS))[1] == ("aside", f"1. {CLAUSE}")
    assert shown(BEFORE + table([other], properties=BORDERS))[1] == ("aside", f"1. {CLAUSE}")


def test_dotted_numbers_go_on_in_a_box() -> None:
    above = par(f"5.12 {CLAUSE}")
    for number, role in (("5.13", ""), ("5.14", "aside"), ("6.13", "aside")):
        body = above + table([par(f"{number} {CLAUSE}")], properties=BORDERS)
        assert shown(body)[1] == (role, f"{number} {CLAUSE}")


def test_one_row_of_texts_side_by_side_is_no_table() -> None:
    row = [par("Strengths") + par(CLAUSE), par(CLAUSE)]
    texts = ["Strengths", CLAUSE, CLAUSE]
    assert shown(BEFORE + table(row))[1:] == [("", text) for text in texts]
    boxed = shown(BEFORE + table(row, properties=BORDERS))[1:]
    assert boxed == [("aside", text) for text in texts]
    short = table([par("Total"), par("5")])
    assert shown(BEFORE + short)[1:] == [("row", "Total\t5")]


def test_a_table_in_a_cell_is_part_of_the_cell() -> None:
    inner = table([par("x"), par("y")], [par("z"), par("w")])
    data = table([par("Item"), par("Text")], [par("Staff"), inner], header=1)
    assert shown(BEFORE + data)[2] == ("row", "Staff\tx y z w")


def test_rows_that_lead_to_a_page_are_contents() -> None:
    leader = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'
    data = table(
        [par(""), par("Page")],
        [par("I.\tIntroduction\t", leader), par("2")],
        [par("II.\tMandate\t", leader), par("5")],
    )
    source = read_docx(make_docx(BEFORE + data), "f", "f")
    assert [(ln.role, ln.kind, ln.text) for ln in source.lines if ln.text][1:] == [
        ("furniture", "contents", "Page"),
        ("furniture", "contents", "I. Introduction\t2"),
        ("furniture", "contents", "II. Mandate\t5"),
    ]
