"""The counting of the parse evaluation, on units and gold labels made by hand."""

from __future__ import annotations

import dataclasses

import pytest

from corpus.source import make_source
from corpus.structure.parse import parse
from corpus.types import Heading, Parse, Unit, UnitKind
from eval.parsing import budget, mixed, review, shipped
from eval.parsing.evaluate import draw
from eval.parsing.gold import GoldUnit, Listed
from eval.parsing.likeness import is_alike, likeness, window_likeness
from eval.parsing.results import grids, make_record, memory_by_quarter, missed, pdf_speed
from eval.parsing.series import (
    HEADINGS,
    ROWS,
    Numbered,
    Stretch,
    longest_run,
    numbers_of,
    running_count,
    split_label,
    whole_series,
)
from eval.parsing.types import Count, FileScore, Finding, Measure, SetScore, Spent
from eval.parsing.units import texts_of


def unit(
    label: str,
    text: str = "Words.",
    kind: UnitKind = "paragraph",
    marker: str = "",
    parent: str | None = None,
) -> Unit:
    return Unit(label, kind, marker, text, "", (), None, 0, len(text), parent, 1)


def test_likeness_leaves_white_space_aside() -> None:
    assert likeness("fisc al  year", "fiscal year") == 1.0
    # Of 4 + 4 characters, "abc" is in both: 2 · 3 / 8.
    assert likeness("abcd", "abce") == 0.75
    assert likeness("", "") == 1.0
    assert likeness("", "a") == 0.0


@pytest.mark.parametrize(
    ("least", "expected"),
    # Of 50 characters one differs: 2 · 49 / 100 = 0.98.
    [(0.98, True), (0.981, False)],
)
def test_is_alike_agrees_with_likeness(least: float, expected: bool) -> None:
    ours, theirs = "a" * 49 + "b", "a" * 49 + "c"
    assert likeness(ours, theirs) == 0.98
    assert is_alike(ours, theirs, least) is expected


def test_the_best_stretch_of_a_text_is_what_counts() -> None:
    text = "Ratify the Convention (Chad); Abolish the death penalty (Peru); Free them (Togo);"
    assert window_likeness(text, "Abolish the death penalty (Peru);") == 1.0
    # Typography is no difference.
    assert window_likeness("Adopt a “zero” policy", 'a "zero" policy') == 1.0
    # "Abolishthedethpenalty(Peru);" has 28 characters. The stretch of 28 that begins where it does
    # ends before the semicolon: 12 match in front of the "a" that is missing, 15 behind it.
    alike = window_likeness(text, "Abolish the deth penalty (Peru);")
    assert alike == pytest.approx(2 * (12 + 15) / 56)
    assert window_likeness("Short.", "Another thing altogether") < 0.5


def test_a_label_has_a_series_and_a_number() -> None:
    assert split_label("12.4") == ("12.", 4)
    assert split_label("27.I.3") == ("27.I.", 3)
    assert split_label("29B.7") == ("29B.", 7)
    assert split_label("annex I:5") == ("annex I:", 5)
    assert split_label("7") == ("", 7)
    assert split_label("7bis") == ("", 7)
    assert split_label("7(a)") is None
    assert split_label("annex:1#2") is None


def test_a_whole_series_runs_from_one_without_gap_or_repeat() -> None:
    labels = ["1", "2", "annex:1", "annex:2", "annex:3", "5.1", "5.3", "5.4", "3", "x:1", "x:2"]
    # "5." has a gap, "x:" too few.
    assert whole_series(labels) == {
        "": ("1", "2", "3"),
        "annex:": ("annex:1", "annex:2", "annex:3"),
    }
    assert whole_series(["1", "2", "2bis", "3"]) == {}


def numbers(*series: tuple[str, int, int]) -> list[Numbered]:
    return [Numbered(place, n) for place, first, last in series for n in range(first, last + 1)]


def test_numbers_are_those_of_paragraphs_items_rows_and_headings() -> None:
    text = "Fruit\n\nI. Trees\n\n1. Pick:\n\n(1) pears;\n\n(a) plums.\n\n2. Eat.\n"
    assert numbers_of(parse(make_source(text))) == tuple(numbers(("the main text", 1, 2)))
    units = [
        unit("annex:1", "Members:"),
        unit("annex:1(1)", "Chad", "item", "1.", "annex:1"),
        unit("annex:x", "3. Peru 0.1", "row"),
        unit("annex:4 Togo", "4 Togo", "row"),
        unit("4.2", "Dotted."),
    ]
    placed = [dataclasses.replace(u, start=10 * at) for at, u in enumerate(units)]
    headings = (Heading("2. Staff", 1, 25, 33), Heading("Costs", 1, 41, 46))
    reading = Parse("", "", headings, tuple(placed), (), (), (), 1.0)
    assert numbers_of(reading) == (
        Numbered("annex", 1),
        Numbered("the list in annex:1", 1),
        Numbered(ROWS, 3),
        Numbered(HEADINGS, 2),
    )


