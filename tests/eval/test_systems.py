from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from assistant.assistant import Assistant
from assistant.calibration import Reranking
from assistant.factory import open_assistant
from assistant.settings import Settings
from corpus.catalogue import Catalogue
from embeddings.encoders import ensure_encoder
from embeddings.models import DEFAULT_MODEL
from embeddings.vector_index import VectorIndex
from eval.library import make_systems
from eval.systems import DenseBaseline, LexicalBaseline, PinciteSystem, RankFusion
from eval.types import Found, Prediction, Question, UnitKey
from tests.support.small_library import WordEncoder, garden

ASKED = Question(id="q", kind="direct", question="Who chaired the meeting?", gold=("1",))


@pytest.fixture(scope="module")
def dense(assistant: Assistant) -> DenseBaseline:
    library = assistant.library
    return DenseBaseline.over_own_words(library.encoder, library.units)


def test_the_dense_baseline_is_the_models_cosine_over_own_words(
    dense: DenseBaseline, assistant: Assistant
) -> None:
    # No paragraph of the report is longer than the model reads.
    units = [place.unit for place in assistant.library.units]
    encoder = assistant.library.encoder
    vectors = encoder.encode_passages([unit.text for unit in units])
    cosines = vectors @ encoder.encode_queries([ASKED.question])[0]
    best = dict(zip([unit.label for unit in units], cosines.tolist(), strict=True))
    expected = sorted(best, key=lambda label: -best[label])[:20]
    found = dense.answer(ASKED)
    assert [f.unit.label for f in found.hits] == expected
    assert found.hits[0].score == pytest.approx(best[expected[0]], abs=1e-6)
    assert dense.settings == {"model": encoder.name, "text": "own words"}


def test_a_baseline_cites_its_first_unit_and_is_as_sure_as_its_score(
    dense: DenseBaseline, assistant: Assistant
) -> None:
    for baseline in (dense, LexicalBaseline(assistant.catalogue)):
        found = baseline.answer(ASKED)
        assert not found.abstained
        assert [c.unit for c in found.cited] == [found.hits[0].unit]
        assert found.confidence == found.hits[0].score
        assert len({f.unit for f in found.hits}) == len(found.hits) <= 20


def test_pincite_is_measured_by_what_it_answers(assistant: Assistant) -> None:
    system = PinciteSystem(assistant)
    answer = assistant.ask(ASKED.question)
    found = system.answer(ASKED)
    assert [f.unit.label for f in found.hits] == [hit.label for hit in answer.hits]
    assert [(c.unit.label, c.quote) for c in found.cited] == [
        (c.label, c.quote) for c in answer.citations
    ]
    assert (found.abstained, found.confidence) == (answer.abstained, answer.confidence)


def test_pincite_gets_the_chat_before_a_follow_up(assistant: Assistant) -> None:
    history = ("What can States do to protect children?",)
    follow_up = Question(
        id="q", kind="follow-up", question="Who else?", gold=("1",), history=history
    )
    answer = assistant.ask("Who else?", history=history)
    found = PinciteSystem(assistant).answer(follow_up)
    assert [f.unit.label for f in found.hits] == [hit.label for hit in answer.hits]


def test_settings_on_record_do_not_name_the_data_folder(assistant: Assistant) -> None:
    settings = PinciteSystem(assistant).settings
    assert settings["model"] == assistant.settings.model
    assert settings["threshold"] == assistant.threshold
    assert "home" not in settings


def test_how_close_matches_are_read_is_on_record(assistant: Assistant) -> None:
    fitted = replace(assistant.calibration, reranking=Reranking(5, 0.01, 0.05, 0.002))
    settings = PinciteSystem(Assistant(assistant.library, assistant.settings, fitted)).settings
    calibration = json.loads(json.dumps(settings))["calibration"]
    assert calibration["reranking"] == {
        "depth": 5,
        "gap": 0.01,
        "reach": 0.05,
        "weight": 0.002,
    }
    without = PinciteSystem(assistant).settings["calibration"]
    assert json.loads(json.dumps(without))["reranking"] is None


