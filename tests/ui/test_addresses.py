from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.scope import Scope, Shelf
from corpus.catalogue import Catalogue
from corpus.types import Document, Located, Metadata, Unit
from ui import wording
from ui.addresses import (
    LONGEST_QUESTION,
    Address,
    address_of,
    arrive,
    format_address,
    parameters_of,
    parse_address,
    text_digest,
)
from ui.language import say
from ui.link_filters import MOST_VALUES

MakeDocument = Callable[..., Document]

OPENS = text_digest("Alpha opens. It is short.")  # the text of paragraph 1
FIRST = text_digest("first point;")  # the text of paragraph 2 (a)


def read(query: str) -> Address:
    """Read a link as a browser and Streamlit do."""
    query = urlsplit(f"http://127.0.0.1:8501/{query}").query
    return parse_address(parse_qs(query, keep_blank_values=True))


@pytest.fixture
def shelf(make_document: MakeDocument) -> Shelf:
    return Shelf(Catalogue([make_document()]))


@pytest.fixture
def two(make_document: MakeDocument) -> Shelf:
    return Shelf(Catalogue([make_document("A/TEST/1"), make_document("A/TEST/2")]))


def opened(address: Address, shelf: Shelf) -> tuple[str, str]:
    """Return what a link opens, and what it says."""
    found = arrive(address, shelf)
    place = found.place
    return (f"{place.document} {place.unit.label}" if place else "", found.notice)


def test_a_link_can_be_read_by_a_person() -> None:
    address = Address("CTOC/COP/WG.4/2011/8", "51(j)(iii)", "0123abcd", "Who pays, & how?")
    assert format_address(address) == (
        "?doc=CTOC/COP/WG.4/2011/8&para=51(j)(iii)&digest=0123abcd&q=Who%20pays,%20%26%20how%3F"
    )


def test_an_address_that_says_nothing_is_no_query() -> None:
    assert format_address(Address()) == ""
    assert read("") == read("?doc=&para=&in=&superseded=no&other=1") == Address()


def test_of_a_parameter_that_stands_once_the_last_value_counts() -> None:
    assert read("?doc=A/1&q=One?&doc=%20A/2%20&q=Two?") == Address("A/2", question="Two?")


_said = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("&=+#%?/;()\"'<> ")).map(
    str.strip
)


_names = st.lists(_said.filter(bool), unique=True, max_size=5).map(tuple)
_scopes = st.builds(
    Scope,
    documents=_names,
    bodies=_names,
    since=_said,
    until=_said,
    languages=_names,
    kinds=_names,
    all_revisions=st.booleans(),
    sections=_names,
    texts=_names,
)


@given(st.builds(Address, _said, _said, _said, _said, _scopes))
def test_every_address_is_read_back_from_its_link(address: Address) -> None:
    query = format_address(address)
    assert read(query) == address
    assert query.isascii()
    assert not set(query) & set(' "<>#\\^`{|}')
    assert parse_address(parameters_of(address)) == address


@given(_said)
def test_every_text_can_stand_in_an_address(text: str) -> None:
    unit = Unit(text or "1", "text", "", text, "", (), None, 0, len(text), None, 1)
    address = address_of(Located("A/1", unit), text)
    assert read(format_address(address)) == address


def test_a_digest_is_of_the_words_alone() -> None:
    # SHA-256 of "Caf\u00e9 noir": the accent may be a letter of its own, white space any.
    assert text_digest("Cafe\u0301  noir\n") == text_digest("Caf\u00e9 noir")
    assert text_digest("Cafe noir") != text_digest("Caf\u00e9 noir")
    assert len(text_digest("")) == 8


def test_a_link_opens_its_paragraph(shelf: Shelf) -> None:
    place = Located("A/TEST/1", shelf.documents[0].units[5])
    assert opened(address_of(place), shelf) == ("A/TEST/1 2(b)(ii)", "")
    assert opened(Address("A/TEST/1", "2(b)(ii)"), shelf) == ("A/TEST/1 2(b)(ii)", "")


@pytest.mark.parametrize(
    "label", ["2 (b) (ii)", "para. 2 (b) (ii)", "paras. 2 (b) (ii) and 3", "¶2(b)(ii)"]
)
def test_a_paragraph_may_be_written_as_people_write_it(shelf: Shelf, label: str) -> None:
    assert opened(Address("a/test/1", label), shelf) == ("A/TEST/1 2(b)(ii)", "")


