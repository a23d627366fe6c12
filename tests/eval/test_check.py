from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.catalogue import Catalogue
from corpus.documents import load_document, shipped_report
from eval.check import check_sets, find_quote, shared_stems
from eval.questions import SHIPPED, find_set, load_questions
from eval.types import Finding

TEXT = """REPORT OF THE GARDEN COMMITTEE

1. The Committee planted seventeen oaks along the northern path.

2. The treasurer said that \u201cwatering\u201d had doubled the bill.

3. Members agreed to meet again in spring.

4. A greenhouse will open near the gate.

5. Visitors asked for benches.

6. Nobody objected.
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    path = tmp_path / "garden.txt"
    path.write_text(TEXT, encoding="utf-8")
    return Catalogue([load_document(path)])


def line(number: int, question: str, label: str, quote: str, kind: str = "direct") -> str:
    return json.dumps(
        {
            "id": f"g-{number}",
            "kind": kind,
            "question": question,
            "gold": [label],
            "evidence": [{"label": label, "quote": quote}],
            "answer": "An answer.",
        }
    )


def errors(catalogue: Catalogue, folder: Path, *lines: str) -> list[Finding]:
    path = folder / "set.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return [f for f in check_sets([path], catalogue) if f.severity == "error"]


GOOD = line(1, "How many trees were planted?", "1", "planted seventeen\n  oaks")


def test_a_good_set_has_no_errors(catalogue: Catalogue, tmp_path: Path) -> None:
    second = line(2, "When is the next meeting?", "3", "meet again in spring")
    assert errors(catalogue, tmp_path, GOOD, second) == []


def test_a_changed_label_is_caught(catalogue: Catalogue, tmp_path: Path) -> None:
    # Both a label that there is, without those words, and one that there is not.
    moved = GOOD.replace('"1"', '"2"')
    gone = GOOD.replace('"1"', '"7"')
    (first,) = errors(catalogue, tmp_path, moved)
    assert first.question == "g-1"
    assert "is not in 2" in first.text
    (second,) = errors(catalogue, tmp_path, gone)
    assert second.text == "no unit '7' in garden"


def test_a_changed_quote_is_caught(catalogue: Catalogue, tmp_path: Path) -> None:
    (found,) = errors(catalogue, tmp_path, GOOD.replace("seventeen", "eighteen"))
    assert "is not in 1" in found.text


def test_a_quote_with_other_quote_marks_is_told_from_a_wrong_one(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    bad = line(1, "What cost more?", "2", '"watering" had doubled the bill')
    (found,) = errors(catalogue, tmp_path, bad)
    assert "but for quote marks" in found.text


def test_a_repeated_id_is_caught(catalogue: Catalogue, tmp_path: Path) -> None:
    other = line(1, "When is the next meeting?", "3", "meet again in spring")
    (found,) = errors(catalogue, tmp_path, GOOD, other)
    assert found.text == "line 2: id 'g-1' is taken by line 1"


def test_a_question_asked_twice_is_caught(catalogue: Catalogue, tmp_path: Path) -> None:
    # The same content words: mani, tree, plant.
    again = line(2, "How many trees did they plant?", "1", "seventeen oaks")
    (found,) = errors(catalogue, tmp_path, GOOD, again)
    assert found.question == "g-2"
    assert found.text.startswith("asks the same as set g-1")


def test_a_question_that_two_sets_ask_is_caught(catalogue: Catalogue, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.jsonl").write_text(GOOD, encoding="utf-8")
    paths = [tmp_path / "one.jsonl", tmp_path / "two.jsonl"]
    found = [f for f in check_sets(paths, catalogue) if f.severity == "error"]
    assert [(f.set, f.question) for f in found] == [("two", "g-1")]


def test_a_paraphrase_with_its_units_words_is_caught(catalogue: Catalogue, tmp_path: Path) -> None:
    bad = line(1, "How many oak saplings went in?", "1", "seventeen oaks", kind="paraphrase")
    (found,) = errors(catalogue, tmp_path, bad)
    assert found.text == "a paraphrase that shares oak with its gold unit: reword it"
    good = line(1, "How many saplings went in?", "1", "seventeen oaks", kind="paraphrase")
    assert errors(catalogue, tmp_path, good) == []


def test_find_quote_gives_offsets_in_the_units_text() -> None:
    text = "The Committee planted seventeen oaks."
    # "The " is 4 characters, "Committee planted" 17.
    assert find_quote(text, "Committee\n planted") == (4, 21)
    assert find_quote(text, "committee planted") is None


@pytest.fixture(scope="module")
def report() -> Catalogue:
    return Catalogue([shipped_report()])


def test_the_shipped_sets_pass_the_checker(report: Catalogue) -> None:
    found = check_sets([find_set(name) for name in SHIPPED], report)
    assert [f for f in found if f.severity == "error"] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_quote_is_a_substring_of_its_unit(name: str, report: Catalogue) -> None:
    quotes = 0
    units = {located.unit.label: located.unit.text for located in report}
    for question in load_questions(find_set(name)).questions:
        for evidence in question.evidence:
            assert " ".join(evidence.quote.split()) in units[evidence.label], question.id
            quotes += 1
    assert quotes >= 80


@pytest.mark.parametrize("name", SHIPPED)
def test_no_shipped_paraphrase_has_a_rare_word_of_its_unit(name: str, report: Catalogue) -> None:
    from eval.check import common_stems

    common = common_stems(report)
    questions = [q for q in load_questions(find_set(name)).questions if q.kind == "paraphrase"]
    assert len(questions) >= 30
    assert {q.id: s for q in questions if (s := shared_stems(q, report) - common)} == {}


def test_the_shipped_sets_have_all_kinds_of_question() -> None:
    wanted = {"direct", "paraphrase", "fact", "multi", "keyword", "noisy", "follow-up", "near"}
    for name in SHIPPED:
        questions = load_questions(find_set(name)).questions
        assert len(questions) >= 80
        assert wanted <= {q.kind for q in questions}


def test_a_unit_asked_about_too_often_in_one_way_is_noted_across_sets(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    first, second = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    asked = ["Who planted oaks?", "What grows along the path?"]
    first.write_text(
        "\n".join(line(n, text, "1", "seventeen oaks") for n, text in enumerate(asked)),
        encoding="utf-8",
    )
    second.write_text(line(7, "Any new trees?", "1", "seventeen oaks"), encoding="utf-8")
    notes = [f.text for f in check_sets([first, second], catalogue)]
    assert "1 is gold for 3 direct questions: g-0, g-1, g-7" in notes
    assert not any("direct questions" in f.text for f in check_sets([first], catalogue))


def test_no_unit_of_the_report_is_asked_about_too_often_in_one_way() -> None:
    found = check_sets([find_set(name) for name in SHIPPED], Catalogue([shipped_report()]))
    assert [f.text for f in found if "questions: " in f.text] == []
