"""Small documents made by hand, one trap each; what comes out is worked out by reading them."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.readers import source_from_text
from corpus.structure.parse import parse
from corpus.structure.wrapping import join_lines
from corpus.types import Parse


def read(text: str) -> Parse:
    return parse(source_from_text(textwrap.dedent(text)))


def labels(reading: Parse) -> list[str]:
    return [unit.label for unit in reading.units]


def words(reading: Parse, label: str) -> str:
    return next(unit.text for unit in reading.units if unit.label == label)


def test_numbering_that_restarts_in_annexes_is_labelled_with_the_annex() -> None:
    reading = read("""\
        Report of the Committee

        I. Opening

        1. The session was opened by the Chair.

        2. The Committee took note of the report.

        Annex I

        Terms of reference

        1. The Committee shall meet twice a year.

        2. It shall report to the Assembly:

        (a) On its work;

        (b) On its finances.

        Annex II

        List of speakers

        1. The following spoke.
        """)
    assert labels(reading) == [
        "1", "2", "annex I:1", "annex I:2", "annex I:2(a)", "annex I:2(b)", "annex II:1",
    ]  # fmt: skip
    assert reading.title == "Report of the Committee"
    assert reading.units[2].heading_path == ("Annex I", "Terms of reference")
    assert reading.problems == ()


def test_dotted_numbers_stay_as_printed_and_stand_in_their_paragraph() -> None:
    reading = read("""\
        II. Conclusions and/or recommendations

        130. The recommendations below enjoy the support of the State.

        131. The following recommendations will be examined:

        131.1. Ratify the Convention (Norway);

        131.2. Adopt a national plan
        against torture (Austria);

        131.3 Continue its efforts (Chile).

        132. All conclusions reflect the position of the submitting States.
        """)
    assert labels(reading) == ["130", "131", "131.1", "131.2", "131.3", "132"]
    assert words(reading, "131.2") == "Adopt a national plan against torture (Austria);"
    assert reading.units[3].parent == "131"
    assert reading.units[3].lead_in == "131. The following recommendations will be examined:"
    # An excerpt: its numbering does not begin at 1, which a person should know.
    assert [(p.kind, p.label) for p in reading.problems] == [("start", "130")]


def test_headings_with_single_numbers_stand_over_dotted_paragraphs() -> None:
    reading = read("""\
        1. Scope

        1.1 This part applies to every person in business.

        1.2 It does not apply to banks.

        2. Duties

        2.1 A person must keep records:

        a. of clients;

        b. of payments, that is:

        i. cash; and

        ii. transfers.

        2.2 Records must be kept for five years.
        """)
    assert labels(reading) == [
        "1.1", "1.2", "2.1", "2.1(a)", "2.1(b)", "2.1(b)(i)", "2.1(b)(ii)", "2.2",
    ]  # fmt: skip
    assert [h.text for h in reading.headings] == ["1. Scope", "2. Duties"]
    assert reading.units[5].lead_in == "2.1 A person must keep records: b. of payments, that is:"


def test_lettered_and_roman_levels_without_brackets() -> None:
    reading = read("""\
        1. The Group adopted the following:

           a. A plan, comprising:
              i. a budget;
              ii. a calendar;
           b. A report.

        2. The Group closed.
        """)
    assert labels(reading) == ["1", "1(a)", "1(a)(i)", "1(a)(ii)", "1(b)", "2"]


def test_a_list_inside_a_sentence_is_part_of_the_sentence() -> None:
    reading = read("""\
        1. The Group considered (a) costs; (b) benefits; and (c) risks, in line with paragraph
        2. of the earlier decision and rule
        3. of the rules of procedure, which it recalled in full at its meeting.

        2. It also considered (i) people and
        (ii) places, as well as the matters that had been put before it on
        12. March, and it agreed.

        3. It rose.
        """)
    assert labels(reading) == ["1", "2", "3"]
    assert words(reading, "2").startswith("It also considered (i) people and (ii) places")


def test_text_before_the_first_paragraph_can_be_cited() -> None:
    reading = read("""\
        Decision on the budget

        The Executive Board met on 3 May 2019 and, having considered the proposals of its
        members, decided as set out below.

        It recalled its earlier decision.

        1. The budget is approved.

        2. The Secretary shall carry it out.
        """)
    assert labels(reading) == ["intro:1", "intro:2", "1", "2"]


def test_a_document_without_numbers_is_counted_in_reading_order() -> None:
    reading = read("""\
        The history of the lake

        The lake was formed ten thousand years ago by the retreat of the ice.

        Fishing

        Fishing began soon after. It still goes on.

        Boats are small.
        """)
    assert labels(reading) == ["p:1", "p:2", "p:3"]
    assert reading.title == "The history of the lake"
    assert reading.units[1].heading_path == ("Fishing",)


def test_i_is_a_roman_number_where_one_opens_and_a_letter_where_h_goes_before() -> None:
    reading = read("""\
        1. The list is:

        (a) one;

        (b) two:

        (i) first;

        (ii) second;

        (c) three.

        2. Next:

        (g) seven;

        (h) eight;

        (i) nine.
        """)
    assert labels(reading) == [
        "1", "1(a)", "1(b)", "1(b)(i)", "1(b)(ii)", "1(c)", "2", "2(g)", "2(h)", "2(i)",
    ]  # fmt: skip
    assert [(p.kind, p.label) for p in reading.problems] == [("gap", "2(g)")]


def test_a_letter_i_that_opens_roman_numbers_is_both() -> None:
    reading = read("""\
        1. The list is:

        (g) seven;

        (h) eight;

        (i) nine, in these ways:

        (i) first;

        (ii) second;

        (j) ten.
        """)
    assert labels(reading)[-5:] == ["1(h)", "1(i)", "1(i)(i)", "1(i)(ii)", "1(j)"]
    letter = next(d for d in reading.decisions if d.reading == "item 1(i)")
    assert letter.reason == "continues the list"
    assert "item: opens a list" in letter.alternatives


def test_gaps_and_repeats_are_reported_and_keep_labels_apart() -> None:
    reading = read("""\
        1. One thing was said.

        2. Two things were said.

        4. Four things were said.

        5. Five things were said.

        5. Five again was said.

        6. Six things were said.
        """)
    assert labels(reading) == ["1", "2", "4", "5", "5#2", "6"]
    assert [(p.kind, p.label) for p in reading.problems] == [("gap", "4"), ("duplicate", "5#2")]


def test_a_numbered_heading_is_told_from_a_paragraph_by_sequence() -> None:
    # "2." is the next paragraph number and the next heading number at once.
    reading = read("""\
        A. Part

        1. First subject

        1. The Group met in the morning.

        2. Second subject

        2. The Group met in the evening.
        """)
    assert labels(reading) == ["1", "2"]
    assert [h.text for h in reading.headings] == [
        "A. Part",
        "1. First subject",
        "2. Second subject",
    ]


def test_page_furniture_is_taken_out_of_the_middle_of_a_paragraph() -> None:
    reading = read(
        "A/80/66\n\n1. The Committee met in New York and discussed\nthe report on its work and\n"
        "\f\n2/27\nA/80/66\n\nthe follow-up to it, including its costs.\n\n2. It agreed.\n"
        "\f\nA/80/66\n3/27\n\n3. It closed.\n"
    )
    assert labels(reading) == ["1", "2", "3"]
    assert words(reading, "1") == (
        "The Committee met in New York and discussed the report on its work and the follow-up to"
        " it, including its costs."
    )
    assert [u.page for u in reading.units] == [1, 2, 3]
    assert sorted(f.text for f in reading.furniture) == ["2/27", "3/27"] + 3 * ["A/80/66"]
    assert reading.coverage == 1.0


def test_contents_with_leaders_are_not_read_as_headings() -> None:
    reading = read("""\
        Contents

        I. Opening ........................ 1
        II. Closing ....................... 2

        I. Opening

        1. It was opened.

        II. Closing

        2. It was closed.
        """)
    assert [h.text for h in reading.headings] == ["I. Opening", "II. Closing"]
    assert {f.kind for f in reading.furniture} == {"contents"}


def test_bis_numbers_stand_between() -> None:
    reading = read("""\
        1. A first thing.

        1 bis. An inserted thing.

        2. A second thing.
        """)
    assert labels(reading) == ["1", "1bis", "2"]
    assert reading.problems == ()


def test_a_second_series_under_a_heading_is_labelled_with_it_and_the_first_goes_on() -> None:
    reading = read("""\
        1. The Board met.

        2. The Board recommends the following draft decision.

        Draft decision

        1. Takes note of the report.

        2. Requests the Secretary to act.

        II. Closing

        3. The Board rose.

        4. It will meet again.
        """)
    assert labels(reading) == ["1", "2", "Draft decision:1", "Draft decision:2", "3", "4"]


def _numbered(first: int, last: int, words: str) -> str:
    return "".join(f"{n}. {words}\n\n" for n in range(first, last + 1))


def test_a_numbered_list_in_a_paragraph_is_its_items_however_long() -> None:
    reading = read(
        "1. The Group met.\n\n2. The following recommendations enjoy its support:\n\n"
        + _numbered(1, 60, "Ratify the Convention (Norway);")
        + "3. The following will be examined:\n\n"
        + _numbered(1, 3, "Withdraw the reservation (Chile);")
        + "4. The Group rose after that.\n"
    )
    items = [f"2({n})" for n in range(1, 61)]
    assert labels(reading) == ["1", "2", *items, "3", "3(1)", "3(2)", "3(3)", "4"]
    assert reading.problems == ()


def test_paragraphs_that_the_end_of_a_page_cuts_stay_paragraphs() -> None:
    """Many of them once made a list of all paragraphs the likelier reading."""
    whole = "The delegation thanked all those who had taken part in the dialogue for it."
    cut = " ".join(["The delegation welcomed what had been done for the rights of all"] * 3)
    paragraphs = "".join(
        f"{n}. {whole}\n\n" if n % 2 else f"{n}. {cut}\n\fof those who live there.\n\n"
        for n in range(2, 40)
    )
    reading = read(
        "1. The Group met. It did so\n\nin Geneva.\n\n"
        + paragraphs
        + "40. The recommendations are listed below:\n\n"
        + _numbered(1, 9, "Ratify the Convention (Norway);")
        + "41. It rose.\n"
    )
    items = [f"40({n})" for n in range(1, 10)]
    assert labels(reading) == [*map(str, range(1, 41)), *items, "41"]


def test_a_heading_that_only_repeats_lends_no_name() -> None:
    decisions = ("Decisions", "2025/8 Annual report", "2025/9 Audit", "2025/10 Ethics")
    words = "Takes note of the report that was made to it."
    reading = read(
        "".join(f"{name}\n\nThe Board\n\n{_numbered(1, 5, words)}" for name in decisions)
    )
    # Where the words come for the first time they name what stands under them.
    names = ("The Board", *decisions[2:])
    named = [f"{name}:{n}" for name in names for n in range(1, 6)]
    assert labels(reading) == ["1", "2", "3", "4", "5", *named]
    assert reading.units[-1].heading_path[-1] == "The Board"
    assert reading.problems == ()


def test_labels_leave_out_what_ends_the_name_of_a_row() -> None:
    reading = read(
        "1. Things are listed below.\n\nAnnex\n\nPeople\n\n"
        "Task\tPlace\nMeetings of:\tRome\nReports for:\tOslo\nTalks,\tBonn\n"
    )
    assert labels(reading) == ["1", "annex:Meetings of", "annex:Reports for", "annex:Talks"]


def test_a_tabbed_table_gives_rows_named_by_their_first_cell() -> None:
    reading = read(
        "1. Things are listed below.\n\nAnnex\n\nPeople\n\n"
        "Name\tPlace\nAnna\tRome\nBert\tOslo\nCarl\tBonn\n"
    )
    assert labels(reading) == ["1", "annex:Anna", "annex:Bert", "annex:Carl"]
    row = reading.units[1]
    assert (row.kind, row.text, row.lead_in) == ("row", "Anna Rome", "Name Place")
    assert row.heading_path == ("Annex", "People")


def test_a_wrapped_table_is_told_by_the_names_of_its_rows() -> None:
    reading = read("""\
        1. Things are listed in the annex to the present note, as they stood.

        Annex
         Papers before the Board

        Symbol Item Title

        ID/B/1 1 (b) Agenda of the meeting and
        its annotations
        ID/B/2 2 Report on the

        work of the year
        ID/B/L.3
        and Add.1

        4 Draft report
        """)
    assert labels(reading) == ["1", "annex:ID/B/1", "annex:ID/B/2", "annex:ID/B/L.3 and Add.1"]
    assert words(reading, "annex:ID/B/2") == "ID/B/2 2 Report on the work of the year"
    assert words(reading, "annex:ID/B/L.3 and Add.1") == "ID/B/L.3 and Add.1 4 Draft report"
    assert reading.units[1].heading_path == ("Annex", "Papers before the Board")


def test_markers_and_footnote_numbers_set_off_by_tabs_make_no_table() -> None:
    reading = read(
        "86. The following will be examined:\n\n86.1.\tRatify the Protocol (Peru);\n"
        "86.2.\tSpeed it up (Chad);\n6\tAs read in the debate: “Ratify”.\n"
        "7\tAs read in the debate: “Speed up”.\n86.3.\tReport on it (Mali).\n"
    )
    assert labels(reading) == ["86", "86.1", "86.2", "86.3"]


def test_two_tables_do_not_swallow_the_paragraphs_between_them() -> None:
    reading = read(
        "1. First.\n\nItem\tCost\nPens\t3\nInk\t4\n\n2. Second.\n\n"
        "Item\tCost\nPaper\t5\nGlue\t6\n\n3. Third.\n"
    )
    assert [u.label for u in reading.units if u.kind == "paragraph"] == ["1", "2", "3"]
    assert [u.text for u in reading.units if u.kind == "row"] == [
        "Pens 3", "Ink 4", "Paper 5", "Glue 6",
    ]  # fmt: skip


def test_items_without_full_stops_under_an_unfinished_sentence() -> None:
    reading = read("""\
        1. The budget covers

        (a) Apples

        (b) Pears

        2. The rest is left
        """)
    assert labels(reading) == ["1", "1(a)", "1(b)", "2"]


def test_text_behind_a_list_is_reported_as_a_decision() -> None:
    reading = read("""\
        1. The parties shall:

        (a) act;

        (b) report;

        and they shall do so in good faith.

        2. The rest is as before.
        """)
    assert words(reading, "1(b)") == "report; and they shall do so in good faith."
    assert any(d.reading == "more of 1(b)" and d.marker == "" for d in reading.decisions)


def test_section_signs_mark_paragraphs() -> None:
    assert labels(read("§ 1. The court has jurisdiction.\n\n§ 2. The claim fails.\n")) == ["1", "2"]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["a need for a", "multi-stakeholder plan"], "a need for a multi-stakeholder plan"),
        # The hyphen stays unless the document has the word in one piece.
        (["a multi-", "stakeholder plan"], "a multi-stakeholder plan"),
        (["the infor-", "mation given"], "the information given"),
        (["the infor\u00ad", "mation given"], "the information given"),
    ],
)
def test_wrapped_lines_are_joined_to_running_text(lines: list[str], joined: str) -> None:
    assert join_lines(lines, frozenset({"information"})) == joined


PIECES = st.sampled_from(
    [
        "1. The Group met.", "2. It agreed:", "3. It rose.", "(a) one;", "(b) two;", "(i) first;",
        "(ii) second.", "I. Opening", "A. Part", "1. Heading", "Annex I", "words that run on",
        "A sentence stands here.", "ID/B/1 1 Agenda", "ID/B/2 2 Report", "ID/B/3 3 Draft", "12",
        "x\ty", "A/80/66", "....... 3", "\f", "", "", "___", "131.12 Ratify it.", "- (iii) third",
    ]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=24))
def test_whatever_the_order_every_character_has_one_place_and_offsets_hold(
    pieces: list[str],
) -> None:
    reading = read("\n".join(pieces))
    assert reading.coverage == 1.0
    assert len(set(labels(reading))) == len(reading.units)
    ends = [0]
    for unit in reading.units:
        assert reading.text[unit.start : unit.end] == unit.text
        assert unit.start >= ends[-1]
        ends.append(unit.end)
    known = set(labels(reading))
    assert all(unit.parent in known for unit in reading.units if unit.parent)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    reading = parse(source_from_text(text))
    assert 0.0 <= reading.coverage <= 1.0
    assert all(reading.text[u.start : u.end] == u.text for u in reading.units)
