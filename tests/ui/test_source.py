from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.catalogue import Catalogue
from corpus.documents import shipped_report
from corpus.errors import UnknownReferenceError
from corpus.readers.pdf_view import Words
from corpus.types import Problem
from ui.language import speaking
from ui.runs import Run, cut_runs
from ui.source import LinkView, SourceView, cautions_of, view_source, words_to_box

if TYPE_CHECKING:
    from tests.ui.conftest import AnswerMaker

SYMBOL = "A/TEST/1"


def shape(view: SourceView) -> list[tuple[str, str, int]]:
    return [(unit.label, unit.role, unit.depth) for unit in view.units]


def marked(view: SourceView) -> list[tuple[str, str]]:
    return [(unit.label, run.text) for unit in view.units for run in unit.runs if run.marked]


def test_a_text_is_cut_at_the_marked_words() -> None:
    # "It rains." with 3:8 marked
    assert cut_runs("It rains.", [(3, 8)]) == (
        Run("It ", False),
        Run("rains", True),
        Run(".", False),
    )


def test_a_text_without_marks_is_one_run() -> None:
    assert cut_runs("It rains.", []) == (Run("It rains.", False),)


def test_a_text_marked_whole_is_one_run() -> None:
    assert cut_runs("Rain", [(0, 4)]) == (Run("Rain", True),)


def test_marks_that_overlap_or_touch_become_one() -> None:
    # 0:3 and 2:4 overlap, 4:5 touches: together 0:5; 6:7 stands apart
    assert cut_runs("abcdefgh", [(6, 7), (2, 4), (0, 3), (4, 5)]) == (
        Run("abcde", True),
        Run("f", False),
        Run("g", True),
        Run("h", False),
    )


@pytest.mark.parametrize("span", [(-1, 2), (2, 2), (3, 2), (1, 5)])
def test_marks_outside_the_text_are_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="outside a text of 4 characters"):
        cut_runs("Rain", [span])


@given(st.text(min_size=1, max_size=30), st.data())
def test_the_runs_are_the_text(text: str, data: st.DataObject) -> None:
    place = st.integers(0, len(text) - 1)
    spans = [
        (start, data.draw(st.integers(start + 1, len(text))))
        for start in data.draw(st.lists(place, max_size=4))
    ]
    runs = cut_runs(text, spans)
    assert "".join(run.text for run in runs) == text
    marks = [run.marked for run in runs for _ in run.text]
    assert marks == [any(start <= at < end for start, end in spans) for at in range(len(text))]


def test_a_deep_unit_stands_under_its_lead_ins_between_its_neighbours(catalogue: Catalogue) -> None:
    view = view_source(catalogue, SYMBOL, "2(b)(ii)")
    assert shape(view) == [
        ("2", "lead-in", 0),
        ("2(b)", "lead-in", 1),
        ("2(b)(i)", "neighbour", 2),
        ("2(b)(ii)", "own", 2),
        ("3", "neighbour", 0),  # nothing follows (ii), nothing follows (b), 3 follows 2
    ]
    assert (view.before, view.parent, view.after) == ("2(b)(i)", "2(b)", "3")


def test_the_first_of_a_list_has_the_unit_before_its_parent_as_neighbour(
    catalogue: Catalogue,
) -> None:
    view = view_source(catalogue, SYMBOL, "2(b)(i)")
    assert shape(view) == [
        ("2", "lead-in", 0),
        ("2(a)", "neighbour", 1),
        ("2(b)", "lead-in", 1),
        ("2(b)(i)", "own", 2),
        ("2(b)(ii)", "neighbour", 2),
    ]


def test_a_paragraph_is_shown_with_all_that_stands_in_it(catalogue: Catalogue) -> None:
    view = view_source(catalogue, SYMBOL, "2")
    assert shape(view) == [
        ("1", "neighbour", 0),
        ("2", "own", 0),
        ("2(a)", "part", 1),
        ("2(b)", "part", 1),
        ("2(b)(i)", "part", 2),
        ("2(b)(ii)", "part", 2),
        ("3", "neighbour", 0),
    ]
    assert view.parent is None


def test_a_document_begins_and_ends(catalogue: Catalogue) -> None:
    assert view_source(catalogue, SYMBOL, "1").before is None
    assert view_source(catalogue, SYMBOL, "3").after is None


def test_the_head_says_where_the_unit_stands(catalogue: Catalogue) -> None:
    view = view_source(catalogue, SYMBOL, "2(b)(ii)")
    assert view.reference == "A/TEST/1, para. 2 (b) (ii)"
    assert view.short_reference == "para. 2 (b) (ii)"
    assert view.heading_path == ("I. Opening",)
    assert view.title == "A Test of Things"


def test_the_quoted_words_are_marked_in_the_unit_and_around_it(
    catalogue: Catalogue, make: AnswerMaker
) -> None:
    cited = [make.citation("2(b)(i)", "deep"), make.citation("2(b)(ii)", "deep two")]
    view = view_source(catalogue, SYMBOL, "2(b)(ii)", cited)
    assert marked(view) == [("2(b)(i)", "deep"), ("2(b)(ii)", "deep two")]
    assert view.quote == "deep two"


