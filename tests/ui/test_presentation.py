from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from assistant.retrieval import READ
from assistant.types import (
    Answer,
    Explanation,
    FeaturePart,
    ScopeBy,
    SignalPart,
    Sureness,
    UnitReasons,
)
from corpus.catalogue import Catalogue
from corpus.types import Document
from ui.language import speaking
from ui.presentation import chance, excerpt, heard, likelihood, view_answer

if TYPE_CHECKING:
    from tests.ui.conftest import AnswerMaker


def test_each_quote_carries_its_reference(catalogue: Catalogue, make: AnswerMaker) -> None:
    view = view_answer(make.answer(make.citation("1", "Alpha opens.")), catalogue)
    [block] = view.blocks
    [quote] = block.quotes
    assert (block.lead_in, quote.reference, quote.texts) == ("", "para. 1", ("Alpha opens.",))
    assert (view.statement, view.nearest) == ("", ())
    assert (view.sure, view.chance) == ("Very likely answered here", "95%")


def test_items_of_one_list_come_together_under_their_lead_in_in_reading_order(
    catalogue: Catalogue, make: AnswerMaker
) -> None:
    answer = make.answer(
        make.citation("2(b)(ii)", "deep two."),
        make.citation("3", "Gamma ends."),
        make.citation("2(b)(i)", "deep one;"),
        make.citation("1", "It is short."),
    )
    found = [
        (block.lead_in, [quote.label for quote in block.quotes])
        for block in view_answer(answer, catalogue).blocks
    ]
    assert found == [("(b) second point:", ["2(b)(i)", "2(b)(ii)"]), ("", ["1", "3"])]


def test_two_sentences_of_a_unit_share_one_reference(
    catalogue: Catalogue, make: AnswerMaker
) -> None:
    answer = make.answer(make.citation("1", "It is short."), make.citation("1", "Alpha opens."))
    [block] = view_answer(answer, catalogue).blocks
    assert [quote.texts for quote in block.quotes] == [("Alpha opens.", "It is short.")]


def test_references_carry_the_symbol_where_there_are_several_documents(
    two_documents: Catalogue, make_over: type[AnswerMaker]
) -> None:
    make = make_over(two_documents)
    cited = [make.citation("1", "Alpha", "A/TEST/2"), make.citation("1", "Alpha", "A/TEST/1")]
    blocks = view_answer(make.answer(*cited), two_documents).blocks
    references = [quote.reference for block in blocks for quote in block.quotes]
    assert references == ["A/TEST/2, para. 1", "A/TEST/1, para. 1"]


def test_quotes_name_their_document_where_there_are_several(
    make_document: Callable[..., Document], make_over: type[AnswerMaker]
) -> None:
    first, second = make_document("A/TEST/1"), make_document("A/TEST/2")
    second = replace(
        second,
        metadata=replace(second.metadata, title="A/TEST/2"),
        superseded_by="A/TEST/2/Rev.1",
    )
    library = Catalogue([first, second])
    make = make_over(library)
    cited = [make.citation("1", "Alpha", "A/TEST/1"), make.citation("1", "Alpha", "A/TEST/2")]
    blocks = view_answer(make.answer(*cited), library).blocks
    assert [(block.title, block.superseded_by) for block in blocks] == [
        ("A Test of Things", ""),
        ("", "A/TEST/2/Rev.1"),  # its title is its symbol again
    ]


def test_quotes_of_the_only_document_do_not_name_it(
    catalogue: Catalogue, make: AnswerMaker
) -> None:
    [block] = view_answer(make.answer(make.citation("1", "Alpha")), catalogue).blocks
    assert (block.title, block.superseded_by) == ("", "")


