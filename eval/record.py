"""Reads a results file back as the JSON object that `eval.results` wrote."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from corpus.errors import SettingsError
from eval.results import FORMAT

RESULTS = "results.json"


def read_record(path: Path) -> dict[str, Any]:
    """Return the object of a results file, or of the one in a folder.

    Raises:
        SettingsError: It cannot be read, or another version of Pincite wrote it.
    """
    file = path / RESULTS if path.is_dir() else path
    try:
        record = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "not JSON"
        raise SettingsError(f"Cannot read {file}: {why}. Write one: python -m eval run") from error
    found = record.get("format") if isinstance(record, dict) else None
    if not isinstance(record, dict) or found != FORMAT:
        raise SettingsError(
            f"{file} has results format {found}, this program reads {FORMAT}. "
            "Write it anew: python -m eval run"
        )
    return record