def test_a_link_to_a_document_opens_its_beginning(two: Shelf) -> None:
    assert opened(Address("A/TEST/2"), two) == ("A/TEST/2 1", "")


def test_a_link_without_document_means_the_only_one(shelf: Shelf, two: Shelf) -> None:
    assert opened(Address(label="3"), shelf) == ("A/TEST/1 3", "")
    assert opened(Address(label="3"), two) == ("", say("link-without-document"))


def test_an_unknown_document_is_named_with_the_one_most_like_it(two: Shelf) -> None:
    place, notice = opened(Address("A/TEST/3", "1"), two)
    assert place == ""
    assert notice == wording.no_document("A/TEST/3", "A/TEST/2")  # as like as A/TEST/1
    assert opened(Address("E/CN.4/7"), two) == ("", wording.no_document("E/CN.4/7", ""))


def test_an_unknown_sub_paragraph_leads_to_the_paragraph_it_would_stand_in(shelf: Shelf) -> None:
    place, notice = opened(Address("A/TEST/1", "2(b)(ix)"), shelf)
    assert place == "A/TEST/1 2(b)"
    assert notice == (
        "No para. 2 (b) (ix) in A/TEST/1; para. 2 (b) has (i) and (ii). Nearest is para. 2 (b)."
    )


@pytest.mark.parametrize(("label", "near"), [("140", "3"), ("0", "1"), ("7(a)", "3")])
def test_an_unknown_paragraph_leads_to_the_nearest_number(
    shelf: Shelf, label: str, near: str
) -> None:
    place, notice = opened(Address("A/TEST/1", label), shelf)
    assert place == f"A/TEST/1 {near}"
    assert notice.startswith("No para.")
    assert notice.endswith(f"Nearest is para. {near}.")


@pytest.mark.parametrize("label", ["nonsense!", "<script>", "9" * 5000, "\x00", "(((", "-1"])
def test_what_is_no_paragraph_leads_to_the_documents_beginning(shelf: Shelf, label: str) -> None:
    place, notice = opened(Address("A/TEST/1", label), shelf)
    assert place == "A/TEST/1 1"
    assert notice.startswith("This link names no paragraph")
    assert len(notice) < 200


def test_changed_words_are_said_and_the_paragraph_is_shown(shelf: Shelf) -> None:
    place, notice = opened(Address("A/TEST/1", "3", "00000000"), shelf)
    assert (place, notice) == ("A/TEST/1 3", say("text-has-changed", reference="para. 3"))


def test_words_that_stand_elsewhere_now_are_found_there(shelf: Shelf) -> None:
    place, notice = opened(Address("A/TEST/1", "3", FIRST), shelf)
    assert place == "A/TEST/1 3"
    assert notice.endswith("The words of the link stand in para. 2 (a) now.")
    # An unknown paragraph, whose words are known, leads to the words.
    place, notice = opened(Address("A/TEST/1", "9", OPENS), shelf)
    assert place == "A/TEST/1 1"
    assert notice.endswith(say("words-are-now-in", reference="para. 1"))


def test_words_that_stand_in_several_places_lead_to_none_of_them(
    make_document: MakeDocument,
) -> None:
    document = make_document()
    alike = tuple(replace(unit, text="Same.") for unit in document.units)
    shelf = Shelf(Catalogue([replace(document, units=alike)]))
    place, notice = opened(Address("A/TEST/1", "9", text_digest("Same.")), shelf)
    assert (place, notice[-19:]) == ("A/TEST/1 3", "Nearest is para. 3.")


@pytest.mark.parametrize("digest", ["xyz", "0123ABCD", "0123abcde", "<b>"])
def test_a_damaged_digest_is_said(shelf: Shelf, digest: str) -> None:
    assert opened(Address("A/TEST/1", "3", digest), shelf) == ("A/TEST/1 3", say("link-damaged"))


def test_an_unknown_paragraph_with_a_bad_digest_is_explained_once(shelf: Shelf) -> None:
    place, notice = opened(Address("A/TEST/1", "140", "xyz"), shelf)
    assert place == "A/TEST/1 3"
    assert say("link-damaged") not in notice
    assert opened(Address("B/1", "140", "xyz"), shelf)[1] == wording.no_document("B/1", "")


