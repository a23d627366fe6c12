"""Settings -> an assistant: the one place that puts the parts together."""

from __future__ import annotations

from assistant.assistant import Assistant
from assistant.calibration import is_fitted_to_read, load_calibration
from assistant.settings import Settings
from corpus.errors import LibraryEmptyError
from embeddings.encoders import Progress
from embeddings.generations import current_generation
from embeddings.library import Library, open_library
from embeddings.manifest import read_manifest
from embeddings.reranker.opening import ensure_reranker, has_reranker, open_when_asked


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
    """Return an assistant over an opened library, with all that is fitted for its models.

    The reranker reads for it where the library has one, unless the settings turn it off.
    """
    model = library.manifest.model
    reads = settings.rerank and is_fitted_to_read(model) and has_reranker(library.home)
    calibration = load_calibration(model, reranked=reads)
    reranker = open_when_asked(library.home, threads=settings.threads) if reads else None
    return Assistant(library, settings, calibration, reranker)


def prepare_reading(settings: Settings, progress: Progress) -> None:
    """Make a library's reranker ready, unless the settings or its models have nothing read.

    Args:
        settings: Which library.
        progress: Called with a stage's name, steps done and steps in all.

    Raises:
        IndexMissingError: Nothing has been indexed yet.
        IndexDamagedError: A file of the index is missing or cut short.
        IndexBusyError: Another process is building the index.
        ModelError: The reranker's files are damaged.
    """
    model = read_manifest(current_generation(settings.home)).model
    if settings.rerank and is_fitted_to_read(model):
        ensure_reranker(settings.home, progress)
