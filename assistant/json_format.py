"""Pincite's own types -> the JSON that other programs read. Field names are a contract."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict

from assistant.types import (
    Answer,
    Citation,
    Explanation,
    FeaturePart,
    Hit,
    SignalPart,
    Sureness,
    UnitReasons,
)
from corpus.display import cite
from corpus.documents import Examined
from corpus.links import Link, Links, Unresolved, display_targets
from corpus.outward import Crossings
from corpus.types import Located, Unit

Json = dict[str, object]
"""One JSON object, keys in the order they are written."""


def dumps(value: Mapping[str, object]) -> str:
    """Return the object on one line, letters of every script as they are.

    Raises:
        ValueError: A number is not finite, which JSON cannot hold.
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def answer_json(answer: Answer, *, question_id: str | None = None) -> Json:
    """Return an answer as the command-line contract has it.

    Scores are rounded to 6 digits, the confidence to 4, milliseconds to 0.01.

    Args:
        answer: What was answered.
        question_id: The batch line's id; None for a single question.
    """
    return {
        "id": question_id,
        "question": answer.question,
        "read_as": answer.read_as,
        "answer": answer.text,
        "abstained": answer.abstained,
        "confidence": round(float(answer.confidence), 4),
        "named": answer.named,
        "scope": {
            "documents": list(answer.scope),
            "by": answer.scope_by,
            "note": answer.scope_note,
        },
        "citations": [citation_json(c) for c in answer.citations],
        "hits": [hit_json(h) for h in answer.hits],
        "nearest": [cite(h.document, h.label) for h in answer.nearest],
        "explanation": explanation_json(answer.explanation),
        "timings_ms": {name: round(float(ms), 2) for name, ms in answer.timings_ms.items()},
    }


def error_json(question_id: str, question: str, error: Exception) -> Json:
    """Return the object for a batch line whose question could not be answered at all."""
    return {
        "id": question_id,
        "question": question,
        "read_as": question,
        "answer": str(error),
        "abstained": True,
        "confidence": 0.0,
        "named": False,
        "scope": {"documents": [], "by": "", "note": ""},
        "citations": [],
        "hits": [],
        "nearest": [],
        "explanation": explanation_json(Explanation()),
        "timings_ms": {"total": 0.0},
        "error": {"type": type(error).__name__, "message": str(error)},
    }


def citation_json(citation: Citation) -> Json:
    """Return a citation; ``start`` and ``end`` count in the unit's own text."""
    return {
        "document": citation.document,
        "label": citation.label,
        "reference": citation.reference,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "page": citation.unit.page,
        "score": round(float(citation.score), 6),
    }


def hit_json(hit: Hit) -> Json:
    """Return a ranked unit without its words."""
    return {
        "document": hit.document,
        "label": hit.label,
        "reference": cite(hit.document, hit.label),
        "score": round(float(hit.score), 6),
        "rank": hit.rank,
    }


def explanation_json(explanation: Explanation) -> Json:
    """Return why an answer is what it is; numbers rounded to 4 digits, scores to 6."""
    sureness = explanation.sureness
    return {
        "named": explanation.named,
        "units": [_reasons_json(reasons) for reasons in explanation.units],
        "confidence": None if sureness is None else _sureness_json(sureness),
    }


def _reasons_json(reasons: UnitReasons) -> Json:
    return {
        "document": reasons.document,
        "label": reasons.label,
        "rank": reasons.rank,
        "score": round(reasons.score, 6),
        "own_words": list(reasons.own_words),
        "context_words": list(reasons.context_words),
        "signals": {part.name: _signal_json(part) for part in reasons.signals},
        "models": {name: _rounded(cosine) for name, cosine in reasons.models},
    }


def _signal_json(part: SignalPart) -> Json:
    return {**_part_json(part), "lead": _rounded(part.lead)}


def _sureness_json(sureness: Sureness) -> Json:
    return {
        "words": sureness.words,
        "threshold": sureness.threshold,
        "log_odds": _rounded(sureness.log_odds),
        "bias": sureness.bias,
        "features": {part.name: _part_json(part) for part in sureness.features},
    }


def _part_json(part: SignalPart | FeaturePart) -> Json:
    return {
        "value": _rounded(part.value),
        "weight": part.weight,
        "contribution": _rounded(part.contribution),
    }


def _rounded(number: float) -> float:
    # A zero weight times a negative value is -0.0, which nobody wants to read.
    return round(float(number), 4) + 0.0


