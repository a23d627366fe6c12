"""A tiny language model to be fitted."""

from __future__ import annotations

import pytest

from embeddings.reranker.source import RerankerSource
from tests.support.tiny_llama import write_tiny_llama


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> RerankerSource:
    path = tmp_path_factory.mktemp("tiny") / "tiny.gguf"
    write_tiny_llama(path)
    return RerankerSource(path, None)
