from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.catalogue import Catalogue
from corpus.errors import SettingsError
from eval.report.cards import Card, make_cards, mark
from eval.report.plots import BEYOND, make_plots, rank_shares
from eval.report.recorded import RecordedRun, read_run
from eval.report.sections import make_sections
from eval.report.tables import abreast, as_markdown, kinds_grid, overall_grid
from eval.report.words import ENGLISH
from eval.results import write_results
from eval.runner import evaluate
from eval.table import Grid
from eval.types import QuestionSet

if TYPE_CHECKING:
    from tests.eval.conftest import WrittenDown


@pytest.fixture
def run(
    tmp_path: Path, garden: Catalogue, garden_questions: QuestionSet, written_down: WrittenDown
) -> RecordedRun:
    """Return the run of conftest's middling system, written and read back."""
    folder = tmp_path / "first"
    write_results(evaluate(garden_questions, [written_down], garden), folder)
    return read_run(folder)


@pytest.fixture
def cards(run: RecordedRun) -> dict[str, Card]:
    return {card.id: card for card in make_cards(make_sections([run])[0])}


def test_verdicts_follow_what_was_cited(cards: dict[str, Card]) -> None:
    # g-2 cites an acceptable unit beside the gold one; g-3 half of the gold and one wrong.
    assert {name: card.verdict for name, card in cards.items()} == {
        "g-1": "right",
        "g-2": "right",
        "g-3": "partly",
        "g-4": "refused",
        "g-5": "answered",
    }
    assert [name for name, card in cards.items() if card.failed] == ["g-3", "g-4", "g-5"]


def test_a_card_shows_what_was_expected_beside_what_was_given(cards: dict[str, Card]) -> None:
    card = cards["g-3"]
    assert [passage.reference for passage in card.expected] == ["para. 4", "para. 6"]
    marked = [s.text for p in card.expected for s in p.stretches if s.marked]
    assert marked == ["A greenhouse will open", "Nobody objected"]
    assert [(p.reference, p.note) for p in card.given] == [
        ("para. 4", ""),
        ("para. 5", "next-door"),
    ]
    assert "".join(s.text for s in card.given[1].stretches) == "Visitors asked for benches."


def test_a_refusal_shows_what_was_ranked_first(cards: dict[str, Card]) -> None:
    card = cards["g-4"]
    assert card.given_heading == ENGLISH.ranked_first
    assert [passage.reference for passage in card.given] == ["para. 5"]
    assert card.rank == 2
    assert card.history == ("Did the members meet?",)


def test_an_unanswerable_question_expects_nothing(cards: dict[str, Card]) -> None:
    assert cards["g-5"].expected == ()
    assert cards["g-5"].score == 0.0


@pytest.mark.parametrize(
    ("text", "quotes", "marked"),
    [
        ("one two three", ["two"], ["two"]),
        ("one\ntwo three", ["one two"], ["one\ntwo"]),
        ("one two three", ["one two", "two three"], ["one two three"]),
        ("one two", ["four", "", "  "], []),
        ("a.b axb", ["a.b"], ["a.b"]),
        ("", ["one"], []),
    ],
)
def test_marking_finds_the_quoted_words(text: str, quotes: list[str], marked: list[str]) -> None:
    stretches = mark(text, quotes)
    assert "".join(stretch.text for stretch in stretches) == text
    assert [stretch.text for stretch in stretches if stretch.marked] == marked


def test_runs_of_one_set_stand_side_by_side_and_others_apart(run: RecordedRun) -> None:
    again = dataclasses.replace(run, folder=run.folder.with_name("second"))
    other = dataclasses.replace(run, set_sha256="other", set_name="other")
    together, apart = make_sections([run, other, again])
    assert [named.name for named in together.systems] == ["first: middling", "second: middling"]
    assert [named.name for named in apart.systems] == ["middling"]
    grid = overall_grid(together)
    assert grid.head == ("measure", "first: middling", "second: middling")
    # success@1 by hand: ranks of the first gold unit are 1, 2, 1, 2, so two of four.
    values = next(row for row in grid.rows if row[0] == "success@1")
    assert values[1] == values[2]
    assert values[1].startswith("0.50 [")


def test_other_systems_are_named_on_a_card(run: RecordedRun) -> None:
    again = dataclasses.replace(run, folder=run.folder.with_name("second"))
    card = make_cards(make_sections([run, again])[0])[0]
    assert [(o.name, o.verdict, o.cited) for o in card.others] == [
        ("second: middling", "right", "para. 1")
    ]


def test_kinds_are_scored_by_f1_or_by_refusals(run: RecordedRun) -> None:
    rows = {row[0]: row for row in kinds_grid(make_sections([run])[0]).rows}
    assert rows["direct"][1:] == ("2", "1.00 [1.00, 1.00]")
    assert rows["near (refused)"][2].startswith("0.00")


def test_ranks_are_shares_of_the_answerable_questions(run: RecordedRun) -> None:
    shares = rank_shares(run.systems[0])
    # Ranks 1, 2, 1, 2: see above.
    assert (shares["1"].value, shares["2"].value, shares[BEYOND].value) == (0.5, 0.5, 0.0)


def test_every_plot_is_drawn(run: RecordedRun) -> None:
    titles = [plot.title for plot in make_plots(make_sections([run])[0])]
    assert titles == [
        "Citation F1 by kind of question",
        "Unanswerable questions that were refused",
        "Reliability of the confidence of middling",
        "Risk and coverage",
        "Rank of the first gold unit",
        "Where the cited units stand",
    ]


def test_a_wide_table_comes_in_parts_for_the_terminal() -> None:
    grid = Grid("t", ("m", "a", "b", "c", "d"), (("x", "1", "2", "3", "4"),))
    first, second = abreast(grid, 1)
    assert (first.head, first.rows) == (("m", "a", "b", "c"), (("x", "1", "2", "3"),))
    assert (second.head, second.rows) == (("m", "d"), (("x", "4"),))


def test_a_bar_in_a_name_does_not_cut_a_markdown_cell() -> None:
    assert "| a\\|b |" in as_markdown(Grid("t", ("a|b",), ()))


def test_damaged_results_are_told_with_the_mend(tmp_path: Path) -> None:
    file = tmp_path / "results.json"
    file.write_text('{"format": 2}', encoding="utf-8")
    with pytest.raises(SettingsError, match="damaged.*python -m eval run"):
        read_run(file)
    with pytest.raises(SettingsError, match="python -m eval run"):
        read_run(tmp_path / "nowhere")
