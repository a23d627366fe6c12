from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("torch", "transformers", "sentence_transformers", "onnx", "scipy", "bm25s", "numba", "jax")
LATE = (*HEAVY, "faiss", "onnxruntime", "tokenizers", "Stemmer", "huggingface_hub", "filelock")


def modules_after(script: str, *arguments: str) -> set[str]:
    """Return what a fresh interpreter has imported after a script."""
    ended = subprocess.run(
        [sys.executable, "-c", f"{script}\nimport sys\nprint(*sys.modules)", *arguments],
        check=True,
        capture_output=True,
        text=True,
    )
    return set(ended.stdout.split())


@pytest.mark.parametrize(
    "module",
    sorted(path.stem for path in (Path(__file__).parents[2] / "embeddings").glob("[a-z]*.py")),
)
def test_importing_a_module_brings_in_no_heavy_library(module: str) -> None:
    assert not modules_after(f"import embeddings.{module}") & set(LATE)


def test_answering_imports_neither_torch_nor_what_only_building_needs(model_home: Path) -> None:
    script = """
import sys
from pathlib import Path
import numpy as np
from embeddings.encoders import open_encoder
from embeddings.lexical_index import LexicalIndex
from embeddings.models import locate, hash_weights
from embeddings.vector_index import VectorIndex
encoder = open_encoder(Path(sys.argv[1]), "all-MiniLM-L6-v2")
index = VectorIndex.build(encoder.encode_passages(["a cat", "a dog"]))
assert index.search(encoder.encode_queries(["the cat"]), 1)[0][0].row == 0
"""
    modules = modules_after(script, str(model_home))
    assert not modules & set(HEAVY)
    assert {"faiss", "onnxruntime", "tokenizers"} <= modules
