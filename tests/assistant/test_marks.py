from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.marks import Mark, mark_right, mark_wrong, marks_file, save_mark
from corpus.errors import SettingsError
from corpus.types import Located
from eval.check import check_sets
from eval.questions import load_questions
from tests.support.small_library import open_garden

LENT = "To whom was the spade lent?"


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_garden(tmp_path_factory.mktemp("garden"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return marks_file(tmp_path)


def located(garden: Assistant, label: str) -> Located:
    return Located("G/1", garden.catalogue.unit("G/1", label))


def test_a_right_answer_becomes_a_question_with_its_citation(garden: Assistant) -> None:
    answer = garden.ask(LENT)
    mark = mark_right(answer, ())
    assert (mark.kind, mark.document, mark.gold) == ("direct", "G/1", ("3",))
    assert mark.evidence == tuple((c.label, c.quote) for c in answer.citations)


def test_a_wrong_answer_becomes_a_question_with_the_unit_that_was_chosen(garden: Assistant) -> None:
    mark = mark_wrong(garden.ask(LENT), (), located(garden, "2(b)"))
    assert mark.gold == ("2(b)",)
    assert mark.evidence == (("2(b)", "plums, by the wall."),)


def test_a_question_that_nothing_answers_has_no_gold(garden: Assistant) -> None:
    mark = mark_wrong(garden.ask(LENT), (), None)
    assert (mark.kind, mark.document, mark.gold) == ("near", None, ())


def test_a_refusal_that_was_right_has_no_gold(garden: Assistant) -> None:
    answer = garden.ask("Who won the football match?")
    assert answer.abstained
    assert mark_right(answer, ()).kind == "near"


def test_a_named_paragraph_and_a_follow_up_have_their_kinds(garden: Assistant) -> None:
    assert mark_right(garden.ask("What does para. 2 (b) say?"), ()).kind == "reference"
    follow_up = garden.ask("And to whom was it lent?", history=[LENT])
    assert follow_up.read_as != follow_up.question
    mark = mark_right(follow_up, [LENT])
    assert (mark.kind, mark.history) == ("follow-up", (LENT,))
    unanswered = mark_wrong(follow_up, [LENT], None)
    assert (unanswered.question, unanswered.history) == (follow_up.read_as, ())


def test_a_question_that_did_not_lean_on_the_chat_keeps_no_history(garden: Assistant) -> None:
    mark = mark_right(garden.ask(LENT, history=["What about apples?"]), ["What about apples?"])
    assert (mark.kind, mark.history) == ("direct", ())


def test_what_is_saved_is_a_question_set_without_faults(garden: Assistant, file: Path) -> None:
    follow_up = garden.ask("And what does a new one cost?", history=[LENT])
    marks = [
        mark_right(garden.ask(LENT), ()),
        mark_right(follow_up, [LENT]),
        mark_wrong(garden.ask("Which fruit was picked?"), (), located(garden, "1")),
        mark_wrong(garden.ask("How high is the wall?"), (), None),
    ]
    assert [save_mark(file, mark) for mark in marks] == [1, 2, 3, 4]
    questions = load_questions(file).questions
    assert [question.question for question in questions] == [mark.question for mark in marks]
    assert [question.gold for question in questions] == [mark.gold for mark in marks]
    errors = [f for f in check_sets([file], garden.catalogue) if f.severity == "error"]
    assert errors == []


def test_a_later_mark_takes_the_place_of_the_earlier(garden: Assistant, file: Path) -> None:
    answer = garden.ask(LENT)
    save_mark(file, mark_right(answer, ()))
    again = garden.ask("to whom  was the SPADE lent?")
    assert save_mark(file, mark_wrong(again, (), located(garden, "4"))) == 1
    assert [question.gold for question in load_questions(file).questions] == [("4",)]


def test_what_a_person_has_written_stays(garden: Assistant, file: Path) -> None:
    mark = mark_right(garden.ask(LENT), ())
    save_mark(file, mark)
    line = json.loads(file.read_text(encoding="utf-8"))
    edited = json.dumps({**line, "answer": "To Ms. Olsen."}) + "\nnot a question\n"
    file.write_text(edited, encoding="utf-8")
    assert save_mark(file, mark) == 2
    assert file.read_text(encoding="utf-8") == edited
    save_mark(file, mark_wrong(garden.ask("Which fruit was picked?"), (), None))
    assert file.read_text(encoding="utf-8").startswith(edited)


def test_an_id_is_never_given_twice(file: Path) -> None:
    mark = Mark("Why?", (), "near", None, ())
    save_mark(file, mark)
    identity = json.loads(file.read_text(encoding="utf-8"))["id"]
    file.write_text(file.read_text(encoding="utf-8").replace("Why?", "How?"), encoding="utf-8")
    save_mark(file, mark)
    ids = [question.id for question in load_questions(file).questions]
    assert ids == [identity, f"{identity}-2"]


def test_marks_made_at_once_are_all_kept(file: Path) -> None:
    marks = [Mark(f"Question {number}?", (), "near", None, ()) for number in range(12)]
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda mark: save_mark(file, mark), marks))
    assert {q.question for q in load_questions(file).questions} == {m.question for m in marks}


def test_line_ends_and_any_script_in_a_question_are_kept(file: Path) -> None:
    mark = Mark("Qué?\u2028\n“”\x85 ", (), "near", None, ())
    save_mark(file, mark)
    save_mark(file, replace(mark, question="Other?"))
    assert [q.question for q in load_questions(file).questions] == [mark.question, "Other?"]


def test_a_folder_that_cannot_be_written_is_told_with_the_mend(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file", encoding="utf-8")
    with pytest.raises(SettingsError, match="PINCITE_HOME"):
        save_mark(marks_file(tmp_path / "home"), Mark("Why?", (), "near", None, ()))
