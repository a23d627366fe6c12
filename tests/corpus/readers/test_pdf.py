"""The PDF reader on pages drawn by hand: each coordinate is in points from the top left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from corpus.errors import UnreadableFileError
from corpus.readers.files import read_bytes
from corpus.source import Source
from corpus.structure.parse import parse
from tests.support.pdf_files import Picture, Rule, Text, make_pdf

LEFT = 123.0


def read(*pages: Sequence[Text | Rule | Picture], by_matrix: bool = False) -> Source:
    return read_bytes(make_pdf(pages, by_matrix=by_matrix), "a.pdf", "a.pdf")


def lines(source: Source) -> list[str]:
    return [line.text for line in source.lines if line.text]


def paragraph(base: float, number: int) -> list[Text]:
    """Two lines of body text, 12 points apart."""
    return [
        Text(LEFT, base, f"{number}. The Working Group took note of the report of the expert and"),
        Text(LEFT, base + 12, "asked that its recommendations be sent to all the members."),
    ]


def test_lines_keep_their_page_and_a_gap_becomes_a_blank_line() -> None:
    source = read([*paragraph(100, 1), *paragraph(142, 2)], paragraph(100, 3))
    assert [line.page for line in source.lines if line.text] == [1, 1, 1, 1, 2, 2]
    # Lines of a paragraph are 12 points apart, paragraphs 30: blank lines stand between them.
    assert [bool(line.text) for line in source.lines][:6] == [True, True, False, True, True, False]
    assert source.pages == 2
    assert source.format == "pdf"
    for line in source.lines:
        assert source.text[line.start : line.end] == line.text


def test_a_paragraph_goes_on_over_page_number_and_running_header() -> None:
    def page(number: int, *body: Text) -> list[Text | Rule | Picture]:
        return [
            Text(500, 50, "A/80/23", 8.5, "bold"),
            *body,
            Text(500, 760, f"{number}/3", 8.5),
        ]

    source = read(
        page(1, *paragraph(100, 1), Text(LEFT, 142, "2. The Working Group decided to hold its")),
        page(2, Text(LEFT, 100, "next meeting in Vienna in October."), *paragraph(142, 3)),
        page(3, *paragraph(100, 4)),
    )
    reading = parse(source)
    assert [unit.label for unit in reading.units] == ["1", "2", "3", "4"]
    second = reading.units[1]
    assert second.text == "The Working Group decided to hold its next meeting in Vienna in October."
    assert (second.page, reading.units[2].page) == (1, 2)
    assert {piece.text for piece in reading.furniture} >= {"A/80/23", "1/3", "3/3"}


def test_paragraphs_that_begin_pages_with_the_same_words_are_no_running_header() -> None:
    def page(number: str, n: int) -> list[Text]:
        same = f"{number} Progress is presented in the performance measure below."
        return [
            Text(LEFT, 40, "12.9 Work of the Office"),
            Text(LEFT, 64, same),
            *paragraph(106, n),
        ]

    source = read(page("12.3", 1), page("12.5", 2), page("12.8", 3))
    running = [line.text for line in source.lines if line.role == "furniture"]
    assert running == ["12.9 Work of the Office"] * 3


def test_a_raised_mark_leaves_the_text_and_names_its_note() -> None:
    # "people." ends near x = 123 + 161; the mark is raised by 4 points and set in 6.5.
    source = read(
        [
            Text(LEFT, 100, "1. More than two billion people."),
            Text(253.5, 96, "7", 6.5),
            Text(258, 100, "Most live in towns."),
            *paragraph(142, 2),
            *paragraph(184, 3),
            Text(LEFT, 680, "____________", 8),
            Text(LEFT, 696, "7", 6),
            Text(LEFT + 8, 699, "See the World Cities Report,", 8),
            Text(LEFT, 709, "chapter 2.", 8),
        ]
    )
    units = parse(source).units
    assert units[0].text == "More than two billion people. Most live in towns."
    assert units[0].notes == ("7 See the World Cities Report, chapter 2.",)
    assert not units[1].notes
    assert "World Cities" not in source.text


def test_notes_stand_over_what_is_printed_at_a_front_pages_foot() -> None:
    source = read(
        [*paragraph(100, 1), Text(LEFT + 300, 109, "1", 6), Text(117, 660, "1", 5.5),
         Text(122, 662, "See the report.", 8), Text(65, 750, "26-04991 (E) 300426")],
        paragraph(100, 2),
    )  # fmt: skip
    assert [(note.mark, note.text) for note in source.notes] == [("1", "See the report.")]
    assert "See the report." not in [line.text for line in source.lines]


def preamble(base: float, *clauses: str) -> list[Text]:
    """Paragraphs of two lines that end with a comma, the first line indented."""
    placed: list[Text] = []
    for n, clause in enumerate(clauses):
        top = base + 30 * n
        placed += [
            Text(
                LEFT + 24,
                top,
                f"{clause} the report of the Working Group on its last session, which",
            ),
            Text(
                LEFT,
                top + 12,
                "was held in Vienna from 10 to 12 October 2011, and the recommendations in it,",
            ),
        ]
    return placed


def test_a_preamble_has_a_paragraph_for_each_clause_and_what_follows_is_numbered() -> None:
    clauses = ("Recalling", "Having considered", "Noting with concern")
    decided = [
        Text(LEFT + 24, 240, "1. Takes note of the report of the Working Group on its session;"),
        Text(LEFT + 24, 270, "2. Requests the Secretariat to send it to all of the members."),
    ]
    units = parse(read([Text(LEFT + 24, 100, "The Conference of the Parties,"),
                        *preamble(130, *clauses), *decided])).units  # fmt: skip
    assert [unit.label for unit in units] == ["intro:1", "intro:2", "intro:3", "1", "2"]
    # Who speaks is part of the first clause: people count from "Recalling" on.
    assert units[0].text.startswith("The Conference of the Parties, Recalling the report")
    assert [unit.text.partition(" the ")[0] for unit in units[1:3]] == [*clauses[1:]]


def test_a_clause_that_breaks_over_a_page_is_of_the_preamble_to_its_end() -> None:
    first, last = preamble(700, "Noting")
    resolution = [
        Text(LEFT, 190, "Resolution 81/1", 12, "bold"),
        Text(LEFT + 24, 220, "The Conference of the Parties,"),
        *preamble(250, "Recalling"),
        first,
    ]
    decided = [
        Text(LEFT + 24, 130, "1. Takes note of the report of the Working Group on its session;"),
        Text(LEFT + 24, 160, "2. Requests the Secretariat to send it to all of the members."),
    ]
    pages = (
        [*paragraph(100, 1), *paragraph(142, 2), *resolution],
        [replace(last, base=100), *decided],
    )
    assert [unit.label for unit in parse(read(*pages)).units] == [
        "1", "2", "Resolution 81/1 intro:1", "Resolution 81/1 intro:2",
        "Resolution 81/1:1", "Resolution 81/1:2",
    ]  # fmt: skip


def test_what_a_draft_resolution_inside_a_report_decides_has_its_own_numbers() -> None:
    resolution = [
        Text(LEFT, 170, "Resolution 81/1", 12, "bold"),
        Text(LEFT + 24, 200, "The Conference of the Parties,"),
        *preamble(230, "Recalling", "Noting"),
        Text(LEFT + 24, 310, "1. Takes note of the report of the Working Group on its session;"),
        Text(LEFT + 24, 340, "2. Requests the Secretariat to send it to all of the members."),
    ]
    units = parse(read([*paragraph(100, 1), *paragraph(142, 2)], resolution)).units
    assert [unit.label for unit in units] == [
        "1", "2", "Resolution 81/1 intro:1", "Resolution 81/1 intro:2",
        "Resolution 81/1:1", "Resolution 81/1:2",
    ]  # fmt: skip


def test_raised_print_that_marks_no_note_is_a_word() -> None:
    source = read([Text(LEFT, 100, "1. An area of 12 km"), Text(206, 96, "2", 6.5)])
    assert lines(source) == ["1. An area of 12 km2"]


def test_a_stray_gap_inside_a_word_is_no_blank() -> None:
    # "cultur" is 23.3 points wide in Times 10: the rest stands 1 point behind it.
    source = read([Text(LEFT, 100, "cultur"), Text(LEFT + 24.3, 100, "al heritage of mankind")])
    assert lines(source) == ["cultural heritage of mankind"]


def test_print_whose_size_stands_in_the_text_matrix_is_read_alike() -> None:
    pages = [*paragraph(100, 1), *paragraph(142, 2)]
    assert lines(read(pages, by_matrix=True)) == lines(read(pages))
    one, two = (read(pages, by_matrix=by).lines[0].look for by in (True, False))
    assert one is not None
    assert two is not None
    assert (one.size, one.top, one.left) == (two.size, two.top, two.left) == (10, 90, LEFT)


TABLE: list[Text | Rule | Picture] = [
    Rule(60, 550, 150),
    Text(60, 160, "Category", 7, "italic"),
    Text(300, 160, "2024", 7, "italic"),
    Text(400, 160, "2025", 7, "italic"),
    Rule(60, 550, 165),
    Text(60, 180, "Military and police", 8.5),
    Text(60, 190, "personnel", 8.5),
    Text(300, 190, "412.5", 8.5),
    Text(400, 190, "409.1", 8.5),
    Text(60, 206, "Civilian personnel", 8.5),
    Text(300, 206, "268.6", 8.5),
    Text(400, 206, "242.3", 8.5),
    Rule(60, 550, 212),
]


def test_a_table_between_rules_comes_as_rows_with_their_cells() -> None:
    source = read([*paragraph(100, 1), *TABLE, *paragraph(240, 2), *paragraph(282, 3)])
    assert [line.text for line in source.lines if line.role == "row"] == [
        "Category\t2024\t2025",
        "Military and police personnel\t412.5\t409.1",
        "Civilian personnel\t268.6\t242.3",
    ]


def test_a_table_is_never_glued_to_a_paragraph_and_its_rows_can_be_cited() -> None:
    caption = [Text(60, 136, "Table 3"), Text(60, 146, "Resources by year", 10, "bold")]
    source = read([*paragraph(100, 1), *caption, *TABLE, *paragraph(240, 2), *paragraph(282, 3)])
    reading = parse(source)
    assert [unit.label for unit in reading.units] == [
        "1", "table 3:Military and police personnel", "table 3:Civilian personnel", "2", "3",
    ]  # fmt: skip
    row = reading.units[1]
    assert row.text == "Military and police personnel 412.5 409.1"
    assert row.lead_in == "Table 3 Resources by year Category 2024 2025"
    assert reading.units[0].text.endswith("all the members.")
    assert reading.units[3].heading_path == ()


def test_bold_print_is_a_heading_though_it_is_numbered_like_a_paragraph() -> None:
    source = read(
        [
            *paragraph(100, 1),
            *paragraph(142, 2),
            Text(LEFT, 184, "1.", 10, "bold"),
            Text(LEFT + 24, 184, "Other revenue", 10, "bold"),
            *paragraph(214, 3),
            Text(LEFT, 256, "2.", 10, "bold"),
            Text(LEFT + 24, 256, "Borrowing", 10, "bold"),
            *paragraph(286, 4),
        ]
    )
    reading = parse(source)
    assert [unit.label for unit in reading.units] == ["1", "2", "3", "4"]
    assert reading.units[2].heading_path == ("1. Other revenue",)
    assert not reading.problems


def test_small_print_of_a_figure_is_left_out() -> None:
    labels = [Text(150 + 60 * n, 170, f"{n * 10}", 7) for n in range(5)]
    source = read([*paragraph(100, 1), *paragraph(142, 2), *labels, *paragraph(200, 3)])
    assert [unit.label for unit in parse(source).units] == ["1", "2", "3"]


def test_a_masthead_is_cut_where_its_cells_stand_far_apart() -> None:
    source = read(
        [
            Text(123, 100, "United Nations", 14),
            Text(470, 100, "A/80/604", 10),
            *paragraph(200, 1),
            *paragraph(242, 2),
        ]
    )
    assert lines(source)[:2] == ["United Nations", "A/80/604"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (make_pdf([[], []]), "a.pdf has no text layer: its 2 pages are pictures"),
        (b"%PDF-1.4\nnothing", "a.pdf is a damaged PDF"),
        (make_pdf([[Text(60, 60, "x")]])[:200], "a.pdf"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableFileError, match=message) as caught:
        read_bytes(data, "a.pdf", "a.pdf")
    assert "\n" not in str(caught.value)


def test_a_blank_page_is_no_fault() -> None:
    assert read(paragraph(100, 1), [], paragraph(100, 2)).faults == ()


def test_a_page_that_is_a_picture_is_named() -> None:
    source = read(paragraph(100, 1), [Picture()], paragraph(100, 2))
    assert [(fault.kind, fault.detail) for fault in source.faults] == [
        ("no text", "1 of 3 pages is a picture: 2.")
    ]
