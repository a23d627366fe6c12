from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import shipped_report
from corpus.sentences import split_sentences
from corpus.tokens import count_tokens


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("It was held. Six meetings were held.", ["It was held.", "Six meetings were held."]),
        ("See para. 5 and No. 7 of vol. II.", ["See para. 5 and No. 7 of vol. II."]),
        ("By J. Smith, i.e. Mr. Smith. He left.", ["By J. Smith, i.e. Mr. Smith.", "He left."]),
        ("A; b; and c.", ["A; b; and c."]),
        ("“Is it?” It is!  (Yes.) No.", ["“Is it?”", "It is!", "(Yes.)", "No."]),
        ("  led by blanks", ["led by blanks"]),
        ("", []),
        ("of the plan. and so on", ["of the plan. and so on"]),
    ],
)
def test_sentences_end_at_full_stops_that_end_sentences(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


@given(st.text(alphabet="aB. !?“”()1\n", max_size=80))
def test_spans_are_in_order_and_cover_all_words(text: str) -> None:
    spans = split_sentences(text)
    flat = [offset for span in spans for offset in span]
    assert flat == sorted(flat)
    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())


def test_paragraph_25_of_the_report_has_three_sentences() -> None:
    unit = next(u for u in shipped_report().units if u.label == "25")
    assert [s.split()[0] for s in split(unit.text)] == ["States", "Such", "States"]


def test_tokens_are_counted_with_the_offline_encoding() -> None:
    # cl100k_base: "hello" and " world" are one token each.
    assert count_tokens("hello world") == 2
    assert count_tokens("") == 0
    assert count_tokens("<|endoftext|>") > 1
