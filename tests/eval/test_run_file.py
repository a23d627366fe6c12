from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.catalogue import Catalogue
from corpus.errors import SettingsError
from eval.results import write_results
from eval.run_file import RunFile, open_runs
from eval.runner import evaluate
from eval.types import QuestionSet

if TYPE_CHECKING:
    from tests.eval.conftest import WrittenDown


def write(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "other.trec"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_a_run_is_ordered_by_score_then_rank_and_cites_its_first(
    garden: Catalogue, garden_questions: QuestionSet, tmp_path: Path
) -> None:
    path = write(
        tmp_path,
        "g-1 Q0 garden#3 3 0.2 other",
        "g-1 Q0 garden#2 2 0.7 other",
        "g-1 Q0 garden#1 1 0.7 other",
    )
    run = RunFile(path, garden)
    first, second, *_ = garden_questions.questions
    found = run.answer(first)
    assert [hit.unit.label for hit in found.hits] == ["1", "2", "3"]
    assert [cited.unit.label for cited in found.cited] == ["1"]
    assert found.confidence == 0.7
    assert run.name == "other"
    # A question that the run does not have is refused.
    assert run.answer(second).abstained


def test_the_run_that_we_wrote_scores_as_the_system_that_made_it(
    garden: Catalogue, garden_questions: QuestionSet, written_down: WrittenDown, tmp_path: Path
) -> None:
    ours = evaluate(garden_questions, [written_down], garden, resamples=20)
    write_results(ours, tmp_path)
    (run,) = open_runs([tmp_path / "middling.run.trec"], garden, ["pincite"])
    theirs = evaluate(garden_questions, [run], garden, resamples=20)
    for measure in ("success@1", "success@3", "recall@10", "MRR@10", "nDCG@10"):
        score = theirs.systems[0].overall.scores[measure]
        assert score == ours.systems[0].overall.scores[measure]


def test_every_fault_of_a_run_is_named(garden: Catalogue, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "g-1 Q0 garden#1 1 0.5 other",
        "g-1 Q0 garden#1 2 0.4 other",
        "g-1 Q0 garden#77 3 0.3 other",
        "g-1 Q0 garden#2 4 nan other",
        "g-1 garden#2 4 0.1 other",
    )
    with pytest.raises(SettingsError) as caught:
        RunFile(path, garden)
    message = str(caught.value)
    assert "line 2 names garden#1 twice for g-1" in message
    assert "line 3 ranks 'garden#77', which is not in the library" in message
    assert "line 4 has rank '4' and score 'nan', which are not numbers" in message
    assert "line 5 has 5 fields, not 6" in message


def test_a_run_needs_one_name_of_its_own(garden: Catalogue, tmp_path: Path) -> None:
    two = write(tmp_path, "g-1 Q0 garden#1 1 0.5 one", "g-2 Q0 garden#1 1 0.5 two")
    with pytest.raises(SettingsError, match=r"2 tags \(one, two\)"):
        RunFile(two, garden)
    path = write(tmp_path, "g-1 Q0 garden#1 1 0.5 bm25")
    with pytest.raises(SettingsError, match="another system's name"):
        open_runs([path], garden, ["pincite", "bm25"])
    with pytest.raises(SettingsError, match="another system's name"):
        open_runs([path, path], garden, [])
    with pytest.raises(SettingsError, match=r"0 tags"):
        RunFile(write(tmp_path), garden)
    with pytest.raises(SettingsError, match="Cannot read the run"):
        RunFile(tmp_path / "nothing.trec", garden)
