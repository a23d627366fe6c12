from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.errors import PinciteError
from eval.errors import QuestionSetError
from eval.questions import find_set, load_questions
from eval.types import Evidence, Question

GOOD: dict[str, object] = {
    "id": "q-1",
    "kind": "direct",
    "question": "Who may enter?",
    "history": [],
    "gold": ["1"],
    "acceptable": ["2"],
    "evidence": [{"label": "1", "quote": "Everybody may enter"}],
    "answer": "Everybody.",
}


def write(path: Path, *lines: object) -> Path:
    text = "\n".join(x if isinstance(x, str) else json.dumps(x) for x in lines)
    path.write_text(text + "\n", encoding="utf-8")
    return path


def faults(path: Path) -> tuple[str, ...]:
    with pytest.raises(QuestionSetError) as caught:
        load_questions(path)
    return caught.value.problems


def test_load_questions_reads_every_field(tmp_path: Path) -> None:
    follow_up = {
        "id": "q-2",
        "kind": "follow-up",
        "question": "And leave?",
        "history": ["Who may enter?"],
        "gold": ["2", "3"],
        "evidence": [{"label": "3", "quote": "nobody"}],
        "answer": "Nobody.",
        "document": "A/1",
    }
    found = load_questions(write(tmp_path / "mine.jsonl", GOOD, "", follow_up))
    assert found.name == "mine"
    assert found.questions == (
        Question(
            id="q-1",
            kind="direct",
            question="Who may enter?",
            gold=("1",),
            acceptable=("2",),
            evidence=(Evidence("1", "Everybody may enter"),),
            answer="Everybody.",
        ),
        Question(
            id="q-2",
            kind="follow-up",
            question="And leave?",
            history=("Who may enter?",),
            gold=("2", "3"),
            evidence=(Evidence("3", "nobody"),),
            answer="Nobody.",
            document="A/1",
        ),
    )


def test_an_unanswerable_question_needs_only_an_empty_gold(tmp_path: Path) -> None:
    line = {"id": "n", "kind": "near", "question": "How tall is the hall?", "gold": []}
    question = load_questions(write(tmp_path / "s.jsonl", line)).questions[0]
    assert not question.answerable


def test_every_bad_line_is_named_at_once(tmp_path: Path) -> None:
    path = write(
        tmp_path / "s.jsonl",
        "{not json",
        GOOD,
        {**GOOD, "id": "q-2", "kind": "directly"},
        "[1]",
        {**GOOD, "id": "q-1"},
    )
    found = faults(path)
    assert [f.split(":")[0] for f in found] == ["line 1", "line 3", "line 4", "line 5"]
    assert "not JSON" in found[0]
    assert "no kind 'directly'; there are direct, paraphrase" in found[1]
    assert "id 'q-1' is taken by line 2" in found[3]


@pytest.mark.parametrize("line", ["[" * 100_000, "7" * 5_000])
def test_json_that_no_reader_takes_is_a_fault(tmp_path: Path, line: str) -> None:
    assert faults(write(tmp_path / "s.jsonl", GOOD, line)) == ("line 2: not JSON",)


def test_every_fault_of_one_line_is_named(tmp_path: Path) -> None:
    found = faults(write(tmp_path / "s.jsonl", {"id": 3, "kind": "fact", "labels": ["1"]}))
    assert len(found) == 4
    assert "unknown fields labels" in found[0]
    assert "id must be a text" in found[1]
    assert "question must be a text" in found[2]
    assert "gold is missing" in found[3]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"id": "q 1"}, "may hold only letters"),
        ({"kind": "near"}, "a near question has no gold labels"),
        ({"gold": [], "evidence": [], "answer": ""}, "a direct question needs gold labels"),
        ({"history": ["earlier"]}, "history goes with kind follow-up"),
        ({"kind": "follow-up"}, "history goes with kind follow-up"),
        ({"acceptable": ["1"]}, "1 cannot be both gold and acceptable"),
        ({"evidence": []}, "an answerable question needs evidence"),
        ({"evidence": [{"label": "9", "quote": "x"}]}, "evidence from 9"),
        ({"evidence": [{"label": "1"}]}, "evidence must be a list"),
        ({"gold": ["1", "1"]}, "gold names a label twice"),
        ({"gold": "1"}, "gold must be a list"),
        ({"answer": ""}, "a reference answer goes with gold labels"),
        ({"answer": 3}, "answer must be a text"),
        ({"kind": "multi"}, "needs two gold labels or more"),
        ({"kind": "multi", "gold": ["1", "3"]}, "3 has none"),
    ],
)
def test_a_faulty_question_is_explained(
    tmp_path: Path, change: dict[str, object], message: str
) -> None:
    assert any(
        message in fault for fault in faults(write(tmp_path / "s.jsonl", {**GOOD, **change}))
    )


def test_a_set_without_questions_is_an_error(tmp_path: Path) -> None:
    assert faults(write(tmp_path / "s.jsonl", "")) == ("no questions",)


def test_a_file_that_is_not_text_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "s.jsonl").write_bytes(b"\xff\xfe\x00")
    assert faults(tmp_path / "s.jsonl") == ("not UTF-8 at byte 0",)


def test_a_missing_file_is_an_error_that_names_the_shipped_sets(tmp_path: Path) -> None:
    with pytest.raises(PinciteError, match="no such file; shipped sets are tune and report"):
        find_set(str(tmp_path / "none.jsonl"))


def test_the_message_names_the_file_and_how_many_faults(tmp_path: Path) -> None:
    path = write(tmp_path / "s.jsonl", "{", "}")
    with pytest.raises(QuestionSetError) as caught:
        load_questions(path)
    assert str(caught.value).startswith(f"2 faults in {path}: line 1: ")
    assert "python -m eval check --help" in str(caught.value)
