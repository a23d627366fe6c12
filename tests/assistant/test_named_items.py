"""Questions that name an agenda item, and questions for where an outcome stands."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.conversation import ReadQuestion
from assistant.named_items import read_items, units_behind
from assistant.question_scope import AskedOf
from assistant.retrieval import ITEM
from assistant.scope import Scope
from corpus.catalogue import Catalogue
from corpus.documents import shipped_report
from corpus.types import Located
from tests.support.meeting import meeting
from tests.support.small_library import garden, open_garden

OUTCOME = ["1", "2"]


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_garden(tmp_path_factory.mktemp("alone"), meeting())


@pytest.fixture(scope="module")
def among(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Return an assistant on the meeting and another document."""
    return open_garden(tmp_path_factory.mktemp("among"), meeting(), garden())


def cited(assistant: Assistant, question: str, **limits: str) -> list[str]:
    return [citation.label for citation in assistant.ask(question, **limits).citations]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "question",
    [
        "What was recommended under agenda item 2?",
        "agenda item 2: list all recommendations",
        "Which recommendations resulted from the discussion of item 2?",
    ],
)
def test_the_outcome_of_an_item_is_given_in_its_own_words(alone: Assistant, question: str) -> None:
    answer = alone.ask(question)
    assert [citation.label for citation in answer.citations] == OUTCOME
    assert answer.named
    for citation in answer.citations:
        text = alone.catalogue.unit(citation.document, citation.label).text
        assert citation.quote == text
    assert [hit.label for hit in answer.hits[:2]] == OUTCOME


@pytest.mark.parametrize(
    "question",
    [
        "Where are the recommendations under agenda item 2?",
        "Which paragraphs hold what was adopted under item 2?",
    ],
)
def test_where_it_stands_is_told_by_the_paragraph_that_says_so(
    alone: Assistant, question: str
) -> None:
    assert cited(alone, question) == ["7"]


@pytest.mark.parametrize(
    "question",
    [
        "Who adopted the recommendations under agenda item 2?",
        "When were the recommendations under agenda item 2 adopted?",
        "Why was it so decided under agenda item 2?",
        "How were the recommendations under agenda item 2 adopted?",
        "What wasn't recommended under agenda item 2?",
        "What was decided besides agenda item 2?",
    ],
)
def test_what_the_outcome_does_not_say_is_not_looked_up(alone: Assistant, question: str) -> None:
    assert not alone.ask(question).named


def test_how_many_there_are_is_shown_by_all_of_them(alone: Assistant) -> None:
    question = "How many recommendations were adopted under agenda item 2?"
    assert cited(alone, question) == OUTCOME


def test_the_first_or_last_of_an_outcome_is_given_alone(alone: Assistant) -> None:
    assert cited(alone, "What is the very first recommendation on agenda item 2?") == ["1"]
    assert cited(alone, "And the last recommendation under item 2?") == ["2"]


def test_what_else_is_asked_is_looked_for_on_the_item_first(alone: Assistant) -> None:
    answer = alone.ask("What was shown to the Board in the morning under agenda item 3?")
    assert not answer.named
    signals = [
        {part.name: part.value for part in unit.signals} for unit in answer.explanation.units
    ]
    assert all(ITEM in unit for unit in signals)
    ranked = [hit.label for hit in answer.hits]
    first = ranked[: ranked.index("12") + 1]
    assert set(first) <= {"3", "8", "9", "10(3)", "12"}


def test_an_item_that_is_not_on_the_agenda_changes_nothing(alone: Assistant) -> None:
    answer = alone.ask("What was recommended under agenda item 9?")
    assert not answer.named
    assert all(part.name != ITEM for unit in answer.explanation.units for part in unit.signals)


def test_where_an_outcome_stands_is_asked_without_naming_an_item() -> None:
    catalogue = Catalogue([meeting()])

    def items(question: str) -> list[tuple[str, ...]]:
        return [one.thread.units for one in read_items(question, ["A/80/5"], catalogue)]

    assert items("Where do I find what was agreed on water?") == [("7", "9")]
    assert items("Which part has the decisions on boats?") == [("7", "9")]
    for other in (
        "What was agreed on water?",
        "Where was the film shown?",
        "Is a line recommended where people can call?",
        "Which paragraphs refer to decision 4/4?",
    ):
        assert items(other) == [], other


def test_when_an_item_was_taken_up_is_looked_for_where_it_is_told() -> None:
    catalogue = Catalogue([shipped_report()])
    symbol = catalogue.documents[0].symbol

    def asked_for(question: str) -> tuple[str, ...]:
        (named,) = read_items(question, [symbol], catalogue)
        return named.asked_for

    assert asked_for("When was agenda item 3 considered?") == ("73",)
    assert asked_for("At which meetings did they talk about WG.4/2011/6?") == ("93",)
    assert asked_for("What was said on agenda item 3?") == ()


def test_who_spoke_is_looked_for_where_it_is_told(alone: Assistant) -> None:
    def asked_for(question: str) -> list[tuple[str, ...]]:
        return [one.asked_for for one in read_items(question, ["A/80/5"], alone.catalogue)]

    assert asked_for("Which countries spoke under agenda item 2?") == [("6",)]
    assert asked_for("Which paragraph says who spoke under item 2?") == [("6",)]
    assert asked_for("Which countries spoke on water?") == [()]
    (named,) = read_items("Who took the floor on water?", ["A/80/5"], alone.catalogue)
    assert named.thread.units == ("6", "8", "11")
    assert alone.ask("Who took the floor on water?").hits[0].label == "6"


