from __future__ import annotations

import pytest

from eval.metrics import citation_scores, complete, is_verbatim, share_verbatim
from eval.types import UnitKey


def units(*labels: str) -> frozenset[UnitKey]:
    return frozenset(UnitKey("A/1", label) for label in labels)


def scores(cited: str, gold: str, acceptable: str = "") -> tuple[float, float, float]:
    found = citation_scores(units(*cited.split()), units(*gold.split()), units(*acceptable.split()))
    return found["citation_precision"], found["citation_recall"], found["citation_F1"]


def test_the_right_set_scores_one() -> None:
    assert scores(cited="6 7", gold="6 7") == (1, 1, 1)


def test_one_right_one_wrong_one_missing() -> None:
    # 1 of 2 cited is gold; 1 of 2 gold is cited; the mean of equals is the same.
    assert scores(cited="6 99", gold="6 7") == (1 / 2, 1 / 2, 1 / 2)


def test_precision_and_recall_are_not_mixed_up() -> None:
    # 1 of 4 cited is gold; all gold is cited; F1 = 2 * 1/4 * 1 / (5/4) = 2/5.
    assert scores(cited="6 1 2 3", gold="6") == pytest.approx((1 / 4, 1, 2 / 5))


def test_an_acceptable_unit_does_not_hurt_precision() -> None:
    assert scores(cited="6 51", gold="6", acceptable="51") == (1, 1, 1)


def test_an_acceptable_unit_does_not_help_precision_either() -> None:
    # Without the acceptable one: 1 right of 2 cited. It must stay so.
    assert scores(cited="6 99 51", gold="6", acceptable="51")[0] == 1 / 2


def test_an_acceptable_unit_does_not_help_recall() -> None:
    # Nothing wrong was cited, but nothing of the gold was found.
    assert scores(cited="51", gold="6", acceptable="51") == (1, 0, 0)


def test_only_wrong_citations_score_zero() -> None:
    assert scores(cited="99", gold="6") == (0, 0, 0)


def test_an_answerable_question_that_was_refused_scores_zero() -> None:
    assert scores(cited="", gold="6", acceptable="51") == (0, 0, 0)


def test_the_same_label_in_another_document_is_wrong() -> None:
    other = frozenset({UnitKey("B/2", "6")})
    assert citation_scores(other, units("6"))["citation_precision"] == 0


def test_a_question_without_gold_has_no_citation_measure() -> None:
    with pytest.raises(ValueError, match="unanswerable"):
        citation_scores(units("6"), frozenset())


def test_complete_is_all_gold_whatever_else_was_cited() -> None:
    assert complete(units("6", "7", "99"), units("6", "7")) == 1
    assert complete(units("6", "99"), units("6", "7")) == 0
    assert complete(units(), units("6")) == 0


def test_a_quote_is_verbatim_letter_for_letter() -> None:
    assert is_verbatim("seventeen oaks", "It planted seventeen oaks.") is True
    assert is_verbatim("Seventeen oaks", "It planted seventeen oaks.") is False
    assert is_verbatim("seventeen  oaks", "It planted seventeen oaks.") is False
    assert is_verbatim("", "It planted seventeen oaks.") is None


def test_the_share_of_verbatim_quotes_leaves_out_what_was_not_quoted() -> None:
    assert share_verbatim([True, None, False]) == 1 / 2
    assert share_verbatim([None]) is None
    assert share_verbatim([]) is None
