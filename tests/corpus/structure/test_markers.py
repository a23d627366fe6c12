from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.structure.markers import letter_value, read_marker, roman_value


def meanings(line: str) -> list[tuple[str, tuple[int, ...]]]:
    marker = read_marker(line)
    return [(m.style, m.value) for m in marker.meanings] if marker else []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("12. Text", [("1.", (12,))]),
        ("131.12 Text", [("1.1", (131, 12))]),
        ("97.113. Text", [("1.1", (97, 113))]),
        ("(i) text", [("(a)", (9,)), ("(i)", (1,))]),
        ("- (iii) text", [("(i)", (3,))]),
        ("(c) text", [("(a)", (3,)), ("(i)", (100,))]),
        ("(2) text", [("(1)", (2,))]),
        ("b) text", [("a)", (2,))]),
        ("a. text", [("a.", (1,))]),
        ("II. Text", [("I.", (2,))]),
        ("I. Text", [("A.", (9,)), ("I.", (1,))]),
        ("B. Text", [("A.", (2,))]),
        ("§ 50 Text", [("1.", (50,))]),
        ("100.The judgments", [("1.", (100,))]),
        ("23.UNDP remains", [("1.", (23,))]),
        ("111.100.Continue to act", [("1.1", (111, 100))]),
        ("23.XVIII was printed", []),
        ("(bb) text", [("(a)", (28,))]),
    ],
)
def test_what_a_marker_can_mean(line: str, expected: list[tuple[str, tuple[int, ...]]]) -> None:
    assert meanings(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Text",
        "12 October",
        "2011",
        "(see above)",
        "(Poland).",
        "0. nothing",
        "and (a) text",
        "Mr. X",
    ],
)
def test_what_is_no_marker(line: str) -> None:
    assert read_marker(line) is None


def test_a_marker_knows_its_length_and_suffix() -> None:
    marker = read_marker("- 5 bis.  Text")
    assert marker is not None
    assert (marker.text, marker.suffix, "- 5 bis.  Text"[marker.length :]) == (
        "5 bis.",
        "bis",
        "Text",
    )


def test_ill_formed_roman_numbers_are_none() -> None:
    assert [roman_value(t) for t in ("iv", "ix", "xlii", "iiii", "vx", "")] == [
        4, 9, 42, None, None, None,
    ]  # fmt: skip


def test_letters_double_after_z() -> None:
    assert [letter_value(t) for t in ("a", "z", "aa", "ab", "aaa", "1")] == [
        1, 26, 27, None, None, None,
    ]  # fmt: skip


@given(st.integers(1, 3999))
def test_roman_numbers_come_back(number: int) -> None:
    text, rest = "", number
    for value, letters in (
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
        (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ):  # fmt: skip
        text += letters * (rest // value)
        rest %= value
    assert roman_value(text) == number
