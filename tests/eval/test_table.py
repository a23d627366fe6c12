from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from corpus.catalogue import Catalogue
from eval.runner import evaluate
from eval.systems import LexicalBaseline, System
from eval.table import Grid, draw, kinds_grid, markdown, overall_grid
from eval.types import Evaluation, QuestionSet

if TYPE_CHECKING:
    from tests.eval.conftest import WrittenDown


@pytest.fixture
def evaluation(
    garden: Catalogue, garden_questions: QuestionSet, written_down: WrittenDown
) -> Evaluation:
    systems: list[System] = [written_down, LexicalBaseline(garden)]
    return evaluate(garden_questions, systems, garden)


def test_the_first_table_has_a_column_a_system_and_a_row_a_measure(
    evaluation: Evaluation,
) -> None:
    grid = overall_grid(evaluation)
    assert grid.head == ("measure", "middling", "bm25")
    rows = {row[0]: row[1:] for row in grid.rows}
    # Worked out in test_runner.py.
    assert rows["success@1"][0] == "0.500 [0.00–1.00]"
    assert rows["citation precision"][0].startswith("0.625 [")
    assert rows["refused"] == ("1 of 5", "1 of 5")
    assert {"recall@5", "MRR@10", "nDCG@10", "latency p50 (ms)", "latency p95 (ms)"} <= set(rows)


def test_a_system_has_a_row_for_each_kind_and_one_for_all(evaluation: Evaluation) -> None:
    grid = kinds_grid(evaluation.systems[0])
    rows = {row[0]: dict(zip(grid.head, row, strict=True)) for row in grid.rows}
    assert list(rows) == ["direct", "multi", "follow-up", "near", "all"]
    assert rows["direct"]["success @1"] == "0.50"
    assert rows["near"]["success @1"] == "–"
    assert rows["follow-up"]["refused"] == "1/1"


def test_the_tables_fit_a_terminal_of_eighty_columns(evaluation: Evaluation) -> None:
    first = overall_grid(evaluation)
    by_kind = kinds_grid(evaluation.systems[0])
    # As wide as they get: three systems, hundreds of questions, seconds of latency.
    three = (*first.head, "minilm-faiss")
    rows = tuple((*row, "0.500 [0.00–1.00]") for row in first.rows)
    widest = ("cross-reference", "240", *["0.50"] * 7, "240/240", "1234", "5678")
    drawn = [Grid("t", three, rows), Grid("t", by_kind.head, (*by_kind.rows, widest))]
    stream = StringIO()
    for grid in drawn:
        Console(file=stream, width=80).print(draw(grid))
    assert "cross-reference 240" in stream.getvalue()
    assert "…" not in stream.getvalue()


def test_markdown_has_the_same_cells(evaluation: Evaluation) -> None:
    lines = markdown(evaluation).splitlines()
    assert lines[0] == "**five: 5 questions, 4 answerable; 95% bootstrap intervals**"
    assert lines[2] == "| measure | middling | bm25 |"
    assert lines[3] == "| --- | ---: | ---: |"
    assert lines[4].startswith("| success@1 | 0.500 [0.00–1.00] | ")
