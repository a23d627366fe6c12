from __future__ import annotations

import pytest

from corpus.catalogue import Catalogue
from corpus.errors import UnknownDocumentError, UnknownReferenceError
from corpus.references import find_references, parse_reference
from corpus.resolve import resolve
from corpus.types import Document, Metadata, Unit


def make_document(symbol: str, labels: str) -> Document:
    """Make a document of units, ``|`` between labels; each stands in the label it begins with."""
    units: list[Unit] = []
    for label in labels.split("|"):
        within = [u.label for u in units if label.startswith((f"{u.label}(", f"{u.label}."))]
        units.append(
            Unit(
                label=label,
                kind="paragraph",
                marker="",
                text=label,
                lead_in="",
                heading_path=(),
                page=None,
                start=0,
                end=len(label),
                parent=within[-1] if within else None,
                tokens=1,
            )
        )
    return Document(Metadata(symbol, symbol), (), "", (), tuple(units), (), "")


REPORT = make_document(
    "CTOC/COP/1",
    "1|2|3|4|4(a)|4(b)|4(b)(i)|4(b)(ii)|4(c)|5|6|annex:A/1/2|annex:A/1/L.1 and Add.1",
)
NOTE = make_document(
    "A/80/66",
    "intro:1|1|2|4|131|131.1|131.2|131.3|132|Summary:1|annex I intro:1|annex I:1|annex I:1(a)"
    "|annex I:2|annex II:Alpha|annex II:Beta|annex II:Gamma|annex II:Delta|annex II:Epsilon",
)


def found(text: str, *documents: Document, document: str | None = None) -> list[str]:
    catalogue = Catalogue(documents or [REPORT])
    return [x.unit.label for x in resolve(parse_reference(text), catalogue, document)]


def message(text: str, *documents: Document, document: str | None = None) -> str:
    with pytest.raises(UnknownReferenceError) as error:
        found(text, *documents, document=document)
    return str(error.value)


def test_a_label_gives_its_unit_alone() -> None:
    assert found("para. 4") == ["4"]
    assert found("4 (b) (ii)") == ["4(b)(ii)"]


def test_a_list_keeps_its_order_and_repeats_nothing() -> None:
    assert found("5, 2 and 4 (a); paras. 1–2") == ["5", "2", "4(a)", "1"]


def test_a_range_gives_its_own_level_only() -> None:
    assert found("3-5") == ["3", "4", "5"]
    assert found("4 (a)–(c)") == ["4(a)", "4(b)", "4(c)"]


def test_a_range_of_dotted_numbers_leaves_out_what_stands_inside_another() -> None:
    # 131.1 to 131.3 stand in 131, which the first range holds; 3 is not in the document.
    assert found("131-132", NOTE) == ["131", "132"]
    assert found("131.1-131.3", NOTE) == ["131.1", "131.2", "131.3"]
    assert found("1-4", NOTE) == ["1", "2", "4"]


def test_a_whole_annex_gives_its_outermost_units_in_order() -> None:
    assert found("the annex") == ["annex:A/1/2", "annex:A/1/L.1 and Add.1"]
    assert found("annex I", NOTE) == ["annex I intro:1", "annex I:1", "annex I:2"]
    assert found("l'annexe I", NOTE) == ["annex I intro:1", "annex I:1", "annex I:2"]


def test_case_and_white_space_of_labels_do_not_matter() -> None:
    assert found("annex, a/1/l.1  AND add.1") == ["annex:A/1/L.1 and Add.1"]
    assert found("summary:1", NOTE) == ["Summary:1"]


def test_labels_that_differ_in_case_are_told_apart() -> None:
    twins = make_document("T/1", "annex:Ab|annex:aB")
    assert found("annex, aB", twins) == ["annex:aB"]
    assert message("annex, AB", twins).startswith("No annex, AB in T/1;")


def test_a_symbol_or_the_document_chooses_between_documents() -> None:
    assert found("A/80/66, para. 1", REPORT, NOTE) == ["1"]
    located = resolve(parse_reference("1"), Catalogue([REPORT, NOTE]), "a/80/66")
    assert [x.document for x in located] == ["A/80/66"]


def test_without_a_symbol_the_only_document_that_has_it_is_meant() -> None:
    located = resolve(parse_reference("3"), Catalogue([REPORT, NOTE]))
    assert [(x.document, x.unit.label) for x in located] == [("CTOC/COP/1", "3")]


