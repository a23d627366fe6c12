"""Names of documents in questions, derived from a library's titles alone."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.document_names import DocumentNames, Named
from assistant.name_words import ASIDE, UNCAPPED, authors_in, capital_share, single_names
from tests.support.many_documents import review
from tests.support.small_library import open_garden

COUNTRIES = ("Kenya", "Norway", "South Sudan", "Republic of Korea")


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> DocumentNames:
    documents = [review(f"A/{n}", name) for n, name in enumerate(COUNTRIES, start=1)]
    documents.append(
        review("A/5", "fences", title="The state of fences in gardens", date="2011-01-01")
    )
    documents.append(
        review("A/6", "fences", title="The state of fences in gardens", date="2025-01-01")
    )
    documents.append(
        review(
            "A/7", "Europe, from the South", title="Report of the Committee on Fruit Trees: gardens"
        )
    )
    documents.append(
        review("A/8", "plums", title="Draft report on gardens", body="Garden Council, Plum Panel")
    )
    opened: Assistant = open_garden(tmp_path_factory.mktemp("many"), *documents)
    return DocumentNames(opened.library)


def strengths(named: Named) -> dict[str, float]:
    return {
        f"A/{at + 1}": round(float(value), 2) for at, value in enumerate(named.strengths) if value
    }


def test_a_proper_name_in_one_title_names_its_document(names: DocumentNames) -> None:
    question = "What did Sweden recommend to Kenya?"
    found = names.read(question)
    # One of eight titles has it: log(8 / 1) / log 8 = 1; and it stands behind "to".
    assert strengths(found) == {"A/1": 1.0}
    (name,) = found.names
    assert question[name.start : name.end] == "Kenya"


def test_who_acts_is_spoken_of_less_than_whom_it_is_about(names: DocumentNames) -> None:
    assert strengths(names.read("What did Norway recommend to Kenya?")) == {
        "A/1": 1.0,
        "A/2": ASIDE,
    }
    assert strengths(names.read("Was Kenya told so by Norway?")) == {"A/1": ASIDE, "A/2": ASIDE}
    assert strengths(names.read("What does the Norway report say?")) == {"A/2": 1.0}


@pytest.mark.parametrize(
    ("question", "kenya"),
    [
        ("What did Norway urge Kenya to do?", 1.0),
        ("What did Norway tell Kenya?", 1.0),
        ("What did Norway urge the Kenya of today to do?", 1.0),
        ("Which recommendations Kenya made were noted by Norway?", ASIDE),
        ("Did Norway and Kenya agree?", ASIDE),
    ],
)
def test_the_one_to_whom_another_does_something_is_spoken_of(
    names: DocumentNames, question: str, kenya: float
) -> None:
    assert strengths(names.read(question)) == {"A/1": kenya, "A/2": ASIDE}


def test_a_part_of_another_name_is_no_name(names: DocumentNames) -> None:
    for question in (
        "What did Kenya tell the Republic of Moldova?",
        "What did Kenya tell the South Pacific?",
    ):
        assert set(strengths(names.read(question))) == {"A/1"}
    assert set(strengths(names.read("What was said to South Sudan?"))) == {"A/3"}
    assert set(strengths(names.read("What was said to the Republic of Korea?"))) == {"A/4"}


def test_a_lesser_word_of_a_longer_name_does_not_stand_for_it(names: DocumentNames) -> None:
    # "South" is in more gardens than "Sudan": see the fixture.
    assert strengths(names.read("What was said to the South?")) == {}
    assert set(strengths(names.read("What was said to Sudan?"))) == {"A/3"}


def test_a_body_names_its_own_reports_whatever_it_does(names: DocumentNames) -> None:
    assert strengths(names.read("Did the Committee on Fruit speak to Kenya?")) == {
        "A/1": 1.0,
        "A/7": pytest.approx(1.0),
    }
    assert set(strengths(names.read("Did the Plum Panel meet?"))) == {"A/8"}
    # All of several words, with capitals; and a body of nearly all documents names none.
    assert strengths(names.read("Is there a panel or a committee on fruit?")) == {}
    assert strengths(names.read("Did the Garden Council meet?")) == {}
    # Three of its words are enough without capitals, and not out of order.
    assert set(strengths(names.read("what did the committee on fruit trees say"))) == {"A/7"}
    assert strengths(names.read("Do trees commit to fruit, and the committee on trees?")) == {}


@pytest.mark.parametrize(
    ("question", "kenya", "norway"),
    [
        ("How did Kenya answer Norway in its 2010 review?", ASIDE, 1.0),  # done to Norway
        ("How did Kenya respond to Norway's criticism?", ASIDE, ASIDE),
        (
            "How did Kenya respond to Norway’s criticism in its 2010 human rights review?",
            1.0,
            ASIDE,
        ),
        ("What did Norway say in Kenya's human rights review?", 1.0, ASIDE),
        ("Did Norway like the plums of Kenya's walls, and what is its report?", ASIDE, 1.0),
        ("Did Norway and Kenya speak of its plums, not of a report?", ASIDE, ASIDE),
    ],
)
def test_what_belongs_to_somebody_names_them_if_it_is_a_document(
    names: DocumentNames, question: str, kenya: float, norway: float
) -> None:
    assert strengths(names.read(question)) == {"A/1": kenya, "A/2": norway}


def test_names_side_by_side_are_two(names: DocumentNames) -> None:
    assert set(strengths(names.read("Kenya Norway spades"))) == {"A/1", "A/2"}
    assert set(strengths(names.read("Kenya South Sudan spades"))) == {"A/1", "A/3"}


def test_a_name_typed_without_capitals_counts_half(names: DocumentNames) -> None:
    assert strengths(names.read("what was recommended to kenya")) == {"A/1": UNCAPPED}


def test_ordinary_words_of_a_title_name_it_only_where_a_document_is_spoken_of(
    names: DocumentNames,
) -> None:
    assert strengths(names.read("Who mends fences in the state?")) == {}
    # "fences" is in two titles of eight.
    found = names.read("What does the report on fences say?").strengths
    assert found[4] == found[5] == pytest.approx(2 / 3)  # log(8 / 2) / log 8
    assert not found[:4].any()


def test_many_words_in_a_titles_order_name_it_anywhere(names: DocumentNames) -> None:
    # "state", "fence", "garden" are three: too few. "Report … Gardens: Kenya" begins with four.
    assert strengths(names.read("I mean the state of fences in gardens.")) == {}
    found = strengths(names.read("I mean: Report of the Working Group on Gardens: Kenya"))
    # Four titles have the first four words; one has the name behind them, too.
    assert list(found) == ["A/1", "A/2", "A/3", "A/4"]
    assert found["A/1"] > found["A/2"] == found["A/4"]


def test_body_year_and_kind_tell_documents_of_one_title_apart(names: DocumentNames) -> None:
    found = names.read("What does the 2025 report on fences say?").strengths
    assert found[5] > found[4] > 0
    assert strengths(names.read("What was said in 2025?")) == {}
    assert strengths(names.read("What did the Garden Council say?")) == {}


def test_a_word_in_every_title_names_none(names: DocumentNames) -> None:
    assert strengths(names.read("What does the report on gardens say?")) == {}


@pytest.mark.parametrize(
    ("texts", "share"),
    [
        (["In Kenya and kenya."], 0.5),
        (["Kenya is far. Kenya is near."], None),  # the first words of sentences tell nothing
        (["So Kenya’s gardens, in Kenyan soil"], 1.0),
        ([], None),
    ],
)
def test_capitals_inside_sentences_are_counted(texts: list[str], share: float | None) -> None:
    assert capital_share("kenya", texts) == share


def test_a_name_of_one_word_stands_alone_in_its_title() -> None:
    title = "Report of the Working Group on Gardens: Kenya"
    assert list(single_names(title)) == ["garden", "kenya"]
    # "Republic of Korea" is one name of two words.
    assert list(single_names("Situation in Abyei: Republic of Korea")) == ["situat", "abyei"]


def test_who_wrote_a_report_stands_behind_it_in_its_title() -> None:
    assert authors_in("Trees: Report of the Committee on Fruit: Plums") == [("committe", "fruit")]
    assert authors_in("Letter dated 1 May 2025 from Norway") == []
    assert authors_in("Note by the Secretariat") == [("secretariat",)]


def test_a_document_is_named_by_the_abbreviation_that_the_library_introduces(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    told = (
        "1. The International Plum Growers Union (IPGU) sent an observer.\n\n"
        "2. It wrote to non-governmental organizations (NGOs) and to (ABC)."
    )
    opened = open_garden(
        tmp_path_factory.mktemp("short"),
        review("A/1", "plums", title="Report of the International Plum Growers Union: harvest"),
        review("A/2", "pears", title="Report on the harvest of pears"),
        review("A/3", "apples", text=told, title="Report on apples"),
    )
    names = DocumentNames(opened.library)
    assert list(strengths(names.read("How did IPGU spend its money?"))) == ["A/1"]
    for question in ("How did NGOs spend it?", "How did ABC spend it?", "How did XYZ spend it?"):
        assert strengths(names.read(question)) == {}


def test_a_document_that_has_no_year_of_the_question_is_hardly_named(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    opened = open_garden(
        tmp_path_factory.mktemp("years"),
        review("A/1", "Kenya", text="1. Trees were planted in 2009.", date="2010-05-01"),
        review("A/2", "Norway", date="2024-05-01"),
    )
    names = DocumentNames(opened.library)
    for year, told in (("2009", 1.0), ("2010", 1.0), ("2024", ASIDE), ("1990", 1.0)):
        assert strengths(names.read(f"What grew in Kenya in {year}?")) == {"A/1": told}


@pytest.fixture(scope="module")
def numbered(tmp_path_factory: pytest.TempPathFactory) -> DocumentNames:
    documents = [
        review("A/1", "pears", title="Resolution 2771 (2025) on pears"),
        review("A/2", "pears", title="Regulation (EU) No. 2016/679 on pears"),
        review("A/3", "Kenya"),
    ]
    opened: Assistant = open_garden(tmp_path_factory.mktemp("numbered"), *documents)
    return DocumentNames(opened.library)


@pytest.mark.parametrize(
    ("question", "symbol"),
    [
        ("Security Council resolution 2771: are they getting anywhere?", "A/1"),
        ("What does regulation 2016/679 say of apples?", "A/2"),
        ("Did 2771 people come?", ""),
        ("Which resolution, 2771 or another, says so?", ""),
        ("What became of it in 2025?", ""),
    ],
)
def test_a_word_with_its_number_names_the_document_that_has_both_in_its_title(
    numbered: DocumentNames, question: str, symbol: str
) -> None:
    assert strengths(numbered.read(question)) == ({symbol: 1.0} if symbol else {})
