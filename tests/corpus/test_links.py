"""Cross-references: those of the shipped report by hand, and what must never be one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.documents import shipped_report
from corpus.links import Links, display_sources, display_targets, find_links
from corpus.types import Document
from tests.support.small_library import garden

SYMBOL = "CTOC/COP/WG.4/2011"

AGENDA = """\
Report on the meeting

I. Opening

1. The Board adopted the following agenda:

1. Opening:

(a) Election of officers;

(b) Adoption of the agenda.

2. Water.

3. Closing.

II. Water

"""


def numbers(first: int, last: int) -> tuple[str, ...]:
    return tuple(str(n) for n in range(first, last + 1))


def note(*paragraphs: str, behind: str = "", symbol: str = "A/80/1") -> Document:
    """Return a document of numbered paragraphs."""
    body = "\n\n".join(f"{n}. {words}" for n, words in enumerate(paragraphs, start=1))
    return garden(symbol, f"Note by the Secretariat\n\nI. General\n\n{body}\n\n{behind}")


def meeting(*paragraphs: str) -> Document:
    """Return a report that lists its agenda in paragraph 1; the others stand under II."""
    body = "\n\n".join(f"{n}. {words}" for n, words in enumerate(paragraphs, start=2))
    return garden("A/80/2", f"{AGENDA}{body}\n")


def found(document: Document) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(link.source, link.text, link.targets) for link in find_links(document).links]


def lost(document: Document) -> list[tuple[str, str]]:
    return [(one.source, one.text) for one in find_links(document).unresolved]


@pytest.fixture(scope="module")
def report() -> Links:
    return find_links(shipped_report())


# ---- the shipped report, read by hand


def test_the_reports_paragraph_references_are_all_found(report: Links) -> None:
    paragraphs = {one.source: one for one in report.links if one.kind == "paragraph"}
    assert {k: (one.text, one.targets) for k, one in paragraphs.items()} == {
        "72": ("paragraphs 6-13", numbers(6, 13)),
        "77": ("paragraphs 14-22", numbers(14, 22)),
        "85": ("paragraphs 23-29", numbers(23, 29)),
        "86": ("paragraph 51", ("51",)),
        "92": ("paragraphs 30-45", numbers(30, 45)),
        "97": ("paragraphs 46-50", numbers(46, 50)),
    }


def test_the_reports_agenda_items_are_all_found(report: Links) -> None:
    items = [(one.source, one.targets) for one in report.links if one.kind == "agenda item"]
    by_item = {2: (66, 67, 72), 3: (73, 74, 75, 77), 4: (78, 79, 80, 85), 5: (87, 88, 89, 92)}
    by_item[6] = (93, 94, 97)
    assert items == [(str(n), (f"55({k})",)) for k, places in by_item.items() for n in places]


def test_the_reports_documents_and_its_annex_are_all_found(report: Links) -> None:
    rows = {one.source: one.targets for one in report.links if one.kind == "document"}
    by_row = {"67": "2", "74": "3", "79": "4", "88": "5", "94": "6", "98": "L.1 and Add.1-5"}
    assert rows == {source: (f"annex:{SYMBOL}/{row}",) for source, row in by_row.items()}
    (annex,) = [one for one in report.links if one.kind == "annex"]
    assert (annex.source, annex.text, annex.annex) == ("65", "annex", "annex")
    assert annex.targets == tuple(
        f"annex:{SYMBOL}/{row}" for row in (1, 2, 3, 4, 5, 6, 7, "L.1 and Add.1-5")
    )


def test_nothing_else_in_the_report_is_a_reference(report: Links) -> None:
    # 6 to paragraphs, 18 to agenda items, 6 to documents, 1 to the annex; and none is lost:
    # "article 32, paragraph 3, of the … Convention", "paragraph 44 of … resolution 64/293",
    # "decision 4/4" and CTOC/COP/WG.4/2011/INF/1/Rev.2, which no row lists, are not the report's.
    assert len(report.links) == 6 + 18 + 6 + 1
    assert report.unresolved == ()


def test_both_directions(report: Links) -> None:
    assert [one.source for one in report.to("51")] == ["86"]
    assert [one.source for one in report.to("51(j)(iii)")] == ["86"]  # part of paragraph 51
    assert [one.source for one in report.to("9")] == ["72"]  # inside 6-13
    assert [one.source for one in report.to("13")] == ["72"]
    assert report.to("5") == ()
    assert [one.source for one in report.to("55(2)")] == ["66", "67", "72"]
    assert len(report.to("55")) == 18
    assert display_targets(report.of("72")) == "paras. 6–13 and 55 (2)"
    assert display_targets(report.of("65")) == "annex"
    assert display_sources(report.to("55(2)")) == "paras. 66, 67 and 72"
    assert report.of("1") == ()
    assert (report.of("no such unit"), report.to("no such unit")) == ((), ())


def test_the_words_stand_where_it_is_said(report: Links) -> None:
    texts = {unit.label: unit.text for unit in shipped_report().units}
    for one in report.links:
        assert texts[one.source][one.start : one.end] == one.text


# ---- paragraphs


@pytest.mark.parametrize(
    ("words", "text", "targets"),
    [
        ("It is said in paragraphs 1–3 above.", "paragraphs 1–3", ("1", "2", "3")),
        ("It is said elsewhere (see para. 2).", "para. 2", ("2",)),
        ("It is late (see also paras. 1 and 3 above).", "paras. 1 and 3", ("1", "3")),
        ("It is said in paragraph 5 below.", "paragraph 5", ("5",)),
        ("It is said in paragraph 2 of the present report.", "paragraph 2", ("2",)),
        ("It is said in A/80/1, para. 2.", "A/80/1, para. 2", ("2",)),
        ("It follows from the preceding paragraph.", "preceding paragraph", ("3",)),
        # Another text in the same breath does not take away what is said to stand above.
        ("See resolution 64/293, para. 1, and paras. 2 and 3 above.", "paras. 2 and 3", ("2", "3")),
    ],
)
def test_a_paragraph_of_the_document(words: str, text: str, targets: tuple[str, ...]) -> None:
    assert found(note("One.", "Two.", "Three.", words, "Five.")) == [("4", text, targets)]


@pytest.mark.parametrize(
    "words",
    [
        "In accordance with article 6, paragraph 2, of the Protocol, it was done.",
        "It is described in paragraph 2 of General Assembly resolution 64/293.",
        "It recalled paragraph 2 of the report of the Credentials Committee.",
        "It recalled paragraphs 1 to 3 of his report.",
        "It adopted resolution 79/96, in paragraph 2 of which it made a request.",
        "In paragraph 2 of this decision, the Council made a request.",
        "It was noted (A/79/345, para. 2).",
        "It was noted (see A/79/345, paras. 1 and 2, and A/78/7, para. 3).",
        "It was noted (ibid., paras. 1–3).",
        "It was noted (ibid. paras. 1–3).",
        "It was noted (see also resolution 78/253, sect. XV, para. 2).",
        "It was noted in the Vienna Programme, paragraph 2.",
        "It was noted in the Vienna Programme (paragraph 2).",
        "It recalled decision 5/2, paragraph 1; see also paragraph 2.",
        "It is described elsewhere (see paras. 1 and 2 and the annex of the Pact).",
        "The Council met. In paragraph 2, it made a request.",
        "It was noted in chapter IX, paragraphs 1 and 2.",
        "It is described in paragraphs 1-2 and the annex of resolution 2255 (2015).",
        "A review was held (E/2022/3; see para. 2).",
        "The Assembly adopted resolution 79/1. In paragraph 2, it made a request.",
        "The Council adopted decision 5/2 and, as paragraph 3 says, asked for a report.",
        "It said: “This is set out in paragraph 2 above.”",
        "It met for 2 days and 3 nights (rule 1 (a)).",
    ],
)
def test_another_texts_paragraphs_are_neither_linked_nor_missed(words: str) -> None:
    links = find_links(note("One.", "Two.", "Three.", words))
    assert (links.links, links.unresolved) == ((), ())


def test_what_does_not_exist_is_listed_and_not_repaired() -> None:
    document = note(
        "See paragraph 9 below.", "As said in paragraph 3 above.", "See para. 2 (a) above."
    )
    assert found(document) == []
    assert lost(document) == [("1", "paragraph 9"), ("2", "paragraph 3"), ("3", "para. 2 (a)")]
    reasons = [one.reason for one in find_links(document).unresolved]
    assert reasons[0] == "No para. 9 in this document."
    assert reasons[1] == "para. 3 stands below it, not above."
    assert reasons[2].startswith("No para. 2 (a) in A/80/1; para. 2 has no sub-paragraphs")


def test_a_number_means_the_numbering_that_the_unit_stands_in() -> None:
    annex = "Annex\n\n1. First.\n\n2. As said in paragraph 1 above.\n\n3. See paragraph 4 above.\n"
    document = note("One.", "See paragraph 1 above.", "Three.", "Four.", behind=annex)
    assert found(document) == [
        ("2", "paragraph 1", ("1",)),
        ("annex:2", "paragraph 1", ("annex:1",)),
    ]
    assert lost(document) == [("annex:3", "paragraph 4")]  # the body has one; the annex has not


TWO_LISTS = (
    "Annex\n\nA. One\n\n1. First.\n\n2. Second.\n\n"
    "B. Two\n\n1. Third.\n\n2. As paragraph 1 above says.\n"
)


def test_a_list_below_a_heading_has_its_own_numbers() -> None:
    document = note("One.", behind=TWO_LISTS)
    assert found(document) == [("Two:2", "paragraph 1", ("Two:1",))]


def test_a_numbering_that_begins_again_is_another() -> None:
    read = note("See annex below.", behind=TWO_LISTS)
    renamed = {"Two:1": "annex:1#2", "Two:2": "annex:2#2"}  # as a repeat is labelled
    units = tuple(replace(u, label=renamed.get(u.label, u.label)) for u in read.units)
    document = replace(read, units=units)
    assert found(document) == [("annex:2#2", "paragraph 1", ("annex:1#2",))]
    (one,) = find_links(document).unresolved
    assert one.reason == "The numbering of annex begins more than once."


def test_a_lead_in_that_names_another_text_speaks_for_its_parts() -> None:
    lead_in = "In its resolution 79/1, the Assembly:\n\n(a) Said what paragraph 1 says;\n\n(b) Met."
    assert found(note("One.", lead_in)) == []
    ours = lead_in.replace("In its resolution 79/1, the", "The")
    assert found(note("One.", ours)) == [("2(a)", "paragraph 1", ("1",))]


def test_a_reference_within_a_paragraph_is_none_to_it() -> None:
    links = find_links(note("One:\n\n(a) See paragraph 1 (b) below;\n\n(b) Two."))
    assert [one.source for one in links.of("1")] == ["1(a)"]
    assert links.to("1") == ()
    assert [one.source for one in links.to("1(b)")] == ["1(a)"]


def test_the_first_paragraph_is_preceded_by_none() -> None:
    assert lost(note("It follows from the preceding paragraph.")) == [("1", "preceding paragraph")]


# ---- annexes


def test_an_annex_is_referred_to_as_a_whole() -> None:
    annex = "Annex I\n\n1. First.\n\n2. Second.\n\nAnnex II\n\n1. Third.\n"
    document = note("It is listed (see annex I).", "See annex III below.", behind=annex)
    assert found(document) == [("1", "annex I", ("annex I:1", "annex I:2"))]
    assert lost(document) == [("2", "annex III")]


@pytest.mark.parametrize(
    "words",
    [
        "It is contained in annex I to his report.",
        "It is contained in annex I to Council resolution 1998/46.",
        "It was noted (A/74/33, annex I).",
        "It called upon all annex 1 States.",
        "It adopted the Pact and its annex.",
        "It decided to annex them.",
        "It considered resolution 64/115 and the annex thereto.",
    ],
)
def test_another_texts_annex_is_not_linked(words: str) -> None:
    links = find_links(note(words, behind="Annex I\n\n1. First.\n"))
    assert (links.links, links.unresolved) == ((), ())


def test_within_an_annex_the_annex_is_not_itself() -> None:
    document = note("One.", behind="Annex\n\n1. Listed in the annex to the present report.\n")
    assert found(document) == []
    assert lost(document) == [("annex:1", "annex")]


# ---- agenda items


def test_agenda_items_are_those_of_the_unit_that_lists_the_agenda() -> None:
    document = meeting(
        "The Board considered agenda items 2 and 3.",
        "Under agenda item 1 (b), it adopted its agenda.",
        "It took up items 2 and 3 of its agenda.",
    )
    assert found(document) == [
        ("2", "agenda items 2 and 3", ("1(2)", "1(3)")),
        ("3", "agenda item 1 (b)", ("1(1)(b)",)),
        ("4", "items 2 and 3 of its agenda", ("1(2)", "1(3)")),
    ]


def test_this_agenda_item_is_the_one_named_last_under_the_heading() -> None:
    document = meeting("The Board considered agenda item 2.", "Under this agenda item, it met.")
    assert found(document)[1:] == [("3", "this agenda item", ("1(2)",))]
    assert lost(meeting("Under this agenda item, it met.")) == [("2", "this agenda item")]
    both = meeting("The Board considered agenda items 2 and 3.", "Under this agenda item, it met.")
    assert lost(both) == [("3", "this agenda item")]


def test_a_plain_item_counts_once_the_agenda_was_named_with_it() -> None:
    named = meeting("The Board considered agenda item 2.", "For item 2, it had a paper.")
    assert found(named)[1:] == [("3", "item 2", ("1(2)",))]
    assert found(meeting("On the list, item 2 was missing.")) == []
    assert found(meeting("The Board considered agenda item 2.", "Item 3 was lost.")) == [
        ("2", "agenda item 2", ("1(2)",))
    ]


def test_an_item_that_the_agenda_does_not_have_is_listed() -> None:
    document = meeting("The Board considered agenda item 7.")
    assert lost(document) == [("2", "agenda item 7")]
    (one,) = find_links(document).unresolved
    assert one.reason == "The agenda in para. 1 has no item 7."


@pytest.mark.parametrize(
    "words",
    [
        "The letter was sent under agenda item 2 (a) of the preliminary list.",
        "It met at the eightieth session of the Assembly under agenda item 2.",
        "It took up item 2 of the provisional agenda.",
        "It took up item 2 of the agenda of the Assembly.",
    ],
)
def test_items_of_another_agenda_are_not_linked(words: str) -> None:
    assert (found(meeting(words)), lost(meeting(words))) == ([], [])


def test_without_a_listed_agenda_no_item_is_meant() -> None:
    document = note("The Board considered agenda item 2.")
    assert (found(document), lost(document)) == ([], [])


def test_a_list_that_only_mentions_an_agenda_is_none() -> None:
    text = AGENDA.replace("adopted the following agenda:", "worked on the 2030 Agenda:")
    document = garden("A/80/2", f"{text}2. The Board considered agenda item 2.\n")
    assert "1(2)" in {unit.label for unit in document.units}
    assert found(document) == []


def test_a_list_under_an_agenda_item_is_no_agenda() -> None:
    text = AGENDA.replace("adopted the following agenda:", "held, under agenda item 2:")
    document = garden("A/80/2", f"{text}2. The Board considered agenda item 3.\n")
    assert found(document) == []


def test_the_front_matter_names_the_agenda_of_another_meeting() -> None:
    text = AGENDA.replace("I. Opening", "This report is for item 2 of the agenda.\n\nI. Opening", 1)
    document = garden("A/80/2", f"{text}2. The Board met.\n")
    assert "intro:1" in {unit.label for unit in document.units}
    assert (found(document), lost(document)) == ([], [])


def test_the_agenda_of_the_next_session_is_another() -> None:
    text = AGENDA.replace("adopted the following agenda:", "noted the draft agenda:")
    document = garden("A/80/2", f"{text}2. The Board considered agenda item 2.\n")
    assert found(document) == []


# ---- documents


def test_a_documents_own_symbol_and_one_cut_short_are_no_references() -> None:
    rows = "Annex\n\nA/80/1\tThis note\nA/80/3\tA paper\nA/80/4 (Sect. 2)\tA budget\n"
    words = "It had before it A/80/1, A/80/3 and A/80/4 (Sect. 2)/Add.1."
    document = note(words, behind=rows)
    assert "annex:A/80/3" in {unit.label for unit in document.units}
    assert found(document) == [("1", "A/80/3", ("annex:A/80/3",))]
