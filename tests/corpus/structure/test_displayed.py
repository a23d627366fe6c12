"""What the look of short lines says: headings, lists without signs, signatures."""

from __future__ import annotations

from corpus.source import Look, Source, SourceBuilder
from corpus.structure.looks import text_sizes
from corpus.structure.parse import parse
from corpus.types import Parse

FULL = "members of the Committee were at their seats from morning until night"


def look(*, left: float = 120, right: float = 488, size: float = 10, bold: bool = False) -> Look:
    return Look(left, right, 300, 300 + size, size, bold)


def read(*blocks: tuple[str, Look]) -> Parse:
    builder = SourceBuilder()
    for text, seen in blocks:
        for line in text.split("|"):
            builder.add(line, page=1, look=seen)
        builder.blank()
    return parse(Source("a", "", builder.text, tuple(builder.lines), format="pdf", pages=1))


def test_officers_under_a_colon_are_part_of_the_paragraph() -> None:
    reading = read(
        ("I. Officers", look(right=200, bold=True)),
        (f"1. At noon the {FULL}|and elected the following:", look()),
        ("Chair:|Ann Miller (Norway)", look(right=300)),
        ("Vice-Chairs:|Ben Smith (Peru)", look(right=300)),
        ("2. The Committee went home.", look()),
    )
    assert [h.text for h in reading.headings] == ["I. Officers"]
    assert [unit.label for unit in reading.units] == ["1", "2"]
    assert reading.units[0].text.endswith(
        "elected the following: Chair: Ann Miller (Norway) Vice-Chairs: Ben Smith (Peru)"
    )


def test_a_bold_line_under_a_colon_is_a_heading() -> None:
    reading = read(
        ("I. Officers", look(right=200, bold=True)),
        (f"1. At noon the {FULL}|and adopted the following:", look()),
        ("The river", look(right=200, bold=True)),
        ("2. The Committee went home.", look()),
    )
    assert [h.text for h in reading.headings] == ["I. Officers", "The river"]


def test_a_signature_is_neither_a_heading_nor_part_of_the_letter() -> None:
    reading = read(
        ("Letter from the Chair", look(right=200, bold=True)),
        (f"I have the honour to say that the {FULL}|and went home.", look()),
        ("(Signed) Ann Miller|Chair", look(left=374)),
    )
    assert [unit.text for unit in reading.units] == [
        f"I have the honour to say that the {FULL} and went home.",
        "(Signed) Ann Miller Chair",
    ]
    assert [h.text for h in reading.headings] == ["Letter from the Chair"]


def test_a_larger_size_of_whole_paragraphs_is_running_text() -> None:
    """Ten lines of a report at 9 points, and a letter of three full lines at 11 before it."""
    builder = SourceBuilder()
    for _ in range(3):
        builder.add(FULL, look=look(size=11))
    builder.add("A heading", look=look(size=14))
    for n in range(1, 31):
        builder.add(f"{n}. The {FULL}", look=look(size=9))
    assert text_sizes(builder.lines) == {9, 11}


def test_where_nothing_is_set_off_the_look_tells_nothing() -> None:
    reading = read(
        (f"1. The {FULL}.", look()),
        ("The river", look(right=200)),
        ("2. The Committee went home.", look()),
    )
    assert [h.text for h in reading.headings] == ["The river"]


def test_a_heading_has_the_lines_it_is_wrapped_to_though_large_print_stands_apart() -> None:
    builder = SourceBuilder()
    builder.add(f"1. The {FULL}.", page=1, look=look())
    builder.blank()
    for top, text in ((400, "II. Work of the Committee on the river and"), (417, "the lakes")):
        builder.add(text, page=1, look=Look(120, 300, top, top + 14, 14, bold=True))
        builder.blank()
    builder.add("2. The Committee went home.", page=1, look=look())
    reading = parse(Source("a", "", builder.text, tuple(builder.lines), format="pdf", pages=1))
    assert [h.text for h in reading.headings] == [
        "II. Work of the Committee on the river and the lakes"
    ]


def test_figures_that_stand_alone_on_a_page_are_a_diagrams() -> None:
    reading = read(
        ("I. Officers", look(right=200, bold=True)),
        (f"1. In 2023, the {FULL}|and the global rate", look()),
        ("-34.1%", look(left=300, right=330)),
        ("of the river rose.", look()),
    )
    assert reading.units[0].text.endswith("and the global rate of the river rose.")
    assert [f.text for f in reading.furniture if f.kind == "small print"] == ["-34.1%"]


def test_text_right_below_a_heading_is_not_part_of_it() -> None:
    builder = SourceBuilder()
    builder.add("Summary", page=1, look=Look(120, 170, 100, 112, 12, bold=True))
    builder.add(f"The present report says that the {FULL}", page=1, look=look())
    builder.add("and went home.", page=1, look=look(right=200))
    builder.blank()
    builder.add("1. The Committee met.", page=1, look=look())
    reading = parse(Source("a", "", builder.text, tuple(builder.lines), format="pdf", pages=1))
    assert reading.units[0].text.startswith("The present report says")
    assert [h.text for h in reading.headings] == ["Summary"]


def enumeration(*, left: float, full: float) -> Parse:
    """A paragraph that counts up (a) to (c); its lines go to 488, or the one before to `full`."""
    builder = SourceBuilder()
    for number in (1, 2):
        for text in (f"{number}. The {FULL}", "and again", "and went home."):
            builder.add(text, page=1, look=look())
        builder.blank()
    builder.add(f"3. The {FULL} because of:", page=1, look=look(right=full))
    builder.add("(a) the heat of the day; (b) the long way", page=1, look=look(left=left))
    builder.add("to the station; and (c) the music.", page=1, look=look(right=300))
    return parse(Source("a", "", builder.text, tuple(builder.lines), format="pdf", pages=1))


def test_a_letter_that_a_line_only_wraps_to_opens_no_list() -> None:
    reading = enumeration(left=120, full=488)
    assert [unit.label for unit in reading.units] == ["1", "2", "3"]
    assert "because of: (a) the heat of the day; (b)" in reading.units[2].text


def test_a_letter_on_a_line_of_its_own_opens_a_list() -> None:
    for reading in (enumeration(left=120, full=400), enumeration(left=142, full=488)):
        assert [unit.label for unit in reading.units] == ["1", "2", "3", "3(a)"]