def test_the_longest_run_is_that_of_one_series() -> None:
    main, annex = ("the main text", 1, 2), ("annex", 1, 3)
    assert longest_run(numbers(main, annex, ("the main text", 4, 4))) == 3
    assert longest_run(numbers((ROWS, 1, 9), (HEADINGS, 1, 9), main)) == 2
    assert longest_run(numbers(("annex", 2, 3))) == 0
    assert longest_run([]) == 0


def test_a_count_runs_on_over_a_restart() -> None:
    found = numbers(("the main text", 1, 2), ("annex I", 1, 3), ("the main text", 3, 3))
    # Behind main 2 the next number is 3, which is the annex's third paragraph.
    assert running_count(found) == (Stretch("the main text", 1, 2), Stretch("annex I", 3, 3))


def test_a_count_does_not_run_on_in_a_series_with_a_gap() -> None:
    found = numbers(("the main text", 1, 2), ("annex", 1, 1), ("annex", 3, 3))
    assert running_count(found) == (Stretch("the main text", 1, 2),)


def test_a_count_runs_on_in_rows_and_over_rows_among_items() -> None:
    found = numbers(("the main text", 1, 2), (ROWS, 3, 3))
    assert running_count(found) == (Stretch("the main text", 1, 2), Stretch(ROWS, 3, 3))
    found = numbers(("the list in 2", 1, 2), (ROWS, 3, 3), ("the list in 2", 4, 4))
    assert running_count(found)[-1] == Stretch("the list in 2", 4, 4)


def test_a_units_words_come_alone_and_with_all_in_it() -> None:
    units = [
        unit("1", "Members should:"),
        unit("1(a)", "Pay:", "subparagraph", "(a)", "1"),
        unit("1(a)(i)", "in full;", "subparagraph", "(i)", "1(a)"),
        unit("1(b)", "Vote.", "subparagraph", "(b)", "1"),
    ]
    assert texts_of(units) == {
        "1": ("Members should:", "Members should: (a) Pay: (i) in full; (b) Vote."),
        "1(a)": ("Pay:", "Pay: (i) in full;"),
        "1(a)(i)": ("in full;", "in full;"),
        "1(b)": ("Vote.", "Vote."),
    }


def test_budget_labels_are_counted_with_their_words() -> None:
    gold = [
        GoldUnit("12.1", "The budget rose."),
        GoldUnit("12.2", "It covers: (a) rent."),
        GoldUnit("12.3", "Staff is level."),
        GoldUnit("12.4", "Nothing else."),
    ]
    units = [
        unit("12.1", "The budget rose."),
        unit("12.2", "It covers:"),
        unit("12.2(a)", "rent.", "subparagraph", "(a)", "12.2"),
        unit("12.3", "Staff is level. Table 3 Posts by grade"),
    ]
    counts, findings = budget.score_units(units, gold)
    # 12.2 is right with its item, 12.3 has a caption glued to it, 12.4 is not there.
    assert counts["label and text right"] == Count(2, 4)
    assert [(f.kind, f.label) for f in findings] == [
        ("other words", "12.3"),
        ("missing label", "12.4"),
    ]


def test_headings_that_look_like_paragraphs_are_counted_apart() -> None:
    gold = [
        GoldUnit("1", "The Mission ended.", "I. Introduction"),
        GoldUnit("1", "Other revenue", "1. Other revenue"),
    ]
    assert [g.is_heading for g in gold] == [False, True]
    right, _ = budget.score_units([unit("1", "The Mission ended.")], gold)
    assert right["label and text right"] == Count(1, 1)
    assert right["the same, headings too"] == Count(1, 2)
    assert right["headings read as paragraphs"] == Count(0, 1)
    assert right["spurious labels"] == Count(0, 1)
    misread, findings = budget.score_units(
        [unit("1", "The Mission ended."), unit("1#2", "Other  revenue")], gold
    )
    assert misread["headings read as paragraphs"] == Count(1, 1)
    assert misread["spurious labels"] == Count(1, 2)
    assert [f.kind for f in findings] == ["heading as paragraph", "spurious label"]


