from __future__ import annotations

import time

import pytest

from corpus.readers.markdown import read_markdown
from corpus.source import Source, SourceNote


def read(text: str) -> Source:
    return read_markdown(text.encode(), "a.md", "a.md")


def texts(text: str) -> list[str]:
    return [line.text for line in read(text).lines if line.text]


def test_headings_and_emphasis_and_links_lose_their_signs() -> None:
    source = read("# One\n\nTwo\n---\n\nThe *modi operandi*, **bold**, `code`, [text](http://x).\n")
    assert [(line.text, line.role, line.level) for line in source.lines if line.text] == [
        ("One", "heading", 1),
        ("Two", "heading", 2),
        ("The modi operandi, bold, code, text.", "", 0),
    ]


def test_lists_keep_the_numbers_that_were_typed() -> None:
    # Markdown would print 12 and 13.
    assert texts("12. Twelve.\n\n14. Fourteen.\n\n    More.\n") == [
        "12. Twelve.", "14. Fourteen.", "More.",
    ]  # fmt: skip
    assert texts("3) x\n4) y\n") == ["3) x", "4) y"]


def test_a_list_with_one_number_for_all_items_is_counted() -> None:
    assert texts("1. a\n1. b\n") == ["1. a", "2. b"]


def test_lines_stay_lines_because_markers_begin_them() -> None:
    assert texts("51. It endorsed:\n(a) One;\n(b) Two.\n") == [
        "51. It endorsed:", "(a) One;", "(b) Two.",
    ]  # fmt: skip


def test_tables_become_rows_and_fences_text() -> None:
    source = read("| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nkept *as* text\n```\n")
    assert [(line.text, line.role) for line in source.lines if line.text] == [
        ("a\tb", "table header"),
        ("1\t2", "row"),
        ("kept *as* text", ""),
    ]


def test_footnotes_keep_their_typed_marks() -> None:
    source = read("Text[^5] on.\n\n[^5]: See A/80/1.\n")
    assert [(line.text, line.marks) for line in source.lines if line.text] == [("Text on.", ("5",))]
    assert source.notes == (SourceNote("5", "See A/80/1."),)


def test_front_matter_gives_properties() -> None:
    source = read(
        '---\ntitle: "A report"\ndate: 2025-01-02\nlang: en\nsymbol: A/80/1\n---\nText.\n'
    )
    assert dict(source.properties) == {
        "title": "A report",
        "created": "2025-01-02",
        "language": "en",
        "symbol": "A/80/1",
    }
    assert source.text == "Text."


@pytest.mark.parametrize(
    "text", [">" * 50_000, "[" * 50_000, "*a " * 50_000, "|" * 50_000, "- " * 5_000, "![" * 20_000]
)
def test_hostile_texts_are_read_in_time(text: str) -> None:
    begun = time.process_time()
    read(text)
    assert time.process_time() - begun < 20
