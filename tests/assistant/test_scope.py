"""Limits on the documents of a library, met by their metadata."""

from __future__ import annotations

import pytest

from assistant.scope import Scope, ScopeError, Shelf
from corpus.catalogue import Catalogue
from corpus.errors import PinciteError, UnknownDocumentError
from tests.support.many_documents import review

SHELF = Shelf(
    Catalogue(
        [
            review("A/HRC/1/1", "Kenya", date="2011-03-24", body="Human Rights Council"),
            review("S/2024/5", "Abyei", date="2024-05-01", body="Security Council"),
            review(
                "A/79/722",
                "Nauru",
                date="2025-01-10",
                body="General Assembly; Security Council",
                kind="note verbale",
                aliases=("S/2025/27",),
            ),
            review("E/CN.6/1", "Palau", date="", body="Council of Palau", kind="note"),
            review("A/HRC/1/2", "Monaco", date="2011", language="fr", body="Human Rights Council"),
        ]
    )
)


def select(**limits: object) -> list[str]:
    return list(SHELF.select(Scope(**limits)))  # type: ignore[arg-type]


def test_without_limits_all_documents_are_looked_in() -> None:
    assert select() == ["A/HRC/1/1", "S/2024/5", "A/79/722", "E/CN.6/1", "A/HRC/1/2"]


def test_documents_are_named_by_any_of_their_symbols_in_any_spelling() -> None:
    assert select(documents=("s/2025/27", "a/hrc/1/1")) == ["A/HRC/1/1", "A/79/722"]
    assert select(documents=("A_79_722",)) == ["A/79/722"]


def test_words_of_a_bodys_name_do_and_joint_documents_are_of_both() -> None:
    assert select(bodies=("security council",)) == ["S/2024/5", "A/79/722"]
    assert select(bodies=("General Assembly", "Human Rights")) == [
        "A/HRC/1/1",
        "A/79/722",
        "A/HRC/1/2",
    ]


def test_a_kind_that_is_one_is_not_another_that_begins_so() -> None:
    assert select(kinds=("note",)) == ["E/CN.6/1"]
    assert select(kinds=("verbale",)) == ["A/79/722"]
    assert select(kinds=("Report",), languages=("FR",)) == ["A/HRC/1/2"]


def test_dates_are_taken_whole_and_unknown_ones_meet_no_limit() -> None:
    assert select(since="2024") == ["S/2024/5", "A/79/722"]
    assert select(since="2024-05-01", until="2024-05-01") == ["S/2024/5"]
    assert select(since="2024-05-02") == ["A/79/722"]
    assert select(until="2024-05") == ["A/HRC/1/1", "S/2024/5", "A/HRC/1/2"]
    # Of a document of 2011 nobody knows the day.
    assert select(since="2011-04", until="2012") == ["A/HRC/1/2"]


def test_limits_narrow_each_other() -> None:
    assert select(bodies=("Human Rights Council",), languages=("en",)) == ["A/HRC/1/1"]
    assert select(documents=("A/79/722",), kinds=("note verbale",)) == ["A/79/722"]


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ({"documents": ("X/1",)}, "No document 'X/1' in the library. It holds: A/HRC/1/1, "),
        ({"documents": ("X/1", "X/2")}, "No documents 'X/1', 'X/2' in the library. It holds: "),
        (
            {"bodies": ("Parliament",)},
            "No document of body 'Parliament' in the library. There are: Council of Palau, "
            "General Assembly; Security Council, Human Rights Council, Security Council",
        ),
        ({"kinds": ("poem",)}, "No document of kind 'poem' in the library. There are: note, "),
        ({"languages": ("de",)}, "No document of language 'de' in the library. There are: en, fr"),
        ({"since": "2026"}, "fits --since 2026. Its dates: from 2011 to 2025-01-10."),
        ({"since": "May"}, "--since 'May' is no year or date. Write 2024, 2024-05 or 2024-05-31."),
        ({"until": "2024-13"}, "--until '2024-13' is no year or date."),
        ({"since": "2024", "until": "2011"}, "--since 2024 is after --until 2011."),
        (
            {"bodies": ("Human Rights Council",), "since": "2024"},
            'No document of the library fits --body "Human Rights Council" --since 2024.',
        ),
    ],
)
def test_a_limit_that_nothing_meets_says_what_there_is(
    limits: dict[str, object], said: str
) -> None:
    with pytest.raises(PinciteError) as caught:
        select(**limits)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert isinstance(caught.value, ScopeError | UnknownDocumentError)


def test_what_a_newer_revision_supersedes_is_left_out_unless_it_is_meant() -> None:
    shelf = Shelf(
        Catalogue(
            [
                review("A/1", "Kenya", date="2011-01-01", superseded_by="A/1/Rev.1"),
                review("A/1/Rev.1", "Kenya", date="2012-01-01"),
                review("A/2", "Palau", date="2011-01-01", superseded_by="A/2/Rev.9"),
            ]
        )
    )
    # The revision that supersedes A/2 is not in the library.
    assert shelf.select(Scope()) == ("A/1/Rev.1", "A/2")
    assert shelf.select(Scope(all_revisions=True)) == ("A/1", "A/1/Rev.1", "A/2")
    assert shelf.select(Scope(documents=("A/1",))) == ("A/1",)
    assert shelf.select(Scope(documents=("A/1", "A/1/Rev.1"))) == ("A/1", "A/1/Rev.1")
    # Before 2012 it was the one that counted.
    assert shelf.select(Scope(until="2011")) == ("A/1", "A/2")


def test_a_scope_reads_as_the_options_that_set_it() -> None:
    scope = Scope(("A/1",), ("Security Council",), "2024", "", ("fr",), ("report",))
    assert str(scope) == (
        '--document A/1 --body "Security Council" --since 2024 --language fr --kind report'
    )
    assert scope.limits
    assert not Scope(all_revisions=True).limits
    assert Scope(("A/1",)).with_document("A/2") == Scope(("A/1", "A/2"))
    assert Scope().with_document(None) == Scope()