def test_a_label_that_the_gold_has_not_is_spurious_unless_its_whole_series_is_left_out() -> None:
    gold = [GoldUnit("12.1", "One."), GoldUnit("12.2", "Two.")]
    units = [
        unit("12.1", "One."),
        unit("12.2", "Two."),
        unit("12.3", "Three."),
        *(unit(f"annex:A.{n}") for n in (1, 2, 3)),
        # Two numbers are no series, nor is one that begins in the middle.
        *(unit(f"box:{n}") for n in (1, 2)),
        *(unit(f"2.{n}") for n in (5, 6, 7)),
        # Rows and items have labels of their own kinds.
        unit("table:Rent", kind="row"),
        unit("12.1(1)", kind="item", parent="12.1"),
    ]
    counts, findings = budget.score_units(units, gold)
    assert counts["spurious labels"] == Count(6, 11)
    assert counts["labels of series not in gold"] == Count(3, 11)
    assert [f.label for f in findings if f.kind == "spurious label"] == [
        "12.3", "box:1", "box:2", "2.5", "2.6", "2.7",
    ]  # fmt: skip
    assert findings[-1] == Finding("series not in gold", "annex:A.1 to annex:A.3", "")


def test_a_review_label_may_hold_several_recommendations() -> None:
    gold = [
        GoldUnit("7.1", "Abolish it (Peru);"),
        GoldUnit("7.1", "Free them (Togo);"),
        GoldUnit("7.2", "Ratify it (Chad);"),
        GoldUnit("7.3", "Amend the law (Mali);"),
    ]
    units = [
        unit("7.1", "Abolish it (Peru); Free them (Togo);"),
        unit("7.2", "Something else was said here."),
    ]
    counts, findings = review.score_units(units, gold)
    assert counts == {"label right": Count(3, 4), "label and text right": Count(2, 4)}
    assert [(f.kind, f.label) for f in findings] == [
        ("other words", "7.2"),
        ("missing label", "7.3"),
    ]


def listed(kind: str = "numbered", language: str = "en", run: int = 3) -> Listed:
    return Listed("a.pdf", kind, language, run)


def test_a_run_is_reached_explained_or_missed() -> None:
    main = ("the main text", 1, 3)
    counts, findings = mixed.score_reading(listed(run=3), numbers(main), ())
    assert (counts["numbered: run 1 … N reached"], findings) == (Count(1, 1), ())
    counts, findings = mixed.score_reading(listed(run=5), numbers(main, ("annex", 1, 4)), ())
    assert counts["numbered: run 1 … N reached"] == Count(0, 1)
    assert counts["numbered: reached or explained"] == Count(0, 1)
    assert [f.kind for f in findings] == ["run not reached"]
    # The annex alone reaches 5.
    counts, findings = mixed.score_reading(listed(run=5), numbers(main, ("annex", 1, 5)), ())
    assert counts["numbered: run 1 … N reached"] == Count(1, 1)
    counts, findings = mixed.score_reading(listed(run=5), numbers(main, (ROWS, 4, 5)), ())
    assert counts["numbered: run 1 … N reached"] == Count(0, 1)
    assert counts["numbered: reached or explained"] == Count(1, 1)
    how = "1–3 of 5; counted on: 1–3 in the main text; 4–5 in rows of a table"
    assert findings == (Finding("run explained", "", how),)


def test_unnumbered_files_have_no_run() -> None:
    counts, _ = mixed.score_reading(listed("resolution"), (), ())
    assert not [name for name in counts if name.startswith("numbered")]


def test_what_cannot_be_cited_must_be_flagged_or_refused_and_a_crash_is_neither() -> None:
    refused = Finding("refused", "", "no text layer")
    counts, _ = mixed.score_reading(listed("scan-or-no-text", "?"), (), [refused])
    assert counts["read, or refused with a reason"] == Count(1, 1)
    assert counts["not citable: flagged or refused"] == Count(1, 1)
    counts, _ = mixed.score_reading(listed("other", "ru"), (), ())
    assert counts["not citable: flagged or refused"] == Count(0, 1)
    flag = Finding("flag", "glyphs", "odd")
    counts, _ = mixed.score_reading(listed("other"), (), [flag])
    assert (counts["citable: flagged"], counts["citable: refused"]) == (Count(1, 1), Count(0, 1))
    assert "not citable: flagged or refused" not in counts
    counts, _ = mixed.score_reading(listed("other", "ar"), (), [flag])
    assert counts["not citable: flagged or refused"] == Count(1, 1)
    counts, _ = mixed.score_reading(listed("other", "ru"), (), [Finding("crash", "", "KeyError")])
    assert counts["read, or refused with a reason"] == Count(0, 1)
    assert counts["not citable: flagged or refused"] == Count(0, 1)


