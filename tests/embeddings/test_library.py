from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import TYPE_CHECKING, Any

import pytest

from corpus.errors import IndexDamagedError, IndexMismatchError, IndexMissingError
from corpus.types import Document
from embeddings import encoders
from embeddings.build import build_library
from embeddings.encoders import export_folder
from embeddings.generations import POINTER, current_generation
from embeddings.library import open_library
from embeddings.manifest import FORMAT_VERSION
from embeddings.models import DEFAULT_MODEL, DEFAULT_SHA256
from embeddings.onnx_encoder import OnnxEncoder
from embeddings.types import Encoder

if TYPE_CHECKING:
    from .conftest import FakeEncoder

MakeEncoder = Callable[..., "FakeEncoder"]


@pytest.fixture
def home(tmp_path: Path, make_document: Callable[..., Document], fake: FakeEncoder) -> Path:
    build_library(tmp_path, [make_document()], "fake", lambda *step: None, encoder=fake)
    return tmp_path


def change_manifest(home: Path, **values: Any) -> None:
    path = current_generation(home) / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | values))


@pytest.mark.parametrize("name", ["", "none", "none/at/all"])
def test_no_index_says_how_to_build_one(tmp_path: Path, name: str) -> None:
    with pytest.raises(IndexMissingError) as raised:
        open_library(tmp_path / name, DEFAULT_MODEL)
    assert str(raised.value) == f"No index in {tmp_path / name}. Build it: pincite index"


def test_another_model_in_the_settings_shows_both_names(home: Path, fake: FakeEncoder) -> None:
    with pytest.raises(
        IndexMismatchError, match=r"'fake'.*'other'.*pincite index.*PINCITE_MODEL=fake"
    ):
        open_library(home, "other", encoder=fake)


def test_other_weights_show_both_hashes(home: Path, make_encoder: MakeEncoder) -> None:
    with pytest.raises(IndexMismatchError, match=r"f{12}….*e{12}….*pincite index"):
        open_library(home, "fake", encoder=make_encoder(weights="e"))


def test_another_dim_shows_both(home: Path, fake: FakeEncoder) -> None:
    fake.dim = 3
    with pytest.raises(IndexMismatchError, match=r"dim 27.*makes 3.*pincite index"):
        open_library(home, "fake", encoder=fake)


def test_another_format_shows_both_versions(home: Path, fake: FakeEncoder) -> None:
    change_manifest(home, format_version=99)
    with pytest.raises(
        IndexMismatchError, match=rf"format 99.*reads {FORMAT_VERSION}.*pincite index"
    ):
        open_library(home, "fake", encoder=fake)


def test_a_library_of_the_format_before_is_made_again_from_its_documents(
    home: Path, fake: FakeEncoder
) -> None:
    change_manifest(home, format_version=FORMAT_VERSION - 1)
    with pytest.raises(
        IndexMismatchError,
        match=rf"format {FORMAT_VERSION - 1}, .*reads {FORMAT_VERSION}.*again: pincite index$",
    ):
        open_library(home, "fake", encoder=fake)
    report = build_library(home, [], "fake", lambda *step: None, encoder=fake)
    assert (report.unchanged, report.lost) == (("A/1",), ())
    assert (report.embedded, report.reused) == (5, 0)
    assert len(open_library(home, "fake", encoder=fake).catalogue) == 2


FILES = (
    "documents.jsonl",
    "passages.jsonl",
    "vectors.faiss",
    "lexical_own.npz",
    "lexical_context.npz",
)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named_with_its_mend(home: Path, fake: FakeEncoder, name: str) -> None:
    (current_generation(home) / name).unlink()
    with pytest.raises(IndexDamagedError, match=f"{name} is missing.*pincite index"):
        open_library(home, "fake", encoder=fake)


