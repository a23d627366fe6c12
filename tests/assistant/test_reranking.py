"""Reading the best units, with a reranker that can be checked by eye."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant.assistant import Assistant
from assistant.calibration import Reranking
from assistant.factory import make_assistant
from assistant.reranking import Read, reranked
from assistant.retrieval import READ, SIGNALS, Signals
from assistant.settings import Settings
from tests.support.small_library import CALIBRATION, garden, open_garden

ALWAYS = Reranking(depth=3, gap=1.0, reach=1.0, weight=0.05)
QUESTION = "Who borrowed the spade from the gardeners last summer?"


class Fake:
    """Finds a question likeliest after the text with a word, and keeps what it was asked."""

    def __init__(self, word: str) -> None:
        self._word = word
        self.asked: list[tuple[str, str]] = []
        self.openings: set[str] = set()
        self.prepared = False

    def prepare(self) -> None:
        self.prepared = True

    def log_probabilities(self, question: str, text: str, opening: str = "") -> np.ndarray:
        self.asked.append((question, text))
        self.openings.add(opening)
        return np.array([-1.0 if self._word in text else -30.0, -0.5], dtype=np.float32)


@pytest.fixture(scope="module")
def gardener(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_garden(tmp_path_factory.mktemp("garden"))


def with_reranker(gardener: Assistant, fake: Fake, fitted: Reranking = ALWAYS) -> Assistant:
    calibration = replace(CALIBRATION, reranking=fitted)
    return Assistant(gardener.library, gardener.settings, calibration, fake)


def labels(assistant: Assistant, question: str = QUESTION) -> list[str]:
    return [hit.label for hit in assistant.ask(question).hits]


def test_what_the_reranker_prefers_comes_first_and_what_it_has_not_read_stays_behind(
    gardener: Assistant,
) -> None:
    before = labels(gardener)
    assert before[:2] == ["3", "4"]
    fake = Fake("No meeting")
    reader = with_reranker(gardener, fake)
    after = labels(reader)
    assert after[0] == "4"
    assert set(after[:3]) == set(before[:3])
    assert after[3:] == before[3:]
    # Its first score is the one that the best unit had.
    assert reader.ask(QUESTION).hits[0].score == pytest.approx(gardener.ask(QUESTION).hits[0].score)
    assert [hit.label for hit in reader.search(QUESTION)][0] == "4"


def test_it_reads_the_unit_under_its_title_and_headings_once(gardener: Assistant) -> None:
    fake = Fake("spade")
    reader = with_reranker(gardener, fake)
    reader.ask(QUESTION)
    # The title without a unit, and three units after it.
    assert fake.asked[0] == (QUESTION, "Report on the garden.")
    question, text = fake.asked[1]
    assert question == QUESTION
    assert text.startswith("Report on the garden. II. Tools. The spade was lent")
    assert len(fake.asked) == 4
    assert fake.openings == {"Report on the garden."}
    reader.ask(QUESTION)
    assert len(fake.asked) == 4


def test_where_the_first_stands_far_ahead_it_alone_is_read_and_nothing_moves(
    gardener: Assistant,
) -> None:
    first, second = gardener.ask(QUESTION).hits[:2]
    ahead = first.score - second.score
    fake = Fake("No meeting")
    apart = with_reranker(gardener, fake, replace(ALWAYS, gap=ahead * 0.99))
    answer = apart.ask(QUESTION)
    assert [hit.label for hit in answer.hits] == labels(gardener)
    assert [text[:29] for _, text in fake.asked] == [
        "Report on the garden.",
        "Report on the garden. II. Too",
    ]
    signals = apart.ranked(apart.read(QUESTION))
    # The spade is no meeting: the question is no likelier after the unit than after the title.
    assert (signals.explained, signals.least, signals.read) == (0.0, 0.0, None)
    assert all(part.name != READ for unit in answer.explanation.units for part in unit.signals)
    assert labels(with_reranker(gardener, fake, replace(ALWAYS, gap=ahead * 1.01)))[0] == "4"


def test_a_search_reads_only_to_rank(gardener: Assistant) -> None:
    fake = Fake("No meeting")
    apart = with_reranker(gardener, fake, replace(ALWAYS, gap=0.0))
    apart.search(QUESTION)
    assert fake.asked == []
    assert not fake.prepared
    with_reranker(gardener, fake).search(QUESTION)
    assert len(fake.asked) == 4


def test_what_the_best_unit_explains_makes_an_answer_surer(gardener: Assistant) -> None:
    weights = {"bias": 0.0, "explained": 0.2, "worst_part": 0.0}
    calibration = replace(CALIBRATION, reranking=replace(ALWAYS, gap=0.0), confidence=weights)

    def confidence(word: str) -> float:
        library, settings = gardener.library, gardener.settings
        return Assistant(library, settings, calibration, Fake(word)).ask(QUESTION).confidence

    assert confidence("spade") > confidence("No meeting")


def test_it_is_opened_beside_the_search_for_an_english_question_alone(
    gardener: Assistant,
) -> None:
    for question, opened in (("Où est la bêche des jardiniers ?", False), (QUESTION, True)):
        fake = Fake("spade")
        with_reranker(gardener, fake).ask(question)
        assert fake.prepared == opened


def test_it_reads_no_other_language_than_its_own(gardener: Assistant) -> None:
    fake = Fake("No meeting")
    reader = with_reranker(gardener, fake)
    reader.ask("Qui a emprunté la bêche aux jardiniers l’été dernier ?")
    assert fake.asked == []


def test_a_follow_up_is_read_with_its_background(gardener: Assistant) -> None:
    fake = Fake("spade")
    with_reranker(gardener, fake).ask("And the new one?", history=["To whom was the spade lent?"])
    assert {question for question, _ in fake.asked} == {
        "To whom was the spade lent? And the new one?"
    }


def test_a_paragraph_that_is_named_is_looked_up_and_not_read(gardener: Assistant) -> None:
    fake = Fake("spade")
    with_reranker(gardener, fake).ask("What does paragraph 4 say about the meeting?")
    assert fake.asked == []


def test_the_explanation_still_adds_up(gardener: Assistant) -> None:
    answer = with_reranker(gardener, Fake("No meeting")).ask(QUESTION)
    for unit in answer.explanation.units:
        assert sum(part.contribution for part in unit.signals) == pytest.approx(
            unit.score, abs=1e-5
        )
    assert answer.explanation.units[0].signals[-1].name == "read"
    assert answer.timings_ms["rerank"] > 0
    assert gardener.ask(QUESTION).explanation.units[0].signals[-1].name == SIGNALS[-1]


def test_scores_move_by_what_the_reading_is_worth() -> None:
    fused = np.array([0.5, 0.48, 0.47, 0.1], dtype=np.float32)
    signals = Signals({}, fused, fused)
    tokens = np.array([[-10, -2], [-3, -7], [-80, -10]], dtype=np.float32)
    read = Read((0, 1, 2), tokens, np.array([-20, -5], dtype=np.float32))
    found = reranked(signals, read, 0.02)
    # 0.5 - 0.24 and 0.48 - 0.2: the second leads by 0.02 and gets what the first had.
    assert found.fused[:2] == pytest.approx([0.48, 0.5])
    # 0.47 - 1.8 would fall below the unit that has not been read.
    assert found.fused[2] > found.fused[3]
    assert found.fused[2] == pytest.approx(0.1, abs=1e-6)
    assert found.fused[3] == fused[3]
    assert found.read is not None
    assert found.read + fused == pytest.approx(found.fused)
    # The second makes the question likeliest: tokens by 17 and -2. After the first they gain 10 and
    # 3: -2 log((exp(-5) + exp(-1.5)) / 2) = 4.33; after the second the -2 weighs more.
    assert found.explained == pytest.approx(7.5)
    assert found.least == pytest.approx(4.327, abs=0.01)


def test_units_that_a_filter_leaves_out_are_not_read(tmp_path: Path) -> None:
    both = open_garden(tmp_path, garden(), garden("G/2"))
    fake = Fake("No meeting")
    answer = with_reranker(both, fake).ask(QUESTION, document="G/2")
    assert {hit.document for hit in answer.hits} == {"G/2"}
    assert answer.hits[0].label == "4"


def test_without_an_export_or_with_the_setting_off_nothing_is_read(
    gardener: Assistant, tmp_path: Path
) -> None:
    for settings in (Settings(home=tmp_path), Settings(home=tmp_path, rerank=False)):
        assert make_assistant(gardener.library, settings).calibration.reranking is None
