"""What a public collection owns: documents, queries with their right units, and scores."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from corpus.types import Document
from eval.types import Prediction, Score, UnitKey

Task = Literal["retrieval", "citation", "support"]


@dataclass(frozen=True, slots=True)
class Query:
    """One question, hypothesis or claim of a collection.

    Attributes:
        id: Unique in its collection.
        text: As published.
        gold: Units that answer it; empty if none does. For a claim, its references if they
            support it.
        group: Queries that are scored together, e.g. those in one language.
        scope: Symbols of the documents it is asked of; empty for all.
    """

    id: str
    text: str
    gold: frozenset[UnitKey]
    group: str
    scope: tuple[str, ...] = ()

    @property
    def answerable(self) -> bool:
        """True if a unit answers it."""
        return bool(self.gold)


@dataclass(frozen=True, slots=True)
class Collection:
    """A public collection, ready to be asked.

    Attributes:
        name: As given on the command line.
        documents: Its passages as units, one document for each source document.
        queries: In published order.
        measures: Names of the measures that it is scored by.
        task: ``retrieval`` ranks units; ``citation`` asks as the chat does, and what is cited
            counts too; ``support`` scores a claim against its references.
        sha256: Of each file read, by its path in the folder.
        left_out: What was not read and why, in words; empty if nothing.
    """

    name: str
    documents: tuple[Document, ...]
    queries: tuple[Query, ...]
    measures: tuple[str, ...]
    task: Task
    sha256: Mapping[str, str]
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a system gave for one query.

    Attributes:
        query: As in the collection.
        prediction: What the system ranked, and how sure it was.
        scores: Ranking and citation measures; empty if no unit is right.
    """

    query: Query
    prediction: Prediction
    scores: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class CollectionResult:
    """One system's results over a collection.

    Attributes:
        system: The system's name.
        settings: What it ran with.
        asked: One a query, in the collection's order.
        groups: Scores by group, then by measure.
    """

    system: str
    settings: Mapping[str, object]
    asked: tuple[Asked, ...]
    groups: Mapping[str, Mapping[str, Score]]
