"""A small document, five questions on it, and systems whose answers are written down."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from corpus.catalogue import Catalogue
from corpus.documents import load_document
from eval.questions import load_questions
from eval.types import Cited, Found, Prediction, Question, QuestionSet, UnitKey

GARDEN = """REPORT OF THE GARDEN COMMITTEE

1. The Committee planted seventeen oaks along the northern path.

2. The treasurer said that watering had doubled the bill.

3. Members agreed to meet again in spring.

4. A greenhouse will open near the gate.

5. Visitors asked for benches.

6. Nobody objected to the greenhouse.
"""

QUESTIONS = (
    {
        "id": "g-1",
        "kind": "direct",
        "question": "How many oaks were planted?",
        "gold": ["1"],
        "evidence": [{"label": "1", "quote": "planted seventeen oaks"}],
        "answer": "Seventeen.",
    },
    {
        "id": "g-2",
        "kind": "direct",
        "question": "Why did watering cost more?",
        "gold": ["2"],
        "acceptable": ["1"],
        "evidence": [{"label": "2", "quote": "watering had doubled the bill"}],
        "answer": "It doubled.",
    },
    {
        "id": "g-3",
        "kind": "multi",
        "question": "What about the greenhouse?",
        "gold": ["4", "6"],
        "evidence": [
            {"label": "4", "quote": "A greenhouse will open"},
            {"label": "6", "quote": "Nobody objected"},
        ],
        "answer": "It will open; nobody objected.",
    },
    {
        "id": "g-4",
        "kind": "follow-up",
        "question": "And when next?",
        "history": ["Did the members meet?"],
        "gold": ["3"],
        "evidence": [{"label": "3", "quote": "meet again in spring"}],
        "answer": "In spring.",
    },
    {"id": "g-5", "kind": "near", "question": "Who sold the benches?", "gold": []},
)


@pytest.fixture
def garden(tmp_path: Path) -> Catalogue:
    """Return a catalogue of one document, `garden`, of six paragraphs."""
    path = tmp_path / "garden.txt"
    path.write_text(GARDEN, encoding="utf-8")
    return Catalogue([load_document(path)])


@pytest.fixture
def garden_file(tmp_path: Path) -> Path:
    """Return a file of four answerable questions and one that is not."""
    path = tmp_path / "five.jsonl"
    path.write_text("".join(json.dumps(q) + "\n" for q in QUESTIONS), encoding="utf-8")
    return path


@pytest.fixture
def garden_questions(garden_file: Path) -> QuestionSet:
    return load_questions(garden_file)


class WrittenDown:
    """A system that gives the answers it was made with, and an empty refusal otherwise."""

    def __init__(self, name: str, answers: Mapping[str, Prediction]) -> None:
        self.name = name
        self.settings: Mapping[str, object] = {"answers": len(answers)}
        self.asked: list[str] = []
        self._answers = answers

    def answer(self, question: Question) -> Prediction:
        self.asked.append(question.id)
        return self._answers.get(question.id, Prediction((), (), True, 0.0))


def prediction(
    hits: str, cited: str = "", *, confidence: float = 0.5, document: str = "garden"
) -> Prediction:
    """Return an answer that ranks and cites the labels named; it refuses if it cites none."""
    return Prediction(
        hits=tuple(
            Found(UnitKey(document, label), 1 / rank)
            for rank, label in enumerate(hits.split(), start=1)
        ),
        cited=tuple(Cited(UnitKey(document, label)) for label in cited.split()),
        abstained=not cited,
        confidence=confidence,
        is_probability=True,
    )


@pytest.fixture
def written_down() -> WrittenDown:
    """Return a system of middling quality; tests work its scores out by hand."""
    return WrittenDown(
        "middling",
        {
            # Right.
            "g-1": prediction("1 2 3", cited="1", confidence=0.9),
            # The gold unit second; cites the acceptable one beside it.
            "g-2": prediction("1 2 3", cited="1 2", confidence=0.8),
            # Half of the gold, and one wrong.
            "g-3": prediction("4 5 1 2 3 6", cited="4 5", confidence=0.6),
            # Refused though answerable.
            "g-4": prediction("5 3", confidence=0.2),
            # Answered though unanswerable.
            "g-5": prediction("5", cited="5", confidence=0.4),
        },
    )
