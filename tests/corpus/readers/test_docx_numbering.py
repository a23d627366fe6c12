"""Automatic numbers, worked out by hand and held against what word processors print.

Where a case says so, Word's standard (ECMA-376) or Word itself decides, because LibreOffice 7.4
prints something else; all other cases print alike in LibreOffice's PDF.
"""

from __future__ import annotations

import pytest

from corpus.readers.docx import read_docx
from corpus.readers.docx_number_formats import format_number
from tests.support.docx_files import (
    a_list,
    definition,
    level,
    make_docx,
    num,
    par,
    paragraph_style,
    restart,
    run,
    style,
    table,
)

OUTLINE = definition(0, level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"))
DEEP = definition(
    0, level(0, "%1"), level(1, "%1.%2"), level(2, "%1.%2.%3"), level(3, "%1.%2.%3.%4")
)
HEADINGS = definition(
    0,
    level(0, "%1.", extra="pStyle=Heading1"),
    level(1, "%1.%2", extra="pStyle=Heading2"),
    level(2, "(%3)", "lowerLetter", extra="pStyle=Clause"),
)
HEADING_STYLES = (
    paragraph_style("Heading1", num(1))
    + paragraph_style("Heading2", num(1, 1))
    + paragraph_style("Clause", num(1, 2))
)


def numbered(*asked: tuple[int, int], numbering: str) -> list[str]:
    """Return the numbers of paragraphs that ask for a list and a level."""
    body = "".join(par("x", num(num_id, at)) for num_id, at in asked)
    return numbers(make_docx(body, numbering=numbering))


def numbers(data: bytes) -> list[str]:
    """Return what stands before the last word of each line."""
    lines = [line.text for line in read_docx(data, "f.docx", "f.docx").lines if line.text]
    return [line.rpartition(" ")[0] for line in lines]


def styled(*names: str, styles: str = HEADING_STYLES, numbering: str = HEADINGS) -> list[str]:
    body = "".join(par("x", style(name)) for name in names)
    return numbers(make_docx(body, styles=styles, numbering=numbering + a_list(1, 0)))


def test_levels_count_and_begin_anew_below_each_other() -> None:
    asked = ((1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 0), (1, 1), (1, 2))
    expected = ["1.", "1.1", "1.2", "(a)", "(b)", "2.", "2.1", "(a)"]
    assert numbered(*asked, numbering=OUTLINE + a_list(1, 0)) == expected


def test_a_list_goes_on_over_headings_and_tables() -> None:
    item = par("x", num(1, 0))
    body = item + par("Heading x") + item + table([item, item], [item, par("x")]) + item
    data = make_docx(body, numbering=OUTLINE + a_list(1, 0))
    lines = [line.text for line in read_docx(data, "f", "f").lines if line.text]
    assert lines == ["1. x", "Heading x", "2. x", "3. x\t4. x", "5. x\tx", "6. x"]


def test_lists_of_one_definition_share_one_count() -> None:
    lists = OUTLINE + a_list(1, 0) + a_list(2, 0)
    asked = ((1, 0), (1, 0), (2, 0), (2, 0), (1, 0))
    assert numbered(*asked, numbering=lists) == ["1.", "2.", "3.", "4.", "5."]


def test_a_start_of_its_own_counts_from_there_once_and_the_first_list_goes_on_behind_it() -> None:
    lists = OUTLINE + a_list(1, 0) + a_list(2, 0, restart(0, 8))
    asked = ((1, 0), (1, 0), (2, 0), (2, 0), (1, 0), (2, 0), (1, 0))
    assert numbered(*asked, numbering=lists) == ["1.", "2.", "8.", "9.", "10.", "11.", "12."]


def test_a_restarted_outline_begins_all_its_levels_anew() -> None:
    lists = OUTLINE + a_list(1, 0) + a_list(2, 0, restart(0, 1) + restart(1, 1) + restart(2, 1))
    asked = ((1, 0), (1, 1), (2, 0), (2, 1), (2, 1), (2, 0), (2, 1))
    assert numbered(*asked, numbering=lists) == ["1.", "1.1", "1.", "1.1", "1.2", "2.", "2.1"]


def test_a_start_of_its_own_for_a_lower_level_is_its_start_after_each_restart() -> None:
    # ECMA-376, 17.9.27: used when the level begins "as well as whenever it is restarted".
    lists = OUTLINE + a_list(1, 0) + a_list(2, 0, restart(1, 5))
    asked = ((1, 0), (1, 1), (2, 1), (2, 1), (2, 0), (2, 1))
    assert numbered(*asked, numbering=lists) == ["1.", "1.1", "1.5", "1.6", "2.", "2.5"]


def test_a_level_that_is_left_out_at_the_start_counts_as_begun() -> None:
    # Word numbers the first "Heading 1" behind a "Heading 2" as 2 (Q110380).
    asked = ((1, 1), (1, 1), (1, 0), (1, 1), (1, 0))
    expected = ["1.1", "1.2", "2.", "2.1", "3."]
    assert numbered(*asked, numbering=OUTLINE + a_list(1, 0)) == expected


def test_a_level_that_is_left_out_later_counts_as_begun() -> None:
    asked = ((1, 0), (1, 2), (1, 2), (1, 1), (1, 3), (1, 0), (1, 3), (1, 2), (1, 1))
    expected = ["1", "1.1.1", "1.1.2", "1.2", "1.2.1.1", "2", "2.1.1.1", "2.1.2", "2.2"]
    assert numbered(*asked, numbering=DEEP + a_list(1, 0)) == expected


def test_a_level_may_never_begin_anew() -> None:
    # LibreOffice 7.4 does not know w:lvlRestart; the standard does (17.9.10).
    lists = definition(
        0,
        level(0, "Part %1", "upperRoman"),
        level(1, "%2.", extra="lvlRestart=0"),
        level(2, "(%3)", "lowerLetter"),
    )
    asked = ((1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (1, 2), (1, 1), (1, 2))
    expected = ["Part I", "1.", "2.", "Part II", "3.", "(a)", "4.", "(a)"]
    assert numbered(*asked, numbering=lists + a_list(1, 0)) == expected


def test_a_level_may_begin_anew_behind_the_top_level_alone() -> None:
    lists = definition(
        0, level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerRoman", extra="lvlRestart=1")
    )
    asked = ((1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2))
    expected = ["1.", "1.1", "(i)", "(ii)", "1.2", "(iii)", "2.", "2.1", "(i)"]
    assert numbered(*asked, numbering=lists + a_list(1, 0)) == expected


def test_legal_numbers_print_the_levels_above_as_digits() -> None:
    # Word's own sample: Article I., Section 1.01; LibreOffice 7.4 prints "Section I.01".
    lists = definition(
        0,
        level(0, "Article %1.", "upperRoman"),
        level(1, "Section %1.%2", "decimalZero", extra="isLgl"),
        level(2, "(%3) %1", "lowerLetter"),
    )
    asked = ((1, 0), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2))
    expected = [
        "Article I.",
        "Section 1.01",
        "(a) I",
        "Article II.",
        "Section 2.01",
        "(a) II",
    ]
    assert numbered(*asked, numbering=lists + a_list(1, 0)) == expected


def test_a_level_of_bullets_prints_nothing_in_a_number_below_it() -> None:
    lists = definition(
        0,
        level(0, "%1."),
        level(1, "%1.%2."),
        level(2, "—", "bullet"),
        level(3, "%1.%2.%3%4."),
    )
    expected = ["1.", "1.1.", "•", "1.1.1."]
    asked = ((1, 0), (1, 1), (1, 2), (1, 3))
    assert numbered(*asked, numbering=lists + a_list(1, 0)) == expected


def test_a_number_of_a_level_further_down_is_not_printed() -> None:
    lists = definition(0, level(0, "%1.%2"), level(1, "%1.%2"))
    assert numbered((1, 0), (1, 1), numbering=lists + a_list(1, 0)) == ["1.", "1.1"]


def test_a_list_counts_from_its_start_and_from_0_where_none_is_given() -> None:
    lists = definition(0, level(0, "%1.", start=7)) + definition(1, level(0, "%1.", start=None))
    asked = ((1, 0), (1, 0), (2, 0), (2, 0))
    lists += a_list(1, 0) + a_list(2, 1)
    assert numbered(*asked, numbering=lists) == ["7.", "8.", "0.", "1."]


def test_an_override_may_replace_a_level_and_the_count_goes_on() -> None:
    changed = f'<w:lvlOverride w:ilvl="0">{level(0, "§ %1", "upperRoman", start=4)}</w:lvlOverride>'
    lists = OUTLINE + a_list(1, 0) + a_list(2, 0, changed)
    asked = ((1, 0), (2, 0), (2, 1), (1, 0), (2, 0))
    assert numbered(*asked, numbering=lists) == ["1.", "§ II", "II.1", "3.", "§ IV"]


def test_what_divides_a_number_from_its_text_is_one_blank_or_nothing() -> None:
    lists = (
        definition(0, level(0, "Article %1", extra="suff=nothing"))
        + definition(1, level(0, "(%1)", extra="suff=space"))
        + definition(2, level(0, "%1.", extra="suff=tab"))
    )
    body = par(". Scope", num(1, 0)) + par("text", num(2, 0)) + par("text", num(3, 0))
    data = make_docx(body, numbering=lists + a_list(1, 0) + a_list(2, 1) + a_list(3, 2))
    lines = [line.text for line in read_docx(data, "f", "f").lines if line.text]
    assert lines == ["Article 1. Scope", "(1) text", "1. text"]


def test_an_empty_paragraph_prints_its_number() -> None:
    body = par("x", num(1, 0)) + par("", num(1, 0)) + par("x", num(1, 0))
    data = make_docx(body, numbering=OUTLINE + a_list(1, 0))
    lines = [line.text for line in read_docx(data, "f", "f").lines if line.text]
    assert lines == ["1. x", "2.", "3. x"]


def test_no_list_and_an_unknown_list_number_nothing() -> None:
    lists = OUTLINE + a_list(1, 0)
    assert numbered((1, 0), (0, 0), (7, 0), (1, 0), numbering=lists) == ["1.", "", "", "2."]


@pytest.mark.parametrize(
    ("form", "value", "printed"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 9, "09"),
        ("decimalZero", 10, "10"),
        ("lowerLetter", 26, "z"),
        ("lowerLetter", 27, "aa"),
        ("upperLetter", 53, "AAA"),
        ("lowerRoman", 49, "xlix"),
        ("upperRoman", 1999, "MCMXCIX"),
        ("upperRoman", 0, "0"),
        ("ordinal", 21, "21st"),
        ("ordinal", 12, "12th"),
        ("ordinal", 103, "103rd"),
        ("cardinalText", 21, "Twenty-one"),
        ("ordinalText", 3, "Third"),
        ("ordinalText", 12, "Twelfth"),
        ("ordinalText", 40, "Fortieth"),
        ("ordinalText", 41, "Forty-first"),
        ("chicago", 2, "†"),
        ("chicago", 5, "**"),
        ("russianLower", 10, "к"),
        ("russianLower", 26, "ы"),
        ("arabicAbjad", 2, "ب"),
        ("arabicAlpha", 3, "ت"),
        ("chineseCounting", 11, "十一"),
        ("chineseCounting", 20, "二十"),
        ("decimalEnclosedCircle", 2, "②"),
        ("decimalEnclosedCircle", 21, "21"),
        ("bullet", 1, ""),
        ("none", 1, ""),
        ("aFormatOfTheFuture", 4, "4"),
    ],
)
def test_formats(form: str, value: int, printed: str) -> None:
    assert format_number(value, form) == printed


