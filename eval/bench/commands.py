"""The command line: building a library, and cold questions."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from statistics import median

from embeddings.encoders import models_folder
from embeddings.library import open_library
from eval.bench.processes import pincite, run_measured
from eval.bench.types import Figure

QUESTION = "Who chaired the meeting?"

CLOSE_QUESTION = "How should the police treat people who were forced to commit crimes?"
"""One whose first places lie close together, so that they are read."""

ENCODE_ONE = """
import sys
from sentence_transformers import SentenceTransformer
SentenceTransformer(sys.argv[1], device="cpu").encode([sys.argv[2]])
"""
"""The yardstick of a cold answer: import it, load the model, encode one sentence."""

ENCODE_ALL = """
import json, sys, time
from pathlib import Path
from sentence_transformers import SentenceTransformer
model = SentenceTransformer(sys.argv[1], device="cpu")
texts = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
model.encode(texts[:8])
began = time.perf_counter()
model.encode(texts)
sys.stdout.write(str(time.perf_counter() - began))
"""
"""The yardstick of a build: sentence-transformers encoding the same passages, loaded already."""


def measure_build(folder: Path, model_folder: Path) -> list[Figure]:
    """Build the shipped report's library twice: from nothing, and with the model exported.

    Args:
        folder: Where the libraries are built; `home` in it is the first one.
        model_folder: Of the yardstick's model.
    """
    home, again = folder / "home", folder / "again"
    first = run_measured(pincite("index"), home)
    shutil.copytree(models_folder(home), models_folder(again))
    second = run_measured(pincite("index"), again)
    library = open_library(home)
    passages = folder / "passages.json"
    passages.write_text(json.dumps([p.text for p in library.passages]), encoding="utf-8")
    plain = run_measured((sys.executable, "-c", ENCODE_ALL, str(model_folder), str(passages)), home)
    plain_seconds = float(plain.output)
    n_units, n_passages = len(library.catalogue), len(library.passages)
    encoder = "sentence-transformers, same passages"
    return [
        Figure("index, model exported too", first.seconds, "s"),
        Figure("index, model exported before", second.seconds, "s", encoder, plain_seconds),
        Figure("index rate, units", n_units / second.seconds, "units/s"),
        Figure(
            "index rate, passages",
            n_passages / second.seconds,
            "passages/s",
            encoder,
            n_passages / plain_seconds,
        ),
        Figure("peak memory of index", first.peak_mib, "MiB", encoder, plain.peak_mib),
    ]


def measure_cold(home: Path, model_folder: Path, runs: int) -> list[Figure]:
    """Time `pincite ask` and the yardstick as fresh processes, turn about; medians."""
    ask, read, reference = [], [], []
    for _ in range(runs):
        ask.append(run_measured(pincite("ask", QUESTION), home))
        read.append(run_measured(pincite("ask", CLOSE_QUESTION), home))
        reference.append(
            run_measured((sys.executable, "-c", ENCODE_ONE, str(model_folder), QUESTION), home)
        )
    show = [run_measured(pincite("show", "25"), home) for _ in range(runs)]
    yardstick = "sentence-transformers, one sentence"
    seconds = median(r.seconds for r in reference)
    return [
        Figure("cold ask", median(a.seconds for a in ask), "s", yardstick, seconds),
        Figure(
            "cold ask, close matches read", median(r.seconds for r in read), "s", yardstick, seconds
        ),
        Figure("cold show", median(s.seconds for s in show), "s", yardstick, seconds),
        Figure(
            "peak memory of ask",
            max(a.peak_mib for a in ask),
            "MiB",
            yardstick,
            max(r.peak_mib for r in reference),
        ),
        Figure(
            "peak memory of ask, close matches read",
            max(r.peak_mib for r in read),
            "MiB",
            yardstick,
            max(r.peak_mib for r in reference),
        ),
    ]
