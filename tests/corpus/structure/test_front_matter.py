"""What stands before a document's text, and at the foot of its first page."""

from __future__ import annotations

from corpus.source import Look, Source, SourceBuilder
from corpus.structure.parse import parse

WIDE = 480.0


def at(top: float, *, left: float = 120, size: float = 10, bold: bool = False) -> Look:
    return Look(left, WIDE, top, top + size, size, bold)


def first_page() -> SourceBuilder:
    """A first page as PDFs of official documents have it, up to its second paragraph."""
    builder = SourceBuilder()
    builder.add("United Nations", page=1, look=at(44, size=14))
    builder.add("S/2025/999", page=1, look=at(44, left=490, size=14))
    builder.blank()
    builder.add("Security Council", page=1, look=at(66, size=20, bold=True))
    builder.add("Distr.: General", page=1, look=at(66, left=400))
    builder.add("12 March 2025", page=1, look=at(88, left=400))
    builder.blank()
    builder.add("Original: English", page=1, look=at(112, left=400))
    builder.blank()
    builder.add("The situation on the river and on the", page=1, look=at(211, size=14, bold=True))
    builder.blank()
    builder.add("lakes beside it", page=1, look=at(230, size=14, bold=True))
    builder.blank()
    builder.add("Report of the Secretary-General", page=1, look=at(260, size=12, bold=True))
    builder.blank()
    builder.add("I. Introduction", page=1, look=at(290, size=14, bold=True))
    builder.blank()
    builder.add("1. The present report is about the river.", page=1, look=at(320))
    builder.blank()
    builder.add("2. The Council met on the river and the members", page=1, look=at(340))
    builder.blank()
    return builder


def read(builder: SourceBuilder) -> Source:
    return Source("a", "", builder.text, tuple(builder.lines), format="pdf", pages=2)


def test_a_masthead_is_set_aside_and_no_unit() -> None:
    reading = parse(read(first_page()))
    assert [unit.label for unit in reading.units] == ["1", "2"]
    assert [f.text for f in reading.furniture if f.kind == "masthead"] == [
        "United Nations",
        "S/2025/999",
        "Security Council",
        "Distr.: General",
        "12 March 2025",
        "Original: English",
    ]
    assert reading.coverage == 1.0


def test_a_title_has_all_the_lines_that_it_is_wrapped_to() -> None:
    reading = parse(read(first_page()))
    assert reading.title == (
        "The situation on the river and on the lakes beside it Report of the Secretary-General"
    )
    assert [h.text for h in reading.headings] == [reading.title, "I. Introduction"]
    assert reading.units[0].heading_path == ("I. Introduction",)


def test_a_job_number_at_the_foot_of_a_page_does_not_tear_a_paragraph() -> None:
    builder = first_page()
    builder.add("25-04146 (E) 190325", page=1, look=at(738, left=65))
    builder.blank()
    builder.add("*2504146*", page=1, look=at(750, left=65, size=12, bold=True))
    builder.blank()
    builder.add("went home.", page=2, look=at(72))
    reading = parse(read(builder))
    assert [unit.text for unit in reading.units] == [
        "The present report is about the river.",
        "The Council met on the river and the members went home.",
    ]
    imprint = [f.text for f in reading.furniture if f.kind == "imprint"]
    assert imprint == ["25-04146 (E) 190325", "*2504146*"]
    assert reading.coverage == 1.0


def test_a_number_like_a_job_number_in_the_middle_of_a_page_is_text() -> None:
    builder = first_page()
    builder.add("25-04146", page=1, look=at(360))
    builder.add("of the files, and went home.", page=1, look=at(372))
    reading = parse(read(builder))
    assert reading.units[-1].text.endswith("the members 25-04146 of the files, and went home.")


def test_a_date_in_a_sentence_below_the_distribution_stays_in_its_paragraph() -> None:
    builder = SourceBuilder()
    builder.add("1. The Council met on the river and all the members", page=1, look=at(300))
    builder.add("went home on 12 March 2025, as they had said.", page=1, look=at(312))
    builder.add("Distr.: General", page=1, look=at(66, left=400))
    reading = parse(read(builder))
    assert reading.units[0].text.endswith("went home on 12 March 2025, as they had said.")


def test_a_note_to_the_title_is_set_aside() -> None:
    builder = first_page()
    builder.add("went home.", page=1, look=at(352))
    builder.blank()
    builder.add("* Reissued for technical reasons on", page=1, look=at(700, size=8))
    builder.add("14 March 2025.", page=1, look=at(710, size=8))
    plain = parse(read(builder))
    assert [unit.text for unit in plain.units][2:] == [
        "* Reissued for technical reasons on 14 March 2025."
    ]
    builder.blank()
    builder.add("S/2025/999*", page=1, look=at(30, left=490, size=14))
    starred = parse(read(builder))
    assert [unit.label for unit in starred.units] == ["1", "2"]
    assert "14 March 2025." in [f.text for f in starred.furniture if f.kind == "masthead"]


def test_a_sentence_is_no_title_where_small_print_is_most_of_the_page() -> None:
    builder = SourceBuilder()
    builder.add("United Nations", page=1, look=at(44, size=14))
    builder.add("S/2025/999", page=1, look=at(44, left=490, size=14))
    builder.blank()
    builder.add("Distr.: General", page=1, look=at(66, left=400))
    builder.blank()
    builder.add("Decision on the river", page=1, look=at(211, size=14, bold=True))
    builder.blank()
    builder.add("At its meeting in May the Committee, as nothing had been", page=1, look=at(300))
    builder.add("heard of the river since, decided to consider it no more.", page=1, look=at(312))
    builder.blank()
    builder.add(
        "* The following took part: " + "Ann, Bert and Carl, " * 9, page=1, look=at(600, size=8)
    )
    for row in range(3):
        names = "Dora, Emil, Fritz and others of the Committee, " * 3
        builder.add(names, page=1, look=at(610 + 10 * row, size=8))
    reading = parse(read(builder))
    first = reading.units[0]
    assert (first.label, first.text[:21]) == ("p:1", "At its meeting in May")
    assert reading.coverage == 1.0
