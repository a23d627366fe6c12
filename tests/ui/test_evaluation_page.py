"""The evaluation page, and judging in the chat, in Streamlit's own test runner."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from eval.questions import load_questions
from tests.support.app_page import shown
from ui import wording
from ui.evaluation_runs import evaluate_into
from ui.language import say

PAGE = Path(wording.__file__).with_name("evaluation.py")
CHAT = Path(wording.__file__).with_name("chat.py")
NAMED = "What does para. 51 (j) (iii) say?"
SYMBOL = "CTOC/COP/WG.4/2011/8"

QUESTIONS = (
    {
        "id": "right",
        "kind": "reference",
        "question": NAMED,
        "gold": ["51(j)(iii)"],
        "evidence": [{"label": "51(j)(iii)", "quote": "Lost income and wages"}],
        "answer": "Lost income.",
    },
    {
        "id": "wrong",
        "kind": "reference",
        "question": "What does para. 6 say?",
        "gold": ["7"],
        "evidence": [{"label": "7", "quote": "States parties"}],
        "answer": "Not what it says.",
    },
)


def write_questions(home: Path) -> Path:
    path = home / "questions.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in QUESTIONS), encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _fresh_cache() -> Iterator[None]:
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def home(copied_home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("PINCITE_HOME", str(copied_home))
    monkeypatch.chdir(tmp_path)
    return copied_home


def open_page(file: Path) -> AppTest:
    page = AppTest.from_file(file, default_timeout=60).run()
    assert not page.exception
    return page


def press(page: AppTest, key: str) -> None:
    page.button(key=key).click().run()
    assert not page.exception


def test_without_a_run_the_page_says_to_start_one(home: Path) -> None:
    page = open_page(PAGE)
    assert [title.value for title in page.title] == [say("page-evaluation")]
    assert page.selectbox(key="evaluation-set").options == ["tune", "report"]
    assert [info.value for info in page.info] == [say("no-runs")]


def test_a_run_is_started_and_its_figures_and_failures_shown(home: Path) -> None:
    write_questions(home)
    page = open_page(PAGE)
    page.selectbox(key="evaluation-set").set_value(say("own-set")).run()
    page.multiselect(key="evaluation-systems").set_value(["pincite"]).run()
    press(page, "evaluation-run")
    ends = time.monotonic() + 60
    while not page.selectbox(key="evaluation-set").value or len(page.selectbox) < 3:
        assert time.monotonic() < ends, "the run does not end"
        time.sleep(0.2)
        page.run()
    assert not page.exception
    assert "questions: 2 questions, 2 answerable" in shown(page)
    page.segmented_control(key="evaluation-view").set_value(say("questions")).run()
    assert "What does para. 6 say?" in shown(page)
    assert NAMED not in shown(page)  # it was right
    page.multiselect(key="evaluation-verdicts").set_value([]).run()
    assert NAMED in shown(page)
    page.multiselect(key="evaluation-kinds").set_value(["reference"]).run()
    assert "1 of 1, 2 questions" in shown(page)


def test_two_runs_are_compared(home: Path) -> None:
    path = write_questions(home)
    for name in ("one", "two"):
        folder = home / "evaluations" / name
        evaluate_into(path, ["pincite", "bm25"], home, folder, lambda *_: None)
    page = open_page(PAGE)
    page.selectbox(key="evaluation-set").set_value(say("own-set")).run()
    page.segmented_control(key="evaluation-view").set_value(say("comparison")).run()
    assert not page.exception
    assert page.selectbox(key="evaluation-other").options == ["one", "two"]
    assert "pincite (two) against pincite (one): 2 questions" in shown(page)
    page.selectbox(key="evaluation-other-system-one").set_value("bm25").run()
    # BM25 does not know what a paragraph's number is.
    assert "pincite (two) against bm25 (one): 2 questions" in shown(page)
    assert f"{say('won', number=1)} {NAMED}" in shown(page)


def test_damaged_results_are_left_out(home: Path) -> None:
    folder = home / "evaluations" / "tune broken"
    folder.mkdir(parents=True)
    (folder / "results.json").write_text("{", encoding="utf-8")
    assert [info.value for info in open_page(PAGE).info] == [say("no-runs")]


def test_a_right_answer_is_kept_as_a_question(home: Path) -> None:
    page = open_page(CHAT)
    page.chat_input[0].set_value(NAMED).run()
    press(page, "right-0")
    (question,) = load_questions(home / "questions.jsonl").questions
    assert (question.question, question.gold) == (NAMED, ("51(j)(iii)",))
    assert question.document == SYMBOL
    assert say("kept", number=1, path=str(home / "questions.jsonl")) in shown(page)


def test_for_a_wrong_answer_the_right_paragraph_is_chosen(home: Path) -> None:
    page = open_page(CHAT)
    page.chat_input[0].set_value(NAMED).run()
    press(page, "wrong-0")
    assert page.button(key="keep-0").disabled
    choice = page.selectbox(key="choice-0")
    place = next(i for i, words in enumerate(choice.options) if words.startswith("para. 7:"))
    choice.select_index(place).run()
    press(page, "keep-0")
    (question,) = load_questions(home / "questions.jsonl").questions
    assert question.gold == ("7",)
    # Said otherwise later, the question is still there once.
    press(page, "wrong-0")
    choice = page.selectbox(key="choice-0")
    choice.select_index(choice.options.index(say("not-in-document"))).run()
    press(page, "keep-0")
    (question,) = load_questions(home / "questions.jsonl").questions
    assert (question.kind, question.gold) == ("near", ())


def test_judging_can_be_left(home: Path) -> None:
    page = open_page(CHAT)
    page.chat_input[0].set_value(NAMED).run()
    press(page, "wrong-0")
    press(page, "cancel-0")
    assert not [box for box in page.selectbox if box.key == "choice-0"]
    assert not (home / "questions.jsonl").exists()


def test_a_set_that_cannot_be_written_is_told(home: Path) -> None:
    (home / "questions.jsonl").mkdir()
    page = open_page(CHAT)
    page.chat_input[0].set_value(NAMED).run()
    press(page, "right-0")
    assert "PINCITE\\_HOME" in page.error[0].value