def test_who_spoke_before_a_recommendation_is_told_where_it_was_debated(alone: Assistant) -> None:
    question = "Which States spoke in the debate that ended with: mend the pumps, buy parts?"
    items = read_items(question, ["A/80/5"], alone.catalogue)

    def behind(label: str, document: str = "A/80/5") -> list[str]:
        best = Located(document, alone.catalogue.unit("A/80/5", label))
        return [place.unit.label for place in units_behind(items, best, alone.catalogue)]

    # What is asked for counts twice; 12 is about two items.
    assert (behind("2"), behind("3"), behind("5")) == (["6"] * 2, ["8"] * 2, ["6"] * 2)
    assert (behind("12"), behind("10"), behind("2", "G/1")) == ([], [], [])
    signals = alone.signals(alone.read(question))
    assert signals.items is not None
    counted = {
        u.unit.label: float(n) for u, n in zip(alone.library.units, signals.items, strict=True) if n
    }
    assert counted == {"6": 3.0, "8": 1.0, "11": 1.0}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("On which day was the talk held that led to mended pumps, debated then?", ("73",)),
        ("Which paper was before the meeting in that debate?", ("74", "annex")),
        ("What was agreed after the panel that he sat on?", ("77",)),
        ("Under which item of the agenda was it?", ("55(3)",)),
        ("Whose pumps were discussed?", ()),
    ],
)
def test_what_is_asked_of_a_debate_is_looked_for_where_what_describes_it_belongs(
    question: str, found: tuple[str, ...]
) -> None:
    catalogue = Catalogue([shipped_report()])
    symbol = catalogue.documents[0].symbol
    for label in ("16", "75"):
        best = Located(symbol, catalogue.unit(symbol, label))
        behind = units_behind(read_items(question, [symbol], catalogue), best, catalogue)
        assert tuple(dict.fromkeys(p.unit.label.partition(":")[0] for p in behind)) == found


def test_what_an_agenda_lists_is_looked_for_in_it(alone: Assistant) -> None:
    (named,) = read_items("What was the last item on the agenda?", ["A/80/5"], alone.catalogue)
    assert named.thread.units == ("10", "10(1)", "10(2)", "10(3)")
    assert (named.singled_out, named.asked_for) == (("10(3)",), ())
    assert alone.ask("What was the last item on the agenda?").hits[0].label == "10(3)"
    # When it was taken up, and who spoke, is told elsewhere.
    for question in ("When was water on the agenda?", "Who spoke first on which agenda item?"):
        for item in read_items(question, ["A/80/5"], alone.catalogue):
            assert "10" not in item.thread.units


def test_the_entries_of_an_agenda_are_counted_without_what_is_inside_them() -> None:
    catalogue = Catalogue([shipped_report()])
    symbol = catalogue.documents[0].symbol

    def told(question: str) -> tuple[str, ...]:
        (named,) = read_items(question, [symbol], catalogue)
        return named.singled_out

    assert told("What was the first item on the agenda?") == ("55(1)",)
    assert told("What was the second item on the agenda?") == ("55(2)",)
    assert told("What was the last item on the agenda?") == ("55(8)",)


def test_those_who_are_asked_after_are_singled_out() -> None:
    catalogue = Catalogue([shipped_report()])
    symbol = catalogue.documents[0].symbol

    def told(question: str) -> tuple[str, ...]:
        (named,) = read_items(question, [symbol], catalogue)
        return named.singled_out

    assert told("Which panellists spoke under agenda item 4?") == ("80",)
    assert told("Which States took the floor under item 4?") == ("81",)
    assert told("Which observers spoke under item 4?") == ("82", "83")
    assert told("Did Lebanon speak under item 4?") == ("81",)
    # Whom the others spoke before is not who is asked after.
    assert told("Who spoke under item 2, before the States did?") == ()


def test_a_debate_that_nothing_is_known_of_changes_nothing(among: Assistant) -> None:
    signals = among.signals(among.read("Which paper was discussed with the spade, in G/1?"))
    assert signals.items is None


def test_of_several_documents_the_one_that_is_asked_of_counts(among: Assistant) -> None:
    question = "What was recommended under agenda item 2?"
    assert cited(among, question, document="A/80/5") == OUTCOME
    assert cited(among, f"{question[:-1]} in A/80/5?") == OUTCOME
    assert not among.ask(question).named
    assert not among.ask(question, scope=Scope(documents=("G/1",))).named


def test_words_that_name_an_item_are_not_searched_for(alone: Assistant) -> None:
    read = ReadQuestion("Who spoke under agenda item 2?", "")
    (item,) = read_items(read.text, ["A/80/5"], alone.catalogue)
    assert AskedOf(read, items=(item,)).words == "Who spoke under ?"
    bare = ReadQuestion("agenda item 2", "")
    (item,) = read_items(bare.text, ["A/80/5"], alone.catalogue)
    assert AskedOf(bare, items=(item,)).words == "agenda item 2"
