"""Settings -> an assistant: the one place that puts the parts together."""

from __future__ import annotations

from assistant.assistant import Assistant
from assistant.calibration import Reranking, load_calibration
from assistant.reranking import Reranker
from assistant.settings import Settings
from corpus.errors import LibraryEmptyError
from embeddings.encoders import find_known
from embeddings.library import Library, open_library
from embeddings.models import reranker_of


def open_assistant(settings: Settings | None = None) -> Assistant:
    """Open the library that the settings name and return an assistant over it.

    Raises:
        IndexMissingError: Nothing has been indexed yet.
        LibraryEmptyError: Every document has been removed.
        IndexMismatchError: The index does not fit the settings.
        IndexDamagedError: A file of it is missing or cut short.
        SettingsError: A setting is not what it must be.
    """
    chosen = settings or Settings()
    library = open_library(chosen.home, chosen.fixed_model, threads=chosen.threads)
    if not library.catalogue.documents:
        raise LibraryEmptyError(
            f"The library in {chosen.home} is empty. Add documents: pincite index FILE"
        )
    return make_assistant(library, chosen)


def make_assistant(library: Library, settings: Settings) -> Assistant:
    """Return an assistant over an opened library, with all that is fitted for its models."""
    reranker = open_reranker(library, settings)
    model = None if reranker is None else reranker.fitted.model
    fitted = load_calibration(library.manifest.model, model)
    return Assistant(library, settings, fitted, reranker)


def open_reranker(
    library: Library, settings: Settings, fitted: Reranking | None = None
) -> Reranker | None:
    """Return what looks again at what the models of an index have found.

    Args:
        library: Opened library.
        settings: What a person set.
        fitted: In place of what the calibration has.

    Returns:
        None where the settings leave it out, there is none for these models, or `pincite index`
        has not exported it.

    Raises:
        IndexDamagedError: A file of the exported model is missing or cut short.
    """
    model = library.manifest.model
    second = reranker_of(model) if settings.rerank else None
    if second is None:
        return None
    found = find_known(settings.home, second, threads=settings.threads)
    fitted = fitted or load_calibration(model, second).reranking
    if found is None or fitted is None:
        return None
    return Reranker(library, fitted, found.open)