def test_a_format_of_ones_own_fills_up_with_zeros() -> None:
    choice = '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
    own = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="7"/>'
        f'<mc:AlternateContent><mc:Choice Requires="w14">{choice}</mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    )
    assert numbered((1, 0), (1, 0), numbering=own + a_list(1, 0)) == ["007.", "008."]


def test_styles_bring_numbers() -> None:
    names = ("Heading1", "Heading2", "Clause", "Clause", "Heading2", "Clause", "Heading1")
    assert styled(*names) == ["1.", "1.1", "(a)", "(b)", "1.2", "(a)", "2."]


def test_a_style_takes_the_number_of_the_one_it_is_based_on_and_may_switch_it_off() -> None:
    styles = (
        HEADING_STYLES
        + paragraph_style("Child", based_on="Heading1")
        + paragraph_style("Off", num(0), based_on="Heading1")
    )
    names = ("Heading1", "Child", "Off", "Heading1")
    assert styled(*names, styles=styles) == ["1.", "2.", "", "3."]


def test_a_style_may_name_another_level_of_the_list_it_inherits() -> None:
    deeper = paragraph_style(
        "Deeper", '<w:numPr><w:ilvl w:val="1"/></w:numPr>', based_on="Heading1"
    )
    assert styled("Heading1", "Deeper", "Deeper", styles=HEADING_STYLES + deeper) == [
        "1.",
        "1.1",
        "1.2",
    ]


