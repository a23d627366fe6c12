from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import ir_measures
import pytest

from corpus.catalogue import Catalogue
from corpus.errors import SettingsError
from eval.results import VOLATILE, source_commit, write_results
from eval.runner import evaluate
from eval.systems import LexicalBaseline, System
from eval.types import Evaluation, QuestionSet

if TYPE_CHECKING:
    from tests.eval.conftest import WrittenDown


@pytest.fixture
def evaluation(
    garden: Catalogue, garden_questions: QuestionSet, written_down: WrittenDown
) -> Evaluation:
    systems: list[System] = [written_down, LexicalBaseline(garden)]
    return evaluate(garden_questions, systems, garden, resamples=50)


def read(folder: Path) -> dict[str, object]:
    found = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def test_results_are_the_same_twice_but_for_times(
    garden: Catalogue,
    garden_questions: QuestionSet,
    evaluation: Evaluation,
    written_down: WrittenDown,
    tmp_path: Path,
) -> None:
    again = evaluate(
        garden_questions, [written_down, LexicalBaseline(garden)], garden, resamples=50
    )
    write_results(evaluation, tmp_path / "one")
    write_results(again, tmp_path / "two")
    for name in ("qrels.trec", "middling.run.trec", "bm25.run.trec"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    one, two = read(tmp_path / "one"), read(tmp_path / "two")
    for key in VOLATILE:
        assert one.pop(key)
        assert two.pop(key)
    assert json.dumps(one) == json.dumps(two)


def test_results_hold_what_is_needed_to_repeat_them(
    evaluation: Evaluation, garden: Catalogue, tmp_path: Path
) -> None:
    record = write_results(evaluation, tmp_path)
    assert read(tmp_path) == json.loads(json.dumps(record))
    assert record["documents"] == {"garden": garden.documents[0].content_hash}
    assert record["bootstrap"] == {"confidence": 0.95, "resamples": 50, "seed": 20111010}
    question_set = record["set"]
    assert isinstance(question_set, dict)
    assert question_set["name"] == "five"
    versions = record["versions"]
    assert isinstance(versions, dict)
    assert versions["ir-measures"] == ir_measures.__version__


def test_results_hold_every_answer_with_its_scores(evaluation: Evaluation, tmp_path: Path) -> None:
    record = json.loads(json.dumps(write_results(evaluation, tmp_path)))
    assert record["questions"][2]["gold"] == [
        {"document": "garden", "label": "4"},
        {"document": "garden", "label": "6"},
    ]
    system = record["systems"][0]
    answer = system["answers"][2]
    assert answer["id"] == "g-3"
    # 5 stands between the gold units 4 and 6.
    unquoted = {"document": "garden", "quote": "", "verbatim": None}
    assert answer["cited"] == [
        {**unquoted, "label": "4", "depth": "exact"},
        {**unquoted, "label": "5", "depth": "next-door"},
    ]
    assert answer["first_gold_rank"] == 1
    assert [hit["label"] for hit in answer["hits"]] == ["4", "5", "1", "2", "3", "6"]
    assert answer["scores"]["citation_precision"] == 0.5
    assert system["overall"]["scores"]["success@1"]["value"] == 0.5
    assert system["by_kind"]["near"]["scores"]["success@1"]["value"] is None
    assert set(record["timings"]["middling"]["questions"]) == {f"g-{i}" for i in range(1, 6)}


def test_the_trec_files_give_the_same_figures_to_ir_measures(
    evaluation: Evaluation, tmp_path: Path
) -> None:
    write_results(evaluation, tmp_path)
    path = str(tmp_path / "qrels.trec")
    qrels = list(ir_measures.read_trec_qrels(path))  # type: ignore[no-untyped-call]
    path = str(tmp_path / "middling.run.trec")
    run = list(ir_measures.read_trec_run(path))  # type: ignore[no-untyped-call]
    measures = {
        "success@1": ir_measures.Success @ 1,
        "recall@5": ir_measures.R @ 5,
        "MRR@10": ir_measures.RR @ 10,
        "nDCG@10": ir_measures.nDCG @ 10,
    }
    theirs = ir_measures.calc_aggregate(list(measures.values()), qrels, run)
    for name, measure in measures.items():
        assert evaluation.systems[0].overall.scores[name].value == pytest.approx(theirs[measure])


def test_trec_lines_are_in_the_fields_form(evaluation: Evaluation, tmp_path: Path) -> None:
    write_results(evaluation, tmp_path)
    qrels = (tmp_path / "qrels.trec").read_text(encoding="utf-8").splitlines()
    # One line a gold unit; none for the unanswerable question nor for acceptable units.
    assert qrels == [
        "g-1 0 garden#1 1",
        "g-2 0 garden#2 1",
        "g-3 0 garden#4 1",
        "g-3 0 garden#6 1",
        "g-4 0 garden#3 1",
    ]
    run = (tmp_path / "middling.run.trec").read_text(encoding="utf-8").splitlines()
    assert run[:2] == [
        "g-1 Q0 garden#1 1 1.000000 middling",
        "g-1 Q0 garden#2 2 0.500000 middling",
    ]


def test_a_folder_that_cannot_be_written_is_a_stated_error(
    evaluation: Evaluation, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(SettingsError, match="--output FOLDER"):
        write_results(evaluation, tmp_path / "file")


def test_the_commit_is_that_of_the_code_and_not_of_a_repository_around_it(tmp_path: Path) -> None:
    def git(*arguments: str) -> str:
        author = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        command = ["git", "-C", str(tmp_path), *author, *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    kept, installed = tmp_path / "kept.py", tmp_path / "installed.py"
    kept.write_text("1\n", encoding="utf-8")
    installed.write_text("1\n", encoding="utf-8")
    git("init", "--quiet")
    git("add", "kept.py")
    git("commit", "--quiet", "--no-verify", "--message", "One")
    commit = git("rev-parse", "HEAD")
    assert source_commit(kept) == {"hash": commit, "changed": False}
    assert source_commit(installed) is None
    kept.write_text("2\n", encoding="utf-8")
    assert source_commit(kept) == {"hash": commit, "changed": True}
    assert source_commit(tmp_path / "no" / "folder.py") is None
