from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.catalogue import Catalogue
from corpus.types import Document, Unit
from ui.suggestions import Suggestion, suggest

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from tests.ui.conftest import AnswerMaker


def test_the_whole_list_and_the_next_paragraph_are_suggested(
    catalogue: Catalogue, make: AnswerMaker
) -> None:
    answer = make.answer(make.citation("2(b)(i)", "deep one"))
    assert suggest(answer, catalogue) == (
        Suggestion("All of para. 2 (b)", "What does para. 2 (b) say?"),
        Suggestion("Next: para. 2 (b) (ii)", "What does para. 2 (b) (ii) say?"),
        # The heading "I. Opening" stands over 1 and 2 and what is in them.
        Suggestion("Same section: paras. 1 and 2", "What do paras. 1 and 2 say?"),
    )


def test_at_the_end_of_a_list_the_next_paragraph_is_a_level_up(
    catalogue: Catalogue, make: AnswerMaker
) -> None:
    answer = make.answer(make.citation("2(b)(ii)", "deep two"))
    assert "Next: para. 3" in [one.label for one in suggest(answer, catalogue)]


def test_what_was_asked_or_is_quoted_already_is_not_suggested(
    catalogue: Catalogue, make: AnswerMaker
) -> None:
    answer = make.answer(
        make.citation("2(b)(i)", "deep one"),
        make.citation("2(b)(ii)", "deep two"),
        question="What does para. 2 (b) say?",
    )
    found = suggest(answer, catalogue, ["what do  paras. 1 and 2 say?"])
    assert found == ()


def test_with_several_documents_the_question_names_its_own(
    two_documents: Catalogue, make_over: type[AnswerMaker]
) -> None:
    answer = make_over(two_documents).answer(
        make_over(two_documents).citation("1", "Alpha", "A/TEST/2")
    )
    assert suggest(answer, two_documents)[0] == Suggestion(
        "Next: para. 2", "What does para. 2 of A/TEST/2 say?"
    )


def test_cross_references_are_suggested_both_ways(
    make_document: Callable[..., Document], make_over: type[AnswerMaker]
) -> None:
    document = make_document()
    units = list(document.units)
    text = document.text.replace("Gamma ends.", "As paragraph 1 above says, Gamma ends.")
    shift = len(text) - len(document.text)
    last: Unit = units[-1]
    units[-1] = replace(last, text=text[last.start : last.end + shift], end=last.end + shift)
    library = Catalogue([replace(document, text=text, units=tuple(units))])
    make = make_over(library)
    labels = [one.label for one in suggest(make.answer(make.citation("3", "Gamma")), library)]
    assert labels == ["It refers to para. 1"]
    labels = [one.label for one in suggest(make.answer(make.citation("1", "Alpha")), library)]
    assert labels == ["para. 3 refers to it", "Next: para. 2", "Same section: paras. 1 and 2"]


def test_nothing_is_suggested_without_an_answer_or_its_document(
    catalogue: Catalogue, make: AnswerMaker
) -> None:
    assert suggest(make.answer(nearest=("1",)), catalogue) == ()
    answer = make.answer(make.citation("1", "Alpha"))
    assert suggest(answer, Catalogue([])) == ()


def test_every_suggestion_over_the_report_gets_the_paragraphs_it_names(
    assistant: Assistant, make_over: type[AnswerMaker]
) -> None:
    make = make_over(assistant.catalogue)
    [document] = assistant.catalogue.documents
    found: set[str] = set()
    for unit in document.units:
        answer = make.answer(make.citation(unit.label, unit.text, document.symbol))
        suggestions = suggest(answer, assistant.catalogue)
        assert len(suggestions) <= 4
        found |= {one.question for one in suggestions}
    assert len(found) > 100
    for question in sorted(found)[::5]:
        answer = assistant.ask(question)
        assert answer.named, question
        assert answer.citations, question
