"""Lists whose entries have a sign in front of them and no number."""

from __future__ import annotations

from corpus.readers import source_from_text
from corpus.source import Look, Source, SourceBuilder
from corpus.structure.bullets import find_bullets
from corpus.structure.parse import parse


def texts(text: str) -> dict[str, str]:
    return {unit.label: unit.text for unit in parse(source_from_text(text)).units}


def test_a_list_under_a_colon_is_part_of_its_paragraph() -> None:
    found = texts(
        "1. The mission did three things:\n\n• It built a bridge\n\n• It mended a road.\n\n"
        "• It left\n\n2. The Council took note of them.\n"
    )
    assert found == {
        "1": "The mission did three things: • It built a bridge • It mended a road. • It left",
        "2": "The Council took note of them.",
    }


def test_a_list_is_part_of_the_item_that_announces_it() -> None:
    found = texts(
        "1. The mission did these:\n\n(a) On the river:\n\n– It built a bridge;\n\n"
        "– It mended a road;\n\n(b) On the lake, nothing.\n\n2. The Council took note.\n"
    )
    assert found["1(a)"] == "On the river: – It built a bridge; – It mended a road;"
    assert found["1(b)"] == "On the lake, nothing."


def test_a_short_entry_at_the_top_of_a_page_is_no_heading() -> None:
    found = parse(
        source_from_text(
            "1. The members of the delegation were:\n\n• Ms. A. Miller, Head\n\f\n"
            "• Mr. B. Smith, Adviser\n\n• Mr. C. Jones, Clerk\n\n2. They met twice.\n"
        )
    )
    assert [heading.text for heading in found.headings] == []
    assert found.units[0].text.endswith("• Mr. B. Smith, Adviser • Mr. C. Jones, Clerk")


def test_entries_that_nothing_announces_stand_for_themselves() -> None:
    found = texts(
        "Key messages\n\n• The river rose by two metres.\n\n• The lake fell by one metre.\n\n"
        "More of them\n\nThe people of the river have seen it all and say so.\n"
    )
    assert list(found.values()) == [
        "• The river rose by two metres.",
        "• The lake fell by one metre.",
        "The people of the river have seen it all and say so.",
    ]


def test_an_entry_has_the_words_that_go_on_over_the_page() -> None:
    found = texts(
        "The mission did two things:\n\n• It built a bridge over the river and\n\f\n"
        "mended the road.\n\n• It left.\n\nThe people of the river have seen it all.\n"
    )
    assert found["p:1"] == (
        "The mission did two things: • It built a bridge over the river and mended the road. "
        "• It left."
    )
    assert found["p:2"] == "The people of the river have seen it all."


def test_a_dash_between_words_is_no_bullet() -> None:
    lines = source_from_text("The bridge over the river\n– the old one – has gone.\n").lines
    assert find_bullets(lines, ()) == {}


def test_an_asterisk_on_a_page_is_a_footnotes() -> None:
    builder = SourceBuilder()
    look = Look(100, 300, 700, 708, 8)
    builder.add("* The annex is circulated as received.", page=1, look=look)
    builder.add("* A/80/50.", page=1, look=look)
    assert find_bullets(Source("a", "", builder.text, tuple(builder.lines)).lines, ()) == {}
