"""Exports a model once, from sentence-transformers to a graph that onnxruntime serves.

The whole pipeline is traced: transformer, pooling, any dense layers and normalisation, so that
serving needs no knowledge of the model. See docs/decisions/0002-onnx-serving.md.
"""

from __future__ import annotations

import importlib.metadata
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from corpus.errors import ModelError
from embeddings.durable import new_folder, sync_folder
from embeddings.encoder_config import FORMAT_VERSION, EncoderConfig, write_config
from embeddings.exported_files import GRAPH_FILE, TENSORS_FILE, TOKENIZER_FILE, describe_files
from embeddings.onnx_encoder import OnnxEncoder
from embeddings.sentence_transformer import SentenceTransformerEncoder

if TYPE_CHECKING:
    import torch

MAX_COSINE_LOSS = 1e-4
OPSET = 17
_TRACED = ("A short text.", "A second one that is longer than the first, so that it is padded.")
_CHECKED = (
    "",
    "Who?",
    "States should consider that victims may need shelter, counsel and time to reflect.",
    "Le Groupe de travail s’est réuni à Vienne du 10 au 12 octobre 2011.",
    "A text that is longer than any window. " * 200,
)
"""Empty, short, long, accented and longer than the model reads."""


def export(reference: SentenceTransformerEncoder, folder: Path) -> None:
    """Export a model into a folder, which is there whole or not at all.

    Args:
        reference: The model; plain ("eager") attention traces into the graph that onnxruntime
            fuses best.
        folder: Replaced if it is there.

    Raises:
        ModelError: The model is not of a kind that can be exported, or the graph's vectors
            are not those of sentence-transformers.
    """
    with new_folder(folder) as temporary:
        _export_into(reference, temporary)


def _export_into(reference: SentenceTransformerEncoder, folder: Path) -> None:
    inputs = _write_graph(reference, folder)
    _write_tokenizer(reference, folder)
    write_config(folder, _describe(reference, inputs, folder))
    sync_folder(folder)
    _check(reference, OnnxEncoder(folder))


def _write_graph(reference: SentenceTransformerEncoder, folder: Path) -> tuple[str, ...]:
    import torch

    tokenizer = reference.model.tokenizer
    features: dict[str, torch.Tensor] = dict(
        tokenizer(
            list(_TRACED),
            padding=True,
            truncation=True,
            max_length=reference.input_tokens,
            return_tensors="pt",
        )
    )
    inputs = tuple(features)
    unknown = set(inputs) - {"input_ids", "attention_mask", "token_type_ids"}
    if unknown:
        raise ModelError(
            f"The model {reference.name!r} reads {', '.join(sorted(unknown))}, not plain text. "
            "Choose a text model: PINCITE_MODEL"
        )
    raw = folder / "traced.onnx"
    axes = {name: {0: "batch", 1: "sequence"} for name in inputs} | {"embedding": {0: "batch"}}
    try:
        with warnings.catch_warnings():
            _silence_exporter()
            torch.onnx.export(
                _pipeline(reference, inputs),
                tuple(features[name] for name in inputs),
                str(raw),
                input_names=list(inputs),
                output_names=["embedding"],
                dynamic_axes=axes,
                opset_version=OPSET,
                # The exporter by torch.export needs onnxscript and takes several times as long.
                dynamo=False,
            )
        _optimise(raw, folder / GRAPH_FILE)
    except Exception as error:  # torch and onnxruntime raise many classes of their own.
        reason = (str(error).strip() or type(error).__name__).splitlines()[0][:200]
        raise ModelError(
            f"Cannot export the model {reference.name!r}: {reason}. "
            "Choose another model: PINCITE_MODEL"
        ) from error
    raw.unlink()
    return inputs