def search_json(query: str, hits: Sequence[Hit]) -> Json:
    """Return a search's ranked units with their words."""
    return {
        "query": query,
        "hits": [
            {
                **hit_json(h),
                "page": h.unit.page,
                "heading_path": list(h.unit.heading_path),
                "lead_in": h.unit.lead_in,
                "text": h.unit.text,
            }
            for h in hits
        ],
    }


def show_json(
    units: Sequence[Located],
    links_of: Callable[[str], Links],
    also_in: Sequence[str] = (),
    crossings: Crossings | None = None,
) -> Json:
    """Return the exact text of the units that a reference names, and their cross-references.

    Args:
        units: In reading order.
        links_of: Gives the cross-references of the document of a symbol.
        also_in: Symbols of other documents that have what the reference names.
        crossings: The references between the library's documents; None leaves them out.
    """
    return {
        "also_in": list(also_in),
        "units": [
            {
                **located_json(found),
                "refers_to": [
                    link_json(link) for link in links_of(found.document).of(found.unit.label)
                ],
                "referred_to_by": [
                    link_json(link) for link in links_of(found.document).to(found.unit.label)
                ],
                **_crossings_json(found, crossings),
            }
            for found in units
        ],
    }


def _crossings_json(found: Located, crossings: Crossings | None) -> Json:
    if crossings is None:
        return {}
    place = (found.document, found.unit.label)
    return {
        "refers_to_documents": [
            {"reference": one.reference, "document": one.target, "labels": list(one.targets)}
            for one in crossings.of(*place)
        ],
        "referred_to_by_documents": [
            {
                "reference": cite(one.document, one.source),
                "document": one.document,
                "label": one.source,
            }
            for one in crossings.to(*place)
        ],
    }


def located_json(found: Located) -> Json:
    """Return a unit with its document's symbol and its reference."""
    return {
        "document": found.document,
        "label": found.unit.label,
        "reference": cite(found.document, found.unit.label),
        **_unit_json(found.unit),
    }


def link_json(link: Link) -> Json:
    """Return a cross-reference; ``start`` and ``end`` count in the source unit's own text."""
    return {
        **_place_json(link),
        "targets": list(link.targets),
        "reference": display_targets([link]),
    }


def _place_json(link: Link | Unresolved) -> Json:
    return {
        "source": link.source,
        "kind": link.kind,
        "text": link.text,
        "start": link.start,
        "end": link.end,
    }


def parse_json(found: Examined, links: Links | None = None) -> Json:
    """Return how a file was read, with the normalised text that offsets count in.

    The coverage is cut, not rounded, to 6 digits: 1.0 means every character.
    """
    links, parse = links or Links((), ()), found.parse
    return {
        "document": found.metadata.symbol,
        "title": found.metadata.title,
        "metadata": asdict(found.metadata),
        "flags": [{"kind": f.kind, "detail": f.detail} for f in found.flags],
        "refusal": found.refusal,
        "pages": found.rendition.pages,
        "units": [{"label": u.label, **_unit_json(u)} for u in parse.units],
        "headings": [
            {"text": h.text, "level": h.level, "start": h.start, "end": h.end}
            for h in parse.headings
        ],
        "problems": [
            {"kind": p.kind, "label": p.label, "detail": p.detail} for p in parse.problems
        ],
        "decisions": [
            {
                "line": d.line,
                "marker": d.marker,
                "reading": d.reading,
                "reason": d.reason,
                "alternatives": list(d.alternatives),
            }
            for d in parse.decisions
        ],
        "furniture": [{"kind": f.kind, "text": f.text, "line": f.line} for f in parse.furniture],
        "links": [link_json(link) for link in links.links],
        "unresolved": [{**_place_json(u), "reason": u.reason} for u in links.unresolved],
        "coverage": math.floor(parse.coverage * 1e6) / 1e6,
        "tokens": sum(u.tokens for u in parse.units),
        "text": parse.text,
    }


def _unit_json(unit: Unit) -> Json:
    return {
        "text": unit.text,
        "lead_in": unit.lead_in,
        "heading_path": list(unit.heading_path),
        "page": unit.page,
        "start": unit.start,
        "end": unit.end,
        "kind": unit.kind,
        "notes": list(unit.notes),
        "marker": unit.marker,
        "parent": unit.parent,
        "tokens": unit.tokens,
    }
