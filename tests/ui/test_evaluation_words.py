"""The evaluation page's tables, questions and plots say nothing in English to other readers."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from corpus.catalogue import Catalogue
from corpus.documents import load_document
from eval.commands.compare import grids
from eval.compare import compare
from eval.metrics import ABSTENTION_MEASURES, CONFIDENCE_MEASURES
from eval.questions import SHIPPED, load_questions
from eval.report import markup
from eval.report.cards import make_cards
from eval.report.plots import make_plots
from eval.report.recorded import VERDICTS, RecordedRun, read_run
from eval.report.sections import make_sections
from eval.report.tables import kinds_grid, overall_grid
from eval.report.words import ENGLISH, PlotWords, Words
from eval.results import write_results
from eval.runner import evaluate
from eval.scoring import MEAN_MEASURES
from eval.types import DEPTHS, KINDS, Score
from tests.eval.conftest import GARDEN, QUESTIONS, WrittenDown, prediction
from ui.evaluation_view import ORDERS, changes, order_name
from ui.evaluation_words import (
    evaluation_words,
    kind_name,
    measure_name,
    set_name,
    verdict_name,
)
from ui.language import DEFAULT, LANGUAGES, speaking

OTHERS = [language for language in LANGUAGES if language != DEFAULT]

FOREIGN = GARDEN + json.dumps(QUESTIONS)
"""What people and documents say."""


@pytest.fixture
def run(tmp_path: Path) -> RecordedRun:
    """Return a finished run with right, half right, wrong and refused answers."""
    document = tmp_path / "garden.txt"
    document.write_text(GARDEN, encoding="utf-8")
    catalogue = Catalogue([load_document(document)])
    lines = tmp_path / "five.jsonl"
    lines.write_text("".join(json.dumps(one) + "\n" for one in QUESTIONS), encoding="utf-8")
    questions = load_questions(lines)
    systems = [
        WrittenDown(
            name,
            {
                "g-1": prediction("1 2 3", cited=first, confidence=0.9),
                "g-3": prediction("4 5 1 2 3 6", cited="4 5", confidence=0.6),
                "g-4": prediction("5 3", confidence=0.2),
                "g-5": prediction("5", cited="5", confidence=0.4),
            },
        )
        for name, first in (("middling", "1"), ("other", "2"))
    ]
    write_results(evaluate(questions, systems, catalogue), tmp_path / "run")
    return read_run(tmp_path / "run")


def drawn(run: RecordedRun) -> str:
    """Return all that the page draws of a run, in the language that is spoken here."""
    words = evaluation_words()
    [section] = make_sections([run])
    first, second = run.systems
    found = compare(second, first, permutations=10)
    grid_html = map(
        markup.table,
        (
            overall_grid(section, words),
            kinds_grid(section, words),
            *grids(found, second.name, first.name, words),
        ),
    )
    cards = (markup.card(card, words) for card in make_cards(section, 0, words))
    plots = markup.plots(make_plots(section, 0, words))
    return "".join((*grid_html, *cards, plots, changes("", found.won), changes("", found.lost)))


def pieces(drawing: str) -> set[str]:
    """Return what is read of a drawing, piece by piece."""
    found = re.findall(r">([^<]+)<", drawing) + re.findall(r'aria-label="([^"]*)"', drawing)
    parts = (part for piece in found for part in re.split(r" · |: |, | \(|\)| → ", piece))
    return {html.unescape(part).strip() for part in parts}


@pytest.mark.parametrize("language", OTHERS)
def test_only_names_and_terms_are_the_same_in_another_language(
    run: RecordedRun, language: str
) -> None:
    english = pieces(drawn(run))
    with speaking(language):
        other = pieces(drawn(run))
    same = {
        piece
        for piece in english & other
        if re.search(r"[A-Za-z]{2}", piece)
        and piece not in FOREIGN
        and "@" not in piece  # success@1 and the like
        and not re.fullmatch(r"g-\d|paras?\. \d.*|middling|other|five|ms|5 questions", piece)
    }
    assert same == set()


def test_english_is_what_reports_and_the_command_line_say(run: RecordedRun) -> None:
    words = evaluation_words()
    [section] = make_sections([run])
    assert overall_grid(section, words) == overall_grid(section)
    assert kinds_grid(section, words) == kinds_grid(section)
    assert make_plots(section, 0, words) == make_plots(section)
    for said, plain in zip(make_cards(section, 0, words), make_cards(section), strict=True):
        assert markup.card(said, words) == markup.card(plain)
    first, second = run.systems
    found = compare(second, first, permutations=10)
    assert list(grids(found, "a", "b", words)) == list(grids(found, "a", "b", ENGLISH))


def names() -> Iterator[tuple[str, str]]:
    """Yield what an engine's name is, and what it is called in the language spoken here."""
    for measure in (*MEAN_MEASURES, *ABSTENTION_MEASURES, *CONFIDENCE_MEASURES):
        yield ENGLISH.measure(measure), measure_name(measure)
    yield from ((kind, kind_name(kind)) for kind in KINDS)
    yield from ((ENGLISH.verdict(verdict), verdict_name(verdict)) for verdict in VERDICTS)
    yield from ((depth, evaluation_words().depth(depth)) for depth in DEPTHS)
    yield from ((name, set_name(name)) for name in SHIPPED)


def test_every_name_of_the_evaluation_is_in_the_catalogues() -> None:
    assert [said for said, called in names() if said != called] == []
    for language in OTHERS:
        with speaking(language):
            same = {said for said, called in names() if said == called and "@" not in said}
        # These words are French too.
        assert same <= {"paraphrase", "acceptable"}, language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_order_has_a_name(language: str) -> None:
    with speaking(language):
        assert not {order_name(order) for order in ORDERS} & set(ORDERS)


@pytest.mark.parametrize("language", OTHERS)
def test_no_words_are_left_to_english(language: str) -> None:
    with speaking(language):
        words = evaluation_words()
    for said, plain in ((words, Words()), (words.plots, PlotWords())):
        same = [
            one.name for one in fields(plain) if getattr(said, one.name) == getattr(plain, one.name)
        ]
        assert same == []


def test_figures_are_written_as_the_language_writes_them() -> None:
    score = Score(0.625, 0.5, 0.75, 8)
    with speaking("fr"):
        words = evaluation_words()
        assert words.score(score) == "0,62 [0,50; 0,75]"
        assert words.gain(-0.0125, 3) == "-0,013"
        assert words.gain(0.5, 1) == "+0,5"
        assert words.tick(0.25) == "0,25"
    assert evaluation_words().score(score) == ENGLISH.score(score) == "0.62 [0.50, 0.75]"
