"""Where a peer finds the embedding model: a folder, so that it downloads nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from corpus.errors import ModelError
from embeddings.environment import environment
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
def quiet_peer(**values: str) -> Iterator[None]:
    """Let a peer load its model offline and without bars, some more variables set."""
    from embeddings.sentence_transformer import quiet_loading

    with environment(HF_HUB_OFFLINE="1", TQDM_DISABLE="1", **values), quiet_loading():
        yield
