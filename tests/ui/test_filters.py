from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from assistant.scope import Scope, Shelf
from corpus.catalogue import Catalogue
from corpus.types import Document
from ui.filters import choices_of, document_name, fitting, in_words, is_chosen, looked_in
from ui.language import say

Make = Callable[..., Document]


def dated(document: Document, date: str, body: str, **about: Any) -> Document:
    return replace(document, metadata=replace(document.metadata, date=date, body=body, **about))


@pytest.fixture
def documents(make_document: Make) -> list[Document]:
    first = dated(make_document("A/1"), "2023-02-01", "General Assembly", kind="report")
    second = dated(make_document("A/2"), "2025-03-01", "General Assembly", kind="report")
    third = dated(make_document("S/3"), "2025", "Security Council", kind="report")
    return [first, second, third]


def test_what_all_documents_share_is_no_choice(documents: list[Document]) -> None:
    choices = choices_of(documents)
    assert list(choices.documents) == ["A/1", "A/2", "S/3"]
    assert choices.bodies == ("General Assembly", "Security Council")
    assert choices.years == ("2023", "2025")
    assert (choices.kinds, choices.languages, choices.superseded) == ((), (), False)


def test_what_only_some_documents_have_is_a_choice(documents: list[Document]) -> None:
    documents[0] = dated(documents[0], "", "", kind="")
    documents[1] = replace(documents[1], superseded_by="A/2/Rev.1")
    choices = choices_of(documents)
    assert (choices.kinds, choices.superseded) == (("report",), True)


def test_a_document_is_named_by_symbol_and_the_start_of_its_title(make_document: Make) -> None:
    document = make_document("A/1")
    assert document_name(document) == "A/1 · A Test of Things"
    assert document_name(dated(document, "", "", title="A/1")) == "A/1"
    assert len(document_name(dated(document, "", "", title="word " * 90))) < 90


def test_what_has_left_the_library_leaves_the_choice(documents: list[Document]) -> None:
    chosen = Scope(
        documents=("A/2", "A/9"), bodies=("Nobody",), since="2023", until="1999", all_revisions=True
    )
    assert fitting(chosen, choices_of(documents)) == Scope(documents=("A/2",), since="2023")


def test_a_choice_in_words() -> None:
    assert in_words(Scope()) == ""
    assert not is_chosen(Scope())
    assert in_words(Scope(documents=("A/1", "A/2"))) == "A/1, A/2"
    assert in_words(Scope(documents=("1", "2", "3", "4", "5"))) == "1, 2, 3, and 2 more"
    everything = Scope((), ("Security Council",), "2023", "2025", ("fr",), ("report",), True)
    assert in_words(everything) == (
        f"Security Council; 2023 to 2025; report; French; {say('with-superseded')}"
    )


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [("2023", "", "from 2023"), ("", "2025", "until 2025"), ("2025", "2025", "2025")],
)
def test_years_in_words(since: str, until: str, told: str) -> None:
    assert in_words(Scope(since=since, until=until)) == told


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        (Scope(), 3),
        (Scope(bodies=("General Assembly",)), 2),
        (Scope(bodies=("General Assembly",), since="2024"), 1),
        (Scope(documents=("A/1",), since="2024"), say("no-document-fits")),
        (Scope(since="2025", until="2023"), say("years-turned")),
    ],
)
def test_a_choice_says_how_many_documents_it_leaves(
    documents: list[Document], scope: Scope, found: int | str
) -> None:
    assert looked_in(scope, Shelf(Catalogue(documents))) == found
