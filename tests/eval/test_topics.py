"""Topics of recommendations, worked out by hand."""

from __future__ import annotations

import pytest

from eval.collections.topics import TopicFinder, holds

TEXTS = (
    "Improve the conditions of detention (Norway);",
    "Improve the conditions of detention in old prisons (Sweden);",
    "Ratify the Convention on the Rights of the Child without delay (Peru);",
    "Continue to train judges, in particular by allocating sufficient funds to schools (Chile).",
)


@pytest.fixture(scope="module")
def finder() -> TopicFinder:
    return TopicFinder(TEXTS)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        (TEXTS[0], "conditions of detention"),
        # "old" and "prisons" are in one text of four, "detention" in two.
        (TEXTS[1], "detention in old prisons"),
        # "Convention on the Rights" would end in the middle, the whole name has seven words.
        (TEXTS[2], "Rights of the Child"),
        # A topic of two words is too short, and none begins behind "to".
        ("Train judges (Chile);", ""),
        ("Continue to train young judges at home", ""),
        ("", ""),
    ],
)
def test_a_topic_is_a_few_words_with_the_rarest_terms(
    finder: TopicFinder, text: str, topic: str
) -> None:
    assert finder.topic(text) == topic


def test_a_topic_does_not_run_over_a_comma_or_end_in_the_middle(finder: TopicFinder) -> None:
    # "sufficient" may be no noun's end, and "funds to" ends at "to".
    assert finder.topic(TEXTS[3]) == "allocating sufficient funds"


def test_a_text_holds_a_topic_whose_terms_follow_each_other_in_it() -> None:
    assert holds(TEXTS[1], "Condition of the detention")
    assert not holds(TEXTS[1], "detention conditions")
    assert not holds("", "detention")
