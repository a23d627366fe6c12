from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.readers.pdf_alignment import align


def found(words: str, printed: str) -> str:
    """Return the printed characters that the words were found at, a dot where there is none."""
    return "".join("." if at is None else printed[at] for at in align(words, list(printed)))


def test_white_space_hyphens_and_marks_of_notes_do_not_matter() -> None:
    # Printed without blanks, "inter-" broken at a line end, the note mark 12 behind "scale".
    printed = "Thegrowthofthescale12ofinter-nationaltradewasslow."
    words = "The growth of the scale of international trade was slow."
    assert (
        found(words, printed).replace(".", "") == "Thegrowthofthescaleofinternationaltradewasslow"
    )


def test_what_stands_between_two_pages_is_left_out() -> None:
    printed = "thecommitteedecidedtohold" + "5/27A/80/23" + "itsnextmeetinginVienna."
    places = align("The Committee decided to hold its next meeting in Vienna.", list(printed))
    between = set(range(25, 36))  # the eleven characters of the page number and the symbol
    assert {at for at in places if at is not None} & between == set()
    assert places[-2] == len(printed) - 2  # the last letter; punctuation is not looked for


def test_a_ligature_stands_for_several_letters() -> None:
    # The glyphs of "offices are open": "ffi" is one of them.
    glyphs = ["o", "ffi", "c", "e", "s", "a", "r", "e", "o", "p", "e", "n"]
    assert align("offices are open", glyphs) == [
        0, 1, 1, 1, 2, 3, 4, None, 5, 6, 7, None, 8, 9, 10, 11
    ]  # fmt: skip


def test_accents_and_case_do_not_matter() -> None:
    assert found("Décisions prises", "De\u0301cisionsprises").replace(".", "") == "Decisionsprises"


def test_the_whole_says_which_of_two_equal_stretches_is_meant() -> None:
    printed = "1.ThedraftwasadoptedonMonday." + "2.ThedraftwasadoptedonFriday."
    places = align("2. The draft was adopted on Friday.", list(printed))
    assert min(at for at in places if at is not None) == 29  # where "2." begins


def test_a_word_that_stands_in_two_places_is_not_guessed() -> None:
    assert found("Posts", "PostsGradeNumberofPosts") == "....."
    assert found("Grade", "PostsGradeNumberofPosts") == "Grade"


def test_other_words_are_not_found() -> None:
    assert set(found("Nothing of this kind is printed.", "Somethingelsealtogetherstands")) == {"."}
    assert align("", ["a"]) == []
    assert align("…", ["…"]) == [None]


@pytest.mark.parametrize(
    ("words", "printed"),
    [("a" * 20_000, "a" * 100_000), ("abcdefghij" * 2_000, "abcdefghij" * 10_000)],
)
def test_text_that_repeats_itself_takes_no_longer(words: str, printed: str) -> None:
    began = time.process_time()
    align(words, printed)
    assert time.process_time() - began < 5


@given(st.text(max_size=60), st.text(max_size=200))
def test_each_character_is_found_in_order_or_not_at_all(words: str, printed: str) -> None:
    places = align(words, printed)
    assert len(places) == len(words)
    there = [at for at in places if at is not None]
    assert there == sorted(there)
    assert all(at < len(printed) for at in there)
