"""A second model reads the best units again, and nothing else is moved."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant import reranking
from assistant.assistant import Assistant
from assistant.calibration import Reranking, load_calibration
from assistant.conversation import ReadQuestion
from assistant.factory import open_assistant
from assistant.reranking import Reranker
from assistant.retrieval import SECOND, Signals
from assistant.settings import Settings
from embeddings.build import build_library
from embeddings.encoders import export_folder
from embeddings.models import (
    BEST_ENSEMBLE,
    E5_MODEL,
    TUNED_MODEL,
    known_sha256,
    reranker_of,
)
from embeddings.types import Vectors
from tests.support.small_library import CALIBRATION, garden, open_garden

QUESTION = "Who borrowed the spade?"
FITTED = Reranking("other", 3, 2.0)


class OtherEncoder:
    """Finds a passage as near to every question as a table says by a word in it; else at 0.2."""

    name = "other"
    dim = 2
    weights_sha256 = "1" * 64
    max_tokens = 64

    def __init__(self, cosines: Mapping[str, float]) -> None:
        self.cosines = cosines
        self.read: list[str] = []
        self.asked: list[str] = []

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return np.array([(1.0, 0.0)] * len(texts), dtype=np.float32)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        self.read += texts
        found = [
            next((c for word, c in self.cosines.items() if word in text), 0.2) for text in texts
        ]
        return np.array([(c, (1 - c * c) ** 0.5) for c in found], dtype=np.float32)

    def count_tokens(self, text: str) -> int:
        return len(text.split())


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_garden(tmp_path_factory.mktemp("garden"))


def ranked(assistant: Assistant, signals: Signals) -> list[tuple[str, float]]:
    units = assistant.library.units
    return [(units[row].unit.label, float(signals.fused[row])) for row in signals.order()]


def looked_again(plain: Assistant, encoder: OtherEncoder, fitted: Reranking = FITTED) -> Assistant:
    reranker = Reranker(plain.library, fitted, lambda: encoder)
    return Assistant(plain.library, plain.settings, CALIBRATION, reranker)


def test_the_best_units_are_put_in_a_new_order_before_all_others(plain: Assistant) -> None:
    read = ReadQuestion(QUESTION, "")
    before = ranked(plain, plain.signals(read))
    labels = [label for label, _ in before]
    encoder = OtherEncoder({"meeting": 0.9, "spade": 0.3})
    after = ranked(plain, looked_again(plain, encoder).signals(read))
    assert labels[:2] == ["3", "4"]
    assert [label for label, _ in after][:2] == ["4", "3"]
    assert sorted(label for label, _ in after[:3]) == sorted(labels[:3])
    assert after[3:] == before[3:]
    # What the nearest gains is its lead over the farthest of the three; the farthest gains nothing.
    gained = {label: score - dict(before)[label] for label, score in after}
    assert gained["4"] == pytest.approx(2.0 * (0.9 - 0.2), abs=1e-6)
    assert gained["3"] == pytest.approx(2.0 * (0.3 - 0.2), abs=1e-6)
    assert gained[labels[2]] == 0
    assert len(encoder.read) == 3
    assert all(text.startswith("II. Tools.") for text in encoder.read[:2])


def test_a_library_of_one_unit_is_left_alone(plain: Assistant) -> None:
    encoder = OtherEncoder({})
    one = looked_again(plain, encoder, Reranking("other", 1, 2.0))
    assert ranked(plain, one.signals(ReadQuestion(QUESTION, ""))) == ranked(
        plain, plain.signals(ReadQuestion(QUESTION, ""))
    )
    assert encoder.read == []


def test_a_passage_is_read_once_and_the_oldest_is_forgotten(
    plain: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    encoder = OtherEncoder({})
    assistant = looked_again(plain, encoder)
    for _ in range(2):
        assistant.ask(QUESTION)
    assert len(encoder.read) == len(set(encoder.read)) == 3
    monkeypatch.setattr(reranking, "_KEPT", 2)
    assistant.ask("What became of the apples?")
    read = len(encoder.read)
    assistant.ask(QUESTION)
    assert len(encoder.read) > read


def test_of_a_long_unit_the_part_that_was_found_is_read(tmp_path: Path) -> None:
    long = " ".join(["word"] * 60)
    text = f"Notes\n\n1. {long} apples {long}.\n\n2. {long} {long} spade.\n\n3. Nothing.\n"
    plain = open_garden(tmp_path, garden("L/1", text))
    encoder = OtherEncoder({"spade": 0.9})
    looked_again(plain, encoder).ask("Where is the spade?")
    of_the_second = [text for text in encoder.read if "spade" in text]
    assert len(of_the_second) == 1


def test_a_follow_up_is_compared_alone_and_with_what_it_leans_on(plain: Assistant) -> None:
    encoder = OtherEncoder({})
    looked_again(plain, encoder).ask("And what does it cost?", history=[QUESTION])
    assert encoder.asked == ["And what does it cost?", f"{QUESTION} And what does it cost?"]


def test_paragraphs_that_are_named_are_not_read_again(plain: Assistant) -> None:
    encoder = OtherEncoder({})
    answer = looked_again(plain, encoder).ask("What does para. 3 say?")
    assert answer.named
    assert encoder.read == []


def test_the_explanation_has_the_second_look_and_adds_up(plain: Assistant) -> None:
    fitted = replace(CALIBRATION, reranking=FITTED)
    reranker = Reranker(plain.library, FITTED, lambda: OtherEncoder({"spade": 0.9}))
    answer = Assistant(plain.library, plain.settings, fitted, reranker).ask(QUESTION)
    first = answer.explanation.units[0]
    parts = {part.name: part for part in first.signals}
    assert parts[SECOND].weight == 2.0
    assert parts[SECOND].value == pytest.approx(0.7, abs=1e-6)
    assert sum(part.contribution for part in first.signals) == pytest.approx(first.score, abs=1e-5)


@pytest.mark.skipif(reranker_of(TUNED_MODEL) is None, reason="multilingual-e5-small has no wheel")
def test_a_library_of_the_small_model_is_looked_at_by_the_larger_one(
    shipped_home: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    # The export of the small model is there; that of the published e5 is made.
    shutil.copytree(shipped_home / "models", home / "models")
    build_library(home, [garden()], TUNED_MODEL, lambda *_: None)
    assistant = open_assistant(Settings(home=home))
    assert assistant.reranker is not None
    assert assistant.calibration == load_calibration(TUNED_MODEL, E5_MODEL)
    assert assistant.calibration.reranking == assistant.reranker.fitted
    answer = assistant.ask("Who has got the shovel?")
    assert [citation.label for citation in answer.citations] == ["3"]
    assert SECOND in {part.name for part in answer.explanation.units[0].signals}

    without = open_assistant(Settings(home=home, rerank=False))
    assert without.reranker is None
    assert without.calibration == load_calibration(TUNED_MODEL)
    shutil.rmtree(export_folder(home, E5_MODEL, known_sha256(E5_MODEL)))
    assert open_assistant(Settings(home=home)).reranker is None


def test_only_the_small_model_alone_has_one_that_looks_again(shipped_home: Path) -> None:
    assert reranker_of("all-MiniLM-L6-v2") is None
    assert reranker_of(BEST_ENSEMBLE) is None
    assert open_assistant(Settings(home=shipped_home)).reranker is None