def test_two_quotes_of_a_unit_are_copied_with_what_is_left_out(
    catalogue: Catalogue, make: AnswerMaker
) -> None:
    cited = [make.citation("1", "It is short."), make.citation("1", "Alpha")]
    view = view_source(catalogue, SYMBOL, "1", cited)
    assert view.quote == "Alpha … It is short."


def test_a_unit_without_quotes_is_copied_whole(catalogue: Catalogue) -> None:
    assert view_source(catalogue, SYMBOL, "1").quote == "Alpha opens. It is short."


def test_words_of_another_document_are_not_marked(
    two_documents: Catalogue, make_over: type[AnswerMaker]
) -> None:
    cited = [make_over(two_documents).citation("1", "Alpha", symbol="A/TEST/2")]
    assert marked(view_source(two_documents, "A/TEST/1", "1", cited)) == []
    assert marked(view_source(two_documents, "A/TEST/2", "1", cited)) == [("1", "Alpha")]


def test_a_unit_that_does_not_exist_is_refused(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownReferenceError, match="'9'"):
        view_source(catalogue, SYMBOL, "9")


def test_references_from_and_to_a_unit_can_be_followed() -> None:
    report = Catalogue([shipped_report()])
    symbol = report.documents[0].symbol
    view = view_source(report, symbol, "77")  # "under this agenda item … paragraphs 14-22 above"
    assert view.refers_to == (LinkView("55(3)", "para. 55 (3)"), LinkView("14", "paras. 14–22"))
    assert view.referred_to_by == ()
    item = view_source(report, symbol, "55(2)")  # paragraph 72 names it too
    assert [link.label for link in item.referred_to_by] == ["66", "67", "72"]
    row = view_source(report, symbol, "65")
    assert row.refers_to == (LinkView("annex:CTOC/COP/WG.4/2011/1", "annex"),)


def test_a_unit_without_references_offers_none(catalogue: Catalogue) -> None:
    view = view_source(catalogue, SYMBOL, "2")
    assert (view.refers_to, view.referred_to_by) == ((), ())


def paged(catalogue: Catalogue, **changes: dict[str, Any]) -> Catalogue:
    """Return the library with some units changed, by label."""
    [document] = catalogue.documents
    units = tuple(replace(u, **changes.get(f"p{u.label}", {})) for u in document.units)
    return Catalogue([replace(document, units=units)])


def test_footnotes_and_cautions_are_shown(catalogue: Catalogue) -> None:
    noted = paged(catalogue, p1={"notes": ("1 See A/80/6.",)})
    [document] = noted.documents
    flag = Problem("language", "", "It is in French.")
    flagged = replace(document, flags=(flag,), superseded_by="A/TEST/1/Rev.1")
    view = view_source(Catalogue([flagged]), SYMBOL, "1")
    assert view.units[0].notes == ("1 See A/80/6.",)
    assert view.cautions == (
        "Superseded by A/TEST/1/Rev.1.",
        "Cite with care: It is in French.",
    )
    assert view.language == "en"


def test_cautions_are_told_in_the_readers_language(catalogue: Catalogue) -> None:
    [document] = catalogue.documents
    flags = (
        Problem("ocr", "", "Recognised from a scan by ABBYY."),
        Problem("gap", "", "Numbers are missing before 3, 5, 7, 9, 11 and 2 more."),
    )
    with speaking("fr"):
        assert cautions_of(replace(document, flags=flags)) == (
            "À citer avec prudence\u00a0: "
            "Texte reconnu à partir d’un document numérisé, par ABBYY. "
            "Des numéros manquent avant 3, 5, 7, 9, 11 et à 2 autres endroits.",
        )


def test_the_quoted_words_are_boxed_with_their_marker_before_them(
    catalogue: Catalogue, make: AnswerMaker
) -> None:
    both = paged(catalogue, p1={"page": 4}, p3={"page": 9})
    cited = [make.citation("3", "Gamma"), make.citation("1", "It is short.")]
    # "1. Alpha opens. It is short.": the quote begins at 13 of the text, 16 with "1. ".
    assert words_to_box(both, SYMBOL, "1", cited) == (
        Words(4, "1. Alpha opens. It is short.", 16, 28),
        Words(9, "3. Gamma ends.", 3, 8),
    )


def test_a_unit_without_quotes_is_boxed_whole(catalogue: Catalogue) -> None:
    here = paged(catalogue, p1={"page": 4})
    assert words_to_box(here, SYMBOL, "1") == (Words(4, "1. Alpha opens. It is short.", 3, 28),)


def test_a_unit_without_page_has_nothing_to_box(catalogue: Catalogue, make: AnswerMaker) -> None:
    assert words_to_box(catalogue, SYMBOL, "1", [make.citation("1", "Alpha")]) == ()


def test_words_of_a_paragraph_that_has_changed_are_not_marked(
    catalogue: Catalogue, make: AnswerMaker
) -> None:
    cited = [make.citation("1", "It is short.")]
    renewed = paged(catalogue, p1={"text": "Alpha.", "page": 4})
    assert marked(view_source(renewed, SYMBOL, "1", cited)) == []
    assert words_to_box(renewed, SYMBOL, "1", cited) == (Words(4, "1. Alpha.", 3, 9),)
