from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from corpus.catalogue import Catalogue
from corpus.documents import shipped_report
from corpus.errors import ReferenceSyntaxError, UnknownReferenceError
from corpus.types import Document
from ui.lookup import find_typed
from ui.reading import as_data
from ui.reading_view import HeadingBlock, Reading, UnitBlock, read_document
from ui.runs import Run

if TYPE_CHECKING:
    from tests.ui.conftest import AnswerMaker

SYMBOL = "A/TEST/1"

MakeDocument = Callable[..., Document]


def units_of(reading: Reading) -> dict[str, UnitBlock]:
    return {block.label: block for block in reading.blocks if isinstance(block, UnitBlock)}


def test_headings_and_units_come_in_reading_order(make_document: MakeDocument) -> None:
    reading = read_document(make_document())
    assert [b.text if isinstance(b, HeadingBlock) else b.label for b in reading.blocks] == [
        "I. Opening",
        *("1", "2", "2(a)", "2(b)", "2(b)(i)", "2(b)(ii)"),
        "II. Water supply",
        "3",
    ]
    assert [b.depth for b in units_of(reading).values()] == [0, 0, 1, 1, 2, 2, 0]
    assert (reading.document, reading.title) == (SYMBOL, "A Test of Things")


def test_a_first_heading_that_is_the_title_is_left_out() -> None:
    report = shipped_report()
    assert report.headings[0].text == report.metadata.title
    assert read_document(report).blocks[0] == HeadingBlock(1, "I. Introduction", 1)


def test_all_of_the_report_is_there_to_be_read() -> None:
    report = shipped_report()
    shown = units_of(read_document(report))
    assert [shown[u.label].place for u in report.units] == list(range(len(report.units)))
    for unit in report.units:
        assert "".join(run.text for run in shown[unit.label].runs) == unit.text


def test_rows_know_their_first_cell_and_the_first_its_columns() -> None:
    rows = [b for b in units_of(read_document(shipped_report())).values() if b.kind == "row"]
    assert rows[0].columns == "Document number Agenda item Title or description"
    assert {row.columns for row in rows[1:]} == {""}
    assert rows[0].runs[0].text[: rows[0].cell] == "CTOC/COP/WG.4/2011/1"


def test_a_page_is_told_where_it_begins(make_document: MakeDocument) -> None:
    made = make_document()
    pages = [1, 1, 1, 2, 2, None, 3]
    units = tuple(replace(u, page=page) for u, page in zip(made.units, pages, strict=True))
    shown = units_of(read_document(replace(made, units=units)))
    assert [b.page for b in shown.values()] == [1, None, None, 2, None, None, 3]


def test_citations_and_hits_of_the_chat_are_marked(
    make_document: MakeDocument, make: AnswerMaker
) -> None:
    first = make.answer(make.citation("1", "It is short."), question="Is it short?")
    second = make.answer(
        make.citation("1", "Alpha"), make.citation("3", "Gamma"), question="Who ends?"
    )
    shown = units_of(read_document(make_document(), [first, second, second]))
    assert shown["1"].runs == (
        Run("Alpha", True),
        Run(" opens. ", False),
        Run("It is short.", True),
    )
    assert shown["1"].cited_for == ("Is it short?", "Who ends?")
    assert shown["2"].cited_for == ()
    # Every unit is a hit of the newest answer, in reading order.
    assert [b.rank for b in shown.values()] == [1, 2, 3, 4, 5, 6, 7]


def test_an_answer_over_another_document_marks_nothing(
    make_document: MakeDocument, make: AnswerMaker
) -> None:
    answer = make.answer(make.citation("1", "Alpha"))
    shown = units_of(read_document(make_document("A/TEST/2"), [answer]))
    assert all(not b.cited_for and not b.rank for b in shown.values())


def test_words_that_have_changed_since_are_not_marked(
    make_document: MakeDocument, make: AnswerMaker
) -> None:
    made = make_document()
    changed = replace(made, units=(replace(made.units[0], text="Other."), *made.units[1:]))
    shown = units_of(read_document(changed, [make.answer(make.citation("1", "Alpha"))]))
    assert shown["1"].runs == (Run("Other.", False),)
    assert (shown["1"].cited_for, shown["1"].rank, shown["2"].rank) == ((), 0, 2)


@pytest.mark.parametrize(("language", "from_right"), [("ar", True), ("en", False), ("", False)])
def test_the_language_tells_the_direction(
    make_document: MakeDocument, language: str, from_right: bool
) -> None:
    made = make_document()
    document = replace(made, metadata=replace(made.metadata, language=language))
    reading = read_document(document)
    assert reading.from_right == from_right
    assert as_data(reading)["direction"] == ("rtl" if from_right else "ltr")


def test_what_is_sent_shows_hostile_text_as_text_and_copies_it_as_it_is(
    make_document: MakeDocument,
) -> None:
    made = make_document()
    words = "<b>x</b>\u202eevil\x07"
    document = replace(made, units=(replace(made.units[0], text=words), *made.units[1:]))
    [_, sent, other, *_] = json.loads(json.dumps(as_data(read_document(document))["blocks"]))
    assert sent["runs"] == [["<b>x</b>[U+202E]evil\ufffd", False]]
    assert sent["raw"] == words
    assert "raw" not in other


def test_a_typed_reference_is_found() -> None:
    report = Catalogue([shipped_report()])
    [symbol] = [document.symbol for document in report.documents]
    for typed in ("51 (j)", "51(j)", "para. 51 (j)", f"{symbol}, para. 51 (j)"):
        assert find_typed(report, symbol, typed).unit.label == "51(j)"
    assert find_typed(report, symbol, "paras. 6–13").unit.label == "6"
    with pytest.raises(UnknownReferenceError, match="No para. 140"):
        find_typed(report, symbol, "140")
    with pytest.raises(ReferenceSyntaxError, match="Cannot read"):
        find_typed(report, symbol, "the nice one")
