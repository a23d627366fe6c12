from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.catalogue import Catalogue
from eval.__main__ import main
from eval.errors import QuestionSetError
from eval.questions import load_questions
from eval.skeleton import choose_units, skeleton
from tests.support.small_library import garden


def test_units_are_spread_over_the_text_in_reading_order() -> None:
    # Six units, three stretches of two: one from (1, 2), one from (2(a), 2(b)), one from (3, 4).
    labels = [place.unit.label for place in choose_units(Catalogue([garden()]), 3)]
    assert len(labels) == 3
    for label, stretch in zip(labels, ({"1", "2"}, {"2(a)", "2(b)"}, {"3", "4"}), strict=True):
        assert label in stretch
    assert len(choose_units(Catalogue([garden()]), 100)) == 6


def test_several_documents_are_named_in_each_line() -> None:
    both = Catalogue([garden("G/1"), garden("G/2")])
    lines = skeleton(choose_units(both, 4), with_document=True)
    assert [line["document"] for line in lines] == ["G/1", "G/1", "G/2", "G/2"]


def test_a_set_begun_says_what_to_fill_in_and_is_whole_then(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    assert main(["new", str(path), "-n", "5"]) == 0
    with pytest.raises(QuestionSetError, match="question must be a text that is not empty"):
        load_questions(path)
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(lines) == 5
    filled = [{**line, "question": f"Question {line['id']}?", "answer": "Yes."} for line in lines]
    path.write_text("".join(json.dumps(line) + "\n" for line in filled), encoding="utf-8")
    assert len(load_questions(path).questions) == 5
    assert main(["check", str(path)]) == 0


def test_a_file_that_is_there_is_not_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text("mine\n", encoding="utf-8")
    assert main(["new", str(path)]) == 1
    assert "exists already" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "mine\n"
