from __future__ import annotations

import time

import pytest

from corpus.dates import find_span, read_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("27 January 2025", "2025-01-27"),
        ("January 27, 2025", "2025-01-27"),
        ("[13 March 2025]", "2025-03-13"),
        ("1er août 2025", "2025-08-01"),
        ("27 de enero de 2025", "2025-01-27"),
        ("27 января 2025 года", "2025-01-27"),
        ("2025年1月27日", "2025-01-27"),
        ("27 كانون الثاني/يناير 2025", "2025-01-27"),
        ("3. März 2025", "2025-03-03"),
        ("9 de março de 2024", "2024-03-09"),
        ("2025-01-27T10:00:00Z", "2025-01-27"),
        ("31 February 2025", ""),
        ("03/04/2025", ""),
        ("on 27 January 2025", ""),
        ("January 2025", ""),
        ("", ""),
    ],
)
def test_a_whole_text_is_read_as_a_date_or_not(text: str, date: str) -> None:
    assert read_date(text) == date


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Geneva, 2–5 June 2025", "2025-06-02", "2025-06-05"),
        ("held in Vienna from 10 to 12 October 2011", "2011-10-10", "2011-10-12"),
        ("New York, 17 February–14 March 2025", "2025-02-17", "2025-03-14"),
        ("25 July 2024–30 July 2025", "2024-07-25", "2025-07-30"),
        ("New York, 19–23, 28 and 29 May and 5 June 2025", "2025-05-19", "2025-06-05"),
        ("at its 9838th meeting, on 16 January 2025", "2025-01-16", "2025-01-16"),
    ],
)
def test_spans_of_days_are_found(text: str, first: str, last: str) -> None:
    span = find_span(text)
    assert span is not None
    assert (span.first, span.last) == (first, last)
    assert text[span.start : span.end].endswith(last[:4])


@pytest.mark.parametrize(
    "text",
    ["resolution 2118 (2013)", "25–28 August, New York", "Report 2025", "5 June 2025–2 May 2024"],
)
def test_other_numbers_are_no_spans(text: str) -> None:
    assert find_span(text) is None


def test_long_runs_of_numbers_take_no_time() -> None:
    begun = time.process_time()
    for text in ("1 " * 50_000, "1 may " * 50_000, "may" * 50_000, "1-" * 50_000):
        find_span(text)
        read_date(text)
    assert time.process_time() - begun < 2
