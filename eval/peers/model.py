"""Where a peer finds the embedding model: a folder, so that it downloads nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from corpus.errors import ModelError
from embeddings.models import locate


def model_folder(model: str) -> str:
    """Return the folder of a model's files.

    Raises:
        ModelError: The model is not on this machine.
    """
    source = locate(model)
    if source.folder is None:
        raise ModelError(
            f"The model {model!r} is not on this machine, and peers read it from a folder. "
            "Give one: PINCITE_MODEL"
        )
    return str(source.folder)


@contextmanager
def environment(**values: str) -> Iterator[None]:
    """Set environment variables while a block runs: peers read them when they are imported."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def quiet_peer(**values: str) -> Iterator[None]:
    """Let a peer load its model offline and without bars, some more variables set."""
    from embeddings.sentence_transformer import quiet_loading

    with environment(HF_HUB_OFFLINE="1", TQDM_DISABLE="1", **values), quiet_loading():
        yield
