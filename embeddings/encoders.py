"""Opens the encoder that serves a model, and makes its export where there is none."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from corpus.errors import ModelError
from embeddings.durable import hash_file
from embeddings.encoder_config import EncoderConfig, is_intact
from embeddings.models import ModelSource, hash_weights, local_weights, locate
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


def weights_in_settings(model: str, config: EncoderConfig) -> str | None:
    """Return the hash of a model's weights as they are now; None where they cannot be seen.

    A file of the size and time of change that the export saw is not read again.
    """
    weights = local_weights(model)
    if weights is None:
        return None
    stat = weights.stat()
    if (stat.st_size, stat.st_mtime_ns) == (config.weights_size, config.weights_modified_ns):
        return config.weights_sha256
    return hash_file(weights)


def open_encoder(home: Path, model: str, *, threads: int = 0) -> Encoder:
    """Open a model that has been exported before; nothing is written.

    Args:
        home: The data directory.
        model: Name or folder.
        threads: Threads for one forward pass; 0 takes the cores this process may use.

    Raises:
        ModelError: The model is not there or has not been exported.
        IndexDamagedError: A file of the export is missing or cut short.
    """
    source = locate(model)
    folder = export_folder(home, source.name, hash_weights(source))
    if not folder.is_dir():
        raise ModelError(f"{source.name} has not been exported to {home}. Do it: pincite index")
    return OnnxEncoder(folder, threads=threads)


def ensure_encoder(home: Path, model: str, progress: Progress, *, threads: int = 0) -> Encoder:
    """Open a model, exporting it first if that has not been done or is damaged.

    The caller holds the build lock.

    Raises:
        ModelError: The model is not there or cannot be exported.
    """
    source = locate(model)
    if source.weights is not None:
        folder = export_folder(home, source.name, hash_weights(source))
        if is_intact(folder):
            try:
                return OnnxEncoder(folder, threads=threads)
            except ModelError:
                pass  # Another version of onnxruntime wrote it: export again.
    return OnnxEncoder(_export(home, source, progress), threads=threads)


def _export(home: Path, source: ModelSource, progress: Progress) -> Path:
    from embeddings.export import export
    from embeddings.sentence_transformer import SentenceTransformerEncoder

    progress(EXPORT_STAGE, 0, 1)
    reference = SentenceTransformerEncoder(source, attention="eager")
    folder = export_folder(home, reference.name, reference.weights_sha256)
    export(reference, folder)
    progress(EXPORT_STAGE, 1, 1)
    return folder