def _pipeline(reference: SentenceTransformerEncoder, inputs: tuple[str, ...]) -> torch.nn.Module:
    import torch

    class Pipeline(torch.nn.Module):
        """The model as a function of its tensors, ending in unit-length vectors."""

        def __init__(self) -> None:
            super().__init__()
            self.model: torch.nn.Module = reference.model

        def forward(self, *tensors: torch.Tensor) -> torch.Tensor:
            features = self.model(dict(zip(inputs, tensors, strict=True)))
            return torch.nn.functional.normalize(features["sentence_embedding"], dim=-1)

    return Pipeline().eval()


def _silence_exporter() -> None:
    from torch.jit import TracerWarning  # type: ignore[attr-defined]

    # Each is about code of torch, transformers or sentence-transformers; _check sees the result.
    warnings.filterwarnings("ignore", category=TracerWarning)
    for message in (
        "You are using the legacy TorchScript-based ONNX export",
        "The feature will be removed. Please remove usage of this function",
        "Exporting aten::index operator of advanced indexing",
    ):
        warnings.filterwarnings("ignore", message=message)


def _optimise(raw: Path, graph: Path) -> None:
    """Store the graph as onnxruntime would optimise it, its tensors in a file to be mapped.

    A session on it opens more than twice as fast as on the traced graph: nothing is optimised
    again, and the word table is paged in where it is read instead of copied.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    # The highest level that does not depend on this machine's processor.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(graph)
    prefix = "session.optimized_model_external_initializers_"
    options.add_session_config_entry(f"{prefix}file_name", TENSORS_FILE)
    options.add_session_config_entry(f"{prefix}min_size_in_bytes", "1024")
    onnxruntime.InferenceSession(str(raw), options, providers=["CPUExecutionProvider"])


def _write_tokenizer(reference: SentenceTransformerEncoder, folder: Path) -> None:
    backend = getattr(reference.model.tokenizer, "backend_tokenizer", None)
    if backend is None:
        raise ModelError(
            f"The model {reference.name!r} has no fast tokenizer (tokenizer.json). "
            "Choose a model that has one: PINCITE_MODEL"
        )
    backend.save(str(folder / TOKENIZER_FILE), pretty=False)


def _describe(
    reference: SentenceTransformerEncoder, inputs: tuple[str, ...], folder: Path
) -> EncoderConfig:
    tokenizer = reference.model.tokenizer
    weights = reference.source.weights
    assert weights is not None  # The encoder has hashed it.
    stat = weights.stat()
    return EncoderConfig(
        format_version=FORMAT_VERSION,
        name=reference.name,
        dim=reference.dim,
        max_tokens=reference.input_tokens,
        pooling=_pooling(reference.model),
        normalise=True,
        query_prompt=reference.query_prompt,
        passage_prompt=reference.passage_prompt,
        inputs=inputs,
        pad_id=tokenizer.pad_token_id or 0,
        pad_type_id=tokenizer.pad_token_type_id,
        pad_left=tokenizer.padding_side == "left",
        weights_sha256=reference.weights_sha256,
        weights_size=stat.st_size,
        weights_modified_ns=stat.st_mtime_ns,
        versions={
            name: importlib.metadata.version(name)
            for name in ("torch", "transformers", "sentence-transformers", "onnxruntime")
        },
        files=describe_files(folder),
    )


def _pooling(model: Any) -> str:  # noqa: ANN401
    modes = [module.pooling_mode for module in model if hasattr(module, "pooling_mode")]
    return str(modes[0]) if modes else "the model's own"


def _check(reference: SentenceTransformerEncoder, exported: OnnxEncoder) -> None:
    pairs = (
        (reference.encode_queries(_CHECKED), exported.encode_queries(_CHECKED)),
        (reference.encode_passages(_CHECKED), exported.encode_passages(_CHECKED)),
    )
    worst = min(float(np.sum(ours * theirs, axis=1).min()) for theirs, ours in pairs)
    # Written so that NaN, which compares false with everything, is a failure too.
    if not worst >= 1 - MAX_COSINE_LOSS:
        raise ModelError(
            f"The export of {reference.name!r} differs from the model: cosine {worst:.6f}, "
            f"at least {1 - MAX_COSINE_LOSS} is needed. Choose another model: PINCITE_MODEL"
        )