def test_a_list_says_which_level_goes_with_a_style() -> None:
    # ECMA-376, 17.3.1.19: a style's own level is passed over for the list's w:pStyle.
    lists = definition(
        0,
        level(0, "%1.", extra="pStyle=Para"),
        level(1, "(%2)", "lowerLetter", extra="pStyle=Sub"),
        level(2, "[%3]"),
    )
    plain = paragraph_style("Para", num(1)) + paragraph_style("Sub", num(1))
    other = paragraph_style("Para", num(1)) + paragraph_style("Sub", num(1, 2))
    names = ("Para", "Sub", "Sub", "Para", "Sub")
    expected = ["1.", "(a)", "(b)", "2.", "(a)"]
    assert styled(*names, styles=plain, numbering=lists) == expected
    assert styled(*names, styles=other, numbering=lists) == expected


@pytest.mark.parametrize(
    ("direct", "printed"),
    [
        (num(0), ""),
        (num(2, 0), "[1]"),
        ('<w:numPr><w:ilvl w:val="1"/></w:numPr>', "1.1"),
        (num(1), "2."),
    ],
)
def test_what_a_paragraph_says_goes_before_its_style(direct: str, printed: str) -> None:
    body = par("x", style("Heading1")) + par("x", style("Heading1") + direct)
    lists = HEADINGS + definition(1, level(0, "[%1]")) + a_list(1, 0) + a_list(2, 1)
    assert numbers(make_docx(body, styles=HEADING_STYLES, numbering=lists)) == ["1.", printed]


