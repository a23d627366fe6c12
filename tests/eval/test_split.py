from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from eval.__main__ import main
from eval.questions import find_set, load_questions
from eval.split import SEED, deal
from eval.types import Question


def question(number: int, kind: str) -> Question:
    return Question(f"m-{number:02d}", kind, f"Question {number}?", (), (), (), (), "", None)


def test_each_kind_is_halved_and_nothing_is_lost() -> None:
    questions = [question(n, "near") for n in range(5)] + [question(n, "far") for n in range(5, 9)]
    tune, report = deal(questions, seed=3)
    # Five: three to report and two to tune; four: two and two.
    assert Counter(q.kind for q in report) == {"near": 3, "far": 2}
    assert Counter(q.kind for q in tune) == {"near": 2, "far": 2}
    assert {q.id for q in (*tune, *report)} == {q.id for q in questions}


def test_the_deal_depends_on_the_seed_and_not_on_the_order() -> None:
    questions = [question(n, "near") for n in range(20)]
    assert deal(questions, 3) == deal(questions[::-1], 3)
    assert deal(questions, 3) != deal(questions, 4)


def test_the_shipped_sets_are_what_the_recorded_seed_deals() -> None:
    # Whatever was never looked at before the deal has an id that begins with q.
    tune, report = (load_questions(find_set(name)).questions for name in ("tune", "report"))
    dealt = [q for q in tune if q.id.startswith("q-")]
    assert len(dealt) > 200
    assert all(q.id.startswith("q-") for q in report)
    to_tune, to_report = deal([*dealt, *report], SEED)
    assert [q.id for q in to_tune] == [q.id for q in dealt]
    assert [q.id for q in to_report] == [q.id for q in report]


def line(number: int) -> str:
    made = {"id": f"m-{number}", "kind": "near", "question": f"Question {number}?", "gold": []}
    return json.dumps(made)


def test_a_set_is_split_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = tmp_path / "mine.jsonl"
    whole.write_text("\n".join(line(n) for n in range(6)) + "\n", encoding="utf-8")
    assert main(["split", str(whole), "--seed", "7"]) == 0
    halves = [
        (tmp_path / f"mine-{half}.jsonl").read_text(encoding="utf-8").splitlines()
        for half in ("tune", "report")
    ]
    assert [len(half) for half in halves] == [3, 3]
    assert sorted(halves[0] + halves[1]) == sorted(line(n) for n in range(6))
    # A second deal would mix what has been looked at with what has not.
    assert main(["split", str(whole), "--seed", "8"]) == 1
    assert "it exists already" in capsys.readouterr().err
