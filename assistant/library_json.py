"""What a library holds, and what was done to it -> JSON. Field names are a contract."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from embeddings.build import BuildReport
    from embeddings.holdings import Holding
    from embeddings.indexing import FileReport, IndexReport

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


def index_json(report: IndexReport, home: Path) -> Json:
    """Return what indexing did; a build that did not happen has no figures."""
    files = report.files
    return {
        "library": str(home),
        "read": [_file_json(file) for file in files.read],
        "unchanged": [_file_json(file) for file in files.unchanged],
        "flagged": [_file_json(file) for file in files.flagged],
        "refused": [_file_json(file) for file in files.refused],
        "unread": files.unread,
        "stopped": report.stopped,
        "model": report.model,
        **({} if report.build is None else build_json(report.build)),
        "seconds": round(report.seconds, 2),
    }


def build_json(build: BuildReport) -> Json:
    """Return what a build did to a library."""
    return {
        "documents": {
            "added": list(build.added),
            "updated": list(build.updated),
            "unchanged": list(build.unchanged),
            "removed": list(build.removed),
            "lost": list(build.lost),
            "waiting": list(build.waiting),
        },
        "units": build.units,
        "passages": build.passages,
        "embedded": build.embedded,
        "reused": build.reused,
        "resumed": build.resumed,
    }


def _file_json(file: FileReport) -> Json:
    return {"file": file.name, "document": file.symbol, "reasons": list(file.reasons)}