def test_a_paragraph_that_names_a_list_alone_keeps_its_styles_level() -> None:
    body = par("x", style("Heading1")) + par("x", style("Heading2") + num(1))
    data = make_docx(body, styles=HEADING_STYLES, numbering=HEADINGS + a_list(1, 0))
    assert numbers(data) == ["1.", "1.1"]


def test_paragraphs_without_a_style_take_the_default_styles_number() -> None:
    default = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        f'<w:name w:val="Normal"/><w:pPr>{num(1, 0)}</w:pPr></w:style>'
    )
    body = par("x") + par("x") + par("x", style("Other"))
    data = make_docx(
        body, styles=default + paragraph_style("Other"), numbering=OUTLINE + a_list(1, 0)
    )
    assert numbers(data) == ["1.", "2.", ""]


def test_a_numbering_style_lends_its_levels_to_a_list_that_counts_for_itself() -> None:
    # Word counts the two apart (measured by docx4j), LibreOffice together.
    lent = (
        '<w:style w:type="numbering" w:styleId="Lent"><w:name w:val="Lent"/>'
        f"<w:pPr>{num(5)}</w:pPr></w:style>"
    )
    borrower = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Lent"/></w:abstractNum>'
    lists = definition(6, level(0, "%1)"), level(1, "%1-%2")) + borrower
    body = "".join(par("x", num(*ask)) for ask in ((9, 0), (9, 1), (9, 0), (5, 0)))
    data = make_docx(body, styles=lent, numbering=lists + a_list(5, 6) + a_list(9, 7))
    assert numbers(data) == ["1)", "1-1", "2)", "1)"]


def test_deleted_and_hidden_paragraphs_are_not_counted() -> None:
    item = par("x", num(1, 0))
    deleted = (
        f'<w:p><w:pPr>{num(1, 0)}<w:rPr><w:del w:id="1" w:author="n"/></w:rPr></w:pPr>'
        '<w:del w:id="2" w:author="n"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>'
    )
    hidden = par(
        properties=num(1, 0) + "<w:rPr><w:vanish/></w:rPr>", runs=run("secret", "<w:vanish/>")
    )
    data = make_docx(item + deleted + item + hidden + item, numbering=OUTLINE + a_list(1, 0))
    assert numbers(data) == ["1.", "2.", "3."]


def test_cells_that_go_on_with_the_one_above_are_not_counted() -> None:
    # As Word (LibreOffice's tdf#147646).
    item = par("x", num(1, 0))
    rows = (
        [f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{item}</w:tc>', item],
        [f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{item}</w:tc>", item],
    )
    data = make_docx(table(*rows) + item, numbering=OUTLINE + a_list(1, 0))
    lines = [line.text for line in read_docx(data, "f", "f").lines if line.text]
    assert lines == ["1. x\t2. x", "\t3. x", "4. x"]


def test_a_text_box_counts_for_itself() -> None:
    item = par("x", num(1, 0))
    box = (
        f"<w:r><w:pict><v:textbox><w:txbxContent>{item}</w:txbxContent></v:textbox></w:pict></w:r>"
    )
    data = make_docx(item + par("anchor x", runs=box) + item, numbering=OUTLINE + a_list(1, 0))
    assert numbers(data) == ["1.", "anchor", "1.", "2."]
