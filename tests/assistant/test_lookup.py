"""References in a library of several documents."""

from __future__ import annotations

import re

import pytest

from assistant.lookup import Lookup, ambiguity
from assistant.scope import Shelf
from corpus.catalogue import Catalogue
from corpus.errors import UnknownDocumentError, UnknownReferenceError
from corpus.references import parse_reference
from corpus.types import Document
from tests.support.many_documents import review
from tests.support.small_library import garden


def lookup(*documents: Document) -> Lookup:
    catalogue = Catalogue(documents)
    return Lookup(catalogue, Shelf(catalogue))


KENYA = review("A/HRC/1/1", "Kenya", aliases=("S/2024/7",))
PALAU = review("A/HRC/1/2", "Palau")
ALL = lookup(KENYA, PALAU, garden("G/1"))


def labels(where: Lookup, reference: str, *within: str) -> list[str]:
    places = where.find(parse_reference(reference), within or None)
    return [f"{p.document} {p.unit.label}" for units in places.by_document for p in units]


@pytest.mark.parametrize(
    "reference",
    [
        "A/HRC/1/1, para. 3 (b)",
        "a/hrc/1/1, 3(b)",
        "S/2024/7, para. 3 (b)",
        "para. 3 (b) of S/2024/7",
        "para. 3 (b) of A/HRC/1/1",
    ],
)
def test_a_symbol_in_front_or_behind_says_of_which_document(reference: str) -> None:
    assert labels(ALL, reference) == ["A/HRC/1/1 3(b)"]


def test_without_a_symbol_all_documents_that_have_it_are_given() -> None:
    assert labels(ALL, "para. 3 (b)") == ["A/HRC/1/1 3(b)", "A/HRC/1/2 3(b)"]
    assert labels(ALL, "4") == ["G/1 4"]
    assert labels(ALL, "paras. 2-3", "A/HRC/1/2", "G/1") == [
        "A/HRC/1/2 2", "A/HRC/1/2 3", "G/1 2", "G/1 3",
    ]  # fmt: skip
    assert labels(ALL, "paras. 1 and 4") == ["G/1 1", "G/1 4"]


def test_only_one_document_may_have_it_where_one_is_wanted() -> None:
    places = ALL.find(parse_reference("para. 3"))
    assert places.symbols == ("A/HRC/1/1", "A/HRC/1/2", "G/1")
    assert ambiguity(places) == (
        "3 documents have para. 3: A/HRC/1/1, A/HRC/1/2, G/1. Add the symbol: A/HRC/1/1, para. 3"
    )


@pytest.mark.parametrize(
    ("reference", "within", "error", "said"),
    [
        ("A/9, para. 3", (), UnknownDocumentError, "No document 'A/9' in the library."),
        ("A/HRC/1/1, para. 9", (), UnknownReferenceError, "No para. 9 in A/HRC/1/1; it has"),
        ("para. 9", (), UnknownReferenceError, "None of the 3 documents has para. 9: "),
        ("para. 9", ("G/1",), UnknownReferenceError, "No para. 9 in G/1; it has paras. 1–4"),
        ("para. 4", ("A/HRC/1/1", "A/HRC/1/2"), UnknownReferenceError, "None of the 2 documents"),
        ("G/1, para. 1", ("A/HRC/1/1",), UnknownReferenceError, "is not in A/HRC/1/1, to which"),
        (
            "G/1, para. 1",
            ("A/HRC/1/1", "A/HRC/1/2"),
            UnknownReferenceError,
            "'G/1, para. 1' is not in the 2 documents to which the search is restricted.",
        ),
    ],
)
def test_what_is_not_there_is_an_error_that_says_what_is(
    reference: str, within: tuple[str, ...], error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=re.escape(said)):
        labels(ALL, reference, *within)


def test_a_large_library_is_not_spelt_out() -> None:
    many = lookup(*(review(f"A/{n}", "Kenya") for n in range(1, 31)))
    with pytest.raises(UnknownReferenceError) as caught:
        labels(many, "para. 9")
    assert str(caught.value) == ("None of the 30 documents has 'para. 9'. Name one: A/1, para. 9")


def test_annexes_and_headings_match_whatever_their_case() -> None:
    text = "Report\n\n1. One.\n\nAnnex I\n\nList\n\n1. Two.\n"
    with_annex = lookup(garden("G/1"), garden("G/2", text))
    assert labels(with_annex, "ANNEX I, para. 1") == ["G/2 annex I:1"]
    assert labels(with_annex, "annex I") == ["G/2 annex I:1"]
