"""Parts of a document whose numbers begin anew."""

from __future__ import annotations

import pytest

from corpus.display import display
from corpus.readers import source_from_text
from corpus.references import find_references, parse_reference
from corpus.structure.parse import parse
from corpus.types import Parse

TWO_PARTS = (
    "Report on two sessions\n\nPart One\nFirst session\n\nThe rain fell.\n\n1. The Meeting met.\n\n"
    "2. It rained.\n\nAnnex\n\n1. The river rose.\n\nPart Two\nSecond session\n\n"
    "1. The Meeting met again.\n\nAnnex\n\n1. The lake fell.\n\nPart Three\n\n1. It closed.\n"
)


def read(text: str) -> Parse:
    return parse(source_from_text(text))


def test_numbers_that_begin_anew_in_each_part_are_labelled_with_it() -> None:
    reading = read(TWO_PARTS)
    assert [unit.label for unit in reading.units] == [
        "part one intro:1",
        "part one:1",
        "part one:2",
        "part one annex:1",
        "part two:1",
        "part two annex:1",
        "part three:1",
    ]
    assert reading.problems == ()
    assert reading.units[2].heading_path == ("Part One", "First session")
    assert reading.units[5].heading_path == ("Part Two", "Annex")


def test_the_reference_to_a_paragraph_of_a_part_is_read_again() -> None:
    labels = [unit.label for unit in read(TWO_PARTS).units]
    assert display("part two:1") == "part two, para. 1"
    for label in labels:
        assert [part.first for part in parse_reference(display(label)).parts] == [label]


@pytest.mark.parametrize(
    ("reference", "label"),
    [
        ("Part Two, para. 25", "part two:25"),
        ("para. 25 of part two", "part two:25"),
        ("part II, paragraph 25", "part II:25"),
        ("part 2, para. 25", "part 2:25"),
    ],
)
def test_references_to_a_part_as_people_write_them(reference: str, label: str) -> None:
    assert [part.first for part in parse_reference(reference).parts] == [label]


def test_a_part_by_the_way_is_no_reference() -> None:
    for question in (
        "What part a victim may take is said in para. 5?",
        "Which part one should read first?",
        "Does part of para. 5 still hold?",
    ):
        assert [p.first for r in find_references(question) for p in r.parts] in ([], ["5"])


@pytest.mark.parametrize(
    "text",
    [
        # As in a budget: the numbering runs on.
        "Part I\n\n1. The Meeting met.\n\nPart II\n\n2. It rained.\n\n3. It closed.\n",
        # As on a front page: only one is named.
        "Part IV\nCooperation\n\n1. The Meeting met.\n\n2. It rained.\n\n3. It closed.\n",
        # As in a list of contents, and the parts have numbers of their own nowhere.
        "Part I\n\nPart II\n\n1. The Meeting met.\n\n2. It rained.\n\n3. It closed.\n",
    ],
)
def test_a_part_without_numbers_of_its_own_is_a_heading(text: str) -> None:
    assert [unit.label for unit in read(text).units] == ["1", "2", "3"]
