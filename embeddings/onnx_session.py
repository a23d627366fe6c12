"""Opens an exported model's graph with onnxruntime; torch is never imported."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import ModelError
from embeddings.exported_files import GRAPH_FILE

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

MAX_THREADS = 8
"""More threads than this do not make one question faster."""


def open_session(folder: Path, threads: int, *, spin: bool = False) -> InferenceSession:
    """Open an export's graph, whose optimised form is what is stored.

    Args:
        folder: The export.
        threads: Threads for one forward pass.
        spin: Whether threads spin where they wait for each other. That saves a tenth of the time
            of a deep model, and takes the cores for a moment from what comes next.

    Raises:
        ModelError: onnxruntime cannot read it.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "1" if spin else "0")
    # The stored graph is optimised already; doing it again costs most of a cold start.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    # Planning which buffer can be used again is quadratic in the nodes: 0.8 of the 1.0 s that a
    # deep model takes to open. Without, a run is as fast and takes as much memory.
    options.enable_mem_reuse = False
    with stated(folder):
        return onnxruntime.InferenceSession(
            str(folder / GRAPH_FILE), options, providers=["CPUExecutionProvider"]
        )


@contextmanager
def stated(folder: Path) -> Iterator[None]:
    """Say of whatever goes wrong with an export that it cannot be opened, and what mends it.

    Raises:
        ModelError: Something went wrong.
    """
    try:
        yield
    except Exception as error:  # The libraries raise classes of their own, or plain Exception.
        reason = (str(error).strip() or type(error).__name__).splitlines()[0][:200]
        raise ModelError(
            f"Cannot open the exported model in {folder}: {reason}. Mend it: pincite index"
        ) from error


def usable_cores() -> int:
    """Return how many cores this process may use, `MAX_THREADS` at most."""
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count() or 1
    return min(cores, MAX_THREADS)