class Listed:
    """A ranker of the labels it was made with."""

    settings: Mapping[str, object] = MappingProxyType({})

    def __init__(self, name: str, labels: str) -> None:
        self.name = name
        self._found = [Found(UnitKey("d", label), 1.0) for label in labels.split()]

    def rank(self, question: str, depth: int) -> list[Found]:
        return self._found[:depth]

    def answer(self, question: Question) -> Prediction:
        return Prediction(tuple(self._found), (), False, 1.0)


def test_rank_fusion_adds_reciprocal_ranks() -> None:
    fused = RankFusion([Listed("one", "a b c"), Listed("two", "c a d")])
    found = fused.answer(ASKED)
    # a: 1/61 + 1/62; c: 1/63 + 1/61; b: 1/62; d: 1/63.
    assert [hit.unit.label for hit in found.hits] == ["a", "c", "b", "d"]
    assert [hit.score for hit in found.hits] == pytest.approx(
        [1 / 61 + 1 / 62, 1 / 63 + 1 / 61, 1 / 62, 1 / 63]
    )
    assert [cited.unit.label for cited in found.cited] == ["a"]
    assert fused.settings["fuses"] == ["one", "two"]


def test_units_that_tie_in_rank_fusion_go_by_label() -> None:
    fused = RankFusion([Listed("one", "b a"), Listed("two", "a b")])
    assert [found.unit.label for found in fused.rank("", 10)] == ["a", "b"]


def test_rank_fusion_without_any_hit_refuses() -> None:
    assert RankFusion([Listed("one", "")]).answer(ASKED).abstained


def test_the_dense_baseline_looks_past_passages_of_the_same_unit() -> None:
    # Ten passages of the first unit are nearer than the only one of the second.
    encoder = WordEncoder()
    texts = ["apples"] * 10 + ["pears"]
    units = [UnitKey("d", "2" if text == "pears" else "1") for text in texts]
    index = VectorIndex.build(encoder.encode_passages(texts))
    baseline = DenseBaseline(encoder, units, index, "words")
    assert [found.unit.label for found in baseline.rank("apple", 2)] == ["1", "2"]
    assert [found.unit.label for found in baseline.rank("apple", 1)] == ["1"]


def test_the_dense_baseline_cuts_long_units_and_knows_nothing_that_stands_over_them() -> None:
    class Narrow(WordEncoder):
        max_tokens = 7

    text = "Tools\n\n1. The spade was lent. Nobody ate plums.\n\n2. Apples are:\n\n(a) pears.\n"
    baseline = DenseBaseline.over_own_words(Narrow(), Catalogue([garden(text=text)]))
    # Of 5 words, the window that is nearest is "Nobody ate plums.": (1, passage 0.5) / root of
    # 1.25, asked by (1, question 0.5) / root of 1.25.
    (first,) = baseline.rank("plums", 1)
    assert first.unit == UnitKey("G/1", "1")
    assert first.score == pytest.approx(1 / 1.25)
    # "Apples are:" stands over "pears.", and is no part of it.
    found = {hit.unit.label: hit.score for hit in baseline.rank("apples", 3)}
    assert found == {"2": pytest.approx(1 / 1.25), "1": 0.0, "2(a)": 0.0}


def test_the_dense_baseline_of_a_library_is_its_first_model_as_published(
    copied_home: Path,
) -> None:
    assistant = open_assistant(Settings(home=copied_home))
    (made,) = make_systems([DenseBaseline.name], assistant)
    assert isinstance(made, DenseBaseline)
    published = ensure_encoder(copied_home, DEFAULT_MODEL, lambda *_: None)
    expected = DenseBaseline.over_own_words(published, assistant.library.units)
    assert made.settings == {"model": DEFAULT_MODEL, "text": "own words"}
    assert made.rank(ASKED.question, 20) == expected.rank(ASKED.question, 20)
