from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.catalogue import Catalogue
from corpus.errors import PinciteError
from eval.__main__ import main
from eval.compare import Comparison, compare
from eval.report.recorded import RecordedSystem, read_run
from eval.results import write_results
from eval.runner import evaluate
from eval.systems import LexicalBaseline, System
from eval.types import Cited, Found, Prediction, Question, QuestionSet, UnitKey

if TYPE_CHECKING:
    from tests.eval.conftest import WrittenDown


class Perfect:
    """Cites the gold units, and refuses what has none."""

    name = "perfect"

    def __init__(self) -> None:
        self.settings: Mapping[str, object] = {}

    def answer(self, question: Question) -> Prediction:
        units = [UnitKey("garden", label) for label in question.gold]
        hits = tuple(Found(unit, 1.0) for unit in units)
        return Prediction(hits, tuple(map(Cited, units)), not units, float(bool(units)))


@pytest.fixture
def folder(
    garden: Catalogue,
    garden_questions: QuestionSet,
    written_down: WrittenDown,
    tmp_path: Path,
) -> Path:
    """Return the results of a middling system, a perfect one and BM25."""
    systems: list[System] = [written_down, Perfect(), LexicalBaseline(garden)]
    write_results(evaluate(garden_questions, systems, garden, resamples=20), tmp_path / "run")
    return tmp_path / "run"


@pytest.fixture
def systems(folder: Path) -> dict[str, RecordedSystem]:
    return {system.name: system for system in read_run(folder).systems}


def figures(found: Comparison, measure: str) -> tuple[float | None, float | None, float | None]:
    (difference,) = [d for d in found.differences if d.measure == measure]
    return difference.first, difference.second, difference.p_value


def test_the_difference_of_each_measure(systems: dict[str, RecordedSystem]) -> None:
    found = compare(systems["middling"], systems["perfect"])
    # Worked out in test_runner.py: 2 of 4 against all; the two that differ by 1 have 2 of 4
    # choices of signs as far out.
    first, second, p_value = figures(found, "success@1")
    assert (first, second) == (1 / 2, 1)
    assert p_value == pytest.approx(2 / 4, abs=0.015)
    # Three of four confidences above the unanswerable question's, against all.
    assert figures(found, "confidence_AUROC")[:2] == (3 / 4, 1)
    # The perfect one does not claim that its confidence is a probability.
    assert "expected_calibration_error" not in {d.measure for d in found.differences}
    assert (found.n, found.left_out) == (5, 0)


def test_questions_won_and_lost_are_listed_with_the_largest_first(
    systems: dict[str, RecordedSystem],
) -> None:
    found = compare(systems["middling"], systems["perfect"])
    # g-3 was half right; g-4 refused though answerable; g-5 answered though it is not.
    assert {c.first.question.id: (c.before, c.after) for c in found.won} == {
        "g-4": (0, 1),
        "g-5": (0, 1),
        "g-3": (1 / 2, 1),
    }
    assert found.won[-1].first.question.id == "g-3"
    assert not found.lost
    other_way = compare(systems["perfect"], systems["middling"])
    assert [c.first.question.id for c in other_way.lost] == ["g-4", "g-5", "g-3"]
    assert not other_way.won


def test_kinds_are_compared_apart_where_they_have_the_measure(
    systems: dict[str, RecordedSystem],
) -> None:
    found = compare(systems["middling"], systems["perfect"])
    shown = [(d.measure, d.kind, d.n, d.first, d.second) for d in found.by_kind]
    assert ("success@1", "direct", 2, 1 / 2, 1.0) in shown
    assert ("citation_F1", "multi", 1, 1 / 2, 1.0) in shown
    # An unanswerable question has neither measure.
    assert {kind for _, kind, *_ in shown} == {"direct", "multi", "follow-up"}


def test_only_questions_with_the_same_right_citation_are_compared(
    systems: dict[str, RecordedSystem],
) -> None:
    perfect = systems["perfect"]
    first, *rest = perfect.answers
    moved = dataclasses.replace(first.question, gold=(UnitKey("garden", "5"),))
    changed = dataclasses.replace(
        perfect, answers=(dataclasses.replace(first, question=moved), *rest[:-1])
    )
    found = compare(systems["middling"], changed)
    # g-1 has another gold unit, g-5 was not asked.
    assert (found.n, found.left_out) == (3, 2)
    with pytest.raises(PinciteError, match="no question in common"):
        compare(systems["middling"], dataclasses.replace(perfect, answers=()))


def test_the_command_compares_two_systems_of_one_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", str(folder), "--systems", "middling", "perfect"]) == 0
    shown = capsys.readouterr().out
    assert "perfect against middling: 5 questions" in shown
    assert re.search(r"^success@1 +4 +0\.500 +1\.000 +\+0\.500 +0\.[45]", shown, re.MULTILINE)
    assert "3 questions won" in shown
    assert "g-4 (follow-up) 0.00 -> 1.00: And when next?" in shown
    assert "expected a refusal; cited 5 -> refused" in shown
    assert "0 questions lost" in shown


def test_the_command_compares_two_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(folder), str(folder / "results.json")]) == 0
    assert "middling against middling: 5 questions" in capsys.readouterr().out
    assert main(["compare", str(folder)]) == 2
    assert main(["compare", str(folder), "--systems", "middling", "nobody"]) == 2
    assert "middling, perfect, bm25" in capsys.readouterr().err
    assert main(["compare", str(folder), str(folder / "qrels.trec")]) == 1
    assert "python -m eval run" in capsys.readouterr().err
