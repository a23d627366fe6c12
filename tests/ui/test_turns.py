from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.scope import Scope
from corpus.catalogue import Catalogue
from ui.conversation import Turn
from ui.language import say
from ui.since import digests_of
from ui.turns import again_words

if TYPE_CHECKING:
    from tests.ui.conftest import AnswerMaker


def test_an_answer_that_would_be_the_same_is_not_asked_for_again(
    catalogue: Catalogue, make: AnswerMaker
) -> None:
    answer = make.answer(make.citation("1", "Alpha"))
    turn = Turn("What?", answer, digests=digests_of(answer, catalogue))
    assert again_words(turn, catalogue, Scope()) == ""
    assert again_words(turn, Catalogue([]), Scope()) == say("chat-ask-again")  # it was removed


def test_a_question_without_answer_can_be_asked_again(catalogue: Catalogue) -> None:
    assert again_words(Turn("What?", None, "It broke."), catalogue, Scope()) == say(
        "chat-ask-again"
    )


def test_a_question_is_asked_again_of_the_documents_chosen_now(
    two_documents: Catalogue, make_over: type[AnswerMaker]
) -> None:
    make = make_over(two_documents)
    answer = make.answer(make.citation("1", "Alpha"))
    turn = Turn("What?", answer, digests=digests_of(answer, two_documents))
    one = Scope(documents=("A/TEST/2",))
    assert again_words(turn, two_documents, one) == "Ask again of: A/TEST/2"
    limited = Turn("What?", answer, scope=one, digests=digests_of(answer, two_documents))
    assert again_words(limited, two_documents, one) == ""
    assert again_words(limited, two_documents, Scope()) == "Ask again of: all 2 documents"
