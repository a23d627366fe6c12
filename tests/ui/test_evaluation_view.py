from __future__ import annotations

from pathlib import Path

import pytest

from eval.compare import Change
from eval.report.cards import Card
from eval.report.recorded import (
    RecordedAnswer,
    RecordedQuestion,
    RecordedRun,
    RecordedSystem,
    Verdict,
)
from eval.types import ConfidenceResult, Group
from ui.evaluation_view import (
    FAILED,
    ORDERS,
    PER_PAGE,
    changes,
    choose_cards,
    comparable,
    page_cards,
    page_count,
    set_choices,
)
from ui.language import say


def card(
    name: str,
    *,
    kind: str = "direct",
    verdict: Verdict = "wrong",
    score: float = 0.0,
    confidence: float = 0.5,
    rank: int | None = 1,
) -> Card:
    return Card(
        id=name,
        kind=kind,
        question=name,
        history=(),
        answer="",
        verdict=verdict,
        confidence=confidence,
        rank=rank,
        score=score,
        expected=(),
        given_heading="",
        given=(),
        others=(),
    )


CARDS = (
    card("a", verdict="right", score=1.0, confidence=0.9, rank=1),
    card("b", kind="fact", verdict="partly", score=0.5, confidence=0.7, rank=4),
    card("c", verdict="refused", confidence=0.2, rank=None),
    card("d", kind="fact", confidence=0.8, rank=2),
)


def ids(cards: tuple[Card, ...]) -> str:
    return "".join(one.id for one in cards)


def test_nothing_chosen_shows_all_in_the_sets_order() -> None:
    assert ids(choose_cards(CARDS, (), (), "as-set")) == "abcd"


def test_questions_are_filtered_by_kind_and_outcome() -> None:
    assert ids(choose_cards(CARDS, ["fact"], (), "as-set")) == "bd"
    assert ids(choose_cards(CARDS, (), FAILED, "as-set")) == "bcd"
    assert ids(choose_cards(CARDS, ["direct"], ["refused"], "as-set")) == "c"


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("worst", "cdba"),  # 0, 0, 0.5, 1
        ("surest", "adbc"),  # 0.9, 0.8, 0.7, 0.2
        ("least-sure", "cbda"),
        ("deepest", "cbda"),  # none, 4, 2, 1
    ],
)
def test_questions_are_sorted(order: str, expected: str) -> None:
    assert order in ORDERS
    assert ids(choose_cards(CARDS, (), (), order)) == expected


def test_pages_hold_all_questions_once() -> None:
    cards = [card(str(number)) for number in range(2 * PER_PAGE + 1)]
    assert (page_count(0), page_count(PER_PAGE), page_count(len(cards))) == (1, 1, 3)
    assert [one for page in (1, 2, 3) for one in page_cards(cards, page)] == cards
    assert page_cards(cards, 9) == page_cards(cards, 3)


def test_a_persons_own_set_is_offered_once_it_exists(tmp_path: Path) -> None:
    own = tmp_path / "questions.jsonl"
    assert [one.name for one in set_choices(own, tmp_path)] == ["tune", "report"]
    own.touch()
    last = set_choices(own, tmp_path)[-1]
    assert (last.name, last.path, last.home) == (say("own-set"), own, tmp_path)


def test_changes_are_listed_and_foreign_words_stay_text() -> None:
    asked = RecordedQuestion("q-1", "direct", "<b>Why?</b>", (), (), (), (), "")
    before = RecordedAnswer(asked, False, 0.5, None, (), (), {})
    after = RecordedAnswer(asked, True, 0.5, None, (), (), {})
    listed = changes("1 won", [Change(before, after, 0.0, 1.0)])
    assert "&lt;b&gt;Why?&lt;/b&gt;" in listed
    assert "answered, though unanswerable → right (0.00 → 1.00)" in listed
    assert changes("0 won", []) == "<h4>0 won</h4>"


def test_a_system_is_compared_with_those_of_other_runs_then_with_its_own_runs_others() -> None:
    def run(*systems: str) -> RecordedRun:
        nothing = Group(n=0, answerable=0, refused=0, scores={}, latency_ms={})
        unknown = ConfidenceResult({}, (), ())
        made = tuple(RecordedSystem(name, nothing, {}, unknown, ()) for name in systems)
        return RecordedRun(Path("r"), "", "", "tune", "0", (), (), {}, made)

    found = {"now": run("pincite", "bm25"), "before": run("pincite")}
    offered = comparable(found, "now", "pincite")
    assert list(offered.items()) == [("before", ("pincite",)), ("now", ("bm25",))]
    assert comparable({"now": run("pincite")}, "now", "pincite") == {}
