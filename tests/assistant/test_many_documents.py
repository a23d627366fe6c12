"""Asking, searching and showing in a library of several documents that resemble each other."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from assistant.assistant import Assistant
from assistant.json_format import answer_json, show_json
from assistant.render import answer_lines, explanation_lines, link_lines
from assistant.retrieval import BEYOND, BEYOND_WEIGHT, DOCUMENT, DOCUMENT_WEIGHT
from assistant.scope import Scope, ScopeError
from corpus.errors import UnknownDocumentError, UnknownReferenceError
from corpus.outward import Crossings
from tests.support.many_documents import review
from tests.support.small_library import GARDEN, garden, open_garden


@pytest.fixture(scope="module")
def reviews(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_garden(
        tmp_path_factory.mktemp("many"),
        review("A/HRC/1/1", "Kenya", date="2011-01-01", aliases=("S/2011/7",)),
        review("A/HRC/1/2", "Norway"),
        review("A/HRC/1/3", "Palau", body="Fence Council", kind="letter"),
    )


def cited(assistant: Assistant, question: str, **options: object) -> list[str]:
    answer = assistant.ask(question, **options)  # type: ignore[arg-type]
    return [f"{c.document} {c.label}" for c in answer.citations]


def test_of_paragraphs_that_are_alike_the_one_of_the_named_country_wins(
    reviews: Assistant,
) -> None:
    question = "What did Norway recommend to {} about a spade?"
    assert cited(reviews, question.format("Kenya")) == ["A/HRC/1/1 3(a)"]
    assert cited(reviews, question.format("Palau")) == ["A/HRC/1/3 3(a)"]
    # Whoever acts may have a report of its own.
    assert reviews.ask(question.format("Kenya")).scope == ("A/HRC/1/1",)
    by_country = {hit.document for hit in reviews.ask(question.format("Kenya")).hits}
    assert by_country == {"A/HRC/1/1", "A/HRC/1/2", "A/HRC/1/3"}


def test_a_symbol_in_the_question_keeps_to_its_document(reviews: Assistant) -> None:
    for question in (
        "A/HRC/1/3, who told them to buy a spade?",
        "Who told them to buy a spade in a/hrc/1/3?",
    ):
        answer = reviews.ask(question)
        assert {hit.document for hit in answer.hits} == {"A/HRC/1/3"}
        assert answer.citations[0].label == "3(a)"
        assert answer.scope == ("A/HRC/1/3",)
        assert answer.read_as == question


def test_limits_keep_to_the_documents_that_meet_them(reviews: Assistant) -> None:
    question = "Where are apples stored?"
    assert cited(reviews, question, scope=Scope(bodies=("Fence Council",))) == ["A/HRC/1/3 3(b)"]
    assert cited(reviews, question, scope=Scope(until="2012")) == ["A/HRC/1/1 3(b)"]
    assert cited(reviews, question, document="s/2011/7") == ["A/HRC/1/1 3(b)"]
    both = Scope(documents=("A/HRC/1/1",))
    found = reviews.search("apples", scope=both, document="A/HRC/1/3")
    assert {hit.document for hit in found} == {"A/HRC/1/1", "A/HRC/1/3"}
    with pytest.raises(ScopeError, match="There are: letter, report"):
        reviews.ask(question, scope=Scope(kinds=("poem",)))
    with pytest.raises(UnknownDocumentError, match="A/HRC/1/1"):
        reviews.search(question, document="X/1")


def test_the_answer_says_how_its_scope_was_read(reviews: Assistant) -> None:
    answer = reviews.ask("What did Sweden recommend to Kenya about apples?")
    note = (
        "Looked first in A/HRC/1/1 (Report of the Working Group on Gardens: Kenya): "
        "words of the question name it."
    )
    assert answer.scope_note == note
    scope = {"documents": ["A/HRC/1/1"], "by": "words", "note": note}
    assert answer_json(answer)["scope"] == scope
    assert note in [line.text for line in answer_lines(answer)]
    assert note not in [line.text for line in answer_lines(answer, brief=True)]
    assert note in [line.text for line in explanation_lines(answer.explanation, note)]
    plain = reviews.ask("Where are apples stored?")
    assert (plain.scope, plain.scope_note) == ((), "")
    assert answer_json(plain)["scope"] == {"documents": [], "by": "", "note": ""}
    named = reviews.ask("What does A/HRC/1/1 say about apples?")
    assert named.scope_by == "symbol"
    assert reviews.ask("apples", scope=Scope(documents=("A/HRC/1/1",))).scope_by == "limits"


def test_what_speaks_for_the_document_is_part_of_the_score(reviews: Assistant) -> None:
    first, *_ = reviews.ask("What did Sweden recommend to Kenya about apples?").explanation.units
    part, _ = first.signals[-2:]
    assert (part.name, part.value, part.weight) == (DOCUMENT, 1.0, DOCUMENT_WEIGHT)
    assert sum(p.contribution for p in first.signals) == pytest.approx(first.score, abs=1e-5)
    # Nothing is named: the signal is not there.
    unnamed, *_ = reviews.ask("Where are apples stored?").explanation.units
    assert not {DOCUMENT, BEYOND} & {p.name for p in unnamed.signals}


def test_what_restates_the_title_counts_less_in_the_document_that_is_named(tmp_path: Path) -> None:
    said = "1. This is of the meeting held on plums.\n\n2. The spade was lent, said the meeting."
    documents = (
        review("A/1", "Kenya", text=said, title="Report on the meeting held on plums: Kenya"),
        review("A/2", "Norway", text=said, title="Report on the meeting held on plums: Norway"),
    )
    assistant = open_garden(tmp_path, *documents)
    question = "What does the report on the meeting held on plums in Kenya say of a spade lent?"
    found = assistant.signals(assistant.read(question))
    assert found.beyond is not None
    before = found.fused - BEYOND_WEIGHT * found.beyond
    ahead = found.fused[1] - found.fused[0]
    assert ahead > before[1] - before[0] + 0.05
    # The best of each document is as good as without it, and other documents are left alone.
    assert found.fused[:2].max() == pytest.approx(before[:2].max(), abs=1e-6)
    assert not found.beyond[2:].any()


def test_a_name_counts_half_for_the_paragraphs_of_its_document(reviews: Assistant) -> None:
    # Paragraphs 1 and 2 of the review of Kenya repeat the name, and say nothing of plums there.
    named = reviews.search("What does the report on Kenya say about the spade?")
    assert (named[0].document, named[0].label) == ("A/HRC/1/1", "3(a)")


def test_words_that_seem_to_name_a_document_keep_no_answer_back(tmp_path: Path) -> None:
    # The title says "Olsen", but to whom the spade was lent stands in the other document.
    other = review("A/2", "Olsen", text="Report\n\n1. Nothing grows here.\n")
    both = open_garden(tmp_path, garden("A/1", GARDEN), other)
    answer = both.ask("Was the spade lent to Olsen?")
    assert [(c.document, c.label) for c in answer.citations] == [("A/1", "3")]


def test_a_reference_takes_its_document_in_front(reviews: Assistant) -> None:
    assert cited(reviews, "What does A/HRC/1/3, para. 3 (b), say?") == ["A/HRC/1/3 3(b)"]
    assert cited(reviews, "S/2011/7, para. 3 (b)") == ["A/HRC/1/1 3(b)"]
    assert cited(reviews, "In A/HRC/1/3, what does para. 2 say?") == ["A/HRC/1/3 2"]
    assert cited(reviews, "What does para. 2 of the report on Palau say?") == ["A/HRC/1/3 2"]


def test_a_reference_of_many_documents_is_refused_unless_the_scope_says_of_which(
    reviews: Assistant,
) -> None:
    answer = reviews.ask("What does para. 2 say?")
    assert answer.abstained
    assert answer.text.startswith("3 documents have para. 2: A/HRC/1/1, A/HRC/1/2, A/HRC/1/3.")
    limited = Scope(kinds=("report",))
    assert cited(reviews, "What does para. 2 say?", scope=limited) == ["A/HRC/1/1 2", "A/HRC/1/2 2"]
    assert cited(reviews, "What does para. 2 say?", document="A/HRC/1/2") == ["A/HRC/1/2 2"]
    missing = reviews.ask("What does para. 9 of the report on Palau say?")
    assert missing.abstained
    assert "para. 9" in missing.text


def test_show_gives_what_each_document_has(reviews: Assistant) -> None:
    shown = reviews.look_up("para. 3")
    assert [f"{p.document} {p.unit.label}" for p in shown.units] == [
        f"A/HRC/1/{n} {label}" for n in (1, 2, 3) for label in ("3", "3(a)", "3(b)")
    ]
    assert shown.also_in == ()
    assert [p.document for p in reviews.show("S/2011/7, para. 1")] == ["A/HRC/1/1"]
    assert [p.document for p in reviews.show("1", scope=Scope(kinds=("letter",)))] == ["A/HRC/1/3"]
    with pytest.raises(UnknownReferenceError, match="None of the 3 documents has para. 9"):
        reviews.look_up("para. 9")
    value = show_json(shown.units, reviews.catalogue.links, ("A/9",))
    assert value["also_in"] == ["A/9"]


def test_show_tells_of_references_between_documents(tmp_path: Path) -> None:
    text = "Letter\n\n1. It rained.\n\n2. Of A/1 much was read, and paragraph 2 of A/1 says so.\n"
    both = open_garden(tmp_path, review("A/1", "Kenya"), review("A/2", "Palau", text=text))
    crossings = Crossings(both.catalogue)

    def ends(reference: str) -> list[str]:
        lines = link_lines(both.show(reference), both.catalogue.links, crossings)
        return [line.text for line in lines if line.text]

    assert ends("A/2, para. 2") == ["Refers to: A/1; A/1, para. 2"]
    assert ends("A/1, para. 2") == ["Referred to by: A/2, para. 2"]
    assert ends("A/2, para. 1") == []
    value = show_json(both.show("A/1, para. 2"), both.catalogue.links, (), crossings)
    (unit,) = cast("list[dict[str, object]]", value["units"])
    assert unit["refers_to_documents"] == []
    assert unit["referred_to_by_documents"] == [
        {"reference": "A/2, para. 2", "document": "A/2", "label": "2"}
    ]


def test_show_stops_at_ten_documents_and_tells_of_the_others(tmp_path: Path) -> None:
    many = open_garden(tmp_path, *(review(f"A/{n}", "Kenya") for n in range(1, 13)))
    shown = many.look_up("para. 1")
    assert [p.document for p in shown.units] == [f"A/{n}" for n in range(1, 11)]
    assert shown.also_in == ("A/11", "A/12")


def test_superseded_documents_are_left_out_unless_they_are_meant(tmp_path: Path) -> None:
    both = open_garden(
        tmp_path,
        review("A/1", "Kenya", superseded_by="A/1/Rev.1"),
        review("A/1/Rev.1", "Kenya", first="Sweden"),
    )
    assert {hit.document for hit in both.ask("Who lent a spade?").hits} == {"A/1/Rev.1"}
    assert {hit.document for hit in both.search("spade")} == {"A/1/Rev.1"}
    assert [p.document for p in both.show("1")] == ["A/1/Rev.1"]
    assert [p.document for p in both.show("A/1, para. 1")] == ["A/1"]
    everything = both.ask("Who lent a spade?", scope=Scope(all_revisions=True))
    assert {hit.document for hit in everything.hits} == {"A/1", "A/1/Rev.1"}
    assert {hit.document for hit in both.ask("A/1, who lent a spade?").hits} == {"A/1"}


def test_a_superseded_document_alone_in_its_library_is_looked_in(tmp_path: Path) -> None:
    alone = open_garden(tmp_path, review("A/1", "Kenya", superseded_by="A/1/Rev.1"))
    assert alone.ask("Who lent a spade?").hits


def test_with_one_document_its_name_in_the_question_changes_nothing(tmp_path: Path) -> None:
    alone = open_garden(tmp_path, review("A/HRC/1/1", "Kenya"))
    question = "A/HRC/1/1: what did Norway recommend to Kenya about a spade?"
    answer = alone.ask(question)
    assert (answer.scope, answer.scope_note) == ((), "")
    assert DOCUMENT not in [p.name for p in answer.explanation.units[0].signals]
    # The words of the name are searched for like all others.
    whole = alone.library.encoder.encode_queries([question])
    assert answer.hits == alone.ask(question, document="A/HRC/1/1").hits
    assert alone.library.vectors.scores(whole).max() > 0