def test_several_documents_that_have_it_are_named() -> None:
    assert message("1", REPORT, NOTE) == (
        "2 documents have para. 1: CTOC/COP/1 and A/80/66. Add the symbol: CTOC/COP/1, para. 1"
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("140", "No para. 140 in CTOC/COP/1; it has paras. 1–6 and an annex with 2 entries."),
        ("4 (z)", "No para. 4 (z) in CTOC/COP/1; para. 4 has (a)–(c)."),
        ("4.2", "No para. 4.2 in CTOC/COP/1; para. 4 has (a)–(c)."),
        ("5.2", "No para. 5.2 in CTOC/COP/1; it has paras. 1–6 and an annex with 2 entries."),
        ("4 (b) (ix)", "No para. 4 (b) (ix) in CTOC/COP/1; para. 4 (b) has (i) and (ii)."),
        ("5 (a)", "No para. 5 (a) in CTOC/COP/1; para. 5 has no sub-paragraphs."),
        ("4 (a) (i)", "No para. 4 (a) (i) in CTOC/COP/1; para. 4 (a) has no sub-paragraphs."),
        (
            "5-9",
            "No paras. 5–9 in CTOC/COP/1: no para. 9; "
            "it has paras. 1–6 and an annex with 2 entries.",
        ),
        ("4 (b)–(f)", "No para. 4 (b)–(f) in CTOC/COP/1: no para. 4 (f); para. 4 has (a)–(c)."),
        ("annex I", "No annex I in CTOC/COP/1; it has paras. 1–6 and an annex with 2 entries."),
        (
            "annex, A/9",
            "No annex, A/9 in CTOC/COP/1; annex has 2 entries: A/1/2 and A/1/L.1 and Add.1.",
        ),
        (
            "Foreword:1",
            "No “Foreword”, para. 1 in CTOC/COP/1; it has paras. 1–6 and an annex with 2 entries.",
        ),
    ],
)
def test_what_does_not_exist_is_told_with_what_does(text: str, says: str) -> None:
    assert message(text) == says


def test_an_annex_tells_its_own_paragraphs_and_rows() -> None:
    assert message("annex I, para. 9", NOTE) == (
        "No annex I, para. 9 in A/80/66; annex I has paras. 1 and 2."
    )
    assert message("annex II, Zeta", NOTE) == (
        "No annex II, Zeta in A/80/66; annex II has 5 entries: Alpha, Beta, Gamma and 2 more."
    )


def test_everything_that_can_be_cited_is_listed() -> None:
    assert message("9", NOTE) == (
        "No para. 9 in A/80/66; it has introductory text, para. 1; "
        "paras. 1, 2, 4, 131, 131.1–131.3 and 132; annex I with paras. 1 and 2; "
        "annex II with 5 entries; text under “Summary”."
    )


def test_many_gaps_are_not_listed() -> None:
    even = make_document("E/1", "|".join(str(n) for n in range(2, 101, 2)))
    assert (
        message("3", even) == "No para. 3 in E/1; it has 50 paragraphs from para. 2 to para. 100."
    )


def test_a_document_that_numbers_with_dots_alone_tells_how_far_it_goes() -> None:
    labels = "|".join(f"{part}.{n}" for part in range(1, 9) for n in range(1, 20, 2))
    rules = make_document("R/1", labels)
    assert message("140", rules) == (
        "No para. 140 in R/1; it has 80 paragraphs from para. 1.1 to para. 8.19."
    )


def test_several_documents_without_it_tell_what_they_have() -> None:
    other = make_document("B/1", "1|2")
    assert message("9", REPORT, other) == (
        "None of the 2 documents has para. 9: "
        "CTOC/COP/1 has paras. 1–6 and an annex with 2 entries; B/1 has paras. 1 and 2."
    )


def test_the_one_document_that_comes_near_tells_what_it_has() -> None:
    other = make_document("B/1", "1|2")
    assert message("4 (z)", REPORT, other) == "No para. 4 (z) in CTOC/COP/1; para. 4 has (a)–(c)."


def test_a_reference_may_not_leave_the_document_it_is_restricted_to() -> None:
    assert message("A/80/66, para. 1", REPORT, NOTE, document="CTOC/COP/1") == (
        "'A/80/66, para. 1' is not in CTOC/COP/1, to which the search is restricted. "
        "Search in A/80/66, or without restriction."
    )


def test_an_unknown_symbol_is_an_unknown_document() -> None:
    with pytest.raises(UnknownDocumentError, match=r"No document 'X/1' .* It holds: CTOC/COP/1\."):
        found("X/1, para. 5")


def test_an_empty_library_says_how_to_fill_it() -> None:
    with pytest.raises(UnknownReferenceError, match="pincite index FILE"):
        resolve(parse_reference("1"), Catalogue([]))


def test_a_range_that_runs_backwards_is_refused() -> None:
    (reference,) = find_references("what do paras. 5-3 say?")
    with pytest.raises(UnknownReferenceError) as error:
        resolve(reference, Catalogue([REPORT]))
    assert str(error.value) == (
        "The range paras. 5–3 runs backwards in CTOC/COP/1. "
        "Name first what stands first, or each paragraph by itself."
    )


def test_a_range_over_different_levels_is_refused() -> None:
    (reference,) = find_references("what do paras. 3-4 (b) say?")
    with pytest.raises(UnknownReferenceError, match=r"paras\. 3–4 \(b\) .* not at one level"):
        resolve(reference, Catalogue([REPORT]))
