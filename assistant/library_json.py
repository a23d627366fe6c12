"""What a library holds, and what was done to it -> JSON. Field names are a contract."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from embeddings.build import BuildReport
from embeddings.holdings import Holding

Json = dict[str, object]
"""One JSON object, keys in the order they are written."""


def holdings_json(home: Path, holdings: Sequence[Holding]) -> Json:
    """Return the documents of a library, in the order they are shown."""
    return {
        "library": str(home),
        "documents": [holding_json(holding) for holding in holdings],
        "units": sum(holding.units for holding in holdings),
    }


def holding_json(holding: Holding) -> Json:
    """Return one document of a library."""
    return {
        "document": holding.symbol,
        "title": holding.title,
        "body": holding.body,
        "date": holding.date,
        "language": holding.language,
        "kind": holding.kind,
        "aliases": list(holding.aliases),
        "pages": holding.pages,
        "units": holding.units,
        "flags": [asdict(flag) for flag in holding.flags],
        "superseded_by": holding.superseded_by,
        "renditions": [
            {"file": f.file, "sha256": f.sha256, "format": f.format, "pages": f.pages}
            for f in holding.files
        ],
    }


def changes_json(report: BuildReport) -> Json:
    """Return what a build did to a library."""
    return {
        "added": list(report.added),
        "updated": list(report.updated),
        "unchanged": list(report.unchanged),
        "removed": list(report.removed),
        "lost": list(report.lost),
        "waiting": list(report.waiting),
        "units": report.units,
        "passages": report.passages,
        "embedded": report.embedded,
        "reused": report.reused,
        "resumed": report.resumed,
        "stopped": report.stopped,
        "seconds": round(report.seconds, 2),
    }
