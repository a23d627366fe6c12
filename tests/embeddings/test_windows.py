from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from embeddings.windows import split_windows


def words(text: str) -> int:
    return len(text.split())


def cut(text: str, budget: int) -> list[str]:
    return [text[start:end] for start, end in split_windows(text, budget, words)]


def test_a_text_that_fits_is_one_window() -> None:
    assert split_windows("One two. Three four.", 4, words) == ((0, 20),)


def test_a_text_without_a_word_has_no_window() -> None:
    assert split_windows("", 4, words) == ()
    assert split_windows("  ", 4, words) == ()


def test_windows_end_where_sentences_end() -> None:
    # Sentences of 3, 2 and 4 words; a quarter of 5 words is 1, so no sentence is repeated.
    assert cut("Cats sleep much. Dogs bark. All of them eat.", 5) == [
        "Cats sleep much. Dogs bark.",
        "All of them eat.",
    ]


def test_the_next_window_repeats_short_sentences_of_the_one_before() -> None:
    # 8 words to a window. The sentence of 2 words is a quarter and is repeated: 2 + 6 words fit.
    text = "Cats sleep on the warm mat. Dogs bark. All of them eat every day."
    assert cut(text, 8) == [
        "Cats sleep on the warm mat. Dogs bark.",
        "Dogs bark. All of them eat every day.",
    ]
    # With 7 words in the last sentence, 2 + 7 do not fit: nothing is repeated.
    assert cut(text.replace("day", "single day"), 8) == [
        "Cats sleep on the warm mat. Dogs bark.",
        "All of them eat every single day.",
    ]


def test_a_sentence_that_is_too_long_is_cut_after_commas() -> None:
    # A quarter of 4 words is 1: each window repeats the clause of one word before it.
    assert cut("Chile, Peru, New South Wales, Togo, Mali", 4) == [
        "Chile, Peru,",
        "Peru, New South Wales,",
        "Togo, Mali",
    ]


def test_a_clause_that_is_too_long_is_cut_between_words() -> None:
    assert cut("one two three four five", 2) == ["one two", "three four", "five"]


def test_a_word_that_is_too_long_is_cut_inside() -> None:
    assert ["abcdefgh"[start:end] for start, end in split_windows("abcdefgh", 3, len)] == [
        "ab",
        "cd",
        "ef",
        "gh",
    ]


def test_numbers_with_commas_are_not_cut() -> None:
    assert cut("about 1,250 of them, or 2,000", 4) == ["about 1,250 of them,", "or 2,000"]


@given(st.text("ab,;. A\n", max_size=80), st.integers(1, 12))
def test_windows_cover_every_word_in_order_and_fit(text: str, budget: int) -> None:
    windows = split_windows(text, budget, words)
    covered = set()
    for start, end in windows:
        assert 0 <= start < end <= len(text)
        assert words(text[start:end]) <= budget
        covered |= set(range(start, end))
    assert {at for at, letter in enumerate(text) if letter.strip()} <= covered
    # Each window begins and ends after the one before: none lies inside another.
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in zip(windows, windows[1:], strict=False))