def test_what_was_removed_since_stays_as_text(
    two_documents: Catalogue, make_over: type[AnswerMaker], catalogue: Catalogue
) -> None:
    make = make_over(two_documents)
    cited = make.citation("2(b)(i)", "deep one;", "A/TEST/2")
    near = make.answer(nearest=("1",)).nearest
    answer = replace(make.answer(cited), nearest=near)
    [block] = view_answer(answer, catalogue).blocks  # the library has A/TEST/1 alone now
    [quote] = block.quotes
    assert (quote.texts, quote.there, block.lead_in) == (("deep one;",), False, "")
    assert quote.reference == "A/TEST/2, para. 2 (b) (i)"
    assert [one.there for one in view_answer(answer, catalogue).nearest] == [True, False]


def test_it_says_which_documents_were_looked_in(catalogue: Catalogue, make: AnswerMaker) -> None:
    answer = replace(make.answer(make.citation("1", "Alpha")), scope_note="Looked in A/TEST/1.")
    assert view_answer(answer, catalogue).looked_in == "Looked in A/TEST/1."


@pytest.mark.parametrize("by", ["symbol", "words", "nothing"])
def test_what_the_assistant_says_of_the_documents_is_said_in_the_visitors_language(
    catalogue: Catalogue, make: AnswerMaker, by: ScopeBy
) -> None:
    (document,) = catalogue.documents
    titled = f"{document.symbol} ({document.metadata.title})"
    notes = {
        "symbol": f"Looked in {document.symbol}, which the question names.",
        "words": f"Looked first in {titled}: words of the question name it.",
        "nothing": "Looked everywhere: what words of the question name does not answer it.",
    }
    scope = () if by == "nothing" else (document.symbol,)
    answer = make.answer(make.citation("1", "Alpha"))
    answer = replace(answer, scope=scope, scope_by=by, scope_note=notes[by])
    assert view_answer(answer, catalogue).looked_in == notes[by]
    with speaking("fr"):
        said = view_answer(answer, catalogue).looked_in
    assert said != notes[by]
    assert (document.symbol in said) == bool(scope)


def test_it_says_when_the_document_does_not_answer(catalogue: Catalogue, make: AnswerMaker) -> None:
    view = view_answer(make.answer(confidence=0.05, nearest=("1", "2(a)")), catalogue)
    assert view.statement == "The document does not seem to answer this."
    assert [(near.reference, near.excerpt) for near in view.nearest] == [
        ("para. 1", "Alpha opens. It is short."),
        ("para. 2 (a)", "first point;"),
    ]
    assert (view.sure, view.chance) == ("An answer here is very unlikely", "5%")
    assert view.blocks == ()


def test_nothing_is_estimated_where_the_question_names_the_paragraph(
    catalogue: Catalogue, make: AnswerMaker
) -> None:
    answer = replace(make.answer(make.citation("1", "Alpha opens.")), named=True)
    view = view_answer(answer, catalogue)
    assert (view.sure, view.chance) == ("Exactly what you named", "")


def test_it_says_which_words_are_where_and_what_speaks_for_and_against(
    catalogue: Catalogue, make: AnswerMaker
) -> None:
    def reasons(rank: int, label: str, own: tuple[str, ...], over: tuple[str, ...]) -> UnitReasons:
        return UnitReasons("A/TEST/1", label, rank, 1.0, (), (), own, over)

    units = (
        reasons(1, "1", ("Alpha",), ()),
        reasons(2, "2(a)", ("first point",), ("Beta", "Opening")),
        reasons(3, "3", (), ()),
        reasons(4, "2(b)", ("second",), ()),
    )
    parts = (
        FeaturePart("one_section", 0.4, 1.0, 0.4),
        FeaturePart("far_off", 0.1, -20.0, -2.0),
    )
    sureness = Sureness(0.95, 0.6, "very sure", 3.0, 4.6, parts)
    cited = [make.citation("1", "Alpha"), make.citation("2(a)", "first"), make.citation("3", "G")]
    answer = replace(make.answer(*cited), explanation=Explanation(units=units, sureness=sureness))
    # 2 (b) is not cited, so nothing is said of it.
    assert view_answer(answer, catalogue).why == (
        "The word ‘Alpha’ is in para. 1.",
        "The words ‘first point’ are in para. 2 (a).",
        "The words ‘Beta’ and ‘Opening’ are only in the headings or the lead-in of para. 2 (a).",
        "No word of the question is in para. 3; it is near in meaning.",
        "For an answer: 40% of the nearest stand under one heading.",
        "Against one: nothing comes near the question.",
    )


