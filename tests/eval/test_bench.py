"""The benchmark: its figures, and the page in a real Chromium."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from eval.bench import browser
from eval.bench.browser import reason_not_measured
from eval.bench.page import Asked, choose_questions, measure_page
from eval.bench.serving import pincite_served
from eval.bench.table import print_table, write_record
from eval.bench.types import Figure
from eval.questions import find_set, load_questions

if TYPE_CHECKING:
    from assistant.assistant import Assistant

FIGURES = (
    Figure("cold ask", 1.5, "s", "one sentence", 6.0),
    Figure("peak memory of ask", 185.0, "MiB"),
)


def test_a_figure_is_held_against_its_yardstick() -> None:
    assert [figure.ratio for figure in FIGURES] == [0.25, None]


def test_the_pages_own_part_is_what_the_answer_does_not_take() -> None:
    assert Asked(typed=150.0, library=30.0, bare=60.0).own == 120.0


def test_the_table_has_each_figure_next_to_its_yardstick(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_table(FIGURES, ["The page was not measured: [no] reason."])
    shown = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert shown == [
        ["measured", "yardstick", "ratio"],
        ["cold", "ask", "1.5", "s", "one", "sentence", "6", "0.25"],
        ["peak", "memory", "of", "ask", "185", "MiB"],
        ["The", "page", "was", "not", "measured:", "[no]", "reason."],
    ]


def test_the_record_has_the_figures_and_the_machine(tmp_path: Path) -> None:
    path = tmp_path / "bench.json"
    write_record(path, FIGURES)
    record = json.loads(path.read_text(encoding="utf-8"))
    assert record["figures"][0] == {
        "name": "cold ask",
        "value": 1.5,
        "unit": "s",
        "yardstick": "one sentence",
        "yardstick_value": 6.0,
        "ratio": 0.25,
    }
    assert record["machine"]["python"]


def test_a_missing_browser_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert reason_not_measured() == (
        "The page was not measured: no chromium on this machine (apt-get install chromium)."
    )
    monkeypatch.setattr(browser, "find_spec", lambda name: None)
    assert reason_not_measured() == (
        "The page was not measured: playwright is not installed (pip install playwright)."
    )


def test_the_questions_are_those_of_the_set_that_are_answered(assistant: Assistant) -> None:
    known = {q.question: q for q in load_questions(find_set("report")).questions}
    questions = choose_questions(assistant, 5)
    assert len(set(questions)) == 5
    assert all(known[question].gold and not known[question].history for question in questions)
    assert all(assistant.ask(question).citations for question in questions)
    # From all over the set: not of one kind, as those are that stand side by side.
    assert len({known[question].kind for question in questions}) > 1


def test_a_server_that_does_not_start_says_why(
    shipped_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PINCITE_THRESHOLD", "high")
    with (
        pytest.raises(RuntimeError, match="PINCITE_THRESHOLD='high'"),
        pincite_served(shipped_home),
    ):
        pass


def test_it_is_run_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "eval.bench", "--help"],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "--typed" in done.stdout


@pytest.mark.browser
def test_the_page_is_measured_next_to_the_library_and_a_bare_page(copied_home: Path) -> None:
    reason = reason_not_measured()
    if reason:
        assert os.environ.get("PINCITE_REQUIRE_BROWSER") != "1", reason
        pytest.skip(reason)
    # Other tests of this process may hold its main thread's event loop.
    with ThreadPoolExecutor(1) as thread:
        figures = thread.submit(measure_page, copied_home, visits=1, n_questions=2).result()
    bare, library = "a bare Streamlit page", "the library, same questions"
    assert [(figure.name, figure.yardstick) for figure in figures] == [
        ("first paint, first visitor", bare),
        ("first paint, second visitor", bare),
        ("typed question to first citation", library),
        ("the page's own part of that", bare),
        ("the same, with another visitor asking", "nobody else asking"),
    ]
    assert all(figure.unit == "ms" and figure.value > 0 for figure in figures)
    assert all(figure.yardstick_value for figure in figures)
