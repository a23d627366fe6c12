"""Capitals that stand for governments, and those that are places or parts of names."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.capitals import governments
from assistant.country_names import COMMONER, CountryNames
from assistant.name_words import words_of
from tests.support.many_documents import review
from tests.support.small_library import open_garden

TREES = "Trees:\n\n1. The Oslo Agreement is about pears.\n\n2. A male oak fell.\n" + "".join(
    f"\n{n}. A wall of {{country}} fell.\n" for n in range(3, 3 + 2 * COMMONER)
)


def found(text: str, *together: str) -> list[tuple[str, str]]:
    words = words_of(text)
    mentions = governments(text, words, lambda one, other: f"{one} {other}" in together)
    return [(text[start:end], country) for start, end, country in mentions]


@pytest.mark.parametrize(
    ("question", "capital", "country"),
    [
        ("Why did Quito say no?", "Quito", "EC"),
        ("what help did kyiv offer", "kyiv", "UA"),
        ("Which government told New Delhi so?", "New Delhi", "IN"),
        ("Would N'Djamena agree?", "N'Djamena", "TD"),
    ],
)
def test_who_acts_or_is_spoken_to_is_a_government(
    question: str, capital: str, country: str
) -> None:
    assert found(question) == [(capital, country)]


@pytest.mark.parametrize(
    "question",
    [
        "What was said in Vienna?",
        "Who visited Kabul?",
        "Thirty years after Beijing, what has changed?",
        "What did the Bangkok office do for them?",
        "Did Bangkok offices close?",
        "Did Jerusalem agree?",  # of two countries
        "Did Brussels pay?",  # the European Union, or Belgium
        "Did Kingstown-based people agree?",
    ],
)
def test_a_place_is_no_government(question: str) -> None:
    assert found(question) == []


def test_what_the_library_has_as_a_name_is_no_government() -> None:
    assert found("Did Paris Agreement parties meet?") == [("Paris", "FR")]
    assert found("Did Paris Agreement parties meet?", "Paris Agreement") == []


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> CountryNames:
    opened: Assistant = open_garden(
        tmp_path_factory.mktemp("capitals"),
        *(review(f"A/{n}", name, text=TREES) for n, name in enumerate(("Norway", "Maldives"))),
    )
    return CountryNames(opened.library)


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("What did Oslo say?", "What did Norway say?"),
        ("what did oslo say?", "what did Norway say?"),
        ("What of Oslo’s plums?", "What of Norway’s plums?"),
        ("Did Oslo Agreement parties meet?", "Did Oslo Agreement parties meet?"),
        ("Did male oaks fall?", "Did male oaks fall?"),
        ("Did Paris agree?", "Did Paris agree?"),  # France is not in the library
    ],
)
def test_a_capital_is_read_as_the_country(names: CountryNames, question: str, read: str) -> None:
    assert names.read(question) == read