def test_renditions_are_compared_label_by_label() -> None:
    ours = [unit("1", "One “word”."), unit("2", "Two."), unit("3", "Three.")]
    theirs = [unit("1", 'One "word".'), unit("2", "Too."), unit("4", "Four.")]
    counts, findings = shipped.compare(ours, theirs)
    # Labels 1 and 2 of 1, 2, 3, 4; of these 1 says the same.
    assert counts == {
        "labels in both renditions": Count(2, 4),
        "the same words under them": Count(1, 2),
    }
    assert [(f.kind, f.label) for f in findings] == [
        ("missing label", "3"),
        ("missing label", "4"),
        ("other words", "2"),
    ]


def test_coverage_is_counted_in_characters_that_are_not_blank() -> None:
    source = make_source("1. One word.\n\n2. Two.\n")
    # "1.Oneword." and "2.Two." have 10 and 6.
    assert shipped.covered(source, parse(source)) == Count(16, 16)


def test_a_sample_is_spread_over_the_files() -> None:
    files = [(name, None) for name in "abcdefg"]
    assert [name for name, _ in draw(files, 3)] == ["a", "c", "e"]
    assert draw(files, None) == draw(files, 9) == files


MEASURES = (Measure("found", at_least=0.9), Measure("wrong", at_most=0.1), Measure("seen"))


def by_hand() -> SetScore:
    return SetScore(
        "budget",
        MEASURES,
        (
            FileScore("a.pdf", {"found": Count(8, 9)}, (), Spent(4, 0.2, 0.1, 0.02)),
            FileScore("b.pdf", {"found": Count(0, 1), "wrong": Count(1, 10)}, (
                Finding("missing label", "7", "Seven"),
            ), Spent(6, 0.2, 0.1, 0.04)),
            FileScore("b.docx", {"found": Count(0, 0)}, (), Spent(0, 9.0, 9.0)),
        ),
    )  # fmt: skip


def test_counts_of_files_add_up_and_are_held_against_their_targets() -> None:
    score = by_hand()
    assert [score.total(measure) for measure in MEASURES] == [
        Count(8, 10),
        Count(1, 10),
        Count(0, 0),
    ]
    # 8 of 10 is too few, 1 of 10 just few enough, and nothing was to be seen.
    assert [m.is_met(score.total(m)) for m in MEASURES] == [False, True, None]
    assert missed([score]) == ["Budget reports: found is 8 of 10"]


def test_speed_is_over_the_pages_of_pdfs() -> None:
    speed = pdf_speed([by_hand()])
    # 0.4 s of reading, 0.2 of parsing and 0.06 of bare extraction over 10 pages.
    assert speed == pytest.approx(
        {"pages": 10, "reading": 0.04, "parsing": 0.02, "both": 0.06, "bare": 0.006,
         "times_bare": 10}
    )  # fmt: skip
    assert pdf_speed([SetScore("report", MEASURES)]) is None


def test_memory_is_the_median_of_each_quarter_of_the_files() -> None:
    held = (60.0, 70.0, 70.0, 72.0, 71.0, 90.0, 71.0, 73.0)
    files = tuple(FileScore(str(m), {}, (), Spent(1, 0.1, 0.1, 0.1, m)) for m in held)
    unread = FileScore("scan.pdf", {})
    score = SetScore("mixed", (), (*files, unread))
    assert memory_by_quarter([score]) == [65, 71, 80.5, 72]
    assert memory_by_quarter([by_hand()]) == []


def test_tables_show_shares_targets_and_speed() -> None:
    counts, speed = grids([by_hand()])
    assert counts.rows == (
        ("found", "8", "10", "80.00 %", "≥ 90 %", "no"),
        ("wrong", "1", "10", "10.00 %", "≤ 10 %", "yes"),
        ("seen", "0", "0", "–", "–", "–"),
    )
    assert speed.rows[2] == ("both (target 30 a second)", "60.00", "16.7")
    assert speed.rows[3] == ("PDFium's bare extraction", "6.00", "166.7")


def test_the_record_holds_each_files_counts_and_findings() -> None:
    record = make_record([by_hand()], None)
    assert record["missed"] == ["Budget reports: found is 8 of 10"]
    sets = record["sets"]
    assert isinstance(sets, dict)
    assert sets["budget"]["files"][1] == {
        "file": "b.pdf",
        "counts": {"found": [0, 1], "wrong": [1, 10]},
        "findings": [{"kind": "missing label", "label": "7", "detail": "Seven"}],
    }
    assert sets["budget"]["measures"][0] == {
        "name": "found", "at_least": 0.9, "at_most": None, "n": 8, "of": 10, "share": 0.8,
        "met": False,
    }  # fmt: skip
