"""Asks systems a collection's queries, each of the documents it is about, and scores them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.factory import make_assistant
from embeddings.ensemble import leading
from embeddings.library import Library
from embeddings.types import Vectors
from eval.collections.library import Progress, part_of
from eval.collections.measures import group_scores, query_scores
from eval.collections.pincite import PinciteRetrieval
from eval.collections.prepared import PreparedEncoder, PreparedIndex
from eval.collections.support import DENSE_TEXT, score_claims
from eval.collections.types import Asked, Collection, CollectionResult, Query
from eval.systems import DenseBaseline, LexicalBaseline, PinciteSystem, RankFusion, System
from eval.types import Prediction, Question, UnitKey

if TYPE_CHECKING:
    from assistant.settings import Settings


def evaluate_collection(
    collection: Collection,
    library: Library,
    settings: Settings,
    names: Sequence[str],
    progress: Progress,
) -> tuple[CollectionResult, ...]:
    """Return the results of the systems named, in that order.

    Args:
        collection: What to ask.
        library: Of its documents.
        settings: What Pincite runs with; its calibration is the shipped one.
        names: Of systems.
        progress: Told of each answer.
    """
    encoder = PreparedEncoder.ask(library.encoder, [q.text for q in collection.queries], progress)
    if collection.task == "support":
        answers, used = score_claims(collection.queries, library, encoder, names, progress)
    else:
        answers, used = _ask(collection, library, encoder, settings, names, progress)
    results = []
    for name in names:
        scores = query_scores(collection.queries, answers[name], collection.measures)
        asked = tuple(map(Asked, collection.queries, answers[name], scores))
        groups = group_scores(asked, collection.measures)
        results.append(CollectionResult(name, used[name], asked, groups))
    return tuple(results)


def _ask(
    collection: Collection,
    library: Library,
    encoder: PreparedEncoder,
    settings: Settings,
    names: Sequence[str],
    progress: Progress,
) -> tuple[dict[str, list[Prediction]], dict[str, Mapping[str, object]]]:
    """Return by system its predictions in the queries' order, and its settings."""
    queries = collection.queries
    cites = collection.task == "citation"
    scopes: dict[tuple[str, ...], list[int]] = {}
    for row, query in enumerate(queries):
        scopes.setdefault(query.scope, []).append(row)
    answers: dict[str, dict[int, Prediction]] = {name: {} for name in names}
    used: dict[str, Mapping[str, object]] = {}
    for scope, rows in scopes.items():
        vectors = encoder.encode_queries([queries[row].text for row in rows])
        part = part_of(library, scope)
        for system in _systems(names, part, encoder, vectors, settings, cites=cites):
            used[system.name] = system.settings
            for row in rows:
                answers[system.name][row] = system.answer(_question(queries[row]))
                progress(system.name, len(answers[system.name]), len(queries))
    ordered = {name: [found[row] for row in range(len(queries))] for name, found in answers.items()}
    return ordered, used


def _systems(
    names: Sequence[str],
    library: Library,
    encoder: PreparedEncoder,
    queries: Vectors,
    settings: Settings,
    *,
    cites: bool,
) -> list[System]:
    """Return the systems named, on one library.

    The dense baseline takes the index's vectors of words in context, so that a collection is
    embedded once: with headings and lead-in where its documents have any. Most have none.
    """
    vectors = library.vectors.vectors
    prepared = replace(
        library, vectors=PreparedIndex(vectors, queries), _open_encoder=lambda: encoder
    )
    # As in `LexicalBaseline`, a unit without words of its own is not found.
    rows = [
        row for row, p in enumerate(library.passages) if p.view == "context" and p.start < p.end
    ]
    units = [UnitKey(p.document, p.label) for p in (library.passages[row] for row in rows)]
    lexical = LexicalBaseline(library.catalogue)
    _, first = leading(library.encoder, vectors[rows])
    _, asked = leading(library.encoder, queries)
    dense = DenseBaseline(encoder.first, units, PreparedIndex(first, asked), DENSE_TEXT)
    assistant = make_assistant(prepared, settings)
    made: list[System] = [
        PinciteSystem(assistant) if cites else PinciteRetrieval(assistant),
        lexical,
        dense,
        RankFusion([lexical, dense]),
    ]
    return [system for name in names for system in made if system.name == name]


def _question(query: Query) -> Question:
    # Without its gold: a system is told the words and nothing else.
    return Question(id=query.id, kind="direct", question=query.text, gold=())
