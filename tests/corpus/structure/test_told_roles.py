"""What readers tell of a line beyond its words, and what the parser makes of it."""

from __future__ import annotations

from corpus.source import Look, Source, SourceBuilder, SourceNote
from corpus.structure.looks import find_debris, text_sizes
from corpus.structure.parse import parse
from corpus.types import Parse

BODY = Look(100, 500, 0, 10, size=10)
BOLD = Look(100, 300, 0, 10, size=10, bold=True)
SMALL = Look(100, 300, 0, 8, size=8)


def source(builder: SourceBuilder, *notes: SourceNote) -> Source:
    return Source("a", "", builder.text, tuple(builder.lines), notes=notes)


def labels(reading: Parse) -> list[str]:
    return [unit.label for unit in reading.units]


def test_rows_that_the_format_names_are_units_under_the_tables_caption() -> None:
    builder = SourceBuilder()
    builder.add("1. The costs are shown in table 2.")
    builder.blank()
    builder.add("Table 2", role="caption")
    builder.add("Item\tCost", role="table header")
    builder.add("Travel\t10", role="row")
    builder.add("Rent\t20", role="row")
    builder.blank()
    builder.add("2. The Committee took note of them.")
    reading = parse(source(builder))
    assert labels(reading) == ["1", "table 2:Travel", "table 2:Rent", "2"]
    assert reading.units[1].lead_in == "Table 2 Item Cost"
    assert reading.units[1].text == "Travel 10"


def test_text_goes_on_behind_a_table_that_stands_in_its_middle() -> None:
    builder = SourceBuilder()
    builder.add("1. The Committee met in Vienna.")
    builder.blank()
    builder.add("2. The Committee, having seen the")
    builder.blank()
    builder.add("Item\tCost", role="table header")
    builder.add("Travel\t10", role="row")
    builder.blank()
    builder.add("costs, approved the budget.")
    reading = parse(source(builder))
    assert labels(reading) == ["1", "2", "table:Travel"]
    assert reading.units[1].text == "The Committee, having seen the costs, approved the budget."


def test_a_row_with_a_long_first_cell_is_named_by_its_number() -> None:
    builder = SourceBuilder()
    builder.add("1. The actions are listed below.")
    builder.blank()
    builder.add("Action\tStatus", role="table header")
    long = "3. Risk culture: management agreed to see to it that the tone is set from the top"
    builder.add(f"{long}\tOpen", role="row")
    assert labels(parse(source(builder))) == ["1", "table:3"]


def test_a_row_without_a_first_cell_goes_on_with_the_row_before() -> None:
    builder = SourceBuilder()
    builder.add("1. The costs are listed below.")
    builder.blank()
    builder.add("Item\tCost", role="table header")
    builder.add("Travel\t10", role="row")
    builder.add("\t(of which 2 in kind)", role="row")
    reading = parse(source(builder))
    assert labels(reading) == ["1", "table:Travel"]
    assert reading.units[1].text == "Travel 10 (of which 2 in kind)"


def test_a_heading_that_the_format_names_is_one_though_it_ends_in_a_full_stop() -> None:
    builder = SourceBuilder()
    builder.add("1. The meeting was opened by the Chair.")
    builder.blank()
    builder.add("Who may take part in the meeting and who may not.", role="heading", level=2)
    builder.blank()
    builder.add("2. All members may take part.")
    reading = parse(source(builder))
    assert labels(reading) == ["1", "2"]
    assert reading.units[1].heading_path == ("Who may take part in the meeting and who may not.",)


def test_text_in_a_box_stands_apart_from_the_paragraph_around_it() -> None:
    builder = SourceBuilder()
    builder.add("1. The Board made one recommendation, which the")
    builder.blank()
    builder.add("The Board recommends that the Fund keep a list of assets.", role="aside")
    builder.blank()
    builder.add("administration accepted.")
    reading = parse(source(builder))
    assert reading.units[0].text == (
        "The Board made one recommendation, which the administration accepted."
    )
    assert reading.units[1].text == "The Board recommends that the Fund keep a list of assets."
    assert reading.units[1].kind == "text"


def test_furniture_that_the_format_names_is_set_aside() -> None:
    builder = SourceBuilder()
    builder.add("A/80/23", role="furniture", kind="running header")
    builder.add("1. The meeting was opened by the Chair.")
    reading = parse(source(builder))
    assert [(f.kind, f.text) for f in reading.furniture] == [("running header", "A/80/23")]
    assert reading.coverage == 1.0


def test_a_note_is_found_on_the_lines_own_page_first() -> None:
    builder = SourceBuilder()
    builder.add("1. The first of the reports was adopted.", page=1, marks=("*",))
    builder.blank()
    builder.add("2. The second of them was adopted too.", page=4, marks=("*", "9"))
    notes = SourceNote("*", "On page one.", 1), SourceNote("*", "On page four.", 4)
    units = parse(source(builder, *notes)).units
    # The mark 9 has no note: it is left out rather than guessed.
    assert [unit.notes for unit in units] == [("* On page one.",), ("* On page four.",)]


def test_a_mark_that_is_used_again_names_the_next_of_its_notes() -> None:
    builder = SourceBuilder()
    builder.add("1. The first of the tables is here.", marks=("a",))
    builder.blank()
    builder.add("2. The second of the tables is here.", marks=("a",))
    notes = SourceNote("a", "Of the first.", line=2), SourceNote("a", "Of the second.", line=4)
    units = parse(source(builder, *notes)).units
    assert [unit.notes for unit in units] == [("a Of the first.",), ("a Of the second.",)]


