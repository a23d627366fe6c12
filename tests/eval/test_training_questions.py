"""The questions that models were fitted on name labels that their documents have."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.readers import read_source
from corpus.structure.parse import parse
from eval.lessons import QUESTION_FILES

DATA = Path(__file__).parents[3] / "shared" / "data"


@pytest.mark.slow
def test_every_label_of_a_training_question_is_in_its_document_as_read_now() -> None:
    """A label that a change of the parser renames would be left out of a training unsaid."""
    if not DATA.is_dir():
        pytest.skip(f"the documents are not here: {DATA}")
    wanted: dict[str, dict[str, str]] = {}
    for path in QUESTION_FILES:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            for label in (*row["gold"], *row.get("near", [])):
                wanted.setdefault(row["file"], {})[label] = row["id"]
    paths = {path.name: path for path in DATA.rglob("*.pdf")}
    strange = []
    for file, labels in wanted.items():
        has = {unit.label for unit in parse(read_source(paths[file])).units}
        strange += [(file, label, of) for label, of in labels.items() if label not in has]
    assert not strange
