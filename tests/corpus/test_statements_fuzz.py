"""Whatever a file holds, its metadata and flags are found in time and without an error."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.flags import find_flags, refusal
from corpus.metadata import guess_metadata
from corpus.readers import source_from_text
from corpus.structure.parse import parse
from corpus.types import Parse

LINES = st.sampled_from(
    [
        "United Nations", "A/80/1", "A/79/722-S/2025/27*", "Distr.: General", "27 January 2025",
        "Original: English", "25-01286 (E) 310125", "General Assembly", "Seventy-ninth session",
        "Agenda item 32 (a)", "Geneva, 2–5 June 2025", "Report of the", "Secretary-General**", "",
        "* A/80/50.", "I. Introduction", "1. The Committee met.", "Contents", "Summary", "\f", "*",
        "Part IV", "2. It closed.", "a\tb", "Adopted on 5 May", "(", "«»", "第", "ال",
    ]
)  # fmt: skip


@given(st.lists(LINES | st.text(max_size=40), max_size=40), st.text(max_size=20))
@settings(max_examples=200, deadline=None)
def test_any_lines_give_metadata_and_flags(lines: list[str], file: str) -> None:
    source = source_from_text("\n".join(lines), name=file)
    reading = parse(source)
    metadata = guess_metadata(source, reading, file)
    assert metadata.title or not file.strip(". ")
    assert "\n" not in metadata.title + metadata.body + metadata.symbol.strip()
    for flag in find_flags(source, reading, metadata):
        assert flag.kind
        assert "\n" not in flag.detail
    assert "\n" not in (refusal(source, reading, metadata) or "")


@pytest.mark.parametrize(
    "text",
    ["a-" * 500_000, "*" * 500_000 + "x", "1 may " * 200_000, "中" * 500_000, "@" * 500_000,
     "A/" * 500_000, "first " * 200_000, "\n".join(["*" * 700 + "x"] * 2_000)],
    ids=["hyphens", "stars", "days", "Chinese", "at signs", "slashes", "ordinals", "starry"],
)  # fmt: skip
def test_hostile_texts_take_little_time(text: str) -> None:
    source = source_from_text(text, name="a.txt")
    reading = Parse("", "", (), (), (), (), (), 1.0)  # the structure parser has tests of its own
    begun = time.process_time()
    metadata = guess_metadata(source, reading, "a.txt")
    find_flags(source, reading, metadata)
    assert time.process_time() - begun < 10
