from __future__ import annotations

import pytest

from eval.metrics import answer_scores
from eval.metrics.answers import normalise


def test_words_are_normalised_as_squad_does() -> None:
    # Lower case, no ASCII punctuation, no articles; inside a word punctuation just goes.
    assert normalise("The  State's (a) well-being, an aim.") == ["states", "wellbeing", "aim"]


def test_a_quote_with_too_many_words() -> None:
    # Quoted: planted seventeen oaks along northern path (6); gold: seventeen oaks (2).
    # F1 = 2 * 2 / (6 + 2).
    found = answer_scores(["Planted seventeen oaks along the northern path."], ["seventeen oaks"])
    assert found == {"answer_token_F1": pytest.approx(1 / 2), "answer_containment": 1}


def test_half_of_the_gold_quotes() -> None:
    # Quoted: one two (2); gold: one two three (3). In common: 2; F1 = 4 / 5. Of the two gold
    # quotes only the first stands whole in the answer's quote.
    found = answer_scores(["One two."], ["one two", "three"])
    assert found == {"answer_token_F1": pytest.approx(4 / 5), "answer_containment": 1 / 2}


def test_words_count_as_often_as_they_stand_there() -> None:
    # Quoted twice, wanted once: 2 * 1 / (2 + 1).
    assert answer_scores(["oak oak"], ["oak"])["answer_token_F1"] == pytest.approx(2 / 3)


def test_a_gold_quote_must_stand_whole_in_one_quote_and_in_order() -> None:
    assert answer_scores(["one", "two"], ["one two"])["answer_containment"] == 0
    assert answer_scores(["two one"], ["one two"])["answer_containment"] == 0
    # "art" is no word of "party".
    assert answer_scores(["party"], ["art"])["answer_containment"] == 0


def test_an_answer_that_quotes_nothing_scores_zero() -> None:
    assert set(answer_scores([], ["seventeen oaks"]).values()) == {0.0}


def test_a_question_without_evidence_has_no_answer_measure() -> None:
    with pytest.raises(ValueError, match="without evidence"):
        answer_scores(["words"], [])