def test_it_says_that_close_matches_were_read(catalogue: Catalogue, make: AnswerMaker) -> None:
    read = SignalPart(READ, -0.01, 1.0, -0.01, 0.0)
    units = (UnitReasons("A/TEST/1", "1", 1, 1.0, (read,), (), ("Alpha",)),)
    answer = replace(make.answer(make.citation("1", "Alpha")), explanation=Explanation(units=units))
    assert view_answer(answer, catalogue).why == (
        "The word ‘Alpha’ is in para. 1.",
        "The best matches lay close together, so a language model read them beside the question.",
    )


def test_it_gives_the_reason_where_a_reference_does_not_exist(catalogue: Catalogue) -> None:
    answer = Answer("Para. 9?", "Para. 9?", "There is no para. 9.", True, 0.0, (), ())
    view = view_answer(answer, catalogue)
    assert (view.statement, view.sure) == ("There is no para. 9.", "")


@pytest.mark.parametrize(
    ("question", "read_as", "shown"),
    [
        ("What?", "What?", ""),
        ("What  now?", "what now?", ""),
        ("And for them?", "Who pays? And for them?", "Who pays? And for them?"),
    ],
)
def test_a_follow_up_says_how_it_was_read(
    catalogue: Catalogue, make: AnswerMaker, question: str, read_as: str, shown: str
) -> None:
    answer = make.answer(make.citation("1", "Alpha"), question=question, read_as=read_as)
    assert view_answer(answer, catalogue).read_as == shown


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (1.0, "very-likely"),
        (0.9, "very-likely"),
        (0.89, "likely"),
        (0.66, "likely"),
        (0.65, "even"),
        (0.32, "unlikely"),
        (0.09, "very-unlikely"),
        (0.0, "very-unlikely"),
    ],
)
def test_the_confidence_in_words(probability: float, words: str) -> None:
    assert likelihood(probability) == words


@pytest.mark.parametrize(
    ("probability", "number"),
    [
        (0.0, "less than 1%"),
        (0.01, "1%"),
        (0.125, "13%"),
        (0.934, "93%"),
        (0.99, "99%"),
        (0.995, "more than 99%"),
        (1.0, "more than 99%"),
    ],
)
def test_the_confidence_as_a_number_is_never_a_certainty(probability: float, number: str) -> None:
    assert chance(probability) == number


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("One two three", "One two three"),  # 13 characters fit
        ("One two three four", "One two three…"),
        ("One two, three four five", "One two…"),  # the comma goes too
        ("Onetwothreefourfive", "Onetwothreefo…"),  # no space to cut at
    ],
)
def test_an_excerpt_ends_between_words(text: str, shown: str) -> None:
    assert excerpt(text, 13) == shown


def test_those_who_hear_the_page_are_told_of_an_answer(
    catalogue: Catalogue, make: AnswerMaker
) -> None:
    cited = make.answer(make.citation("3", "Gamma"), make.citation("1", "Alpha"))
    assert heard(view_answer(cited, catalogue)) == "Answered from para. 1; para. 3"
    none = make.answer(nearest=("1",))
    assert heard(view_answer(none, catalogue)) == "The document does not seem to answer this."


def test_quotes_of_a_removed_document_stand_under_the_lead_in_they_came_with(
    catalogue: Catalogue, make: AnswerMaker
) -> None:
    citation = make.citation("2(b)(i)", "deep one;")
    kept = replace(citation, unit=replace(citation.unit, lead_in="2. Beta: (b) second point:"))
    [block] = view_answer(make.answer(kept), Catalogue([])).blocks
    assert block.lead_in == "2. Beta: (b) second point:"
    assert [(quote.reference, quote.there) for quote in block.quotes] == [
        ("A/TEST/1, para. 2 (b) (i)", False)
    ]
