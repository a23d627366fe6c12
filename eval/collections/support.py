"""How well the scores of retrieval tell a claim that its references support from one they do not.

No model of entailment takes part: a reference that speaks of the same things in the same words
scores high even if it denies the claim. The figure says how far scores alone go.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.calibration import load_calibration
from assistant.retrieval import Retriever, as_share
from embeddings.ensemble import leading
from embeddings.library import Library
from eval.collections.library import Progress
from eval.collections.prepared import PreparedEncoder, PreparedIndex
from eval.collections.types import Query
from eval.types import Found, Prediction, UnitKey

SYSTEMS = ("pincite", "bm25", "minilm-faiss")
"""Whose scores are measured; the rank of a claim's only reference says nothing, so that fusion of
ranks has no score."""

DENSE_TEXT = "words in context"
"""What the dense baseline sees of a unit: the index's, with headings where documents have them."""


def score_claims(
    claims: Sequence[Query],
    library: Library,
    encoder: PreparedEncoder,
    names: Sequence[str],
    progress: Progress,
) -> tuple[dict[str, list[Prediction]], dict[str, Mapping[str, object]]]:
    """Return by system, for each claim, its references ranked, the best score as confidence.

    ``pincite`` scores by its fused signals, ``minilm-faiss`` by the cosine of the best window of
    a reference's words, with headings where its document has them, ``bm25`` by the share of the
    most that the claim's words could bring. Words are weighed by their rareness among the
    references of all claims.

    Args:
        claims: Each asked of the one document in its scope.
        library: Of the references.
        encoder: Of the claims.
        names: Some of `SYSTEMS`.
        progress: Told of each claim.
    """
    fitted = load_calibration(library.manifest.model)
    vectors = encoder.encode_queries([claim.text for claim in claims])
    prepared = replace(library, vectors=PreparedIndex(library.vectors.vectors, vectors))
    retriever = Retriever(prepared, fitted.fusion)
    first, first_vectors = leading(library.encoder, library.vectors.vectors)
    _, first_claims = leading(library.encoder, vectors)
    alone = replace(library, vectors=PreparedIndex(first_vectors, first_claims))
    baseline = Retriever(alone, fitted.fusion)
    rows: dict[str, list[int]] = {}
    for row, place in enumerate(library.units):
        rows.setdefault(place.document, []).append(row)
    answers: dict[str, list[Prediction]] = {name: [] for name in names}
    asked = zip(claims, vectors, first_claims, strict=True)
    for done, (claim, vector, first_vector) in enumerate(asked, start=1):
        signals = retriever.signals(claim.text, vector)
        alone_signals = baseline.signals(claim.text, first_vector)
        own = rows.get(claim.scope[0], [])
        by_system = {
            "pincite": signals.fused,
            "bm25": as_share(library.lexical_own, claim.text),
            "minilm-faiss": alone_signals.by_name["context"],
        }
        for name in names:
            scores = by_system[name]
            found = [
                Found(UnitKey(library.units[row].document, library.units[row].unit.label), score)
                for row in own
                for score in (float(scores[row]),)
            ]
            found.sort(key=lambda hit: -hit.score)
            best = found[0].score if found else 0.0
            answers[name].append(Prediction(tuple(found), (), not found, best))
        progress("scoring claims", done, len(claims))
    used: dict[str, Mapping[str, object]] = {
        "pincite": {"model": encoder.name, "fusion": dict(fitted.fusion)},
        "bm25": {"text": "own words"},
        "minilm-faiss": {"model": first.name, "text": DENSE_TEXT},
    }
    return answers, used
