from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.version import PARSER_VERSION
from embeddings.models import Part
from ui import about_markup
from ui import about_view as view
from ui.about_counts import DocumentCount, LibraryCounts, Share
from ui.about_view import CareRow, ShareTable
from ui.language import DEFAULT, LANGUAGES, speaking

CLEAN = DocumentCount("A/1", "Clean", 1000, (), 0, "")
FLAGGED = DocumentCount("A/2", "A/2", 234, ("It has 29 words.",), 3, "A/3")
COUNTS = LibraryCounts(
    documents=(CLEAN, FLAGGED),
    pages=1300,
    unpaged=1,
    units=1234,
    tokens=56789,
    bodies=(Share("General Assembly", 1, 1000), Share("", 1, 234)),
    years=(Share("2025", 2, 1234),),
    languages=(Share("en", 1, 1000), Share("xx", 1, 234)),
    kinds=(Share("report", 2, 1234),),
    faults=(("gap", 2), ("difference", 1)),
    kept=1,
    models=(Part("MiniLM", 1.0), Part("e5", 6.0)),
    reranker="SmolLM2",
    created="2026-11-22T06:39:10+00:00",
    made_by="0.1.0",
    parsers=((PARSER_VERSION, 2),),
)
NOTHING = replace(
    COUNTS,
    documents=(CLEAN,),
    unpaged=0,
    faults=(),
    parsers=(),
    made_by="",
    created="then",
    reranker="",
)


def test_the_size_is_written_as_the_language_writes_it() -> None:
    assert view.figures(COUNTS) == (
        ("Documents", "2"),
        ("Pages", "1,300"),
        ("Units", "1,234"),
        ("Tokens", "56,789"),
    )
    with speaking("es"):
        assert view.figures(COUNTS)[3] == ("Tokens", "56.789")
    assert len(view.figure_notes(COUNTS)) == 2
    assert len(view.figure_notes(NOTHING)) == 1


def test_shares_are_named_or_said_to_be_unknown() -> None:
    bodies, years, languages, kinds = view.share_tables(COUNTS)
    assert bodies == ShareTable(
        "Issued by",
        ("Issued by", "Documents", "Units"),
        (("General Assembly", "1", "1,000"), ("not known", "1", "234")),
    )
    assert [row[0] for row in languages.rows] == ["English", "xx"]
    assert (years.title, kinds.title) == ("Years", "Kinds")


def test_what_to_look_at_is_said_in_sentences() -> None:
    assert view.care_words(COUNTS, {"A/2": 4}) == (
        "1 document is flagged: cite it with care.",
        "Faults found in the numbering, or between two files of a document: 3, in 1 document. "
        "By kind: missing numbers (2); differences between two files (1).",
        "Cross-references within a document that lead to no paragraph of it: 4, in 1 document.",
    )
    assert view.care_words(NOTHING, {}) == (
        "No document is flagged.",
        "No fault was found in the numbering.",
        "Every cross-reference within a document leads to a paragraph of it.",
    )
    assert len(view.care_words(COUNTS, None)) == 2  # not counted: nothing is said of it


def test_a_row_has_the_reasons_and_the_counts() -> None:
    rows = view.care_rows(COUNTS.documents, {"A/1": 4})
    assert rows == (
        CareRow("A/2", "", ("It has 29 words.", "Superseded by A/3."), 3, 0),
        CareRow("A/1", "Clean", (), 0, 4),
    )
    assert [row.unresolved for row in view.care_rows(COUNTS.documents, None)] == [None, None]
    with speaking("es"):
        assert view.care_rows(COUNTS.documents, None)[0].notes == (
            "Solo contiene 29 palabras.",
            "Sustituido por A/3.",
        )


def test_how_the_index_was_made() -> None:
    assert view.made_facts(COUNTS) == (
        ("Index made on", "2026-11-22, 06:39 UTC"),
        ("Searched with", "MiniLM and e5 (weight 6)"),
        ("Close matches read by", "SmolLM2"),
        ("Files read with", f"version {PARSER_VERSION} of the parser"),
        ("Index made by", "Pincite 0.1.0"),
    )
    assert view.made_note(COUNTS) == ""


def test_what_is_not_known_of_the_index_is_left_out() -> None:
    assert view.made_facts(NOTHING) == (
        ("Index made on", "then"),
        ("Searched with", "MiniLM and e5 (weight 6)"),
    )


def test_documents_that_an_earlier_parser_read_are_told() -> None:
    old = replace(COUNTS, parsers=((PARSER_VERSION, 1), (PARSER_VERSION - 1, 1)))
    assert dict(view.made_facts(old))["Files read with"] == (
        f"version {PARSER_VERSION} of the parser: 1 document; "
        f"version {PARSER_VERSION - 1} of the parser: 1 document"
    )
    assert view.made_note(old).startswith("1 document was read by an earlier version")


def test_what_is_set_aside() -> None:
    told = view.aside_words(COUNTS)
    assert "1 of 2 documents" in told[1]
    assert told[2].startswith("1 document has a newer revision here.")
    assert len(view.aside_words(NOTHING)) == 2


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != DEFAULT])
def test_kinds_and_languages_are_told_in_the_readers_language(language: str) -> None:
    kinds = ("gap", "duplicate", "start", "empty", "difference")
    faulty = replace(COUNTS, faults=tuple((kind, 1) for kind in kinds))

    def told() -> list[str]:
        tables = view.share_tables(faulty)
        _, _, languages, document_kinds = tables
        rows = [*languages.rows[:1], *document_kinds.rows, tables[0].rows[1]]
        return [*view.care_words(faulty, {}), *(row[0] for row in rows)]

    english = told()
    with speaking(language):
        others = told()
    assert not set(english) & set(others)
    assert not any(f" {kind} " in f" {others[1]} " for kind in kinds)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_of_it_can_be_said_in_every_language(language: str) -> None:
    with speaking(language):
        told = [
            *view.care_words(COUNTS, {"A/2": 1}),
            *view.aside_words(COUNTS),
            *(value for _, value in view.made_facts(COUNTS)),
        ]
    assert all(told)


def test_the_rest_of_a_long_table_is_unfolded() -> None:
    rows = tuple((f"<{number}>", "1", "1") for number in range(9))
    long = ShareTable("Kinds", ("Kinds", "Documents", "Units"), rows)
    markup = about_markup.share_tables([long])
    shown, _, rest = markup.partition("<details>")
    assert shown.count('scope="row"') == 6
    assert "<summary>3 more</summary>" in rest
    assert rest.count('scope="row"') == 3
    assert "&lt;8&gt;" in rest and "<8>" not in markup
    # One that is a row longer is shown whole.
    just = replace(long, rows=rows[:7])
    assert "<details>" not in about_markup.share_tables([just])


def test_figures_and_facts_are_text() -> None:
    assert "<dt>a&lt;</dt><dd>&amp;</dd>" in about_markup.figures([("a<", "&")])
    assert '<dt>a</dt><dd dir="auto">&lt;b&gt;</dd>' in about_markup.facts([("a", "<b>")])