def test_a_question_comes_with_the_place(shelf: Shelf) -> None:
    found = arrive(Address("B/1", question="Who?"), shelf)
    assert (found.place, found.question) == (None, "Who?")
    assert found.notice == wording.no_document("B/1", "")


def test_a_question_that_is_too_long_is_not_asked(shelf: Shelf) -> None:
    longest = arrive(Address(question="x" * LONGEST_QUESTION), shelf)
    assert (len(longest.question), longest.notice) == (LONGEST_QUESTION, "")
    longer = arrive(Address("A/TEST/1", "3", question="x" * (LONGEST_QUESTION + 1)), shelf)
    assert longer.question == ""
    assert longer.notice == say("link-question-too-long", most=LONGEST_QUESTION)
    assert longer.place is not None


@pytest.mark.parametrize(
    ("address", "alone"),
    [
        (Address("A/1"), True),
        (Address("A/1", digest="0123abcd", scope=Scope(documents=("A/2",))), True),
        (Address("A/1", "3"), False),
        (Address("A/1", question="Who?"), False),
        (Address(scope=Scope(documents=("A/2",))), False),
        (Address(), False),
    ],
)
def test_a_document_alone_is_to_be_read(address: Address, alone: bool) -> None:
    assert address.is_document is alone


def test_the_documents_to_ask_come_with_a_question_or_alone(two: Shelf) -> None:
    wanted = Scope(documents=("a/test/2", "A/GONE/1"))
    gone = say("link-unknown-documents", documents="A/GONE/1")
    found = arrive(Address(question="Who?", scope=wanted), two)
    assert (found.question, found.scope, found.notice) == ("Who?", Scope(("A/TEST/2",)), gone)
    alone = arrive(Address(scope=wanted), two)
    assert (alone.question, alone.scope, alone.notice) == ("", Scope(("A/TEST/2",)), gone)
    for beside in (Address("A/TEST/1", "3", scope=wanted), Address("A/TEST/1", scope=wanted)):
        found = arrive(beside, two)
        assert (found.scope, found.notice) == (Scope(), "")


def test_each_fault_of_a_link_is_said_once(two: Shelf) -> None:
    found = arrive(Address("E/1", question="Who?", scope=Scope(documents=("E/2",))), two)
    no_document = wording.no_document("E/1", "")
    assert found.notice == f"{no_document} {say('link-unknown-documents', documents='E/2')}"
    long = Address("A/TEST/1", question="x" * 9000, scope=Scope(documents=("E/2",)))
    assert arrive(long, two).notice == say("link-question-too-long", most=LONGEST_QUESTION)


def test_a_question_of_more_documents_than_a_link_can_name_is_not_asked(two: Shelf) -> None:
    most = Scope(documents=tuple(f"A/{number}" for number in range(MOST_VALUES - 1)), kinds=("x",))
    assert arrive(Address(question="Who?", scope=most), two).question == "Who?"
    more = replace(most, since="2024")
    for question in ("Who?", ""):
        found = arrive(Address(question=question, scope=more), two)
        assert (found.question, found.scope) == ("", Scope())
        assert found.notice == say("link-filter-too-long", most=MOST_VALUES)


def test_a_document_without_paragraphs_and_an_empty_library_are_no_faults() -> None:
    empty = Document(Metadata("A/1", "T"), (), "", (), (), (), "A/1")
    assert opened(Address("A/1", "3"), Shelf(Catalogue([empty]))) == (
        "",
        say("nothing-in", symbol="A/1"),
    )
    assert opened(Address("A/1", "3"), Shelf(Catalogue([]))) == ("", wording.no_document("A/1", ""))


@given(
    st.builds(
        Address, st.sampled_from(["A/1", ""]) | _said, st.text(), st.text(), st.text(), _scopes
    )
)
def test_no_link_is_a_fault(address: Address) -> None:
    unit = Unit("1", "paragraph", "1.", "Words.", "", (), None, 0, 6, None, 1)
    shelf = Shelf(Catalogue([Document(Metadata("A/1", "T"), (), "Words.", (), (unit,), (), "A/1")]))
    found = arrive(address, shelf)
    assert found.place is None or found.place.unit == unit
    assert len(found.notice) < 1000
    if address.label.strip() not in {"", "1"}:
        assert found.notice or found.place is not None
