from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.catalogue import Catalogue
from corpus.types import Located
from ui.judging import choice_words, right_choices
from ui.language import say

if TYPE_CHECKING:
    from tests.ui.conftest import AnswerMaker


def test_every_unit_can_be_chosen_once_the_nearest_first(
    make: AnswerMaker, catalogue: Catalogue
) -> None:
    answer = make.answer(make.citation("3", "Gamma ends."))
    few = type(answer)(
        question=answer.question,
        read_as=answer.read_as,
        text="",
        abstained=False,
        confidence=0.9,
        citations=answer.citations,
        hits=answer.hits[4:6],
    )
    choices = right_choices(few, catalogue)
    labels = [choice and choice.unit.label for choice in choices]
    assert labels == ["2(b)(i)", "2(b)(ii)", None, "1", "2", "2(a)", "2(b)", "3"]


def test_a_choice_is_its_reference_and_how_it_begins(two_documents: Catalogue) -> None:
    unit = two_documents.unit("A/TEST/2", "2(b)(i)")
    located = Located("A/TEST/2", unit)
    assert choice_words(located, several=False) == "para. 2 (b) (i): deep one;"
    assert choice_words(located, several=True) == "A/TEST/2, para. 2 (b) (i): deep one;"
    assert choice_words(None, several=True) == say("not-in-document")
