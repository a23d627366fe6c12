"""Tables in PDF on pages drawn by hand: each coordinate is in points from the top left."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from corpus.readers.files import read_bytes
from corpus.source import Source
from corpus.structure.parse import parse
from tests.support.pdf_files import Drawing, Rule, Text, Thing, make_pdf

LEFT = 123.0
CUTS = (60.0, 200.0, 400.0, 550.0)
"""Where the columns of the tables begin, and where the last one ends."""


def read(*pages: Sequence[Thing]) -> Source:
    return read_bytes(make_pdf(pages), "a.pdf", "a.pdf")


def rows(source: Source) -> list[str]:
    return [line.text for line in source.lines if line.role == "row"]


def paragraph(base: float, number: int) -> list[Text]:
    """Two lines of body text, 12 points apart."""
    return [
        Text(LEFT, base, f"{number}. The Working Group took note of the report of the expert and"),
        Text(LEFT, base + 12, "asked that its recommendations be sent to all the members."),
    ]


def border(y: float) -> list[Rule]:
    """A rule drawn in pieces, one a cell, as word processors draw it."""
    return [Rule(a, b, y) for a, b in zip(CUTS, CUTS[1:], strict=False)]


def cell(column: int, base: float, *words: str, size: float = 10.0) -> list[Text]:
    """The lines of a cell, 12 points apart."""
    return [Text(CUTS[column] + 2, base + 12 * n, line, size) for n, line in enumerate(words)]


def header(base: float) -> list[Thing]:
    """Column headings between two rules; the rows begin 20 points below `base`."""
    named = [cell(n, base, name, size=7)[0] for n, name in enumerate(("Symbol", "Title", "Item"))]
    return [*border(base - 12), *named, *border(base + 6)]


def row(base: float, symbol: str) -> list[Text]:
    """A row whose second and third cells run over several lines, drawn cell by cell."""
    return [
        *cell(0, base, symbol),
        *cell(1, base, "Report of the Governing Council", "on its twentieth", "session"),
        *cell(2, base, "5 (c) and", "5 (d)"),
    ]


TITLE = "Report of the Governing Council on its twentieth session"


def test_rows_below_the_last_rule_keep_to_its_columns() -> None:
    source = read(
        [*paragraph(100, 1), *header(160), *row(184, "A/1"), *row(226, "A/2"), *paragraph(290, 2)],
        paragraph(100, 3),
    )
    assert rows(source) == [
        "Symbol\tTitle\tItem", f"A/1\t{TITLE}\t5 (c) and 5 (d)", f"A/2\t{TITLE}\t5 (c) and 5 (d)",
    ]  # fmt: skip
    reading = parse(source)
    assert [unit.label for unit in reading.units if unit.kind == "paragraph"] == ["1", "2", "3"]
    assert reading.units[0].text.endswith("all the members.")
    assert not any("5 (c)" in heading.text for heading in reading.headings)
    assert all("5 (c)" not in text for unit in reading.units for text in unit.heading_path)


def test_a_cell_that_goes_on_on_the_next_page_is_no_running_text() -> None:
    # The last row's title breaks over the page; a rule closes the table on the second page.
    source = read(
        [*paragraph(100, 1), *header(680), *cell(0, 704, "A/1"), *cell(2, 704, "5 (d)"),
         *cell(1, 704, "Report of the Governing")],
        [*cell(1, 100, "Council on its twentieth", "session"), *border(118), *paragraph(142, 2)],
    )  # fmt: skip
    assert rows(source)[-1].strip() == "Council on its twentieth session"
    texts = {unit.label: unit.text for unit in parse(source).units}
    assert texts["1"].endswith("all the members.")


def test_a_numbered_paragraph_below_a_table_is_no_row_of_it() -> None:
    # It is short, and its number and words stand as the cells of the table do.
    short = [Text(87, 260, "7.10"), Text(LEFT, 260, "Table 2 lists all deliverables.")]
    closed: list[Thing] = [*header(160), *row(184, "A/1"), *border(214)]
    source = read(
        [*paragraph(100, 1), *closed, Text(LEFT, 240, "Deliverables", 12, "bold"), *short]
    )
    assert len(rows(source)) == 2
    assert "7.10 Table 2 lists all deliverables." in source.text


def test_cells_that_stand_close_are_parted_where_columns_meet() -> None:
    # "Annual report of the commission" in Times 10 is 131 points wide and begins at 62: it ends
    # 9 points before the next cell, which is less than the usual distance of cells.
    close = [
        Text(62, 184, "Annual report of the commission"), Text(202, 184, "Report of the Council"),
        Text(402, 184, "5 (d)"),
    ]  # fmt: skip
    source = read([*paragraph(100, 1), *header(160), *close, *border(190), *paragraph(230, 2)])
    assert rows(source)[1] == "Annual report of the commission\tReport of the Council\t5 (d)"


def test_a_table_without_rules_is_told_by_cells_that_are_drawn_one_after_the_other() -> None:
    drawn = [*row(150, "A/1"), *row(192, "A/2"), *row(234, "A/3")]
    source = read([*paragraph(100, 1), *drawn, *paragraph(300, 2), *paragraph(342, 3)])
    assert rows(source) == [f"A/{n}\t{TITLE}\t5 (c) and 5 (d)" for n in (1, 2, 3)]


def test_a_table_begins_right_below_the_running_header() -> None:
    def page(number: int, *things: Thing) -> list[Thing]:
        return [Text(60, 59, f"A/80/{22 + number}", 8.5), Rule(60, 550, 65), *things]

    # 75 points are less than a tenth of the page's height, where running headers stand.
    top: list[Thing] = [*header(87), *row(110, "A/1"), *border(140)]
    source = read(page(1, *paragraph(100, 1)), page(1, *top, *paragraph(180, 2)),
                  page(1, *paragraph(100, 3)))  # fmt: skip
    assert rows(source) == ["Symbol\tTitle\tItem", f"A/1\t{TITLE}\t5 (c) and 5 (d)"]


@pytest.mark.parametrize("base", [90, 96], ids=["where running headers stand", "lower"])
def test_column_headings_that_come_back_on_every_page_name_no_row(base: float) -> None:
    def page(*keys: str) -> list[Thing]:
        below = [text for n, key in enumerate(keys) for text in row(base + 24 + 42 * n, key)]
        return [*header(base), *below]

    source = read(page("1.", "2."), page("3.", "4."), page("5."), paragraph(100, 1))
    units = parse(source).units
    whole = [f"{n}. {TITLE} 5 (c) and 5 (d)" for n in range(1, 6)]
    assert [unit.text for unit in units if unit.kind == "row"] == whole
    assert [unit.label for unit in units if unit.kind == "paragraph"] == ["1"]


def test_rows_over_all_columns_go_on_with_a_table_that_has_a_print_of_its_own() -> None:
    whole = "Outreach programmes, special events and materials: brochures and exhibitions"
    small = [*cell(0, 184, "A/1", size=8.5), *cell(1, 184, "Report", size=8.5),
             Text(62, 198, "D. Communication", 8.5), Text(62, 212, whole, 8.5)]  # fmt: skip
    source = read([*paragraph(100, 1), *header(160), *small, *paragraph(250, 2)], paragraph(100, 3))
    assert rows(source)[1:] == ["A/1\tReport", "D. Communication", whole]
    assert [unit.label for unit in parse(source).units if unit.kind != "row"] == ["1", "2", "3"]


def test_small_print_of_a_table_at_the_pages_foot_is_no_note() -> None:
    small = [Text(62, 640, "Annual", 8), Text(62, 664, "7", 5), Text(66, 667, "Monthly", 8)]
    values = [Text(202, 640, "12", 8), Text(202, 667, "14", 8)]
    foot: list[Thing] = [*border(650), small[0], values[0], *small[1:], values[1], *border(680)]
    source = read([*paragraph(100, 1), *header(620), *foot], paragraph(100, 2))
    assert not source.notes
    assert len(rows(source)) == 3


def test_two_columns_of_text_are_no_table() -> None:
    left = [Text(60, 100 + 12 * n, f"the left column goes on in line {n}") for n in range(20)]
    right = [Text(320, 100 + 12 * n, f"the right column goes on in line {n}") for n in range(20)]
    source = read([*left, *right])
    assert not rows(source)
    words = source.text.split("\n")
    assert words.index("the left column goes on in line 19") < words.index(
        "the right column goes on in line 0"
    )


def test_the_masthead_is_no_table() -> None:
    masthead: list[Thing] = [
        *border(60), Text(62, 72, "United Nations", 14), Text(402, 72, "A/80/604"), *border(80),
        Text(62, 100, "General Assembly", 18), Text(402, 92, "Distr.: General"),
        Text(402, 104, "9 May 2026"), *border(130),
    ]  # fmt: skip
    assert not rows(read([*masthead, *paragraph(200, 1), *paragraph(242, 2)]))


def test_print_on_its_side_stands_in_no_paragraph() -> None:
    side = Text(40, 300, "A/AC.172/2025/2", 8, "bold", upward=True)
    source = read([*paragraph(100, 1), side, *paragraph(142, 2)])
    assert [line.text for line in source.lines if line.role == "furniture"] == ["A/AC.172/2025/2"]
    assert [unit.text[-8:] for unit in parse(source).units] == ["members."] * 2


def test_a_page_whose_text_lies_on_its_side_is_turned() -> None:
    lying = [
        Text(line.base, 700 - line.left, line.words, line.size, line.font, upward=True)
        for line in [*paragraph(100, 1), *paragraph(142, 2)]
    ]
    source = read(lying)
    assert [unit.label for unit in parse(source).units] == ["1", "2"]
    assert not [line for line in source.lines if line.role]


def test_a_number_that_few_rows_have_in_front_names_none() -> None:
    # A stray mark stands left of the first row; the rows are still named by their symbols.
    stray = Text(40, 150, "1")
    drawn = [stray] + [one for n in range(5) for one in row(150 + 42 * n, f"A/{n}")]
    found = rows(read([*paragraph(100, 9), *drawn, *paragraph(400, 10)]))
    assert [cells.split("\t")[0] for cells in found] == ["1 A/0", "A/1", "A/2", "A/3", "A/4"]


def contents(*numbers: int) -> list[Text]:
    """Entries without leaders, under a heading that only the page numbers have."""
    entries = [
        [
            Text(110, 180 + 18 * n, f"{n + 1}. Report number {n + 1}"),
            Text(540, 180 + 18 * n, str(p)),
        ]
        for n, p in enumerate(numbers)
    ]
    return [Text(540, 165, "Page", 7), *(text for entry in entries for text in entry)]


def test_a_table_of_contents_without_leaders_is_no_table() -> None:
    source = read(contents(2, 2, 3), [*paragraph(100, 1), *paragraph(142, 2)], paragraph(100, 3))
    assert [line.kind for line in source.lines if line.page == 1 and line.text] == ["contents"] * 4
    assert [unit.label for unit in parse(source).units] == ["1", "2", "3"]


def test_rows_whose_numbers_fall_or_are_no_pages_are_no_contents() -> None:
    for numbers in ((3, 2, 2), (2, 3, 40)):
        source = read(contents(*numbers), paragraph(100, 1), paragraph(100, 2))
        assert len(rows(source)) == 4


def bars(left: float, bottom: float) -> Drawing:
    """Three bars that are drawn as one path, and the squares of a legend."""
    path = "".join(f"{left + 60 * n} {792 - bottom} 30 {40 + 20 * n} re " for n in range(3))
    legend = "".join(f"{left + 40 * n} {792 - bottom - 30} 5 5 re f " for n in range(4))
    return Drawing(f"{path} f {legend}")


def test_the_labels_of_a_chart_are_no_text() -> None:
    labels = [
        Text(205 + 60 * n, 300 - 44 - 20 * n, words, 10, "bold")
        for n, words in enumerate(("-32.5%", "-34.0%", "-67.5%"))
    ]
    years = [Text(205 + 60 * n, 312, str(2023 + n), 8) for n in range(3)]
    chart: list[Thing] = [
        Text(60, 180, "Figure I"),
        bars(200, 300),
        *labels,
        *years,
        Text(60, 336, "Source: UN, World Report on Rates of All Kinds, 2025 edition.", 8),
    ]
    source = read([*paragraph(100, 1), *chart, *paragraph(380, 2)], paragraph(100, 3))
    reading = parse(source)
    numbered = [unit.label for unit in reading.units if unit.kind == "paragraph"]
    assert numbered == ["1", "2", "3"]
    assert "Source: UN, World" in reading.text
    assert not [heading for heading in reading.headings if "%" in heading.text]


def test_text_on_a_drawn_ground_is_kept() -> None:
    ground: list[Thing] = [bars(200, 300), *paragraph(250, 1), *paragraph(292, 2)]
    source = read(ground, paragraph(100, 3))
    assert [unit.text[-8:] for unit in parse(source).units] == ["members."] * 3


def test_line_numbers_in_the_margin_are_left_out() -> None:
    words = ("The Working Group took note of the report", "of the expert and asked for more.")
    page: list[Thing] = []
    for n in range(24):
        marker = "" if n % 2 else f"{n // 2 + 1}. "
        base = 100 + 20 * n
        page += [Text(60, base, str(n + 1), 8), Text(LEFT, base, marker + words[n % 2])]
    source = read(page)
    assert not rows(source)
    units = parse(source).units
    assert [unit.label for unit in units] == [str(n) for n in range(1, 13)]
    assert {unit.text for unit in units} == {" ".join(words)}


def test_numbered_rows_keep_their_numbers() -> None:
    page = [
        Text(x, 100 + 20 * n, words)
        for n in range(20)
        for x, words in ((60, str(n + 1)), (123, f"Country {n}"), (300, "5.2"), (400, "6.1"))
    ]
    assert rows(read(page))[4].split("\t")[0] == "5"


def listed(left: float, base: float, *entries: tuple[str, str]) -> list[Thing]:
    """Rows of a list in small print: a number, and 75 points right of it two lines of words."""
    return [
        thing
        for at, (number, words) in enumerate(entries)
        for thing in (
            Text(left, base + 24 * at, number, 8.5),
            Text(left + 75, base + 24 * at, words, 8.5),
            Text(left + 75, base + 10 + 24 * at, "of the General Assembly", 8.5),
        )
    ]


def test_a_list_in_two_columns_goes_down_the_first_one_and_on_in_the_second() -> None:
    left = listed(60, 140, ("59/95", "Methods of work"), ("79/1", "The Pact"), ("79/57", "Arms"))
    right = listed(312, 140, ("80/25", "Development"), ("80/38", "Light weapons"))
    source = read([*paragraph(100, 1), *left, *right, *paragraph(260, 2)])
    assert rows(source) == [
        "59/95\tMethods of work of the General Assembly",
        "79/1\tThe Pact of the General Assembly",
        "79/57\tArms of the General Assembly",
        "80/25\tDevelopment of the General Assembly",
        "80/38\tLight weapons of the General Assembly",
    ]


def test_columns_of_other_widths_at_the_right_belong_to_the_rows() -> None:
    left = listed(60, 140, ("59/95", "Methods of work"), ("79/1", "The Pact"), ("79/57", "Arms"))
    right = [
        thing
        for at in range(3)
        for thing in (Text(312, 140 + 24 * at, "T", 8.5), Text(342, 140 + 24 * at, "Daily", 8.5))
    ]
    source = read([*paragraph(100, 1), *left, *right, *paragraph(260, 2)])
    assert len(rows(source)) == 3
    assert rows(source)[0] == "59/95\tMethods of work of the General Assembly\tT\tDaily"