@pytest.mark.parametrize("name", FILES)
def test_a_cut_file_is_named_with_its_mend(home: Path, fake: FakeEncoder, name: str) -> None:
    path = current_generation(home) / name
    size = path.stat().st_size
    with path.open("r+b") as stream:
        stream.truncate(size // 2)
    with pytest.raises(
        IndexDamagedError, match=f"{name} has {size // 2:,} bytes, not {size:,}.*pincite index"
    ):
        open_library(home, "fake", encoder=fake)


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_the_right_size_that_cannot_be_read_is_named_with_its_mend(
    home: Path, fake: FakeEncoder, name: str
) -> None:
    path = current_generation(home) / name
    path.write_bytes(b"\xff" * path.stat().st_size)
    with pytest.raises(IndexDamagedError, match=f"{name}.*pincite index"):
        open_library(home, "fake", encoder=fake)


def test_all_damaged_files_are_named_at_once(home: Path, fake: FakeEncoder) -> None:
    for name in ("passages.jsonl", "vectors.faiss"):
        (current_generation(home) / name).unlink()
    with pytest.raises(IndexDamagedError, match=r"passages\.jsonl.*vectors\.faiss"):
        open_library(home, "fake", encoder=fake)


@pytest.mark.parametrize("content", ["", "{", "[]", json.dumps({"format_version": FORMAT_VERSION})])
def test_a_manifest_that_cannot_be_read_is_named_with_its_mend(
    home: Path, fake: FakeEncoder, content: str
) -> None:
    (current_generation(home) / "manifest.json").write_text(content)
    with pytest.raises(IndexDamagedError, match=r"manifest\.json.*pincite index"):
        open_library(home, "fake", encoder=fake)


@pytest.mark.parametrize("content", ["", "gone", "../generations", "/"])
def test_a_pointer_to_nothing_is_named_with_its_mend(
    home: Path, fake: FakeEncoder, content: str
) -> None:
    (home / POINTER).write_text(content)
    with pytest.raises(IndexDamagedError, match=f"{POINTER}.*pincite index"):
        open_library(home, "fake", encoder=fake)


def test_files_of_different_builds_are_told_apart(home: Path, fake: FakeEncoder) -> None:
    change_manifest(home, n_passages=7)
    with pytest.raises(IndexDamagedError, match=r"do not belong together.*pincite index"):
        open_library(home, "fake", encoder=fake)


@pytest.fixture
def real_home(model_home: Path, tmp_path: Path, make_document: Callable[..., Document]) -> Path:
    """A library of a small document with an export of its own."""
    shutil.copytree(model_home / "models", tmp_path / "models")
    build_library(tmp_path, [make_document()], DEFAULT_MODEL, lambda *step: None)
    return tmp_path


def test_the_encoder_is_opened_at_first_use_and_kept(real_home: Path) -> None:
    library = open_library(real_home, "sentence-transformers/all-MiniLM-L6-v2", threads=1)
    assert "encoder" not in vars(library)
    assert isinstance(library.encoder, OnnxEncoder)
    assert library.encoder is library.encoder


def test_threads_that_need_the_encoder_at_once_share_one(
    real_home: Path, fake: FakeEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[FakeEncoder] = []
    meeting = Barrier(2, timeout=30)

    def open_slowly() -> FakeEncoder:
        time.sleep(0.05)
        opened.append(fake)
        return fake

    monkeypatch.setattr(encoders, "_join", lambda *_: open_slowly())
    library = open_library(real_home, DEFAULT_MODEL)

    def use(_: int) -> Encoder:
        meeting.wait()
        return library.encoder

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(use, range(2))) == [fake, fake]
    assert len(opened) == 1


def test_a_missing_export_is_named_with_its_mend(real_home: Path) -> None:
    shutil.rmtree(real_home / "models")
    with pytest.raises(IndexDamagedError, match=r"encoder\.json.*pincite index"):
        open_library(real_home, DEFAULT_MODEL)


def test_an_export_of_other_weights_shows_both_hashes(real_home: Path) -> None:
    # The weights file seems to have changed since the export, so it is hashed again.
    path = export_folder(real_home, DEFAULT_MODEL, DEFAULT_SHA256) / "encoder.json"
    path.write_text(
        json.dumps(json.loads(path.read_text()) | {"weights_modified_ns": 1}), encoding="utf-8"
    )
    assert open_library(real_home, DEFAULT_MODEL).manifest.weights_sha256 == DEFAULT_SHA256
    other = "0" * 64
    shutil.copytree(path.parent, export_folder(real_home, DEFAULT_MODEL, other))
    change_manifest(real_home, weights_sha256=other)
    with pytest.raises(IndexMismatchError, match=r"0{12}….*53aa51172d14….*pincite index"):
        open_library(real_home, DEFAULT_MODEL)
