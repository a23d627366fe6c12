"""Small reports that resemble each other, as a library of a few of them."""

from __future__ import annotations

from dataclasses import replace

from corpus.documents import make_document
from corpus.readers import source_from_text
from corpus.structure.parse import parse
from corpus.types import Document, Metadata, Rendition

REVIEW = """\
Introduction

1. The garden of {country} was looked at.

2. Plums grow in {country} by the wall.

3. Recommendations:

(a) Buy a spade ({first});

(b) Store apples in the cellar ({second}).
"""
"""A review of a country's garden, with two recommendations by others."""


def review(
    symbol: str,
    country: str,
    first: str = "Norway",
    second: str = "Sweden",
    *,
    text: str = REVIEW,
    superseded_by: str = "",
    **metadata: object,
) -> Document:
    """Return the review of a country; what is not said of its metadata is the same in all."""
    told: dict[str, object] = {
        "title": f"Report of the Working Group on Gardens: {country}",
        "body": "Garden Council",
        "date": "2024-05-01",
        "kind": "report",
        **metadata,
    }
    reading = parse(source_from_text(text.format(country=country, first=first, second=second)))
    document = make_document(
        Metadata(symbol, **told),  # type: ignore[arg-type]
        [(Rendition(f"{country}.txt", "0" * 64), reading)],
    )
    return replace(document, superseded_by=superseded_by)