def test_sizes_of_running_text_are_those_that_its_numbers_are_set_in() -> None:
    builder = SourceBuilder()
    for n in range(1, 9):
        builder.add(f"{n}. A paragraph of the report that is as long as others.", look=BODY)
        builder.add("A note of a table that is as long as paragraphs are here.", look=SMALL)
    # Half of the characters are set in 8 points, but none of the eight numbers.
    assert text_sizes(builder.lines) == frozenset({10})


def test_small_print_counts_as_debris_unless_it_is_a_sentence() -> None:
    builder = SourceBuilder()
    builder.add("1. A paragraph of the report that is as long as others are here.", look=BODY)
    builder.add("2023 2024 2025", look=SMALL)
    builder.add("2. A paragraph of the report that is as long as others are here.", look=BODY)
    builder.add("Source: the figures were given by the Secretariat on request.", look=SMALL)
    assert find_debris(builder.lines, ()) == {1: "small print"}


def test_bold_print_decides_between_heading_and_paragraph() -> None:
    builder = SourceBuilder()
    builder.add("1. The first paragraph of this report is here.", look=BODY)
    builder.blank()
    builder.add("2. Other revenue", look=BOLD)
    builder.blank()
    builder.add("2. The second paragraph of this report is here.", look=BODY)
    reading = parse(source(builder))
    assert labels(reading) == ["1", "2"]
    assert reading.units[1].heading_path == ("2. Other revenue",)


def test_an_entry_of_a_table_of_contents_may_have_lines_without_a_leader() -> None:
    builder = SourceBuilder()
    builder.add("Contents")
    builder.add("I. Introduction ................ 3")
    builder.add("Annex")
    builder.add("Seminar on the implementation of the decade for the")
    builder.add("eradication of poverty ................ 50")
    builder.blank()
    builder.add("1. The meeting was opened by the Chair.")
    builder.blank()
    builder.add("2. The agenda was adopted.")
    assert labels(parse(source(builder))) == ["1", "2"]


def test_numbers_with_letters_in_them_label_paragraphs_as_printed() -> None:
    builder = SourceBuilder()
    for number in ("29B.1", "29B.2", "29B.3"):
        builder.add(f"{number} The Office serves all departments.")
        builder.blank()
    reading = parse(source(builder))
    assert labels(reading) == ["29B.1", "29B.2", "29B.3"]
    assert not reading.problems


def test_a_number_that_no_blank_follows_is_still_one() -> None:
    builder = SourceBuilder()
    builder.add("1. The judgments were read.")
    builder.blank()
    builder.add("2.The President spoke about them.")
    builder.blank()
    builder.add("3. They were noted.")
    reading = parse(source(builder))
    assert labels(reading) == ["1", "2", "3"]
    assert reading.units[1].text == "The President spoke about them."


def test_the_title_below_a_tables_number_is_its_caption() -> None:
    builder = SourceBuilder()
    builder.add("1. The costs are shown in table 1.2.")
    builder.blank()
    for title in ("Table 1.2", "Costs by item", "(Thousands of dollars)"):
        builder.add(title, role="heading", level=2)
        builder.blank()
    builder.add("Item\tCost", role="table header")
    builder.add("Travel\t10", role="row")
    builder.blank()
    builder.add("2. The Committee took note of them.")
    reading = parse(source(builder))
    assert labels(reading) == ["1", "table 1.2:Travel", "2"]
    assert reading.units[1].lead_in.startswith("Table 1.2 Costs by item")


def test_the_title_and_the_note_of_a_figure_are_no_part_of_the_paragraph_above() -> None:
    builder = SourceBuilder()
    builder.add("Costs", role="heading", level=1)
    builder.add("1. The costs are shown in figure I.")
    builder.blank()
    builder.add("Figure I", role="heading", level=2)
    builder.blank()
    builder.add("Number of meetings that the Committee held in each of the years of its mandate")
    builder.blank()
    builder.add("Note: figures of the last year are not final.")
    builder.blank()
    builder.add("2. The Committee took note of them.")
    reading = parse(source(builder))
    assert reading.units[0].text == "The costs are shown in figure I."
    assert reading.units[1].text == "Note: figures of the last year are not final."
    assert labels(reading)[-1] == "2"


def test_what_is_counted_below_a_title_names_no_rows() -> None:
    builder = SourceBuilder()
    builder.add("1. The costs are shown below.")
    builder.blank()
    builder.add("Costs by item", role="heading", level=2)
    builder.blank()
    builder.add("(Thousands of dollars)", role="heading", level=3)
    builder.blank()
    builder.add("Item\tCost", role="table header")
    builder.add("Travel\t10", role="row")
    assert labels(parse(source(builder))) == ["1", "Costs by item:Travel"]


def test_a_row_whose_first_cell_is_a_dash_is_named_by_its_first_words() -> None:
    builder = SourceBuilder()
    builder.add("1. The results are listed below.")
    builder.blank()
    builder.add("2023\t2024\t2025", role="table header")
    builder.add("–\t–\tThree States adopted the plan", role="row")
    builder.add("–\t4\t5", role="row")
    assert labels(parse(source(builder)))[1:] == [
        "table:Three States adopted the plan",
        "table:–",
    ]


def test_a_caption_that_comes_again_leaves_the_name_to_the_heading() -> None:
    builder = SourceBuilder()
    builder.add("1. The resolutions are listed below.")
    builder.blank()
    for programme, symbol in (("Forests", "78/1"), ("Rivers", "79/2")):
        builder.add(programme, role="heading", level=1)
        builder.blank()
        builder.add("Resolutions", role="caption")
        builder.add("Symbol\tTitle", role="table header")
        builder.add(f"{symbol}\tReport", role="row")
        builder.blank()
    reading = parse(source(builder))
    assert labels(reading) == ["1", "Resolutions:78/1", "Rivers:79/2"]
    assert reading.units[2].lead_in.startswith("Resolutions")
