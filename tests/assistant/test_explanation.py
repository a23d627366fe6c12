"""Figures worked out by hand on the garden of `tests.support.small_library`."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from assistant.assistant import Assistant
from assistant.conversation import read_question
from assistant.explanation import (
    MOST_WORDS,
    explain_ranking,
    feature_words,
    for_and_against,
    sureness_words,
)
from assistant.json_format import answer_json, dumps
from assistant.retrieval import SIGNALS
from assistant.settings import Settings
from assistant.types import Answer, FeaturePart, Sureness, UnitReasons
from embeddings.build import build_library
from embeddings.ensemble import EnsembleEncoder
from embeddings.library import open_library
from embeddings.types import Vectors
from tests.support.small_library import CALIBRATION, GARDEN, WordEncoder, garden, open_garden


@pytest.fixture(scope="module")
def gardener(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_garden(tmp_path_factory.mktemp("garden"))


def reasons(answer: Answer, label: str) -> UnitReasons:
    return next(one for one in answer.explanation.units if one.label == label)


def test_the_parts_of_a_score_are_each_signal_times_its_weight(gardener: Assistant) -> None:
    first = reasons(gardener.ask("Who borrowed the spade?"), "3")
    assert (first.document, first.rank) == ("G/1", 1)
    parts = {part.name: part for part in first.signals}
    assert tuple(parts) == SIGNALS
    # The question is (spade 1, borrowed 1, question 0.5) / 1.5. Against it stand
    # with the heading   (spade + tools 2, olsen + lent 2, costs + crowns 2, passage 0.5) / 3.5,
    # its first sentence (spade 1, 2, 0, 0.5) / root of 5.25.
    assert parts["context"].value == pytest.approx(4 / 1.5 / 3.5, abs=1e-5)
    assert parts["sentence"].value == pytest.approx(3 / 1.5 / math.sqrt(5.25), abs=1e-5)
    # "spade" is in 1 text of 6, "borrow" in none: its share of both words' idf, cubed.
    spade, borrow = math.log(1 + 5.5 / 1.5), math.log(1 + 6.5 / 0.5)
    assert parts["coverage"].value == pytest.approx((spade / (spade + borrow)) ** 3, abs=1e-5)
    for name, part in parts.items():
        assert part.weight == CALIBRATION.fusion[name]
        assert part.contribution == pytest.approx(part.value * part.weight)
    assert sum(part.contribution for part in first.signals) == pytest.approx(first.score, abs=1e-5)


def test_the_first_is_measured_against_the_next_and_the_others_against_the_first(
    gardener: Assistant,
) -> None:
    first, second, third = gardener.ask("Who borrowed the spade?").explanation.units
    # Paragraph 4 stands under "Tools" too: (tools 1, meeting + held 2, passage 0.5) / root of
    # 5.25, so that its context has the cosine (1 / 1.5) / root of 5.25; all else is 0.
    assert (second.label, second.rank) == ("4", 2)
    ahead = 0.4 * (4 / 1.5 / 3.5 - 1 / 1.5 / math.sqrt(5.25))
    by_name = {part.name: part.lead for part in first.signals}
    assert by_name["context"] == pytest.approx(ahead, abs=1e-5)
    # Its only sentence has the cosine 0.
    assert by_name["sentence"] == pytest.approx(0.2 * 2 / math.sqrt(5.25), abs=1e-5)
    behind = {part.name: part.lead for part in second.signals}
    assert behind == {name: pytest.approx(-lead) for name, lead in by_name.items()}
    gap = sum(part.lead for part in third.signals)
    assert gap == pytest.approx(third.score - first.score, abs=1e-5)


def test_the_only_unit_has_nobody_to_lead(tmp_path: Path) -> None:
    alone = open_garden(tmp_path, garden(text="Report\n\n1. The spade was lent to Ms. Olsen.\n"))
    (only,) = alone.ask("Who borrowed the spade?").explanation.units
    assert {part.lead for part in only.signals} == {0.0}


def test_words_are_as_typed_and_apart_where_only_the_heading_has_them(
    gardener: Assistant,
) -> None:
    answer = gardener.ask("Do TOOLS cost many Crowns to borrow?")
    # "costs 40 crowns" has the stems of "cost" and "Crowns"; "II. Tools" stands over it.
    assert reasons(answer, "3").own_words == ("cost", "Crowns")
    assert reasons(answer, "3").context_words == ("TOOLS",)
    assert reasons(answer, "4").own_words == ()


def test_words_side_by_side_in_question_and_unit_are_one(gardener: Assistant) -> None:
    assert reasons(gardener.ask("A spade for 40 Crowns?"), "3").own_words == ("spade", "40 Crowns")
    # Side by side in the question alone: in the unit, "was" stands between.
    assert reasons(gardener.ask("Is a spade lent?"), "3").own_words == ("spade", "lent")


def test_the_rarest_words_come_first_and_six_at_most(tmp_path: Path) -> None:
    text = GARDEN.replace("No meeting was held.", "No meeting was held about apples.")
    gardener = open_garden(tmp_path, garden(text=text))
    # "apple" is in two units, "cellar" in one.
    assert reasons(gardener.ask("Were apples in the cellar?"), "1").own_words == (
        "cellar",
        "apples",
    )
    asked = "spade, lent, Olsen, nobody, seen, since, new, costs"
    assert reasons(gardener.ask(asked), "3").own_words == tuple(asked.split(", ")[:MOST_WORDS])


def test_a_follow_up_is_explained_with_its_background(gardener: Assistant) -> None:
    answer = gardener.ask("And the new one?", history=["To whom was the spade lent?"])
    first = reasons(answer, "3")
    assert first.own_words == ("spade", "lent", "new")
    assert sum(part.contribution for part in first.signals) == pytest.approx(first.score, abs=1e-5)


def test_a_cited_unit_is_explained_however_low_it_stands(gardener: Assistant) -> None:
    signals = gardener.signals(read_question("Who borrowed the spade?"))
    found = explain_ranking(
        "spade", signals, {("G/1", "2(b)")}, gardener.library, {"sentence": 1.0}
    )
    # Paragraphs 1 and 2 and both points have nothing in common with it: in reading order.
    assert [(one.rank, one.label) for one in found] == [(1, "3"), (2, "4"), (3, "1"), (6, "2(b)")]


def test_a_filter_leaves_other_documents_out(tmp_path: Path) -> None:
    both = open_garden(tmp_path, garden(), garden("G/2"))
    answer = both.ask("Who borrowed the spade?", document="G/2")
    assert {one.document for one in answer.explanation.units} == {"G/2"}


def test_the_confidence_is_the_sum_of_its_parts(gardener: Assistant) -> None:
    answer = gardener.ask("Who conducts the orchestra?")
    sureness = answer.explanation.sureness
    assert sureness is not None
    # 2 - 20 * 0.3 = -4, and 1 / (1 + e^4) is 4% of the way to 0.5.
    (far_off,) = [part for part in sureness.features if part.name == "far_off"]
    assert far_off.value == pytest.approx(0.3)
    assert far_off.contribution == pytest.approx(-6.0)
    assert sureness.bias == 2.0
    assert sureness.log_odds == pytest.approx(-4.0)
    assert sureness.probability == answer.confidence == pytest.approx(1 / (1 + math.exp(4)))
    assert (sureness.words, sureness.threshold) == ("hardly sure", 0.5)
    assert for_and_against(sureness) == ((), ("nothing comes near the question",))
    # 1 / (1 + e^-2) = 0.88 is 76% of the way from 0.5 to 1.
    sure = gardener.ask("Who borrowed the spade?").explanation.sureness
    assert sure is not None
    assert sure.words == "very sure"


@pytest.mark.parametrize(
    ("confidence", "threshold", "words"),
    [
        (0.93, 0.68, "very sure"),  # 0.25 of 0.32 above it
        (0.82, 0.68, "sure"),  # 0.14 of 0.32
        (0.68, 0.68, "fairly sure"),
        (0.67, 0.68, "not sure"),
        (0.5, 0.68, "doubtful"),  # 0.735 of the way up to it
        (0.2, 0.68, "hardly sure"),
        (1.0, 1.0, "very sure"),
        (0.99, 1.0, "not sure"),
        (0.0, 0.0, "fairly sure"),
    ],
)
def test_how_sure_follows_the_threshold(confidence: float, threshold: float, words: str) -> None:
    assert sureness_words(confidence, threshold) == words


def test_the_strongest_reason_comes_first_and_one_without_weight_is_not_said() -> None:
    parts = (
        FeaturePart("one_section", 0.4, 1.0, 0.4),
        FeaturePart("standing_out", 3.0, 0.5, 1.5),
        FeaturePart("agreement", 0.6, 0.0, 0.0),
        FeaturePart("wrong_kind", 1.0, -1.0, -1.0),
    )
    said, against = for_and_against(Sureness(0.5, 0.5, "fairly sure", 0.9, 0.0, parts))
    assert said == (
        "the best match stands out by 3.0 standard deviations",
        "40% of the nearest stand under one heading",
    )
    assert against == ("none of the nearest has a figure, date or name, which is asked for",)
    agreed = FeaturePart("agreement", 0.75, 1.0, 0.75)
    assert feature_words(agreed) == "3 of 4 signals put the same unit first"
    alike = FeaturePart("one_section", 1.0, 1.0, 1.0)
    assert feature_words(alike) == "all of the nearest stand under one heading"
    assert feature_words(FeaturePart("length", 2.0, 1.0, 2.0)) == "length is 2.00"


@pytest.mark.parametrize("question", ["What does para. 3 say?", "What does para. 9 say?"])
def test_a_question_that_names_its_paragraph_is_not_weighed(
    gardener: Assistant, question: str
) -> None:
    explanation = gardener.ask(question).explanation
    assert (explanation.named, explanation.units, explanation.sureness) == (True, (), None)


def test_in_json_numbers_are_short_and_finite(gardener: Assistant) -> None:
    value = answer_json(gardener.ask("Who borrowed the spade?"))["explanation"]
    assert isinstance(value, dict)
    first = value["units"][0]
    assert first["own_words"] == ["spade"]
    # 0.4 * (0.761905 - 0.290957) = 0.1884
    assert first["signals"]["context"] == {
        "value": 0.7619,
        "weight": 0.4,
        "contribution": 0.3048,
        "lead": 0.1884,
    }
    assert value["confidence"]["words"] == "very sure"
    assert value["confidence"]["features"]["far_off"] == {
        "value": 0.0,
        "weight": -20.0,
        "contribution": 0.0,
    }
    assert "-0.0," not in dumps(value)


class SameEncoder(WordEncoder):
    """Finds all texts alike."""

    name = "same"
    dim = 2

    def _encode(self, texts: Sequence[str], own: int) -> Vectors:
        del own
        return np.tile(np.array([0.6, 0.8], dtype=np.float32), (len(texts), 1))


def test_of_several_models_each_gives_its_own_cosine(tmp_path: Path) -> None:
    encoder = EnsembleEncoder("words", [(WordEncoder(), 3.0), (SameEncoder(), 1.0)])
    build_library(tmp_path, [garden()], "words", lambda *_: None, encoder=encoder)
    library = open_library(tmp_path, "words", encoder=encoder)
    both = Assistant(library, Settings(home=tmp_path, model="words"), CALIBRATION)
    # The first sentence is the best passage of all: see above. 0.6² + 0.8² = 1.
    alone = dict(reasons(both.ask("Who borrowed the spade?"), "3").models)
    assert list(alone) == ["words", "same"]
    assert alone == pytest.approx({"words": 2 / math.sqrt(5.25), "same": 1.0}, abs=1e-5)
    # A follow-up is the mean of itself, as above, and both together: (2, 2, 0.5) / root of 8.25.
    follow_up = both.ask("And who borrowed the spade?", history=["Who borrowed the spade?"])
    assert dict(reasons(follow_up, "3").models)["words"] == pytest.approx(
        (2 + 6 / math.sqrt(8.25)) / 2 / math.sqrt(5.25), abs=1e-5
    )


def test_one_model_has_no_other_beside_it(gardener: Assistant) -> None:
    assert reasons(gardener.ask("Who borrowed the spade?"), "3").models == ()
