"""Whether close matches are read: the settings, the models' calibration and the disk decide."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import factory
from assistant.calibration import is_fitted_to_read, load_calibration
from assistant.factory import make_assistant, prepare_reading
from assistant.settings import Settings
from corpus.errors import IndexMissingError
from embeddings.models import BEST_ENSEMBLE, DEFAULT_MODEL
from tests.support.small_library import open_garden


@pytest.fixture
def prepared(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Collect the data folders that a reranker is exported to, which are not touched."""
    homes: list[Path] = []
    monkeypatch.setattr(factory, "ensure_reranker", lambda home, _: homes.append(home))
    return homes


def fit_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(factory, "is_fitted_to_read", lambda _: True)
    reading = load_calibration(BEST_ENSEMBLE, reranked=True)
    unread = load_calibration(BEST_ENSEMBLE)
    monkeypatch.setattr(
        factory, "load_calibration", lambda _, *, reranked: reading if reranked else unread
    )


def test_the_best_models_are_fitted_to_read_and_one_by_itself_is_not() -> None:
    assert is_fitted_to_read(BEST_ENSEMBLE)
    assert not is_fitted_to_read(DEFAULT_MODEL)
    assert not is_fitted_to_read("nobody/has-fitted-this")


def test_a_reranker_is_made_ready_where_it_will_read(
    tmp_path: Path, prepared: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_garden(tmp_path)
    settings = Settings(home=tmp_path, rerank=True)
    prepare_reading(settings, lambda *_: None)
    assert prepared == []
    fit_to_read(monkeypatch)
    prepare_reading(Settings(home=tmp_path, rerank=False), lambda *_: None)
    assert prepared == []
    prepare_reading(settings, lambda *_: None)
    assert prepared == [tmp_path]


def test_without_a_library_none_is_made_ready(tmp_path: Path, prepared: list[Path]) -> None:
    with pytest.raises(IndexMissingError):
        prepare_reading(Settings(home=tmp_path, rerank=True), lambda *_: None)
    assert prepared == []


@pytest.mark.parametrize(
    ("rerank", "fitted", "exported", "reads"),
    [
        (True, True, True, True),
        (False, True, True, False),
        (True, False, True, False),
        (True, True, False, False),
    ],
)
def test_an_assistant_reads_where_all_three_let_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    rerank: bool,
    fitted: bool,
    exported: bool,
    reads: bool,
) -> None:
    library = open_garden(tmp_path).library
    if fitted:
        fit_to_read(monkeypatch)
    monkeypatch.setattr(factory, "has_reranker", lambda _: exported)
    assert make_assistant(library, Settings(home=tmp_path, rerank=rerank)).reads is reads
