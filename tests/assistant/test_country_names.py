"""Countries by the names that a library has for them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

import assistant.country_names as country_names
from assistant.assistant import Assistant
from assistant.country_names import COMMONER, CountryNames
from tests.support.many_documents import review
from tests.support.small_library import open_garden

RARE = "Trees:\n\n1. {country} has plums.\n\n2. {country} has pears.\n"
COMMON = RARE + "".join(f"\n{n}. A wall of {{country}} fell.\n" for n in range(3, 2 * COMMONER))


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_garden(
        tmp_path_factory.mktemp("countries"),
        review("A/1", "Norway", "United Kingdom of Great Britain and Northern Ireland", "Austria"),
        review("A/2", "Democratic People's Republic of Korea", "Viet Nam", "Côte d’Ivoire"),
        review("A/3", "Türkiye", text=COMMON),
        review("A/4", "Turkey", text=RARE),
        review("A/5", "Russian Federation", text=COMMON),
        review("A/6", "Russia", text="Trees:\n\n1. {country} has plums.\n"),
    )


@pytest.fixture(scope="module")
def names(opened: Assistant) -> CountryNames:
    return CountryNames(opened.library)


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("What has North Korea got?", "What has Democratic People's Republic of Korea got?"),
        (
            "what about north korea's plums",
            "what about Democratic People's Republic of Korea's plums",
        ),
        ("the DPRK, and Vietnam", "the Democratic People's Republic of Korea, and Viet Nam"),
        ("Plums in the Ivory Coast", "Plums in the Côte d'Ivoire"),
        ("Where are Russia’s walls?", "Where are Russian Federation’s walls?"),
        # Other languages, and their cases and articles.
        ("Que dit la Norvège à l’Autriche ?", "Que dit la Norway à l’Austria ?"),
        ("¿Qué dijo el Reino Unido?", None),
        ("Что Австрия сказала Норвегии?", "Что Austria сказала Norway?"),
        ("挪威对奥地利说了什么", "Norway 对 Austria 说了什么"),
    ],
)
def test_a_country_is_read_by_the_name_that_the_library_has(
    names: CountryNames, question: str, read: str | None
) -> None:
    long = "United Kingdom of Great Britain and Northern Ireland"
    assert names.read(question) == (read or f"¿Qué dijo el {long}?")


@pytest.mark.parametrize(
    "question",
    [
        "What did Norway say?",
        "What did Britain say?",  # a word of the name that the library has
        "What has Turkey?",  # in more than a quarter as many units as the other
        "Has Brazil a garden?",  # the library has it by no name
        "Did the uk or the dprk or a car tell us?",  # acronyms have capitals
        "Islands, Leonard Peltier and Österbotten",
        "  Spaces   stay\nas typed ",
    ],
)
def test_other_words_stay_as_they_were_typed(names: CountryNames, question: str) -> None:
    assert names.read(question) == question


def test_a_name_is_kept_that_the_library_has_often_enough(
    names: CountryNames, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(country_names, "COMMONER", 2)
    assert CountryNames(names._library).read("What has Turkey?") == "What has Türkiye?"


def test_the_assistant_says_how_it_read_a_country(opened: Assistant) -> None:
    answer = opened.ask("What stands by the wall in North Korea?")
    assert answer.question == "What stands by the wall in North Korea?"
    assert "Democratic People's Republic of Korea" in answer.read_as
    assert answer.scope == ("A/2",)
    assert answer.hits[0].document == "A/2"
    followed = opened.ask("And plums there?", history=["What has North Korea?"])
    assert followed.read_as.startswith("What has Democratic People's Republic of Korea?")


def test_every_name_belongs_to_one_country() -> None:
    known = json.loads(Path(country_names.__file__).with_name("data").joinpath("countries.json")
                       .read_text(encoding="utf-8"))  # fmt: skip
    counted = Counter(name.casefold() for names in known.values() for name in names)
    assert [name for name, count in counted.items() if count > 1] == []
    assert set(known) <= set(country_names._territories("en"))
